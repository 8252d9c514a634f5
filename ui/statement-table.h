/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/figures.h"
#include "ui/scrolled-table.h"

/**
 * OutlayStatementTable:
 *
 * A table of figures, years across, that draws only the cells in sight: names and head stand still while the rest scrolls, sections fold, ranges are selected and
 * copied, and each figure tells how it was computed. Scrolls in a GtkScrolledWindow.
 *
 * Actions: table.copy, table.copy-all, table.select-all, table.explain, table.fold-all, table.unfold-all.
 */
#define OUTLAY_TYPE_STATEMENT_TABLE (outlay_statement_table_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStatementTable, outlay_statement_table, OUTLAY, STATEMENT_TABLE, OutlayScrolledTable)

/* figures: (nullable). The same table with other numbers keeps its cursor, what is folded and how far it is scrolled. */
void outlay_statement_table_show (OutlayStatementTable *table, OutlayFigures *figures);
/* (transfer none) (nullable) */
OutlayFigures *outlay_statement_table_get_figures (OutlayStatementTable *table);
/* The figure at the cursor; of several that are selected their number, sum and mean. (transfer full) */
char *outlay_statement_table_describe_selection (OutlayStatementTable *table);

/**
 * OutlayStatementTable::selected:
 *
 * Another figure has the cursor, or others are selected; or they have other values.
 *
 * OutlayStatementTable::copied:
 *
 * Figures were copied.
 */
