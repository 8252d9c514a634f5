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

/* A column's and the titles' least width in pixels, as wide as text is large; of titles that stand above none. */
int outlay_compare_column_width (GtkWidget *widget, gboolean compact);
int outlay_compare_title_width (GtkWidget *widget, gboolean compact);
