/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "unit/chart/readable.h"

static double
random_amount (void)
{
  double amount = pow (10, g_test_rand_double_range (0, 11));

  return g_test_rand_int_range (0, 8) == 0 ? 0 : amount;
}

/* Stacked years with names, promised lines and a total, of any size. */
static OutlayScene *
random_years (void)
{
  g_autofree char *title = random_name ();
  OutlayScene *scene = outlay_scene_new (title);
  guint n_series = (guint) g_test_rand_int_range (1, 10), n_years = (guint) g_test_rand_int_range (1, 101);
  g_autofree double *values = g_new (double, n_series * n_years);
  double largest = 1, lowest = 0;
  OutlayMark *texts;

  outlay_scene_set_subtitle (scene, "bn yuan a year");
  outlay_scene_set_note (scene, title);
  for (guint s = 0; s < n_series; s++)
    {
      g_autofree char *name = random_name ();

      outlay_scene_add_series (scene, name, (OutlayInk) { OUTLAY_INK_COLOUR, OUTLAY_RGB (0x2f6eb5) }, (int) s);
      outlay_scene_nth_series (scene, s)->value = g_strdup ("12.34");
      outlay_scene_nth_series (scene, s)->weight = random_amount ();
      for (guint t = 0; t < n_years; t++)
        values[s * n_years + t] = g_test_rand_int_range (0, 10) == 0 ? -random_amount () : random_amount ();
    }
  outlay_scene_add_stack (scene, 0, n_series, n_years, values);
  for (guint i = 0; i < n_series * n_years; i++)
    {
      largest += MAX (values[i], 0);
      lowest += MIN (values[i], 0);
    }
  largest /= g_test_rand_int_range (1, (int) n_years + 1);
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, lowest, largest, outlay_amount_unit (largest), 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, n_years, { 1, "" }, g_test_rand_int_range (1900, 2200) };
  scene->heading = g_strdup ("in 2028");
  for (int r = g_test_rand_int_range (0, 4); r > 0; r--)
    outlay_scene_add_rule (scene, largest * g_test_rand_double (), "promised 10");
  texts = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, n_years);
  for (guint t = 0; t < n_years; t++)
    {
      texts->x0[t] = texts->x1[t] = t + 0.5;
      texts->y0[t] = largest * g_test_rand_double ();
      texts->labels[t].lead = g_strdup ("10.01");
    }
  return scene;
}

/* Cells with names of any size. */
static OutlayScene *
random_cells (void)
{
  OutlayScene *scene = outlay_scene_new ("Split");
  guint n = (guint) g_test_rand_int_range (1, 30);
  OutlayMark *texts = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (OTHERS), -1, n);
  OutlayMark *heads = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, n);

  scene->x = scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  scene->head_lines = 1;
  texts->boxed = TRUE;
  texts->outside = g_test_rand_double_range (-0.3, 0.3);
  for (guint i = 0; i < n; i++)
    {
      texts->x0[i] = heads->x0[i] = g_test_rand_double ();
      texts->x1[i] = heads->x1[i] = g_test_rand_double_range (texts->x0[i], 1);
      texts->y0[i] = g_test_rand_double ();
      texts->y1[i] = g_test_rand_double_range (texts->y0[i], 1);
      heads->y0[i] = 1;
      texts->labels[i] = (OutlayLabel) { random_name (), g_strdup ("1.80 bn"), g_strdup ("58 % of the phase") };
      heads->labels[i] = (OutlayLabel) { random_name (), g_strdup ("Phase 3.12 bn"), g_strdup ("Phase") };
    }
  return scene;
}

/* Rows with names of any length, and what is written behind their bars. */
static OutlayScene *
random_rows (void)
{
  OutlayScene *scene = outlay_scene_new ("Bridge");
  guint n = (guint) g_test_rand_int_range (1, 16);

  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_ROWS, n, 0, { 1, "" }, 0 };
  for (guint i = 0; i < n; i++)
    {
      OutlayMark *text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);
      g_autofree char *name = random_name ();

      outlay_scene_add_row (scene, name);
      text->beside = TRUE;
      text->kept = i % 2 == 0;
      text->x0[0] = g_test_rand_double ();
      text->x1[0] = g_test_rand_double_range (text->x0[0], 1);
      text->y0[0] = i + 0.2;
      text->y1[0] = i + 0.8;
      text->labels[0].lead = g_strdup ("+0.35 ± 0.02");
      if (g_test_rand_bit ())
        text->labels[0].tail = g_strdup ("+0.35");
      if (g_test_rand_bit ())
        text->labels[0].detail = random_name ();
    }
  if (g_test_rand_bit ())
    {
      scene->head_lines = 1;
      outlay_scene_add_upright_rule (scene, g_test_rand_double (), "design year 2028", OUTLAY_INK (TEXT));
    }
  return scene;
}

/* Curves over an axis of numbers, with texts in the corners of points and upright lines. */
static OutlayScene *
random_curves (void)
{
  g_autofree char *title = random_name ();
  OutlayScene *scene = outlay_scene_new (title);
  const double lower = g_test_rand_double_range (-0.9, 0.1), upper = lower + g_test_rand_double_range (0.01, 3), largest = 1 + random_amount ();

  scene->x = (OutlayAxis) { OUTLAY_AXIS_VALUE, lower, upper, { 0.01, "%" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, -largest, largest, outlay_amount_unit (largest), 0 };
  for (int s = g_test_rand_int_range (1, 6); s > 0; s--)
    {
      g_autofree char *name = random_name ();

      outlay_scene_nth_series (scene, outlay_scene_add_series (scene, name, OUTLAY_INK (OTHERS), s))->value = g_strdup ("12.9 %");
    }
  for (int p = g_test_rand_int_range (0, 12); p > 0; p--)
    outlay_scene_add_corner_text (scene, 0, g_test_rand_bit () ? OUTLAY_CORNER_ABOVE : OUTLAY_CORNER_BELOW,
                                  g_test_rand_double_range (lower, upper), g_test_rand_double_range (-largest, largest), title, "12.9 %");
  for (int r = g_test_rand_int_range (0, 4); r > 0; r--)
    {
      outlay_scene_add_rule (scene, r % 2 ? g_test_rand_double_range (lower, upper) : 0, title);
      g_array_index (scene->rules, OutlayRule, scene->rules->len - 1).upright = r % 2;
    }
  return scene;
}

/* No text overlaps another or leaves the picture, at any size and text scale. */
static void
test_any_data (void)
{
  OutlayScene *(*const make[]) (void) = { random_cells, random_rows, random_years, random_curves };

  for (guint i = 0; i < 260; i++)
    {
      g_autoptr (OutlayScene) scene = make[i % G_N_ELEMENTS (make)] ();
      OutlayStyle style = { OUTLAY_THEME_LIGHT, g_test_rand_double_range (0.9, 2), g_test_rand_bit (), NULL };

      assert_readable (scene, g_test_rand_double_range (1, 1600), g_test_rand_double_range (1, 900), &style);
      assert_readable (scene, 690, 235, &style);
    }
}

/* In a picture as high as rows ask for, at any width, each is named, in lines of its own. */
static void
test_rows_have_room (void)
{
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (OutlayScene) scene = random_rows ();
      const OutlayStyle style = { OUTLAY_THEME_LIGHT, g_test_rand_double_range (0.9, 2), i % 2 == 0, NULL };
      const double width = style.text_scale * g_test_rand_double_range (300, 1600), height = outlay_scene_least_height (scene, width, &style);
      g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, height, &style);
      const double pitch = layout->plot.height / scene->rows->len;
      g_autofree gboolean *named = g_new0 (gboolean, scene->rows->len);

      for (guint t = 0; t < layout->texts->len; t++)
        {
          const cairo_rectangle_t *box = &placed_text (layout, t)->box;
          const double row = (box->y + box->height / 2 - layout->plot.y) / pitch;

          if (box->x == layout->rows_x && row >= 0 && row < scene->rows->len)
            {
              named[(guint) row] = TRUE;
              g_assert_cmpfloat (pitch, >=, 1.2 * box->height);
            }
        }
      for (guint n = 0; n < scene->rows->len; n++)
        g_assert_true (named[n]);
      assert_readable (scene, width, height, &style);
    }
}

/* In a picture of ordinary size nothing of what matters is left out. */
static void
test_nothing_is_lost (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("Output value");
  const double values[] = { 1e9, 4.5e9, 4.5e9, 0.5e9, 5.5e9, 5.5e9, 0, 1e7, 1e7 };
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  const char *const names[] = { "Mining machinery", "Energy storage", "Zero-carbon park" };
  g_autoptr (OutlayLayout) layout = NULL;

  for (guint s = 0; s < 3; s++)
    {
      outlay_scene_add_series (scene, names[s], OUTLAY_INK (OTHERS), (int) s);
      outlay_scene_nth_series (scene, s)->value = g_strdup_printf ("%u.5", s);
    }
  outlay_scene_add_stack (scene, 0, 3, 3, values);
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, 0, 10.01e9, outlay_amount_unit (1e10), 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, 3, { 1, "" }, 2027 };
  scene->heading = g_strdup ("in 2028");
  outlay_scene_add_rule (scene, 10e9, "promised 10");
  layout = outlay_layout_new (scene, 690, 235, &style);

  /* 6 ticks from 0 to 10, 3 years, 3 names with their values, the heading and the promise */
  g_assert_cmpuint (layout->ticks.count, ==, 6);
  g_assert_cmpuint (layout->texts->len, ==, 6 + 3 + 6 + 1 + 1);
}

static const char *
nth_text (const OutlayLayout *layout, guint n)
{
  return pango_layout_get_text (g_array_index (layout->texts, OutlayPlacedText, n).layout);
}

/* Totals over their bars, whose middles and tops are given. */
static void
assert_totals_in_place (const OutlayLayout *layout, OutlayScene *scene, const double *values, const char *const *written, guint n)
{
  for (guint t = 0; t < layout->texts->len; t++)
    for (guint i = 0; i < n; i++)
      if (g_str_equal (nth_text (layout, t), written[i]))
        {
          const cairo_rectangle_t *box = &placed_text (layout, t)->box;
          const double bottom = box->y + box->height;

          g_assert_cmpfloat (box->x, <=, outlay_layout_x (layout, i + 0.5));
          g_assert_cmpfloat (box->x + box->width, >=, outlay_layout_x (layout, i + 0.5));
          g_assert_cmpfloat_with_epsilon (bottom, outlay_layout_y (layout, values[i]), 6);
          for (guint other = 0; other < n; other++)
            {
              const cairo_rectangle_t bar = outlay_layout_bar (layout, g_ptr_array_index (scene->marks, 0), other);

              g_assert_true (bar.y >= bottom - 1 || bar.x >= box->x + box->width - 1 || bar.x + bar.width <= box->x + 1);
            }
        }
}

static gboolean
says (const OutlayLayout *layout, const char *string)
{
  for (guint t = 0; t < layout->texts->len; t++)
    if (g_str_equal (nth_text (layout, t), string))
      return TRUE;
  return FALSE;
}

/* A total is its own bar's: right above it, on no other, or left out, the largest last. */
static void
test_totals (void)
{
  const double values[20] = { 6.5, 15.6, 14.3, 12.48, 3.12 };
  const char *const written[] = { "6.50", "15.60", "14.30", "12.48", "3.12" };
  g_autoptr (OutlayScene) scene = outlay_scene_new ("Investment");
  OutlayMark *texts;

  outlay_scene_add_series (scene, "Phase", OUTLAY_INK (OTHERS), 0);
  outlay_scene_add_stack (scene, 0, 1, G_N_ELEMENTS (values), values);
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, 0, 15.6, { 1, "" }, 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, G_N_ELEMENTS (values), { 1, "" }, 2021 };
  texts = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, G_N_ELEMENTS (written));
  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      texts->x0[i] = texts->x1[i] = i + 0.5;
      texts->y0[i] = values[i];
      texts->labels[i].lead = g_strdup (written[i]);
    }
  for (double width = 200; width < 1900; width += 17)
    {
      const OutlayStyle style = { OUTLAY_THEME_LIGHT, width > 700 ? 2 : 1, FALSE, NULL };
      g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, 230, &style);

      assert_totals_in_place (layout, scene, values, written, G_N_ELEMENTS (written));
      g_assert_true (says (layout, "15.60"));
      for (guint i = 0; width > 1800 && i < G_N_ELEMENTS (written); i++)
        g_assert_true (says (layout, written[i]));
    }
}

/* Ticks of x at round numbers within its range, which stays as it is, each with the unit behind it; fewer where there is less room. */
static void
test_value_axis_of_x (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("");
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (OutlayLayout) wide = NULL, narrow = NULL;

  scene->x = (OutlayAxis) { OUTLAY_AXIS_VALUE, -0.03, 0.23, { 0.01, "%" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  wide = outlay_layout_new (scene, 690, 210, &style);
  narrow = outlay_layout_new (scene, 200, 210, &style);
  g_assert_cmpfloat (wide->x_lower, ==, -0.03);
  g_assert_cmpfloat (wide->x_upper, ==, 0.23);
  g_assert_cmpuint (wide->texts->len, ==, 5);
  g_assert_cmpstr (nth_text (wide, 0), ==, "0 %");
  g_assert_cmpstr (nth_text (wide, 1), ==, "5 %");
  g_assert_cmpstr (nth_text (wide, 4), ==, "20 %");
  g_assert_cmpuint (narrow->texts->len, >=, 1);
  g_assert_cmpuint (narrow->texts->len, <, 5);
}

/* A text stands in the corner that is wanted, further away where that is taken, and moved to where the picture ends; where it does not fit, its shorter words do. */
static void
test_corners (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("");
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (OutlayLayout) layout = NULL;
  const cairo_rectangle_t *boxes[4];

  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 400, { 1, "" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 200, 0, { 1, "" }, 0 };
  outlay_scene_add_series (scene, "", OUTLAY_INK (TEXT), -1);
  outlay_scene_add_corner_text (scene, 0, OUTLAY_CORNER_BELOW, 100, 100, "below", NULL);
  outlay_scene_add_corner_text (scene, 0, OUTLAY_CORNER_ABOVE, 100, 100, "above", NULL);
  outlay_scene_add_corner_text (scene, 0, OUTLAY_CORNER_BELOW, 102, 100, "further", NULL);
  outlay_scene_add_corner_text (scene, 0, OUTLAY_CORNER_BELOW, 390, 100, "longer than any room that there is in this picture of four hundred pixels", "short");
  layout = outlay_layout_new (scene, 400, 200, &style);
  g_assert_cmpuint (layout->texts->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    boxes[i] = &g_array_index (layout->texts, OutlayPlacedText, i).box;
  g_assert_true (boxes[0]->x > 100 && boxes[0]->y >= 100);
  g_assert_true (boxes[1]->x > 100 && boxes[1]->y + boxes[1]->height <= 100);
  g_assert_true (boxes[2]->x > 102 && boxes[2]->y >= boxes[0]->y + boxes[0]->height - 1);
  g_assert_cmpstr (nth_text (layout, 3), ==, "short");
  g_assert_true (boxes[3]->x < 390 && boxes[3]->x + boxes[3]->width > 390 && boxes[3]->x + boxes[3]->width <= 400 && boxes[3]->y >= 100);
}

/* No curve runs through a text beside a point, where there is room elsewhere. */
static void
test_corners_off_lines (void)
{
  const double level = 90, ends[] = { 0, 400 };
  g_autoptr (OutlayScene) scene = outlay_scene_new ("");
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (OutlayLayout) layout = NULL;
  const cairo_rectangle_t *box;
  OutlayMark *line;

  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 400, { 1, "" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 200, 0, { 1, "" }, 0 };
  outlay_scene_add_series (scene, "", OUTLAY_INK (TEXT), -1);
  line = outlay_scene_add_mark (scene, OUTLAY_MARK_LINE, OUTLAY_INK (TEXT), 0, 2);
  for (guint i = 0; i < 2; i++)
    {
      line->x0[i] = line->x1[i] = ends[i];
      line->y0[i] = level;
    }
  outlay_scene_add_corner_text (scene, 0, OUTLAY_CORNER_ABOVE, 100, 100, "14.0 %", NULL);
  layout = outlay_layout_new (scene, 400, 200, &style);
  g_assert_cmpuint (layout->texts->len, ==, 1);
  box = &placed_text (layout, 0)->box;
  g_assert_true (box->y + 0.15 * box->height >= level || box->y + 0.85 * box->height <= level);
}

static OutlayMark *
add_mark (OutlayScene *scene, OutlayMarkKind kind, const double *x, const double *low, const double *high)
{
  OutlayMark *mark = outlay_scene_add_mark (scene, kind, OUTLAY_INK (TEXT), (int) scene->marks->len, 2);

  for (guint i = 0; i < 2; i++)
    {
      mark->x0[i] = x[i];
      mark->y0[i] = low[i];
      mark->y1[i] = high[i];
      mark->values[i] = i + 1;
    }
  return mark;
}

static void
assert_hit (OutlayScene *scene, double x, double y, int series, int point)
{
  const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  OutlayHit hit;

  g_assert_cmpint (outlay_scene_hit (scene, 200, 100, &style, x, y, &hit), ==, series >= 0);
  g_assert_cmpint (hit.series, ==, series);
  g_assert_cmpint (hit.point, ==, point);
  if (series >= 0)
    g_assert_cmpfloat (hit.value, ==, point + 1);
}

/* What a pointer meets, of every kind of mark, in a picture of 200 × 100 whose axes are its pixels. */
static void
test_hits (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("");
  OutlayMark *link;

  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 200, { 1, "" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 100, 0, { 1, "" }, 0 };
  add_mark (scene, OUTLAY_MARK_AREA, (double[]) { 0, 80 }, (double[]) { 60, 60 }, (double[]) { 50, 10 });
  add_mark (scene, OUTLAY_MARK_LINE, (double[]) { 20, 60 }, (double[]) { 90, 80 }, (double[]) { 0, 0 });
  add_mark (scene, OUTLAY_MARK_POINT, (double[]) { 100, NAN }, (double[]) { 20, 20 }, (double[]) { 0, 0 });
  link = add_mark (scene, OUTLAY_MARK_LINK, (double[]) { 120, 120 }, (double[]) { 0, 10 }, (double[]) { 10, 20 });
  for (guint i = 0; i < 2; i++)
    {
      link->x1[i] = 200;
      link->y2[i] = link->y0[i] + 50;
      link->y3[i] = link->y1[i] + 50;
    }

  assert_hit (scene, 10, 55, 0, 0);
  assert_hit (scene, 70, 25, 0, 1);
  assert_hit (scene, 10, 40, -1, -1);
  assert_hit (scene, 22, 88, 1, 0);
  assert_hit (scene, 63, 84, 1, 1);
  assert_hit (scene, 38, 81, 1, 0);
  assert_hit (scene, 42, 89, 1, 1);
  assert_hit (scene, 60, 95, -1, -1);
  assert_hit (scene, 103, 17, 2, 0);
  assert_hit (scene, 121, 5, 3, 0);
  assert_hit (scene, 160, 35, 3, 0);
  assert_hit (scene, 199, 65, 3, 1);
  assert_hit (scene, 199, 5, -1, -1);
}

static void
test_spread (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      guint n = (guint) g_test_rand_int_range (1, 12);
      double centres[12], wanted[12] = { 0 }, heights[12], total = 0;

      for (guint k = 0; k < n; k++)
        {
          wanted[k] = (k > 0 ? wanted[k - 1] : 0) + (g_test_rand_bit () ? g_test_rand_double_range (0, 60) : 0);
          total += heights[k] = g_test_rand_double_range (10, 40);
        }
      memcpy (centres, wanted, sizeof centres);
      g_assert_true (outlay_labels_spread (centres, heights, n, 0, total + 100));
      for (guint k = 0; k < n; k++)
        g_assert_cmpfloat (centres[k] - heights[k] / 2, >=, (k > 0 ? centres[k - 1] + heights[k - 1] / 2 : 0) - 1e-9);
      g_assert_cmpfloat (centres[n - 1] + heights[n - 1] / 2, <=, total + 100 + 1e-9);

      memcpy (centres, wanted, sizeof centres);
      g_assert_false (outlay_labels_spread (centres, heights, n, 0, total - 1));
      g_assert_cmpmem (centres, n * sizeof *centres, wanted, n * sizeof *wanted);
    }
}

/* Labels with room stay where they are; two at one place part evenly. */
static void
test_spread_little (void)
{
  double apart[] = { 20, 60, 100 }, together[] = { 50, 50 };
  const double heights[] = { 20, 20, 20 };

  g_assert_true (outlay_labels_spread (apart, heights, 3, 0, 200));
  g_assert_cmpfloat (apart[0], ==, 20);
  g_assert_cmpfloat (apart[1], ==, 60);
  g_assert_cmpfloat (apart[2], ==, 100);
  g_assert_true (outlay_labels_spread (together, heights, 2, 0, 200));
  g_assert_cmpfloat (together[0], ==, 40);
  g_assert_cmpfloat (together[1], ==, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout/any-data", test_any_data);
  g_test_add_func ("/chart/layout/rows-have-room", test_rows_have_room);
  g_test_add_func ("/chart/layout/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/chart/layout/totals", test_totals);
  g_test_add_func ("/chart/layout/value-axis-of-x", test_value_axis_of_x);
  g_test_add_func ("/chart/layout/corners", test_corners);
  g_test_add_func ("/chart/layout/corners-off-lines", test_corners_off_lines);
  g_test_add_func ("/chart/layout/hits", test_hits);
  g_test_add_func ("/chart/layout/spread", test_spread);
  g_test_add_func ("/chart/layout/spread-little", test_spread_little);
  return g_test_run ();
}
