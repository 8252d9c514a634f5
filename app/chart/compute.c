/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "chart/charts.h"
#include "chart/kinds/kinds-private.h"

/* Whether the plan has the year that was asked for; the message says which it has. */
static gboolean
has_year (OutlayProjection *projection, int year, GError **error)
{
  const int first = outlay_projection_first_year (projection), last = first + (int) outlay_projection_years (projection) - 1;

  if (year == 0 || (year >= first && year <= last))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("The plan has no year %d: it reaches from %d to %d."), year, first, last);
  return FALSE;
}

static OutlayScene *
compute_one (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, const OutlayChartOptions *options, GError **error)
{
  OutlayRequest request = { 0 };
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  g_autoptr (OutlayProjection) projection = NULL;

  outlay_chart_request (chart, &request);
  projection = outlay_projection_new (model, &request);
  if (!has_year (projection, options != NULL ? options->year : 0, error))
    return NULL;
  return outlay_chart_build (chart, plan, scenario, projection, NULL, options);
}

static OutlayScene *
compute_several (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *const *scenarios, guint n, const OutlayChartOptions *options)
{
  OutlayRequest request = { 0 };
  g_autoptr (OutlayComparison) comparison = NULL;
  g_autofree OutlayProjection **projections = g_new (OutlayProjection *, n);

  outlay_chart_request (chart, &request);
  comparison = outlay_comparison_new (plan, scenarios, n, &request);
  for (guint s = 0; s < n; s++)
    projections[s] = outlay_comparison_projection (comparison, s);
  return outlay_chart_build_compared (chart, plan, projections, n, options);
}

static OutlayScene *
compute_bridge (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome, const OutlayChartOptions *options, GError **error)
{
  g_autoptr (OutlayBridge) bridge = outlay_bridge_new (plan, from, to, outcome, 1, NULL, error);

  return bridge != NULL ? outlay_bridge_chart_build (plan, from, to, outcome, bridge, options) : NULL;
}

/**
 * outlay_chart_compute:
 * @chart: any chart of the catalogue
 * @plan: the plan
 * @scenario: (nullable): of a chart of one scenario
 * @scenarios: (nullable) (array length=n): of a chart that compares; a bridge leads from the first to the last
 * @n: how many; with none a chart that compares shows @scenario alone
 * @outcome: (nullable): what a bridge explains; NPV after tax where it is %NULL
 * @options: (nullable): what is wanted different
 * @error: why there is no bridge, an OUTLAY_BRIDGE_ERROR; a GIO error for a year that the plan does not have
 *
 * Asks the engine for what the chart shows and builds it, for whoever has no projection at hand.
 *
 * Returns: (nullable) (transfer full): the chart as data
 */
OutlayScene *
outlay_chart_compute (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, OutlayScenario *const *scenarios, guint n,
                      const OutlayOutcome *outcome, const OutlayChartOptions *options, GError **error)
{
  const OutlayOutcome usual = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  OutlayScenario *const *several = n > 0 ? scenarios : &scenario;

  if (outlay_chart_is_bridge (chart))
    return compute_bridge (plan, several[0], several[MAX (n, 1) - 1], outcome != NULL ? outcome : &usual, options, error);
  if (outlay_chart_compares (chart))
    return compute_several (chart, plan, several, MAX (n, 1), options);
  return compute_one (chart, plan, scenario, options, error);
}

char *
outlay_chart_source_text (OutlayPlan *plan, OutlayScenario *scenario)
{
  return outlay_chart_source_line (&(OutlayChartSource) { .plan = plan, .scenario = scenario });
}

char *
outlay_chart_money_text (OutlayPlan *plan, OutlayScenario *scenario, OutlayAmountUnit unit)
{
  return outlay_chart_unit_title (&(OutlayChartSource) { .plan = plan, .scenario = scenario }, unit, FALSE);
}
