/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/compare-row.h"
#include "ui/compare-session.h"

/**
 * OutlayCompareTable:
 *
 * Rows of figures with a column for each compared scenario. Makes widgets only for the rows in sight and some around, of many a few in each frame; arrow keys
 * go from row to row, Enter tells more of one, Ctrl+C copies all of them for a spreadsheet.
 *
 * Property: label, for assistants.
 */
#define OUTLAY_TYPE_COMPARE_TABLE (outlay_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareTable, outlay_compare_table, OUTLAY, COMPARE_TABLE, AdwBin)

/* The columns are the session's chosen scenarios. rows: of OutlayCompareRow (transfer full). */
void outlay_compare_table_show (OutlayCompareTable *table, OutlayCompareSession *session, GListModel *rows);
/* All of it, separated by tabs. (transfer full) */
char *outlay_compare_table_get_text (OutlayCompareTable *table);
