/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/layout.h"

#include <math.h>

#define GAP 4.0
#define NUDGE 3.0
#define BOX_PADDING 10.0
#define TIGHT_PADDING 5.0
#define BETWEEN_LINES 2.0
#define MOST_ALTERNATIVES 3
/* In lines, of a text from its point. */
#define MOST_AWAY 4

/* --- texts of marks --- */

static gboolean
lies_on_bar (OutlayLayout *layout, OutlayScene *scene, const cairo_rectangle_t *box)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        {
          const cairo_rectangle_t bar = outlay_layout_bar (layout, mark, i);

          if (bar.height > 0 && bar.x < box->x + box->width && box->x < bar.x + bar.width && bar.y < box->y + box->height &&
              box->y < bar.y + bar.height)
            return TRUE;
        }
    }
  return FALSE;
}

/* From where to where the bars below a point reach; FALSE where there are none. */
static gboolean
find_bar (OutlayLayout *layout, OutlayScene *scene, double x, double *left, double *right)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->kind == OUTLAY_MARK_BAR && mark->ends != NULL && i < mark->n; i++)
        {
          const cairo_rectangle_t bar = outlay_layout_bar (layout, mark, i);

          *left = bar.x;
          *right = bar.x + bar.width;
          if (bar.height > 0 && *left <= x && x <= *right)
            return TRUE;
        }
    }
  return FALSE;
}

/* Where no bar is: a text's box has a little air at its sides. */
static gboolean
place_over_bars (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, const OutlayText *text, double x, double y)
{
  const double air = 1;
  const cairo_rectangle_t box = { x + air, y, MAX (text->width - 2 * air, 0), text->height };

  return !lies_on_bar (layout, scene, &box) && outlay_layout_place (layout, text, x, y, mark->ink) != NULL;
}

/* Beside its bar's middle, but still over all of it, no other bar may be below: it would be that one's as well. */
static gboolean
place_aside (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, const OutlayText *text, double left, double right, gboolean before, double y)
{
  const double x = before ? right - text->width : left;
  const cairo_rectangle_t below = { before ? x : right, 0, text->width - (right - left), layout->plot.y + layout->plot.height };

  return below.width > 0 && x >= 0 && !lies_on_bar (layout, scene, &below) && place_over_bars (layout, scene, mark, text, x, y);
}

/* Right above its point, or nowhere: higher or over a neighbour it would be taken for another's. */
static void
place_point_label (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  const OutlayLabel *label = &mark->labels[point];
  const char *alternatives[MOST_ALTERNATIVES] = { label->lead, label->tail, label->detail };
  double left = outlay_layout_x (layout, mark->x0[point]), right = outlay_layout_x (layout, mark->x1[point]), room = right - left;
  const double middle = (left + right) / 2, nudge = NUDGE * layout->unit;
  const OutlayText *text = NULL;
  double x, y;

  for (guint i = 0; i < MOST_ALTERNATIVES && alternatives[i] != NULL; i++)
    {
      text = outlay_layout_set (layout, alternatives[i], OUTLAY_TEXT_NAME, mark->strong, -1);
      if (room == 0 || text->width <= room)
        break;
      text = room >= outlay_layout_least_width (layout) ? outlay_layout_set (layout, alternatives[i], OUTLAY_TEXT_NAME, mark->strong, room) : NULL;
    }
  if (text == NULL)
    return;
  x = CLAMP (middle - text->width / 2, 0, MAX (layout->width - text->width, 0));
  y = outlay_layout_y (layout, mark->y0[point]) - GAP / 2 * layout->unit - text->height;
  /* A little aside it is no less its bar's. */
  if (!place_over_bars (layout, scene, mark, text, x, y) && !place_over_bars (layout, scene, mark, text, x + nudge, y) &&
      !place_over_bars (layout, scene, mark, text, x - nudge, y) && find_bar (layout, scene, middle, &left, &right) &&
      !place_aside (layout, scene, mark, text, left, right, TRUE, y))
    place_aside (layout, scene, mark, text, left, right, FALSE, y);
}

static int
compare_heights (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *heights = data;
  const double one = heights[*(const guint *) a], other = heights[*(const guint *) b];

  return (one < other) - (one > other);
}

/* Where there is not room for all, the largest are said. */
static void
place_point_labels (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark)
{
  g_autofree guint *order = g_new (guint, mark->n);

  for (guint i = 0; i < mark->n; i++)
    order[i] = i;
  g_sort_array (order, mark->n, sizeof (guint), compare_heights, mark->y0);
  for (guint i = 0; i < mark->n; i++)
    place_point_label (layout, scene, mark, order[i]);
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

/* Within the plot, beside a box, on a plate: what runs there is not the box's own. */
static gboolean
place_lines_outside (OutlayLayout *layout, const cairo_rectangle_t *box, gboolean behind, const OutlayText *const *lines, guint n)
{
  const double gap = GAP * layout->unit, pitch = lines[0]->height, end = layout->plot.y + layout->plot.height;
  const double top = CLAMP (box->y + (box->height - n * pitch) / 2, layout->plot.y, MAX (end - n * pitch, layout->plot.y));
  double x[OUTLAY_MOST_LINES];

  for (guint i = 0; i < n; i++)
    {
      x[i] = behind ? box->x + box->width + gap : box->x - gap - lines[i]->width;
      if (x[i] < layout->plot.x || x[i] + lines[i]->width > layout->plot.x + layout->plot.width ||
          !outlay_layout_is_free (layout, lines[i], x[i], top + i * pitch))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    outlay_layout_place (layout, lines[i], x[i], top + i * pitch, OUTLAY_INK (TEXT))->plated = TRUE;
  return TRUE;
}

/* Lead and tail, else the lead in two lines, else as much of it as there is room for; where another text lies, on the box's other side. */
static void
place_outside (OutlayLayout *layout, const OutlayMark *mark, guint point, const cairo_rectangle_t *box)
{
  const OutlayLabel *label = &mark->labels[point];
  const double room = fabs (outlay_layout_x (layout, mark->outside) - outlay_layout_x (layout, 0)) - 2 * GAP * layout->unit;
  g_autofree char *both = g_strjoin ("  ", label->lead, label->tail, NULL);
  const OutlayText *lines[OUTLAY_MOST_LINES] = { outlay_layout_set (layout, both, OUTLAY_TEXT_SMALL, FALSE, -1) };
  guint n = 1;

  if (room < outlay_layout_least_width (layout))
    return;
  if (lines[0]->width > room)
    n = outlay_layout_wrap (layout, label->lead, OUTLAY_TEXT_SMALL, FALSE, room, 2, lines);
  for (;; n = 1)
    {
      if (place_lines_outside (layout, box, mark->outside > 0, lines, n) || place_lines_outside (layout, box, mark->outside < 0, lines, n) || n == 1)
        return;
      lines[0] = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_SMALL, FALSE, room);
    }
}

/* In a box: x, and room to the right of it; y, where the next line goes, and how many of them there is room for. */
typedef struct
{
  double x;
  double y;
  double room;
  double pitch;
  double lines;
} Inside;

/* Less air where a text would have to be shortened for it. */
static Inside
lay_inside (OutlayLayout *layout, const cairo_rectangle_t *box, double line, double widest)
{
  double padding = MIN (BOX_PADDING * layout->unit, 0.08 * box->width + 2), inset;

  if (widest > box->width - 2 * padding)
    padding = MIN (padding, TIGHT_PADDING * layout->unit);
  inset = MIN (0.8 * padding, (box->height - line) / 2);
  return (Inside) { box->x + padding, box->y + inset, box->width - 2 * padding, line + BETWEEN_LINES * layout->unit,
                    (box->height - 2 * inset) / (line + BETWEEN_LINES * layout->unit) };
}

/* In so many lines at most. */
static void
place_inside (OutlayLayout *layout, const OutlayMark *mark, const char *string, guint most, Inside *inside)
{
  const OutlayText *lines[OUTLAY_MOST_LINES];
  const guint n = outlay_layout_wrap (layout, string, OUTLAY_TEXT_NAME, TRUE, inside->room, most, lines);

  for (guint i = 0; i < n; i++)
    {
      place_on (layout, mark, lines[i], inside->x, inside->y, 1);
      inside->y += inside->pitch;
      inside->lines--;
    }
}

/* How many lines a figure takes, which is not shortened; 0 where it has no room below a first line. */
static guint
count_tail (OutlayLayout *layout, const char *tail, const Inside *inside)
{
  const OutlayText *lines[OUTLAY_MOST_LINES];
  const guint n = outlay_layout_wrap (layout, tail, OUTLAY_TEXT_NAME, TRUE, inside->room, 2, lines);

  for (guint i = 0; i < n; i++)
    if (pango_layout_is_ellipsized (lines[i]->layout))
      return 0;
  return inside->lines >= n + 1 ? n : 0;
}

/* Lead and tail side by side where both fit whole, below each other where two lines fit, the lead in several lines where these fit too, else the lead alone,
 * as much of it as there is room for. */
static void
place_boxed_label (OutlayLayout *layout, const OutlayMark *mark, guint point)
{
  const OutlayLabel *label = &mark->labels[point];
  const cairo_rectangle_t box = outlay_layout_bar (layout, mark, point);
  const OutlayText *lead = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, TRUE, -1);
  const OutlayText *tail = outlay_layout_set (layout, label->tail, OUTLAY_TEXT_NAME, TRUE, -1);
  const OutlayText *detail = outlay_layout_set (layout, label->detail, OUTLAY_TEXT_SMALL, FALSE, -1);
  Inside inside = lay_inside (layout, &box, lead->height, MAX (lead->width, tail->width));
  const guint n_tail = count_tail (layout, label->tail, &inside);

  if (box.height < lead->height)
    {
      if (mark->outside != 0 && box.height > 0)
        place_outside (layout, mark, point, &box);
      return;
    }
  if (lead->width + 2 * GAP * layout->unit + tail->width <= inside.room)
    {
      place_on (layout, mark, tail, inside.x + inside.room - tail->width, inside.y, 1);
      place_inside (layout, mark, label->lead, 1, &inside);
    }
  else if (n_tail > 0 || inside.room >= outlay_layout_least_width (layout))
    {
      place_inside (layout, mark, label->lead, (guint) CLAMP (inside.lines - n_tail, 1, OUTLAY_MOST_LINES), &inside);
      if (n_tail > 0)
        place_inside (layout, mark, label->tail, n_tail, &inside);
    }
  else
    return;
  if (inside.lines >= 1 && detail->width > 0 && detail->width <= inside.room)
    place_on (layout, mark, detail, inside.x, inside.y, 0.85);
}

/* How much of a piece of a line lies within bounds of one axis, from 0 at its beginning to 1 at its end: narrows from and to. */
static void
clip (double begin, double end, double lower, double upper, double *from, double *to)
{
  const double one = (lower - begin) / (end - begin), other = (upper - begin) / (end - begin);

  if (begin == end)
    {
      if (begin < lower || begin > upper)
        *to = -1;
      return;
    }
  *from = MAX (*from, MIN (one, other));
  *to = MIN (*to, MAX (one, other));
}

/* Whether a line runs through a text, not through the air above and below it. */
static gboolean
lies_on_line (OutlayLayout *layout, OutlayScene *scene, const cairo_rectangle_t *box)
{
  const double air = 0.15 * box->height;

  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 1; mark->kind == OUTLAY_MARK_LINE && i < mark->n; i++)
        {
          double from = 0, to = 1;

          clip (outlay_layout_x (layout, mark->x0[i - 1]), outlay_layout_x (layout, mark->x0[i]), box->x, box->x + box->width, &from, &to);
          clip (outlay_layout_y (layout, mark->y0[i - 1]), outlay_layout_y (layout, mark->y0[i]), box->y + air, box->y + box->height - air, &from, &to);
          if (from <= to)
            return TRUE;
        }
    }
  return FALSE;
}

/* In the plot, where neither a text nor a bar lies; nor a line, where that is asked for. */
static gboolean
try_place (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, const OutlayText *text, gboolean off_lines, double x, double y)
{
  const cairo_rectangle_t *plot = &layout->plot;
  const cairo_rectangle_t box = { x, y, text->width, text->height };
  OutlayPlacedText *placed;

  if (x < plot->x || x + text->width > plot->x + plot->width || y < plot->y - text->height / 2 || y + text->height > plot->y + plot->height ||
      lies_on_bar (layout, scene, &box) || (off_lines && lies_on_line (layout, scene, &box)))
    return FALSE;
  placed = outlay_layout_place (layout, text, x, y, mark->ink);
  if (placed != NULL)
    placed->rimmed = TRUE;
  return placed != NULL;
}

/* In the corner that is wanted, where it may move a little back into the picture; further away there, where a text or a bar lies; in the opposite one; in the
 * others; and further and further above or below. */
static gboolean
try_corners (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point, const OutlayText *text, gboolean off_lines,
             double most_moved)
{
  const double gap = 1.5 * GAP * layout->unit, right = outlay_layout_x (layout, mark->x0[point]) + gap, left = right - 2 * gap - text->width;
  const double moved = MAX (MIN (right, layout->plot.x + layout->plot.width - text->width), right - most_moved);
  const double below = outlay_layout_y (layout, mark->y0[point]) + gap / 2, above = below - gap - text->height;
  const gboolean down = mark->corner == OUTLAY_CORNER_BELOW;
  const double wanted = down ? below : above, other = down ? above : below, line = down ? text->height : -text->height;
  const double places[][2] = { { moved, wanted }, { moved, wanted + line }, { left, other }, { right, other }, { left, wanted }, { left, wanted + line } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (try_place (layout, scene, mark, text, off_lines, places[i][0], places[i][1]))
      return TRUE;
  for (guint away = 2; away <= MOST_AWAY; away++)
    if (try_place (layout, scene, mark, text, off_lines, moved, wanted + away * line) ||
        try_place (layout, scene, mark, text, off_lines, left, wanted + away * line) ||
        try_place (layout, scene, mark, text, off_lines, left, other - away * line) ||
        try_place (layout, scene, mark, text, off_lines, moved, other - away * line))
      return TRUE;
  return FALSE;
}

static void
place_in_corner (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point)
{
  /* Shorter words stand nearer their point than long ones that moved far. */
  const double share = 0.2;
  const OutlayLabel *label = &mark->labels[point];
  const OutlayText *lead = outlay_layout_set (layout, label->lead, OUTLAY_TEXT_NAME, mark->strong, -1);
  const OutlayText *tail = label->tail != NULL ? outlay_layout_set (layout, label->tail, OUTLAY_TEXT_NAME, mark->strong, -1) : NULL;

  for (int off_lines = TRUE; off_lines >= FALSE; off_lines--)
    if (try_corners (layout, scene, mark, point, lead, off_lines, tail != NULL ? share * lead->width : lead->width) ||
        (tail != NULL && try_corners (layout, scene, mark, point, tail, off_lines, tail->width)))
      return;
}

static void
place_mark_labels (OutlayLayout *layout, OutlayScene *scene)
{
  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      if (mark->kind != OUTLAY_MARK_TEXT)
        continue;
      if (mark->corner == OUTLAY_CORNER_NONE && !mark->beside && !mark->boxed)
        place_point_labels (layout, scene, mark);
      else
        for (guint i = 0; i < mark->n; i++)
          if (mark->corner != OUTLAY_CORNER_NONE)
            place_in_corner (layout, scene, mark, i);
          else if (mark->beside)
            outlay_layout_place_beside (layout, scene, mark, i);
          else
            place_boxed_label (layout, mark, i);
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

      if (box.y + box.height <= layout->plot.y + layout->plot.height && !lies_on_bar (layout, scene, &box) &&
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
