/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/object-rows.h"

static GtkWidget *
nth_row (GtkListBox *list, int n)
{
  return (GtkWidget *) gtk_list_box_get_row_at_index (list, n);
}

/* By their objects, out of the list. */
static GHashTable *
take_rows (GtkListBox *list)
{
  GHashTable *rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (GtkWidget *row; (row = nth_row (list, 0)) != NULL;)
    {
      g_hash_table_insert (rows, g_object_get_data (G_OBJECT (row), "object"), g_object_ref (row));
      gtk_list_box_remove (list, row);
    }
  return rows;
}

static void
put_rows (GtkListBox *list, GListModel *objects, OutlayMakeRow make, gpointer data)
{
  g_autoptr (GHashTable) rows = take_rows (list);

  for (guint i = 0; i < g_list_model_get_n_items (objects); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (objects, i);
      GtkWidget *row = g_hash_table_lookup (rows, object);

      if (row == NULL)
        row = make (object, data);
      g_object_set_data (G_OBJECT (row), "object", object);
      gtk_list_box_append (list, row);
    }
}

gboolean
outlay_object_rows_fill (GtkListBox *list, GListModel *objects, OutlayMakeRow make, gpointer data)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));
  g_autoptr (GtkWidget) kept = row != NULL ? g_object_ref (row) : NULL;
  const int position = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  put_rows (list, objects, make, data);
  if (kept == NULL)
    return TRUE;
  if (gtk_widget_get_parent (row) == NULL)
    row = nth_row (list, position) != NULL ? nth_row (list, position) : nth_row (list, position - 1);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  return row != NULL;
}
