/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "chart/table.h"

/**
 * OutlayScene:
 *
 * A chart as data: axes, marks, labels, a title, notes; built from results without cairo, tested as data, and drawn by one renderer. Immutable once built;
 * reference counted.
 */
typedef struct _OutlayScene OutlayScene;

OutlayScene *outlay_scene_ref (OutlayScene *scene);
void outlay_scene_unref (OutlayScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayScene, outlay_scene_unref)

const char *outlay_scene_get_title (OutlayScene *scene);
/* What the numbers are ("bn yuan a year"); how the picture is read, in no, one or more lines; and in one line where the numbers come from. For surroundings that
 * write them themselves. Never NULL. */
const char *outlay_scene_get_subtitle (OutlayScene *scene);
const char *outlay_scene_get_note (OutlayScene *scene);
const char *outlay_scene_get_source (OutlayScene *scene);
/* A sentence or two for a screen reader. */
const char *outlay_scene_get_summary (OutlayScene *scene);

/* The numbers that the chart shows; NULL of scenes that were not built from a plan. Owned by the scene. */
const OutlayChartTable *outlay_scene_get_table (OutlayScene *scene);

/* The parts that are stacked or laid side by side, the first at the bottom or top; a hit names one by its position. item: the initiative, phase or kind of
 * tax it is, by its position in the plan; −1 for a group of small others. */
guint outlay_scene_get_n_series (OutlayScene *scene);
const char *outlay_scene_get_series_name (OutlayScene *scene, guint series);
int outlay_scene_get_series_item (OutlayScene *scene, guint series);
/* All that is said of a series under the pointer; NULL where its name, the point and the value say it. */
const char *outlay_scene_get_series_words (OutlayScene *scene, guint series);
/* The calendar year of a point; 0 where the points are none. */
int outlay_scene_get_year (OutlayScene *scene, int point);
/* The calendar years of the x axis; FALSE where it has none. */
gboolean outlay_scene_get_years (OutlayScene *scene, int *first_year, guint *n_years);

/* How a scene is drawn. text_scale: 1 is 10.5 pt at 96 dpi; frame: title, notes and background are drawn (exports) or left to the surroundings (the window). */
typedef struct
{
  OutlayThemeId theme;
  double text_scale;
  gboolean frame;
  const char *font_family; /* NULL: the system's */
  gboolean live_text;      /* of an SVG: texts are texts in fonts that the reader must have, not outlines, which look the same everywhere */
  double plot_left;        /* where the plot begins and how much is left free behind it, in pixels, for charts that stand in line with something else; */
  double plot_right;       /* plot_left 0: as the texts around it need */
  gboolean wordless;       /* shapes alone and no text: a picture too small to read */
} OutlayStyle;

/* Draws into 0,0 … width,height of any cairo context. */
void outlay_scene_draw (OutlayScene *scene, cairo_t *cr, double width, double height, const OutlayStyle *style);
/* The height that a picture so wide needs for all of its rows to be read, each of its names in one line or in two; 0 of charts that fit any height. */
double outlay_scene_least_height (OutlayScene *scene, double width, const OutlayStyle *style);

/* What stands at a point, for hover and click: series and year of a bar; −1 where nothing. rectangle: of the mark. */
typedef struct
{
  int series;
  int point;
  double x, y, width, height;
  double value;
} OutlayHit;
/* The marks that can be hit, in the order in which they were drawn, for walking through them; FALSE behind the last. */
gboolean outlay_scene_nth_hit (OutlayScene *scene, double width, double height, const OutlayStyle *style, guint n, OutlayHit *hit);
gboolean outlay_scene_hit (OutlayScene *scene, double width, double height, const OutlayStyle *style, double x, double y, OutlayHit *hit);
