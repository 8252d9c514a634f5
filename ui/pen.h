/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/split-grid.h"

typedef enum
{
  OUTLAY_PEN_PLAIN,
  OUTLAY_PEN_FIGURE, /* plain, with digits of one width */
  OUTLAY_PEN_SMALL,
  OUTLAY_PEN_STRONG,
  OUTLAY_PEN_N_SETS,
} OutlayPenSet;

/**
 * OutlayPenTexts:
 *
 * Texts that a widget has set, from one drawing to the next: while one amount is dragged all others stay, and to set a text takes longer than to draw it.
 */
typedef struct
{
  GHashTable *drawn; /* in the drawing that is being made, or was last */
  GHashTable *before;
} OutlayPenTexts;

void outlay_pen_texts_init (OutlayPenTexts *texts);
void outlay_pen_texts_clear (OutlayPenTexts *texts);

/**
 * OutlayPen:
 *
 * What a widget that draws itself needs again and again in one drawing: its inks, and texts in some settings.
 */
typedef struct
{
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  OutlayPenTexts *texts;
  GdkRGBA ink;
  GdkRGBA faint; /* second thoughts: dates, shares */
  GdkRGBA line;
  GdkRGBA accent;
  gboolean dark;
} OutlayPen;

/* texts: the widget's. What is in them and is not drawn this time is forgotten. */
void outlay_pen_init (OutlayPen *pen, GtkWidget *widget, GtkSnapshot *snapshot, OutlayPenTexts *texts);

/* An empty layout in a setting. (transfer full) */
PangoLayout *outlay_pen_layout (GtkWidget *widget, OutlayPenSet set);
/* How wide a text is in it. */
double outlay_pen_measure (PangoLayout *layout, const char *text);
GdkRGBA outlay_with_alpha (const GdkRGBA *colour, double alpha);
OutlayRectangle outlay_rectangle_inset (const OutlayRectangle *r, double x, double y);

void outlay_pen_fill (OutlayPen *pen, const OutlayRectangle *r, const GdkRGBA *colour);
void outlay_pen_fill_rounded (OutlayPen *pen, const OutlayRectangle *r, double radius, const GdkRGBA *colour);
void outlay_pen_outline (OutlayPen *pen, const OutlayRectangle *r, double radius, float width, const GdkRGBA *colour);
/* Whether a text is not wider than that. */
gboolean outlay_pen_fits (OutlayPen *pen, OutlayPenSet set, const char *text, double width);
/* Text in a rectangle, at its left, or its right where xalign is 1; centred in its height. */
void outlay_pen_write (OutlayPen *pen, OutlayPenSet set, const char *text, const OutlayRectangle *r, double xalign, const GdkRGBA *colour);
/* The same over several lines, where one is too short. */
void outlay_pen_write_lines (OutlayPen *pen, OutlayPenSet set, const char *text, int most_lines, const OutlayRectangle *r, double xalign,
                             const GdkRGBA *colour);
/* Two lines, the second small and faint. */
void outlay_pen_write_two (OutlayPen *pen, OutlayPenSet set, const char *first, const char *second, const OutlayRectangle *r, double xalign);
void outlay_pen_push_clip (OutlayPen *pen, double x, double y, double width, double height);
