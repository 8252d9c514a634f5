/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chart/kinds/kinds-private.h"

const OutlaySeries outlay_tax_kinds[OUTLAY_N_TAX_KINDS] = {
  OUTLAY_SERIES_VAT_PAYABLE,  OUTLAY_SERIES_SURCHARGES, OUTLAY_SERIES_STAMP_TAX,
  OUTLAY_SERIES_PROPERTY_TAX, OUTLAY_SERIES_LAND_TAX,   OUTLAY_SERIES_INCOME_TAX,
};

static const OutlayChart catalogue[] = {
  { "output-value", N_("Output value"), &outlay_yearly_kind, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_INITIATIVE },
  { "output-value-by-phase", N_("Output value by phase"), &outlay_yearly_kind, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_PHASE },
  { "output-value-by-product", N_("Output value by product"), &outlay_yearly_kind, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_PRODUCT },
  { "revenue", N_("Sales"), &outlay_yearly_kind, OUTLAY_SERIES_REVENUE, OUTLAY_BY_INITIATIVE },
  { "revenue-by-phase", N_("Sales by phase"), &outlay_yearly_kind, OUTLAY_SERIES_REVENUE, OUTLAY_BY_PHASE },
  { "revenue-by-product", N_("Sales by product"), &outlay_yearly_kind, OUTLAY_SERIES_REVENUE, OUTLAY_BY_PRODUCT },
  { "tax", N_("Tax"), &outlay_yearly_kind, OUTLAY_SERIES_TAX, OUTLAY_BY_INITIATIVE },
  { "tax-by-phase", N_("Tax by phase"), &outlay_yearly_kind, OUTLAY_SERIES_TAX, OUTLAY_BY_PHASE },
  { "tax-by-kind", N_("Tax by kind"), &outlay_yearly_kind, OUTLAY_SERIES_TAX, OUTLAY_BY_KIND },
  { "investment", N_("Investment"), &outlay_yearly_kind, OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_INITIATIVE },
  { "investment-by-phase", N_("Investment by phase"), &outlay_yearly_kind, OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_PHASE },
  { "funding", N_("Sources of funds"), &outlay_funding_kind },
  { "cumulative-cash", N_("Cumulative cash flow"), &outlay_cash_kind },
  { "year-waterfall", N_("From sales to net profit"), &outlay_year_waterfall_kind },
  { "npv-profile", N_("NPV by discount rate"), &outlay_npv_profile_kind },
  { "split", N_("Split of the investment"), &outlay_split_picture_kind },
  { "flow", N_("From investment to output"), &outlay_flow_kind },
  { "timeline", N_("Timeline"), &outlay_timeline_kind },
  { "capacity-in-use", N_("Capacity in use"), &outlay_use_kind },
  { "targets", N_("Targets"), &outlay_targets_kind },
  { "compare-output-value", N_("Output value by scenario"), &outlay_scenario_lines_kind, OUTLAY_SERIES_OUTPUT_VALUE },
  { "compare-revenue", N_("Sales by scenario"), &outlay_scenario_lines_kind, OUTLAY_SERIES_REVENUE },
  { "compare-tax", N_("Tax by scenario"), &outlay_scenario_lines_kind, OUTLAY_SERIES_TAX },
  { "compare-output-value-grouped", N_("Output value by scenario, side by side"), &outlay_scenario_lines_kind, OUTLAY_SERIES_OUTPUT_VALUE, .grouped = TRUE },
  { "compare-revenue-grouped", N_("Sales by scenario, side by side"), &outlay_scenario_lines_kind, OUTLAY_SERIES_REVENUE, .grouped = TRUE },
  { "compare-tax-grouped", N_("Tax by scenario, side by side"), &outlay_scenario_lines_kind, OUTLAY_SERIES_TAX, .grouped = TRUE },
  { "compare-cash", N_("Cumulative cash flow by scenario"), &outlay_scenario_lines_kind, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, .cumulative = TRUE },
  { "bridge", N_("Bridge between two scenarios"), &outlay_bridge_kind },
};

/* The other names of series.md, in any id. */
static char *
long_id (const char *id)
{
  if (g_str_has_prefix (id, "sales"))
    return g_strconcat ("revenue", id + strlen ("sales"), NULL);
  if (g_str_has_prefix (id, "compare-sales"))
    return g_strconcat ("compare-revenue", id + strlen ("compare-sales"), NULL);
  if (g_str_equal (id, "compare-output") || g_str_equal (id, "compare-output-grouped"))
    return g_strconcat ("compare-output-value", id + strlen ("compare-output"), NULL);
  if (g_str_equal (id, "output") || g_str_has_prefix (id, "output-by-"))
    return g_strconcat ("output-value", id + strlen ("output"), NULL);
  return g_strdup (id);
}

static OutlayScene *
begin (const OutlayChart *chart, const OutlayChartOptions *options)
{
  return outlay_scene_new (options != NULL && options->title != NULL ? options->title : outlay_chart_title (chart));
}

void
outlay_chart_reword (OutlayScene *scene, const OutlayChartOptions *options)
{
  if (options == NULL)
    return;
  if (options->subtitle != NULL)
    outlay_scene_set_subtitle (scene, options->subtitle);
  if (options->note != NULL)
    outlay_scene_set_note (scene, options->note);
  if (options->source != NULL)
    outlay_scene_set_source (scene, options->source);
}

guint
outlay_chart_count (void)
{
  return G_N_ELEMENTS (catalogue);
}

const OutlayChart *
outlay_chart_nth (guint n)
{
  return n < G_N_ELEMENTS (catalogue) ? &catalogue[n] : NULL;
}

/**
 * outlay_chart_find:
 * @id: a chart's id, with "sales" and "output" for "revenue" and "output-value" if you like
 *
 * Returns: (nullable) (transfer none): the chart, %NULL where there is none of that id
 */
const OutlayChart *
outlay_chart_find (const char *id)
{
  g_autofree char *wanted = long_id (id);

  for (guint n = 0; n < G_N_ELEMENTS (catalogue); n++)
    if (g_str_equal (catalogue[n].id, wanted))
      return &catalogue[n];
  return NULL;
}

const char *
outlay_chart_id (const OutlayChart *chart)
{
  return chart->id;
}

const char *
outlay_chart_title (const OutlayChart *chart)
{
  return _(chart->title);
}

gboolean
outlay_chart_reads_results (const OutlayChart *chart)
{
  return !chart->kind->reads_cells;
}

gboolean
outlay_chart_takes_lines (const OutlayChart *chart)
{
  return chart->kind == &outlay_yearly_kind;
}

gboolean
outlay_chart_takes_year (const OutlayChart *chart)
{
  return chart->kind == &outlay_year_waterfall_kind;
}

/**
 * outlay_chart_request:
 * @chart: a chart
 * @request: (inout): what a projection will be asked for
 *
 * Adds what the chart reads: its rows, their sum, and what tells where the promised lines stand.
 */
void
outlay_chart_request (const OutlayChart *chart, OutlayRequest *request)
{
  if (chart->kind->request != NULL)
    chart->kind->request (chart, request);
}

/**
 * outlay_chart_request_initiatives:
 * @chart: a chart of the plan that can be of an initiative too
 * @request: (inout): what a projection will be asked for
 *
 * Adds what the chart reads where its options say which initiative it is about: of initiatives what it reads of the plan else.
 */
void
outlay_chart_request_initiatives (const OutlayChart *chart, OutlayRequest *request)
{
  OutlayRequest whole = { 0 };

  outlay_chart_request (chart, &whole);
  request->initiative_series |= whole.plan_series;
  request->initiative_indicators |= whole.plan_indicators;
}

/**
 * outlay_chart_build:
 * @chart: a chart
 * @plan: the plan
 * @scenario: (nullable): the scenario of @projection; names and colours are as they are there
 * @projection: results that were asked for what outlay_chart_request() says
 * @compared: (nullable): results of another scenario of the same plan, asked for the same
 * @options: (nullable): what is wanted different
 *
 * Of a chart of scenarios these two are laid over each other. Not for the bridge, see outlay_bridge_chart_build().
 *
 * Returns: (transfer full): the chart as data
 */
OutlayScene *
outlay_chart_build (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, OutlayProjection *projection,
                    OutlayProjection *compared, const OutlayChartOptions *options)
{
  const OutlayChartSource source = { chart, plan, scenario, projection, compared, options != NULL ? *options : (OutlayChartOptions) { 0 } };
  OutlayScene *scene = begin (chart, options);

  g_return_val_if_fail (!outlay_chart_is_bridge (chart), scene);
  if (chart->kind->build != NULL)
    chart->kind->build (scene, &source);
  else
    chart->kind->build_several (scene, &source, (OutlayProjection *[]) { projection, compared }, compared != NULL ? 2 : 1);
  outlay_chart_reword (scene, options);
  return scene;
}

gboolean
outlay_chart_compares (const OutlayChart *chart)
{
  return chart->kind->build_several != NULL;
}

gboolean
outlay_chart_is_bridge (const OutlayChart *chart)
{
  return chart->kind == &outlay_bridge_kind;
}

/**
 * outlay_chart_build_compared:
 * @chart: a chart of scenarios
 * @plan: the plan
 * @projections: (array length=n): results of scenarios of the plan, asked for what outlay_chart_request() says; the first is what the others are compared with
 * @n: how many; at least one
 * @options: (nullable): what is wanted different
 *
 * Returns: (transfer full): the scenarios laid over each other, as data
 */
OutlayScene *
outlay_chart_build_compared (const OutlayChart *chart, OutlayPlan *plan, OutlayProjection *const *projections, guint n,
                             const OutlayChartOptions *options)
{
  OutlayScenario *first = outlay_model_scenario (outlay_projection_model (projections[0]));
  const OutlayChartSource source = { chart, plan, first, projections[0], NULL, options != NULL ? *options : (OutlayChartOptions) { 0 } };
  OutlayScene *scene = begin (chart, options);

  chart->kind->build_several (scene, &source, projections, n);
  outlay_chart_reword (scene, options);
  return scene;
}
