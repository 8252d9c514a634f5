/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/measure.h"

#include <math.h>

#include "plan/resolve.h"

/* model.md §10: a target is met to this share of its bound. */
#define TOLERANCE 1e-9

/* What a target or a figure of the region reads, under the scenario of a projection. */
typedef struct
{
  int indicator; /* −1: a series */
  int series;    /* −1: none */
  OutlayMeasure measure;
  OutlayScope scope;
} Reading;

static int
position_of (OutlayNode *parent, const char *list, const char *id)
{
  OutlayNode *child = outlay_node_find_child (parent, outlay_node_find_member (parent, list), id);

  return child != NULL ? (int) outlay_node_get_position (child) : -1;
}

static OutlayScope
read_scope (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  g_autofree char *initiative = outlay_plan_resolve_string (plan, scenario, node, "initiative");
  g_autofree char *product =
      outlay_node_find_member (node, "product") != NULL ? outlay_plan_resolve_string (plan, scenario, node, "product") : NULL;
  OutlayScope scope = OUTLAY_SCOPE_PLAN;

  if (initiative != NULL)
    scope.initiative = position_of (OUTLAY_NODE (plan), "initiatives", initiative);
  if (product != NULL && scope.initiative >= 0)
    scope.product = position_of (OUTLAY_NODE (outlay_plan_get_initiative (plan, (guint) scope.initiative)), "products", product);
  return scope;
}

static Reading
understand (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  g_autofree char *series = outlay_plan_resolve_string (plan, scenario, node, "series");
  g_autofree char *measure = outlay_plan_resolve_string (plan, scenario, node, "measure");
  g_autofree char *indicator =
      outlay_node_find_member (node, "indicator") != NULL ? outlay_plan_resolve_string (plan, scenario, node, "indicator") : NULL;
  Reading reading = { -1, -1, OUTLAY_MEASURE_DESIGN_YEAR, read_scope (plan, scenario, node) };

  if (indicator != NULL)
    reading.indicator = outlay_indicator_from_name (indicator);
  if (series != NULL)
    reading.series = outlay_series_from_name (series);
  if (measure != NULL)
    reading.measure = (OutlayMeasure) MAX (0, outlay_choice_from_word (outlay_words_MEASURE, measure));
  return reading;
}

static double
reading_value (const Reading *reading, OutlayProjection *projection)
{
  if (reading->indicator >= 0)
    return outlay_projection_indicator (projection, (OutlayIndicator) reading->indicator, reading->scope.initiative);
  return outlay_projection_measure (projection, (OutlaySeries) reading->series, reading->measure, reading->scope);
}

static OutlayUnit
reading_unit (const Reading *reading)
{
  return reading->indicator >= 0 ? outlay_indicator_unit ((OutlayIndicator) reading->indicator)
                                 : outlay_series_unit ((OutlaySeries) MAX (0, reading->series));
}

/* A product's years count by the initiative it belongs to. */
static void
request_reading (OutlayRequest *request, const Reading *reading)
{
  gboolean whole = reading->scope.initiative < 0;
  guint64 *series = whole ? &request->plan_series : &request->initiative_series;
  guint64 *indicators = whole ? &request->plan_indicators : &request->initiative_indicators;

  if (reading->indicator >= 0)
    *indicators |= 1ull << reading->indicator;
  if (reading->series < 0)
    return;
  if (reading->scope.product >= 0)
    request->product_series |= 1ull << reading->series;
  else
    *series |= 1ull << reading->series;
  *series |= 1ull << OUTLAY_SERIES_REVENUE | 1ull << OUTLAY_SERIES_OWN_USE;
  *indicators |= 1ull << OUTLAY_INDICATOR_DESIGN_YEAR;
}

static double
mean_of_earning_years (OutlayProjection *projection, const double *row, OutlayScope scope)
{
  OutlayScope venture = { scope.initiative, -1, -1 };
  const double *revenue = outlay_projection_series (projection, OUTLAY_SERIES_REVENUE, venture);
  const double *own_use = outlay_projection_series (projection, OUTLAY_SERIES_OWN_USE, venture);
  double sum = 0;
  guint n = 0;

  g_return_val_if_fail (revenue != NULL && own_use != NULL, NAN);
  for (guint t = 0; t < outlay_projection_years (projection); t++)
    if (revenue[t] + own_use[t] > 0 && !isnan (row[t]))
      {
        sum += row[t];
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

static double
peak_of (const double *row, guint n)
{
  double peak = NAN;

  for (guint t = 0; t < n; t++)
    peak = fmax (peak, row[t]);
  return peak;
}

static double
total_of (const double *row, guint n)
{
  double sum = 0;
  guint found = 0;

  for (guint t = 0; t < n; t++)
    if (!isnan (row[t]))
      {
        sum += row[t];
        found++;
      }
  return found > 0 ? sum : NAN;
}

double
outlay_projection_measure (OutlayProjection *projection, OutlaySeries series, OutlayMeasure measure, OutlayScope scope)
{
  const double *row = outlay_projection_series (projection, series, scope);
  guint n = outlay_projection_years (projection);
  int year;

  g_return_val_if_fail (row != NULL, NAN);
  switch (measure)
    {
    case OUTLAY_MEASURE_DESIGN_YEAR:
      year = (int) outlay_projection_indicator (projection, OUTLAY_INDICATOR_DESIGN_YEAR, scope.initiative);
      return row[year - outlay_projection_first_year (projection)];
    case OUTLAY_MEASURE_MEAN:
      return mean_of_earning_years (projection, row, scope);
    case OUTLAY_MEASURE_PEAK:
      return peak_of (row, n);
    case OUTLAY_MEASURE_TOTAL:
      return total_of (row, n);
    }
  g_return_val_if_reached (NAN);
}

void
outlay_projection_target (OutlayProjection *projection, OutlayPlan *plan, OutlayTarget *target, OutlayTargetState *state)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (projection));
  Reading reading = understand (plan, scenario, OUTLAY_NODE (target));
  double least = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (target), "at-least");
  double most = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (target), "at-most");

  state->at_least = !isnan (least);
  state->bound = state->at_least ? least : most;
  state->unit = reading_unit (&reading);
  state->value = reading_value (&reading, projection);
  /* A null is NaN here, and no comparison with NaN holds. */
  state->met = state->at_least ? state->value >= state->bound - TOLERANCE * fabs (state->bound)
                               : state->value <= state->bound + TOLERANCE * fabs (state->bound);
}

gboolean
outlay_projection_figure (OutlayProjection *projection, OutlayPlan *plan, OutlayFigure *figure, double *value, double *share)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (projection));
  Reading reading = understand (plan, scenario, OUTLAY_NODE (figure));
  double whole = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (figure), "value");

  if (reading.series < 0)
    return FALSE;
  *value = reading_value (&reading, projection);
  *share = whole != 0 ? *value / whole : NAN;
  return TRUE;
}

void
outlay_request_add_measures (OutlayRequest *request, OutlayPlan *plan, OutlayScenario *scenario)
{
  GListModel *targets = outlay_plan_get_targets (plan);

  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayNode) target = g_list_model_get_item (targets, n);
      Reading reading = understand (plan, scenario, target);

      request_reading (request, &reading);
    }
  for (guint n = 0; n < outlay_plan_get_n_figures (plan); n++)
    {
      Reading reading = understand (plan, scenario, OUTLAY_NODE (outlay_plan_get_figure (plan, n)));

      request_reading (request, &reading);
    }
}
