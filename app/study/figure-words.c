/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/figure-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plan/amount.h"
#include "plan/resolve.h"

#define MOST_DIGITS 12

static char *
format_in (double number, OutlayAmountUnit unit)
{
  return outlay_amount_format_in (number, unit, outlay_amount_fewest_digits (number / unit.size));
}

static char *
format_money (double value, const char *unit)
{
  const OutlayAmountUnit size = outlay_amount_unit (fabs (value));
  g_autofree char *number = outlay_amount_format_in (value, size, outlay_amount_fewest_digits (value / size.size));
  g_autofree char *amount = size.size == 1 ? g_strdup (number) : g_strdup_printf (C_ ("number and unit", "%s %s"), number, size.word);

  return g_strdup_printf (C_ ("amount and currency", "%s %s"), amount, unit);
}

/**
 * outlay_figure_format:
 * @value: a number
 * @unit: (nullable): what somebody wrote that it counts
 * @currency: (nullable): the plan's ISO 4217 code
 *
 * Returns: (transfer full): the number as people read it, with its unit
 */
char *
outlay_figure_format (double value, const char *unit, const char *currency)
{
  const OutlayUnit kind = outlay_figure_unit (unit, currency);
  g_autofree char *number = NULL;

  if (kind == OUTLAY_UNIT_MONEY)
    return format_money (value, unit);
  if (kind == OUTLAY_UNIT_SHARE)
    {
      number = format_in (value, (OutlayAmountUnit) { 0.01, "" });
      return g_strdup_printf (C_ ("quantity", "%s %%"), number);
    }
  number = format_in (value, (OutlayAmountUnit) { 1, "" });
  return unit == NULL || unit[0] == '\0' ? g_steal_pointer (&number) : g_strdup_printf (C_ ("number and unit", "%s %s"), number, unit);
}

char *
outlay_figure_format_value (OutlayPlan *plan, OutlayScenario *scenario, OutlayFigure *figure)
{
  g_autofree char *unit = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (figure), "unit");
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");

  return outlay_figure_format (outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (figure), "value"), unit, currency);
}

/**
 * outlay_share_format:
 * @share: a part of something; NaN for none
 *
 * Returns: (transfer full): the share in per cent, with as many decimals as it takes to see two of its digits
 */
char *
outlay_share_format (double share)
{
  const double per_cent = fabs (share) * 100;
  const int decimals = per_cent == 0 || per_cent >= 100 || !isfinite (share) ? 0 : per_cent >= 1 ? 1 : 1 - (int) floor (log10 (per_cent));
  g_autofree char *number = outlay_amount_format_in (share, (OutlayAmountUnit) { 0.01, "" }, MIN (decimals, MOST_DIGITS));

  return isfinite (share) ? g_strdup_printf (C_ ("quantity", "%s %%"), number) : g_steal_pointer (&number);
}

const char *
outlay_measure_name (OutlayMeasure measure)
{
  switch (measure)
    {
    case OUTLAY_MEASURE_DESIGN_YEAR:
      return C_ ("measure", "design year");
    case OUTLAY_MEASURE_MEAN:
      return C_ ("measure", "mean of the earning years");
    case OUTLAY_MEASURE_PEAK:
      return C_ ("measure", "best year");
    case OUTLAY_MEASURE_TOTAL:
      return C_ ("measure", "all years together");
    }
  g_return_val_if_reached ("");
}

/**
 * outlay_measure_label:
 * @series: a yearly series
 * @measure: how one number is made of it
 *
 * Returns: (transfer full): what people call it
 */
char *
outlay_measure_label (OutlaySeries series, OutlayMeasure measure)
{
  /* Translators: a yearly series and what is taken of it, as in “Output value, design year” */
  return g_strdup_printf (C_ ("measure", "%s, %s"), _(outlay_series_nick (series)), outlay_measure_name (measure));
}
