/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/text-scanner.h"

static guint
level (OutlayTextScanner *scanner)
{
  return scanner->open->len;
}

static gboolean
is_indexed (OutlayTextScanner *scanner)
{
  return level (scanner) <= OUTLAY_DEEPEST_LEVEL;
}

static gboolean
in_object (OutlayTextScanner *scanner)
{
  return scanner->open->data[level (scanner) - 1] == '{';
}

static OutlayTextEntry *
current (OutlayTextScanner *scanner)
{
  return &g_array_index (scanner->index->entries, OutlayTextEntry, scanner->entry);
}

/* Position of the item to come in the array that is open. */
static guint32
count_items (OutlayTextScanner *scanner)
{
  GArray *entries = scanner->index->entries;
  guint32 last = entries->len - 1;

  if (last == scanner->entry)
    return 0;
  while (g_array_index (entries, OutlayTextEntry, last).parent != scanner->entry)
    last = g_array_index (entries, OutlayTextEntry, last).parent;
  return g_array_index (entries, OutlayTextEntry, last).name + 1;
}

/* Opens the entry of the value at scanner->at. */
static void
begin_entry (OutlayTextScanner *scanner, const char *name, gboolean faulty)
{
  OutlayTextEntry entry = { .start = scanner->at - scanner->text, .parent = scanner->entry, .faulty = faulty };

  if (!is_indexed (scanner))
    return;
  if (name != NULL)
    entry.name = name - scanner->text;
  else if (level (scanner) > 0)
    entry.name = count_items (scanner);
  g_array_append_val (scanner->index->entries, entry);
  scanner->entry = scanner->index->entries->len - 1;
}

static void
end_entry (OutlayTextScanner *scanner)
{
  if (!is_indexed (scanner))
    return;
  current (scanner)->next = scanner->index->entries->len;
  scanner->entry = current (scanner)->parent;
}

static void
fault_here (OutlayTextScanner *scanner, const char *expected)
{
  char *bad = outlay_text_scanner_bad_character (scanner);
  g_autofree char *found = NULL;

  if (bad == NULL)
    {
      found = outlay_quote (scanner->at, g_utf8_skip[(guchar) *scanner->at]);
      bad = g_strdup_printf (_("found %s, expected %s"), found, expected);
    }
  outlay_text_scanner_fault (scanner, scanner->at, bad);
}

static char *
single_quote_fault (void)
{
  return g_strdup (_("found a single quote; expected the double quotes in which every name and text stands"));
}

static gboolean
skip_comment (OutlayTextScanner *scanner)
{
  const char *start = scanner->at, *end;
  gboolean block = scanner->end - start >= 2 && start[1] == '*';

  if (!block && !(scanner->end - start >= 2 && start[1] == '/'))
    {
      fault_here (scanner, _("a value or a mark of JSON"));
      return FALSE;
    }
  outlay_text_scanner_fault (scanner, start, g_strdup (_("found a comment, which a plan file has no place for; expected remarks in a description or in sources")));

  end = block ? g_strstr_len (start + 2, scanner->end - start - 2, "*/") : memchr (start, '\n', scanner->end - start);
  scanner->at = end == NULL ? scanner->end : end + (block ? 2 : 1);
  return TRUE;
}

/* Past what may stand between tokens. */
static gboolean
skip_space (OutlayTextScanner *scanner)
{
  while (scanner->at < scanner->end)
    if (*scanner->at == ' ' || *scanner->at == '\n' || *scanner->at == '\t' || *scanner->at == '\r')
      scanner->at++;
    else if (*scanner->at != '/')
      return TRUE;
    else if (!skip_comment (scanner))
      return FALSE;
  return TRUE;
}

static gboolean
fault_at_end (OutlayTextScanner *scanner)
{
  guint line, column;

  if (level (scanner) > 0 && is_indexed (scanner))
    {
      outlay_faults_locate (scanner->faults, current (scanner)->start, &line, &column);
      outlay_text_scanner_fault (scanner, scanner->end, in_object (scanner)
        ? g_strdup_printf (_("found the end of the file inside the object that begins at line %u, column %u; expected its “}”"), line, column)
        : g_strdup_printf (_("found the end of the file inside the array that begins at line %u, column %u; expected its “]”"), line, column));
    }
  else
    outlay_text_scanner_fault (scanner, scanner->end, g_strdup (_("found the end of the file inside a value; expected its end")));
  return FALSE;
}

/* To the next token; FALSE where there is none. */
static gboolean
find_token (OutlayTextScanner *scanner)
{
  if (!skip_space (scanner))
    return FALSE;
  return scanner->at < scanner->end || fault_at_end (scanner);
}

/* "name": and the beginning of the value's entry. */
static gboolean
begin_member (OutlayTextScanner *scanner)
{
  const char *name = scanner->at;
  gboolean faulty = FALSE;

  if (*name == '\'')
    outlay_text_scanner_fault (scanner, name, single_quote_fault ());
  else if (*name != '"')
    fault_here (scanner, _("the name of a member in double quotes"));
  if (*name != '"' || !outlay_text_scanner_string (scanner, &faulty) || !find_token (scanner))
    return FALSE;

  if (*scanner->at != ':')
    {
      fault_here (scanner, _("“:” after the name of a member"));
      return FALSE;
    }
  scanner->at++;
  if (!find_token (scanner))
    return FALSE;
  begin_entry (scanner, name, faulty);
  return TRUE;
}

/* A member or an item. */
static gboolean
begin_next (OutlayTextScanner *scanner)
{
  if (in_object (scanner))
    return begin_member (scanner);
  begin_entry (scanner, NULL, FALSE);
  return TRUE;
}

static gboolean
open_bracket (OutlayTextScanner *scanner)
{
  guint8 bracket = *scanner->at;

  g_byte_array_append (scanner->open, &bracket, 1);
  if (level (scanner) == OUTLAY_DEEPEST_LEVEL + 1)
    {
      outlay_text_scanner_fault (scanner, scanner->at,
        g_strdup_printf (_("found objects and arrays within each other at level %d; expected no more than %d levels"),
                         OUTLAY_DEEPEST_LEVEL + 1, OUTLAY_DEEPEST_LEVEL));
      current (scanner)->faulty = TRUE;
    }
  scanner->at++;
  return find_token (scanner);
}

static gboolean
at_closer (OutlayTextScanner *scanner)
{
  return *scanner->at == (in_object (scanner) ? '}' : ']');
}

static void
close_bracket (OutlayTextScanner *scanner)
{
  scanner->at++;
  g_byte_array_set_size (scanner->open, level (scanner) - 1);
  end_entry (scanner);
}

/* Single-quoted text as a value: its extent is known, so the rest can be read. */
static gboolean
skip_single_quoted (OutlayTextScanner *scanner)
{
  outlay_text_scanner_fault (scanner, scanner->at, single_quote_fault ());
  for (scanner->at++; scanner->at < scanner->end && *scanner->at != '\n'; scanner->at++)
    if (*scanner->at == '\'')
      {
        scanner->at++;
        return TRUE;
      }
  return FALSE;
}

static gboolean
scan_scalar (OutlayTextScanner *scanner)
{
  gboolean faulty = *scanner->at == '\'', whole;

  if (*scanner->at == '"')
    whole = outlay_text_scanner_string (scanner, &faulty);
  else if (faulty)
    whole = skip_single_quoted (scanner);
  else
    whole = outlay_text_scanner_word (scanner, &faulty);

  if (is_indexed (scanner) && faulty)
    current (scanner)->faulty = TRUE;
  if (whole)
    end_entry (scanner);
  return whole;
}

/* What follows a value: a comma and the next one (TRUE), the ends of what is open, or a fault. */
static gboolean
pass_value (OutlayTextScanner *scanner)
{
  while (level (scanner) > 0)
    {
      const char *comma;

      if (!find_token (scanner))
        return FALSE;
      comma = scanner->at;
      if (*comma == ',')
        {
          scanner->at++;
          if (!find_token (scanner))
            return FALSE;
          if (!at_closer (scanner))
            return begin_next (scanner);
          outlay_text_scanner_fault (scanner, comma, g_strdup_printf (_("found a comma before “%c”, expected nothing or another entry"), *scanner->at));
        }
      else if (!at_closer (scanner))
        {
          fault_here (scanner, in_object (scanner) ? _("“,” or “}”") : _("“,” or “]”"));
          return FALSE;
        }
      close_bracket (scanner);
    }
  return FALSE;
}

static gboolean
scan_value (OutlayTextScanner *scanner, gboolean *opened)
{
  *opened = FALSE;
  if (*scanner->at != '{' && *scanner->at != '[')
    return scan_scalar (scanner);

  if (!open_bracket (scanner))
    return FALSE;
  if (at_closer (scanner))
    close_bracket (scanner);
  else
    *opened = TRUE;
  return TRUE;
}

/* The root and all in it, without recursion. */
static gboolean
scan_tree (OutlayTextScanner *scanner)
{
  gboolean opened, more;

  begin_entry (scanner, NULL, FALSE);
  do
    {
      if (!scan_value (scanner, &opened))
        return FALSE;
      more = opened ? begin_next (scanner) : pass_value (scanner);
    }
  while (more);
  return current (scanner)->next != 0;
}

/* What can be said of a text before its first token; FALSE where there is none. */
static gboolean
scan_beginning (OutlayTextScanner *scanner)
{
  gsize length = scanner->end - scanner->text;

  if (length > OUTLAY_LARGEST_TEXT)
    {
      outlay_text_scanner_fault (scanner, scanner->text, g_strdup (_("found a file of more than 64 MiB; expected a plan of at most 64 MiB")));
      return FALSE;
    }
  if (length >= 2 && (memcmp (scanner->text, "\xff\xfe", 2) == 0 || memcmp (scanner->text, "\xfe\xff", 2) == 0))
    {
      outlay_text_scanner_fault (scanner, scanner->text, g_strdup (_("found UTF-16, which is not UTF-8; expected a file saved as UTF-8")));
      return FALSE;
    }
  if (length >= 3 && memcmp (scanner->text, "\xef\xbb\xbf", 3) == 0)
    {
      outlay_text_scanner_fault (scanner, scanner->text, g_strdup (_("found a byte order mark; expected the file to begin with “{” (saved as UTF-8 without a mark)")));
      scanner->at += 3;
    }
  if (!skip_space (scanner))
    return FALSE;
  if (scanner->at == scanner->end)
    outlay_text_scanner_fault (scanner, scanner->text, g_strdup (_("found an empty file; expected a plan, which begins with “{”")));
  return scanner->at < scanner->end;
}

gboolean
outlay_text_scanner_wants (OutlayTextScanner *scanner, const char *at)
{
  return outlay_faults_wants (scanner->faults, at - scanner->text);
}

void
outlay_text_scanner_fault (OutlayTextScanner *scanner, const char *at, char *message)
{
  char *path;

  if (!outlay_text_scanner_wants (scanner, at))
    {
      g_free (message);
      return;
    }
  path = scanner->index->entries->len > 0 ? outlay_text_path (scanner->index, scanner->entry) : g_strdup ("");
  outlay_faults_add (scanner->faults, at - scanner->text, path, message);
}

char *
outlay_text_scanner_bad_character (OutlayTextScanner *scanner)
{
  if (*scanner->at != '\0' &&
      ((guchar) *scanner->at < 0x80 || g_utf8_get_char_validated (scanner->at, scanner->end - scanner->at) < (gunichar) -2))
    return NULL;
  if (!outlay_text_scanner_wants (scanner, scanner->at))
    return g_strdup ("");
  if (*scanner->at == '\0')
    return g_strdup (_("found the character U+0000 (a zero byte), which no text may contain; expected text without it"));
  return g_strdup_printf (_("found the byte 0x%02x, which is not UTF-8; expected a file saved as UTF-8"), (guchar) *scanner->at);
}

gboolean
outlay_text_index_init (OutlayTextIndex *index, const char *text, gsize length, OutlayFaults *faults)
{
  g_autoptr (GByteArray) open = g_byte_array_new ();
  OutlayTextScanner scanner = { .index = index, .faults = faults, .text = text, .at = text, .end = text + length, .open = open };

  *index = (OutlayTextIndex) { .text = text, .length = length, .entries = g_array_new (FALSE, FALSE, sizeof (OutlayTextEntry)) };
  if (!scan_beginning (&scanner) || !scan_tree (&scanner))
    return FALSE;

  if (skip_space (&scanner) && scanner.at < scanner.end)
    fault_here (&scanner, _("nothing after the end of the plan"));
  return TRUE;
}
