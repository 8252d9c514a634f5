/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* A row for an object, which it keeps a reference to. (transfer floating) */
typedef GtkWidget *(*OutlayMakeRow) (gpointer object, gpointer data);

/* Gives a list a row for each object. One that moves keeps its row, and keys go on where they were: with the object that moved, or with the next one where
 * it is gone. FALSE where they were here and no row is left that could have them. */
gboolean outlay_object_rows_fill (GtkListBox *list, GListModel *objects, OutlayMakeRow make, gpointer data);
