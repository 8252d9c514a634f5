/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/charts.h"
#include "chart/scene-data.h"
#include "chart/view.h"
#include "plan/amount.h"
#include "store/reader.h"
#include "support/sample.h"

typedef struct
{
  OutlayPlan *plan;
  OutlayProjection *projection;
  OutlayScene *scene;
} Fixture;

/* A chart of the sample plan; with a path, of a scenario of it with a number changed. */
static void
set_up (Fixture *fixture, const char *id, const OutlayChartOptions *options, const char *path, double number)
{
  const OutlayChart *chart = outlay_chart_find (id);
  OutlayRequest request = { .plan_indicators = G_MAXUINT64 };
  OutlayScenario *scenario = NULL;
  g_autoptr (OutlayModel) model = NULL;

  fixture->plan = sample_plan_load ();
  if (path != NULL)
    {
      scenario = outlay_plan_find_scenario (fixture->plan, "storage-first");
      outlay_scenario_set_change (scenario, path, &(OutlayValue) { OUTLAY_VALUE_NUMBER, number, NULL });
    }
  model = outlay_model_new (fixture->plan, scenario);
  outlay_chart_request (chart, &request);
  fixture->projection = outlay_projection_new (model, &request);
  fixture->scene = outlay_chart_build (chart, fixture->plan, scenario, fixture->projection, NULL, options);
}

static void
tear_down (Fixture *fixture)
{
  outlay_scene_unref (fixture->scene);
  outlay_projection_unref (fixture->projection);
  g_assert_finalize_object (fixture->plan);
}

static const double *
row_of (const Fixture *fixture, OutlaySeries series)
{
  return outlay_projection_series (fixture->projection, series, OUTLAY_SCOPE_PLAN);
}

static double
indicator (const Fixture *fixture, OutlayIndicator which)
{
  return outlay_projection_indicator (fixture->projection, which, -1);
}

static const OutlayMark *
nth_mark (const Fixture *fixture, OutlayMarkKind kind, guint n)
{
  for (guint m = 0; m < fixture->scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (fixture->scene->marks, m);

      if (mark->kind == kind && n-- == 0)
        return mark;
    }
  return NULL;
}

static const OutlayMark *
line_of (const Fixture *fixture, int series)
{
  const OutlayMark *line;

  for (guint n = 0; (line = nth_mark (fixture, OUTLAY_MARK_LINE, n)) != NULL; n++)
    if (line->series == series)
      return line;
  g_assert_not_reached ();
}

static double
interpolate (const OutlayMark *line, double x)
{
  for (guint i = 0; i + 1 < line->n; i++)
    if (line->x0[i] <= x && x <= line->x0[i + 1])
      return line->y0[i] + (x - line->x0[i]) / (line->x0[i + 1] - line->x0[i]) * (line->y0[i + 1] - line->y0[i]);
  return NAN;
}

/* --- yearly --- */

/* Each part is a line of its own values; neither their sum nor what is promised of it is there. */
static void
test_lines (void)
{
  Fixture fixture;

  set_up (&fixture, "output-value", &(OutlayChartOptions) { .lines = TRUE }, NULL, 0);
  g_assert_cmpuint (fixture.scene->rules->len, ==, 0);
  g_assert_cmpuint (outlay_scene_get_n_series (fixture.scene), ==, 3);
  g_assert_null (nth_mark (&fixture, OUTLAY_MARK_BAR, 0));
  g_assert_cmpint (outlay_scene_get_table (fixture.scene)->form, ==, OUTLAY_CHART_TABLE_LINES);
  g_assert_cmpfloat (fixture.scene->y.upper, <, 6e9);
  for (int i = 0; i < 3; i++)
    {
      const double *row = outlay_projection_series (fixture.projection, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SCOPE_INITIATIVE (i));
      const OutlayMark *line = line_of (&fixture, i);

      g_assert_cmpmem (line->y0, line->n * sizeof (double), row, outlay_projection_years (fixture.projection) * sizeof (double));
      g_assert_cmpfloat (outlay_scene_nth_series (fixture.scene, (guint) i)->anchor, ==, row[line->n - 1]);
    }
  tear_down (&fixture);
}

/* A product is named by itself, and by its initiative too where another is called the same. */
static void
test_products (void)
{
  Fixture fixture;
  g_autoptr (OutlayScene) scene = NULL;

  set_up (&fixture, "revenue-by-product", NULL, NULL, 0);
  g_assert_cmpstr (outlay_scene_get_series_name (fixture.scene, 0), ==, "Mining machines");
  g_assert_cmpuint (outlay_scene_get_n_series (fixture.scene), ==, 7);
  g_object_set (outlay_initiative_get_product (outlay_plan_get_initiative (fixture.plan, 1), 0), "name", "Mining machines", NULL);
  scene = outlay_chart_build (outlay_chart_find ("revenue-by-product"), fixture.plan, NULL, fixture.projection, NULL, NULL);
  g_assert_cmpstr (outlay_scene_get_series_name (scene, 0), ==, "Smart mining machinery · Mining machines");
  g_assert_cmpstr (outlay_scene_get_series_name (scene, 1), ==, "Energy storage · Mining machines");
  g_assert_cmpstr (outlay_scene_get_series_name (scene, 2), ==, "Industrial and commercial storage");
  tear_down (&fixture);
}

/* --- funding --- */

/* What pays for the investment adds up to it with its interest in every year; loans and equity are all there. */
static void
test_funding (void)
{
  enum { LOANS, INTEREST, EQUITY, OWN_CASH, OTHER_EQUITY, USES };
  Fixture fixture;
  const OutlayChartTable *table;

  set_up (&fixture, "funding", NULL, NULL, 0);
  table = outlay_scene_get_table (fixture.scene);
  g_assert_cmpuint (table->columns->len, ==, USES + 1);
  g_assert_true (outlay_chart_table_column (table, USES)->line);
  for (guint t = 0; t < table->rows->len; t++)
    {
      const double *columns[USES + 1], uses = row_of (&fixture, OUTLAY_SERIES_INVESTMENT)[t] + row_of (&fixture, OUTLAY_SERIES_INTEREST_CAPITALISED)[t];
      double equity = 0, loans = 0;

      for (guint c = 0; c <= USES; c++)
        columns[c] = outlay_chart_table_column (table, c)->values;
      for (guint i = 0; i < 3; i++)
        {
          equity += outlay_projection_series (fixture.projection, OUTLAY_SERIES_EQUITY_INJECTED, OUTLAY_SCOPE_INITIATIVE (i))[t];
          loans += outlay_projection_series (fixture.projection, OUTLAY_SERIES_LOAN_DRAW, OUTLAY_SCOPE_INITIATIVE (i))[t];
        }
      g_assert_cmpfloat_with_epsilon (columns[USES][t], uses, 1e-3);
      g_assert_cmpfloat_with_epsilon (columns[LOANS][t] + columns[INTEREST][t] + columns[EQUITY][t] + columns[OWN_CASH][t], uses, 1e-3);
      g_assert_cmpfloat_with_epsilon (columns[EQUITY][t] + columns[OTHER_EQUITY][t], equity, 1e-3);
      g_assert_cmpfloat_with_epsilon (columns[LOANS][t], loans, 1e-3);
    }
  tear_down (&fixture);
}

/* --- cash --- */

#define FIRST_WORKS (7.0 / 12) /* August of the first year */

/* The marked moments are the indicators', and the lines cross 0 there; discounted, the last value is the net present value. */
static void
test_cash (void)
{
  Fixture fixture;
  const OutlayChartTable *table;
  double sum = 0;

  set_up (&fixture, "cumulative-cash", NULL, NULL, 0);
  for (guint i = 0; i < 2; i++)
    {
      const double years = indicator (&fixture, i == 0 ? OUTLAY_INDICATOR_PAYBACK : OUTLAY_INDICATOR_PAYBACK_DISCOUNTED);
      const OutlayMark *point = nth_mark (&fixture, OUTLAY_MARK_POINT, i);
      g_autofree char *length = outlay_quantity_format (years, OUTLAY_UNIT_YEARS, NULL);

      g_assert_cmpfloat_with_epsilon (point->x0[0], FIRST_WORKS + years, 1e-12);
      g_assert_cmpfloat (point->y0[0], ==, 0);
      g_assert_cmpfloat_with_epsilon (interpolate (line_of (&fixture, 1 + (int) i), point->x0[0]), 0, 1);
      g_assert_nonnull (strstr (nth_mark (&fixture, OUTLAY_MARK_TEXT, i)->labels[0].lead, length));
      g_assert_nonnull (strstr (outlay_scene_get_summary (fixture.scene), length));
    }
  table = outlay_scene_get_table (fixture.scene);
  for (guint t = 0; t < table->rows->len; t++)
    {
      const double flow = row_of (&fixture, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX)[t];

      g_assert_cmpfloat (outlay_chart_table_column (table, 0)->values[t], ==, flow);
      g_assert_cmpfloat (outlay_chart_table_column (table, 1)->values[t], ==, sum += flow);
      g_assert_cmpfloat (nth_mark (&fixture, OUTLAY_MARK_BAR, flow >= 0 ? 0 : 1)->y1[t], ==, flow);
      g_assert_cmpfloat (nth_mark (&fixture, OUTLAY_MARK_BAR, flow >= 0 ? 1 : 0)->y1[t], ==, 0);
    }
  g_assert_cmpfloat_with_epsilon (outlay_chart_table_column (table, 2)->values[table->rows->len - 1], indicator (&fixture, OUTLAY_INDICATOR_NPV_AFTER_TAX), 1);
  tear_down (&fixture);
}

/* Nothing is marked where the money does not come back, and the words say so. */
static void
test_no_payback (void)
{
  Fixture fixture;

  set_up (&fixture, "cumulative-cash", NULL, "initiatives.storage.other-cost-rate", 0.6);
  g_assert_true (isnan (indicator (&fixture, OUTLAY_INDICATOR_PAYBACK)));
  g_assert_null (nth_mark (&fixture, OUTLAY_MARK_POINT, 0));
  g_assert_null (nth_mark (&fixture, OUTLAY_MARK_TEXT, 0));
  g_assert_nonnull (strstr (outlay_scene_get_summary (fixture.scene), "The money is not back"));
  g_assert_nonnull (strstr (outlay_scene_get_note (fixture.scene), "The money is not back"));
  tear_down (&fixture);
}

/* --- a year's waterfall --- */

/* What is written: sums where they stand, steps from one to the next. */
static double
written (const char *text)
{
  g_autoptr (GString) plain = g_string_new (text);

  g_string_replace (plain, "\u2212", "-", 0);
  return g_ascii_strtod (plain->str, NULL);
}

static void
assert_adds_up (const Fixture *fixture)
{
  const OutlayChartTable *table = outlay_scene_get_table (fixture->scene);
  const double *values = outlay_chart_table_column (table, 0)->values;
  double shown = 0, exact = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      const OutlayMark *text = nth_mark (fixture, OUTLAY_MARK_TEXT, i), *bar = nth_mark (fixture, OUTLAY_MARK_BAR, i);
      const double figure = written (text->labels[0].lead);

      if (text->strong && i > 0)
        {
          g_assert_cmpfloat_with_epsilon (shown, figure, 1e-9);
          g_assert_cmpfloat_with_epsilon (exact, values[i], 1);
        }
      g_assert_cmpfloat_with_epsilon (figure, values[i] / 1e9, 0.0101);
      g_assert_cmpfloat_with_epsilon (bar->x1[0] - bar->x0[0], fabs (values[i]), 1e-3);
      shown = text->strong ? figure : shown + figure;
      exact = text->strong ? values[i] : exact + values[i];
    }
}

static void
test_year (void)
{
  Fixture fixture;
  const OutlayChartTable *table;
  const guint design = 2028 - 2021;

  set_up (&fixture, "year-waterfall", NULL, NULL, 0);
  table = outlay_scene_get_table (fixture.scene);
  assert_adds_up (&fixture);
  g_assert_cmpstr (outlay_scene_get_subtitle (fixture.scene), ==, "bn yuan in 2028");
  g_assert_cmpstr (g_ptr_array_index (table->rows, 0), ==, "Sales");
  g_assert_cmpfloat (outlay_chart_table_column (table, 0)->values[0], ==, row_of (&fixture, OUTLAY_SERIES_REVENUE)[design]);
  g_assert_cmpstr (g_ptr_array_index (table->rows, table->rows->len - 1), ==, "Net profit");
  g_assert_cmpfloat (outlay_chart_table_column (table, 0)->values[table->rows->len - 1], ==, row_of (&fixture, OUTLAY_SERIES_NET_PROFIT)[design]);
  tear_down (&fixture);
}

/* Every year of the plan, one without sales and one with a loss too; a year that it does not have is the nearest. */
static void
test_any_year (void)
{
  for (int year = 2021; year <= 2040; year++)
    {
      Fixture fixture;
      g_autofree char *subtitle = NULL;

      set_up (&fixture, "year-waterfall", &(OutlayChartOptions) { .year = year }, NULL, 0);
      subtitle = g_strdup_printf ("in %d", year);
      g_assert_true (g_str_has_suffix (outlay_scene_get_subtitle (fixture.scene), subtitle));
      if (g_str_has_prefix (outlay_scene_get_subtitle (fixture.scene), "bn"))
        assert_adds_up (&fixture);
      tear_down (&fixture);
    }
  {
    Fixture fixture;

    set_up (&fixture, "year-waterfall", &(OutlayChartOptions) { .year = 1990 }, NULL, 0);
    g_assert_cmpstr (outlay_scene_get_subtitle (fixture.scene), ==, "yuan in 2021"); /* before anything is sold */
    tear_down (&fixture);
  }
}

/* --- npv --- */

/* What the table says in a row of this very name. */
static double
in_table (Fixture *fixture, guint column, const char *name)
{
  const OutlayChartTable *table = outlay_scene_get_table (fixture->scene);

  for (guint r = 0; r < table->rows->len; r++)
    if (g_str_equal (g_ptr_array_index (table->rows, r), name))
      return outlay_chart_table_column (table, column)->values[r];
  return NAN;
}

/* The lines, and the table, are worth what the indicators say at the plan's rate, and each crosses 0 at every rate of return, where a point is. */
static void
test_npv (void)
{
  static const struct
  {
    OutlayIndicator irr;
    OutlayIndicator npv;
  } flows[] = { { OUTLAY_INDICATOR_IRR_AFTER_TAX, OUTLAY_INDICATOR_NPV_AFTER_TAX },
                { OUTLAY_INDICATOR_IRR_BEFORE_TAX, OUTLAY_INDICATOR_NPV_BEFORE_TAX },
                { OUTLAY_INDICATOR_IRR_EQUITY, OUTLAY_INDICATOR_NPV_EQUITY } };
  Fixture fixture;
  guint n_points = 0;

  set_up (&fixture, "npv-profile", NULL, NULL, 0);
  for (guint f = 0; f < G_N_ELEMENTS (flows); f++)
    {
      guint n;
      const double *roots = outlay_projection_irr_roots (fixture.projection, flows[f].irr, -1, &n);
      const OutlayMark *line = line_of (&fixture, (int) f);
      const double range = fixture.scene->y.upper - fixture.scene->y.lower;

      g_assert_cmpuint (n, >, 0);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (nth_mark (&fixture, OUTLAY_MARK_POINT, n_points++)->x0[0], ==, roots[i]);
          g_assert_cmpfloat_with_epsilon (interpolate (line, roots[i]), 0, 1e-3 * range);
          g_assert_cmpfloat (roots[i], <, fixture.scene->x.upper);
        }
      g_assert_cmpfloat_with_epsilon (interpolate (line, 0.08), indicator (&fixture, flows[f].npv), 1e-3 * range);
      g_assert_cmpfloat_with_epsilon (in_table (&fixture, f, "8.0 %"), indicator (&fixture, flows[f].npv), 1e-9 * range);
    }
  g_assert_cmpfloat (nth_mark (&fixture, OUTLAY_MARK_POINT, n_points)->y0[0], ==, indicator (&fixture, OUTLAY_INDICATOR_NPV_AFTER_TAX));
  g_assert_cmpuint (fixture.scene->rules->len, ==, 1);
  g_assert_true (g_array_index (fixture.scene->rules, OutlayRule, 0).upright);
  g_assert_cmpfloat (g_array_index (fixture.scene->rules, OutlayRule, 0).value, ==, 0.08);
  tear_down (&fixture);
}

/* A plan that never earns its money has no rate of return, and the words have none. */
static void
test_no_rate (void)
{
  Fixture fixture;
  guint n;

  set_up (&fixture, "npv-profile", NULL, "initiatives.storage.other-cost-rate", 1);
  outlay_projection_irr_roots (fixture.projection, OUTLAY_INDICATOR_IRR_AFTER_TAX, -1, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (outlay_scene_nth_series (fixture.scene, 0)->value, ==, "–");
  g_assert_nonnull (strstr (outlay_scene_get_summary (fixture.scene), "After tax: IRR –;"));
  tear_down (&fixture);
}

/* --- all of them --- */

/* Everything that is named in the picture is told to who does not see it. */
static void
test_words (void)
{
  static const char *const ids[] = { "output-value-by-product", "revenue-by-product", "funding", "cumulative-cash", "year-waterfall", "npv-profile" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      Fixture fixture;

      set_up (&fixture, ids[i], NULL, NULL, 0);
      for (guint s = 0; s < outlay_scene_get_n_series (fixture.scene); s++)
        g_assert_nonnull (strstr (outlay_scene_get_summary (fixture.scene), outlay_scene_get_series_name (fixture.scene, s)));
      g_assert_nonnull (strstr (outlay_scene_get_source (fixture.scene), "Jinchuang Energy Project"));
      tear_down (&fixture);
    }
}

/* A line at the ends of years keeps its years when some of them are looked at, and what goes with a hidden series goes; a rate stays where it is. */
static void
test_looked_at (void)
{
  gboolean hidden[] = { TRUE, FALSE, FALSE };
  Fixture cash, npv;
  g_autoptr (OutlayScene) zoomed = NULL, without = NULL;
  const OutlayMark *line, *text;

  set_up (&cash, "cumulative-cash", NULL, NULL, 0);
  zoomed = outlay_scene_view (cash.scene, &(OutlaySceneView) { .first_year = 8, .n_years = 4, .isolated = -1 });
  line = line_of (&(Fixture) { .scene = zoomed }, 1);
  g_assert_cmpuint (line->n, ==, 4);
  g_assert_cmpint (outlay_scene_get_year (zoomed, 0), ==, 2029);
  g_assert_cmpfloat (line->values[0], ==, line_of (&cash, 1)->values[8]);
  text = nth_mark (&(Fixture) { .scene = zoomed }, OUTLAY_MARK_TEXT, 0);
  g_assert_cmpuint (text->n, ==, 1);
  g_assert_cmpint (text->corner, ==, OUTLAY_CORNER_BELOW);
  tear_down (&cash);

  set_up (&npv, "npv-profile", NULL, NULL, 0);
  without = outlay_scene_view (npv.scene, &(OutlaySceneView) { .hidden = hidden, .isolated = -1 });
  g_assert_cmpuint (without->rules->len, ==, 1);
  for (guint n = 0; (text = nth_mark (&(Fixture) { .scene = without }, OUTLAY_MARK_TEXT, n)) != NULL; n++)
    g_assert_cmpint (text->part, !=, 0);
  g_assert_nonnull (nth_mark (&(Fixture) { .scene = without }, OUTLAY_MARK_POINT, 1));
  g_assert_null (nth_mark (&(Fixture) { .scene = without }, OUTLAY_MARK_POINT, 2));
  tear_down (&npv);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/kinds/lines", test_lines);
  g_test_add_func ("/chart/kinds/products", test_products);
  g_test_add_func ("/chart/kinds/funding", test_funding);
  g_test_add_func ("/chart/kinds/cash", test_cash);
  g_test_add_func ("/chart/kinds/no-payback", test_no_payback);
  g_test_add_func ("/chart/kinds/year", test_year);
  g_test_add_func ("/chart/kinds/any-year", test_any_year);
  g_test_add_func ("/chart/kinds/npv", test_npv);
  g_test_add_func ("/chart/kinds/no-rate", test_no_rate);
  g_test_add_func ("/chart/kinds/words", test_words);
  g_test_add_func ("/chart/kinds/looked-at", test_looked_at);
  return g_test_run ();
}
