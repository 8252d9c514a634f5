/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/flatten.h"
#include "store/save.h"
#include "ui/document-scenarios.h"
#include "ui/open.h"
#include "ui/scenario-form.h"
#include "ui/scenarios-dialog.h"
#include "ui/targets-dialog.h"
#include "ui/window-private.h"

/* --- a scenario as a plan of its own --- */

static void
open_cb (GtkApplication *application, AdwToast *toast)
{
  /* In a window of its own. */
  outlay_open_file (application, g_object_get_data (G_OBJECT (toast), "file"), NULL);
}

static void
say_saved (OutlayWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  /* Translators: a file that a scenario was saved to */
  g_autofree char *text = g_strdup_printf (_("Saved the scenario as “%s”"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), application, G_CONNECT_SWAPPED);
  outlay_window_show_toast (self, toast);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OutlayPlan *plan = g_object_get_data (G_OBJECT (task), "plan");
  GError *error = NULL;

  if (outlay_plan_save (plan, data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (source);
  g_autoptr (GApplication) application = data;
  g_autoptr (GError) error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      if (saved)
        say_saved (self, g_task_get_task_data (G_TASK (result)));
      else
        outlay_window_complain (self, _("The Scenario Was Not Saved"), error->message);
    }
  g_application_release (application);
}

/* The plan of the thread is the thread's own. */
static void
save_to (OutlayWindow *self, OutlayPlan *plan, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_autoptr (GTask) task = NULL;

  g_application_hold (G_APPLICATION (application));
  /* Not cancelled with the window: what a person asked to be kept is kept. */
  task = g_task_new (self, NULL, saved_cb, g_object_ref (application));
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_object_set_data_full (G_OBJECT (task), "plan", g_object_ref (plan), g_object_unref);
  g_task_run_in_thread (task, save_thread);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (OutlayWindow) self = OUTLAY_WINDOW (data);
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GFile) file = chosen != NULL ? outlay_window_add_ending (chosen) : NULL;
  GFile *own = outlay_document_get_file (self->document);
  OutlayPlan *plan = g_object_get_data (source, "plan");

  if (file == NULL || gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;
  if (own != NULL && g_file_equal (file, own))
    outlay_window_complain (self, _("The Scenario Was Not Saved"),
                            _("This is the file of the plan that the scenario belongs to, with all its scenarios. Choose another name."));
  else
    save_to (self, plan, file);
}

static void
save_scenario_as_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  g_autoptr (GtkFileDialog) dialog = outlay_file_dialog_new (_("Save the Scenario as a Plan of Its Own"));
  GFile *file = outlay_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (OutlayPlan) flat = NULL;
  g_autofree char *name = NULL;

  if (!outlay_document_settle (self->document))
    return;
  flat = outlay_plan_flatten (plan, outlay_document_get_scenario (self->document));
  name = outlay_window_suggest_name (outlay_node_get_string (OUTLAY_NODE (flat), outlay_node_find_member (OUTLAY_NODE (flat), "name")));
  g_object_set_data_full (G_OBJECT (dialog), "plan", g_object_ref (flat), g_object_unref);
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, chosen_cb, g_object_ref (self));
}

/* --- managing --- */

static void
manage_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  OutlayScenariosDialog *dialog;

  if (self->dialog_toasts != NULL || !outlay_document_settle (self->document))
    return;
  dialog = outlay_scenarios_dialog_new (self->document);
  outlay_window_present_dialog (self, ADW_DIALOG (dialog), outlay_scenarios_dialog_get_toasts (dialog));
}

static void
targets_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  OutlayTargetsDialog *dialog;

  if (self->dialog_toasts != NULL || !outlay_document_settle (self->document))
    return;
  dialog = outlay_targets_dialog_new (self->document);
  outlay_window_present_dialog (self, ADW_DIALOG (dialog), outlay_targets_dialog_get_toasts (dialog));
}

static void
new_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  if (outlay_document_settle (self->document))
    outlay_scenario_form_present_new (self->document, outlay_document_get_scenario (self->document), GTK_WIDGET (self));
}

static void
tell (OutlayWindow *self, GError *error)
{
  if (error != NULL)
    outlay_window_complain (self, _("The Scenarios Were Not Changed"), error->message);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  g_autoptr (GError) error = NULL;

  outlay_document_duplicate_scenario (self->document, outlay_document_get_scenario (self->document), &error);
  tell (self, error);
}

static void
rename_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);

  if (outlay_document_settle (self->document))
    outlay_scenario_form_present (self->document, outlay_document_get_scenario (self->document), GTK_WIDGET (self));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  OutlayWindow *self = OUTLAY_WINDOW (data);
  g_autoptr (GError) error = NULL;

  outlay_document_delete_scenario (self->document, outlay_document_get_scenario (self->document), &error);
  tell (self, error);
}

void
outlay_window_add_scenario_actions (OutlayWindow *self)
{
  static const GActionEntry entries[] = {
    { "manage-scenarios", manage_cb },
    { "targets", targets_cb },
    { "new-scenario", new_cb },
    { "duplicate-scenario", duplicate_cb },
    { "rename-scenario", rename_cb },
    { "delete-scenario", delete_cb },
    { "save-scenario-as", save_scenario_as_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
outlay_window_update_scenario (OutlayWindow *self)
{
  static const char *const names[] = { "duplicate-scenario", "rename-scenario", "delete-scenario", "save-scenario-as" };
  const gboolean in_scenario = outlay_document_get_scenario (self->document) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), names[i])), in_scenario);
}
