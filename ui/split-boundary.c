/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-boundary.h"

#include <math.h>

/* Pixels of a rectangle beside a boundary that it takes to be worth dragging, and how near the pointer has to come. */
#define LEAST_EXTENT 5
#define REACH 5
/* Between two rectangles that touch there is less than this. */
#define GAP 6

/* The next mark on a horizontal or vertical way from a point; start moves behind it. */
static gboolean
next_mark (OutlayChartView *view, gboolean down, double across, double *start, OutlayHit *hit)
{
  const double end = down ? gtk_widget_get_height (GTK_WIDGET (view)) : gtk_widget_get_width (GTK_WIDGET (view));

  for (; *start < end; *start += 1)
    if (outlay_chart_view_hit (view, down ? across : *start, down ? *start : across, hit))
      {
        *start = MAX (*start, down ? hit->y + hit->height : hit->x + hit->width) + 0.5;
        return TRUE;
      }
  return FALSE;
}

/* Whether two marks of a phase touch, are tall enough to take hold of, and are initiatives and no group of small ones. */
static gboolean
is_boundary (OutlayScene *scene, const OutlayHit *above, const OutlayHit *below)
{
  return above->point == below->point && above->series != below->series && MIN (above->height, below->height) >= LEAST_EXTENT &&
         below->y - above->y - above->height < GAP && outlay_scene_get_series_item (scene, above->series) >= 0 &&
         outlay_scene_get_series_item (scene, below->series) >= 0;
}

static void
add_initiatives (OutlayChartView *view, GArray *boundaries, const OutlayHit *column)
{
  OutlayScene *scene = outlay_chart_view_get_scene (view);
  const double across = column->x + column->width / 2;
  OutlayHit above = { 0 }, below;
  double start = 0;
  gboolean has_above = FALSE;

  while (next_mark (view, TRUE, across, &start, &below))
    {
      if (has_above && is_boundary (scene, &above, &below))
        {
          OutlaySplitBoundary boundary = {
            .phase = below.point,
            .above = outlay_scene_get_series_item (scene, above.series),
            .below = outlay_scene_get_series_item (scene, below.series),
            .line = { column->x, (above.y + above.height + below.y) / 2, column->width, 0 },
            .extent = above.height,
          };

          g_array_append_val (boundaries, boundary);
        }
      above = below;
      has_above = TRUE;
    }
}

/* The height of the picture, by the marks of one column. */
static void
measure_column (OutlayChartView *view, const OutlayHit *column, double *top, double *bottom)
{
  OutlayHit hit;
  double start = 0;

  *top = column->y;
  *bottom = column->y + column->height;
  while (next_mark (view, TRUE, column->x + column->width / 2, &start, &hit))
    {
      *top = MIN (*top, hit.y);
      *bottom = MAX (*bottom, hit.y + hit.height);
    }
}

static void
add_phases (OutlayChartView *view, GArray *boundaries, const OutlayHit *left, const OutlayHit *right)
{
  OutlaySplitBoundary boundary = { .between_phases = TRUE, .phase = left->point, .extent = left->width };
  double top, bottom;

  if (right->point != left->point + 1 || MIN (left->width, right->width) < LEAST_EXTENT)
    return;
  measure_column (view, left, &top, &bottom);
  boundary.line = (OutlayRectangle) { (left->x + left->width + right->x) / 2, top, 0, bottom - top };
  g_array_append_val (boundaries, boundary);
}

/* A height at which every phase has a mark: most likely in the middle of the largest. */
static double
find_level (OutlayChartView *view)
{
  const double height = gtk_widget_get_height (GTK_WIDGET (view));
  const double width = gtk_widget_get_width (GTK_WIDGET (view));
  OutlayHit hit;

  for (int part = 1; part < 16; part++)
    for (int across = 1; across < 4; across++)
      if (outlay_chart_view_hit (view, width * across / 4, height * part / 16, &hit))
        return height * part / 16;
  return height / 2;
}

GArray *
outlay_split_boundaries_find (OutlayChartView *view)
{
  GArray *boundaries = g_array_new (FALSE, FALSE, sizeof (OutlaySplitBoundary));
  const double level = find_level (view);
  OutlayHit left = { 0 }, right;
  gboolean has_left = FALSE;
  double start = 0;

  while (next_mark (view, FALSE, level, &start, &right))
    {
      /* Of a wide mark there may be a last pixel left. */
      if (has_left && right.point == left.point)
        continue;
      if (has_left)
        add_phases (view, boundaries, &left, &right);
      add_initiatives (view, boundaries, &right);
      left = right;
      has_left = TRUE;
    }
  return boundaries;
}

gboolean
outlay_split_boundary_equal (const OutlaySplitBoundary *a, const OutlaySplitBoundary *b)
{
  return a->between_phases == b->between_phases && a->phase == b->phase && (a->between_phases || (a->above == b->above && a->below == b->below));
}

int
outlay_split_boundaries_pick (GArray *boundaries, double x, double y)
{
  int found = -1;

  for (guint k = 0; k < boundaries->len; k++)
    {
      const OutlaySplitBoundary *boundary = &g_array_index (boundaries, OutlaySplitBoundary, k);
      const OutlayRectangle *line = &boundary->line;

      if (x < line->x - REACH || x > line->x + line->width + REACH || y < line->y - REACH || y > line->y + line->height + REACH)
        continue;
      if (boundary->between_phases)
        return (int) k;
      if (x >= line->x && x <= line->x + line->width)
        found = (int) k;
    }
  return found;
}
