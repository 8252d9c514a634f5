/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"
#include "chart/table.h"
#include "chart/theme.h"
#include "plan/amount.h"

/**
 * OutlayMarkKind:
 *
 * What a mark draws of its n points; x and y are in the units of the axes.
 *
 * BAR    a rectangle from x0, y0 to x1, y1
 * LINE   a line through x0, y0; a piece for each point from x0 to x1 where `pieces`; NaN interrupts
 * AREA   the surface between y0 and y1 over x0
 * BAND   an area through which others are seen: a spread, a fan
 * POINT  a disc at x0, y0
 * LINK   a ribbon from x0, between y0 and y1, to x1, between y2 and y3
 * TEXT   labels[i] at x0, y0, in the rectangle as of a bar where it is `boxed`, or behind such a rectangle where it stands `beside`,
 *        or in a corner of its point that is free
 */
typedef enum
{
  OUTLAY_MARK_BAR,
  OUTLAY_MARK_LINE,
  OUTLAY_MARK_AREA,
  OUTLAY_MARK_BAND,
  OUTLAY_MARK_POINT,
  OUTLAY_MARK_LINK,
  OUTLAY_MARK_TEXT,
} OutlayMarkKind;

/**
 * OutlayLabel:
 *
 * A text of a mark. Boxed: lead at the top left, tail at the top right and detail below, as far as there is room. Else lead alone, above y0 and in the middle
 * between x0 and x1; where these differ and it is wider than that, tail or detail, which are shorter ways to say it.
 */
typedef struct
{
  char *lead;
  char *tail;
  char *detail;
} OutlayLabel;

/* Where a text stands beside its point; it takes another corner where it would leave the picture or lie upon a text. */
typedef enum
{
  OUTLAY_CORNER_NONE,
  OUTLAY_CORNER_ABOVE, /* at the right, or below at the left: of a line that falls */
  OUTLAY_CORNER_BELOW, /* at the right, or above at the left: of a line that rises */
} OutlayCorner;

typedef struct
{
  OutlayMarkKind kind;
  OutlayInk ink;
  int series;      /* for hits; −1 is never hit */
  int part;        /* the series that it goes with where that is hidden; −1 for none */
  guint n;
  double *x0, *x1; /* of n each, in one block that begins at x0 */
  double *y0, *y1;
  double *y2, *y3;
  double *values;  /* what a hit says */
  OutlayLabel *labels; /* of TEXT */
  gboolean boxed;      /* TEXT */
  gboolean beside;     /* TEXT: the lead alone */
  OutlayCorner corner; /* TEXT: the lead, or where it finds no room the tail */
  gboolean strong;     /* TEXT: bold */
  gboolean totals;     /* TEXT: of the whole of a stack, with decimals */
  int decimals;
  gboolean pieces;     /* LINE */
  gboolean dashed;     /* LINE */
  double width;        /* LINE: in pixels at text scale 1; POINT: its radius; BAR: what is left free between bars */
  double radius;       /* BAR: of the corners, in pixels at text scale 1 */
  guint8 *ends;        /* (nullable): BAR, of a stack: 1 where the stack ends, and the corners away from 0 are round */
} OutlayMark;

/* Part of a whole that the marks show, named at the right side. */
typedef struct
{
  char *name;
  char *value;   /* (nullable): small below the name */
  OutlayInk ink;
  double anchor; /* where the label would stand best, in y */
  double weight; /* the smallest go first where room is short */
  gboolean hidden; /* named only, so that it can be called back */
  gboolean faded;  /* stands behind another one */
  int item;      /* the initiative, phase or kind; −1 for a group of others and for what is none of them */
  char *words;   /* (nullable): all that is said of it under the pointer */
} OutlaySceneSeries;

/* A line across the chart: what is promised, or where something stands. */
typedef struct
{
  double value;
  char *label;
  OutlayInk ink;
  gboolean upright; /* at a value of x */
} OutlayRule;

typedef enum
{
  OUTLAY_AXIS_NONE,  /* the range fills the plot exactly and nothing is written */
  OUTLAY_AXIS_VALUE, /* ticks at round numbers; the range of y is widened to them */
  OUTLAY_AXIS_YEARS, /* year t from t to t + 1, its label in the middle */
  OUTLAY_AXIS_ROWS,  /* of y, from the number of rows to 0: row n from n to n + 1 downwards, its name at the left */
} OutlayAxisKind;

typedef struct
{
  OutlayAxisKind kind;
  double lower;
  double upper;
  OutlayAmountUnit unit; /* VALUE */
  int first_year;        /* YEARS */
} OutlayAxis;

typedef struct _OutlayLayout OutlayLayout;

struct _OutlayScene
{
  gatomicrefcount references;
  char *title;
  char *subtitle;
  char *note;
  char *source;
  char *summary;
  char *heading; /* (nullable): above the names at the right side: the year of their values */
  OutlayAxis x;
  OutlayAxis y;
  GArray *series;   /* OutlaySceneSeries */
  GPtrArray *marks; /* OutlayMark */
  GArray *rules;    /* OutlayRule */
  GPtrArray *rows;  /* char: the names of ROWS */
  guint head_lines; /* lines of text that marks write above the plot */
  OutlayChartTable *table; /* (nullable) */

  OutlayLayout *layout; /* of the last draw or hit; only for the thread that shows the scene */
};

OutlayScene *outlay_scene_new (const char *title);
void outlay_scene_set_subtitle (OutlayScene *scene, const char *subtitle);
void outlay_scene_set_note (OutlayScene *scene, const char *note);
void outlay_scene_set_source (OutlayScene *scene, const char *source);
/* Takes the table over and gives it back for rows and columns. */
OutlayChartTable *outlay_scene_take_table (OutlayScene *scene, OutlayChartTable *table);
/* Of what is drawn of a series: less behind another one, and of its name where it is hidden. 1 of none (−1). */
double outlay_series_opacity (OutlayScene *scene, int series);
/* Makes an axis reach a value; nothing where it is not finite. */
void outlay_axis_widen (OutlayAxis *axis, double value);
/* All take over nothing; strings are copied. Returned marks have room for n points in every array and belong to the scene. */
OutlayMark *outlay_scene_add_mark (OutlayScene *scene, OutlayMarkKind kind, OutlayInk ink, int series, guint n);
guint outlay_scene_add_series (OutlayScene *scene, const char *name, OutlayInk ink, int item);
/* A disc that goes with a series and is never hit, and a text beside it, in the same ink: lead, or (nullable) tail where that finds no room. */
void outlay_scene_add_point (OutlayScene *scene, guint series, double radius, double x, double y);
OutlayMark *outlay_scene_add_corner_text (OutlayScene *scene, guint series, OutlayCorner corner, double x, double y, const char *lead, const char *tail);
void outlay_scene_add_rule (OutlayScene *scene, double value, const char *label);
void outlay_scene_add_row (OutlayScene *scene, const char *name);
/* Bars stacked from 0, positive values upwards and negative ones downwards: values[s * n_points + t] of series first_series + s in year t. */
void outlay_scene_add_stack (OutlayScene *scene, guint first_series, guint n_series, guint n_points, const double *values);
static inline OutlaySceneSeries *
outlay_scene_nth_series (OutlayScene *scene, guint n)
{
  return &g_array_index (scene->series, OutlaySceneSeries, n);
}
