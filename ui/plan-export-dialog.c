/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "ui/plan-export-dialog.h"

#include <glib/gi18n.h>

#include "ui/chart-selection.h"
#include "ui/plan-export.h"
#include "ui/save-name.h"
#include "ui/window.h"

#define ID_KEY "outlay-chart-id"

struct _OutlayPlanExportDialog
{
  AdwDialog parent_instance;

  AdwComboRow *form_row;
  GtkWidget *shape_row;
  AdwPreferencesGroup *charts_group;
  GtkWidget *save_button;
  GtkWidget *spinner;

  OutlayDocument *document;
  OutlayWindow *window;
  GSettings *settings;
  GCancellable *cancellable; /* ends with the dialog */
};

G_DEFINE_FINAL_TYPE (OutlayPlanExportDialog, outlay_plan_export_dialog, ADW_TYPE_DIALOG)

static OutlayPlanExportForm
get_form (OutlayPlanExportDialog *self)
{
  return (OutlayPlanExportForm) adw_combo_row_get_selected (self->form_row);
}

static gboolean
has_charts (OutlayPlanExportForm form)
{
  return form <= OUTLAY_PLAN_EXPORT_REPORT;
}

static void
form_chosen_cb (OutlayPlanExportDialog *self)
{
  gtk_widget_set_visible (self->shape_row, get_form (self) <= OUTLAY_PLAN_EXPORT_SLIDES);
  gtk_widget_set_visible (GTK_WIDGET (self->charts_group), has_charts (get_form (self)));
}

/* --- charts --- */

static void
switched_cb (OutlayPlanExportDialog *self, GParamSpec *pspec, AdwSwitchRow *row)
{
  outlay_chart_selection_set (self->settings, g_object_get_data (G_OBJECT (row), ID_KEY), adw_switch_row_get_active (row));
}

static void
add_chart (OutlayPlanExportDialog *self, const OutlayChart *chart)
{
  GtkWidget *row = adw_switch_row_new ();
  const char *id = outlay_chart_id (chart);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outlay_chart_title (chart));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), outlay_chart_selection_has (self->settings, id));
  g_object_set_data (G_OBJECT (row), ID_KEY, (gpointer) id);
  g_signal_connect_object (row, "notify::active", G_CALLBACK (switched_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->charts_group, row);
}

/* --- writing --- */

static void
wait (OutlayPlanExportDialog *self, gboolean waiting)
{
  gtk_widget_set_visible (self->spinner, waiting);
  gtk_widget_set_sensitive (self->save_button, !waiting);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayPlanExportDialog) self = OUTLAY_PLAN_EXPORT_DIALOG (data);
  g_autoptr (GError) error = NULL;

  if (outlay_plan_export_finish (result, &error))
    {
      outlay_window_say (self->window, _("Plan exported"), FALSE);
      adw_dialog_close (ADW_DIALOG (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      wait (self, FALSE);
      outlay_window_complain (self->window, _("The Plan Was Not Exported"), error->message);
    }
}

/* The ending says what the file is, whatever was typed. */
static void
write_to (OutlayPlanExportDialog *self, GFile *chosen)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = outlay_save_name (chosen, outlay_plan_export_ending (get_form (self)), &error);
  g_autoptr (GPtrArray) charts = outlay_chart_selection_get (self->settings);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  OutlayPlanExport what = { .form = get_form (self), .standard = adw_combo_row_get_selected (ADW_COMBO_ROW (self->shape_row)) == 1 };

  if (file == NULL)
    {
      outlay_window_complain (self->window, _("The Plan Was Not Exported"), error->message);
      return;
    }
  for (guint n = 0; n < charts->len; n++)
    g_strv_builder_add (builder, outlay_chart_id (g_ptr_array_index (charts, n)));
  ids = g_strv_builder_end (builder);
  what.charts = (const char *const *) ids;
  wait (self, TRUE);
  outlay_plan_export (self->document, &what, file, self->cancellable, exported_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayPlanExportDialog) self = OUTLAY_PLAN_EXPORT_DIALOG (data);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    write_to (self, file);
}

static void
save_cb (OutlayPlanExportDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strconcat (outlay_document_get_title (self->document), outlay_plan_export_ending (get_form (self)), NULL);

  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Export the Plan"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self->window), self->cancellable, chosen_cb, g_object_ref (self));
}

static void
outlay_plan_export_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (OUTLAY_PLAN_EXPORT_DIALOG (dialog)->cancellable);
}

static void
outlay_plan_export_dialog_dispose (GObject *object)
{
  OutlayPlanExportDialog *self = OUTLAY_PLAN_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PLAN_EXPORT_DIALOG);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->window);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (outlay_plan_export_dialog_parent_class)->dispose (object);
}

static void
outlay_plan_export_dialog_class_init (OutlayPlanExportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_plan_export_dialog_dispose;
  ADW_DIALOG_CLASS (class)->closed = outlay_plan_export_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/plan-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPlanExportDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayPlanExportDialog, shape_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayPlanExportDialog, charts_group);
  gtk_widget_class_bind_template_child (widget_class, OutlayPlanExportDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayPlanExportDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, form_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
outlay_plan_export_dialog_init (OutlayPlanExportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->settings = g_settings_new (APPLICATION_ID);
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A bridge takes a study, which nobody waits for here. */
  for (guint n = 0; n < outlay_chart_count (); n++)
    if (!outlay_chart_is_bridge (outlay_chart_nth (n)))
      add_chart (self, outlay_chart_nth (n));
}

void
outlay_plan_export_dialog_present (OutlayDocument *document, GtkWidget *parent)
{
  OutlayPlanExportDialog *self = g_object_new (OUTLAY_TYPE_PLAN_EXPORT_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->window = g_object_ref (OUTLAY_WINDOW (parent));
  adw_dialog_present (ADW_DIALOG (self), parent);
}
