/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/save.h"
#include "store/writer.h"
#include "ui/document-private.h"

/* What a frame can spare, and how long edits may put a save off. */
#define PIECE_TIME (4 * G_TIME_SPAN_MILLISECOND)
#define PATIENCE (2 * G_TIME_SPAN_SECOND)
/* How often it is looked whether the draft knows of the save, in milliseconds. */
#define LOOK_AGAIN 2

typedef struct
{
  GFile *file;
  OutlayFileState *expected; /* (nullable) */
  OutlayFileState *state;    /* (nullable): what the file is now */
  gint64 begun;
  OutlayPlanWriter *writer; /* of the plan at that generation */
  guint64 generation;
  guint64 history_state;
  GString *text;
  char *digest; /* of the text */
} Save;

static void
save_free (Save *save)
{
  g_object_unref (save->file);
  g_clear_pointer (&save->expected, outlay_file_state_unref);
  g_clear_pointer (&save->state, outlay_file_state_unref);
  g_clear_pointer (&save->writer, outlay_plan_writer_free);
  if (save->text != NULL)
    g_string_free (save->text, TRUE);
  g_free (save->digest);
  g_free (save);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;
  GError *error = NULL;

  if (outlay_plan_replace (save->file, save->text, save->expected, &save->state, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
digest_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Save *save = data;

  save->digest = outlay_digest (save->text->str, save->text->len);
  g_task_return_boolean (task, TRUE);
}

/* The file may not be ahead of the draft. A draft that cannot be written keeps nobody from saving. */
static gboolean
wait_cb (gpointer data)
{
  GTask *task = data;
  OutlayDocument *self = g_task_get_source_object (task);
  Save *save = g_task_get_task_data (task);

  if (!outlay_draft_is_written (self->draft) && outlay_draft_get_error (self->draft) == NULL && g_get_monotonic_time () < save->begun + 2 * PATIENCE)
    return G_SOURCE_CONTINUE;
  g_task_run_in_thread (task, save_thread);
  return G_SOURCE_REMOVE;
}

static void
digest_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayDocument *self = OUTLAY_DOCUMENT (source);
  g_autoptr (GTask) task = data;
  Save *save = g_task_get_task_data (task);

  outlay_draft_saving (self->draft, outlay_history_find_state (self->history, save->history_state), save->digest);
  if (wait_cb (task) == G_SOURCE_CONTINUE)
    g_timeout_add_full (G_PRIORITY_DEFAULT, LOOK_AGAIN, wait_cb, g_steal_pointer (&task), g_object_unref);
}

/* Tells the draft what the file will hold, and then writes it. */
static void
replace_file (OutlayDocument *self, GTask *task, Save *save)
{
  g_autoptr (GTask) digest = NULL;

  if (self->draft == NULL)
    {
      g_task_run_in_thread (task, save_thread);
      return;
    }
  digest = g_task_new (self, NULL, digest_cb, g_object_ref (task));
  g_task_set_task_data (digest, save, NULL);
  g_task_run_in_thread (digest, digest_thread);
}

/* What has been written of a plan that was edited since is no plan: it is begun anew, and in the end written without a break. */
static gboolean
write_piece (OutlayDocument *self, Save *save)
{
  const gint64 now = g_get_monotonic_time ();
  const gboolean patient = now < save->begun + PATIENCE;

  if (save->generation != self->generation)
    g_clear_pointer (&save->writer, outlay_plan_writer_free);
  if (save->writer == NULL)
    save->writer = outlay_plan_writer_new (self->plan);
  save->generation = self->generation;
  return outlay_plan_writer_step (save->writer, patient ? now + PIECE_TIME : 0);
}

static gboolean
write_cb (gpointer data)
{
  GTask *task = data;
  Save *save = g_task_get_task_data (task);

  if (!write_piece (g_task_get_source_object (task), save))
    return G_SOURCE_CONTINUE;
  save->text = outlay_plan_writer_steal_text (save->writer);
  save->history_state = outlay_history_get_state (OUTLAY_DOCUMENT (g_task_get_source_object (task))->history);
  replace_file (g_task_get_source_object (task), task, save);
  return G_SOURCE_REMOVE;
}

void
outlay_document_save (OutlayDocument *self, GFile *file, gboolean lay_over, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Save *save = g_new0 (Save, 1);

  save->file = g_object_ref (file);
  save->begun = g_get_monotonic_time ();
  save->generation = self->generation;
  if (!lay_over && self->file_state != NULL && self->file != NULL && g_file_equal (file, self->file))
    save->expected = outlay_file_state_ref (self->file_state);
  g_task_set_task_data (task, save, (GDestroyNotify) save_free);
  if (write_cb (task) == G_SOURCE_CONTINUE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, write_cb, g_steal_pointer (&task), g_object_unref);
}

/* What is left on disk also where it is not certain to stay, so that trying again does not take it for somebody else's. */
static void
keep_state (OutlayDocument *self, Save *save, const GError *error)
{
  if (self->file == NULL || !g_file_equal (save->file, self->file))
    return;
  if (g_error_matches (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_UNCONFIRMED) ||
      g_error_matches (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_INTERRUPTED))
    outlay_document_set_file_state (self, save->state);
}

gboolean
outlay_document_save_finish (OutlayDocument *self, GAsyncResult *result, GError **error)
{
  Save *save = g_task_get_task_data (G_TASK (result));
  GError *reason = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &reason))
    {
      outlay_document_saved (self, save->file, save->state, save->history_state);
      return TRUE;
    }
  keep_state (self, save, reason);
  g_propagate_error (error, reason);
  return FALSE;
}
