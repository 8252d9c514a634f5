/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare-columns.h"
#include "ui/compare-row.h"

/**
 * OutlayCompareLine:
 *
 * One row of a comparison as it is shown: its title, and a cell for each scenario. Follows the row it is given.
 */
#define OUTLAY_TYPE_COMPARE_LINE (outlay_compare_line_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareLine, outlay_compare_line, OUTLAY, COMPARE_LINE, GtkBox)

/* columns: owned by whoever owns the line, and as they are until it is gone. */
GtkWidget *outlay_compare_line_new (const OutlayCompareColumns *columns);
/* row: (nullable) */
void outlay_compare_line_set_row (OutlayCompareLine *line, OutlayCompareRow *row);
/* What a screen reader says of a row. names: of the scenarios. (transfer full) */
char *outlay_compare_line_describe (OutlayCompareRow *row, GPtrArray *names);
