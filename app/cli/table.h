/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayTable:
 *
 * Columns of text for a terminal: the first to the left, the others to the right; wide Chinese characters count as two. A table
 * wider than the terminal is continued below, with its first column again.
 */
typedef struct _OutlayTable OutlayTable;

OutlayTable *outlay_table_new (guint n_columns);
void outlay_table_free (OutlayTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTable, outlay_table_free)

/* Cells fill rows from left to right. Takes the text. */
void outlay_table_take (OutlayTable *table, char *text);
void outlay_table_add (OutlayTable *table, const char *text);
void outlay_table_append (OutlayTable *table, GString *output);
