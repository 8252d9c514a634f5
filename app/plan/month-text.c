/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plan/amount-private.h"
#include "plan/typed.h"

/* What is in a text that may be a month: up to two numbers and a word. */
typedef struct
{
  guint numbers[2];
  guint lengths[2];
  guint n;
  char *word;
} Parts;

static gboolean
take_number (Parts *parts, const char **at)
{
  const char *end = *at;

  if (parts->n == 2)
    return FALSE;
  parts->numbers[parts->n] = (guint) g_ascii_strtoull (*at, (char **) &end, 10);
  parts->lengths[parts->n++] = (guint) (end - *at);
  *at = end;
  return TRUE;
}

static gboolean
take_word (Parts *parts, const char **at)
{
  const char *end = *at;

  if (parts->word != NULL)
    return FALSE;
  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  parts->word = g_strndup (*at, (gsize) (end - *at));
  *at = end;
  return TRUE;
}

/* Chinese names what the numbers are: 2026年8月. */
static gboolean
is_year_or_month_sign (const char *at)
{
  return g_str_has_prefix (at, "年") || g_str_has_prefix (at, "月");
}

static gboolean
take_apart (const char *text, Parts *parts)
{
  const char *at = text;

  while (*at != '\0')
    if (g_ascii_isdigit (*at))
      {
        if (!take_number (parts, &at))
          return FALSE;
      }
    else if (is_year_or_month_sign (at) || strchr (" -/.,_", *at) != NULL)
      at = g_utf8_next_char (at);
    else if (!g_unichar_isalpha (g_utf8_get_char (at)) || !take_word (parts, &at))
      return FALSE;
  return TRUE;
}

/* The month, 1 to 12, whose name in the reader's language or in English begins so; 0 for none. */
static guint
find_named (const char *word)
{
  static const char *const english[] = { "january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december" };
  g_autofree char *wanted = g_utf8_casefold (word, -1);

  if (g_utf8_strlen (wanted, -1) < 3)
    return 0;
  for (guint month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2000, (int) month, 1, 0, 0, 0);
      g_autofree char *name = g_date_time_format (date, "%B"), *own = g_utf8_casefold (name, -1);

      if (g_str_has_prefix (own, wanted) || g_str_has_prefix (english[month - 1], wanted))
        return month;
    }
  return 0;
}

static void
choose (const Parts *parts, guint *year, guint *month)
{
  if (parts->word != NULL && parts->n == 1)
    {
      *year = parts->numbers[0];
      *month = find_named (parts->word);
    }
  else if (parts->word == NULL && parts->n == 1 && parts->lengths[0] == 6)
    {
      *year = parts->numbers[0] / 100;
      *month = parts->numbers[0] % 100;
    }
  else if (parts->word == NULL && parts->n == 2)
    {
      const guint first = parts->lengths[0] == 4 ? 0 : 1;

      *year = parts->lengths[first] == 4 ? parts->numbers[first] : 0;
      *month = parts->numbers[1 - first];
    }
}

/**
 * outlay_month_read:
 * @text: what a person typed
 * @month: (out): months since year 0; left alone where it is none
 *
 * Understands a year of four digits and a month in either order, with any sign between them, as one number ("202608"), in Chinese, or with the name
 * of the month.
 *
 * Returns: whether @text is a month
 */
gboolean
outlay_month_read (const char *text, double *month)
{
  g_autofree char *plain = outlay_amount_normalise (text);
  Parts parts = { .n = 0 };
  guint year = 0, number = 0;

  if (take_apart (plain, &parts))
    choose (&parts, &year, &number);
  g_free (parts.word);
  if (year < 1000 || number < 1 || number > 12)
    return FALSE;
  *month = 12.0 * year + number - 1;
  return TRUE;
}
