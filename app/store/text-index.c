/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "store/text-index.h"

/* Longer than any id, and than the path of any number. */
#define LONGEST_PIECE 240

/* The bytes between the quotes of the string that opens at start. */
static const char *
find_content (const OutlayTextIndex *index, guint32 start, gsize *length, gboolean *escaped)
{
  const char *content = index->text + start + 1, *c = content;

  *escaped = FALSE;
  while (*c != '"')
    if (*c == '\\')
      {
        *escaped = TRUE;
        c += 2;
      }
    else
      c++;
  *length = c - content;
  return content;
}

static char *
decode (const OutlayTextIndex *index, guint32 start)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *quoted = NULL;
  const char *content;
  gboolean escaped;
  gsize length;

  content = find_content (index, start, &length, &escaped);
  if (!escaped)
    return g_strndup (content, length);

  quoted = g_strndup (content - 1, length + 2);
  node = json_from_string (quoted, NULL);
  return node != NULL ? json_node_dup_string (node) : g_strndup (content, length);
}

static gsize
number_length (const OutlayTextIndex *index, guint entry)
{
  gsize start = outlay_text_entry (index, entry)->start, end = start;

  while (end < index->length && strchr ("+-.0123456789eE", index->text[end]) != NULL && index->text[end] != '\0')
    end++;
  return end - start;
}

static gboolean
is_item (const OutlayTextIndex *index, guint entry)
{
  return entry > 0 && outlay_text_kind (index, outlay_text_entry (index, entry)->parent) == OUTLAY_TEXT_ARRAY;
}

/* The member that is the id of an item; 0 where it has none yet or none that can stand in a path. */
static guint
find_id (const OutlayTextIndex *index, guint entry)
{
  guint child = outlay_text_first (entry);

  if (outlay_text_kind (index, entry) != OUTLAY_TEXT_OBJECT)
    return 0;

  while (child != 0 && child < index->entries->len && outlay_text_entry (index, child)->parent == entry)
    {
      const OutlayTextEntry *member = outlay_text_entry (index, child);
      gsize length;
      gboolean escaped;

      if (outlay_text_name_is (index, child, "id") && outlay_text_kind (index, child) == OUTLAY_TEXT_STRING && member->next != 0 &&
          !member->faulty)
        {
          find_content (index, member->start, &length, &escaped);
          return length > 0 && length <= LONGEST_PIECE ? child : 0;
        }
      child = member->next;
    }
  return 0;
}

/* Whether a path begins with the string that opens at start. */
static const char *
skip_string (const OutlayTextIndex *index, guint32 start, const char *path)
{
  g_autofree char *decoded = NULL;
  gboolean escaped;
  gsize length;
  const char *content = find_content (index, start, &length, &escaped);

  if (escaped)
    {
      content = decoded = decode (index, start);
      length = strlen (decoded);
    }
  return strncmp (path, content, length) == 0 && (path[length] == '.' || path[length] == '\0') ? path + length : NULL;
}

static void
prepend_piece (GString *path, const char *piece)
{
  g_autofree char *printable = outlay_printable (piece, -1, LONGEST_PIECE);

  if (path->len > 0)
    g_string_prepend_c (path, '.');
  g_string_prepend (path, printable);
}

void
outlay_text_index_clear (OutlayTextIndex *index)
{
  g_clear_pointer (&index->entries, g_array_unref);
}

OutlayTextKind
outlay_text_kind (const OutlayTextIndex *index, guint entry)
{
  switch (index->text[outlay_text_entry (index, entry)->start])
    {
    case '{':
      return OUTLAY_TEXT_OBJECT;
    case '[':
      return OUTLAY_TEXT_ARRAY;
    case '"':
      return OUTLAY_TEXT_STRING;
    case 't':
    case 'f':
      return OUTLAY_TEXT_BOOLEAN;
    case 'n':
      return OUTLAY_TEXT_NULL;
    default:
      return OUTLAY_TEXT_NUMBER;
    }
}

double
outlay_text_number (const OutlayTextIndex *index, guint entry)
{
  const char *start = index->text + outlay_text_entry (index, entry)->start;
  gsize length = number_length (index, entry);
  char buffer[64];
  g_autofree char *copy = NULL;

  if (length < sizeof buffer)
    {
      memcpy (buffer, start, length);
      buffer[length] = '\0';
      return g_ascii_strtod (buffer, NULL);
    }
  copy = g_strndup (start, length);
  return g_ascii_strtod (copy, NULL);
}

gboolean
outlay_text_boolean (const OutlayTextIndex *index, guint entry)
{
  return index->text[outlay_text_entry (index, entry)->start] == 't';
}

char *
outlay_text_string (const OutlayTextIndex *index, guint entry)
{
  return decode (index, outlay_text_entry (index, entry)->start);
}

char *
outlay_text_name (const OutlayTextIndex *index, guint entry)
{
  return decode (index, outlay_text_entry (index, entry)->name);
}

gboolean
outlay_text_name_is (const OutlayTextIndex *index, guint entry, const char *name)
{
  g_autofree char *decoded = NULL;
  const char *content;
  gboolean escaped;
  gsize length;

  content = find_content (index, outlay_text_entry (index, entry)->name, &length, &escaped);
  if (!escaped)
    return length == strlen (name) && memcmp (content, name, length) == 0;
  decoded = outlay_text_name (index, entry);
  return g_str_equal (decoded, name);
}

char *
outlay_text_piece (const OutlayTextIndex *index, guint entry)
{
  guint id;

  if (!is_item (index, entry))
    return outlay_text_name (index, entry);
  id = find_id (index, entry);
  return id != 0 ? outlay_text_string (index, id) : g_strdup_printf ("%u", outlay_text_entry (index, entry)->name + 1);
}

const char *
outlay_text_skip_piece (const OutlayTextIndex *index, guint entry, const char *path)
{
  guint id;
  char *end;

  if (!is_item (index, entry))
    return skip_string (index, outlay_text_entry (index, entry)->name, path);
  id = find_id (index, entry);
  if (id != 0)
    return skip_string (index, outlay_text_entry (index, id)->start, path);
  return strtoul (path, &end, 10) == outlay_text_entry (index, entry)->name + 1 && (*end == '.' || *end == '\0') ? end : NULL;
}

char *
outlay_text_path (const OutlayTextIndex *index, guint entry)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (; entry > 0; entry = outlay_text_entry (index, entry)->parent)
    {
      g_autofree char *piece = outlay_text_piece (index, entry);

      prepend_piece (path, piece);
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

char *
outlay_text_describe (const OutlayTextIndex *index, guint entry)
{
  g_autofree char *string = NULL;
  const char *start = index->text + outlay_text_entry (index, entry)->start;

  switch (outlay_text_kind (index, entry))
    {
    case OUTLAY_TEXT_OBJECT:
      return g_strdup (_("an object"));
    case OUTLAY_TEXT_ARRAY:
      return g_strdup (_("an array"));
    case OUTLAY_TEXT_STRING:
      string = outlay_text_string (index, entry);
      return outlay_quote (string, -1);
    case OUTLAY_TEXT_BOOLEAN:
      return g_strdup (*start == 't' ? "true" : "false");
    case OUTLAY_TEXT_NULL:
      return g_strdup ("null");
    case OUTLAY_TEXT_NUMBER:
    default:
      /* As written, but for the tail of a number that is longer than a line. */
      return g_strdup_printf ("%.*s", (int) MIN (number_length (index, entry), 40), start);
    }
}
