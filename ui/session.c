/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session.h"

#include <glib/gi18n.h>

#include "store/save.h"
#include "store/writer.h"
#include "ui/open.h"

struct _OutlaySession
{
  GtkApplication *application;
  GPtrArray *files; /* GFile: to be opened when the windows are back */
  gboolean restoring;
  gboolean sample; /* to be opened then too */
  gboolean asked;  /* for something: other windows come back only with what is not saved */
};

/* A draft that was found, and what has become of its file. */
typedef struct
{
  OutlayRecovery *recovery; /* (nullable): it could not be understood */
  char *aside;              /* (nullable): then where it was put */
  GFile *file;              /* (nullable) */
  OutlayFileChange change;
  gboolean own; /* it is what this draft had last saved */
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->recovery, outlay_recovery_free);
  g_free (found->aside);
  g_clear_object (&found->file);
  g_free (found);
}

/* --- in the thread --- */

/* The program may have ended after the file was replaced and before the journal knew of it: then the file is what the journal says was about to be written. */
static gboolean
is_own_save (OutlayRecovery *recovery, const char *digest)
{
  OutlayJournal *journal = recovery->journal;

  if (g_strcmp0 (digest, journal->saving) != 0)
    return FALSE;
  outlay_history_mark_saved (journal->history, journal->saving_at);
  g_set_str (&journal->origin.digest, digest);
  return TRUE;
}

static char *
digest_of (GFile *file)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_load_contents (file, NULL, &text, &length, NULL, NULL) ? outlay_digest (text, length) : NULL;
}

/* Where the file cannot be looked at, it is taken for what it was: saving looks again. */
static void
look_at_file (Found *found)
{
  const OutlayFileMark *origin = &found->recovery->journal->origin;
  g_autoptr (OutlayFileState) state = NULL;
  g_autofree char *digest = NULL;

  found->change = OUTLAY_FILE_SAME;
  if (origin->uri == NULL)
    return;
  found->file = g_file_new_for_uri (origin->uri);
  outlay_plan_finish_saving (found->file, NULL);
  if (origin->digest == NULL)
    return;
  state = outlay_file_state_new_for_digest (origin->digest);
  if (!outlay_file_state_compare (state, found->file, &found->change, NULL, NULL, NULL))
    found->change = OUTLAY_FILE_SAME;
  if (found->change != OUTLAY_FILE_CHANGED)
    return;
  digest = digest_of (found->file);
  found->own = digest != NULL && is_own_save (found->recovery, digest);
  if (found->own)
    found->change = OUTLAY_FILE_SAME;
}

static void
recover (const char *folder, GPtrArray *all)
{
  g_autoptr (GError) error = NULL;
  OutlayRecovery *recovery = outlay_draft_recover (folder, &error);
  Found *found;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BUSY))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      outlay_draft_remove (folder);
      return;
    }
  found = g_new0 (Found, 1);
  found->recovery = recovery;
  if (recovery != NULL)
    look_at_file (found);
  else
    found->aside = outlay_draft_set_aside (folder);
  g_ptr_array_add (all, found);
}

static void
recover_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *drafts = outlay_drafts_folder ();
  g_autoptr (GPtrArray) folders = outlay_drafts_list (drafts);
  GPtrArray *all = g_ptr_array_new_with_free_func (found_free);

  for (guint i = 0; i < folders->len; i++)
    recover (folders->pdata[i], all);
  g_task_return_pointer (task, all, (GDestroyNotify) g_ptr_array_unref);
}

/* --- windows --- */

static gboolean
is_unsaved (const Found *found)
{
  return !outlay_history_is_clean (found->recovery->journal->history);
}

static gboolean
is_wanted (OutlaySession *self, const Found *found)
{
  if (!self->asked || is_unsaved (found))
    return TRUE;
  return found->file != NULL && g_ptr_array_find_with_equal_func (self->files, found->file, (GEqualFunc) g_file_equal, NULL);
}

static char *
display_name (GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);

  return g_filename_display_name (basename);
}

/* The draft goes on without the file, which is opened beside it: neither is laid over the other. */
static void
part_from_file (OutlaySession *self, OutlayWindow *window, GFile *file)
{
  g_autofree char *name = display_name (file);
  g_autofree char *origin = g_strdup_printf (_("Your changes to “%s”, not saved"), name);
  g_autofree char *text = g_strdup_printf (_("“%s” was changed by somebody else meanwhile. Your unsaved changes are in this window; the file is in another."), name);

  outlay_document_leave_file (outlay_window_get_document (window), origin);
  outlay_window_notice (window, text);
  if (!g_ptr_array_find_with_equal_func (self->files, file, (GEqualFunc) g_file_equal, NULL))
    g_ptr_array_add (self->files, g_object_ref (file));
}

static void
say_what_came_back (OutlayWindow *window, const Found *found)
{
  g_autofree char *name = found->file != NULL ? display_name (found->file) : NULL;
  g_autofree char *text = NULL;

  if (found->change == OUTLAY_FILE_DELETED)
    {
      text = g_strdup_printf (_("“%s” is gone from the disk. The plan is here as you left it; save it to have the file again."), name);
      outlay_window_notice (window, text);
    }
  else if (is_unsaved (found))
    outlay_window_say (window, _("Your unsaved changes are back"), FALSE);
}

static void
bring_back (OutlaySession *self, Found *found)
{
  g_autoptr (OutlayDocument) document = outlay_document_new_recovered (found->recovery);
  OutlayWindow *window = outlay_window_new (ADW_APPLICATION (self->application), document);

  if (found->own)
    outlay_document_tell_draft (document);
  outlay_window_set_view (window, &found->recovery->journal->view);
  gtk_window_present (GTK_WINDOW (window));
  say_what_came_back (window, found);
  if (found->change == OUTLAY_FILE_CHANGED)
    part_from_file (self, window, found->file);
}

/* A file is in one window only; two drafts of one are what a program left that ended in the middle of something. */
static gboolean
is_open (OutlaySession *self, const Found *found)
{
  return found->file != NULL && outlay_open_find (self->application, found->file) != NULL;
}

/* Whether there is a window of it now, or soon. */
static gboolean
treat (OutlaySession *self, Found *found)
{
  OutlayHistory *history;

  if (found->recovery == NULL)
    return FALSE;
  history = found->recovery->journal->history;
  if (found->change == OUTLAY_FILE_DELETED)
    outlay_history_mark_saved (history, -1);
  if (is_open (self, found))
    found->change = OUTLAY_FILE_CHANGED;
  if (is_wanted (self, found) && (found->change != OUTLAY_FILE_CHANGED || is_unsaved (found)))
    {
      bring_back (self, found);
      return TRUE;
    }
  /* Nothing of it is lost: the file has it all, or has what came after it. */
  outlay_draft_remove (found->recovery->folder);
  if (found->file == NULL || self->asked)
    return FALSE;
  outlay_open_file (self->application, found->file, NULL);
  return TRUE;
}

static void
complain (GtkWindow *window, const char *aside)
{
  g_autofree char *text = g_strdup_printf (_("A plan that was open before could not be brought back. What is left of it is kept in “%s”."), aside);

  outlay_window_complain (OUTLAY_WINDOW (window), _("Not Everything Came Back"), text);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, char *aside)
{
  if (!OUTLAY_IS_WINDOW (window))
    return;
  complain (window, aside);
  g_signal_handlers_disconnect_by_data (application, aside);
}

static void
free_aside (gpointer aside, GClosure *closure)
{
  g_free (aside);
}

/* As soon as there is a window to say it in. */
static void
complain_somewhere (OutlaySession *self, const char *aside)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (OUTLAY_IS_WINDOW (window))
    complain (window, aside);
  else
    g_signal_connect_data (self->application, "window-added", G_CALLBACK (window_added_cb), g_strdup (aside), free_aside, 0);
}

static void
open_files (OutlaySession *self)
{
  g_autoptr (GPtrArray) files = g_steal_pointer (&self->files);

  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < files->len; i++)
    outlay_open_file (self->application, files->pdata[i], NULL);
}

static void
recovered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlaySession *self = data;
  g_autoptr (GPtrArray) all = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean any = self->files->len > 0 || self->sample;

  self->restoring = FALSE;
  self->asked = any;
  for (guint i = 0; i < all->len; i++)
    any |= treat (self, all->pdata[i]);
  if (!any)
    outlay_open_last (self->application);
  open_files (self);
  if (self->sample)
    outlay_open_sample (self->application);
  self->sample = FALSE;
  for (guint i = 0; i < all->len; i++)
    if (((Found *) all->pdata[i])->aside != NULL)
      complain_somewhere (self, ((Found *) all->pdata[i])->aside);
  g_application_release (G_APPLICATION (self->application));
}

OutlaySession *
outlay_session_new (GtkApplication *application)
{
  OutlaySession *self = g_new0 (OutlaySession, 1);

  self->application = application;
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
outlay_session_free (OutlaySession *self)
{
  g_ptr_array_unref (self->files);
  g_free (self);
}

void
outlay_session_restore (OutlaySession *self, GFile *const *files, guint n_files)
{
  g_autoptr (GTask) task = NULL;

  for (guint i = 0; i < n_files; i++)
    g_ptr_array_add (self->files, g_object_ref (files[i]));
  if (self->restoring)
    return;
  self->restoring = TRUE;
  g_application_hold (G_APPLICATION (self->application));
  task = g_task_new (self->application, NULL, recovered_cb, self);
  g_task_run_in_thread (task, recover_thread);
}

void
outlay_session_restore_and_open_sample (OutlaySession *self)
{
  self->sample = TRUE;
  outlay_session_restore (self, NULL, 0);
}
