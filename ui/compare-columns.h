/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* Between columns, in pixels. */
#define OUTLAY_COMPARE_SPACING 9

/**
 * OutlayCompareColumns:
 *
 * How the scenarios' columns stand in a comparison: all of one width, which shows every figure whole. Beside the rows' titles where there is room for
 * all, if need be with smaller cells; else below the titles, where they scroll together if they must.
 */
typedef struct
{
  gboolean compact;      /* cells of more, smaller lines */
  gboolean below;        /* the titles, and not beside */
  int width;             /* of a column, in pixels */
  GtkAdjustment *across; /* where the columns are scrolled to */
} OutlayCompareColumns;

/* The widths that the cells of OutlayCompareRows need, compact or not: of the first few hundred where there are more. */
int outlay_compare_columns_measure (GtkWidget *widget, GListModel *rows, gboolean compact);
/* How so many columns stand in that width best. wide, compact: what outlay_compare_columns_measure() said. */
void outlay_compare_columns_choose (OutlayCompareColumns *columns, GtkWidget *widget, guint n_columns, int room, int wide, int compact);
/* Puts what stands in a column into it: as wide as the column, whatever it says. */
GtkWidget *outlay_compare_columns_clamp (const OutlayCompareColumns *columns, GtkWidget *child);
/* Puts cells side by side into what scrolls with all others; where columns never scroll these are the cells themselves. */
GtkWidget *outlay_compare_columns_scroll (const OutlayCompareColumns *columns, GtkWidget *cells);
/* Pixels at a text scale of 1 in pixels now. */
int outlay_compare_scaled (GtkWidget *widget, int pixels);
/* The titles' least width in pixels; none where they stand above. */
int outlay_compare_title_width (GtkWidget *widget, const OutlayCompareColumns *columns);
