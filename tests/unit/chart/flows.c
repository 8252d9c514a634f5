/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The flow picture, the timeline and the bullets of targets: what is drawn is what the engine computed. */

#include <math.h>
#include <string.h>

#include "chart/charts.h"
#include "chart/kinds/flow-nodes.h"
#include "chart/scene-data.h"
#include "chart/view.h"
#include "store/reader.h"
#include "study/measure.h"
#include "study/schedule.h"
#include "support/sample.h"

static void
change (OutlayScenario *scenario, const char *path, double number)
{
  outlay_scenario_set_change (scenario, path, &(OutlayValue) { OUTLAY_VALUE_NUMBER, number, NULL });
}

static OutlayScene *
build (OutlayPlan *plan, OutlayScenario *scenario, const char *id)
{
  const OutlayChart *chart = outlay_chart_find (id);
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  g_autoptr (OutlayProjection) projection = NULL;
  OutlayRequest request = { 0 };

  outlay_chart_request (chart, &request);
  projection = outlay_projection_new (model, &request);
  return outlay_chart_build (chart, plan, scenario, projection, NULL, NULL);
}

/* All that there is of a case, computed on its own. */
static OutlayProjection *
project (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);

  return outlay_projection_new (model, &outlay_request_all);
}

static int
find_series (OutlayScene *scene, const char *name)
{
  for (guint s = 0; s < scene->series->len; s++)
    if (g_str_equal (outlay_scene_nth_series (scene, s)->name, name))
      return (int) s;
  g_error ("no series “%s”", name);
}

static const OutlayMark *
find_mark (OutlayScene *scene, OutlayMarkKind kind, int series, guint nth)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      if (mark->kind == kind && mark->series == series && nth-- == 0)
        return mark;
    }
  g_error ("no mark %d of series %d", kind, series);
}

/* --- flow --- */

static void
random_amounts (double *amounts, guint n)
{
  for (guint i = 0; i < n; i++)
    amounts[i] = g_test_rand_int_range (0, 3) == 0 ? 0 : pow (10, g_test_rand_double_range (3, 10));
}

/* Nodes that have something stand one below the other, within the picture. */
static void
assert_column (const double *amounts, const double *tops, const guint *order, guint n, double scale)
{
  double bottom = 1 + 1e-9;

  for (guint i = 0; i < n; i++)
    {
      const guint node = order[i];

      if (amounts[node] == 0)
        continue;
      g_assert_cmpfloat (tops[node], <=, bottom);
      bottom = tops[node] - amounts[node] * scale + 1e-9;
    }
  g_assert_cmpfloat (bottom, >=, -1e-9);
}

/* The links of a node fill it from its top to its bottom, at both of its sides, without a gap and without lying upon each other. */
static void
assert_links_fill (const OutlayFlow *flow)
{
  double from_top, to_top;

  for (guint f = 0; f < flow->n_from; f++)
    {
      double at = flow->from_top[f];

      for (guint t = 0; t < flow->n_to; t++)
        {
          outlay_flow_link (flow, f, flow->to_order[t], &from_top, &to_top);
          g_assert_cmpfloat_with_epsilon (from_top, at, 1e-9);
          at -= flow->scale * flow->amounts[f * flow->n_to + flow->to_order[t]];
        }
      g_assert_cmpfloat_with_epsilon (at, flow->from_top[f] - flow->scale * flow->from[f], 1e-9);
    }
  for (guint t = 0; t < flow->n_to; t++)
    {
      double at = flow->to_top[t];

      for (guint f = 0; f < flow->n_from; f++)
        {
          outlay_flow_link (flow, flow->from_order[f], t, &from_top, &to_top);
          g_assert_cmpfloat_with_epsilon (to_top, at, 1e-9);
          at -= flow->scale * flow->amounts[flow->from_order[f] * flow->n_to + t];
        }
      g_assert_cmpfloat_with_epsilon (at, flow->to_top[t] - flow->scale * flow->to[t], 1e-9);
    }
}

static void
test_flow_nodes (void)
{
  for (guint i = 0; i < 500; i++)
    {
      const guint n_from = (guint) g_test_rand_int_range (1, 13), n_to = (guint) g_test_rand_int_range (1, 11);
      double amounts[13 * 11];
      guint order[11], own[11];
      g_auto (OutlayFlow) flow = { 0 };

      random_amounts (amounts, n_from * n_to);
      outlay_flow_choose_order (amounts, n_from, n_to, order);
      for (guint t = 0; t < n_to; t++)
        own[t] = t;
      g_assert_cmpfloat (outlay_flow_crossings (amounts, n_from, n_to, order), <=, outlay_flow_crossings (amounts, n_from, n_to, own));
      outlay_flow_init (&flow, amounts, n_from, n_to, NULL, order);
      assert_column (flow.from, flow.from_top, flow.from_order, n_from, flow.scale);
      assert_column (flow.to, flow.to_top, flow.to_order, n_to, flow.scale);
      assert_links_fill (&flow);
    }
}

/* What is only crossed because it is written down the other way round is turned; what crosses as much either way stays. */
static void
test_flow_order (void)
{
  const double turned[] = { 0, 0, 1, 0, 1, 0, 1, 0, 0 }, even[] = { 1, 1, 1, 1 };
  const guint wanted[] = { 2, 1, 0 }, kept[] = { 0, 1 };
  guint order[3];

  outlay_flow_choose_order (turned, 3, 3, order);
  g_assert_cmpmem (order, sizeof order, wanted, sizeof wanted);
  g_assert_cmpfloat (outlay_flow_crossings (turned, 3, 3, order), ==, 0);
  g_assert_cmpfloat (outlay_flow_crossings (even, 2, 2, kept), ==, 1);
  outlay_flow_choose_order (even, 2, 2, order);
  g_assert_cmpmem (order, sizeof kept, kept, sizeof kept);
}

static double
link_height (const OutlayMark *link)
{
  g_assert_cmpfloat_with_epsilon (link->y0[0] - link->y1[0], link->y2[0] - link->y3[0], 1e-9);
  return link->y0[0] - link->y1[0];
}

/* Links at the left are the cells and at the right what becomes of the design year's output, each half at one scale; the bodies join them. */
static void
test_flow (void)
{
  static const OutlaySeries parts[] = { OUTLAY_SERIES_TAX, OUTLAY_SERIES_NET_PROFIT };
  static const char *const ends[] = { "Tax", "Net profit", "Cost and the rest" };
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenario = outlay_plan_find_scenario (plan, "storage-first");
  g_autoptr (OutlayScene) scene = build (plan, scenario, "flow");
  g_autoptr (OutlayProjection) projection = project (plan, scenario);
  OutlayModel *model = outlay_projection_model (projection);
  double left = 0, right = 0;

  for (guint i = 0; i < 3; i++)
    {
      const char *name = outlay_scene_nth_series (scene, i)->name;
      const OutlayMark *body = find_mark (scene, OUTLAY_MARK_LINK, (int) i, 0);
      const double output = outlay_projection_series (projection, OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SCOPE_INITIATIVE (i))[2028 - 2021];
      double invested = 0, rest = output;

      for (guint p = 0; p < 2; p++)
        {
          g_autofree char *link_name = g_strdup_printf ("Phase %s → %s", p == 0 ? "one" : "two", name);
          const OutlayMark *link = find_mark (scene, OUTLAY_MARK_LINK, find_series (scene, link_name), 0);

          g_assert_cmpfloat (link->values[0], ==, outlay_model_cell (model, i, p));
          left = left > 0 ? left : link_height (link) / link->values[0];
          g_assert_cmpfloat_with_epsilon (link_height (link), link->values[0] * left, 1e-9);
          invested += link->values[0];
        }
      for (guint e = 0; e < 3; e++)
        {
          g_autofree char *link_name = g_strdup_printf ("%s → %s", name, ends[e]);
          const OutlayMark *link = find_mark (scene, OUTLAY_MARK_LINK, find_series (scene, link_name), 0);
          const double wanted = e < 2 ? outlay_projection_series (projection, parts[e], OUTLAY_SCOPE_INITIATIVE (i))[2028 - 2021] : rest;

          g_assert_cmpfloat_with_epsilon (link->values[0], wanted, 1e-3);
          right = right > 0 ? right : link_height (link) / link->values[0];
          g_assert_cmpfloat_with_epsilon (link_height (link), link->values[0] * right, 1e-9);
          rest -= link->values[0];
        }
      g_assert_cmpfloat_with_epsilon (body->y0[0] - body->y1[0], invested * left, 1e-9);
      g_assert_cmpfloat_with_epsilon (body->y2[0] - body->y3[0], output * right, 1e-9);
    }
}

/* Under the pointer a link tells where it leads from and to, and how much. */
static void
test_flow_words (void)
{
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayScene) scene = build (plan, NULL, "flow");
  gboolean found = FALSE;

  for (double y = 2; y < 420; y += 2)
    {
      OutlayHit hit;

      if (outlay_scene_hit (scene, 690, 420, &style, 130, y, &hit))
        found |= g_strcmp0 (outlay_scene_get_series_words (scene, (guint) hit.series), "Phase one → Energy storage: 1.20 bn yuan") == 0;
    }
  g_assert_true (found);
  g_assert_nonnull (strstr (outlay_scene_get_summary (scene), "Investment 5.20 bn yuan; output 10.04 bn yuan and tax 504 m yuan a year."));
}

static void
empty_cells (OutlayScenario *scenario)
{
  for (guint i = 0; i < 3; i++)
    for (guint p = 0; p < 2; p++)
      {
        g_autofree char *path = g_strdup_printf ("initiatives.%s.investment.phase-%u", ((const char *[]) { "mining", "storage", "park" })[i], p + 1);

        change (scenario, path, 0);
      }
}

/* Without any money, and where nothing is made in the years of the model, there is still a picture. */
static void
test_flow_empty (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenario = outlay_plan_find_scenario (plan, "as-announced");
  g_autoptr (OutlayScene) young = NULL, empty = NULL;

  change (scenario, "years", 2);
  young = build (plan, scenario, "flow");
  g_assert_nonnull (strstr (outlay_scene_get_summary (young), "output 0 yuan and tax 0 yuan"));
  empty_cells (scenario);
  empty = build (plan, scenario, "flow");
  g_assert_nonnull (strstr (outlay_scene_get_summary (empty), "Investment 0"));
}

/* --- timeline --- */

static double
at_month (double year, double month)
{
  return year - 2021 + (month - 1) / 12;
}

static void
test_timeline (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayScene) scene = build (plan, outlay_plan_find_scenario (plan, "phase-two-late"), "timeline");
  const int late = find_series (scene, "Phase two");
  const OutlayMark *planned = find_mark (scene, OUTLAY_MARK_BAR, late, 0), *delay = find_mark (scene, OUTLAY_MARK_BAR, late, 1);
  const OutlayMark *completed = find_mark (scene, OUTLAY_MARK_POINT, late, 0);
  const OutlayMark *steps = find_mark (scene, OUTLAY_MARK_BAR, late + 1, 0), *full = find_mark (scene, OUTLAY_MARK_BAR, late + 1, 1);
  const OutlayChartTable *table = outlay_scene_get_table (scene);

  g_assert_cmpfloat_with_epsilon (planned->x0[0], at_month (2023, 8), 1e-9);
  g_assert_cmpfloat_with_epsilon (planned->x1[0], at_month (2025, 4), 1e-9);
  g_assert_cmpfloat_with_epsilon (delay->x0[0], at_month (2025, 4), 1e-9);
  g_assert_cmpfloat_with_epsilon (delay->x1[0], at_month (2026, 4), 1e-9);
  g_assert_cmpfloat (delay->opacity, <, 1);
  g_assert_cmpfloat_with_epsilon (completed->x0[0], at_month (2026, 4), 1e-9);
  /* Machinery: 50 %, 85 % and then all of the output, as high as its share. */
  g_assert_cmpuint (steps->n, ==, 2);
  g_assert_cmpfloat_with_epsilon (steps->x0[1], at_month (2027, 4), 1e-9);
  g_assert_cmpfloat_with_epsilon ((steps->y1[0] - steps->y0[0]) / (full->y1[0] - full->y0[0]), 0.5, 1e-9);
  g_assert_cmpfloat_with_epsilon ((steps->y1[1] - steps->y0[1]) / (full->y1[0] - full->y0[0]), 0.85, 1e-9);
  g_assert_cmpfloat_with_epsilon (full->x0[0], at_month (2028, 4), 1e-9);
  g_assert_cmpfloat_with_epsilon (g_array_index (scene->rules, OutlayRule, 0).value, 2029 - 2021 + 0.5, 1e-9);
  g_assert_cmpuint (scene->rows->len, ==, 8);
  g_assert_cmpfloat (outlay_chart_table_column (table, 2)->values[4] - outlay_chart_table_column (table, 1)->values[4], ==, 12);
  g_assert_true (isnan (outlay_chart_table_column (table, 3)->values[4]));
  g_assert_cmpfloat (outlay_chart_table_column (table, 3)->values[5], ==, 2028 * 12 + 3);
  g_assert_nonnull (strstr (outlay_scene_get_summary (scene), "delayed by 12 months"));
}

/* Where a phase's initiatives rise alike it is one row, and so they are where there would be too many: each then counts as its money does. */
static void
test_timeline_rows (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayProjection) projection = project (plan, NULL);
  g_auto (OutlaySchedule) apart = { 0 }, joined = { 0 };
  const OutlayRise *rise;

  outlay_schedule_init (&apart, projection, 16, NAN);
  outlay_schedule_init (&joined, projection, 4, 2040);
  g_assert_cmpuint (apart.rises->len, ==, 6);
  g_assert_false (apart.joined);
  g_assert_true (joined.joined);
  g_assert_cmpuint (joined.rises->len, ==, 2);
  rise = outlay_schedule_rise (&joined, 0);
  g_assert_cmpuint (rise->n, ==, 3);
  g_assert_cmpuint (rise->n_years, ==, 3);
  g_assert_cmpfloat_with_epsilon (rise->shares[0], (0.5 * 1800 + 0.55 * 1200 + 0.9 * 120) / 3120, 1e-12);
  g_assert_cmpfloat_with_epsilon (rise->shares[2], 1, 1e-12);
  g_assert_cmpint (joined.first_year, ==, 2021);
  g_assert_cmpuint (joined.n_years, ==, 20);
}

/* --- targets --- */

/* A row of the table is read with its target's own units, of which the numbers know nothing. */
static void
assert_row_words (OutlayScene *scene, guint row, const OutlayTargetState *state, const char *words)
{
  const OutlayChartTable *table = outlay_scene_get_table (scene);
  const char *value = outlay_chart_table_column (table, 0)->words[row];
  const char *least = outlay_chart_table_column (table, 1)->words[row], *most = outlay_chart_table_column (table, 2)->words[row];

  g_assert_nonnull (strstr (words, value));
  g_assert_nonnull (strstr (words, state->at_least ? least : most));
  g_assert_cmpstr (state->at_least ? most : least, ==, "–");
}

/* Every bound stands at the same place; a bar reaches beyond it where the value does, and says whether it is met. */
static void
test_targets (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenario = outlay_plan_find_scenario (plan, "storage-first");
  g_autoptr (OutlayProjection) projection = project (plan, scenario);
  g_autoptr (OutlayScene) scene = build (plan, scenario, "targets");
  GListModel *targets = outlay_plan_get_targets (plan);
  guint n_met = 0;

  g_assert_cmpuint (scene->rows->len, ==, g_list_model_get_n_items (targets));
  for (guint n = 0; n < scene->rows->len; n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      const OutlayMark *bar = find_mark (scene, OUTLAY_MARK_BAR, (int) n, 0), *track = find_mark (scene, OUTLAY_MARK_BAND, (int) n, 0);
      const OutlayMark *first = find_mark (scene, OUTLAY_MARK_BAND, 0, 0);
      const char *words = outlay_scene_get_series_words (scene, n);
      OutlayTargetState state;

      outlay_projection_target (projection, plan, target, &state);
      n_met += state.met;
      g_assert_cmpfloat (bar->values[0], ==, state.value);
      g_assert_cmpfloat (track->x1[0], ==, first->x1[0]);
      g_assert_cmpfloat_with_epsilon (bar->x1[0] / track->x1[0], state.value / state.bound, 1e-9);
      g_assert_cmpint (bar->ink.role, ==, state.met ? OUTLAY_INK_MET : OUTLAY_INK_MISSED);
      g_assert_nonnull (strstr (words, state.met ? "· met" : "· missed"));
      g_assert_nonnull (strstr (words, state.at_least ? "at least" : "at most"));
      assert_row_words (scene, n, &state, words);
      /* The side that keeps the promise is the one that is tinted. */
      g_assert_cmpint (track->ink.role, ==, state.at_least ? OUTLAY_INK_OTHERS : OUTLAY_INK_MET);
    }
  g_assert_cmpuint (n_met, >, 0);
  g_assert_cmpuint (n_met, <, scene->rows->len);
}

static void
assert_within (OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; i < mark->n && mark->kind != OUTLAY_MARK_TEXT; i++)
        {
          g_assert_cmpfloat (mark->x0[i], >=, 0);
          g_assert_cmpfloat (mark->x0[i], <=, 1);
          g_assert_cmpfloat (mark->x1[i], >=, 0);
          g_assert_cmpfloat (mark->x1[i], <=, 1);
        }
    }
}

/* Bounds of nothing and of less, values far beyond them, and none, have their place too. */
static void
test_odd_targets (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  OutlayScenario *scenario = outlay_plan_find_scenario (plan, "as-announced");
  g_autoptr (OutlayScene) far = NULL, empty = NULL;

  change (scenario, "targets.output.at-least", 0);
  change (scenario, "targets.tax.at-least", 1e6);
  change (scenario, "targets.hurdle.at-least", -0.5);
  far = build (plan, scenario, "targets");
  assert_within (far);
  g_assert_nonnull (strstr (outlay_scene_get_note (far), "longer than it is drawn"));
  empty_cells (scenario);
  empty = build (plan, scenario, "targets");
  assert_within (empty);
  /* Where nothing is spent and sold there is no rate of return. */
  g_assert_nonnull (strstr (outlay_scene_get_summary (empty), "none · missed, at least"));
}

/* Rows on a calendar are no years to look at alone, and what is looked at is drawn as it was. */
static void
test_looked_at (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayScene) timeline = build (plan, NULL, "timeline"), flow = build (plan, NULL, "flow");
  const OutlaySceneView young = { NULL, 1, 2, 3 };
  g_autoptr (OutlayScene) faded = outlay_scene_view (timeline, &young), before = outlay_scene_view (flow, &young);
  int first;
  guint n;

  g_assert_false (outlay_scene_get_years (timeline, &first, &n));
  g_assert_cmpint (outlay_scene_get_year (timeline, 1), ==, 0);
  g_assert_cmpfloat (faded->x.upper, ==, timeline->x.upper);
  g_assert_cmpuint (outlay_scene_get_table (faded)->rows->len, ==, 8);
  for (guint m = 0; m < flow->marks->len; m++)
    {
      const OutlayMark *one = g_ptr_array_index (flow->marks, m), *other = g_ptr_array_index (before->marks, m);

      g_assert_cmpfloat (one->opacity, ==, other->opacity);
      g_assert_cmpfloat (one->outside, ==, other->outside);
    }
}

/* Of 5.2 bn phase one has 3.12: five months of 2023 it runs at the first shares of its initiatives, by their money; all that is built runs in the end. */
static void
test_capacity_in_use (void)
{
  const double first = (1.8 * 0.5 + 1.2 * 0.55 + 0.12 * 0.9) / 5.2, second = (1.8 * 0.85 + 1.2 * 0.85 + 0.12) / 5.2;
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayScene) scene = build (plan, NULL, "capacity-in-use"), late = build (plan, outlay_plan_find_scenario (plan, "phase-two-late"), "capacity-in-use");
  const double *one = outlay_chart_table_column (outlay_scene_get_table (scene), 0)->values;
  const double *two = outlay_chart_table_column (outlay_scene_get_table (scene), 1)->values;
  const double *later = outlay_chart_table_column (outlay_scene_get_table (late), 1)->values;
  int from;
  guint n;

  g_assert_true (outlay_scene_get_years (scene, &from, &n));
  g_assert_cmpint (from, ==, 2021);
  g_assert_cmpuint (n, ==, 20);
  g_assert_cmpfloat (one[1], ==, 0);
  g_assert_cmpfloat_with_epsilon (one[2], first * 5 / 12, 1e-12);
  g_assert_cmpfloat_with_epsilon (one[3], first * 7 / 12 + second * 5 / 12, 1e-12);
  g_assert_cmpfloat_with_epsilon (one[19] + two[19], 1, 1e-12);
  for (guint t = 1; t < n; t++)
    g_assert_cmpfloat_with_epsilon (later[t], two[t - 1], 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/flows/nodes", test_flow_nodes);
  g_test_add_func ("/chart/flows/order", test_flow_order);
  g_test_add_func ("/chart/flows/flow", test_flow);
  g_test_add_func ("/chart/flows/flow-words", test_flow_words);
  g_test_add_func ("/chart/flows/flow-empty", test_flow_empty);
  g_test_add_func ("/chart/flows/timeline", test_timeline);
  g_test_add_func ("/chart/flows/timeline-rows", test_timeline_rows);
  g_test_add_func ("/chart/flows/targets", test_targets);
  g_test_add_func ("/chart/flows/odd-targets", test_odd_targets);
  g_test_add_func ("/chart/flows/capacity-in-use", test_capacity_in_use);
  g_test_add_func ("/chart/flows/looked-at", test_looked_at);
  return g_test_run ();
}
