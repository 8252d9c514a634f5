/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/amount.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/unit.h"

static const OutlayAmountUnit plain = { 1, "" };

/* The decimals that a number usually has, −1 for three significant digits; more where a step of `least` would not show, up to all that a double tells. */
static int
widen (double number, int usual, double least)
{
  const int whole = number != 0 ? (int) floor (log10 (fabs (number))) : 0;
  const int shown = usual >= 0 ? usual : MAX (2 - whole, 0);
  int needed;

  if (!(least > 0) || !isfinite (least))
    return usual;
  /* What is left over from a subtraction does not ask for another decimal. */
  needed = MIN ((int) ceil (-log10 (least) - 1e-6), 16 - whole);
  return needed > shown ? needed : usual;
}

static char *
format_plain (double number, int usual, double least)
{
  return outlay_amount_format_in (number, plain, widen (number, usual, least));
}

static char *
format_money (double money, const char *currency, double least)
{
  const double size = outlay_amount_unit (money).size;
  g_autofree char *amount = outlay_amount_format (money, widen (money / size, -1, least / size));
  const char *word = outlay_currency_word (currency);

  if (word == NULL)
    return g_steal_pointer (&amount);
  /* Translators: an amount and its currency, as in "1.80 bn yuan"; Chinese sets no space */
  return g_strdup_printf (C_ ("amount and currency", "%s %s"), amount, word);
}

/* A whole number without decimals, any other with one. */
static char *
format_count (double count, double least)
{
  return format_plain (count, fabs (count) >= 100 || count == floor (count) ? 0 : 1, least);
}

/* What ngettext() takes for a count that may have decimals. */
static gulong
plural (double count)
{
  return count == 1 ? 1 : fabs (count) < 1e6 ? 2 + (gulong) fabs (count) : 1000000;
}

static char *
format_month (double month)
{
  int whole = (int) floor (month);
  g_autoptr (GDateTime) date = g_date_time_new_utc (whole / 12, whole % 12 + 1, 1, 0, 0, 0);

  /* Translators: a month for g_date_time_format(), as in "Aug 2021" */
  return date != NULL ? g_date_time_format (date, C_ ("month", "%b %Y")) : g_strdup ("–");
}

/* The text of what a quantity counts around its number. */
static char *
lay_around (double quantity, OutlayUnit unit, const char *number)
{
  switch (unit)
    {
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR:
      return g_strdup_printf (C_ ("quantity", "%s %%"), number);
    case OUTLAY_UNIT_MONEY_A_YEAR:
      return g_strdup_printf (C_ ("quantity", "%s a year"), number);
    case OUTLAY_UNIT_MONEY_PER_UNIT:
      return g_strdup_printf (C_ ("quantity", "%s a unit"), number);
    case OUTLAY_UNIT_MONEY_PER_PERSON_YEAR:
      return g_strdup_printf (C_ ("quantity", "%s a person-year"), number);
    case OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR:
      return g_strdup_printf (C_ ("quantity", "%s per m² a year"), number);
    case OUTLAY_UNIT_MONEY_PER_MU:
      return g_strdup_printf (C_ ("quantity", "%s per mu"), number);
    case OUTLAY_UNIT_UNITS_A_YEAR:
      return g_strdup_printf (C_ ("quantity", "%s units a year"), number);
    case OUTLAY_UNIT_UNITS:
      return g_strdup_printf (ngettext ("%s unit", "%s units", plural (quantity)), number);
    case OUTLAY_UNIT_SQUARE_METRES:
      return g_strdup_printf (C_ ("quantity", "%s m²"), number);
    case OUTLAY_UNIT_MONTHS:
      return g_strdup_printf (ngettext ("%s month", "%s months", plural (quantity)), number);
    case OUTLAY_UNIT_YEARS:
      return g_strdup_printf (ngettext ("%s year", "%s years", plural (quantity)), number);
    case OUTLAY_UNIT_DAYS:
      return g_strdup_printf (ngettext ("%s day", "%s days", plural (quantity)), number);
    case OUTLAY_UNIT_PERSONS:
      return g_strdup_printf (ngettext ("%s person", "%s persons", plural (quantity)), number);
    case OUTLAY_UNIT_TONNES:
      return g_strdup_printf (C_ ("quantity", "%s t"), number);
    case OUTLAY_UNIT_TONNES_PER_UNIT:
      return g_strdup_printf (C_ ("quantity", "%s t a unit"), number);
    case OUTLAY_UNIT_NONE:
    case OUTLAY_UNIT_MONEY:
    case OUTLAY_UNIT_MONTH:
    case OUTLAY_UNIT_CALENDAR_YEAR:
    default:
      return g_strdup (number);
    }
}

static char *
format_alone (double quantity, OutlayUnit unit, const char *currency, double least)
{
  switch (unit)
    {
    case OUTLAY_UNIT_MONEY:
    case OUTLAY_UNIT_MONEY_A_YEAR:
    case OUTLAY_UNIT_MONEY_PER_UNIT:
    case OUTLAY_UNIT_MONEY_PER_PERSON_YEAR:
    case OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR:
    case OUTLAY_UNIT_MONEY_PER_MU:
      return format_money (quantity, currency, least);
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR:
      return format_plain (quantity * 100, 1, least * 100);
    case OUTLAY_UNIT_CALENDAR_YEAR:
      return g_strdup_printf ("%.0f", quantity);
    case OUTLAY_UNIT_MONTH:
      return format_month (quantity);
    case OUTLAY_UNIT_NONE:
      return format_plain (quantity, quantity == floor (quantity) ? 0 : 2, least);
    case OUTLAY_UNIT_TONNES_PER_UNIT:
      return format_plain (quantity, -1, least);
    case OUTLAY_UNIT_UNITS:
    case OUTLAY_UNIT_UNITS_A_YEAR:
    case OUTLAY_UNIT_SQUARE_METRES:
    case OUTLAY_UNIT_MONTHS:
    case OUTLAY_UNIT_YEARS:
    case OUTLAY_UNIT_DAYS:
    case OUTLAY_UNIT_PERSONS:
    case OUTLAY_UNIT_TONNES:
    default:
      return format_count (quantity, least);
    }
}

OutlayAmountUnit
outlay_quantity_scale (int unit, double largest)
{
  if (outlay_unit_is_money ((OutlayUnit) unit))
    return outlay_amount_unit (largest);
  return outlay_unit_is_share ((OutlayUnit) unit) ? (OutlayAmountUnit) { 0.01, "" } : plain;
}

/**
 * outlay_quantity_unit:
 * @unit: an #OutlayUnit
 * @scale: of outlay_quantity_scale()
 * @currency: (nullable): the plan's ISO 4217 code
 *
 * Returns: (transfer full): "bn yuan a year", "%", "persons"; empty for what is read without a unit: a ratio, a year, a month
 */
char *
outlay_quantity_unit (int unit, OutlayAmountUnit scale, const char *currency)
{
  const char *word = outlay_currency_word (currency);
  g_autofree char *money = word != NULL && *scale.word != '\0' ? g_strdup_printf (C_ ("amount and currency", "%s %s"), scale.word, word)
                                                              : g_strdup (word != NULL ? word : scale.word);

  return g_strstrip (lay_around (2, (OutlayUnit) unit, outlay_unit_is_money ((OutlayUnit) unit) ? money : ""));
}

/**
 * outlay_quantity_format:
 * @quantity: a number of the plan or a result; NaN is the model's null
 * @unit: an #OutlayUnit
 * @currency: (nullable): the plan's ISO 4217 code, for the word behind money; NULL for none
 *
 * Returns: (transfer full): the quantity with its unit, as people read it: "12.9 %", "9.9 years", "2.02 bn yuan"; "–" for null
 */
char *
outlay_quantity_format (double quantity, int unit, const char *currency)
{
  return outlay_quantity_format_apart (quantity, unit, currency, INFINITY);
}

/**
 * outlay_quantity_format_apart:
 * @quantity: a number of the plan or a result; NaN is the model's null
 * @unit: an #OutlayUnit
 * @currency: (nullable): the plan's ISO 4217 code, for the word behind money; NULL for none
 * @least: the least distance between @quantity and what it is read beside
 *
 * Like outlay_quantity_format(), with more decimals where fewer would not tell that distance.
 *
 * Returns: (transfer full): "0.03 %" beside "0.05 %"
 */
char *
outlay_quantity_format_apart (double quantity, int unit, const char *currency, double least)
{
  g_autofree char *number = NULL;

  if (!isfinite (quantity))
    return outlay_amount_format_in (quantity, plain, 0);
  number = format_alone (quantity, (OutlayUnit) unit, currency, least);
  return lay_around (quantity, (OutlayUnit) unit, number);
}

/* Percentages differ by points, calendar years by years and months of a calendar by months; each with a digit that is not 0. */
static char *
format_distance (double distance, OutlayUnit unit, const char *currency)
{
  g_autofree char *points = NULL;

  if (unit == OUTLAY_UNIT_CALENDAR_YEAR)
    unit = OUTLAY_UNIT_YEARS;
  if (unit == OUTLAY_UNIT_MONTH)
    unit = OUTLAY_UNIT_MONTHS;
  if (unit != OUTLAY_UNIT_SHARE && unit != OUTLAY_UNIT_SHARE_A_YEAR)
    return outlay_quantity_format_apart (distance, (int) unit, currency, distance);
  points = format_alone (distance, unit, NULL, distance);
  /* Translators: percentage points, as in "+1.3 points" */
  return g_strdup_printf (C_ ("quantity", "%s points"), points);
}

/**
 * outlay_quantity_format_difference:
 * @difference: what one quantity is above another; NaN where one of them is null
 * @unit: the #OutlayUnit of the two
 * @currency: (nullable): the plan's ISO 4217 code, for the word behind money; NULL for none
 *
 * Returns: (transfer full): the difference with its sign and unit, as people read it; "0" where there is none, "–" for NaN
 */
char *
outlay_quantity_format_difference (double difference, int unit, const char *currency)
{
  g_autofree char *distance = NULL;

  if (isnan (difference) || difference == 0)
    return outlay_amount_format_in (difference, plain, 0);
  distance = format_distance (fabs (difference), (OutlayUnit) unit, currency);
  return g_strconcat (difference < 0 ? "−" : "+", distance, NULL);
}
