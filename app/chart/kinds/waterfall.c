/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/waterfall.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/kinds-private.h"
#include "chart/kinds/rounding.h"

#define BAR_START 0.2
#define BAR_END 0.8
/* Where the steps would be less than this share of the longest bar the axis does not begin at 0, and how far before the steps it begins. */
#define LEAST_SPAN 0.15
#define BEFORE_SPAN 0.35
#define MOST_DECIMALS 6

static void
row_clear (gpointer data)
{
  OutlayWaterfallRow *row = data;

  g_free (row->name);
  g_free (row->written);
  g_free (row->unit);
}

void
outlay_waterfall_init (OutlayWaterfall *waterfall)
{
  *waterfall = (OutlayWaterfall) { .rows = g_array_new (FALSE, TRUE, sizeof (OutlayWaterfallRow)) };
  g_array_set_clear_func (waterfall->rows, row_clear);
}

void
outlay_waterfall_clear (OutlayWaterfall *waterfall)
{
  g_clear_pointer (&waterfall->rows, g_array_unref);
}

void
outlay_waterfall_add (OutlayWaterfall *waterfall, const char *name, double value, gboolean sum)
{
  OutlayWaterfallRow row = { .name = g_strdup (name), .value = value, .sum = sum };

  g_array_append_val (waterfall->rows, row);
}

/* --- units --- */

double
outlay_waterfall_largest (const OutlayWaterfall *waterfall)
{
  double largest = 0;

  for (guint i = 0; i < waterfall->rows->len; i++)
    largest = MAX (largest, fabs (outlay_waterfall_row (waterfall, i)->value));
  return largest;
}

void
outlay_waterfall_choose_decimals (OutlayWaterfall *waterfall)
{
  double step = 0;
  int decimals = outlay_chart_decimals (outlay_waterfall_largest (waterfall), waterfall->unit);

  for (guint i = 0; i < waterfall->rows->len; i++)
    if (!outlay_waterfall_row (waterfall, i)->sum)
      step = MAX (step, fabs (outlay_waterfall_row (waterfall, i)->value) / waterfall->unit.size);
  if (step > 0)
    decimals = MAX (decimals, 1 - (int) floor (log10 (step)));
  waterfall->decimals = MIN (decimals, MOST_DECIMALS);
}

/* The steps between two sums. */
static void
round_between (OutlayWaterfall *waterfall, guint from, guint to, double unit)
{
  const guint n = to - from - 1;
  const double difference = outlay_waterfall_row (waterfall, to)->shown - outlay_waterfall_row (waterfall, from)->shown;
  g_autofree double *values = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = outlay_waterfall_row (waterfall, from + 1 + i)->value;
  outlay_round_together (values, n, difference, unit);
  for (guint i = 0; i < n; i++)
    outlay_waterfall_row (waterfall, from + 1 + i)->shown = values[i];
}

void
outlay_waterfall_round (OutlayWaterfall *waterfall)
{
  const double unit = waterfall->unit.size * pow (10, -waterfall->decimals);
  guint last = 0;

  for (guint i = 0; i < waterfall->rows->len; i++)
    {
      OutlayWaterfallRow *row = outlay_waterfall_row (waterfall, i);

      if (!row->sum)
        continue;
      row->shown = round (row->value / unit) * unit;
      if (i > last)
        round_between (waterfall, last, i, unit);
      last = i;
    }
}

/* --- axes --- */

/* Where the row ends that begins at a level. */
static double
end_of (const OutlayWaterfallRow *row, double at)
{
  return row->sum ? row->value : at + row->value;
}

static void
set_axes (OutlayWaterfall *waterfall, OutlayScene *scene, gboolean cut)
{
  double at = outlay_waterfall_row (waterfall, 0)->value, lower = at, upper = at, span;

  for (guint i = 0; i < waterfall->rows->len; i++)
    {
      at = end_of (outlay_waterfall_row (waterfall, i), at);
      lower = MIN (lower, at);
      upper = MAX (upper, at);
    }
  span = upper - lower;
  waterfall->base = 0;
  if (cut && span > 0 && lower > 0 && span < LEAST_SPAN * upper)
    waterfall->base = lower -= BEFORE_SPAN * span;
  else if (cut && span > 0 && upper < 0 && span < -LEAST_SPAN * lower)
    waterfall->base = upper += BEFORE_SPAN * span;
  lower = MIN (lower, waterfall->base);
  upper = MAX (upper, waterfall->base);
  scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, lower, upper > lower ? upper : lower + 1, { 1, "" }, 0 };
  scene->y = (OutlayAxis) { OUTLAY_AXIS_ROWS, waterfall->rows->len, 0, { 1, "" }, 0 };
}

/* --- marks --- */

static void
place_row (OutlayMark *mark, guint point, guint row, double start, double end)
{
  mark->x0[point] = MIN (start, end);
  mark->x1[point] = MAX (start, end);
  mark->y0[point] = row + BAR_START;
  mark->y1[point] = row + BAR_END;
}

/* A row with its bar, what is written behind it, and what is said of it under the pointer. */
static void
add_row (const OutlayWaterfallRow *row, OutlayScene *scene, double start, double end)
{
  const OutlayInk ink = row->sum ? OUTLAY_INK (COMPARED) : row->value >= 0 ? OUTLAY_INK (RISE) : OUTLAY_INK (FALL);
  guint position = scene->rows->len, series = outlay_scene_add_series (scene, row->name, ink, -1);
  OutlayMark *bar = outlay_scene_add_mark (scene, OUTLAY_MARK_BAR, ink, (int) series, 1);
  OutlayMark *text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);

  outlay_scene_add_row (scene, row->name);
  place_row (bar, 0, position, start, end);
  bar->values[0] = row->value;
  bar->radius = 2;
  place_row (text, 0, position, start, end);
  text->beside = TRUE;
  text->strong = row->sum;
  text->labels[0].lead = g_strdup (row->written);
  /* Translators: a step of a bridge, its figure and the unit, as in "Energy storage: +0.35 bn yuan" */
  outlay_scene_nth_series (scene, series)->words = g_strchomp (g_strdup_printf (_("%s: %s %s"), row->name, row->written, row->unit != NULL ? row->unit : ""));
}

/* From each bar's end down to the next one's start; and where an axis begins at 0, the line there. */
static void
add_links (const OutlayWaterfall *waterfall, OutlayScene *scene)
{
  guint n = waterfall->rows->len - 1;
  OutlayMark *line = outlay_scene_add_mark (scene, OUTLAY_MARK_LINE, OUTLAY_INK (AXIS), -1, 3 * n + 2);
  double at = 0;

  for (guint i = 0; i < n; i++)
    {
      at = end_of (outlay_waterfall_row (waterfall, i), at);
      line->x0[3 * i] = line->x0[3 * i + 1] = at;
      line->y0[3 * i] = i + BAR_END;
      line->y0[3 * i + 1] = i + 1 + BAR_START;
      line->y0[3 * i + 2] = NAN;
    }
  line->x0[3 * n] = line->x0[3 * n + 1] = waterfall->base;
  line->y0[3 * n] = waterfall->base == 0 ? 0 : NAN;
  line->y0[3 * n + 1] = waterfall->base == 0 ? n + 1 : NAN;
}

/* A gap near the start tells that the bars of sums are longer than they are drawn. */
static void
add_breaks (const OutlayWaterfall *waterfall, OutlayScene *scene)
{
  const double at = 0.05, width = 0.012;
  double range = scene->x.upper - scene->x.lower, way = waterfall->base >= 0 ? range : -range;

  for (guint i = 0; waterfall->base != 0 && i < waterfall->rows->len; i++)
    if (outlay_waterfall_row (waterfall, i)->sum)
      place_row (outlay_scene_add_mark (scene, OUTLAY_MARK_BAR, OUTLAY_INK (SURFACE), -1, 1), 0, i, waterfall->base + at * way,
                 waterfall->base + (at + width) * way);
}

void
outlay_waterfall_draw (OutlayWaterfall *waterfall, OutlayScene *scene, gboolean cut)
{
  double at = 0;

  set_axes (waterfall, scene, cut);
  for (guint i = 0; i < waterfall->rows->len; i++)
    {
      const OutlayWaterfallRow *row = outlay_waterfall_row (waterfall, i);
      const double end = end_of (row, at);

      add_row (row, scene, row->sum ? waterfall->base : at, end);
      at = end;
    }
  add_breaks (waterfall, scene);
  add_links (waterfall, scene);
}

void
outlay_waterfall_summarise (OutlayScene *scene, const char *head)
{
  g_autoptr (GString) summary = g_string_new (head);

  g_string_append_c (summary, '.');
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s.", outlay_scene_nth_series (scene, s)->words);
  g_set_str (&scene->summary, summary->str);
}
