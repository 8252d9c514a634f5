/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/journal.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plan/history-private.h"
#include "plan/validate.h"
#include "store/node-reader.h"

/* A journal as far as it has been read, and the record at hand. */
typedef struct
{
  OutlayPlan *plan;
  OutlayJournal *journal;
  OutlayReader *reader; /* of the record */
  gboolean started;
  int position;         /* where the history shall stand before the next step: walked to only then, so that a long journal takes no longer than its steps */
  const char *doing;    /* (nullable): the record of a step that nothing has followed yet */
  gsize doing_length;
} Replay;

/* --- members of a record; 0 and NULL where there is no such member or it is something else --- */

static guint
find (Replay *replay, guint object, const char *name, OutlayTextKind kind)
{
  const OutlayTextIndex *index = &replay->reader->index;

  if (outlay_text_kind (index, object) != OUTLAY_TEXT_OBJECT)
    return 0;
  for (guint child = outlay_text_first (object); child < outlay_text_end (index, object); child = outlay_text_entry (index, child)->next)
    if (outlay_text_name_is (index, child, name))
      return outlay_text_kind (index, child) == kind ? child : 0;
  return 0;
}

static char *
find_string (Replay *replay, guint object, const char *name)
{
  guint entry = find (replay, object, name, OUTLAY_TEXT_STRING);

  return entry != 0 ? outlay_text_string (&replay->reader->index, entry) : NULL;
}

/* NULL where there is no such array. */
static char **
find_strings (Replay *replay, guint object, const char *name)
{
  const OutlayTextIndex *index = &replay->reader->index;
  const guint array = find (replay, object, name, OUTLAY_TEXT_ARRAY);
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  if (array == 0)
    return NULL;
  for (guint item = outlay_text_first (array); item < outlay_text_end (index, array); item = outlay_text_entry (index, item)->next)
    if (outlay_text_kind (index, item) == OUTLAY_TEXT_STRING)
      g_strv_builder_take (strings, outlay_text_string (index, item));
  return g_strv_builder_end (strings);
}

/* −1 where it is not a whole number that a position may be. */
static int
get_position (Replay *replay, guint entry)
{
  double number = outlay_text_kind (&replay->reader->index, entry) == OUTLAY_TEXT_NUMBER ? outlay_text_number (&replay->reader->index, entry) : -1;

  return number >= 0 && number <= G_MAXINT && number == trunc (number) ? (int) number : -1;
}

static int
find_position (Replay *replay, guint object, const char *name)
{
  guint entry = find (replay, object, name, OUTLAY_TEXT_NUMBER);

  return entry != 0 ? get_position (replay, entry) : -1;
}

/* --- edits --- */

static gboolean
get_value (Replay *replay, guint edit, OutlayScenario *scenario, const OutlayParameter *parameter, OutlayValue *value)
{
  const OutlayTextIndex *index = &replay->reader->index;

  for (guint child = outlay_text_first (edit); child < outlay_text_end (index, edit); child = outlay_text_entry (index, child)->next)
    if (outlay_text_name_is (index, child, "value"))
      return outlay_reader_get_value (replay->reader, child, parameter->member, value);
  return scenario != NULL || parameter->member->absent;
}

static gboolean
set_numbers (Replay *replay, guint array, const char *path)
{
  const OutlayTextIndex *index = &replay->reader->index;
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  OutlayParameter found;

  if (!outlay_plan_find_path (replay->plan, path, &found, NULL) || found.member == NULL || found.index >= 0 || found.member->kind != OUTLAY_MEMBER_SHARES)
    return FALSE;
  for (guint item = outlay_text_first (array); item < outlay_text_end (index, array); item = outlay_text_entry (index, item)->next)
    {
      const double number = outlay_text_kind (index, item) == OUTLAY_TEXT_NUMBER ? outlay_text_number (index, item) : NAN;

      g_array_append_val (numbers, number);
    }
  return outlay_history_set_numbers (replay->journal->history, found.node, found.member, (const double *) numbers->data, numbers->len, NULL);
}

static gboolean
set (Replay *replay, guint edit, const char *path)
{
  const guint array = find (replay, edit, "value", OUTLAY_TEXT_ARRAY);
  g_autofree char *id = find_string (replay, edit, "in");
  OutlayScenario *scenario = id != NULL ? outlay_plan_find_scenario (replay->plan, id) : NULL;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  if (array != 0)
    return id == NULL && set_numbers (replay, array, path);
  return (id == NULL) == (scenario == NULL) && outlay_parameter_find (replay->plan, path, &parameter, NULL) &&
         get_value (replay, edit, scenario, &parameter, &value) &&
         outlay_history_set (replay->journal->history, scenario, &parameter, &value, NULL);
}

/* A source is filed under a path, which is no member of it. */
static OutlayNode *
make_object (Replay *replay, guint edit, const OutlayMember *list)
{
  g_autofree char *of = find_string (replay, edit, "of");

  if (list->kind == OUTLAY_MEMBER_NODES)
    return g_object_new (list->child_type, NULL);
  return of != NULL ? OUTLAY_NODE (outlay_source_new (of)) : NULL;
}

static gboolean
insert (Replay *replay, guint edit, const OutlayParameter *list, int at)
{
  guint object = find (replay, edit, "object", OUTLAY_TEXT_OBJECT);
  g_autoptr (OutlayNode) child = object != 0 ? make_object (replay, edit, list->member) : NULL;

  if (child == NULL)
    return FALSE;
  outlay_reader_read_node (replay->reader, object, child);
  if (!outlay_faults_any (&replay->reader->faults))
    outlay_reader_read_links (replay->reader);
  g_array_set_size (replay->reader->later, 0);
  return !outlay_faults_any (&replay->reader->faults) &&
         outlay_history_insert (replay->journal->history, list->node, list->member, (guint) at, child, NULL);
}

static gboolean
arrange (Replay *replay, guint edit, const char *verb, const char *path)
{
  const int at = find_position (replay, edit, "at"), to = find_position (replay, edit, "to");
  OutlayHistory *history = replay->journal->history;
  OutlayNode *child;
  OutlayParameter list;

  if (at < 0 || !outlay_plan_find_path (replay->plan, path, &list, NULL) || list.member == NULL ||
      (list.member->kind != OUTLAY_MEMBER_NODES && list.member->kind != OUTLAY_MEMBER_SOURCES))
    return FALSE;
  if (g_str_equal (verb, "insert"))
    return insert (replay, edit, &list, at);
  child = outlay_node_get_nth_child (list.node, list.member, (guint) at);
  if (child == NULL)
    return FALSE;
  if (g_str_equal (verb, "remove"))
    return outlay_history_remove (history, child, NULL);
  return to >= 0 && outlay_history_move (history, child, (guint) to, NULL);
}

static gboolean
make_edit (Replay *replay, guint edit)
{
  static const char *const verbs[] = { "set", "insert", "remove", "move" };

  for (guint v = 0; v < G_N_ELEMENTS (verbs); v++)
    {
      g_autofree char *path = find_string (replay, edit, verbs[v]);

      if (path != NULL)
        return v == 0 ? set (replay, edit, path) : arrange (replay, edit, verbs[v], path);
    }
  return FALSE;
}

static gboolean
make_edits (Replay *replay, guint edits)
{
  const OutlayTextIndex *index = &replay->reader->index;

  for (guint edit = outlay_text_first (edits); edit < outlay_text_end (index, edits); edit = outlay_text_entry (index, edit)->next)
    if (!make_edit (replay, edit))
      return FALSE;
  return TRUE;
}

/* --- records --- */

static guint
walk (Replay *replay)
{
  OutlayHistory *history = replay->journal->history;

  if ((guint) replay->position != outlay_history_get_position (history))
    outlay_history_go_to (history, (guint) replay->position);
  return (guint) replay->position;
}

static gboolean
read_step (Replay *replay, guint record)
{
  OutlayHistory *history = replay->journal->history;
  g_autofree char *description = find_string (replay, record, "description");
  guint edits = find (replay, record, "edits", OUTLAY_TEXT_ARRAY), position;

  if (edits == 0)
    return FALSE;
  position = walk (replay);
  outlay_history_begin (history, description);
  if (!make_edits (replay, edits))
    {
      outlay_history_rollback (history);
      return FALSE;
    }
  outlay_history_commit (history, NULL);
  if (replay->journal->saving_at > (int) position)
    replay->journal->saving_at = -1;
  /* An edit that changed nothing is none that was ever written. */
  replay->position = (int) outlay_history_get_position (history);
  return outlay_history_get_position (history) == position + 1;
}

static gboolean
go_to (Replay *replay, int position)
{
  if (position < 0 || (guint) position > outlay_history_get_n_steps (replay->journal->history))
    return FALSE;
  replay->position = position;
  return TRUE;
}

/* −1 stands for a state that no step leads to. */
static gboolean
read_saved (Replay *replay, guint record)
{
  guint at = find (replay, record, "at", OUTLAY_TEXT_NUMBER);
  int position;

  if (at == 0)
    return FALSE;
  position = get_position (replay, at);
  if (position > (int) outlay_history_get_n_steps (replay->journal->history))
    return FALSE;
  outlay_history_mark_saved (replay->journal->history, position);
  return TRUE;
}

static gboolean
read_saving (Replay *replay, guint record)
{
  OutlayJournal *journal = replay->journal;
  const guint at = find (replay, record, "at", OUTLAY_TEXT_NUMBER);
  const int position = at != 0 ? get_position (replay, at) : -1;

  g_free (journal->saving);
  journal->saving = find_string (replay, record, "digest");
  journal->saving_at = position;
  return at != 0 && position <= (int) outlay_history_get_n_steps (journal->history);
}

static gboolean
read_origin (Replay *replay, guint record)
{
  OutlayFileMark *origin = &replay->journal->origin;

  outlay_file_mark_clear (origin);
  origin->uri = find_string (replay, record, "file");
  origin->digest = find_string (replay, record, "digest");
  origin->words = find_string (replay, record, "words");
  return TRUE;
}

static gboolean
read_view (Replay *replay, guint record)
{
  const guint maximized = find (replay, record, "maximized", OUTLAY_TEXT_BOOLEAN);

  outlay_view_clear (&replay->journal->view);
  replay->journal->view = (OutlayView) {
    .scenario = find_string (replay, record, "scenario"),
    .compared = find_string (replay, record, "compared"),
    .page = find_string (replay, record, "page"),
    .chosen = find_strings (replay, record, "chosen"),
    .bridge_from = find_string (replay, record, "bridge-from"),
    .bridge_to = find_string (replay, record, "bridge-to"),
    .bridge_outcome = find_string (replay, record, "bridge-outcome"),
    .statement = find_string (replay, record, "statement"),
    .initiative = find_string (replay, record, "initiative"),
    .phase = find_string (replay, record, "phase"),
    .width = MAX (find_position (replay, record, "width"), 0),
    .height = MAX (find_position (replay, record, "height"), 0),
    .maximized = maximized != 0 && outlay_text_boolean (&replay->reader->index, maximized),
  };
  return TRUE;
}

static gboolean
read_record (Replay *replay)
{
  const OutlayTextIndex *index = &replay->reader->index;
  const guint entry = outlay_text_first (0);
  g_autofree char *kind = NULL;

  if (outlay_text_kind (index, 0) != OUTLAY_TEXT_OBJECT || entry >= outlay_text_end (index, 0))
    return FALSE;
  kind = outlay_text_name (index, entry);
  if (g_str_equal (kind, "start"))
    return !replay->started && find_position (replay, entry, "version") == 1 && (replay->started = read_origin (replay, entry));
  if (!replay->started)
    return FALSE;
  if (g_str_equal (kind, "view"))
    return read_view (replay, entry);
  if (g_str_equal (kind, "saving"))
    return read_saving (replay, entry);
  if (g_str_equal (kind, "saved"))
    return read_saved (replay, entry) && read_origin (replay, entry);
  replay->doing = g_str_equal (kind, "doing") ? index->text : NULL;
  replay->doing_length = index->length;
  if (replay->doing != NULL)
    return TRUE;
  if (g_str_equal (kind, "step"))
    return read_step (replay, entry);
  if (g_str_equal (kind, "at"))
    return go_to (replay, get_position (replay, entry));
  return g_str_equal (kind, "dropped");
}

/* --- lines --- */

static gboolean
is_sealed (const char *line, gsize length)
{
  g_autofree char *digest = NULL;

  if (length <= OUTLAY_JOURNAL_SEAL || line[OUTLAY_JOURNAL_SEAL] != ' ')
    return FALSE;
  digest = outlay_digest (line + OUTLAY_JOURNAL_SEAL + 1, length - OUTLAY_JOURNAL_SEAL - 1);
  return memcmp (line, digest, OUTLAY_JOURNAL_SEAL) == 0;
}

static gboolean
with_reader (Replay *replay, const char *record, gsize length, gboolean (*read) (Replay *replay))
{
  OutlayReader reader;
  gboolean good;

  replay->reader = &reader;
  outlay_reader_init (&reader, replay->plan, record, length);
  good = outlay_text_index_init (&reader.index, record, length, &reader.faults) && !outlay_faults_any (&reader.faults) && read (replay);
  outlay_reader_clear (&reader);
  return good;
}

static gboolean
read_line (Replay *replay, const char *line, gsize length)
{
  const gsize seal = OUTLAY_JOURNAL_SEAL + 1;

  return is_sealed (line, length) && with_reader (replay, line + seal, length - seal, read_record);
}

static gboolean
read_doing (Replay *replay)
{
  return read_step (replay, outlay_text_first (0));
}

static void
read_lines (Replay *replay, const char *text, gsize length)
{
  const char *end;

  while ((end = memchr (text + replay->journal->length, '\n', length - replay->journal->length)) != NULL &&
         read_line (replay, text + replay->journal->length, (gsize) (end - text) - replay->journal->length))
    replay->journal->length = (gsize) (end - text) + 1;
  replay->journal->whole = replay->journal->length == length;
  if (replay->doing != NULL)
    replay->journal->doing = with_reader (replay, replay->doing, replay->doing_length, read_doing);
  walk (replay);
}

/* --- public --- */

/**
 * outlay_journal_read:
 * @plan: the plan as it was when the journal was begun
 * @text: (array length=length): the journal
 * @length: its bytes
 * @error: return location for %G_IO_ERROR_INVALID_DATA
 *
 * Does what the journal tells: @plan is then as it was last, with its history. A journal that is torn is read as far as it is good.
 *
 * Returns: (transfer full) (nullable): what was read; %NULL where it is no journal of this plan, whose state then means nothing
 */
OutlayJournal *
outlay_journal_read (OutlayPlan *plan, const char *text, gsize length, GError **error)
{
  g_autoptr (OutlayJournal) journal = g_new0 (OutlayJournal, 1);
  Replay replay = { .plan = plan, .journal = journal };
  g_autoptr (GError) fault = NULL;

  journal->history = outlay_history_new (plan);
  outlay_journal_follow (journal->history);
  outlay_history_set_trusting (journal->history, TRUE);
  outlay_plan_freeze (plan);
  read_lines (&replay, text, length);
  outlay_plan_thaw (plan);
  outlay_history_set_trusting (journal->history, FALSE);
  if (replay.started && outlay_plan_check_all (plan, &fault))
    return g_steal_pointer (&journal);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The draft of the plan cannot be read: %s"),
               fault != NULL ? fault->message : _("it does not begin as a draft does"));
  return NULL;
}

void
outlay_journal_free (OutlayJournal *journal)
{
  g_clear_object (&journal->history);
  outlay_file_mark_clear (&journal->origin);
  g_free (journal->saving);
  outlay_view_clear (&journal->view);
  g_free (journal);
}

void
outlay_file_mark_copy (OutlayFileMark *origin, const OutlayFileMark *from)
{
  OutlayFileMark copy = { g_strdup (from->uri), g_strdup (from->digest), g_strdup (from->words) };

  outlay_file_mark_clear (origin);
  *origin = copy;
}

void
outlay_file_mark_clear (OutlayFileMark *origin)
{
  g_clear_pointer (&origin->uri, g_free);
  g_clear_pointer (&origin->digest, g_free);
  g_clear_pointer (&origin->words, g_free);
}
