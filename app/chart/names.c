/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>

#define GAP 4.0
#define SWATCH 10.0
#define LEGEND_GAP 16.0
#define BETWEEN_NAMES 3.0

/* What is said of a part beside the chart: its value too, and its name in so many lines at most. */
typedef struct
{
  gboolean values;
  guint lines;
} SideWay;

/* --- spreading --- */

/* Isotonic regression: labels that would overlap are pooled, and a pool stands at the mean of what its labels want. */
gboolean
outlay_labels_spread (double *centres, const double *heights, guint n, double lower, double upper)
{
  g_autofree double *pool_sum = g_new (double, n + 1), *offset = g_new (double, n + 1);
  g_autofree guint *pool_size = g_new (guint, n + 1);
  guint pools = 0, label = 0;
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      offset[i] = total + heights[i] / 2;
      total += heights[i];
    }
  if (total > upper - lower)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      pool_sum[pools] = centres[i] - offset[i];
      pool_size[pools++] = 1;
      while (pools > 1 && pool_sum[pools - 2] / pool_size[pools - 2] > pool_sum[pools - 1] / pool_size[pools - 1])
        {
          pools--;
          pool_sum[pools - 1] += pool_sum[pools];
          pool_size[pools - 1] += pool_size[pools];
        }
    }
  for (guint p = 0; p < pools; p++)
    {
      double start = CLAMP (pool_sum[p] / pool_size[p], lower, upper - total);

      for (guint i = 0; i < pool_size[p]; i++, label++)
        centres[label] = start + offset[label];
    }
  return TRUE;
}

/* --- names at the right side --- */

static int
compare_centres (gconstpointer a, gconstpointer b)
{
  const OutlaySideLabel *left = a, *right = b;

  if (left->centre != right->centre)
    return left->centre < right->centre ? -1 : 1;
  /* What is stacked later stands higher. */
  return left->order > right->order ? -1 : left->order < right->order;
}

double
outlay_layout_side_width (OutlayLayout *layout, OutlayScene *scene, double most)
{
  double widest = 0;

  for (guint s = 0; s < scene->series->len; s++)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);

      if (series->value != NULL)
        widest = MAX (widest, outlay_layout_set (layout, series->name, OUTLAY_TEXT_NAME, TRUE, -1)->width);
    }
  /* A promised line that is named nowhere on the plot is named here. */
  for (guint r = 0; widest > 0 && r < scene->rules->len; r++)
    if (!g_array_index (scene->rules, OutlayRule, r).upright)
      widest = MAX (widest, outlay_layout_set (layout, g_array_index (scene->rules, OutlayRule, r).label, OUTLAY_TEXT_NAME, TRUE, -1)->width);
  if (widest > 0 && scene->heading != NULL)
    widest = MAX (widest, outlay_layout_set (layout, scene->heading, OUTLAY_TEXT_SMALL, FALSE, -1)->width);
  if (widest > most && most < outlay_layout_least_width (layout))
    return 0;
  return MIN (ceil (widest), most);
}

static guint
set_side_name (OutlayLayout *layout, const OutlaySideLabel *label, const SideWay *way, const OutlayText **lines)
{
  return outlay_layout_wrap (layout, label->name, OUTLAY_TEXT_NAME, TRUE, layout->width - layout->side_x, way->lines, lines);
}

static double
side_height (OutlayLayout *layout, const OutlaySideLabel *label, const SideWay *way)
{
  const OutlayText *lines[OUTLAY_MOST_LINES];
  const guint n = set_side_name (layout, label, way, lines);
  double height = n * lines[0]->height + BETWEEN_NAMES * layout->unit;

  if (way->values && label->value != NULL)
    height += outlay_layout_set (layout, label->value, OUTLAY_TEXT_SMALL, FALSE, -1)->height;
  return height;
}

static void
drop_least (GArray *labels)
{
  guint least = 0;

  for (guint i = 1; i < labels->len; i++)
    if (g_array_index (labels, OutlaySideLabel, i).weight < g_array_index (labels, OutlaySideLabel, least).weight)
      least = i;
  g_array_remove_index (labels, least);
}

static gboolean
try_spread (OutlayLayout *layout, GArray *labels, const SideWay *way, double lower, double upper)
{
  g_autofree double *centres = g_new (double, labels->len + 1), *heights = g_new (double, labels->len + 1);

  for (guint i = 0; i < labels->len; i++)
    {
      OutlaySideLabel *label = &g_array_index (labels, OutlaySideLabel, i);

      centres[i] = label->centre;
      heights[i] = label->height = side_height (layout, label, way);
    }
  if (!outlay_labels_spread (centres, heights, labels->len, lower, upper))
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    g_array_index (labels, OutlaySideLabel, i).centre = centres[i];
  return TRUE;
}

/* Long names in two lines while there is room, then in one, then without values, then without the smallest. */
static SideWay
spread_side (OutlayLayout *layout, GArray *labels, double lower, double upper)
{
  SideWay way = { TRUE, 2 };

  g_array_sort (labels, compare_centres);
  while (labels->len > 0 && !try_spread (layout, labels, &way, lower, upper))
    if (way.lines > 1)
      way.lines = 1;
    else if (way.values)
      way.values = FALSE;
    else
      drop_least (labels);
  return way;
}

/* What is hidden or stands behind another is told by its name as well. */
static void
mark_name (OutlayPlacedText *placed, OutlayScene *scene, guint series)
{
  if (placed == NULL || series >= scene->series->len)
    return;
  placed->series = (int) series;
  placed->opacity = outlay_series_opacity (scene, (int) series);
}

static void
place_side_label (OutlayLayout *layout, OutlayScene *scene, const OutlaySideLabel *label, const SideWay *way)
{
  double room = layout->width - layout->side_x, top = label->centre - label->height / 2;
  const OutlayText *lines[OUTLAY_MOST_LINES];
  const guint n = set_side_name (layout, label, way, lines);

  for (guint i = 0; i < n; i++, top += lines[0]->height)
    mark_name (outlay_layout_place (layout, lines[i], layout->side_x, top, label->ink), scene, label->order);
  if (way->values && label->value != NULL)
    {
      const OutlayText *value = outlay_layout_set (layout, label->value, OUTLAY_TEXT_SMALL, FALSE, room);

      mark_name (outlay_layout_place (layout, value, layout->side_x, top, OUTLAY_INK (MUTED)), scene, label->order);
    }
}

void
outlay_layout_place_side (OutlayLayout *layout, OutlayScene *scene, GArray *labels)
{
  double lower = layout->plot.y, upper = layout->plot.y + layout->plot.height + 8 * layout->unit;
  SideWay way;

  for (guint s = 0; s < scene->series->len; s++)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);
      OutlaySideLabel label = { series->name, series->value, series->ink, outlay_layout_y (layout, series->anchor), series->weight, s, 0 };

      if (series->value != NULL)
        g_array_append_val (labels, label);
    }
  way = spread_side (layout, labels, lower, upper);
  for (guint i = 0; i < labels->len; i++)
    place_side_label (layout, scene, &g_array_index (labels, OutlaySideLabel, i), &way);
  if (way.values && scene->heading != NULL)
    {
      const OutlayText *heading = outlay_layout_set (layout, scene->heading, OUTLAY_TEXT_SMALL, FALSE, layout->width - layout->side_x);

      /* Chinese is higher than what the room above the plot was left for, but not by the whole gap; it then begins where the picture does. */
      outlay_layout_place (layout, heading, layout->side_x, MAX (layout->plot.y - heading->height - GAP * layout->unit, 1), OUTLAY_INK (MUTED));
    }
}

/* --- names above, where the side is too narrow --- */

typedef struct
{
  double left;
  double right;
  double x; /* where the next name goes */
  double y;
} Legend;

/* The text, where there is room for it. */
static OutlayPlacedText *
add_to_legend (OutlayLayout *layout, Legend *legend, const char *string, OutlayInk ink, gboolean line, double opacity)
{
  double swatch = SWATCH * layout->unit, indent = 1.6 * swatch;
  const OutlayText *name =
    outlay_layout_set (layout, string, OUTLAY_TEXT_SMALL, FALSE, MAX (legend->right - legend->left - indent, 0));
  OutlaySwatch key = { .ink = ink, .line = line, .opacity = opacity };
  OutlayPlacedText *placed;

  if (legend->x > legend->left && legend->x + indent + name->width > legend->right)
    {
      legend->x = legend->left;
      legend->y += name->height + BETWEEN_NAMES * layout->unit;
    }
  key.box = (cairo_rectangle_t) { legend->x, round (legend->y + (name->height - swatch) / 2), swatch, swatch };
  placed = outlay_layout_place (layout, name, legend->x + indent, legend->y, line ? ink : OUTLAY_INK (TEXT));
  if (placed != NULL)
    g_array_append_val (layout->swatches, key);
  legend->x += indent + name->width + LEGEND_GAP * layout->unit;
  return placed;
}

double
outlay_layout_place_legend (OutlayLayout *layout, OutlayScene *scene, double x, double y, double width)
{
  Legend legend = { x, x + width, x, y };

  for (guint s = 0; s < scene->series->len; s++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);

      if (series->value != NULL)
        mark_name (add_to_legend (layout, &legend, series->name, series->ink, series->ink.role == OUTLAY_INK_COMPARED,
                                  outlay_series_opacity (scene, (int) s)),
                   scene, s);
    }
  for (guint r = 0; r < scene->rules->len; r++)
    {
      const OutlayRule *rule = &g_array_index (scene->rules, OutlayRule, r);

      if (!rule->upright)
        add_to_legend (layout, &legend, rule->label, rule->ink, TRUE, 1);
    }
  if (legend.x == x && legend.y == y)
    return 0;
  return legend.y - y + outlay_layout_set (layout, "0", OUTLAY_TEXT_SMALL, FALSE, -1)->height + 8 * layout->unit;
}
