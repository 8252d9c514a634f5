/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results-export.h"

#include <glib/gi18n.h>

#include "ui/save-name.h"

#define CSV ".csv"
#define WORKBOOK ".xlsx"

typedef struct
{
  OutlayFigures *figures;
  int kind;
  OutlayScope scope;
  OutlayWindow *window;
} Job;

static void
job_free (Job *job)
{
  outlay_figures_unref (job->figures);
  g_object_unref (job->window);
  g_free (job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
complain (const Job *job, const GError *error)
{
  outlay_window_complain (job->window, _("The Table Was Not Exported"), error->message);
}

static void
tell (const Job *job, gboolean written, const GError *error)
{
  if (written)
    outlay_window_say (job->window, _("Table exported"), FALSE);
  else
    complain (job, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  tell (job, g_file_replace_contents_finish (G_FILE (source), result, NULL, &error), error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;

  tell (job, outlay_plan_export_finish (result, &error), error);
}

static void
write_csv (Job *job, GFile *file)
{
  char *csv = outlay_figures_to_csv (job->figures);
  g_autoptr (GBytes) bytes = g_bytes_new_take (csv, strlen (csv));

  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, written_cb, job);
}

static void
write_workbook (Job *job, GFile *file)
{
  const OutlayPlanExport what = { .form = OUTLAY_PLAN_EXPORT_STATEMENT, .statement = (OutlayStatementKind) job->kind, .scope = job->scope };

  outlay_plan_export (outlay_window_get_document (job->window), &what, file, NULL, exported_cb, job);
}

/* Without an ending that is known a statement is a workbook. */
static gboolean
is_csv (const Job *job, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file), *small = g_utf8_strdown (name, -1);

  return job->kind < 0 || g_str_has_suffix (small, CSV);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Job) job = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) chosen = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GFile) file = NULL;

  if (chosen == NULL)
    return;
  file = outlay_save_name (chosen, is_csv (job, chosen) ? CSV : WORKBOOK, &error);
  if (file == NULL)
    complain (job, error);
  else if (is_csv (job, file))
    write_csv (g_steal_pointer (&job), file);
  else
    write_workbook (g_steal_pointer (&job), file);
}

/* What a table can be written as; where there is a choice the first is what a name without an ending means. */
static GListModel *
list_filters (const Job *job)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  const char *const endings[] = { WORKBOOK, CSV }, *const names[] = { _("Workbook (XLSX)"), _("Table (CSV)") };

  for (guint n = job->kind < 0 ? 1 : 0; n < G_N_ELEMENTS (endings); n++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, names[n]);
      gtk_file_filter_add_suffix (filter, endings[n] + 1);
      g_list_store_append (filters, filter);
    }
  return G_LIST_MODEL (filters);
}

void
outlay_results_export (OutlayFigures *figures, int kind, OutlayScope scope, OutlayWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *scenario = figures->scenario != NULL ? g_strconcat (" – ", figures->scenario, NULL) : g_strdup ("");
  g_autofree char *name = g_strconcat (figures->title, " – ", figures->scope, scenario, kind < 0 ? CSV : WORKBOOK, NULL);
  g_autoptr (GListModel) filters = NULL;
  Job *job = g_new0 (Job, 1);

  job->figures = outlay_figures_ref (figures);
  job->window = g_object_ref (window);
  job->kind = kind;
  job->scope = scope;
  filters = list_filters (job);
  g_strdelimit (name, "/\\", '-');
  gtk_file_dialog_set_title (dialog, _("Export the Table"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, job);
}
