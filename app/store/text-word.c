/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "store/text-scanner.h"

/* A number of so few characters and without an exponent cannot be too large. */
#define SURELY_FINITE 300
#define LONGEST_NUMBER 40

static const char *
skip_digits (const char *c, const char *end)
{
  while (c < end && g_ascii_isdigit (*c))
    c++;
  return c;
}

/* The number grammar of RFC 8259 §6. */
static gboolean
is_number (const char *c, const char *end, gboolean *exponent)
{
  const char *digits;

  if (c < end && *c == '-')
    c++;
  digits = c;
  c = skip_digits (c, end);
  if (c == digits || (*digits == '0' && c - digits > 1))
    return FALSE;

  if (c < end && *c == '.')
    {
      digits = ++c;
      if ((c = skip_digits (c, end)) == digits)
        return FALSE;
    }

  *exponent = c < end && (*c == 'e' || *c == 'E');
  if (*exponent)
    {
      c++;
      if (c < end && (*c == '+' || *c == '-'))
        c++;
      digits = c;
      if ((c = skip_digits (c, end)) == digits)
        return FALSE;
    }
  return c == end;
}

static gboolean
is_finite (const char *word, gsize length)
{
  g_autofree char *copy = g_strndup (word, length);

  return isfinite (g_ascii_strtod (copy, NULL));
}

/* NaN and the infinities, as the languages that write them spell them. */
static gboolean
is_not_finite (const char *word, gsize length)
{
  static const char *const spellings[] = { "nan", "inf", "infinity" };

  if (length > 0 && (*word == '-' || *word == '+'))
    word++, length--;
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (length == strlen (spellings[i]) && g_ascii_strncasecmp (word, spellings[i], length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_literal (const char *word, gsize length)
{
  return (length == 4 && (memcmp (word, "true", 4) == 0 || memcmp (word, "null", 4) == 0)) ||
         (length == 5 && memcmp (word, "false", 5) == 0);
}

static gboolean
ends_word (char c)
{
  return strchr (" \t\r\n,:[]{}\"'/", c) != NULL;
}

static gboolean
is_value (const char *word, gsize length, gboolean *number)
{
  gboolean exponent;

  *number = is_number (word, word + length, &exponent);
  return *number ? (!exponent && length < SURELY_FINITE) || is_finite (word, length) : is_literal (word, length);
}

static char *
describe_word (const char *word, gsize length, gboolean number)
{
  g_autofree char *found = number ? outlay_printable (word, length, LONGEST_NUMBER) : outlay_quote (word, length);

  if (number)
    return g_strdup_printf (_("found the number %s, which is too large to hold; expected one below 1.8e308"), found);
  if (is_not_finite (word, length))
    return g_strdup_printf (_("found %s, which is no number that can be reckoned with; expected a finite number, or null where that may stand"), found);
  if (g_ascii_isdigit (*word) || strchr ("+-.", *word) != NULL)
    return g_strdup_printf (_("found %s, which is not written as a number is; expected one such as 1800000000, 0.42 or 1.8e9"), found);
  return g_strdup_printf (_("found %s; expected a number, a text in double quotes, true, false, null, an object or an array"), found);
}

/* Past the word; FALSE where it holds bytes that are no characters, or is one. */
static gboolean
skip_word (OutlayTextScanner *scanner)
{
  gboolean sound = *scanner->at != '\0';

  if (!sound)
    outlay_text_scanner_fault (scanner, scanner->at, outlay_text_scanner_bad_character (scanner));
  for (; scanner->at < scanner->end && !ends_word (*scanner->at); scanner->at++)
    {
      char *bad = sound && ((guchar) *scanner->at & 0xc0) != 0x80 ? outlay_text_scanner_bad_character (scanner) : NULL;

      if (bad != NULL)
        outlay_text_scanner_fault (scanner, scanner->at, bad);
      sound &= bad == NULL;
    }
  return sound;
}

gboolean
outlay_text_scanner_word (OutlayTextScanner *scanner, gboolean *faulty)
{
  const char *start = scanner->at;
  gboolean number;

  *faulty = !skip_word (scanner);
  if (*faulty || is_value (start, scanner->at - start, &number))
    return scanner->at > start;

  *faulty = TRUE;
  /* A mark that ends a word stands where a value should: what was meant cannot be told. */
  if (outlay_text_scanner_wants (scanner, start))
    outlay_text_scanner_fault (scanner, start, describe_word (start, MAX (scanner->at - start, 1), number));
  return scanner->at > start;
}
