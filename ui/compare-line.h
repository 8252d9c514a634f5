/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare-row.h"

/**
 * OutlayCompareLine:
 *
 * One row of a comparison as it is shown: its title, and a cell for each scenario. Follows the row it is given.
 */
#define OUTLAY_TYPE_COMPARE_LINE (outlay_compare_line_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareLine, outlay_compare_line, OUTLAY, COMPARE_LINE, GtkBox)

/* compact: the title above narrower columns. */
GtkWidget *outlay_compare_line_new (gboolean compact);
/* row: (nullable) */
void outlay_compare_line_set_row (OutlayCompareLine *line, OutlayCompareRow *row);
/* What a screen reader says of a row. names: of the scenarios. (transfer full) */
char *outlay_compare_line_describe (OutlayCompareRow *row, GPtrArray *names);

/* The titles' least width in pixels, as wide as text is large; none where they stand above. */
int outlay_compare_title_width (GtkWidget *widget, gboolean compact);
/* Puts what stands in a column into it: as wide as the column, whatever it says. widget: for the size of text. */
GtkWidget *outlay_compare_column_new (GtkWidget *widget, GtkWidget *child, gboolean compact);
/* Whether so many columns stand well beside their titles. */
gboolean outlay_compare_columns_fit (GtkWidget *widget, guint n_columns, int width);
