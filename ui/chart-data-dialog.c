/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-data-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"

struct _OutlayChartDataDialog
{
  AdwDialog parent_instance;

  AdwWindowTitle *title;
  GtkColumnView *columns;

  OutlayScene *scene;
  char *currency;
};

G_DEFINE_FINAL_TYPE (OutlayChartDataDialog, outlay_chart_data_dialog, ADW_TYPE_DIALOG)

#define COLUMN_KEY "outlay-column"
/* Of the names of the rows. */
#define NAMES -1

static char *
write_value (OutlayChartDataDialog *self, const OutlayChartTableColumn *column, guint row)
{
  if (column->words != NULL)
    return g_strdup (column->words[row]);
  return outlay_quantity_format (column->values[row], column->unit, self->currency);
}

static void
set_up_cb (OutlayChartDataDialog *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == NAMES ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (OutlayChartDataDialog *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  const OutlayChartTable *table = outlay_scene_get_table (self->scene);
  const guint row = gtk_list_item_get_position (item);
  g_autofree char *text = column == NAMES ? g_strdup (g_ptr_array_index (table->rows, row))
                                          : write_value (self, outlay_chart_table_column (table, (guint) column), row);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static void
add_column (OutlayChartDataDialog *self, const char *name, int n)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (name, factory);

  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GINT_TO_POINTER (n));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, n != NAMES);
  gtk_column_view_append_column (self->columns, column);
}

static void
fill (OutlayChartDataDialog *self)
{
  const OutlayChartTable *table = outlay_scene_get_table (self->scene);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);

  for (guint r = 0; r < table->rows->len; r++)
    gtk_string_list_append (rows, g_ptr_array_index (table->rows, r));
  add_column (self, table->heading, NAMES);
  for (guint c = 0; c < table->columns->len; c++)
    add_column (self, outlay_chart_table_column (table, c)->name, (int) c);
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (rows)))));
  adw_window_title_set_title (self->title, outlay_scene_get_title (self->scene));
  adw_window_title_set_subtitle (self->title, outlay_scene_get_source (self->scene));
  adw_dialog_set_title (ADW_DIALOG (self), outlay_scene_get_title (self->scene));
}

static void
copy_cb (OutlayChartDataDialog *self)
{
  g_autofree char *text = outlay_chart_table_to_text (outlay_scene_get_table (self->scene));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
outlay_chart_data_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_CHART_DATA_DIALOG);
  G_OBJECT_CLASS (outlay_chart_data_dialog_parent_class)->dispose (object);
}

static void
outlay_chart_data_dialog_finalize (GObject *object)
{
  OutlayChartDataDialog *self = OUTLAY_CHART_DATA_DIALOG (object);

  g_clear_pointer (&self->scene, outlay_scene_unref);
  g_free (self->currency);
  G_OBJECT_CLASS (outlay_chart_data_dialog_parent_class)->finalize (object);
}

static void
outlay_chart_data_dialog_class_init (OutlayChartDataDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_chart_data_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_chart_data_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/chart-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayChartDataDialog, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayChartDataDialog, columns);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
outlay_chart_data_dialog_init (OutlayChartDataDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_chart_data_dialog_present (OutlayScene *scene, const char *currency, GtkWidget *parent)
{
  OutlayChartDataDialog *self;

  g_return_if_fail (outlay_scene_get_table (scene) != NULL);
  self = g_object_new (OUTLAY_TYPE_CHART_DATA_DIALOG, NULL);
  self->scene = outlay_scene_ref (scene);
  self->currency = g_strdup (currency);
  fill (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
