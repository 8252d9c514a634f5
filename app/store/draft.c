/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft.h"

#include <glib/gi18n.h>

#include "plan/history-private.h"
#include "store/draft-disk.h"

/* Together with the writing well within the second after which nothing may be lost, and seldom enough for a drag not to be slowed down. */
#define DOING_AFTER 200
/* A window that is being resized is not told at each step. */
#define VIEW_AFTER 300
#define RETRY_AFTER 2000

struct _OutlayDraft
{
  GObject parent_instance;

  OutlayHistory *history;
  OutlayDraftDisk disk; /* of the thread while one writes */
  GPtrArray *waiting;   /* Entry, in their order */
  gboolean writing;
  gboolean discarded;
  gboolean doing_told; /* the last thing that was told is a step that is still being done */
  guint position;      /* that was told last */
  guint doing_source;
  guint view_source;
  guint retry_source;
  OutlayView view;
  GError *error;
};

enum
{
  PROP_ERROR = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayDraft, outlay_draft, G_TYPE_OBJECT)

/* Something to be told: a record, or a command that the thread makes one of. */
typedef struct
{
  GString *record;
  OutlayCommand *command;
  gboolean doing;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  if (entry->record != NULL)
    g_string_free (entry->record, TRUE);
  g_clear_pointer (&entry->command, outlay_command_unref);
  g_free (entry);
}

static GPtrArray *
entries_new (void)
{
  return g_ptr_array_new_with_free_func (entry_free);
}

/* --- in the thread --- */

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OutlayDraft *self = source;
  GPtrArray *entries = data;
  g_autoptr (GString) records = g_string_new (NULL);
  GError *error = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = entries->pdata[i];

      if (entry->record != NULL)
        g_string_append_len (records, entry->record->str, (gssize) entry->record->len);
      else
        outlay_journal_append_step (records, entry->command, entry->doing);
    }
  if (outlay_draft_disk_append (&self->disk, records, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* --- what is told --- */

static void flush (OutlayDraft *self);

static void
set_error (OutlayDraft *self, GError *error)
{
  const gboolean changes = (error != NULL) != (self->error != NULL);

  g_clear_error (&self->error);
  self->error = error;
  if (changes)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
retry_cb (gpointer data)
{
  OutlayDraft *self = data;

  self->retry_source = 0;
  flush (self);
}

/* What could not be written waits in front of what came meanwhile. */
static void
wait_again (OutlayDraft *self, GPtrArray *entries)
{
  g_autoptr (GPtrArray) later = g_steal_pointer (&self->waiting);

  self->waiting = g_ptr_array_ref (entries);
  g_ptr_array_extend_and_steal (self->waiting, g_steal_pointer (&later));
  if (self->retry_source == 0)
    self->retry_source = g_timeout_add_once (RETRY_AFTER, retry_cb, self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayDraft *self = OUTLAY_DRAFT (source);
  GPtrArray *entries = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->writing = FALSE;
  if (g_application_get_default () != NULL)
    g_application_release (g_application_get_default ());
  if (self->discarded)
    {
      outlay_draft_remove (self->disk.folder);
      g_task_propagate_boolean (G_TASK (result), NULL);
      return;
    }
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    wait_again (self, entries);
  set_error (self, error);
  if (error == NULL)
    flush (self);
}

/* The program does not end while something is being written. */
static void
flush (OutlayDraft *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->writing || self->discarded || self->waiting->len == 0)
    return;
  g_clear_handle_id (&self->retry_source, g_source_remove);
  self->writing = TRUE;
  if (g_application_get_default () != NULL)
    g_application_hold (g_application_get_default ());
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&self->waiting), (GDestroyNotify) g_ptr_array_unref);
  self->waiting = entries_new ();
  g_task_run_in_thread (task, write_thread);
}

static void
add_entry (OutlayDraft *self, GString *record, OutlayCommand *command, gboolean doing)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->record = record;
  entry->command = command;
  entry->doing = doing;
  g_ptr_array_add (self->waiting, entry);
  flush (self);
}

static void
tell_step (OutlayDraft *self)
{
  g_clear_handle_id (&self->doing_source, g_source_remove);
  self->position = outlay_history_get_position (self->history);
  self->doing_told = FALSE;
  add_entry (self, NULL, outlay_command_ref (outlay_history_get_command (self->history, self->position - 1)), FALSE);
}

static void
doing_cb (gpointer data)
{
  OutlayDraft *self = data;
  OutlayCommand *command = outlay_history_get_open_command (self->history);

  self->doing_source = 0;
  if (command == NULL)
    return;
  self->doing_told = TRUE;
  add_entry (self, NULL, outlay_command_snapshot (command), TRUE);
}

static void
plan_changed_cb (OutlayDraft *self)
{
  if (self->doing_source == 0 && outlay_history_get_open_command (self->history) != NULL)
    self->doing_source = g_timeout_add_once (DOING_AFTER, doing_cb, self);
}

static void
history_changed_cb (OutlayDraft *self)
{
  GString *record;

  if (self->position != outlay_history_get_position (self->history))
    {
      record = g_string_new (NULL);
      self->position = outlay_history_get_position (self->history);
      self->doing_told = FALSE;
      outlay_journal_append_position (record, self->position);
      add_entry (self, record, NULL, FALSE);
    }
  else if (self->doing_told && outlay_history_get_open_command (self->history) == NULL)
    {
      record = g_string_new (NULL);
      self->doing_told = FALSE;
      outlay_journal_append_dropped (record);
      add_entry (self, record, NULL, FALSE);
    }
}

static void
view_cb (gpointer data)
{
  OutlayDraft *self = data;
  GString *record = g_string_new (NULL);

  self->view_source = 0;
  outlay_journal_append_view (record, &self->view);
  add_entry (self, record, NULL, FALSE);
}

static void
outlay_draft_dispose (GObject *object)
{
  OutlayDraft *self = OUTLAY_DRAFT (object);

  g_clear_handle_id (&self->doing_source, g_source_remove);
  g_clear_handle_id (&self->view_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  G_OBJECT_CLASS (outlay_draft_parent_class)->dispose (object);
}

static void
outlay_draft_finalize (GObject *object)
{
  OutlayDraft *self = OUTLAY_DRAFT (object);

  outlay_draft_disk_clear (&self->disk);
  g_ptr_array_unref (self->waiting);
  outlay_view_clear (&self->view);
  g_clear_error (&self->error);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (outlay_draft_parent_class)->finalize (object);
}

static void
outlay_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boxed (value, OUTLAY_DRAFT (object)->error);
}

static void
outlay_draft_class_init (OutlayDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = outlay_draft_dispose;
  object_class->finalize = outlay_draft_finalize;
  object_class->get_property = outlay_draft_get_property;
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_draft_init (OutlayDraft *self)
{
  self->disk.journal = -1;
  self->waiting = entries_new ();
}

static OutlayDraft *
draft_new (OutlayPlan *plan, OutlayHistory *history)
{
  OutlayDraft *self = g_object_new (OUTLAY_TYPE_DRAFT, NULL);

  self->history = g_object_ref (history);
  self->position = outlay_history_get_position (history);
  outlay_journal_follow (history);
  g_signal_connect_object (history, "stepped", G_CALLBACK (tell_step), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::position", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/* Names that are in the order of time, for windows to come back in. */
static char *
new_folder (const char *drafts)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *name = g_strdup_printf ("%s.%06d-%08x", time, g_date_time_get_microsecond (now), g_random_int ());

  return g_build_filename (drafts, name, NULL);
}

char *
outlay_drafts_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "outlay", "drafts", NULL);
}

/**
 * outlay_draft_new:
 * @drafts: the folder of drafts
 * @base: the plan's text before the first step of @history
 * @plan: a plan
 * @history: its history, without a step
 * @origin: the plan's file, if there is one
 *
 * Begins a draft, which follows the history from now on.
 *
 * Returns: (transfer full): the draft
 */
OutlayDraft *
outlay_draft_new (const char *drafts, GBytes *base, OutlayPlan *plan, OutlayHistory *history, const OutlayFileMark *origin)
{
  OutlayDraft *self = draft_new (plan, history);
  GString *start = g_string_new (NULL);

  self->disk.folder = new_folder (drafts);
  self->disk.base = g_bytes_ref (base);
  outlay_journal_append_start (start, origin);
  add_entry (self, start, NULL, FALSE);
  return self;
}

/**
 * outlay_draft_resume:
 * @recovery: what outlay_draft_recover() found; its lock passes over
 *
 * Goes on with a draft of an earlier process: what is done from now on follows what was whole in its journal.
 *
 * Returns: (transfer full): the draft
 */
OutlayDraft *
outlay_draft_resume (OutlayRecovery *recovery)
{
  OutlayDraft *self = draft_new (recovery->plan, recovery->journal->history);

  self->disk.folder = g_strdup (recovery->folder);
  self->disk.journal = recovery->lock;
  self->disk.length = (goffset) recovery->journal->length;
  recovery->lock = -1;
  outlay_view_copy (&self->view, &recovery->journal->view);
  /* Nothing will follow it that would make it one. */
  if (recovery->journal->doing)
    tell_step (self);
  return self;
}

/**
 * outlay_draft_saving:
 * @self: a draft
 * @position: the position of the history that is about to be written to the plan's file; −1 for none
 * @digest: what the file will be known by
 *
 * Remembers what the file will hold, so that a start after a crash knows it for a save of its own.
 */
void
outlay_draft_saving (OutlayDraft *self, int position, const char *digest)
{
  GString *record = g_string_new (NULL);

  outlay_journal_append_saving (record, position, digest);
  add_entry (self, record, NULL, FALSE);
}

/**
 * outlay_draft_saved:
 * @self: a draft
 * @position: the position of the history whose state is on disk; −1 for none
 * @origin: where, and what the file holds now
 *
 * Remembers that the plan was saved, so that a restart knows what is unsaved.
 */
void
outlay_draft_saved (OutlayDraft *self, int position, const OutlayFileMark *origin)
{
  GString *record = g_string_new (NULL);

  outlay_journal_append_saved (record, position, origin);
  add_entry (self, record, NULL, FALSE);
}

/**
 * outlay_draft_set_view:
 * @self: a draft
 * @view: how the window shows the plan
 *
 * Remembers how the plan is shown, so that it is shown so again.
 */
void
outlay_draft_set_view (OutlayDraft *self, const OutlayView *view)
{
  if (outlay_view_equal (view, &self->view))
    return;
  outlay_view_copy (&self->view, view);
  if (self->view_source == 0)
    self->view_source = g_timeout_add_once (VIEW_AFTER, view_cb, self);
}

/**
 * outlay_draft_get_view:
 * @self: a draft
 *
 * Returns: (transfer none): how the plan is shown, as it was last told; without a size where it never was
 */
const OutlayView *
outlay_draft_get_view (OutlayDraft *self)
{
  return &self->view;
}

/**
 * outlay_draft_settle:
 * @self: a draft
 *
 * Writes at once what was waiting for more of its kind.
 */
void
outlay_draft_settle (OutlayDraft *self)
{
  if (self->view_source == 0)
    return;
  g_source_remove (self->view_source);
  view_cb (self);
}

/**
 * outlay_draft_get_error:
 * @self: a draft
 *
 * Returns: (nullable) (transfer none): why the last change could not be kept
 */
const GError *
outlay_draft_get_error (OutlayDraft *self)
{
  return self->error;
}

/**
 * outlay_draft_is_written:
 * @self: a draft
 *
 * Returns: whether all that it was told of is on disk
 */
gboolean
outlay_draft_is_written (OutlayDraft *self)
{
  return !self->writing && self->waiting->len == 0;
}

/**
 * outlay_draft_is_kept:
 * @self: a draft
 *
 * Returns: whether all that happened up to now is on disk
 */
gboolean
outlay_draft_is_kept (OutlayDraft *self)
{
  return outlay_draft_is_written (self) && self->doing_source == 0 && self->view_source == 0;
}

/**
 * outlay_draft_discard:
 * @self: a draft
 *
 * Ends the draft and removes its folder.
 */
void
outlay_draft_discard (OutlayDraft *self)
{
  self->discarded = TRUE;
  if (!self->writing)
    outlay_draft_remove (self->disk.folder);
}
