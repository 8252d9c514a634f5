/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/chart-data-dialog.h"

#include <glib/gi18n.h>

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
/* Of the names of the rows, and of what each row counts in. */
#define NAMES -1
#define UNITS -2

static char *
write_cell (OutlayChartDataDialog *self, int column, guint row)
{
  const OutlayChartTable *table = outlay_scene_get_table (self->scene);

  if (column == NAMES)
    return g_strdup (g_ptr_array_index (table->rows, row));
  return column == UNITS ? g_strdup (table->units[row]) : outlay_chart_table_write_cell (table, (guint) column, row);
}

static void
set_up_cb (OutlayChartDataDialog *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column < 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (OutlayChartDataDialog *self, GtkListItem *item, GtkSignalListItemFactory *factory)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  g_autofree char *text = write_cell (self, column, gtk_list_item_get_position (item));

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
  gtk_column_view_column_set_expand (column, n >= 0);
  gtk_column_view_append_column (self->columns, column);
}

/* The heading of a column of numbers ends where they end. A column view has no way to say so: its first child is the row of headings, which are a box with
 * a label each. */
static void
align_headings (OutlayChartDataDialog *self, guint n_texts)
{
  GtkWidget *heading = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (self->columns)));

  for (guint n = 0; heading != NULL; n++, heading = gtk_widget_get_next_sibling (heading))
    for (GtkWidget *part = gtk_widget_get_first_child (heading); part != NULL && n >= n_texts; part = gtk_widget_get_first_child (part))
      if (GTK_IS_LABEL (part))
        {
          gtk_label_set_xalign (GTK_LABEL (part), 1);
          gtk_widget_set_hexpand (part, TRUE);
        }
}

static void
fill (OutlayChartDataDialog *self)
{
  const OutlayChartTable *table = outlay_scene_get_table (self->scene);
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);

  for (guint r = 0; r < table->rows->len; r++)
    gtk_string_list_append (rows, g_ptr_array_index (table->rows, r));
  add_column (self, table->heading, NAMES);
  if (table->units != NULL)
    add_column (self, C_ ("table", "Unit"), UNITS);
  for (guint c = 0; c < table->columns->len; c++)
    {
      g_autofree char *heading = outlay_chart_table_write_heading (table, c, self->currency);

      add_column (self, heading, (int) c);
    }
  align_headings (self, table->units != NULL ? 2 : 1);
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
