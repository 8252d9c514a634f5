/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/ending.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/land.h"
#include "plan/amount-private.h"

typedef enum
{
  NOTHING,
  AREA, /* in m² */
  TIME, /* in months */
  DAYS, /* in days, of which months and years have no certain number */
  SHARE,
} Dimension;

typedef struct
{
  const char *word;
  Dimension dimension;
  int exponent;
  double size;
} Word;

/* In every language; capital and small letters are the same. Of two that fit, the longer holds. */
static const Word words[] = {
  { "m²", AREA, 0, 1 },       { "m2", AREA, 0, 1 },       { "m^2", AREA, 0, 1 },     { "sqm", AREA, 0, 1 },      { "㎡", AREA, 0, 1 },
  { "平方米", AREA, 0, 1 },   { "平米", AREA, 0, 1 },     { "ha", AREA, 4, 1 },      { "hectare", AREA, 4, 1 },  { "hectares", AREA, 4, 1 },
  { "公顷", AREA, 4, 1 },     { "公頃", AREA, 4, 1 },     { "km²", AREA, 6, 1 },     { "km2", AREA, 6, 1 },      { "km^2", AREA, 6, 1 },
  { "㎢", AREA, 6, 1 },       { "平方公里", AREA, 6, 1 }, { "平方千米", AREA, 6, 1 }, { "mu", AREA, 0, OUTLAY_SQUARE_METRES_PER_MU },
  { "亩", AREA, 0, OUTLAY_SQUARE_METRES_PER_MU },         { "畝", AREA, 0, OUTLAY_SQUARE_METRES_PER_MU },
  { "month", TIME, 0, 1 },    { "months", TIME, 0, 1 },   { "mo", TIME, 0, 1 },      { "个月", TIME, 0, 1 },     { "個月", TIME, 0, 1 },
  { "月", TIME, 0, 1 },       { "year", TIME, 0, 12 },    { "years", TIME, 0, 12 },  { "yr", TIME, 0, 12 },      { "yrs", TIME, 0, 12 },
  { "y", TIME, 0, 12 },       { "年", TIME, 0, 12 },      { "day", DAYS, 0, 1 },     { "days", DAYS, 0, 1 },     { "d", DAYS, 0, 1 },
  { "天", DAYS, 0, 1 },       { "日", DAYS, 0, 1 },       { "week", DAYS, 0, 7 },    { "weeks", DAYS, 0, 7 },    { "周", DAYS, 0, 7 },
};

/* own: what one of the field's unit comes to. */
static Dimension
dimension_of (OutlayUnit kind, double *own)
{
  *own = kind == OUTLAY_UNIT_YEARS ? 12 : 1;
  switch ((int) kind)
    {
    case OUTLAY_UNIT_SQUARE_METRES: return AREA;
    case OUTLAY_UNIT_MONTHS:
    case OUTLAY_UNIT_YEARS: return TIME;
    case OUTLAY_UNIT_DAYS: return DAYS;
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR: return SHARE;
    default: return NOTHING;
    }
}

/* Something stands before it, and no further letter of the same word. */
static gboolean
ends_with (const char *text, const char *word)
{
  const gsize length = strlen (word), all = strlen (text);

  return all > length && g_ascii_strcasecmp (text + all - length, word) == 0 &&
         !(g_ascii_isalpha (*word) && g_ascii_isalpha (text[all - length - 1]));
}

gboolean
outlay_ending_find (OutlayUnit kind, const char *text, gsize *length, OutlayEnding *ending)
{
  const Word *found = NULL;
  double own;
  const Dimension dimension = dimension_of (kind, &own);

  for (guint i = 0; dimension != NOTHING && i < G_N_ELEMENTS (words); i++)
    if (words[i].dimension == dimension && ends_with (text, words[i].word) && (found == NULL || strlen (words[i].word) > strlen (found->word)))
      found = &words[i];
  if (found == NULL)
    return FALSE;
  *length = strlen (text) - strlen (found->word);
  *ending = (OutlayEnding) { found->exponent, found->size, own };
  return TRUE;
}

double
outlay_ending_apply (const OutlayEnding *ending, double number)
{
  return outlay_decimal_shift (number, ending->exponent) * ending->size / ending->own;
}

char *
outlay_ending_complain (OutlayUnit kind, const char *text)
{
  const char *word = text + strlen (text);
  double own;
  const Dimension dimension = dimension_of (kind, &own);

  while (word > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (word))))
    word = g_utf8_prev_char (word);
  if (*word == '\0' || dimension == NOTHING)
    return NULL;
  if (strpbrk (text, "0123456789") == NULL)
    return g_strdup (_("Type a number."));
  switch (dimension)
    {
    case AREA: return g_strdup_printf (_("“%s” is not a unit of area. Known are m², mu, ha, km², 亩 and 公顷."), word);
    case TIME: return g_strdup_printf (_("“%s” is not a unit of time. Known are months and years, 个月 and 年."), word);
    case DAYS: return g_strdup_printf (_("“%s” is not a unit of time here. Known are days and weeks, 天 and 周."), word);
    case SHARE: return g_strdup_printf (_("“%s” is not a unit of a share. Known is the percent sign."), word);
    case NOTHING:
    default: return NULL;
    }
}
