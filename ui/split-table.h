/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"
#include "ui/scrolled-table.h"

/**
 * OutlaySplitTable:
 *
 * The table of initiatives × phases: bars that are dragged, amounts that are typed, locks. One widget that draws the cells that can be seen, so that a plan of a
 * thousand initiatives is scrolled and not built; only the cell with the focus is a widget of its own, so that a screen reader hears it.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_SPLIT_TABLE (outlay_split_table_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplitTable, outlay_split_table, OUTLAY, SPLIT_TABLE, OutlayScrolledTable)

void outlay_split_table_set_document (OutlaySplitTable *table, OutlayDocument *document);
