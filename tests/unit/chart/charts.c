/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "chart/charts.h"
#include "chart/kinds/parts.h"
#include "store/reader.h"

typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection;
  OutlayScene *scene;
} Fixture;

static OutlayProjection *
project (OutlayPlan *plan, OutlayScenario *scenario, const OutlayChart *chart)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = { 0 };

  outlay_chart_request (chart, &request);
  return outlay_projection_new (model, &request);
}

static void
set_up (Fixture *fixture, const char *chart, const char *scenario)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  fixture->plan = outlay_plan_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->scenario = scenario != NULL ? outlay_plan_find_scenario (fixture->plan, scenario) : NULL;
  fixture->projection = project (fixture->plan, fixture->scenario, outlay_chart_find (chart));
  fixture->scene = outlay_chart_build (outlay_chart_find (chart), fixture->plan, fixture->scenario, fixture->projection, NULL, NULL);
}

static void
tear_down (Fixture *fixture)
{
  outlay_scene_unref (fixture->scene);
  outlay_projection_unref (fixture->projection);
  g_assert_finalize_object (fixture->plan);
}

static void
test_catalogue (void)
{
  g_assert_cmpstr (outlay_chart_id (outlay_chart_find ("sales-by-phase")), ==, "revenue-by-phase");
  g_assert_cmpstr (outlay_chart_id (outlay_chart_find ("sales")), ==, "revenue");
  g_assert_cmpstr (outlay_chart_id (outlay_chart_find ("output")), ==, "output-value");
  g_assert_cmpstr (outlay_chart_id (outlay_chart_find ("output-by-phase")), ==, "output-value-by-phase");
  g_assert_cmpstr (outlay_chart_id (outlay_chart_find ("output-value")), ==, "output-value");
  g_assert_null (outlay_chart_find ("output-valuer"));
  g_assert_null (outlay_chart_find (""));
  g_assert_null (outlay_chart_nth (outlay_chart_count ()));
  for (guint n = 0; n < outlay_chart_count (); n++)
    g_assert_true (outlay_chart_find (outlay_chart_id (outlay_chart_nth (n))) == outlay_chart_nth (n));
}

/* Every bar is as long as its number, stands on the one below, and a year's bars add up to the plan's series. */
static void
assert_stacks (Fixture *fixture, OutlaySeries series)
{
  const double *totals = outlay_projection_series (fixture->projection, series, OUTLAY_SCOPE_PLAN);
  guint n_years = (guint) fixture->scene->x.upper;
  g_autofree double *height = g_new0 (double, n_years);

  for (guint m = 0; m < fixture->scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (fixture->scene->marks, m);

      if (mark->kind != OUTLAY_MARK_BAR)
        continue;
      g_assert_cmpuint (mark->n, ==, n_years);
      for (guint t = 0; t < n_years; t++)
        {
          g_assert_cmpfloat (mark->y0[t], ==, height[t]);
          g_assert_cmpfloat_with_epsilon (mark->y1[t] - mark->y0[t], mark->values[t], 1e-4);
          height[t] = mark->y1[t];
        }
    }
  for (guint t = 0; t < n_years; t++)
    g_assert_cmpfloat_with_epsilon (height[t], totals[t], 1e-9 * MAX (totals[t], 1));
}

static void
test_stacks (void)
{
  static const struct
  {
    const char *id;
    OutlaySeries series;
    guint n_parts;
  } charts[] = {
    { "output-value", OUTLAY_SERIES_OUTPUT_VALUE, 3 }, { "output-value-by-phase", OUTLAY_SERIES_OUTPUT_VALUE, 2 },
    { "revenue", OUTLAY_SERIES_REVENUE, 3 },           { "revenue-by-phase", OUTLAY_SERIES_REVENUE, 2 },
    { "tax", OUTLAY_SERIES_TAX, 3 },                   { "tax-by-phase", OUTLAY_SERIES_TAX, 2 },
    { "tax-by-kind", OUTLAY_SERIES_TAX, 6 },           { "investment", OUTLAY_SERIES_INVESTMENT, 3 },
    { "investment-by-phase", OUTLAY_SERIES_INVESTMENT, 2 },
    { "output-value-by-product", OUTLAY_SERIES_OUTPUT_VALUE, 7 }, { "revenue-by-product", OUTLAY_SERIES_REVENUE, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      Fixture fixture;

      set_up (&fixture, charts[i].id, "storage-first");
      g_assert_cmpuint (outlay_scene_get_n_series (fixture.scene), ==, charts[i].n_parts);
      assert_stacks (&fixture, charts[i].series);
      tear_down (&fixture);
    }
}

static const OutlayMark *
find_mark (OutlayScene *scene, OutlayMarkKind kind)
{
  for (guint m = 0; m < scene->marks->len; m++)
    if (((const OutlayMark *) g_ptr_array_index (scene->marks, m))->kind == kind)
      return g_ptr_array_index (scene->marks, m);
  g_assert_not_reached ();
}

/* The chart says what was promised, what the design year brings, and in which unit. */
static void
test_words (void)
{
  Fixture fixture;
  const OutlayMark *total;

  set_up (&fixture, "output-value", NULL);
  g_assert_cmpstr (outlay_scene_get_title (fixture.scene), ==, "Output value");
  g_assert_cmpstr (outlay_scene_get_subtitle (fixture.scene), ==, "bn yuan a year");
  g_assert_cmpuint (fixture.scene->rules->len, ==, 1);
  g_assert_cmpfloat (g_array_index (fixture.scene->rules, OutlayRule, 0).value, ==, 1e10);
  g_assert_cmpstr (g_array_index (fixture.scene->rules, OutlayRule, 0).label, ==, "promised 10");
  g_assert_cmpstr (outlay_scene_get_series_name (fixture.scene, 1), ==, "Energy storage");
  g_assert_cmpint (outlay_scene_get_series_item (fixture.scene, 1), ==, 1);
  total = find_mark (fixture.scene, OUTLAY_MARK_TEXT);
  g_assert_cmpfloat (total->x0[0], ==, 2028 - 2021 + 0.5);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (total->labels[0].lead, NULL), total->y0[0] / 1e9, 0.005);
  g_assert_nonnull (strstr (outlay_scene_get_summary (fixture.scene), " Promised 10."));
  g_assert_nonnull (strstr (outlay_scene_get_source (fixture.scene), "Jinchuang Energy Project"));
  tear_down (&fixture);
}

/* Names and colours are those of the scenario that is shown. */
static void
test_scenario (void)
{
  Fixture fixture;
  OutlayScenario *scenario;
  OutlayColour wanted = OUTLAY_RGB (0xaa3377), found;
  g_autoptr (OutlayScene) scene = NULL;

  set_up (&fixture, "split", "storage-first");
  scenario = fixture.scenario;
  outlay_scenario_set_change (scenario, "initiatives.storage.name", &(OutlayValue) { OUTLAY_VALUE_STRING, 0, (char *) "Batteries" });
  outlay_scenario_set_change (scenario, "initiatives.storage.colour", &(OutlayValue) { OUTLAY_VALUE_STRING, 0, (char *) "#aa3377" });
  scene = outlay_chart_build (outlay_chart_find ("split"), fixture.plan, scenario, fixture.projection, NULL, NULL);
  found = outlay_scene_nth_series (scene, 1)->ink.colour;
  g_assert_cmpstr (outlay_scene_get_series_name (scene, 1), ==, "Batteries");
  g_assert_cmpmem (&found, sizeof found, &wanted, sizeof wanted);
  g_assert_cmpstr (outlay_scene_get_series_name (fixture.scene, 1), ==, "Energy storage");
  g_assert_nonnull (strstr (outlay_scene_get_source (scene), "Storage first"));
  tear_down (&fixture);
}

static void
test_compared (void)
{
  Fixture fixture;
  const OutlayChart *chart = outlay_chart_find ("tax");
  g_autoptr (OutlayProjection) other = NULL;
  g_autoptr (OutlayScene) scene = NULL;
  const OutlayMark *line;
  const double *totals;

  set_up (&fixture, "tax", NULL);
  other = project (fixture.plan, outlay_plan_find_scenario (fixture.plan, "storage-first"), chart);
  totals = outlay_projection_series (other, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN);
  scene = outlay_chart_build (chart, fixture.plan, NULL, fixture.projection, other, &(OutlayChartOptions) { .title = "Taxes" });
  g_assert_cmpstr (outlay_scene_get_title (scene), ==, "Taxes");
  g_assert_cmpstr (outlay_scene_get_series_name (scene, 3), ==, "Storage first");
  g_assert_cmpint (outlay_scene_get_series_item (scene, 3), ==, -1);
  line = find_mark (scene, OUTLAY_MARK_LINE);
  for (guint t = 0; t < line->n; t++)
    g_assert_cmpfloat (line->values[t], ==, totals[t]);
  tear_down (&fixture);
}

/* Widths are the phases' shares, heights the initiatives' shares of a phase. */
static void
test_split (void)
{
  Fixture fixture;
  guint initiative = 0;

  set_up (&fixture, "split", NULL);
  for (guint m = 0; m < fixture.scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (fixture.scene->marks, m);

      for (guint p = 0; mark->kind == OUTLAY_MARK_BAR && p < mark->n; p++)
        {
          double money = outlay_initiative_get_investment (outlay_plan_get_initiative (fixture.plan, initiative), p);
          double area = (mark->x1[p] - mark->x0[p]) * (mark->y1[p] - mark->y0[p]);

          g_assert_cmpfloat (mark->values[p], ==, money);
          g_assert_cmpfloat_with_epsilon (area, money / 5.2e9, 1e-12);
        }
      initiative += mark->kind == OUTLAY_MARK_BAR;
    }
  g_assert_cmpuint (initiative, ==, 3);
  tear_down (&fixture);
}

/* Figures stay behind a phase's name also where that is read from right to left. */
static void
test_split_direction (void)
{
  Fixture fixture;
  g_autoptr (OutlayScene) scene = NULL;
  const OutlayMark *heads;

  set_up (&fixture, "split", NULL);
  g_object_set (outlay_plan_get_phase (fixture.plan, 0), "name", "المرحلة", NULL);
  scene = outlay_chart_build (outlay_chart_find ("split"), fixture.plan, NULL, fixture.projection, NULL, NULL);
  heads = g_ptr_array_index (scene->marks, scene->marks->len - 1);
  g_assert_cmpstr (heads->labels[0].lead, ==, "المرحلة\u200e  3.12 bn · 60 %");
  tear_down (&fixture);
}

/* A pointer over a bar finds its series, its year and its value; beside it nothing. */
static void
test_hits (void)
{
  Fixture fixture;
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  guint found = 0;

  set_up (&fixture, "output-value", NULL);
  for (double x = 0.5; x < 690; x += 3)
    for (double y = 0.5; y < 235; y += 3)
      {
        OutlayHit hit;

        if (outlay_scene_hit (fixture.scene, 690, 235, &style, x, y, &hit))
          {
            const OutlayMark *mark = g_ptr_array_index (fixture.scene->marks, (guint) hit.series);

            g_assert_cmpfloat (hit.value, ==, mark->values[hit.point]);
            g_assert_cmpfloat (x, >=, hit.x - 1);
            g_assert_cmpfloat (x, <=, hit.x + hit.width + 1);
            found |= 1u << hit.series;
          }
        else
          g_assert_cmpint (hit.series, ==, -1);
      }
  g_assert_cmpuint (found & 3, ==, 3);
  tear_down (&fixture);
}

static const double *
nth_row (guint item, gpointer data)
{
  return (const double *) data + item * 2;
}

/* Of a thousand the largest keep their place, and the rest is one part that keeps the sum. */
static void
test_many_parts (void)
{
  double rows[1000 * 2], sums[2] = { 0, 0 };
  g_auto (OutlayParts) parts = { 0 };
  g_autofree char *name = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      rows[i * 2] = i % 100 == 7 ? 1e6 + i : 1;
      rows[i * 2 + 1] = 2;
    }
  outlay_parts_init (&parts, 1000, 2, 9, nth_row, rows);
  name = outlay_parts_others_name (&parts);
  g_assert_cmpuint (parts.n, ==, 9);
  g_assert_cmpstr (name, ==, "992 others");
  g_assert_cmpint (parts.items[0], ==, 207);
  g_assert_cmpint (parts.items[7], ==, 907);
  g_assert_cmpint (parts.items[8], ==, -1);
  for (guint p = 0; p < parts.n; p++)
    for (guint t = 0; t < 2; t++)
      sums[t] += parts.values[p * 2 + t];
  g_assert_cmpfloat (sums[1], ==, 2000);
  g_assert_cmpfloat_with_epsilon (sums[0], 10 * 1e6 + 7 * 10 + 4500 + 990, 1e-6);
}

static void
test_negative_stack (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("");
  const double values[] = { 3, -1, 2, NAN, -4, 1 };
  const OutlayMark *marks[3];

  for (guint s = 0; s < 3; s++)
    outlay_scene_add_series (scene, "", OUTLAY_INK (OTHERS), (int) s);
  outlay_scene_add_stack (scene, 0, 3, 2, values);
  for (guint s = 0; s < 3; s++)
    marks[s] = g_ptr_array_index (scene->marks, s);
  g_assert_cmpfloat (marks[1]->y0[0], ==, 3);
  g_assert_cmpfloat (marks[1]->y1[0], ==, 5);
  g_assert_cmpfloat (marks[2]->y0[0], ==, 0);
  g_assert_cmpfloat (marks[2]->y1[0], ==, -4);
  g_assert_cmpfloat (marks[0]->y1[1], ==, -1);
  g_assert_cmpfloat (marks[2]->y0[1], ==, 0);
  g_assert_cmpfloat (marks[2]->y1[1], ==, 1);
  g_assert_true (marks[1]->ends[0] && marks[2]->ends[0] && !marks[0]->ends[0]);
}

/* Every number of the chart, exactly, named as in the picture. */
static void
test_table (void)
{
  Fixture fixture = { 0 };
  const OutlayChartTable *table;
  g_autofree char *text = NULL;
  const double *total;

  set_up (&fixture, "revenue", NULL);
  table = outlay_scene_get_table (fixture.scene);
  total = outlay_projection_series (fixture.projection, OUTLAY_SERIES_REVENUE, OUTLAY_SCOPE_PLAN);
  g_assert_cmpint (table->form, ==, OUTLAY_CHART_TABLE_STACKED);
  g_assert_cmpuint (table->rows->len, ==, outlay_projection_years (fixture.projection));
  g_assert_cmpuint (table->columns->len, ==, 3);
  for (guint t = 0; t < table->rows->len; t++)
    {
      double sum = 0;

      for (guint c = 0; c < table->columns->len; c++)
        sum += outlay_chart_table_column (table, c)->values[t];
      g_assert_cmpfloat_with_epsilon (sum, total[t], 1e-3);
    }
  for (guint c = 0; c < table->columns->len; c++)
    g_assert_cmpstr (outlay_chart_table_column (table, c)->name, ==, outlay_scene_get_series_name (fixture.scene, c));
  text = outlay_chart_table_to_text (table);
  g_assert_true (g_str_has_prefix (text, "Year\t"));
  g_assert_nonnull (strstr (text, "\n2021\t0\t0\t0\n"));
  tear_down (&fixture);
}

/* A name cannot make a second cell, what is not there is an empty one, and a month is one that a spreadsheet knows. */
static void
test_table_text (void)
{
  g_autoptr (OutlayChartTable) table = outlay_chart_table_new (OUTLAY_CHART_TABLE_LINES, "Year");
  g_autofree char *text = NULL;

  outlay_chart_table_add_years (table, 2030, 2);
  outlay_chart_table_add_column (table, "a\tb\nc", OUTLAY_UNIT_MONEY, OUTLAY_INK (TEXT), (double[]) { 0.1, 123456789012345 });
  outlay_chart_table_add_column (table, "d", OUTLAY_UNIT_MONEY, OUTLAY_INK (TEXT), (double[]) { -1, NAN });
  outlay_chart_table_add_column (table, "e", OUTLAY_UNIT_MONTH, OUTLAY_INK (TEXT), (double[]) { 12 * 2021 + 7, NAN });
  text = outlay_chart_table_to_text (table);
  g_assert_cmpstr (text, ==, "Year\ta b c\td\te\n2030\t0.1\t-1\t2021-08\n2031\t123456789012345\t\t\n");
}

/* What somebody wrote stands in place of the chart's own words, and nothing where they wrote nothing. */
static void
test_options (void)
{
  const OutlayChartOptions options = { .title = "Sold", .subtitle = "", .note = "Without the park.", .source = NULL };
  Fixture fixture = { 0 };
  g_autoptr (OutlayScene) scene = NULL;

  set_up (&fixture, "revenue", NULL);
  scene = outlay_chart_build (outlay_chart_find ("revenue"), fixture.plan, NULL, fixture.projection, NULL, &options);
  g_assert_cmpstr (outlay_scene_get_title (scene), ==, "Sold");
  g_assert_cmpstr (outlay_scene_get_subtitle (scene), ==, "");
  g_assert_cmpstr (outlay_scene_get_note (scene), ==, "Without the park.");
  g_assert_cmpstr (outlay_scene_get_source (scene), ==, outlay_scene_get_source (fixture.scene));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/charts/catalogue", test_catalogue);
  g_test_add_func ("/chart/charts/stacks", test_stacks);
  g_test_add_func ("/chart/charts/words", test_words);
  g_test_add_func ("/chart/charts/scenario", test_scenario);
  g_test_add_func ("/chart/charts/compared", test_compared);
  g_test_add_func ("/chart/charts/split", test_split);
  g_test_add_func ("/chart/charts/split-direction", test_split_direction);
  g_test_add_func ("/chart/charts/hits", test_hits);
  g_test_add_func ("/chart/charts/many-parts", test_many_parts);
  g_test_add_func ("/chart/charts/negative-stack", test_negative_stack);
  g_test_add_func ("/chart/charts/table", test_table);
  g_test_add_func ("/chart/charts/table-text", test_table_text);
  g_test_add_func ("/chart/charts/options", test_options);
  return g_test_run ();
}
