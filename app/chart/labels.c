/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>

#define GAP 4.0
#define SWATCH 10.0
#define LEGEND_GAP 16.0
#define BOX_PADDING 10.0
#define BETWEEN_NAMES 3.0
#define BETWEEN_LINES 2.0
#define MOST_ALTERNATIVES 3

/* A name at the right side. */
typedef struct
{
  const char *name;
  const char *value;
  OutlayInk ink;
  double centre; /* in pixels from the top */
  double weight;
  guint order;
  double height;
} SideLabel;

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
  const SideLabel *left = a, *right = b;

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
    widest = MAX (widest, outlay_layout_set (layout, g_array_index (scene->rules, OutlayRule, r).label, OUTLAY_TEXT_NAME, TRUE, -1)->width);
  if (widest > 0 && scene->heading != NULL)
    widest = MAX (widest, outlay_layout_set (layout, scene->heading, OUTLAY_TEXT_SMALL, FALSE, -1)->width);
  if (widest > most && most < outlay_layout_least_width (layout))
    return 0;
  return MIN (ceil (widest), most);
}

static double
side_height (OutlayLayout *layout, const SideLabel *label, gboolean values)
{
  double height = outlay_layout_set (layout, label->name, OUTLAY_TEXT_NAME, TRUE, -1)->height + BETWEEN_NAMES * layout->unit;

  if (values && label->value != NULL)
    height += outlay_layout_set (layout, label->value, OUTLAY_TEXT_SMALL, FALSE, -1)->height;
  return height;
}

static void
drop_least (GArray *labels)
{
  guint least = 0;

  for (guint i = 1; i < labels->len; i++)
    if (g_array_index (labels, SideLabel, i).weight < g_array_index (labels, SideLabel, least).weight)
      least = i;
  g_array_remove_index (labels, least);
}

static gboolean
try_spread (OutlayLayout *layout, GArray *labels, gboolean values, double lower, double upper)
{
  g_autofree double *centres = g_new (double, labels->len + 1), *heights = g_new (double, labels->len + 1);

  for (guint i = 0; i < labels->len; i++)
    {
      SideLabel *label = &g_array_index (labels, SideLabel, i);

      centres[i] = label->centre;
      heights[i] = label->height = side_height (layout, label, values);
    }
  if (!outlay_labels_spread (centres, heights, labels->len, lower, upper))
    return FALSE;
  for (guint i = 0; i < labels->len; i++)
    g_array_index (labels, SideLabel, i).centre = centres[i];
  return TRUE;
}

/* With values while there is room, then names alone, then without the smallest. */
static gboolean
spread_side (OutlayLayout *layout, GArray *labels, double lower, double upper)
{
  gboolean values = TRUE;

  g_array_sort (labels, compare_centres);
  while (labels->len > 0 && !try_spread (layout, labels, values, lower, upper))
    if (values)
      values = FALSE;
    else
      drop_least (labels);
  return values;
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
place_side_label (OutlayLayout *layout, OutlayScene *scene, const SideLabel *label, gboolean values)
{
  double room = layout->width - layout->side_x, top = label->centre - label->height / 2;
  const OutlayText *name = outlay_layout_set (layout, label->name, OUTLAY_TEXT_NAME, TRUE, room);

  mark_name (outlay_layout_place (layout, name, layout->side_x, top, label->ink), scene, label->order);
  if (values && label->value != NULL)
    {
      const OutlayText *value = outlay_layout_set (layout, label->value, OUTLAY_TEXT_SMALL, FALSE, room);

      mark_name (outlay_layout_place (layout, value, layout->side_x, top + name->height, OUTLAY_INK (MUTED)), scene, label->order);
    }
}

static void
place_side (OutlayLayout *layout, OutlayScene *scene, GArray *labels)
{
  double lower = layout->plot.y, upper = layout->plot.y + layout->plot.height + 8 * layout->unit;
  gboolean values;

  for (guint s = 0; s < scene->series->len; s++)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);
      SideLabel label = { series->name, series->value, series->ink, outlay_layout_y (layout, series->anchor), series->weight, s, 0 };

      if (series->value != NULL)
        g_array_append_val (labels, label);
    }
  values = spread_side (layout, labels, lower, upper);
  for (guint i = 0; i < labels->len; i++)
    place_side_label (layout, scene, &g_array_index (labels, SideLabel, i), values);
  if (values && scene->heading != NULL)
    {
      const OutlayText *heading = outlay_layout_set (layout, scene->heading, OUTLAY_TEXT_SMALL, FALSE, layout->width - layout->side_x);

      outlay_layout_place (layout, heading, layout->side_x, layout->plot.y - heading->height - GAP * layout->unit, OUTLAY_INK (MUTED));
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

      add_to_legend (layout, &legend, rule->label, rule->ink, TRUE, 1);
    }
  if (legend.x == x && legend.y == y)
    return 0;
  return legend.y - y + outlay_layout_set (layout, "0", OUTLAY_TEXT_SMALL, FALSE, -1)->height + 8 * layout->unit;
}

/* --- texts of marks --- */

/* The top of the highest bar that a box lies upon; the box's bottom where it lies on none. */
static double
highest_bar_below (OutlayLayout *layout, OutlayScene *scene, const cairo_rectangle_t *box)
{
  double top = box->y + box->height;

  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        {
          cairo_rectangle_t bar = outlay_layout_bar (layout, mark, i);

          if (bar.height > 0 && bar.x < box->x + box->width && box->x < bar.x + bar.width && bar.y < box->y + box->height &&
              box->y < bar.y + bar.height)
            top = MIN (top, bar.y);
        }
    }
  return top;
}

/* Over its point, and over the bars of neighbours that it would lie upon. */
static double
label_top (OutlayLayout *layout, OutlayScene *scene, const OutlayText *text, double x, double y)
{
  double gap = GAP / 2 * layout->unit;
  cairo_rectangle_t box = { x, y - gap - text->height, text->width, text->height };

  for (double top; (top = highest_bar_below (layout, scene, &box)) < box.y + box.height;)
    box.y = top - gap - box.height;
  return box.y;
}

static void
place_point_label (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  const OutlayLabel *label = &mark->labels[point];
  const char *alternatives[MOST_ALTERNATIVES] = { label->lead, label->tail, label->detail };
  double left = outlay_layout_x (layout, mark->x0[point]), right = outlay_layout_x (layout, mark->x1[point]), room = right - left;
  const OutlayText *text = NULL;
  double x;

  for (guint i = 0; i < MOST_ALTERNATIVES && alternatives[i] != NULL; i++)
    {
      text = outlay_layout_set (layout, alternatives[i], OUTLAY_TEXT_NAME, mark->strong, -1);
      if (room == 0 || text->width <= room)
        break;
      text = room >= outlay_layout_least_width (layout) ? outlay_layout_set (layout, alternatives[i], OUTLAY_TEXT_NAME, mark->strong, room) : NULL;
    }
  if (text == NULL)
    return;
  x = CLAMP ((left + right - text->width) / 2, 0, MAX (layout->width - text->width, 0));
  outlay_layout_place (layout, text, x, label_top (layout, scene, text, x, outlay_layout_y (layout, mark->y0[point])), mark->ink);
}

static void
place_on (OutlayLayout *layout, const OutlayMark *mark, const OutlayText *text, double x, double y, double opacity)
{
  OutlayPlacedText *placed = outlay_layout_place (layout, text, x, y, mark->ink);

  if (placed == NULL)
    return;
  placed->on_ink = TRUE;
  placed->opacity = opacity;
}

/* Lead and tail side by side where both fit whole, below each other where two lines fit, else the lead, shortened, or the tail. */
static void
place_boxed_label (OutlayLayout *layout, const OutlayMark *mark, guint point)
{
  const OutlayLabel *label = &mark->labels[point];
  cairo_rectangle_t box = outlay_layout_bar (layout, mark, point);
  const OutlayText *lead = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, TRUE, -1);
  const OutlayText *tail = outlay_layout_set (layout, label->tail, OUTLAY_TEXT_NAME, TRUE, -1);
  const OutlayText *detail = outlay_layout_set (layout, label->detail, OUTLAY_TEXT_SMALL, FALSE, -1);
  double padding = MIN (BOX_PADDING * layout->unit, 0.08 * box.width + 2);
  double room = box.width - 2 * padding, gap = 2 * GAP * layout->unit, x = box.x + padding;
  double inset = MIN (0.8 * padding, (box.height - lead->height) / 2), y = box.y + inset;
  double lines = (box.height - 2 * inset) / (lead->height + BETWEEN_LINES * layout->unit);

  if (inset < 0)
    return;
  if (lead->width + gap + tail->width <= room)
    {
      place_on (layout, mark, lead, x, y, 1);
      place_on (layout, mark, tail, x + room - tail->width, y, 1);
    }
  else if (tail->width <= room && lines >= 2)
    {
      place_on (layout, mark, outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, TRUE, room), x, y, 1);
      y += lead->height + BETWEEN_LINES * layout->unit;
      lines--;
      place_on (layout, mark, tail, x, y, 1);
    }
  else if (room >= outlay_layout_least_width (layout))
    place_on (layout, mark, outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, TRUE, room), x, y, 1);
  else
    return;
  if (lines >= 2 && detail->width <= room)
    place_on (layout, mark, detail, x, y + lead->height + BETWEEN_LINES * layout->unit, 0.85);
}

/* In the corner that is wanted, where it may move a little back into the picture; further away there, where a text lies; in the opposite one; and in the
 * others. */
static gboolean
try_corners (OutlayLayout *layout, const OutlayMark *mark, guint point, const OutlayText *text, double most_moved)
{
  const double gap = 1.5 * GAP * layout->unit, right = outlay_layout_x (layout, mark->x0[point]) + gap, left = right - 2 * gap - text->width;
  const double end = layout->plot.x + layout->plot.width, bottom = layout->plot.y + layout->plot.height;
  const double moved = MAX (MIN (right, end - text->width), right - most_moved);
  const double below = outlay_layout_y (layout, mark->y0[point]) + gap / 2, above = below - gap - text->height;
  const gboolean down = mark->corner == OUTLAY_CORNER_BELOW;
  const double wanted = down ? below : above, other = down ? above : below, further = wanted + (down ? text->height : -text->height);
  const double places[][2] = { { moved, wanted }, { moved, further }, { left, other }, { right, other }, { left, wanted }, { left, further } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i][0] >= layout->plot.x && places[i][0] + text->width <= end && places[i][1] + text->height <= bottom)
      {
        OutlayPlacedText *placed = outlay_layout_place (layout, text, places[i][0], places[i][1], mark->ink);

        if (placed != NULL)
          return placed->rimmed = TRUE;
      }
  return FALSE;
}

static void
place_in_corner (OutlayLayout *layout, const OutlayMark *mark, guint point)
{
  /* Shorter words stand nearer their point than long ones that moved far. */
  const double share = 0.2;
  const OutlayLabel *label = &mark->labels[point];
  const OutlayText *lead = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, mark->strong, -1);
  const OutlayText *tail = label->tail != NULL ? outlay_layout_set (layout, label->tail, OUTLAY_TEXT_NAME, mark->strong, -1) : NULL;

  if (!try_corners (layout, mark, point, lead, tail != NULL ? share * lead->width : lead->width) && tail != NULL)
    try_corners (layout, mark, point, tail, tail->width);
}

static void
place_mark_labels (OutlayLayout *layout, OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_TEXT && i < mark->n; i++)
        if (mark->corner != OUTLAY_CORNER_NONE)
          place_in_corner (layout, mark, i);
        else if (mark->beside)
          outlay_layout_place_beside (layout, scene, mark, i);
        else if (mark->boxed)
          place_boxed_label (layout, mark, i);
        else
          place_point_label (layout, scene, mark, i);
    }
}

/* --- promised lines --- */

/* At its top, on either side; the names of lines that stand do not go to those of lines that lie. */
static void
place_upright_label (OutlayLayout *layout, const OutlayRule *rule)
{
  const OutlayText *text = outlay_layout_set (layout, rule->label, OUTLAY_TEXT_NAME, TRUE, -1);
  const double line = outlay_layout_x (layout, rule->value), inset = 5 * layout->unit;

  if (line + inset + text->width > layout->plot.x + layout->plot.width ||
      outlay_layout_place (layout, text, line + inset, layout->plot.y, rule->ink) == NULL)
    outlay_layout_place (layout, text, line - inset - text->width, layout->plot.y, rule->ink);
}

/* Above or below its line, at the left or the right, where no bar is; else it goes to the names at the side. */
static void
place_rule_label (OutlayLayout *layout, OutlayScene *scene, const OutlayRule *rule, GArray *side)
{
  const OutlayText *text = outlay_layout_set (layout, rule->label, OUTLAY_TEXT_NAME, TRUE, -1);
  double line = outlay_layout_y (layout, rule->value), inset = 5 * layout->unit;
  const double xs[] = { layout->plot.x + inset, layout->plot.x + layout->plot.width - text->width - inset };
  const double ys[] = { line - text->height - 1, line + 2 };
  SideLabel label = { rule->label, NULL, rule->ink, line, G_MAXDOUBLE, G_MAXUINT, 0 };

  for (guint i = 0; i < 4; i++)
    {
      cairo_rectangle_t box = { xs[i / 2], ys[i % 2], text->width, text->height };

      if (box.y + box.height <= layout->plot.y + layout->plot.height && highest_bar_below (layout, scene, &box) >= box.y + box.height &&
          outlay_layout_place (layout, text, box.x, box.y, rule->ink) != NULL)
        return;
    }
  g_array_append_val (side, label);
}

void
outlay_layout_place_labels (OutlayLayout *layout, OutlayScene *scene)
{
  g_autoptr (GArray) side = g_array_new (FALSE, FALSE, sizeof (SideLabel));

  place_mark_labels (layout, scene);
  if (!layout->side && scene->series->len > 0)
    return;
  for (guint r = 0; r < scene->rules->len; r++)
    {
      const OutlayRule *rule = &g_array_index (scene->rules, OutlayRule, r);

      if (rule->upright)
        place_upright_label (layout, rule);
      else
        place_rule_label (layout, scene, rule, side);
    }
  if (layout->side)
    place_side (layout, scene, side);
}
