/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/layout.h"

/* How far from a line or a point a pointer may be, in pixels at text scale 1. */
#define REACH 6.0

static gboolean
hit_bar (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  cairo_rectangle_t box = outlay_layout_bar (layout, mark, point);
  double gap = outlay_layout_gap (layout, mark);

  if (box.height <= 0 || x < box.x - gap / 2 || x >= box.x + box.width + gap / 2 || y < box.y - gap / 2 || y >= box.y + box.height + gap / 2)
    return FALSE;
  *hit = (OutlayHit) { mark->series, (int) point, box.x, box.y, box.width, box.height, mark->values[point] };
  return TRUE;
}

static gboolean
hit_point (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  double reach = REACH * layout->unit;
  double right = mark->pieces ? mark->x1[point] : mark->x0[point];
  cairo_rectangle_t box = { outlay_layout_x (layout, mark->x0[point]), outlay_layout_y (layout, mark->y0[point]), 0, 0 };

  box.width = outlay_layout_x (layout, right) - box.x;
  /* Never true of a point that is not a number. */
  if (!(x >= box.x - reach && x <= box.x + box.width + reach && fabs (y - box.y) <= reach))
    return FALSE;
  *hit = (OutlayHit) { mark->series, (int) point, box.x, box.y, box.width, 0, mark->values[point] };
  return TRUE;
}

/* Along the line; what it stands for belongs to the nearer of its points. */
static gboolean
hit_line (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  double left, right, share, height;
  guint near;

  if (mark->pieces || point + 1 >= mark->n)
    return hit_point (layout, mark, point, x, y, hit);
  left = outlay_layout_x (layout, mark->x0[point]);
  right = outlay_layout_x (layout, mark->x0[point + 1]);
  share = (x - left) / (right - left);
  height = outlay_layout_y (layout, mark->y0[point] + share * (mark->y0[point + 1] - mark->y0[point]));
  /* Never true of a point that is not a number. */
  if (!(share >= 0 && share < 1 && fabs (y - height) <= REACH * layout->unit))
    return hit_point (layout, mark, point, x, y, hit);
  near = share < 0.5 ? point : point + 1;
  *hit = (OutlayHit) { mark->series, (int) near, outlay_layout_x (layout, mark->x0[near]), outlay_layout_y (layout, mark->y0[near]), 0, 0,
                       mark->values[near] };
  return TRUE;
}

/* The height of an area, and what it stands for, belong to the nearer of its points. */
static gboolean
hit_area (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  double left, right, share, top, bottom;
  guint near;

  if (point + 1 >= mark->n)
    return FALSE;
  left = outlay_layout_x (layout, mark->x0[point]);
  right = outlay_layout_x (layout, mark->x0[point + 1]);
  if (!(x >= left && x < right))
    return FALSE;
  share = (x - left) / (right - left);
  top = outlay_layout_y (layout, mark->y1[point] + share * (mark->y1[point + 1] - mark->y1[point]));
  bottom = outlay_layout_y (layout, mark->y0[point] + share * (mark->y0[point + 1] - mark->y0[point]));
  if (y < MIN (top, bottom) || y > MAX (top, bottom))
    return FALSE;
  near = share < 0.5 ? point : point + 1;
  *hit = (OutlayHit) { mark->series, (int) near, left, MIN (top, bottom), right - left, fabs (bottom - top), mark->values[near] };
  return TRUE;
}

/* Along the curve of the ribbon, a smooth step from one end to the other. */
static gboolean
hit_link (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  double left = outlay_layout_x (layout, mark->x0[point]), right = outlay_layout_x (layout, mark->x1[point]);
  double share = (x - left) / (right - left), one, other;

  if (!(share >= 0 && share <= 1))
    return FALSE;
  share = share * share * (3 - 2 * share);
  one = outlay_layout_y (layout, mark->y0[point] + share * (mark->y2[point] - mark->y0[point]));
  other = outlay_layout_y (layout, mark->y1[point] + share * (mark->y3[point] - mark->y1[point]));
  if (y < MIN (one, other) || y > MAX (one, other))
    return FALSE;
  *hit = (OutlayHit) { mark->series, (int) point, left, MIN (one, other), right - left, fabs (one - other), mark->values[point] };
  return TRUE;
}

static gboolean
hit_mark (const OutlayLayout *layout, const OutlayMark *mark, guint point, double x, double y, OutlayHit *hit)
{
  switch (mark->kind)
    {
    case OUTLAY_MARK_BAR:
      return hit_bar (layout, mark, point, x, y, hit);
    case OUTLAY_MARK_LINE:
      return hit_line (layout, mark, point, x, y, hit);
    case OUTLAY_MARK_POINT:
      return hit_point (layout, mark, point, x, y, hit);
    case OUTLAY_MARK_AREA:
    case OUTLAY_MARK_BAND:
      return hit_area (layout, mark, point, x, y, hit);
    case OUTLAY_MARK_LINK:
      return hit_link (layout, mark, point, x, y, hit);
    case OUTLAY_MARK_TEXT:
    default:
      return FALSE;
    }
}

/* The rectangle that a point of a mark fills; FALSE where it fills none. */
static gboolean
extents (const OutlayLayout *layout, const OutlayMark *mark, guint point, OutlayHit *hit)
{
  cairo_rectangle_t box = { outlay_layout_x (layout, mark->x0[point]), outlay_layout_y (layout, mark->y0[point]), 0, 0 };

  if (mark->kind == OUTLAY_MARK_BAR)
    box = outlay_layout_bar (layout, mark, point);
  else if (mark->kind == OUTLAY_MARK_LINK)
    {
      const double lower = MIN (mark->y0[point], mark->y2[point]), upper = MAX (mark->y1[point], mark->y3[point]);

      box.width = outlay_layout_x (layout, mark->x1[point]) - box.x;
      box.y = outlay_layout_y (layout, upper);
      box.height = outlay_layout_y (layout, lower) - box.y;
    }
  if (isnan (box.y) || (mark->kind == OUTLAY_MARK_BAR && box.height <= 0))
    return FALSE;
  *hit = (OutlayHit) { mark->series, (int) point, box.x, box.y, box.width, box.height, mark->values[point] };
  return TRUE;
}

gboolean
outlay_scene_nth_hit (OutlayScene *scene, double width, double height, const OutlayStyle *style, guint n, OutlayHit *hit)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);

  for (guint m = 0; m < scene->marks->len; m++)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->series >= 0 && i < mark->n; i++)
        if (extents (layout, mark, i, hit) && n-- == 0)
          return TRUE;
    }
  return FALSE;
}

/**
 * outlay_scene_hit:
 * @scene: a scene
 * @width: as it was drawn, as @height and @style
 * @x: the pointer, as @y in the units of the drawing
 * @hit: (out): what is there; series and point are −1 where nothing is
 *
 * Marks drawn later are found first.
 *
 * Returns: whether something of a series is there
 */
gboolean
outlay_scene_hit (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y, OutlayHit *hit)
{
  const OutlayLayout *layout = outlay_scene_layout (scene, width, height, style);

  for (guint m = scene->marks->len; m-- > 0;)
    {
      const OutlayMark *mark = g_ptr_array_index (scene->marks, m);

      for (guint i = 0; mark->series >= 0 && i < mark->n; i++)
        if (hit_mark (layout, mark, i, x, y, hit))
          return TRUE;
    }
  *hit = (OutlayHit) { .series = -1, .point = -1, .value = NAN };
  return FALSE;
}
