/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/measure.h"

#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"

/* model.md §10: a target is met to this share of its bound. */
#define TOLERANCE 1e-9

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

static OutlayOutcome
understand (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  g_autofree char *series = outlay_plan_resolve_string (plan, scenario, node, "series");
  g_autofree char *measure = outlay_plan_resolve_string (plan, scenario, node, "measure");
  g_autofree char *indicator =
      outlay_node_find_member (node, "indicator") != NULL ? outlay_plan_resolve_string (plan, scenario, node, "indicator") : NULL;
  OutlayOutcome reading = { -1, -1, OUTLAY_MEASURE_DESIGN_YEAR, read_scope (plan, scenario, node) };

  if (indicator != NULL)
    reading.indicator = outlay_indicator_from_name (indicator);
  if (series != NULL)
    reading.series = outlay_series_from_name (series);
  if (measure != NULL)
    reading.measure = (OutlayMeasure) MAX (0, outlay_choice_from_word (outlay_words_MEASURE, measure));
  return reading;
}

char *
outlay_projection_indicator_text (OutlayProjection *projection, OutlayIndicator indicator, int initiative, const char *currency)
{
  const OutlayUnit unit = outlay_indicator_unit (indicator);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_roots = 0;
  const double *roots = outlay_projection_irr_roots (projection, indicator, initiative, &n_roots);

  if (n_roots < 2)
    return outlay_quantity_format (outlay_projection_indicator (projection, indicator, initiative), (int) unit, currency);
  for (guint root = 0; root < n_roots; root++)
    {
      g_autofree char *one = outlay_quantity_format (roots[root], (int) unit, NULL);

      g_string_append_printf (text, "%s%s", root > 0 ? " / " : "", one);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

void
outlay_projection_target (OutlayProjection *projection, OutlayPlan *plan, OutlayTarget *target, OutlayTargetState *state)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (projection));
  OutlayOutcome reading = understand (plan, scenario, OUTLAY_NODE (target));
  double least = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (target), "at-least");
  double most = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (target), "at-most");

  state->at_least = !isnan (least);
  state->bound = state->at_least ? least : most;
  state->unit = outlay_outcome_unit (&reading);
  state->value = outlay_projection_outcome (projection, &reading);
  /* A null is NaN here, and no comparison with NaN holds. */
  state->met = state->at_least ? state->value >= state->bound - TOLERANCE * fabs (state->bound)
                               : state->value <= state->bound + TOLERANCE * fabs (state->bound);
}

gboolean
outlay_projection_figure (OutlayProjection *projection, OutlayPlan *plan, OutlayFigure *figure, double *value, double *share)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (projection));
  OutlayOutcome reading = understand (plan, scenario, OUTLAY_NODE (figure));
  double whole = outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (figure), "value");

  if (reading.series < 0)
    return FALSE;
  *value = outlay_projection_outcome (projection, &reading);
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
      OutlayOutcome reading = understand (plan, scenario, target);

      outlay_request_add_outcome (request, &reading);
    }
  for (guint n = 0; n < outlay_plan_get_n_figures (plan); n++)
    {
      OutlayOutcome reading = understand (plan, scenario, OUTLAY_NODE (outlay_plan_get_figure (plan, n)));

      outlay_request_add_outcome (request, &reading);
    }
}
