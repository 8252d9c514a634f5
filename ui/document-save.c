/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/writer.h"
#include "ui/document-private.h"

typedef struct
{
  GFile *file;
  GString *text;
  guint64 generation;
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  g_string_free (save->text, TRUE);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (outlay_plan_replace (save->file, save->text, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
outlay_document_save (OutlayDocument *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Save *save = g_new0 (Save, 1);

  save->file = g_object_ref (file);
  save->text = outlay_plan_write (self->plan);
  save->generation = self->generation;
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
outlay_document_save_finish (OutlayDocument *self, GAsyncResult *result, GError **error)
{
  Save *save = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  outlay_document_saved (self, save->file, save->generation);
  return TRUE;
}
