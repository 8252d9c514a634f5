/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/scene-data.h"

#define BAR_START 0.14
#define BAR_END 0.86
#define CORNER 2.0

/* Lays one part upon what stands there already; NaN counts as nothing. */
static void
lay_part (OutlayMark *mark, const double *row, double *above, double *below)
{
  for (guint t = 0; t < mark->n; t++)
    {
      double value = isnan (row[t]) ? 0 : row[t];
      double *end = value >= 0 ? &above[t] : &below[t];

      mark->x0[t] = t + BAR_START;
      mark->x1[t] = t + BAR_END;
      mark->y0[t] = *end;
      *end += value;
      mark->y1[t] = *end;
      mark->values[t] = value;
    }
}

/* A part is at the end of its stack where no later one goes further. */
static void
mark_ends (OutlayMark *mark, const double *above, const double *below)
{
  mark->ends = g_new0 (guint8, mark->n);
  for (guint t = 0; t < mark->n; t++)
    mark->ends[t] = mark->y1[t] != mark->y0[t] && mark->y1[t] == (mark->y1[t] > 0 ? above[t] : below[t]);
}

/* The last year in which there is anything: its parts are named beside it. */
static guint
last_year (const double *above, const double *below, guint n_points)
{
  for (guint t = n_points; t-- > 0;)
    if (above[t] != below[t])
      return t;
  return 0;
}

void
outlay_scene_add_stack (OutlayScene *scene, guint first_series, guint n_series, guint n_points, const double *values)
{
  g_autofree double *above = g_new0 (double, MAX (n_points, 1)), *below = g_new0 (double, MAX (n_points, 1));
  guint first_mark = scene->marks->len;

  for (guint s = 0; s < n_series; s++)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (scene, first_series + s);
      OutlayMark *mark = outlay_scene_add_mark (scene, OUTLAY_MARK_BAR, series->ink, (int) (first_series + s), n_points);

      mark->radius = CORNER;
      lay_part (mark, values + s * n_points, above, below);
    }
  for (guint s = 0; s < n_series && n_points > 0; s++)
    {
      OutlayMark *mark = g_ptr_array_index (scene->marks, first_mark + s);
      guint t = last_year (above, below, n_points);

      mark_ends (mark, above, below);
      outlay_scene_nth_series (scene, first_series + s)->anchor = (mark->y0[t] + mark->y1[t]) / 2;
    }
}
