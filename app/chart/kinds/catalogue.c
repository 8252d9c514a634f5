/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/palette.h"
#include "plan/resolve.h"

const OutlaySeries outlay_tax_kinds[OUTLAY_N_TAX_KINDS] = {
  OUTLAY_SERIES_VAT_PAYABLE,  OUTLAY_SERIES_SURCHARGES, OUTLAY_SERIES_STAMP_TAX,
  OUTLAY_SERIES_PROPERTY_TAX, OUTLAY_SERIES_LAND_TAX,   OUTLAY_SERIES_INCOME_TAX,
};

static const OutlayChart catalogue[] = {
  { "output-value", N_("Output value"), OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_INITIATIVE },
  { "output-value-by-phase", N_("Output value by phase"), OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_PHASE },
  { "revenue", N_("Sales"), OUTLAY_SERIES_REVENUE, OUTLAY_BY_INITIATIVE },
  { "revenue-by-phase", N_("Sales by phase"), OUTLAY_SERIES_REVENUE, OUTLAY_BY_PHASE },
  { "tax", N_("Tax"), OUTLAY_SERIES_TAX, OUTLAY_BY_INITIATIVE },
  { "tax-by-phase", N_("Tax by phase"), OUTLAY_SERIES_TAX, OUTLAY_BY_PHASE },
  { "tax-by-kind", N_("Tax by kind"), OUTLAY_SERIES_TAX, OUTLAY_BY_KIND },
  { "investment", N_("Investment"), OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_INITIATIVE },
  { "investment-by-phase", N_("Investment by phase"), OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_PHASE },
  { "split", N_("Split of the investment"), OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_CELL },
  { "compare-output-value", N_("Output value by scenario"), OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_BY_SCENARIO },
  { "compare-revenue", N_("Sales by scenario"), OUTLAY_SERIES_REVENUE, OUTLAY_BY_SCENARIO },
  { "compare-tax", N_("Tax by scenario"), OUTLAY_SERIES_TAX, OUTLAY_BY_SCENARIO },
  { "compare-cash", N_("Cumulative cash flow by scenario"), OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_BY_SCENARIO, TRUE },
  { "bridge", N_("Bridge between two scenarios"), OUTLAY_SERIES_INVESTMENT, OUTLAY_BY_CHANGE },
};

/* The other names of series.md, in any id. */
static char *
long_id (const char *id)
{
  if (g_str_has_prefix (id, "sales"))
    return g_strconcat ("revenue", id + strlen ("sales"), NULL);
  if (g_str_equal (id, "compare-sales"))
    return g_strdup ("compare-revenue");
  if (g_str_equal (id, "compare-output"))
    return g_strdup ("compare-output-value");
  if (g_str_equal (id, "output") || g_str_has_prefix (id, "output-by-"))
    return g_strconcat ("output-value", id + strlen ("output"), NULL);
  return g_strdup (id);
}

char *
outlay_chart_initiative_name (const OutlayChartSource *source, guint initiative)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (outlay_plan_get_initiative (source->plan, initiative)));
}

static gboolean
is_taken (OutlayScene *scene, OutlayColour colour)
{
  const double near = 0.1;

  for (guint s = 0; s < scene->series->len; s++)
    {
      OutlayColour other = outlay_scene_nth_series (scene, s)->ink.colour;

      if (fabs (other.red - colour.red) + fabs (other.green - colour.green) + fabs (other.blue - colour.blue) < near)
        return TRUE;
    }
  return FALSE;
}

OutlayColour
outlay_chart_initiative_colour (const OutlayChartSource *source, OutlayScene *scene, guint initiative)
{
  OutlayColour own = outlay_palette_initiative (source->plan, source->scenario, initiative);

  if (outlay_model_shape (outlay_projection_model (source->projection))->n_initiatives <= OUTLAY_PALETTE_SIZE || !is_taken (scene, own))
    return own;
  for (guint n = 0; n < 2 * OUTLAY_PALETTE_SIZE; n++)
    if (!is_taken (scene, outlay_palette_colour (n)))
      return outlay_palette_colour (n);
  return own;
}

char *
outlay_chart_phase_name (const OutlayChartSource *source, guint phase)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (outlay_plan_get_phase (source->plan, phase)));
}

char *
outlay_chart_scenario_name (const OutlayChartSource *source, OutlayScenario *scenario)
{
  if (scenario == NULL)
    return g_strdup (C_ ("scenario", "Base"));
  return outlay_plan_resolve_name (source->plan, NULL, OUTLAY_NODE (scenario));
}

char *
outlay_chart_source_note (const OutlayChartSource *source)
{
  g_autofree char *plan = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (source->plan), "name");
  g_autofree char *scenario = outlay_chart_scenario_name (source, source->scenario);

  if (plan == NULL || *plan == '\0')
    return g_strdup_printf (_("Scenario: %s"), scenario);
  /* Translators: the small print of a chart: the plan's name and the scenario's */
  return g_strdup_printf (_("Source: projection of %s · Scenario: %s"), plan, scenario);
}

char *
outlay_chart_unit_title (const OutlayChartSource *source, OutlayAmountUnit unit, gboolean a_year)
{
  g_autofree char *currency = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (source->plan), "currency");
  const char *word = outlay_currency_word (currency != NULL ? currency : "");

  if (*unit.word == '\0' && !a_year)
    return g_strdup (word);
  if (*unit.word == '\0')
    /* Translators: the unit of a chart's axis, as in "yuan a year" */
    return g_strdup_printf (C_ ("chart unit", "%s a year"), word);
  if (!a_year)
    /* Translators: the unit of a chart's axis, as in "bn yuan" */
    return g_strdup_printf (C_ ("chart unit", "%s %s"), unit.word, word);
  /* Translators: the unit of a chart's axis, as in "bn yuan a year" */
  return g_strdup_printf (C_ ("chart unit", "%s %s a year"), unit.word, word);
}

void
outlay_axis_widen (OutlayAxis *axis, double value)
{
  if (!isfinite (value))
    return;
  axis->lower = MIN (axis->lower, value);
  axis->upper = MAX (axis->upper, value);
}

int
outlay_chart_decimals (double largest, OutlayAmountUnit unit)
{
  double shown = fabs (largest) / unit.size;

  return shown >= 200 ? 0 : shown >= 20 ? 1 : 2;
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
  const guint64 series = 1ull << chart->series;

  if (chart->parts == OUTLAY_BY_CELL || chart->parts == OUTLAY_BY_CHANGE)
    return;
  request->plan_series |= series | 1ull << OUTLAY_SERIES_REVENUE | 1ull << OUTLAY_SERIES_OWN_USE;
  request->plan_indicators |= 1ull << OUTLAY_INDICATOR_DESIGN_YEAR;
  if (chart->parts == OUTLAY_BY_INITIATIVE)
    request->initiative_series |= series;
  if (chart->parts == OUTLAY_BY_PHASE)
    request->phase_series |= series;
  for (guint k = 0; chart->parts == OUTLAY_BY_KIND && k < OUTLAY_N_TAX_KINDS; k++)
    request->plan_series |= 1ull << outlay_tax_kinds[k];
}

/**
 * outlay_chart_build:
 * @chart: a chart
 * @plan: the plan
 * @scenario: (nullable): the scenario of @projection; names and colours are as they are there
 * @projection: results that were asked for what outlay_chart_request() says
 * @compared: (nullable): results of another scenario of the same plan, asked for the same
 * @title: (nullable): %NULL for the chart's own
 *
 * Of a chart of scenarios these two are laid over each other. Not for the bridge, see outlay_bridge_chart_build().
 *
 * Returns: (transfer full): the chart as data
 */
OutlayScene *
outlay_chart_build (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, OutlayProjection *projection,
                    OutlayProjection *compared, const char *title)
{
  const OutlayChartSource source = { chart, plan, scenario, projection, compared };
  OutlayScene *scene = outlay_scene_new (title != NULL ? title : outlay_chart_title (chart));

  g_return_val_if_fail (chart->parts != OUTLAY_BY_CHANGE, scene);
  if (chart->parts == OUTLAY_BY_SCENARIO)
    outlay_scenario_lines_build (scene, &source, (OutlayProjection *[]) { projection, compared }, compared != NULL ? 2 : 1);
  else if (chart->parts == OUTLAY_BY_CELL)
    outlay_split_picture_build (scene, &source);
  else
    outlay_yearly_build (scene, &source);
  return scene;
}

gboolean
outlay_chart_compares (const OutlayChart *chart)
{
  return chart->parts == OUTLAY_BY_SCENARIO;
}

gboolean
outlay_chart_is_bridge (const OutlayChart *chart)
{
  return chart->parts == OUTLAY_BY_CHANGE;
}

/**
 * outlay_chart_build_compared:
 * @chart: a chart of scenarios
 * @plan: the plan
 * @projections: (array length=n): results of scenarios of the plan, asked for what outlay_chart_request() says; the first is what the others are compared with
 * @n: how many; at least one
 * @title: (nullable): %NULL for the chart's own
 *
 * Returns: (transfer full): the scenarios laid over each other, as data
 */
OutlayScene *
outlay_chart_build_compared (const OutlayChart *chart, OutlayPlan *plan, OutlayProjection *const *projections, guint n, const char *title)
{
  OutlayScenario *first = outlay_model_scenario (outlay_projection_model (projections[0]));
  const OutlayChartSource source = { chart, plan, first, projections[0], NULL };
  OutlayScene *scene = outlay_scene_new (title != NULL ? title : outlay_chart_title (chart));

  outlay_scenario_lines_build (scene, &source, projections, n);
  return scene;
}
