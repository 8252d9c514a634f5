/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "store/faults.h"

/* Bytes between two marks: what has to be walked to place one fault. */
#define STRIDE 65536
#define LONGEST_QUOTE 60
/* No sentence is so long; what it quotes may be. */
#define LONGEST_TOLD 1000

typedef struct
{
  gsize offset;
  guint line;
  guint column;
} Mark;

G_DEFINE_QUARK (outlay-store-error-quark, outlay_store_error)

static gsize
character_length (const char *c, gsize left)
{
  gunichar character;

  if ((guchar) *c < 0x80)
    return 1;
  character = g_utf8_get_char_validated (c, left);
  return (gint32) character < 0 ? 1 : g_utf8_skip[(guchar) *c];
}

/* Walks mark on to the first character that starts at or after offset. */
static void
walk (OutlayFaults *faults, Mark *mark, gsize offset)
{
  while (mark->offset < offset)
    {
      const char *c = faults->text + mark->offset;

      mark->offset += character_length (c, faults->length - mark->offset);
      mark->column++;
      if (*c == '\n')
        {
          mark->line++;
          mark->column = 1;
        }
    }
}

static void
place_marks (OutlayFaults *faults)
{
  Mark mark = { 0, 1, 1 };

  faults->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_array_append_val (faults->marks, mark);
  for (gsize offset = STRIDE; offset < faults->length; offset += STRIDE)
    {
      walk (faults, &mark, offset);
      g_array_append_val (faults->marks, mark);
    }
}

/* After every fault at the same offset or before it. */
static guint
find_position (OutlayFaults *faults, gsize offset)
{
  guint position = faults->offsets->len;

  while (position > 0 && g_array_index (faults->offsets, gsize, position - 1) > offset)
    position--;
  return position;
}

static void
append_character (GString *quote, gunichar character)
{
  if (character == ' ' || (g_unichar_isgraph (character) && g_unichar_type (character) != G_UNICODE_FORMAT))
    g_string_append_unichar (quote, character);
  else if (character == '\n')
    g_string_append (quote, "\\n");
  else if (character == '\t')
    g_string_append (quote, "\\t");
  else
    g_string_append_printf (quote, "\\u%04x", character);
}

void
outlay_fault_free (OutlayFault *fault)
{
  g_free (fault->path);
  g_free (fault->message);
  g_free (fault);
}

void
outlay_faults_init (OutlayFaults *faults, const char *text, gsize length)
{
  *faults = (OutlayFaults) {
    .text = text,
    .length = length,
    .offsets = g_array_new (FALSE, FALSE, sizeof (gsize)),
    .list = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_fault_free),
  };
}

void
outlay_faults_clear (OutlayFaults *faults)
{
  g_clear_pointer (&faults->marks, g_array_unref);
  g_clear_pointer (&faults->offsets, g_array_unref);
  g_clear_pointer (&faults->list, g_ptr_array_unref);
}

void
outlay_faults_locate (OutlayFaults *faults, gsize offset, guint *line, guint *column)
{
  gsize stretch = MIN (offset, faults->length) / STRIDE;
  Mark mark;

  if (faults->marks == NULL)
    place_marks (faults);

  mark = g_array_index (faults->marks, Mark, MIN (stretch, faults->marks->len - 1));
  walk (faults, &mark, MIN (offset, faults->length));
  *line = mark.line;
  *column = mark.column;
}

gboolean
outlay_faults_wants (OutlayFaults *faults, gsize offset)
{
  return faults->list->len < OUTLAY_MOST_FAULTS ||
         offset < g_array_index (faults->offsets, gsize, faults->offsets->len - 1);
}

void
outlay_faults_add (OutlayFaults *faults, gsize offset, char *path, char *message)
{
  g_autofree char *given_path = path, *given_message = message;
  guint position = find_position (faults, offset);
  OutlayFault *fault;

  if (!outlay_faults_wants (faults, offset))
    return;

  fault = g_new0 (OutlayFault, 1);
  fault->path = outlay_printable (path, -1, LONGEST_TOLD);
  fault->message = outlay_printable (message, -1, LONGEST_TOLD);
  outlay_faults_locate (faults, offset, &fault->line, &fault->column);
  g_ptr_array_insert (faults->list, position, fault);
  g_array_insert_val (faults->offsets, position, offset);

  g_ptr_array_set_size (faults->list, MIN (faults->list->len, OUTLAY_MOST_FAULTS));
  g_array_set_size (faults->offsets, faults->list->len);
}

gboolean
outlay_faults_any (OutlayFaults *faults)
{
  return faults->list->len > 0;
}

char *
outlay_printable (const char *piece, gssize length, guint most)
{
  g_autoptr (GString) printable = g_string_new (NULL);
  const char *c = piece, *end = piece + (length < 0 ? strlen (piece) : (gsize) length);

  for (guint n = 0; c < end && n < most; n++)
    {
      gunichar character = g_utf8_get_char_validated (c, end - c);

      if ((gint32) character < 0)
        g_string_append_printf (printable, "\\x%02x", (guchar) *c++);
      else
        {
          append_character (printable, character);
          c += g_utf8_skip[(guchar) *c];
        }
    }
  if (c < end)
    g_string_append (printable, "…");
  return g_string_free (g_steal_pointer (&printable), FALSE);
}

char *
outlay_quote (const char *piece, gssize length)
{
  g_autofree char *printable = outlay_printable (piece, length, LONGEST_QUOTE);

  return g_strdup_printf ("“%s”", printable);
}
