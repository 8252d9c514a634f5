/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/charts.h"
#include "chart/layout.h"
#include "chart/view.h"
#include "chart/kinds/rounding.h"
#include "store/reader.h"
#include "study/comparison.h"
#include "support/sample.h"

static void
change (OutlayScenario *scenario, const char *path, double number)
{
  outlay_scenario_set_change (scenario, path, &(OutlayValue) { OUTLAY_VALUE_NUMBER, number, NULL });
}

static OutlayScene *
build_lines (OutlayPlan *plan, const char *id, OutlayScenario *const *scenarios, guint n)
{
  return outlay_chart_compute (outlay_chart_find (id), plan, scenarios[0], scenarios, n, NULL, NULL, NULL);
}

static OutlayScene *
build_bridge (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayBridge) bridge = outlay_bridge_new (plan, from, to, outcome, 1, NULL, &error);

  g_assert_no_error (error);
  return outlay_bridge_chart_build (plan, from, to, outcome, bridge, NULL);
}

static const OutlayMark *
find_mark (OutlayScene *scene, OutlayMarkKind kind, int series)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      if (mark->kind == kind && mark->series == series)
        return mark;
    }
  g_assert_not_reached ();
}

/* A line has the scenario's value in each year of the model, computed on its own. */
static void
assert_line (OutlayPlan *plan, OutlayScenario *scenario, OutlaySeries series, const OutlayMark *line, gboolean cumulative)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = { .plan_series = 1ull << series };
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &request);
  const double *row = outlay_projection_series (projection, series, OUTLAY_SCOPE_PLAN);
  double sum = 0;

  for (guint t = 0; t < outlay_projection_years (projection); t++)
    {
      sum += row[t];
      g_assert_cmpfloat (line->y0[t], ==, cumulative ? sum : row[t]);
      g_assert_cmpfloat (line->values[t], ==, line->y0[t]);
      g_assert_cmpfloat (line->x0[t], ==, t + 0.5);
    }
  for (guint t = outlay_projection_years (projection); t < line->n; t++)
    if (cumulative)
      g_assert_cmpfloat (line->y0[t], ==, sum);
    else
      g_assert_true (isnan (line->y0[t]));
}

static void
test_lines (void)
{
  static const struct
  {
    const char *id;
    OutlaySeries series;
    gboolean cumulative;
  } charts[] = {
    { "compare-output-value", OUTLAY_SERIES_OUTPUT_VALUE, FALSE },
    { "compare-sales", OUTLAY_SERIES_REVENUE, FALSE },
    { "compare-tax", OUTLAY_SERIES_TAX, FALSE },
    { "compare-cash", OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, TRUE },
  };
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "storage-first"), outlay_plan_find_scenario (plan, "phase-two-late") };

  /* One of them looks less far ahead. */
  change (scenarios[2], "years", 15);
  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      g_autoptr (OutlayScene) scene = build_lines (plan, charts[c].id, scenarios, G_N_ELEMENTS (scenarios));

      g_assert_cmpuint (outlay_scene_get_n_series (scene), ==, 3);
      for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
        assert_line (plan, scenarios[s], charts[c].series, find_mark (scene, OUTLAY_MARK_LINE, (int) s), charts[c].cumulative);
      g_assert_cmpint (outlay_scene_get_year (scene, 0), ==, 2021);
      g_assert_cmpfloat (scene->x.upper, ==, 20);
    }
}

/* Each is named beside its line with its value in the design year, and no two have one colour. */
static void
test_names (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "as-announced"), outlay_plan_find_scenario (plan, "storage-first") };
  g_autoptr (OutlayScene) scene = build_lines (plan, "compare-output-value", scenarios, G_N_ELEMENTS (scenarios));
  static const char *const names[] = { "Base", "As announced", "Storage first" };

  g_assert_cmpstr (scene->heading, ==, "in 2028");
  g_assert_cmpstr (outlay_scene_get_subtitle (scene), ==, "bn yuan a year");
  g_assert_cmpstr (g_array_index (scene->rules, OutlayRule, 0).label, ==, "promised 10");
  for (guint s = 0; s < 3; s++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);
      const OutlayMark *line = find_mark (scene, OUTLAY_MARK_LINE, (int) s);

      g_assert_cmpstr (series->name, ==, names[s]);
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (series->value, NULL), line->values[2028 - 2021] / 1e9, 0.005);
      g_assert_nonnull (strstr (outlay_scene_get_summary (scene), series->value));
      for (guint other = 0; other < s; other++)
        g_assert_cmpint (memcmp (&series->ink, &outlay_scene_nth_series (scene, other)->ink, sizeof series->ink), !=, 0);
    }
}

/* A sum that has ended is written as it was then. */
static void
test_ended (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "phase-two-late") };
  g_autoptr (OutlayScene) scene = NULL;

  change (scenarios[1], "years", 15);
  scene = build_lines (plan, "compare-cash", scenarios, G_N_ELEMENTS (scenarios));
  g_assert_cmpstr (scene->heading, ==, "in 2040");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (outlay_scene_nth_series (scene, 1)->value, NULL), find_mark (scene, OUTLAY_MARK_LINE, 1)->values[14] / 1e9, 0.005);
}

/* Names at the right stand in the order of what is written beside them, also where the lines end at one value or a little the other way round. */
static void
test_order (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *late = outlay_plan_find_scenario (plan, "phase-two-late"), *scenarios[] = { NULL, late };

  for (guint more = 0; more < 2; more++)
    {
      g_autoptr (OutlayScene) scene = build_lines (plan, "compare-output-value", scenarios, G_N_ELEMENTS (scenarios));
      const double *base_values = find_mark (scene, OUTLAY_MARK_LINE, 0)->values, *late_values = find_mark (scene, OUTLAY_MARK_LINE, 1)->values;

      g_assert_cmpstr (scene->heading, ==, "in 2028");
      g_assert_cmpfloat (base_values[2028 - 2021], >, late_values[2028 - 2021]);
      g_assert_cmpfloat (late_values[19], >=, base_values[19]);
      g_assert_cmpfloat (outlay_scene_nth_series (scene, 0)->anchor, >, outlay_scene_nth_series (scene, 1)->anchor);
      change (late, "initiatives.mining.investment.phase-2", 1.21e9);
    }
}

static double
read_number (const char *text)
{
  double sign = g_str_has_prefix (text, "\u2212") ? -1 : 1;

  return sign * g_ascii_strtod (text + (sign < 0 ? strlen ("\u2212") : *text == '+'), NULL);
}

/* Bars of steps begin where the last one ended, from one scenario's value to the other's; and what is written adds up to the last decimal. */
static void
assert_bridge (OutlayScene *scene, double from, double to)
{
  double at = from, written = 0;
  guint row = 0, last = scene->rows->len - 1;

  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      if (mark->kind == OUTLAY_MARK_TEXT)
        {
          double number = read_number (mark->labels[0].lead);

          written += row - 1 == last ? -number : number;
        }
      if (mark->kind != OUTLAY_MARK_BAR || mark->series < 0)
        continue;
      g_assert_cmpint (mark->series, ==, (int) row);
      g_assert_cmpfloat (mark->y0[0], >, row);
      g_assert_cmpfloat (mark->y1[0], <, row + 1);
      if (row > 0 && row < last)
        {
          g_assert_cmpint (mark->ink.role, ==, mark->values[0] >= 0 ? OUTLAY_INK_RISE : OUTLAY_INK_FALL);
          g_assert_cmpfloat_with_epsilon (mark->values[0] > 0 ? mark->x0[0] : mark->x1[0], at, 1e-9 * fabs (from));
          at += mark->values[0];
        }
      else
        {
          double value = row == 0 ? from : to;

          g_assert_cmpfloat (mark->values[0], ==, value);
          g_assert_cmpfloat (value >= 0 ? mark->x1[0] : mark->x0[0], ==, value);
        }
      row++;
    }
  g_assert_cmpuint (row, ==, last + 1);
  g_assert_cmpfloat_with_epsilon (at, to, 1e-9 * fabs (to));
  g_assert_cmpfloat_with_epsilon (written, 0, 1e-9);
}

static double
value_of (OutlayPlan *plan, OutlayScenario *scenario, const OutlayOutcome *outcome)
{
  g_autoptr (OutlayComparison) comparison = outlay_comparison_new (plan, &scenario, 1, NULL);

  return outlay_comparison_value (comparison, 0, outcome);
}

static void
test_bridge (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *to = outlay_plan_find_scenario (plan, "storage-first");
  const OutlayOutcome outcomes[] = { OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX), OUTLAY_OUTCOME_INDICATOR (IRR_AFTER_TAX),
                                     OUTLAY_OUTCOME_INDICATOR (PAYBACK), OUTLAY_OUTCOME_DESIGN_YEAR (TAX) };

  change (to, "discount-rate", 0.09);
  for (guint o = 0; o < G_N_ELEMENTS (outcomes); o++)
    {
      g_autoptr (OutlayScene) scene = build_bridge (plan, NULL, to, &outcomes[o]);
      OutlayUnit unit = outlay_outcome_unit (&outcomes[o]);

      assert_bridge (scene, value_of (plan, NULL, &outcomes[o]), value_of (plan, to, &outcomes[o]));
      g_assert_cmpstr (outlay_scene_get_subtitle (scene), ==,
                       unit == OUTLAY_UNIT_SHARE_A_YEAR ? "%" : unit == OUTLAY_UNIT_YEARS ? "years" : o == 0 ? "bn yuan" : "m yuan");
      g_assert_cmpstr (g_ptr_array_index (scene->rows, 0), ==, "Base");
      g_assert_cmpstr (g_ptr_array_index (scene->rows, scene->rows->len - 1), ==, "Storage first");
      /* A rate differs from another by points. */
      g_assert_true (g_str_has_suffix (outlay_scene_nth_series (scene, 0)->words, " %") == (unit == OUTLAY_UNIT_SHARE_A_YEAR));
      g_assert_true (g_str_has_suffix (outlay_scene_nth_series (scene, 1)->words, " pp") == (unit == OUTLAY_UNIT_SHARE_A_YEAR));
      /* The rate matters to the value alone. */
      g_assert_cmpuint (scene->rows->len, ==, o == 0 ? 7 : 6);
      g_assert_true ((strstr (outlay_scene_get_note (scene), "1 change without effect") == NULL) == (o == 0));
    }
}

/* Of twelve changes the smallest two are one. */
static void
test_many_steps (void)
{
  static const char *const paths[] = { "initiatives.mining.investment.phase-1", "initiatives.mining.investment.phase-2",
                                       "initiatives.storage.investment.phase-1", "initiatives.storage.investment.phase-2",
                                       "initiatives.park.investment.phase-1", "initiatives.park.investment.phase-2" };
  static const char *const rates[] = { "discount-rate", "initiatives.mining.repair-rate", "initiatives.mining.research-rate", "taxes.stamp-rate",
                                       "taxes.surcharge-rate", "taxes.property-rate" };
  const OutlayOutcome outcome = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *to = outlay_plan_find_scenario (plan, "as-announced");
  g_autoptr (OutlayScene) scene = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    change (to, paths[i], 1e8 * (i + 2));
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    change (to, rates[i], 0.11);
  scene = build_bridge (plan, NULL, to, &outcome);
  assert_bridge (scene, value_of (plan, NULL, &outcome), value_of (plan, to, &outcome));
  g_assert_cmpuint (scene->rows->len, ==, 2 + 11);
  g_assert_cmpstr (g_ptr_array_index (scene->rows, 11), ==, "2 others");
}

/* Every name and figure of a bridge and of lines is there, whole, in a card of the window and on a slide, in each theme. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "storage-first") };
  const OutlayOutcome outcome = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  g_autoptr (OutlayScene) bridge = build_bridge (plan, NULL, scenarios[1], &outcome), lines = build_lines (plan, "compare-tax", scenarios, 2);

  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    {
      g_autoptr (OutlayLayout) card = outlay_layout_new (bridge, 560, 6 * 35, &(OutlayStyle) { theme, 1, FALSE, NULL });
      g_autoptr (OutlayLayout) slide = outlay_layout_new (bridge, 1280, 720, &(OutlayStyle) { theme, 1.75, FALSE, NULL });
      g_autoptr (OutlayLayout) years = outlay_layout_new (lines, 560, 190, &(OutlayStyle) { theme, 1, FALSE, NULL });
      const OutlayLayout *layouts[] = { card, slide, years };

      for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
        for (guint t = 0; t < layouts[l]->texts->len; t++)
          g_assert_false (pango_layout_is_ellipsized (g_array_index (layouts[l]->texts, OutlayPlacedText, t).layout));
      g_assert_cmpuint (card->texts->len, >=, 6 + 6);
      g_assert_cmpuint (slide->texts->len, >=, 6 + 6);
      g_assert_true (years->side);
    }
}

/* Every bar is its scenario's value in its year, and none lies upon another. */
static void
test_grouped (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *three[] = { NULL, outlay_plan_find_scenario (plan, "storage-first"), outlay_plan_find_scenario (plan, "phase-two-late") };
  OutlayScenario *many[] = { three[0], three[1], three[2], three[0], three[1], three[2], three[0], three[1] };

  change (three[2], "years", 15);
  for (guint n = 2; n <= 8; n++)
    {
      OutlayScenario *const *scenarios = n > 3 ? many : three;
      g_autoptr (OutlayScene) scene = build_lines (plan, "compare-output-grouped", scenarios, n);
      const OutlayChartTable *table = outlay_scene_get_table (scene);
      const guint n_years = (guint) scene->x.upper;

      g_assert_cmpint (table->form, ==, OUTLAY_CHART_TABLE_GROUPED);
      g_assert_cmpuint (table->rows->len, ==, n_years);
      for (guint s = 0; s < n; s++)
        {
          g_autoptr (OutlayModel) model = outlay_model_new (plan, scenarios[s]);
          g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &outlay_request_all);
          const double *row = outlay_projection_series (projection, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SCOPE_PLAN);
          const OutlayMark *bars = find_mark (scene, OUTLAY_MARK_BAR, (int) s);

          for (guint t = 0; t < n_years; t++)
            {
              const int year = outlay_scene_get_year (scene, (int) t);
              g_autofree char *name = g_strdup_printf ("%d", year);
              const guint index = (guint) (year - 2021);

              g_assert_cmpstr (g_ptr_array_index (table->rows, t), ==, name);
              if (index < outlay_projection_years (projection))
                g_assert_cmpfloat (bars->y1[t], ==, row[index]);
              else
                g_assert_true (isnan (bars->values[t]));
              g_assert_cmpfloat (bars->x0[t], >, t);
              g_assert_cmpfloat (bars->x1[t], <, t + 1);
              if (s > 0)
                g_assert_cmpfloat (bars->x0[t], >=, find_mark (scene, OUTLAY_MARK_BAR, (int) s - 1)->x1[t]);
            }
        }
      g_assert_cmpuint (n_years, ==, 20);
    }
}

/* Without one of the scenarios the bars of the others stand where they stood. */
static void
test_grouped_hidden (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "storage-first") };
  g_autoptr (OutlayScene) scene = build_lines (plan, "compare-output-grouped", scenarios, 2);
  const OutlaySceneView view = { (gboolean[]) { TRUE, FALSE }, -1, 0, 0 };
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &view);
  const OutlayMark *bars = find_mark (seen, OUTLAY_MARK_BAR, 1), *all = find_mark (scene, OUTLAY_MARK_BAR, 1);

  for (guint t = 0; t < bars->n; t++)
    {
      g_assert_cmpfloat (bars->y0[t], ==, 0);
      g_assert_cmpfloat (bars->y1[t], ==, all->y1[t]);
      g_assert_cmpfloat (bars->x0[t], ==, all->x0[t]);
    }
}

/* Whatever is written adds up, and no figure is off by a unit. */
static void
test_rounding (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 20);
      double values[20], rounded[20], sum = 0, from = g_test_rand_double_range (-1e3, 1e3), shown = 0;

      for (guint k = 0; k < n; k++)
        sum += values[k] = rounded[k] = g_test_rand_double_range (-1, 1);
      outlay_round_together (rounded, n, (round ((from + sum) * 100) - round (from * 100)) / 100, 0.01);
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpfloat (fabs (rounded[k] - values[k]), <, 0.0101);
          shown += rounded[k];
        }
      g_assert_cmpfloat_with_epsilon (shown, (round ((from + sum) * 100) - round (from * 100)) / 100, 1e-9);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/compare/lines", test_lines);
  g_test_add_func ("/chart/compare/names", test_names);
  g_test_add_func ("/chart/compare/ended", test_ended);
  g_test_add_func ("/chart/compare/order", test_order);
  g_test_add_func ("/chart/compare/grouped", test_grouped);
  g_test_add_func ("/chart/compare/grouped-hidden", test_grouped_hidden);
  g_test_add_func ("/chart/compare/bridge", test_bridge);
  g_test_add_func ("/chart/compare/many-steps", test_many_steps);
  g_test_add_func ("/chart/compare/rounding", test_rounding);
  g_test_add_func ("/chart/compare/nothing-is-lost", test_nothing_is_lost);
  return g_test_run ();
}
