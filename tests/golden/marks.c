/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind of mark, also those that no chart of the catalogue has yet. */

#include <math.h>

#include "chart/palette.h"
#include "chart/scene-data.h"
#include "golden/golden.h"
#include "language.h"

static const OutlayStyle light = { OUTLAY_THEME_LIGHT, 1, TRUE, NULL };
static const OutlayStyle dark = { OUTLAY_THEME_DARK, 1, TRUE, NULL };

static OutlayInk
colour (guint n)
{
  return (OutlayInk) { OUTLAY_INK_COLOUR, outlay_palette_colour (n) };
}

static OutlayScene *
create_years (const char *title, double lower, double upper, guint n_years)
{
  OutlayScene *scene = outlay_scene_new (title);

  outlay_scene_set_subtitle (scene, "bn yuan");
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, n_years, { 1, "" }, 2021 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, lower, upper, outlay_amount_unit (upper), 0 };
  return scene;
}

/* A fan around a line with a point on it: cumulative cash and its spread. */
static void
test_fan (void)
{
  g_autoptr (OutlayScene) scene = create_years ("Cumulative cash flow", -5e9, 9e9, 20);
  OutlayMark *outer, *inner, *line, *point;

  outlay_scene_add_series (scene, "Cash", colour (0), -1);
  outlay_scene_nth_series (scene, 0)->value = g_strdup ("7.10");
  outlay_scene_nth_series (scene, 0)->anchor = 7.1e9;
  outer = outlay_scene_add_mark (scene, OUTLAY_MARK_BAND, colour (0), 0, 20);
  inner = outlay_scene_add_mark (scene, OUTLAY_MARK_BAND, colour (0), 0, 20);
  line = outlay_scene_add_mark (scene, OUTLAY_MARK_LINE, colour (0), 0, 20);
  point = outlay_scene_add_mark (scene, OUTLAY_MARK_POINT, OUTLAY_INK (TARGET), 0, 1);
  for (guint t = 0; t < 20; t++)
    {
      double value = 7.1e9 - 11e9 * exp (-pow ((t - 4.0) / 6, 2)) - (t < 4 ? 5e9 * (4 - t) / 8 : 0);

      outer->x0[t] = inner->x0[t] = line->x0[t] = t + 0.5;
      line->y0[t] = t == 8 ? NAN : value;
      inner->y0[t] = value - 0.04e9 * t;
      inner->y1[t] = value + 0.04e9 * t;
      outer->y0[t] = value - 0.09e9 * t;
      outer->y1[t] = value + 0.09e9 * t;
    }
  line->width = 2.5;
  point->x0[0] = 12.5;
  point->y0[0] = line->y0[12];
  point->width = 5;
  golden_check (scene, "marks-fan", 720, 405, &light);
}

/* Areas upon each other, with a dashed line across; negative bars below. */
static void
test_areas (void)
{
  g_autoptr (OutlayScene) scene = create_years ("Areas and bars", -3e9, 8e9, 12);
  const double bars[24] = { -2e9, -1.5e9, -1e9, -0.5e9, 0, 0.5e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, -0.8e9, -0.8e9, -0.8e9, -0.8e9 };
  OutlayMark *low, *high, *dashed;

  outlay_scene_add_series (scene, "Below", colour (5), -1);
  outlay_scene_add_series (scene, "Loss", colour (3), -1);
  low = outlay_scene_add_mark (scene, OUTLAY_MARK_AREA, colour (4), -1, 12);
  high = outlay_scene_add_mark (scene, OUTLAY_MARK_AREA, colour (6), -1, 12);
  dashed = outlay_scene_add_mark (scene, OUTLAY_MARK_LINE, OUTLAY_INK (TEXT), -1, 12);
  for (guint t = 0; t < 12; t++)
    {
      low->x0[t] = high->x0[t] = dashed->x0[t] = t + 0.5;
      low->y1[t] = high->y0[t] = 4e9 + 1e9 * sin (t / 2.0);
      high->y1[t] = low->y1[t] + 1e9 + 0.15e9 * t;
      dashed->y0[t] = 3e9 + 0.2e9 * t;
    }
  dashed->dashed = TRUE;
  dashed->width = 1.5;
  outlay_scene_add_stack (scene, 0, 2, 12, bars);
  golden_check (scene, "marks-areas", 720, 405, &dark);
}

/* A flow from two phases through three initiatives. */
static void
test_links (void)
{
  g_autoptr (OutlayScene) scene = outlay_scene_new ("From phases to initiatives");
  const double shares[3][2] = { { 0.36, 0.21 }, { 0.22, 0.12 }, { 0.06, 0.03 } };
  double left[2] = { 1, 0.36 }, right = 1;

  scene->x = scene->y = (OutlayAxis) { OUTLAY_AXIS_NONE, 0, 1, { 1, "" }, 0 };
  for (guint i = 0; i < 3; i++)
    {
      OutlayMark *links = outlay_scene_add_mark (scene, OUTLAY_MARK_LINK, colour (i), -1, 2);
      OutlayMark *bar = outlay_scene_add_mark (scene, OUTLAY_MARK_BAR, colour (i), -1, 1);
      OutlayMark *text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, colour (i), -1, 1);

      bar->x0[0] = text->x0[0] = 0.8;
      bar->x1[0] = text->x1[0] = 1;
      bar->y1[0] = text->y1[0] = right;
      bar->radius = 4;
      for (guint p = 0; p < 2; p++)
        {
          links->x0[p] = 0.05;
          links->x1[p] = 0.8;
          links->y0[p] = left[p];
          links->y2[p] = right;
          left[p] -= shares[i][p];
          right -= shares[i][p];
          links->y1[p] = left[p];
          links->y3[p] = right;
        }
      bar->y0[0] = text->y0[0] = right;
      text->boxed = TRUE;
      text->labels[0] = (OutlayLabel) { g_strdup_printf ("Initiative %u", i + 1), g_strdup ("1.80 bn"), g_strdup ("of the plan") };
    }
  golden_check (scene, "marks-links", 720, 405, &light);
}

int
main (int argc, char **argv)
{
  outlay_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/golden/marks/fan", test_fan);
  g_test_add_func ("/golden/marks/areas", test_areas);
  g_test_add_func ("/golden/marks/links", test_links);
  return g_test_run ();
}
