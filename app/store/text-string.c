/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/text-scanner.h"

#define ESCAPES "\"\\/bfnrtu"

/* The four hexadecimal digits at c, or −1. */
static int
hexadecimal (const char *c, const char *end)
{
  int number = 0;

  if (end - c < 4)
    return -1;
  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (c[i]))
        return -1;
      number = 16 * number + g_ascii_xdigit_value (c[i]);
    }
  return number;
}

static gboolean
is_low_surrogate (const char *c, const char *end)
{
  int unit = end - c >= 6 && c[0] == '\\' && c[1] == 'u' ? hexadecimal (c + 2, end) : -1;

  return unit >= 0xdc00 && unit <= 0xdfff;
}

/* The length of the escape at c, and whether it is a sound one. */
static gsize
measure_escape (const char *c, const char *end, gboolean *sound)
{
  int unit = c[1] == 'u' ? hexadecimal (c + 2, end) : -1;
  gboolean pair = unit >= 0xd800 && unit <= 0xdbff && is_low_surrogate (c + 6, end);

  if (unit < 0)
    {
      *sound = c[1] != 'u' && c[1] != '\0' && strchr (ESCAPES, c[1]) != NULL;
      return 2;
    }
  *sound = pair || (unit != 0 && (unit < 0xd800 || unit > 0xdfff));
  return pair ? 12 : 6;
}

static char *
describe_escape (const char *c, gsize length)
{
  g_autofree char *found = NULL;

  if (length == 2 && c[1] == 'u')
    return g_strdup (_("found \\u without four hexadecimal digits; expected an escape such as \\u00b2"));
  if (length == 2)
    {
      found = outlay_quote (c, 2);
      return g_strdup_printf (_("found %s, which is no escape; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"), found);
    }
  if (memcmp (c, "\\u0000", 6) == 0)
    return g_strdup (_("found the character U+0000 (written \\u0000), which no text may contain; expected text without it"));
  return g_strdup_printf (_("found the lone surrogate \\u%.4s; expected a whole character, which takes a pair such as \\ud83d\\udd0b"), c + 2);
}

/* The escape at scanner->at, and past it. */
static void
scan_escape (OutlayTextScanner *scanner, gboolean *faulty)
{
  gboolean sound;
  gsize length = measure_escape (scanner->at, scanner->end, &sound);

  if (!sound)
    {
      *faulty = TRUE;
      if (outlay_text_scanner_wants (scanner, scanner->at))
        outlay_text_scanner_fault (scanner, scanner->at, describe_escape (scanner->at, length));
    }
  scanner->at += length;
}

static void
scan_control (OutlayTextScanner *scanner)
{
  guchar control = *scanner->at;
  char *bad;

  if (outlay_text_scanner_wants (scanner, scanner->at))
    {
      bad = outlay_text_scanner_bad_character (scanner);
      outlay_text_scanner_fault (scanner, scanner->at, bad != NULL ? bad
        : g_strdup_printf (_("found the control character U+%04X inside a text; expected it written as \\u%04x"), control, control));
    }
  scanner->at++;
}

/* A character of several bytes, and past it. One fault stands for one stretch of bytes that are none. */
static void
scan_character (OutlayTextScanner *scanner, gboolean *faulty)
{
  char *bad = outlay_text_scanner_bad_character (scanner);

  if (bad == NULL)
    {
      scanner->at += g_utf8_skip[(guchar) *scanner->at];
      return;
    }
  outlay_text_scanner_fault (scanner, scanner->at, bad);
  *faulty = TRUE;
  do
    scanner->at++;
  while (scanner->at < scanner->end && (guchar) *scanner->at >= 0x80 &&
         g_utf8_get_char_validated (scanner->at, scanner->end - scanner->at) >= (gunichar) -2);
}

gboolean
outlay_text_scanner_string (OutlayTextScanner *scanner, gboolean *faulty)
{
  const char *start = scanner->at++;

  while (scanner->at < scanner->end && *scanner->at != '\n')
    {
      guchar c = *scanner->at;

      if (c == '"')
        {
          scanner->at++;
          return TRUE;
        }
      if (c == '\\' && scanner->end - scanner->at >= 2 && scanner->at[1] != '\n')
        scan_escape (scanner, faulty);
      else if (c >= 0x80)
        scan_character (scanner, faulty);
      else if (c < 0x20)
        {
          scan_control (scanner);
          *faulty = TRUE;
        }
      else
        scanner->at++;
    }
  outlay_text_scanner_fault (scanner, start, scanner->at < scanner->end
    ? g_strdup (_("found a text that its line does not close; expected “\"” at its end, and a line break in it written as \\n"))
    : g_strdup (_("found a text that nothing closes before the end of the file; expected “\"” at its end")));
  return FALSE;
}
