/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/amount-private.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *word;
  int exponent;
} Word;

/* Units that are understood in every language; capital and small letters are the same. Of two that fit, the longer holds. */
static const Word units[] = {
  { "k", 3 },          { "thousand", 3 }, { "thousands", 3 }, { "tsd", 3 },       { "m", 6 },         { "mn", 6 },
  { "mio", 6 },        { "mln", 6 },      { "million", 6 },   { "millions", 6 },  { "b", 9 },         { "bn", 9 },
  { "bln", 9 },        { "mrd", 9 },      { "md", 9 },        { "billion", 9 },   { "billions", 9 },  { "milliard", 9 },
  { "milliards", 9 },  { "t", 12 },       { "tn", 12 },       { "trn", 12 },      { "trillion", 12 }, { "trillions", 12 },
  { "w", 4 },          { "wan", 4 },      { "lakh", 5 },      { "crore", 7 },     { "百", 2 },        { "千", 3 },
  { "万", 4 },         { "萬", 4 },       { "十万", 5 },      { "百万", 6 },      { "百萬", 6 },      { "千万", 7 },
  { "千萬", 7 },       { "亿", 8 },       { "億", 8 },        { "十亿", 9 },      { "百亿", 10 },     { "千亿", 11 },
  { "万亿", 12 },      { "萬億", 12 },
};

/* Currencies are read past, also two in a row ("元人民币"): an amount is in the plan's own, and nothing is converted. */
static const char *const currencies[] = {
  "yuan", "元", "圆", "圓", "人民币", "人民幣", "rmb", "cny", "cnh", "usd", "eur", "gbp", "jpy", "hkd", "twd", "krw", "inr",  "sgd",
  "aud",  "cad", "chf", "sek", "nok", "dkk", "pln", "czk", "huf", "ron", "rub", "uah", "kzt", "uzs", "try", "brl", "mxn",  "zar",
  "idr",  "myr", "thb", "vnd", "php", "pkr", "bdt", "aed", "sar", "ils", "egp", "ngn", "kes", "dollar", "dollars", "euro", "euros",
};

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;
  return text;
}

/* The length of word at text, where no further ASCII letter follows an ASCII one; 0 where it does not stand there. */
static gsize
match_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  if (length == 0 || g_ascii_strncasecmp (text, word, length) != 0)
    return 0;
  if (g_ascii_isalpha (word[length - 1]) && g_ascii_isalpha (text[length]))
    return 0;
  return length;
}

static gsize
match_unit (const char *text, int *exponent)
{
  /* The words of the language come first; they are those of outlay_amount_unit(). */
  const Word own[] = {
    { C_ ("amount unit", "k"), 3 },
    { C_ ("amount unit", "m"), 6 },
    { C_ ("amount unit", "bn"), 9 },
    { C_ ("amount unit", "万"), 4 },
    { C_ ("amount unit", "亿"), 8 },
  };
  gsize longest = 0, length;

  for (guint i = 0; i < G_N_ELEMENTS (own) + G_N_ELEMENTS (units); i++)
    {
      const Word *word = i < G_N_ELEMENTS (own) ? &own[i] : &units[i - G_N_ELEMENTS (own)];

      length = match_word (text, word->word);
      if (length > longest)
        {
          longest = length;
          *exponent = word->exponent;
        }
    }
  return longest;
}

static gsize
match_currency (const char *text)
{
  gsize longest = 0;
  gunichar first = g_utf8_get_char (text);

  if (g_unichar_type (first) == G_UNICODE_CURRENCY_SYMBOL)
    return (gsize) (g_utf8_next_char (text) - text);
  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    longest = MAX (longest, match_word (text, currencies[i]));
  /* A translation is looked up, which takes its time. */
  for (guint i = 0; g_unichar_isalpha (first) && outlay_currency_nth_word (i) != NULL; i++)
    longest = MAX (longest, match_word (text, outlay_currency_nth_word (i)));
  return longest;
}

static gboolean
skip_currency (const char **at)
{
  const char *text = skip_spaces (*at);
  gsize length;
  gboolean found = FALSE;

  while ((length = match_currency (text)) > 0)
    {
      *at = text = skip_spaces (text + length);
      found = TRUE;
    }
  return found;
}

static gboolean
is_grouping_mark (const char *at)
{
  return *at == '\'' || *at == ' ';
}

/* The end of digits, points, commas and grouping marks that stand between digits. */
static const char *
number_end (const char *at)
{
  for (;; at++)
    if (!g_ascii_isdigit (*at) && *at != '.' && *at != ',' && !(is_grouping_mark (at) && g_ascii_isdigit (at[1])))
      return at;
}

/* Whether every mark in the text stands before exactly three digits, and the first behind one to three. */
static gboolean
is_grouped (const char *text, gsize length, char mark)
{
  gsize digits = 0;
  gboolean first = TRUE;

  for (gsize i = 0; i <= length; i++)
    if (i == length || text[i] == mark)
      {
        if (first ? digits < 1 || digits > 3 : digits != 3)
          return FALSE;
        first = FALSE;
        digits = 0;
      }
    else
      digits++;
  return TRUE;
}

static gsize
count (const char *text, gsize length, char mark)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += text[i] == mark;
  return n;
}

/* The place of the decimal mark in a number, length where it has none. The locale's mark holds; a plain point is one too where it cannot be grouping. */
static gsize
decimal_place (const char *text, gsize length)
{
  char mark = nl_langinfo (RADIXCHAR)[0] == ',' ? ',' : '.';

  if (count (text, length, mark) == 1)
    return (gsize) ((const char *) memchr (text, mark, length) - text);
  if (mark == ',' && count (text, length, ',') == 0 && count (text, length, '.') == 1 && !is_grouped (text, length, '.'))
    return (gsize) ((const char *) memchr (text, '.', length) - text);
  return length;
}

/* The digits of a number in plain form ("1234.5"), or NULL where its marks make no sense. */
static char *
plain_digits (const char *text, gsize length)
{
  gsize point = decimal_place (text, length);
  g_autoptr (GString) plain = g_string_new (NULL);
  char mark = '\0';

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isdigit (text[i]))
      g_string_append_c (plain, text[i]);
    else if (i == point)
      g_string_append_c (plain, '.');
    else if (i > point || (mark != '\0' && mark != text[i]))
      return NULL;
    else
      mark = text[i];
  if (mark != '\0' && !is_grouped (text, point, mark))
    return NULL;
  return g_string_free_and_steal (g_steal_pointer (&plain));
}

static const char *
read_exponent (const char *at, int *exponent)
{
  char *end;
  glong value;

  *exponent = 0;
  if (g_ascii_tolower (*at) != 'e' || !(g_ascii_isdigit (at[1]) || ((at[1] == '-' || at[1] == '+') && g_ascii_isdigit (at[2]))))
    return at;
  value = strtol (at + 1, &end, 10);
  *exponent = (int) CLAMP (value, -10000, 10000);
  return end;
}

/* A number with its unit, if any; the exponent of the unit is 0 and *unit FALSE where there is none. */
static gboolean
read_number (const char **at, double *number, gboolean *unit, int *unit_exponent, GError **error)
{
  const char *start = *at, *end = number_end (start), *behind;
  g_autofree char *plain = plain_digits (start, (gsize) (end - start)), *decimal = NULL;
  int exponent;
  gsize length;

  if (plain == NULL || plain[strspn (plain, ".")] == '\0')
    {
      g_autofree char *quote = g_strndup (start, (gsize) (end - start));

      g_set_error (error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_SYNTAX,
                   _("“%s” is not a number: check its decimal point and its thousands separators."), quote);
      return FALSE;
    }
  end = read_exponent (end, &exponent);
  *unit_exponent = 0;
  behind = skip_spaces (end);
  length = match_unit (behind, unit_exponent);
  *unit = length > 0;
  decimal = g_strdup_printf ("%se%d", plain, exponent + *unit_exponent);
  *number = g_ascii_strtod (decimal, NULL);
  *at = *unit ? behind + length : end;
  return TRUE;
}

char *
outlay_amount_quote (const char *text)
{
  const char *end = text;

  if (g_ascii_isdigit (*text))
    end = number_end (text);
  else
    while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
  if (end == text && *text != '\0')
    end = g_utf8_next_char (text);
  return g_strndup (text, (gsize) (end - text));
}

/* Full-width forms lie in Unicode in the order of ASCII. */
static gunichar
normalise_character (gunichar c)
{
  if (c >= 0xFF01 && c <= 0xFF5E)
    c -= 0xFEE0;
  if (g_unichar_isdigit (c))
    return '0' + (gunichar) g_unichar_digit_value (c);
  if (g_unichar_isspace (c))
    return ' ';
  switch (c)
    {
    case 0xFFE5: /* full-width yen sign */
      return 0x00A5;
    case 0x2019: /* right single quotation mark, which groups in Switzerland */
      return '\'';
    case 0x2010: /* hyphen */
    case 0x2013: /* en dash */
    case 0x2212: /* minus */
      return '-';
    case 0x00D7: /* multiplication sign */
    case 0x22C5: /* dot operator */
    case 0x00B7: /* middle dot */
      return '*';
    case 0x00F7: /* division sign */
    case 0x2215: /* division slash */
      return '/';
    case 0x066B: /* Arabic decimal separator */
      return '.';
    default:
      return c;
    }
}

char *
outlay_amount_normalise (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    g_string_append_unichar (plain, normalise_character (g_utf8_get_char (c)));
  return g_strstrip (g_string_free_and_steal (g_steal_pointer (&plain)));
}

gboolean
outlay_amount_is_literal (const char *text)
{
  return g_ascii_isdigit (*text) || *text == '.' || *text == ',' || match_currency (text) > 0;
}

gboolean
outlay_amount_read_literal (const char **at, OutlayAmountLiteral *literal, GError **error)
{
  gboolean unit = FALSE;
  int exponent = 0;

  literal->money = skip_currency (at);
  if (!g_ascii_isdigit (**at) && **at != '.' && **at != ',')
    {
      g_set_error_literal (error, OUTLAY_AMOUNT_ERROR, OUTLAY_AMOUNT_ERROR_SYNTAX, _("A number is missing beside the currency."));
      return FALSE;
    }
  if (!read_number (at, &literal->number, &unit, &exponent, error))
    return FALSE;
  literal->money |= unit;

  /* "1亿2000万": each further number counts in a smaller unit. */
  while (unit && g_ascii_isdigit (*skip_spaces (*at)))
    {
      const char *next = skip_spaces (*at);
      double further;
      int smaller;

      if (!read_number (&next, &further, &unit, &smaller, error))
        return FALSE;
      if (!unit || smaller >= exponent)
        break;
      literal->number += further;
      exponent = smaller;
      *at = next;
    }
  literal->money |= skip_currency (at);
  return TRUE;
}
