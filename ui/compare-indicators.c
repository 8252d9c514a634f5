/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-indicators.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/choice.h"
#include "plan/resolve.h"

/* Differences below this share of a figure are left over from rounding. */
#define NOTHING 1e-12

/* An indicator, or a series whose design year is meant, and which way is better: 1 more, −1 less, 0 a matter of opinion. */
typedef struct
{
  int indicator;
  int series;
  int better;
} Entry;

static const Entry entries[] = {
  { OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1, 0 },
  { -1, OUTLAY_SERIES_OUTPUT_VALUE, 1 },
  { -1, OUTLAY_SERIES_REVENUE, 1 },
  { -1, OUTLAY_SERIES_TAX, 0 },
  { OUTLAY_INDICATOR_NPV_AFTER_TAX, -1, 1 },
  { OUTLAY_INDICATOR_IRR_AFTER_TAX, -1, 1 },
  { OUTLAY_INDICATOR_IRR_EQUITY, -1, 1 },
  { OUTLAY_INDICATOR_PAYBACK, -1, -1 },
  { OUTLAY_INDICATOR_DSCR_MIN, -1, 1 },
  { OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, -1, -1 },
  { OUTLAY_INDICATOR_JOBS, -1, 1 },
  { OUTLAY_INDICATOR_CO2_AVOIDED, -1, 1 },
#define N_FIRST 12
  { OUTLAY_INDICATOR_TOTAL_INVESTMENT, -1, 0 },
  { OUTLAY_INDICATOR_NPV_BEFORE_TAX, -1, 1 },
  { OUTLAY_INDICATOR_NPV_EQUITY, -1, 1 },
  { OUTLAY_INDICATOR_IRR_BEFORE_TAX, -1, 1 },
  { OUTLAY_INDICATOR_MIRR, -1, 1 },
  { OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX, -1, -1 },
  { OUTLAY_INDICATOR_PAYBACK_DISCOUNTED, -1, -1 },
  { OUTLAY_INDICATOR_ROI, -1, 1 },
  { OUTLAY_INDICATOR_ROE, -1, 1 },
  { OUTLAY_INDICATOR_ICR_MIN, -1, 1 },
  { OUTLAY_INDICATOR_ICR_MEAN, -1, 1 },
  { OUTLAY_INDICATOR_DSCR_MEAN, -1, 1 },
  { OUTLAY_INDICATOR_DEBT_RATIO_MAX, -1, -1 },
  { OUTLAY_INDICATOR_LEVELISED_COST, -1, -1 },
  { OUTLAY_INDICATOR_INVESTMENT_PER_MU, -1, 1 },
  { OUTLAY_INDICATOR_OUTPUT_PER_MU, -1, 1 },
  { OUTLAY_INDICATOR_TAX_PER_MU, -1, 1 },
  { OUTLAY_INDICATOR_DESIGN_YEAR, -1, 0 },
};

typedef struct
{
  OutlayCompareSession *session;
  OutlayComparison *comparison;
  OutlayPlan *plan;
  guint n;
} Reading;

/* --- targets --- */

static gboolean
is_about (OutlayNode *target, const Entry *entry)
{
  const char *series = outlay_node_get_string (target, outlay_node_find_member (target, "series"));
  const char *indicator = outlay_node_get_string (target, outlay_node_find_member (target, "indicator"));

  if (outlay_node_get_string (target, outlay_node_find_member (target, "initiative")) != NULL)
    return FALSE;
  return (entry->series >= 0 && series != NULL && outlay_series_from_name (series) == entry->series) ||
         (entry->indicator >= 0 && indicator != NULL && outlay_indicator_from_name (indicator) == entry->indicator);
}

/* Whether a scenario meets what the plan asks of a figure, and which way the plan wants it to go. */
static OutlayCellMark
read_targets (const Reading *reading, const Entry *entry, guint scenario, int *better)
{
  GListModel *targets = outlay_plan_get_targets (reading->plan);
  OutlayCellMark mark = OUTLAY_CELL_PLAIN;

  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      if (!is_about (OUTLAY_NODE (target), entry))
        continue;
      outlay_projection_target (outlay_comparison_projection (reading->comparison, scenario), reading->plan, target, &state);
      mark = state.met && mark != OUTLAY_CELL_MISSED ? OUTLAY_CELL_MET : OUTLAY_CELL_MISSED;
      *better = *better != 0 ? *better : state.at_least ? 1 : -1;
    }
  return mark;
}

/* --- differences --- */

/* Percentage points; what is counted by its number alone, as its unit stands above. */
static char *
format_amount (double difference, OutlayUnit unit)
{
  g_autofree char *number = NULL;

  switch (unit)
    {
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR:
      number = outlay_amount_format_in (difference * 100, (OutlayAmountUnit) { 1, "" }, 2);
      return g_strdup_printf (C_ ("number and unit", "%s %s"), number, C_ ("unit", "pp"));
    case OUTLAY_UNIT_PERSONS:
    case OUTLAY_UNIT_TONNES:
      return outlay_amount_format_in (difference, (OutlayAmountUnit) { 1, "" }, 0);
    case OUTLAY_UNIT_CALENDAR_YEAR:
      return outlay_quantity_format (difference, OUTLAY_UNIT_YEARS, NULL);
    default:
      return outlay_quantity_format_apart (difference, (int) unit, NULL, fabs (difference));
    }
}

static void
tell_difference (OutlayCompareCell *cell, double value, double reference, OutlayUnit unit, int better)
{
  const double difference = value - reference;
  g_autofree char *amount = NULL;

  if (isnan (value) || isnan (reference))
    return;
  amount = format_amount (difference, unit);
  /* Nobody is told that nothing is better. */
  if (fabs (difference) <= NOTHING * fmax (fabs (value), fabs (reference)) || strpbrk (amount, "123456789") == NULL)
    {
      cell->note = g_strdup ("±0");
      return;
    }
  cell->note = g_strconcat (difference > 0 ? "+" : "", amount, NULL);
  if (better != 0)
    cell->tone = difference * better > 0 ? OUTLAY_CELL_BETTER : OUTLAY_CELL_WORSE;
}

/* --- rows --- */

static void
fill_cell (const Reading *reading, OutlayCompareCell *cell, const Entry *entry, const OutlayOutcome *outcome, guint scenario)
{
  const OutlayUnit unit = outlay_outcome_unit (outcome);
  const double value = outlay_comparison_value (reading->comparison, scenario, outcome);
  int better = entry->better;

  cell->value = outlay_quantity_format (value, unit, NULL);
  cell->exact = isnan (value) ? NULL : g_strdup_printf ("%.15g", value);
  cell->mark = read_targets (reading, entry, scenario, &better);
  if (scenario > 0)
    tell_difference (cell, value, outlay_comparison_value (reading->comparison, 0, outcome), unit, better);
}

/* A yearly figure is named by its year where that is the same for all. */
static char *
name_entry (const Reading *reading, const OutlayOutcome *outcome)
{
  const OutlayOutcome design_year = OUTLAY_OUTCOME_INDICATOR (DESIGN_YEAR);
  const double year = outlay_comparison_value (reading->comparison, 0, &design_year);
  gboolean same = !isnan (year);

  for (guint s = 1; s < reading->n; s++)
    same = same && outlay_comparison_value (reading->comparison, s, &design_year) == year;
  return same && outcome->indicator < 0 ? g_strdup_printf (_("%s, %d"), _(outlay_outcome_nick (outcome)), (int) year)
                                        : outlay_compare_outcome_name (outcome);
}

static OutlayCompareRow *
read_entry (const Reading *reading, guint n)
{
  const OutlayOutcome outcome = outlay_compare_nth_outcome (n);
  g_autofree char *name = name_entry (reading, &outcome);
  OutlayCompareRow *row = outlay_compare_row_new (outlay_outcome_name (&outcome), name);

  for (guint s = 0; s < reading->n; s++)
    fill_cell (reading, outlay_compare_row_add (row), &entries[n], &outcome, s);
  return row;
}

static OutlayCompareRow *
read_targets_met (const Reading *reading)
{
  OutlayCompareRow *row = outlay_compare_row_new ("targets", _("Targets met"));

  for (guint s = 0; s < reading->n; s++)
    {
      OutlayCompareCell *cell = outlay_compare_row_add (row);
      guint n_targets, met = outlay_comparison_targets_met (reading->comparison, s, &n_targets);

      /* Translators: so many of so many targets */
      cell->value = g_strdup_printf (_("%u of %u"), met, n_targets);
      cell->mark = met == n_targets ? OUTLAY_CELL_MET : OUTLAY_CELL_MISSED;
    }
  return row;
}

static void
take_row (GListStore *rows, OutlayCompareRow *row)
{
  g_list_store_append (rows, row);
  g_object_unref (row);
}

guint
outlay_compare_n_outcomes (gboolean all)
{
  return all ? G_N_ELEMENTS (entries) : N_FIRST;
}

OutlayOutcome
outlay_compare_nth_outcome (guint n)
{
  return (OutlayOutcome) { entries[n].indicator, entries[n].series, OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN };
}

char *
outlay_compare_outcome_name (const OutlayOutcome *outcome)
{
  const char *nick = _(outlay_outcome_nick (outcome));

  /* Translators: a yearly figure, as in "Output value in the design year" */
  return outcome->indicator >= 0 ? g_strdup (nick) : g_strdup_printf (_("%s in the design year"), nick);
}

GListModel *
outlay_compare_indicators_read (OutlayCompareSession *session, gboolean all)
{
  const Reading reading = { session, outlay_compare_session_get_comparison (session),
                            outlay_document_get_plan (outlay_compare_session_get_document (session)),
                            outlay_compare_session_get_n_chosen (session) };
  GListStore *rows = g_list_store_new (OUTLAY_TYPE_COMPARE_ROW);

  for (guint n = 0; n < outlay_compare_n_outcomes (all); n++)
    take_row (rows, read_entry (&reading, n));
  if (g_list_model_get_n_items (outlay_plan_get_targets (reading.plan)) > 0)
    take_row (rows, read_targets_met (&reading));
  return G_LIST_MODEL (rows);
}
