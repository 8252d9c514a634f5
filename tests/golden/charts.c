/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "chart/charts.h"
#include "golden/golden.h"
#include "language.h"
#include "store/reader.h"
#include "study/comparison.h"

#define WIDTH 720
#define HEIGHT 405

static char *
load_text (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static OutlayPlan *
read_plan (const char *text)
{
  g_autoptr (GError) error = NULL;
  OutlayPlan *plan = outlay_plan_read (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static OutlayProjection *
project (OutlayPlan *plan, OutlayScenario *scenario, const OutlayChart *chart)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = { 0 };

  outlay_chart_request (chart, &request);
  return outlay_projection_new (model, &request);
}

/* The plan itself, and the two scenarios that differ from it; a bridge to the first of these. */
static OutlayScene *
build_compared (OutlayPlan *plan, const OutlayChart *chart)
{
  OutlayScenario *scenarios[] = { NULL, outlay_plan_find_scenario (plan, "storage-first"), outlay_plan_find_scenario (plan, "phase-two-late") };
  const OutlayOutcome outcome = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  OutlayProjection *projections[G_N_ELEMENTS (scenarios)];
  g_autoptr (OutlayComparison) comparison = NULL;
  OutlayRequest request = { 0 };

  if (outlay_chart_is_bridge (chart))
    {
      g_autoptr (OutlayBridge) bridge = outlay_bridge_new (plan, NULL, scenarios[1], &outcome, 1, NULL, NULL);

      return outlay_bridge_chart_build (plan, NULL, scenarios[1], &outcome, bridge, NULL);
    }
  outlay_chart_request (chart, &request);
  comparison = outlay_comparison_new (plan, scenarios, G_N_ELEMENTS (scenarios), &request);
  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    projections[s] = outlay_comparison_projection (comparison, s);
  return outlay_chart_build_compared (chart, plan, projections, G_N_ELEMENTS (scenarios), NULL);
}

/* scenario and compared: ids, NULL for the plan itself and for none. */
static OutlayScene *
build (OutlayPlan *plan, const char *id, const char *scenario, const char *compared)
{
  const OutlayChart *chart = outlay_chart_find (id);
  OutlayScenario *shown = scenario != NULL ? outlay_plan_find_scenario (plan, scenario) : NULL;
  g_autoptr (OutlayProjection) projection = project (plan, shown, chart), other = NULL;

  if (compared != NULL)
    other = project (plan, outlay_plan_find_scenario (plan, compared), chart);
  return outlay_chart_build (chart, plan, shown, projection, other, NULL);
}

static void
test_chart (gconstpointer data)
{
  const OutlayChart *chart = data;
  g_autofree char *text = load_text ();
  g_autoptr (OutlayPlan) plan = read_plan (text);
  const gboolean several = outlay_chart_compares (chart) || outlay_chart_is_bridge (chart);
  g_autoptr (OutlayScene) scene = several ? build_compared (plan, chart) : build (plan, outlay_chart_id (chart), NULL, NULL);

  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%s", outlay_chart_id (chart), outlay_theme_name (theme));

      golden_check (scene, name, WIDTH, HEIGHT, &(OutlayStyle) { theme, 1, TRUE, NULL });
    }
}

/* As in the window: beside another scenario, without title and frame; narrow, where names go above; with large text. */
static void
test_shapes (void)
{
  g_autofree char *text = load_text ();
  g_autoptr (OutlayPlan) plan = read_plan (text);
  g_autoptr (OutlayScene) compared = build (plan, "tax", "as-announced", "storage-first"), split = build (plan, "split", NULL, NULL);

  golden_check (compared, "compared", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (compared, "compared-in-window", 690, 210, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, FALSE, NULL });
  golden_check (compared, "compared-narrow", 340, 300, &(OutlayStyle) { OUTLAY_THEME_DARK, 1, TRUE, NULL });
  golden_check (compared, "compared-large-text", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 2, TRUE, NULL });
  golden_check (split, "split-narrow", 300, 400, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, FALSE, NULL });
}

/* Yearly parts as lines; and what the plan as a whole does, narrow, in the window and with large text. */
static void
test_kinds (void)
{
  static const char *const ids[] = { "output-value-by-product", "funding", "cumulative-cash", "year-waterfall", "npv-profile" };
  const OutlayChart *chart = outlay_chart_find ("output-value");
  g_autofree char *text = load_text ();
  g_autoptr (OutlayPlan) plan = read_plan (text);
  g_autoptr (OutlayProjection) projection = project (plan, NULL, chart);
  g_autoptr (OutlayScene) lines = outlay_chart_build (chart, plan, NULL, projection, NULL, &(OutlayChartOptions) { .lines = TRUE });

  golden_check (lines, "output-value-lines", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (OutlayScene) scene = build (plan, ids[i], NULL, NULL);
      g_autofree char *window = g_strconcat (ids[i], "-in-window", NULL), *narrow = g_strconcat (ids[i], "-narrow", NULL);
      g_autofree char *large = g_strconcat (ids[i], "-large-text", NULL);

      golden_check (scene, window, 690, 210, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, FALSE, NULL });
      golden_check (scene, narrow, 340, 300, &(OutlayStyle) { OUTLAY_THEME_DARK, 1, TRUE, NULL });
      golden_check (scene, large, 960, 540, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 2, TRUE, NULL });
    }
}

/* Charts of rows and flows as in the window, narrow, and with large text; works that are late and promises that are missed. */
static void
test_rows (void)
{
  static const char *const ids[] = { "flow", "timeline", "targets" }, *const scenarios[] = { NULL, "phase-two-late", "storage-first" };
  g_autofree char *text = load_text ();
  g_autoptr (OutlayPlan) plan = read_plan (text);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (OutlayScene) scene = build (plan, ids[i], scenarios[i], NULL);
      g_autofree char *window = g_strconcat (ids[i], "-in-window", NULL), *narrow = g_strconcat (ids[i], "-narrow", NULL);
      g_autofree char *large = g_strconcat (ids[i], "-large-text", NULL);

      golden_check (scene, window, 690, 210, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, FALSE, NULL });
      golden_check (scene, narrow, 340, 300, &(OutlayStyle) { OUTLAY_THEME_DARK, 1, TRUE, NULL });
      golden_check (scene, large, WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 2, TRUE, NULL });
    }
}

static char *
replace (char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_free (text);
  return g_strjoinv (to, parts);
}

/* The texts of the plan, as the window gives them to who reads Chinese. */
static char *
translate (char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.zh_CN.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GList) members = NULL;
  JsonObject *words;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  words = json_node_get_object (json_parser_get_root (parser));
  members = json_object_get_members (words);
  for (GList *l = members; l != NULL; l = l->next)
    {
      g_autofree char *from = g_strdup_printf ("\"%s\"", (const char *) l->data);
      g_autofree char *to = g_strdup_printf ("\"%s\"", json_object_get_string_member (words, l->data));

      text = replace (text, from, to);
    }
  return text;
}

static void
test_chinese (void)
{
  char *text = load_text ();
  g_autoptr (OutlayPlan) plan = NULL;
  g_autoptr (OutlayScene) tax = NULL, split = NULL, cash = NULL, year = NULL, npv = NULL, funding = NULL, flow = NULL, timeline = NULL, targets = NULL;

  g_setenv ("LC_ALL", "zh_CN.UTF-8", TRUE);
  outlay_language_init ();
  text = translate (text);
  plan = read_plan (text);
  tax = build (plan, "tax", NULL, "storage-first");
  split = build (plan, "split", "storage-first", NULL);
  golden_check (tax, "tax-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  cash = build (plan, "cumulative-cash", NULL, NULL);
  year = build (plan, "year-waterfall", NULL, NULL);
  npv = build (plan, "npv-profile", NULL, NULL);
  funding = build (plan, "funding", NULL, NULL);
  golden_check (cash, "cumulative-cash-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (year, "year-waterfall-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (npv, "npv-profile-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (funding, "funding-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  flow = build (plan, "flow", "storage-first", NULL);
  timeline = build (plan, "timeline", "phase-two-late", NULL);
  targets = build (plan, "targets", "storage-first", NULL);
  golden_check (split, "split-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_DARK, 1, TRUE, NULL });
  golden_check (flow, "flow-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (timeline, "timeline-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_LIGHT, 1, TRUE, NULL });
  golden_check (targets, "targets-chinese", WIDTH, HEIGHT, &(OutlayStyle) { OUTLAY_THEME_DARK, 1, TRUE, NULL });
  g_free (text);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  outlay_language_init ();
}

int
main (int argc, char **argv)
{
  outlay_language_init ();
  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < outlay_chart_count (); n++)
    {
      g_autofree char *path = g_strdup_printf ("/golden/charts/%s", outlay_chart_id (outlay_chart_nth (n)));

      g_test_add_data_func (path, outlay_chart_nth (n), test_chart);
    }
  g_test_add_func ("/golden/charts/shapes", test_shapes);
  g_test_add_func ("/golden/charts/kinds", test_kinds);
  g_test_add_func ("/golden/charts/rows", test_rows);
  g_test_add_func ("/golden/charts/chinese", test_chinese);
  return g_test_run ();
}
