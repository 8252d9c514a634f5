/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "store/reader.h"
#include "store/save.h"
#include "ui/faults-dialog.h"
#include "ui/versions.h"

typedef void (*ShowFunc) (OutlayWindow *window, OutlayDocument *document, const char *name);

typedef struct
{
  GFile *file;
  ShowFunc show;
  OutlayFileState *state;
  GBytes *text;
  GPtrArray *faults;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->file);
  g_clear_pointer (&reading->state, outlay_file_state_unref);
  g_clear_pointer (&reading->text, g_bytes_unref);
  g_clear_pointer (&reading->faults, g_ptr_array_unref);
  g_free (reading);
}

static OutlayWindow *
open_window (OutlayWindow *beside, OutlayDocument *document)
{
  OutlayWindow *window = outlay_window_new (ADW_APPLICATION (gtk_window_get_application (GTK_WINDOW (beside))), document);

  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
show_beside (OutlayWindow *window, OutlayDocument *document, const char *name)
{
  g_autofree char *origin = g_strdup_printf (_("“%s” as it is on disk"), name);

  outlay_document_leave_file (document, origin);
  open_window (window, document);
}

static void
show_instead (OutlayWindow *window, OutlayDocument *document, const char *name)
{
  g_autoptr (OutlayDocument) mine = g_object_ref (outlay_window_get_document (window));
  g_autofree char *origin = g_strdup_printf (_("Your changes to “%s”, not saved"), name);
  g_autofree char *text = g_strdup_printf (_("Reloaded “%s”"), name);
  g_autofree char *kept_text = g_strdup_printf (_("Reloaded “%s”; your changes are in a window of their own"), name);
  const gboolean kept = outlay_document_get_unsaved (mine);

  outlay_window_set_document (window, document);
  if (kept)
    {
      outlay_document_leave_file (mine, origin);
      open_window (window, mine);
      gtk_window_present (GTK_WINDOW (window));
    }
  outlay_window_say (window, kept ? kept_text : text, FALSE);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  OutlayPlan *plan;

  outlay_plan_finish_saving (reading->file, NULL);
  plan = outlay_plan_load_state (reading->file, &reading->state, &reading->text, &reading->faults, cancellable, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

/* Who asked for the file has something here, and may fear for it. */
static void
complain (OutlayWindow *window, const Reading *reading, const GError *error)
{
  const gboolean unsaved = outlay_document_get_unsaved (outlay_window_get_document (window));
  const char *kept = unsaved ? _("Your own changes are still here in this window. They are not saved yet: save them under another name, or over the file.")
                             : _("The plan in this window is still as it was.");
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", error->message, kept);

  if (reading->faults != NULL)
    outlay_faults_dialog_present (reading->file, reading->faults, kept, GTK_WIDGET (window));
  else
    outlay_window_complain (window, _("The Plan Cannot Be Opened"), body);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayWindow *window = OUTLAY_WINDOW (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (OutlayDocument) document = NULL;
  g_autofree char *basename = g_file_get_basename (reading->file);
  g_autofree char *name = g_filename_display_name (basename);

  if (gtk_window_get_application (GTK_WINDOW (window)) == NULL)
    return;
  if (plan != NULL)
    {
      document = outlay_document_new (plan, reading->text, reading->file);
      outlay_document_set_file_state (document, reading->state);
      reading->show (window, document, name);
    }
  else
    complain (window, reading, error);
}

static void
read_for (OutlayWindow *window, GFile *file, ShowFunc show)
{
  g_autoptr (GTask) task = g_task_new (window, NULL, read_cb, NULL);
  Reading *reading = g_new0 (Reading, 1);

  reading->file = g_object_ref (file);
  reading->show = show;
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

void
outlay_versions_compare (OutlayWindow *window, GFile *file)
{
  read_for (window, file, show_beside);
}

void
outlay_versions_reload (OutlayWindow *window, GFile *file)
{
  read_for (window, file, show_instead);
}
