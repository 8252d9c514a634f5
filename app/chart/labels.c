/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>

#define GAP 4.0
#define BOX_PADDING 10.0
#define BETWEEN_LINES 2.0
#define MOST_ALTERNATIVES 3

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

/* Lead and tail, or as much of the lead as there is room for. */
static void
place_outside (OutlayLayout *layout, const OutlayMark *mark, guint point, const cairo_rectangle_t *box)
{
  const OutlayLabel *label = &mark->labels[point];
  g_autofree char *both = g_strjoin ("  ", label->lead, label->tail, NULL);
  const OutlayText *text = outlay_layout_set (layout, both, OUTLAY_TEXT_SMALL, FALSE, -1);
  double gap = GAP * layout->unit, room = fabs (outlay_layout_x (layout, mark->outside) - outlay_layout_x (layout, 0)) - 2 * gap, y;

  if (text->width > room)
    text = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_SMALL, FALSE, MAX (room, 0));
  y = CLAMP (box->y + (box->height - text->height) / 2, layout->plot.y, MAX (layout->plot.y + layout->plot.height - text->height, layout->plot.y));
  if (room >= outlay_layout_least_width (layout))
    outlay_layout_place (layout, text, mark->outside > 0 ? box->x + box->width + gap : box->x - gap - text->width, y, OUTLAY_INK (TEXT));
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
    {
      if (mark->outside != 0 && box.height > 0)
        place_outside (layout, mark, point, &box);
      return;
    }
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
  if (lines >= 2 && detail->width > 0 && detail->width <= room)
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

/* Above or below its line, at the left or the right, where no bar is; else it goes to the names at the side. */
static void
place_rule_label (OutlayLayout *layout, OutlayScene *scene, const OutlayRule *rule, GArray *side)
{
  const OutlayText *text = outlay_layout_set (layout, rule->label, OUTLAY_TEXT_NAME, TRUE, -1);
  double line = outlay_layout_y (layout, rule->value), inset = 5 * layout->unit;
  const double xs[] = { layout->plot.x + inset, layout->plot.x + layout->plot.width - text->width - inset };
  const double ys[] = { line - text->height - 1, line + 2 };
  OutlaySideLabel label = { rule->label, NULL, rule->ink, line, G_MAXDOUBLE, G_MAXUINT, 0 };

  for (guint i = 0; i < 4; i++)
    {
      cairo_rectangle_t box = { xs[i / 2], ys[i % 2], text->width, text->height };

      if (box.y + box.height <= layout->plot.y + layout->plot.height && highest_bar_below (layout, scene, &box) >= box.y + box.height &&
          outlay_layout_place (layout, text, box.x, box.y, rule->ink) != NULL)
        return;
    }
  g_array_append_val (side, label);
}

/* Above the plot, where a line of text is kept free there; else at its top, on either side. */
static void
place_upright_label (OutlayLayout *layout, OutlayScene *scene, const OutlayRule *rule)
{
  const OutlayText *text = outlay_layout_set (layout, rule->label, OUTLAY_TEXT_NAME, TRUE, -1);
  const double line = outlay_layout_x (layout, rule->value), inset = 5 * layout->unit, end = layout->plot.x + layout->plot.width;

  if (scene->head_lines > 0)
    outlay_layout_place (layout, text, CLAMP (line - text->width / 2, layout->plot.x, MAX (end - text->width, layout->plot.x)),
                         layout->plot.y - text->height - GAP / 2 * layout->unit, rule->ink);
  else if (line + inset + text->width > end || outlay_layout_place (layout, text, line + inset, layout->plot.y, rule->ink) == NULL)
    outlay_layout_place (layout, text, line - inset - text->width, layout->plot.y, rule->ink);
}

static void
place_rule_labels (OutlayLayout *layout, OutlayScene *scene, GArray *side)
{
  for (guint r = 0; r < scene->rules->len; r++)
    {
      const OutlayRule *rule = &g_array_index (scene->rules, OutlayRule, r);

      if (rule->upright)
        place_upright_label (layout, scene, rule);
      else if (layout->side || scene->series->len == 0)
        place_rule_label (layout, scene, rule, side);
    }
}

void
outlay_layout_place_labels (OutlayLayout *layout, OutlayScene *scene)
{
  g_autoptr (GArray) side = g_array_new (FALSE, FALSE, sizeof (OutlaySideLabel));

  place_mark_labels (layout, scene);
  place_rule_labels (layout, scene, side);
  if (layout->side)
    outlay_layout_place_side (layout, scene, side);
}
