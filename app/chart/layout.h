/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scale.h"
#include "chart/scene-data.h"
#include "chart/text.h"

/**
 * OutlayLayout:
 *
 * Where everything of a scene stands at one size and style: what is drawn, and what is hit. Text boxes never overlap each other nor leave the picture;
 * a text that finds no room is shortened or left out.
 */

typedef struct
{
  PangoLayout *layout;
  cairo_rectangle_t box;
  OutlayInk ink;
  gboolean on_ink; /* written on a surface of this ink, not in it */
  gboolean plated; /* on a plate of the background, which hides the marks below it */
  gboolean rimmed; /* a rim of the background keeps it apart from the marks below it */
  double opacity;
  int series;      /* that it names; −1 for none */
} OutlayPlacedText;

typedef struct
{
  cairo_rectangle_t box;
  OutlayInk ink;
  gboolean line; /* of a promised line and of another scenario's totals */
  double opacity;
} OutlaySwatch;

/* How labels are kept behind bars: the detail below or behind the lead, the lead alone, or the tail, which is shorter. */
typedef enum
{
  OUTLAY_BESIDE_STACKED,
  OUTLAY_BESIDE_INLINE,
  OUTLAY_BESIDE_LEAD,
  OUTLAY_BESIDE_TAIL,
} OutlayBeside;

struct _OutlayLayout
{
  double width;
  double height;
  OutlayStyle style;
  char *family;
  double unit; /* pixels of one pixel at text scale 1 */
  OutlayTexts *fonts;

  cairo_rectangle_t plot;
  double x_lower, x_upper;
  double y_lower, y_upper;
  OutlayTicks ticks;   /* of y where its axis is VALUE */
  OutlayTicks x_ticks; /* of x, likewise; those within its range */
  guint year_step;
  gboolean side;     /* the series are named at the right side; else by swatches above */
  double side_x;
  double rows_x;     /* of the names of ROWS */
  OutlayBeside beside;
  GArray *texts;    /* OutlayPlacedText */
  GArray *swatches; /* OutlaySwatch */
};

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
} OutlaySideLabel;

typedef enum
{
  OUTLAY_TEXT_TITLE,
  OUTLAY_TEXT_NAME,  /* of a series, on a bar */
  OUTLAY_TEXT_SMALL, /* ticks, values, small print */
} OutlayTextRole;

OutlayLayout *outlay_layout_new (OutlayScene *scene, double width, double height, const OutlayStyle *style);
void outlay_layout_free (OutlayLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayLayout, outlay_layout_free)
/* The scene's layout at this size and style, made when it is not the last one. Owned by the scene. */
OutlayLayout *outlay_scene_layout (OutlayScene *scene, double width, double height, const OutlayStyle *style);

/* Of the background around a text that is rimmed: in pixels at text scale 1. */
#define OUTLAY_TEXT_RIM 3.0
#define OUTLAY_TEXT_RIM_OPACITY 0.85

/* draw.c: the one renderer. Texts come last: what is drawn without them can be given them by others. */
void outlay_layout_draw (const OutlayLayout *layout, OutlayScene *scene, cairo_t *cr);
void outlay_layout_draw_shapes (const OutlayLayout *layout, OutlayScene *scene, cairo_t *cr);
OutlayColour outlay_layout_text_colour (const OutlayLayout *layout, const OutlayPlacedText *text, double *opacity);

static inline double
outlay_layout_x (const OutlayLayout *layout, double x)
{
  return layout->plot.x + (x - layout->x_lower) / (layout->x_upper - layout->x_lower) * layout->plot.width;
}

static inline double
outlay_layout_y (const OutlayLayout *layout, double y)
{
  return layout->plot.y + (layout->y_upper - y) / (layout->y_upper - layout->y_lower) * layout->plot.height;
}

/* What is left free between the bars of a mark. */
double outlay_layout_gap (const OutlayLayout *layout, const OutlayMark *mark);
/* The rectangle of a point of a BAR or boxed TEXT, on whole pixels; empty where it is too small to be seen. */
cairo_rectangle_t outlay_layout_bar (const OutlayLayout *layout, const OutlayMark *mark, guint point);

/* A text in one of the styles; max_width −1 for all of it. */
const OutlayText *outlay_layout_set (OutlayLayout *layout, const char *string, OutlayTextRole role, gboolean strong, double max_width);
/* Places a text with its left top at x, y, on a whole baseline, unless it would leave the picture or overlap another text. Returns it for changes, or NULL. */
OutlayPlacedText *outlay_layout_place (OutlayLayout *layout, const OutlayText *text, double x, double y, OutlayInk ink);
/* Whether it would find a text's place free. */
gboolean outlay_layout_is_free (const OutlayLayout *layout, const OutlayText *text, double x, double y);
/* How wide a text must be allowed to be to be worth shortening. */
double outlay_layout_least_width (const OutlayLayout *layout);

/* lines.c. A text broken between words into at most so many lines (of OUTLAY_MOST_LINES), each no wider than max_width; what is left over shortens the last one.
 * Returns how many there are. */
#define OUTLAY_MOST_LINES 3
guint outlay_layout_wrap (OutlayLayout *layout, const char *string, OutlayTextRole role, gboolean strong, double max_width, guint most,
                          const OutlayText **lines);
/* The small print, from the bottom of the area, which is left what is above it. */
void outlay_layout_place_note (OutlayLayout *layout, OutlayScene *scene, cairo_rectangle_t *area);

/* labels.c: the names at the side or above, the texts of marks, the promised lines' labels. */
double outlay_layout_side_width (OutlayLayout *layout, OutlayScene *scene, double most);
/* names.c: the names at the right side; labels: OutlaySideLabel of promised lines, to stand among them. */
void outlay_layout_place_side (OutlayLayout *layout, OutlayScene *scene, GArray *labels);
double outlay_layout_place_legend (OutlayLayout *layout, OutlayScene *scene, double x, double y, double width);
void outlay_layout_place_labels (OutlayLayout *layout, OutlayScene *scene);

/* rows.c: the rows of a chart. What their names take at the left of a picture so wide and what is kept behind bars at the right; and the names. */
void outlay_layout_lay_rows (OutlayLayout *layout, OutlayScene *scene, double width, double *left, double *right);
void outlay_layout_place_rows (OutlayLayout *layout, OutlayScene *scene);
/* A text that stands beside a bar or a point. */
void outlay_layout_place_beside (OutlayLayout *layout, OutlayScene *scene, const OutlayMark *mark, guint point);

/* Moves centres (ascending on entry), each of its height, as little as possible in the mean square so that none overlaps and all lie between lower and upper.
 * FALSE where they are higher than that together; they are then not moved. */
gboolean outlay_labels_spread (double *centres, const double *heights, guint n, double lower, double upper);
