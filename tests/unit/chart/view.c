/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/view.h"

#include <math.h>
#include <string.h>

#include "chart/crosshair.h"
#include "chart/layout.h"
#include "chart/scene-data.h"

#define N_SERIES 3
#define N_YEARS 8

static const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };

/* Parts named a, b, c with random values, the table of them, and the total of one year. */
static OutlayScene *
make_scene (double *values)
{
  OutlayScene *scene = outlay_scene_new ("Sales");
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_STACKED, "Year"));
  OutlayMark *text;
  double top = 0;

  outlay_chart_table_add_years (table, 2021, N_YEARS);
  for (guint i = 0; i < N_SERIES * N_YEARS; i++)
    {
      values[i] = g_test_rand_double_range (-5e8, 5e9);
      top += MAX (values[i], 0);
    }
  for (guint s = 0; s < N_SERIES; s++)
    {
      outlay_scene_add_series (scene, (const char *[]) { "a", "b", "c" }[s], (OutlayInk) { OUTLAY_INK_COLOUR, OUTLAY_RGB (0x2f6eb5) }, (int) s);
      outlay_scene_nth_series (scene, s)->value = g_strdup ("1");
      outlay_chart_table_add_column (table, outlay_scene_nth_series (scene, s)->name, OUTLAY_UNIT_MONEY, OUTLAY_INK (TEXT), values + s * N_YEARS);
    }
  outlay_scene_add_stack (scene, 0, N_SERIES, N_YEARS, values);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, N_YEARS, { 1, "" }, 2021 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, -15e8, top, { 1e9, "bn" }, 0 };
  outlay_scene_add_rule (scene, 2e9, "promised 2");
  text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);
  text->totals = TRUE;
  text->decimals = 2;
  text->x0[0] = text->x1[0] = 4.5;
  text->labels[0].lead = g_strdup ("?");
  return scene;
}

static const OutlayMark *
mark_of (OutlayScene *scene, int series)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      if (mark->series == series)
        return mark;
    }
  return NULL;
}

static void
test_nothing_different (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  const gboolean hidden[N_SERIES] = { FALSE };
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { hidden, -1, 0, 0 });
  g_autoptr (OutlayScene) whole = outlay_scene_view (scene, &(OutlaySceneView) { NULL, -1, 0, N_YEARS });

  g_assert_true (seen == scene);
  g_assert_true (whole == scene);
}

/* Without a part every stack is the sum of the others, gapless, and the axis reaches it and not much farther. */
static void
test_hidden (void)
{
  for (guint round = 0; round < 50; round++)
    {
      double values[N_SERIES * N_YEARS];
      g_autoptr (OutlayScene) scene = make_scene (values);
      const gboolean hidden[N_SERIES] = { FALSE, TRUE, FALSE };
      g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { hidden, -1, 0, 0 });
      const OutlayMark *a = mark_of (seen, 0), *c = mark_of (seen, 2);
      g_autofree char *total = outlay_amount_format_in (values[4] + values[2 * N_YEARS + 4], scene->y.unit, 2);
      double upper = 0, lower = 0;

      g_assert_null (mark_of (seen, 1));
      for (guint t = 0; t < N_YEARS; t++)
        {
          const double one = values[t], other = values[2 * N_YEARS + t];

          g_assert_cmpfloat (a->y0[t], ==, 0);
          g_assert_cmpfloat (a->y1[t], ==, one);
          g_assert_cmpfloat (c->y0[t], ==, (one >= 0) == (other >= 0) ? one : 0);
          g_assert_cmpfloat (c->y1[t], ==, c->y0[t] + other);
          upper = MAX (upper, MAX (one, 0) + MAX (other, 0));
          lower = MIN (lower, MIN (one, 0) + MIN (other, 0));
        }
      g_assert_cmpfloat (seen->y.upper, ==, upper);
      g_assert_cmpfloat (seen->y.lower, ==, lower);
      /* What is promised is promised of the whole. */
      g_assert_cmpuint (seen->rules->len, ==, 0);
      g_assert_cmpstr (((OutlayMark *) g_ptr_array_index (seen->marks, seen->marks->len - 1))->labels[0].lead, ==, total);
      /* It can be called back. */
      g_assert_cmpuint (outlay_scene_get_n_series (seen), ==, N_SERIES);
      g_assert_cmpstr (outlay_scene_nth_series (seen, 1)->value, ==, "hidden");
    }
}

/* A point stays in its year, and so do its value and its row of the table. */
static void
test_some_years (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { NULL, -1, 3, 4 });
  const OutlayMark *b = mark_of (seen, 1);

  g_assert_cmpuint (b->n, ==, 4);
  for (guint i = 0; i < b->n; i++)
    {
      g_assert_cmpint (outlay_scene_get_year (seen, (int) i), ==, 2024 + (int) i);
      g_assert_cmpfloat (b->values[i], ==, values[N_YEARS + 3 + i]);
      g_assert_true (b->x0[i] > i && b->x1[i] < i + 1);
      g_assert_cmpfloat (outlay_chart_table_column (outlay_scene_get_table (seen), 1)->values[i], ==, values[N_YEARS + 3 + i]);
    }
  g_assert_cmpstr (g_ptr_array_index (outlay_scene_get_table (seen)->rows, 0), ==, "2024");
  g_assert_cmpuint (seen->rules->len, ==, 1);
}

/* More than there is counts as what there is. */
static void
test_years_beyond (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { NULL, -1, 6, 100 });
  int first;
  guint n;

  g_assert_true (outlay_scene_get_years (seen, &first, &n));
  g_assert_cmpint (first, ==, 2027);
  g_assert_cmpuint (n, ==, 2);
}

static void
test_isolated (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { NULL, 1, 0, 0 });

  g_assert_cmpfloat (outlay_series_opacity (seen, 1), ==, 1);
  g_assert_cmpfloat (outlay_series_opacity (seen, 0), <, 0.5);
  g_assert_cmpfloat (outlay_series_opacity (seen, -1), ==, 1);
  g_assert_cmpfloat (mark_of (seen, 2)->y1[3], ==, mark_of (scene, 2)->y1[3]);
  g_assert_cmpfloat (seen->y.upper, ==, scene->y.upper);
}

static void
test_blend (void)
{
  double before[N_SERIES * N_YEARS], after[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) from = make_scene (before), to = make_scene (after);
  g_autoptr (OutlayScene) half = outlay_scene_blend (from, to, 0.5), end = outlay_scene_blend (from, to, 1);
  g_autoptr (OutlayScene) less = outlay_scene_view (to, &(OutlaySceneView) { NULL, -1, 0, 3 });
  g_autoptr (OutlayScene) jump = outlay_scene_blend (from, less, 0.5);

  g_assert_true (end == to);
  g_assert_true (jump == less);
  for (guint t = 0; t < N_YEARS; t++)
    g_assert_cmpfloat_with_epsilon (mark_of (half, 0)->y1[t], (before[t] + after[t]) / 2, 1e-3);
}

/* Every year of the plot is found where its bars are, and nothing beyond. */
static void
test_point_at (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  const double width = 600, height = 260;
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, &style);
  const double middle = layout->plot.y + layout->plot.height / 2;

  for (int t = 0; t < N_YEARS; t++)
    g_assert_cmpint (outlay_scene_point_at (scene, width, height, &style, outlay_layout_x (layout, t + 0.5), middle), ==, t);
  g_assert_cmpint (outlay_scene_point_at (scene, width, height, &style, layout->plot.x - 2, middle), ==, -1);
  g_assert_cmpint (outlay_scene_point_at (scene, width, height, &style, layout->plot.x + 5, layout->plot.y - 2), ==, -1);
  g_assert_cmpint (outlay_scene_label_at (scene, width, height, &style, layout->plot.x + 5, middle), ==, -1);
}

/* The names beside the chart are found, also of what is hidden. */
static void
test_label_at (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  const gboolean hidden[N_SERIES] = { TRUE, FALSE, FALSE };
  g_autoptr (OutlayScene) seen = outlay_scene_view (scene, &(OutlaySceneView) { hidden, -1, 0, 0 });
  const OutlayLayout *layout = outlay_scene_layout (seen, 600, 260, &style);
  guint found[N_SERIES] = { 0 };

  for (guint i = 0; i < layout->texts->len; i++)
    {
      const cairo_rectangle_t *box = &g_array_index (layout->texts, OutlayPlacedText, i).box;
      const int series = outlay_scene_label_at (seen, 600, 260, &style, box->x + box->width / 2, box->y + box->height / 2);

      if (series >= 0)
        found[series]++;
    }
  for (guint s = 0; s < N_SERIES; s++)
    g_assert_cmpuint (found[s], >=, 1);
}

/* At any size and place: nothing is drawn beyond the picture, and there is a line where the year is. */
static void
test_crosshair (void)
{
  for (guint round = 0; round < 60; round++)
    {
      double values[N_SERIES * N_YEARS];
      g_autoptr (OutlayScene) scene = make_scene (values);
      const int width = g_test_rand_int_range (120, 900), height = g_test_rand_int_range (80, 500), point = g_test_rand_int_range (0, N_YEARS);
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, across, down;

      outlay_scene_draw_crosshair (scene, cr, width, height, &style, point, g_test_rand_int_range (-1, N_SERIES));
      cairo_recording_surface_ink_extents (surface, &x, &y, &across, &down);
      g_assert_cmpfloat (across, >, 0);
      g_assert_cmpfloat (x, >=, -1);
      g_assert_cmpfloat (y, >=, -1);
      g_assert_cmpfloat (y + down, <=, height + 1);
      if (width > 300)
        g_assert_cmpfloat (x + across, <=, width + 1);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

static void
test_words (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  g_autofree char *b = outlay_quantity_format (values[N_YEARS + 2], OUTLAY_UNIT_MONEY, "CNY");
  g_autofree char *expected = g_strdup_printf ("2023. b: %s", b);
  g_autofree char *one = outlay_scene_describe_point (scene, 2, 1, "CNY"), *all = outlay_scene_describe_point (scene, 2, -1, "CNY");
  g_autofree char *beyond = outlay_scene_describe_point (scene, N_YEARS, -1, "CNY");

  g_assert_cmpstr (one, ==, expected);
  g_assert_true (g_str_has_prefix (all, "2023. a: "));
  g_assert_nonnull (strstr (all, ". b: "));
  g_assert_nonnull (strstr (all, ". c: "));
  g_assert_cmpstr (beyond, ==, "");
}

/* Every mark once, inside the picture, and what is there is found there. */
static void
test_walk (void)
{
  double values[N_SERIES * N_YEARS];
  g_autoptr (OutlayScene) scene = make_scene (values);
  OutlayHit hit, found;
  guint n = 0;

  for (; outlay_scene_nth_hit (scene, 600, 260, &style, n, &hit); n++)
    {
      g_assert_cmpfloat (hit.value, ==, values[hit.series * N_YEARS + hit.point]);
      if (hit.height < 3)
        continue;
      g_assert_true (outlay_scene_hit (scene, 600, 260, &style, hit.x + hit.width / 2, hit.y + hit.height / 2, &found));
      g_assert_cmpint (found.series, ==, hit.series);
      g_assert_cmpint (found.point, ==, hit.point);
    }
  g_assert_cmpuint (n, >, N_YEARS);
  g_assert_cmpuint (n, <=, N_SERIES * N_YEARS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/chart/view/nothing-different", test_nothing_different);
  g_test_add_func ("/chart/view/hidden", test_hidden);
  g_test_add_func ("/chart/view/some-years", test_some_years);
  g_test_add_func ("/chart/view/years-beyond", test_years_beyond);
  g_test_add_func ("/chart/view/isolated", test_isolated);
  g_test_add_func ("/chart/view/blend", test_blend);
  g_test_add_func ("/chart/crosshair/point-at", test_point_at);
  g_test_add_func ("/chart/crosshair/label-at", test_label_at);
  g_test_add_func ("/chart/crosshair/drawing", test_crosshair);
  g_test_add_func ("/chart/crosshair/words", test_words);
  g_test_add_func ("/chart/hit/walk", test_walk);
  return g_test_run ();
}
