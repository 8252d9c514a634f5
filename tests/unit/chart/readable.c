/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every chart of the catalogue, of plans of all sizes with names of all lengths, in pictures of all sizes, can be read. */

#include <json-glib/json-glib.h>

#include "chart/charts.h"
#include "store/reader.h"
#include "study/comparison.h"
#include "unit/chart/readable.h"

/* With -m slow many more. */
#define PLANS 4
#define SLOW_PLANS 40
#define PICTURES 4
#define MOST_SCENARIOS 4
/* In grey, of neighbours that touch; see palette.c. */
#define GREY_APART 0.05

/* A card of the window, the least one, a slide, a screen, a narrow column, a page; the largest last. */
static const double sizes[][2] = { { 690, 210 }, { 240, 130 }, { 960, 540 }, { 1920, 1080 }, { 340, 300 }, { 480, 720 }, { 3840, 2160 } };

typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenarios[MOST_SCENARIOS]; /* the plan itself first */
  guint n_scenarios;
} Case;

/* --- plans --- */

static void
rename_object (JsonObject *object)
{
  g_autofree char *name = random_name ();

  json_object_set_string_member (object, "name", name);
}

static void
rename_all (JsonArray *objects)
{
  for (guint i = 0; i < json_array_get_length (objects); i++)
    rename_object (json_array_get_object_element (objects, i));
}

/* Repeats what an array has, under other ids, up to n. */
static void
repeat (JsonArray *objects, guint n)
{
  const guint given = json_array_get_length (objects);

  for (guint i = given; i < n; i++)
    {
      g_autofree char *text = json_to_string (json_array_get_element (objects, i % given), FALSE);
      g_autoptr (JsonNode) copy = json_from_string (text, NULL);
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      json_object_set_string_member (json_node_get_object (copy), "id", id);
      json_array_add_element (objects, g_steal_pointer (&copy));
    }
}

/* All that is money times a factor, so that every unit is met. */
static void
scale_members (JsonObject *object, double factor)
{
  static const char *const money[] = { "price", "material-cost", "energy-cost", "wage", "design-investment" };

  for (guint i = 0; i < G_N_ELEMENTS (money); i++)
    if (json_object_has_member (object, money[i]))
      json_object_set_double_member (object, money[i], json_object_get_double_member (object, money[i]) * factor);
}

static void
fill_cells (JsonObject *initiative, JsonArray *phases, double factor)
{
  JsonObject *cells = json_object_new ();

  for (guint p = 0; p < json_array_get_length (phases); p++)
    json_object_set_double_member (cells, json_object_get_string_member (json_array_get_object_element (phases, p), "id"),
                                   g_test_rand_int_range (0, 5) == 0 ? 0 : factor * pow (10, g_test_rand_double_range (6, 9.5)));
  json_object_set_object_member (initiative, "investment", cells);
}

static void
vary_initiatives (JsonArray *initiatives, JsonArray *phases, double factor)
{
  for (guint i = 0; i < json_array_get_length (initiatives); i++)
    {
      JsonObject *initiative = json_array_get_object_element (initiatives, i);
      JsonArray *products = json_object_get_array_member (initiative, "products");

      fill_cells (initiative, phases, factor);
      scale_members (initiative, factor);
      rename_all (products);
      for (guint p = 0; p < json_array_get_length (products); p++)
        scale_members (json_array_get_object_element (products, p), factor);
    }
}

static void
vary (JsonObject *root)
{
  JsonArray *initiatives = json_object_get_array_member (root, "initiatives"), *phases = json_object_get_array_member (root, "phases");
  const double factor = pow (10, g_test_rand_int_range (-4, 4));

  repeat (initiatives, (guint) g_test_rand_int_range (3, 20));
  repeat (phases, (guint) g_test_rand_int_range (2, 7));
  vary_initiatives (initiatives, phases, factor);
  rename_all (initiatives);
  rename_all (phases);
  rename_all (json_object_get_array_member (root, "scenarios"));
  rename_object (root);
  json_object_set_int_member (root, "years", g_test_rand_int_range (8, 61));
}

static OutlayPlan *
load (gboolean varied)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  OutlayPlan *plan;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  if (varied)
    vary (json_node_get_object (json_parser_get_root (parser)));
  text = json_to_string (json_parser_get_root (parser), FALSE);
  plan = outlay_plan_read (text, strlen (text), NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static void
case_init (Case *one, gboolean varied)
{
  GListModel *scenarios;

  *one = (Case) { .plan = load (varied), .n_scenarios = 1 };
  scenarios = outlay_plan_get_scenarios (one->plan);
  for (guint s = 0; s < g_list_model_get_n_items (scenarios) && one->n_scenarios < MOST_SCENARIOS; s++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, s);

      one->scenarios[one->n_scenarios++] = scenario;
    }
}

/* --- charts --- */

static OutlayScene *
build_several (const Case *one, const OutlayChart *chart)
{
  OutlayProjection *projections[MOST_SCENARIOS];
  OutlayRequest request = { 0 };
  g_autoptr (OutlayComparison) comparison = NULL;

  outlay_chart_request (chart, &request);
  comparison = outlay_comparison_new (one->plan, (OutlayScenario *const *) one->scenarios, one->n_scenarios, &request);
  for (guint s = 0; s < one->n_scenarios; s++)
    projections[s] = outlay_comparison_projection (comparison, s);
  return outlay_chart_build_compared (chart, one->plan, projections, one->n_scenarios, NULL);
}

static OutlayScene *
build_bridge (const Case *one)
{
  const OutlayOutcome outcome = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  OutlayScenario *to = one->scenarios[one->n_scenarios - 1];
  g_autoptr (OutlayBridge) bridge = outlay_bridge_new (one->plan, NULL, to, &outcome, 1, NULL, NULL);

  return bridge != NULL ? outlay_bridge_chart_build (one->plan, NULL, to, &outcome, bridge, NULL) : NULL;
}

static OutlayProjection *
project (const Case *one, OutlayScenario *scenario, const OutlayChart *chart)
{
  g_autoptr (OutlayModel) model = outlay_model_new (one->plan, scenario);
  OutlayRequest request = { 0 };

  outlay_chart_request (chart, &request);
  return outlay_projection_new (model, &request);
}

/* compared: beside another scenario, where a chart of one can be. */
static OutlayScene *
build (const Case *one, const OutlayChart *chart, gboolean compared)
{
  g_autoptr (OutlayProjection) projection = NULL, other = NULL;

  if (outlay_chart_is_bridge (chart))
    return build_bridge (one);
  if (outlay_chart_compares (chart))
    return build_several (one, chart);
  projection = project (one, NULL, chart);
  other = compared ? project (one, one->scenarios[1], chart) : NULL;
  return outlay_chart_build (chart, one->plan, NULL, projection, other, NULL);
}

/* --- what must be true --- */

static void
read_at_all_sizes (OutlayScene *scene)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes) + PICTURES; i++)
    {
      const gboolean given = i < G_N_ELEMENTS (sizes);
      const double width = given ? sizes[i][0] : g_test_rand_double_range (240, 3840);
      const double height = given ? sizes[i][1] : g_test_rand_double_range (130, 2160);
      const double scale = g_test_rand_double_range (0.9, MAX (2, MIN (width / 960, height / 540)));

      assert_readable (scene, width, height, &(OutlayStyle) { OUTLAY_THEME_LIGHT, scale, g_test_rand_bit (), NULL });
      if (given)
        assert_readable (scene, width, height, &(OutlayStyle) { OUTLAY_THEME_HIGH_CONTRAST, 1, TRUE, NULL });
    }
}

static void
test_any_plan (gconstpointer data)
{
  for (guint i = 0; i < (g_test_slow () ? SLOW_PLANS : PLANS); i++)
    {
      Case one;
      g_autoptr (OutlayScene) scene = NULL;

      case_init (&one, i > 0);
      scene = build (&one, data, i % 2 == 1);
      if (scene != NULL)
        read_at_all_sizes (scene);
      g_object_unref (one.plan);
    }
}

/* What is said of a chart is made of sentences, each with a beginning; and names the currency of a plan that is all money, or what else it counts in. */
static void
assert_sentences (OutlayScene *scene)
{
  for (const char *stop = strstr (scene->summary, ". "); stop != NULL; stop = strstr (stop + 1, ". "))
    if (g_unichar_islower (g_utf8_get_char (stop + 2)))
      g_error ("A sentence begins small: “%s”", stop + 2);
  g_assert_null (strstr (scene->summary, ".."));
  g_assert_true (strstr (scene->summary, "yuan") != NULL || strstr (scene->summary, "%") != NULL);
}

/* In slides of the sample nothing is shortened, and there are ticks where there is an axis. */
static void
test_whole (gconstpointer data)
{
  static const double slides[][3] = { { 1280, 720, 1.75 }, { 960, 720, 1.75 } };
  Case one;
  g_autoptr (OutlayScene) scene = NULL;

  case_init (&one, FALSE);
  scene = build (&one, data, FALSE);
  if (!g_str_equal (outlay_chart_id (data), "timeline"))
    assert_sentences (scene);
  for (guint n = 0; n < 2 * G_N_ELEMENTS (slides); n++)
    {
      const double *slide = slides[n / 2];
      const OutlayStyle style = { n % 2 == 0 ? OUTLAY_THEME_LIGHT : OUTLAY_THEME_HIGH_CONTRAST, slide[2], TRUE, NULL };
      g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, slide[0], slide[1], &style);
      guint n_ticks = 0;

      for (guint t = 0; t < layout->texts->len; t++)
        {
          assert_text (!pango_layout_is_ellipsized (placed_text (layout, t)->layout), "A text of the sample is shortened", layout, placed_text (layout, t));
          n_ticks += is_tick (layout, placed_text (layout, t));
        }
      g_assert_cmpuint (layout->texts->len, >=, 4);
      g_assert_cmpuint (n_ticks, >=, MIN (layout->ticks.count, 3));
    }
  g_object_unref (one.plan);
}

static double
grey (OutlayColour colour)
{
  return cbrt (outlay_colour_luminance (colour));
}

/* Parts that stand upon each other are as light as each other, or a gap of the background is between them. */
static void
assert_parted (const OutlayLayout *layout, const OutlayMark *below, const OutlayMark *above, guint point)
{
  const cairo_rectangle_t one = outlay_layout_bar (layout, below, point), other = outlay_layout_bar (layout, above, point);
  const OutlayThemeId theme = layout->style.theme;
  const double gap = outlay_layout_gap (layout, above), air = -shared_height (&one, &other);
  const double contrast = fabs (grey (outlay_ink_fill (below->ink, theme)) - grey (outlay_ink_fill (above->ink, theme)));

  if (MIN (one.height, other.height) <= 2 * gap || below->x0[point] != above->x0[point] || below->y1[point] != above->y0[point])
    return;
  g_assert_true (contrast >= GREY_APART || air >= 1);
  g_assert_true (!outlay_theme_has_outlines (theme) || air >= 2 * layout->unit - 0.51);
}

static void
test_parted (gconstpointer data)
{
  Case one;
  g_autoptr (OutlayScene) scene = NULL;

  case_init (&one, TRUE);
  scene = build (&one, data, FALSE);
  for (guint theme = 0; scene != NULL && theme < OUTLAY_N_THEMES; theme++)
    {
      g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, 960, 540, &(OutlayStyle) { theme, 1 + (theme % 2), TRUE, NULL });

      for (guint m = 1; m < scene->marks->len; m++)
        {
          const OutlayMark *below = g_ptr_array_index (scene->marks, m - 1), *above = g_ptr_array_index (scene->marks, m);

          for (guint i = 0; below->kind == OUTLAY_MARK_BAR && above->kind == OUTLAY_MARK_BAR && i < MIN (below->n, above->n); i++)
            assert_parted (layout, below, above, i);
        }
    }
  g_object_unref (one.plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint n = 0; n < outlay_chart_count (); n++)
    {
      const OutlayChart *chart = outlay_chart_nth (n);
      g_autofree char *any = g_strdup_printf ("/chart/readable/any-plan/%s", outlay_chart_id (chart));
      g_autofree char *whole = g_strdup_printf ("/chart/readable/whole/%s", outlay_chart_id (chart));
      g_autofree char *parted = g_strdup_printf ("/chart/readable/parted/%s", outlay_chart_id (chart));

      g_test_add_data_func (any, chart, test_any_plan);
      g_test_add_data_func (whole, chart, test_whole);
      g_test_add_data_func (parted, chart, test_parted);
    }
  return g_test_run ();
}
