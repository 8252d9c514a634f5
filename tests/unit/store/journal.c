/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "plan/history-private.h"
#include "store/journal.h"
#include "store/reader.h"
#include "support/editor.h"
#include "support/small-plan.h"

/* Somebody at work, and the journal of it. */
typedef struct
{
  TestEditor editor;
  OutlayPlan *plan;
  OutlayHistory *history;
  char *base;
  GString *journal;
} Session;

static void
stepped_cb (Session *session)
{
  OutlayCommand *command = outlay_history_get_command (session->history, outlay_history_get_position (session->history) - 1);

  outlay_journal_append_step (session->journal, command, FALSE);
}

static void
session_init (Session *session)
{
  *session = (Session) { .plan = make_plan (), .journal = g_string_new (NULL) };
  session->history = outlay_history_new (session->plan);
  outlay_journal_follow (session->history);
  test_editor_init (&session->editor, session->plan, session->history);
  session->base = test_editor_write (&session->editor);
  g_signal_connect_swapped (session->history, "stepped", G_CALLBACK (stepped_cb), session);
  outlay_journal_append_start (session->journal, &(OutlayFileMark) { (char *) "file:///plan.outlay.json", (char *) "0123" });
}

static void
session_clear (Session *session)
{
  test_editor_clear (&session->editor);
  g_string_free (session->journal, TRUE);
  g_free (session->base);
  g_object_unref (session->history);
  g_object_unref (session->plan);
}

static void
session_walk (Session *session)
{
  const guint before = outlay_history_get_position (session->history);

  test_editor_walk (&session->editor);
  if (outlay_history_get_position (session->history) != before)
    outlay_journal_append_position (session->journal, outlay_history_get_position (session->history));
}

static void
session_save (Session *session)
{
  const int position = (int) outlay_history_get_position (session->history);

  outlay_history_mark_saved (session->history, position);
  outlay_journal_append_saved (session->journal, position, &(OutlayFileMark) { (char *) "file:///other.outlay.json", (char *) "4567" });
}

static void
session_go_on (Session *session, guint round)
{
  g_autofree char *description = g_strdup_printf ("step “%u”", round);

  if (g_test_rand_int_range (0, 3) == 0)
    session_walk (session);
  else if (g_test_rand_int_range (0, 8) == 0)
    session_save (session);
  else
    test_editor_step (&session->editor, description);
}

/* --- reading it back --- */

static OutlayPlan *
read_base (const char *base)
{
  g_autoptr (GError) error = NULL;
  OutlayPlan *plan = outlay_plan_read (base, strlen (base), NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static OutlayJournal *
read_journal (OutlayPlan *plan, GString *text)
{
  g_autoptr (GError) error = NULL;
  OutlayJournal *journal = outlay_journal_read (plan, text->str, text->len, &error);

  g_assert_no_error (error);
  return journal;
}

static void
assert_same_plan (OutlayPlan *plan, OutlayPlan *other)
{
  TestEditor one = { .plan = plan }, two = { .plan = other };
  g_autofree char *text = test_editor_write (&one), *expected = test_editor_write (&two);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_same_history (OutlayHistory *history, OutlayHistory *other)
{
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, outlay_history_get_n_steps (other));
  g_assert_cmpuint (outlay_history_get_position (history), ==, outlay_history_get_position (other));
  g_assert_cmpint (outlay_history_get_saved (history), ==, outlay_history_get_saved (other));
  for (guint step = 0; step < outlay_history_get_n_steps (history); step++)
    g_assert_cmpstr (outlay_history_get_description (history, step), ==, outlay_history_get_description (other, step));
}

static void
assert_read_back (Session *session)
{
  g_autoptr (OutlayPlan) plan = read_base (session->base);
  g_autoptr (OutlayJournal) journal = read_journal (plan, session->journal);

  g_assert_true (journal->whole);
  assert_same_plan (plan, session->plan);
  assert_same_history (journal->history, session->history);
}

/* Whatever is done, the plan and every step come back: each position is the same file to the last byte. */
static void
test_comes_back (void)
{
  Session session;
  g_autoptr (OutlayPlan) plan = NULL;
  g_autoptr (OutlayJournal) journal = NULL;

  session_init (&session);
  for (guint round = 0; round < 300; round++)
    {
      session_go_on (&session, round);
      assert_read_back (&session);
    }
  plan = read_base (session.base);
  journal = read_journal (plan, session.journal);
  for (guint position = 0; position <= outlay_history_get_n_steps (session.history); position++)
    {
      if (position != outlay_history_get_position (session.history))
        outlay_history_go_to (session.history, position);
      if (position != outlay_history_get_position (journal->history))
        outlay_history_go_to (journal->history, position);
      assert_same_plan (plan, session.plan);
    }
  session_clear (&session);
}

static OutlayNode *
put (Session *session, OutlayNode *parent, const char *list, guint position, const char *id)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);
  g_autoptr (OutlayNode) child = g_object_new (member->child_type, NULL);

  set_text (child, "id", id);
  if (OUTLAY_IS_INITIATIVE (child))
    add_child (child, "products", "first");
  g_assert_true (outlay_history_insert (session->history, parent, member, position, child, NULL));
  return child;
}

static void
set_at (Session *session, const char *path, double number)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  outlay_value_set_number (&value, number);
  g_assert_true (outlay_parameter_find (session->plan, path, &parameter, NULL));
  g_assert_true (outlay_history_set (session->history, NULL, &parameter, &value, NULL));
}

/* An initiative whose money is in a phase that came after it, with a product and a source of its own, beside what comes and goes at once. */
static void
test_objects_of_one_step (void)
{
  Session session;
  OutlayNode *plan, *initiative, *phase, *passing;
  g_autoptr (OutlayNode) source = OUTLAY_NODE (outlay_source_new ("initiatives.new.investment.coming"));

  session_init (&session);
  plan = OUTLAY_NODE (session.plan);
  outlay_history_begin (session.history, "everything");
  initiative = put (&session, plan, "initiatives", 0, "new");
  phase = put (&session, plan, "phases", 1, "coming");
  set_at (&session, "initiatives.new.investment.coming", 7);
  put (&session, initiative, "products", 0, "second");
  set_at (&session, "initiatives.new.products.second.capacity", 9);
  g_assert_true (outlay_history_insert (session.history, plan, outlay_node_find_member (plan, "sources"), 1, source, NULL));
  g_assert_true (outlay_history_move (session.history, phase, 3, NULL));
  passing = put (&session, plan, "phases", 0, "passing");
  set_at (&session, "initiatives.new.investment.passing", 5);
  g_assert_true (outlay_history_remove (session.history, passing, NULL));
  outlay_history_commit (session.history, NULL);
  assert_read_back (&session);
  outlay_history_undo (session.history);
  outlay_journal_append_position (session.journal, 0);
  assert_read_back (&session);
  outlay_history_redo (session.history);
  outlay_journal_append_position (session.journal, 1);
  assert_read_back (&session);
  session_clear (&session);
}

/* Cut off anywhere, a journal gives back what stood before, and where to go on. */
static void
test_torn (void)
{
  Session session;
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

  session_init (&session);
  for (guint round = 0; round < 30; round++)
    {
      g_array_append_val (ends, session.journal->len);
      g_ptr_array_add (states, test_editor_write (&session.editor));
      session_go_on (&session, round);
    }
  for (gsize cut = g_array_index (ends, gsize, 0); cut < session.journal->len; cut += 37)
    {
      g_autoptr (OutlayPlan) plan = read_base (session.base);
      g_autoptr (GString) torn = g_string_new_len (session.journal->str, (gssize) cut);
      g_autoptr (OutlayJournal) journal = read_journal (plan, torn);
      TestEditor reader = { .plan = plan };
      g_autofree char *text = test_editor_write (&reader);
      guint last = ends->len - 1;

      while (g_array_index (ends, gsize, last) > cut)
        last--;
      g_assert_cmpstr (text, ==, states->pdata[last]);
      g_assert_cmpuint (journal->length, ==, g_array_index (ends, gsize, last));
      g_assert_cmpint (journal->whole, ==, cut == journal->length);
    }
  session_clear (&session);
}

/* A step whose line says something else than was written, and all behind it, are not taken for true. */
static void
test_damaged (void)
{
  Session session;
  char *digit;

  session_init (&session);
  test_editor_step (&session.editor, "first");
  digit = session.journal->str + session.journal->len;
  while (outlay_history_get_position (session.history) < 2)
    test_editor_step (&session.editor, "second");
  digit = strstr (session.journal->str + OUTLAY_JOURNAL_SEAL, "second");
  g_assert_nonnull (digit);
  digit[0] = 'S';
  test_editor_step (&session.editor, "third");

  g_autoptr (OutlayPlan) plan = read_base (session.base);
  g_autoptr (OutlayJournal) journal = read_journal (plan, session.journal);
  g_assert_false (journal->whole);
  g_assert_cmpuint (outlay_history_get_n_steps (journal->history), <, 2);
  session_clear (&session);
}

static void
set_area (OutlayHistory *history, OutlayPlan *plan, double area)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  outlay_value_set_number (&value, area);
  g_assert_true (outlay_parameter_find (plan, "site-area", &parameter, NULL));
  g_assert_true (outlay_history_set (history, NULL, &parameter, &value, NULL));
}

/* A drag that never ended is a step; one that did is there once; one that was taken back leaves what could be redone. */
static void
test_doing (void)
{
  Session session;

  session_init (&session);
  set_area (session.history, session.plan, 1);
  set_area (session.history, session.plan, 2);
  outlay_history_undo (session.history);
  outlay_journal_append_position (session.journal, 1);
  outlay_history_begin (session.history, "drag");
  set_area (session.history, session.plan, 3);
  outlay_journal_append_step (session.journal, outlay_history_get_open_command (session.history), TRUE);
  {
    g_autoptr (OutlayPlan) plan = read_base (session.base);
    g_autoptr (OutlayJournal) journal = read_journal (plan, session.journal);

    assert_same_plan (plan, session.plan);
    g_assert_cmpstr (outlay_history_get_undo_description (journal->history), ==, "drag");
  }
  outlay_history_rollback (session.history);
  outlay_journal_append_dropped (session.journal);
  assert_read_back (&session);
  outlay_history_begin (session.history, "drag");
  set_area (session.history, session.plan, 4);
  outlay_journal_append_step (session.journal, outlay_history_get_open_command (session.history), TRUE);
  set_area (session.history, session.plan, 5);
  outlay_history_commit (session.history, NULL);
  assert_read_back (&session);
  session_clear (&session);
}

static void
test_origin_and_view (void)
{
  Session session;
  char *const chosen[] = { (char *) "base", (char *) "slow", NULL };
  const OutlayView view = { .scenario = (char *) "slow", .compared = (char *) "base", .page = (char *) "compare", .chosen = (char **) chosen,
                            .bridge_from = (char *) "base", .bridge_to = (char *) "slow", .bridge_outcome = (char *) "payback",
                            .statement = (char *) "profit", .initiative = (char *) "mining", .phase = (char *) "phase-1", .width = 800, .height = 600, .maximized = TRUE };

  session_init (&session);
  outlay_journal_append_view (session.journal, &view);
  g_autoptr (OutlayPlan) plan = read_base (session.base);
  g_autoptr (OutlayJournal) journal = read_journal (plan, session.journal);
  g_assert_true (outlay_view_equal (&journal->view, &view));
  g_assert_cmpstrv (journal->view.chosen, chosen);
  g_assert_cmpstr (journal->view.bridge_outcome, ==, "payback");
  g_assert_cmpstr (journal->origin.uri, ==, "file:///plan.outlay.json");
  session_save (&session);
  g_autoptr (OutlayPlan) again = read_base (session.base);
  g_autoptr (OutlayJournal) saved = read_journal (again, session.journal);
  g_assert_cmpstr (saved->origin.uri, ==, "file:///other.outlay.json");
  g_assert_cmpstr (saved->origin.digest, ==, "4567");
  g_assert_null (saved->origin.words);
  outlay_journal_append_saved (session.journal, 0, &(OutlayFileMark) { .words = (char *) "New plan, not saved" });
  g_autoptr (OutlayPlan) without = read_base (session.base);
  g_autoptr (OutlayJournal) begun = read_journal (without, session.journal);
  g_assert_null (begun->origin.uri);
  g_assert_cmpstr (begun->origin.words, ==, "New plan, not saved");
  g_assert_true (outlay_view_equal (&saved->view, &view));
  session_clear (&session);
}

/* A record that nobody wrote, though its seal is right. */
static void
append_forged (GString *journal, const char *record)
{
  g_autofree char *digest = outlay_digest (record, strlen (record));

  g_string_append_printf (journal, "%.*s %s\n", OUTLAY_JOURNAL_SEAL, digest, record);
}

/* A step that cannot be made to its end leaves nothing behind, not even of a phase that went with money in it. */
static void
test_impossible_step (void)
{
  Session session;
  gsize length;

  session_init (&session);
  set_area (session.history, session.plan, 1);
  length = session.journal->len;
  append_forged (session.journal, "{\"step\": {\"edits\": [{\"remove\": \"phases\", \"at\": 0}, {\"set\": \"nowhere\", \"value\": 1}]}}");
  g_autoptr (OutlayPlan) plan = read_base (session.base);
  g_autoptr (OutlayJournal) journal = read_journal (plan, session.journal);
  g_assert_cmpuint (journal->length, ==, length);
  assert_same_plan (plan, session.plan);
  session_clear (&session);
}

static void
assert_refused (const char *base, GString *text)
{
  g_autoptr (OutlayPlan) plan = read_base (base);
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_journal_read (plan, text->str, text->len, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static void
test_refusals (void)
{
  Session session;
  g_autoptr (GString) nothing = g_string_new (NULL), stepless = g_string_new (NULL);

  session_init (&session);
  outlay_journal_append_position (stepless, 0);
  assert_refused (session.base, nothing);
  assert_refused (session.base, stepless);
  /* Steps that lead where no plan may be. */
  outlay_history_set_trusting (session.history, TRUE);
  {
    g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
    OutlayParameter parameter;

    outlay_value_set_number (&value, 1);
    g_assert_true (outlay_parameter_find (session.plan, "initiatives.mining.building-share", &parameter, NULL));
    g_assert_true (outlay_history_set (session.history, NULL, &parameter, &value, NULL));
  }
  assert_refused (session.base, session.journal);
  session_clear (&session);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/journal/comes-back", test_comes_back);
  g_test_add_func ("/store/journal/objects-of-one-step", test_objects_of_one_step);
  g_test_add_func ("/store/journal/torn", test_torn);
  g_test_add_func ("/store/journal/damaged", test_damaged);
  g_test_add_func ("/store/journal/doing", test_doing);
  g_test_add_func ("/store/journal/origin-and-view", test_origin_and_view);
  g_test_add_func ("/store/journal/impossible-step", test_impossible_step);
  g_test_add_func ("/store/journal/refusals", test_refusals);
  return g_test_run ();
}
