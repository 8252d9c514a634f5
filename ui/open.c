/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "config.h"
#include "plan/structure.h"
#include "store/reader.h"
#include "store/save.h"
#include "ui/faults-dialog.h"
#include "ui/open.h"
#include "ui/recent.h"

#define SAMPLE "/io/github/outlay/Outlay/plans/jinchuang%s%s.outlay.json"

typedef struct
{
  GtkApplication *application;
  OutlayWindow *window; /* (nullable): where it was asked for */
  GFile *file;
  OutlayFileState *state;
  GBytes *text;
  GPtrArray *faults;
} Opening;

static void
opening_free (Opening *opening)
{
  g_application_release (G_APPLICATION (opening->application));
  g_object_unref (opening->application);
  g_clear_object (&opening->window);
  g_object_unref (opening->file);
  g_clear_pointer (&opening->state, outlay_file_state_unref);
  g_clear_pointer (&opening->text, g_bytes_unref);
  g_clear_pointer (&opening->faults, g_ptr_array_unref);
  g_free (opening);
}

/* A file may have several names: links of both kinds. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  const char *one = g_file_peek_path (a), *other = g_file_peek_path (b);
  GStatBuf status, other_status;

  if (g_file_equal (a, b))
    return TRUE;
  return one != NULL && other != NULL && g_stat (one, &status) == 0 && g_stat (other, &other_status) == 0 && status.st_dev == other_status.st_dev &&
         status.st_ino == other_status.st_ino;
}

/* A window to speak from, where the one that asked is gone or never was. */
static OutlayWindow *
some_window (Opening *opening)
{
  GtkWindow *active = gtk_application_get_active_window (opening->application);

  if (opening->window != NULL && gtk_widget_get_mapped (GTK_WIDGET (opening->window)))
    return opening->window;
  return OUTLAY_IS_WINDOW (active) ? OUTLAY_WINDOW (active) : outlay_open_sample (opening->application);
}

static OutlayWindow *
show (GtkApplication *application, OutlayWindow *window, OutlayDocument *document)
{
  if (window != NULL && outlay_window_is_untouched (window))
    outlay_window_set_document (window, document);
  else
    window = outlay_window_new (ADW_APPLICATION (application), document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static void
show_file (Opening *opening, OutlayPlan *plan)
{
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, opening->text, opening->file);

  outlay_document_set_file_state (document, opening->state);
  show (opening->application, opening->window, document);
}

static void
complain (Opening *opening, GError *error)
{
  OutlayWindow *window = some_window (opening);

  if (g_error_matches (error, OUTLAY_STORE_ERROR, OUTLAY_STORE_ERROR_FAULTS) && opening->faults != NULL)
    outlay_faults_dialog_present (opening->file, opening->faults, NULL, GTK_WIDGET (window));
  else
    outlay_window_complain (window, _("The Plan Cannot Be Opened"), error->message);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Opening *opening = data;
  GError *error = NULL;
  OutlayPlan *plan;

  /* What cannot be completed is read as it is, and judged by that. */
  outlay_plan_finish_saving (opening->file, NULL);
  plan = outlay_plan_load_state (opening->file, &opening->state, &opening->text, &opening->faults, cancellable, &error);
  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = g_task_propagate_pointer (G_TASK (result), &error);
  OutlayWindow *window = outlay_open_find (opening->application, opening->file);

  if (plan == NULL)
    complain (opening, error);
  else if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
  else
    {
      show_file (opening, plan);
      outlay_recent_add (opening->file);
    }
}

/* The sample in the first of the reader's languages that has it, or as it was written. */
static GBytes *
find_sample (GError **error)
{
  g_autofree char *original = g_strdup_printf (SAMPLE, "", "");

  for (const char *const *language = g_get_language_names (); *language != NULL && !g_str_has_prefix (*language, "en"); language++)
    {
      g_autofree char *path = g_strdup_printf (SAMPLE, ".", *language);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }
  return g_resources_lookup_data (original, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static OutlayPlan *
read_sample (GBytes **bytes)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *text = (*bytes = find_sample (&error)) != NULL ? g_bytes_get_data (*bytes, &length) : NULL;
  OutlayPlan *plan = text != NULL ? outlay_plan_read (text, length, NULL, &error) : NULL;

  if (plan == NULL)
    g_error ("The plan that comes with Outlay cannot be read: %s", error->message);
  return plan;
}

OutlayWindow *
outlay_open_find (GtkApplication *application, GFile *file)
{
  for (GList *window = gtk_application_get_windows (application); window != NULL; window = window->next)
    {
      GFile *other = OUTLAY_IS_WINDOW (window->data) ? outlay_document_get_file (outlay_window_get_document (window->data)) : NULL;

      if (other != NULL && is_same_file (file, other))
        return window->data;
    }
  return NULL;
}

void
outlay_open_file (GtkApplication *application, GFile *file, OutlayWindow *window)
{
  OutlayWindow *open = outlay_open_find (application, file);
  g_autoptr (GTask) task = NULL;
  Opening *opening;

  if (open != NULL)
    {
      gtk_window_present (GTK_WINDOW (open));
      return;
    }
  opening = g_new0 (Opening, 1);
  opening->application = g_object_ref (application);
  opening->file = g_object_ref (file);
  g_set_object (&opening->window, window);
  g_application_hold (G_APPLICATION (application));
  task = g_task_new (application, NULL, loaded_cb, NULL);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, load_thread);
}

OutlayWindow *
outlay_open_sample (GtkApplication *application)
{
  g_autoptr (GBytes) text = NULL;
  g_autoptr (OutlayPlan) plan = read_sample (&text);
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, text, NULL);

  return show (application, NULL, document);
}

void
outlay_open_new (GtkApplication *application)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (OutlayPlan) plan = outlay_structure_new_plan (g_date_time_get_year (now));
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, NULL, NULL);

  outlay_document_leave_file (document, _("New plan, not saved"));
  show (application, NULL, document);
}

void
outlay_open_last (GtkApplication *application)
{
  g_autoptr (GFile) file = outlay_recent_last ();

  if (file != NULL)
    outlay_open_file (application, file, NULL);
  else
    outlay_open_sample (application);
}

GtkFileDialog *
outlay_file_dialog_new (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) plans = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (plans, _("Outlay plans"));
  gtk_file_filter_add_pattern (plans, "*.json");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, plans);
  g_list_store_append (filters, all);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_modal (dialog, TRUE);
  return dialog;
}
