/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlayScrolledTable:
 *
 * What tables have in common that draw the cells in sight themselves: they scroll in a GtkScrolledWindow, and Tab goes into them and out of them while arrows
 * move inside.
 *
 * Property: least-height, of a head and a few rows, below which the page had better scroll.
 */
#define OUTLAY_TYPE_SCROLLED_TABLE (outlay_scrolled_table_get_type ())
G_DECLARE_DERIVABLE_TYPE (OutlayScrolledTable, outlay_scrolled_table, OUTLAY, SCROLLED_TABLE, GtkWidget)

struct _OutlayScrolledTableClass
{
  GtkWidgetClass parent_class;

  int (*get_least_height) (OutlayScrolledTable *table);
  /* (nullable): by hand; the table is allocated and drawn anew afterwards. */
  void (*scrolled) (OutlayScrolledTable *table);
};

/* (transfer none) (nullable) */
GtkAdjustment *outlay_scrolled_table_get_adjustment (OutlayScrolledTable *table, GtkOrientation orientation);
/* Rows are others, or as high as they were not: least-height is told where it has changed. */
void outlay_scrolled_table_measured (OutlayScrolledTable *table);
