/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/editor.h"
#include "support/plan-edit.h"
#include "support/small-plan.h"

static void
take_away (OutlayHistory *history, OutlayPlan *plan, OutlayScenario *scenario, const char *path)
{
  OutlayParameter parameter = find_parameter (plan, path);

  g_assert_true (outlay_history_set (history, scenario, &parameter, &OUTLAY_VALUE_INIT, NULL));
}

static void
test_steps (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");

  g_assert_false (outlay_history_can_undo (history));
  g_assert_null (outlay_history_get_undo_description (history));
  g_assert_true (set (history, plan, NULL, "discount-rate", 0.1, NULL));
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "discount-rate");
  g_assert_true (set (history, plan, slow, "discount-rate", 0.2, NULL));
  g_assert_cmpfloat (get (plan, NULL, "discount-rate"), ==, 0.1);
  g_assert_cmpfloat (get (plan, slow, "discount-rate"), ==, 0.2);

  g_assert_true (outlay_history_undo (history) == slow);
  g_assert_cmpfloat (get (plan, slow, "discount-rate"), ==, 0.1);
  g_assert_null (outlay_history_undo (history));
  g_assert_cmpfloat (get (plan, NULL, "discount-rate"), ==, 0.08);
  g_assert_false (outlay_history_can_undo (history));
  g_assert_cmpstr (outlay_history_get_redo_description (history), ==, "discount-rate");
  g_assert_null (outlay_history_redo (history));
  g_assert_true (outlay_history_redo (history) == slow);
  g_assert_cmpfloat (get (plan, slow, "discount-rate"), ==, 0.2);
  g_assert_false (outlay_history_can_redo (history));

  g_assert_true (outlay_history_undo (history) == slow);
  g_assert_true (set (history, plan, NULL, "site-area", 5, NULL));
  g_assert_false (outlay_history_can_redo (history));
}

/* A drag is one step of one edit for each path, however many movements it has. */
static void
test_drag (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan), *after = NULL;

  outlay_history_begin (history, "Move");
  g_assert_false (outlay_history_can_undo (history));
  for (guint i = 1; i <= 1000; i++)
    {
      g_assert_true (set (history, plan, NULL, "initiatives.mining.investment.early", 6e8 - 1e5 * i, NULL));
      g_assert_true (set (history, plan, NULL, "initiatives.storage.investment.last", 1e5 * i, NULL));
    }
  outlay_history_commit (history, "Move 0.1 bn");
  after = write_text (plan);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Move 0.1 bn");
  outlay_history_undo (history);
  assert_written (plan, before);
  g_assert_false (outlay_history_can_undo (history));
  outlay_history_redo (history);
  assert_written (plan, after);
}

/* All cells at once, beside edits by path, are what they are one by one; where one of them cannot be, none is. */
static void
test_cells (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan), *after = NULL;
  g_autoptr (GError) error = NULL;

  outlay_history_begin (history, "Move");
  g_assert_true (set (history, plan, NULL, "initiatives.mining.investment.early", 1, NULL));
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0, 4 }, (double[]) { 2, 3 }, 2, NULL));
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 1, 4, 5 }, (double[]) { 4, 5, 6 }, 3, NULL));
  g_assert_true (set (history, plan, NULL, "initiatives.mining.investment.early", 7, NULL));
  g_assert_false (outlay_history_set_cells (history, NULL, (guint[]) { 0, 1 }, (double[]) { 8, -1 }, 2, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  outlay_history_commit (history, NULL);
  after = write_text (plan);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.mining.investment.early"), ==, 7);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.mining.investment.late"), ==, 4);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage.investment.late"), ==, 5);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage.investment.last"), ==, 6);
  outlay_history_undo (history);
  assert_written (plan, before);
  outlay_history_redo (history);
  assert_written (plan, after);

  outlay_history_begin (history, "And back");
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0, 4 }, (double[]) { 1, 1 }, 2, NULL));
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0, 4 }, (double[]) { 7, 5 }, 2, NULL));
  outlay_history_commit (history, NULL);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Move");
}

/* In a scenario too: changes stand in the file in the order in which they came, also one that says what the plan says, and undoing gives back the file. */
static void
test_cells_of_scenario (void)
{
  g_autoptr (OutlayPlan) plan = make_plan (), other = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan), one_by_one = outlay_history_new (other);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow"), *other_slow = outlay_plan_find_scenario (other, "slow");
  g_autofree char *before = write_text (plan), *after = NULL;
  const double late = get (plan, NULL, "initiatives.mining.investment.late");

  g_assert_true (set (one_by_one, other, other_slow, "initiatives.mining.investment.early", 3, NULL));
  g_assert_true (set (one_by_one, other, other_slow, "initiatives.storage.investment.late", 4, NULL));
  g_assert_true (set (one_by_one, other, other_slow, "initiatives.mining.investment.late", late, NULL));
  after = write_text (other);

  outlay_history_begin (history, "Move");
  g_assert_true (outlay_history_set_cells (history, slow, (guint[]) { 0, 4 }, (double[]) { 2, 3 }, 2, NULL));
  g_assert_true (outlay_history_set_cells (history, slow, (guint[]) { 0, 1, 4 }, (double[]) { 3, late, 4 }, 3, NULL));
  outlay_history_commit (history, NULL);
  assert_written (plan, after);
  g_assert_cmpfloat (get (plan, outlay_plan_find_scenario (plan, "slower"), "initiatives.storage.investment.late"), ==, 4);
  g_assert_true (outlay_history_get_scenario (history, 0) == slow);
  g_assert_true (outlay_history_undo (history) == slow);
  assert_written (plan, before);
  g_assert_true (outlay_history_redo (history) == slow);
  assert_written (plan, after);

  outlay_history_begin (history, "Never mind");
  g_assert_true (outlay_history_set_cells (history, slow, (guint[]) { 2, 3, 4 }, (double[]) { 7, 7, 7 }, 3, NULL));
  outlay_history_rollback (history);
  assert_written (plan, after);
}

/* Whatever changed the cells, and in what way: where they are as they were there is no step, neither now nor when the journal is read. */
static void
test_cells_there_and_back (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autofree char *before = write_text (plan);
  const double early = get (plan, NULL, "initiatives.mining.investment.early"), late = get (plan, NULL, "initiatives.storage.investment.late");

  outlay_history_begin (history, "By path, and back at once");
  g_assert_true (set (history, plan, NULL, "initiatives.mining.investment.early", 1, NULL));
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0, 4 }, (double[]) { 2, 3 }, 2, NULL));
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0, 4 }, (double[]) { early, late }, 2, NULL));
  outlay_history_commit (history, NULL);
  g_assert_cmpuint (outlay_history_get_position (history), ==, 0);
  assert_written (plan, before);

  outlay_history_begin (history, "At once, and back by path");
  g_assert_true (outlay_history_set_cells (history, NULL, (guint[]) { 0 }, (double[]) { 2 }, 1, NULL));
  g_assert_true (set (history, plan, NULL, "initiatives.mining.investment.early", early, NULL));
  outlay_history_commit (history, NULL);
  g_assert_cmpuint (outlay_history_get_position (history), ==, 0);
  assert_written (plan, before);

  outlay_history_begin (history, "Changes that come and go");
  g_assert_true (outlay_history_set_cells (history, slow, (guint[]) { 0, 4 }, (double[]) { 2, 3 }, 2, NULL));
  take_away (history, plan, slow, "initiatives.storage.investment.late");
  g_assert_true (set (history, plan, slow, "initiatives.mining.investment.early", 5e8, NULL));
  outlay_history_commit (history, NULL);
  g_assert_cmpuint (outlay_history_get_position (history), ==, 0);
  assert_written (plan, before);
}

static void
test_nothing_done (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");

  outlay_history_begin (history, "Nothing");
  outlay_history_commit (history, NULL);
  g_assert_false (outlay_history_can_undo (history));
  outlay_history_begin (history, "There and back");
  set (history, plan, NULL, "site-area", 5, NULL);
  set (history, plan, NULL, "site-area", 0, NULL);
  set (history, plan, slow, "site-area", 5, NULL);
  take_away (history, plan, slow, "site-area");
  outlay_history_commit (history, NULL);
  g_assert_false (outlay_history_can_undo (history));
  g_assert_true (outlay_history_is_clean (history));
}

static void
test_rollback (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autofree char *before = write_text (plan);

  outlay_history_begin (history, "Drag");
  set (history, plan, NULL, "site-area", 5, NULL);
  set (history, plan, slow, "years", 30, NULL);
  take_away (history, plan, slow, "initiatives.mining.investment.early");
  outlay_history_rollback (history);
  assert_written (plan, before);
  g_assert_false (outlay_history_can_undo (history));
}

static void
check_refused (OutlayHistory *history, OutlayPlan *plan, OutlayScenario *scenario, const char *path, double number, OutlayPlanError code)
{
  g_autofree char *before = write_text (plan);
  g_autoptr (GError) error = NULL;

  g_assert_false (set (history, plan, scenario, path, number, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, (int) code);
  assert_written (plan, before);
}

static void
test_refusals (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");

  check_refused (history, plan, NULL, "discount-rate", 2, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  check_refused (history, plan, NULL, "discounting", 1, OUTLAY_PLAN_ERROR_WRONG_TYPE);
  check_refused (history, plan, NULL, "phases.late.id", 1, OUTLAY_PLAN_ERROR_CONFLICT);
  check_refused (history, plan, NULL, "version", 2, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  check_refused (history, plan, NULL, "years", 2, OUTLAY_PLAN_ERROR_CONFLICT);
  check_refused (history, plan, slow, "initiatives.mining.building-share", 0.5, OUTLAY_PLAN_ERROR_CONFLICT);
  check_refused (history, plan, slow, "uncertainties.1.low", 0.5, OUTLAY_PLAN_ERROR_CONFLICT);
  check_refused (history, plan, NULL, "uncertainties.1.low", 5, OUTLAY_PLAN_ERROR_CONFLICT);
  g_assert_false (outlay_history_can_undo (history));

  /* Among other edits a refused one leaves no trace either. */
  outlay_history_begin (history, "Two");
  g_assert_true (set (history, plan, NULL, "years", 19, NULL));
  check_refused (history, plan, NULL, "years", 2, OUTLAY_PLAN_ERROR_CONFLICT);
  outlay_history_commit (history, NULL);
  g_assert_cmpfloat (get (plan, NULL, "years"), ==, 19);
  outlay_history_undo (history);
  g_assert_cmpfloat (get (plan, NULL, "years"), ==, 20);
}

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_changed (OutlayPlan *plan, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_signals (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  guint changed = 0, clean = 0;

  g_signal_connect (plan, "changed", G_CALLBACK (count_changed), &changed);
  g_signal_connect (history, "notify::clean", G_CALLBACK (count), &clean);
  outlay_history_begin (history, "Two");
  set (history, plan, NULL, "site-area", 5, NULL);
  set (history, plan, NULL, "years", 30, NULL);
  outlay_history_commit (history, NULL);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (clean, >, 0);
  outlay_history_undo (history);
  g_assert_cmpuint (changed, ==, 3);
}

static void
test_clean (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);

  g_assert_true (outlay_history_is_clean (history));
  set (history, plan, NULL, "site-area", 1, NULL);
  g_assert_false (outlay_history_is_clean (history));
  outlay_history_mark_saved (history, (int) outlay_history_get_position (history));
  g_assert_true (outlay_history_is_clean (history));
  set (history, plan, NULL, "site-area", 2, NULL);
  outlay_history_undo (history);
  g_assert_true (outlay_history_is_clean (history));
  outlay_history_undo (history);
  g_assert_false (outlay_history_is_clean (history));
  /* This edit cuts the saved state off: as many steps as then are not the same state. */
  set (history, plan, NULL, "site-area", 3, NULL);
  g_assert_false (outlay_history_is_clean (history));
  outlay_history_undo (history);
  g_assert_false (outlay_history_is_clean (history));
}

static guint
current_state (OutlayHistory *history)
{
  const char *description = outlay_history_get_undo_description (history);

  return description != NULL ? (guint) g_ascii_strtoull (description, NULL, 10) : 0;
}

static void
random_step (TestEditor *editor, GPtrArray *states)
{
  g_autofree char *number = g_strdup_printf ("%u", states->len);

  test_editor_step (editor, number);
  /* Nobody had anything to do where no step was left. */
  if (current_state (editor->history) == states->len)
    g_ptr_array_add (states, write_text (editor->plan));
}

/* However one goes back and forth, every state comes back as the same file to the last byte. Commands carry the number of the state that they
 * lead to, so that it is known which state an undo should give. */
static void
test_any_edits (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  TestEditor editor;

  test_editor_init (&editor, plan, history);
  g_ptr_array_add (states, write_text (plan));
  for (guint round = 0; round < 600; round++)
    {
      if (g_test_rand_bit ())
        test_editor_walk (&editor);
      else
        random_step (&editor, states);
      assert_written (plan, states->pdata[current_state (history)]);
    }
  test_editor_clear (&editor);
}

static void
test_go_to (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  guint changed = 0;

  set (history, plan, NULL, "site-area", 1, NULL);
  set (history, plan, slow, "site-area", 2, NULL);
  set (history, plan, NULL, "site-area", 3, NULL);
  g_signal_connect (plan, "changed", G_CALLBACK (count_changed), &changed);
  g_assert_null (outlay_history_go_to (history, 0));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_cmpfloat (get (plan, NULL, "site-area"), ==, 0);
  g_assert_true (outlay_history_is_clean (history));
  g_assert_true (outlay_history_go_to (history, 2) == slow);
  g_assert_cmpuint (outlay_history_get_position (history), ==, 2);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 3);
  g_assert_cmpfloat (get (plan, slow, "site-area"), ==, 2);
  g_assert_cmpfloat (get (plan, NULL, "site-area"), ==, 1);
}

static OutlayNode *
new_scenario (const char *id, const char *from)
{
  OutlayNode *scenario = g_object_new (OUTLAY_TYPE_SCENARIO, NULL);

  set_text (scenario, "id", id);
  set_text (scenario, "from", from);
  return scenario;
}

static void
test_scenario_comes_and_goes (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  const OutlayMember *list = outlay_node_find_member (OUTLAY_NODE (plan), "scenarios");
  g_autoptr (OutlayNode) made = new_scenario ("made", "slow");
  g_autofree char *before = write_text (plan);

  g_assert_true (outlay_history_insert (history, OUTLAY_NODE (plan), list, 1, made, NULL));
  g_assert_true (outlay_plan_find_scenario (plan, "made") == OUTLAY_SCENARIO (made));
  g_assert_cmpuint (outlay_node_get_position (made), ==, 1);
  set (history, plan, OUTLAY_SCENARIO (made), "site-area", 7, NULL);
  g_assert_true (outlay_history_undo (history) == OUTLAY_SCENARIO (made));
  /* Where it has gone, what it came from shows best what happened. */
  g_assert_true (outlay_history_undo (history) == outlay_plan_find_scenario (plan, "slow"));
  assert_written (plan, before);
  g_assert_true (outlay_history_redo (history) == OUTLAY_SCENARIO (made));
  outlay_history_redo (history);
  g_assert_cmpfloat (get (plan, OUTLAY_SCENARIO (made), "site-area"), ==, 7);
}

static void
assert_refused (gboolean done, GError **error, int code, OutlayPlan *plan, const char *before)
{
  g_assert_false (done);
  g_assert_error (*error, OUTLAY_PLAN_ERROR, code);
  g_clear_error (error);
  assert_written (plan, before);
}

static void
test_lists_refuse (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  const OutlayMember *list = outlay_node_find_member (OUTLAY_NODE (plan), "scenarios");
  g_autoptr (OutlayNode) twin = new_scenario ("slow", NULL), stray = new_scenario ("stray", "nobody"), odd = new_scenario ("Odd", NULL);
  g_autofree char *before = write_text (plan);
  GError *error = NULL;

  assert_refused (outlay_history_insert (history, OUTLAY_NODE (plan), list, 0, twin, &error), &error, OUTLAY_PLAN_ERROR_CONFLICT, plan, before);
  assert_refused (outlay_history_insert (history, OUTLAY_NODE (plan), list, 0, stray, &error), &error, OUTLAY_PLAN_ERROR_CONFLICT, plan, before);
  assert_refused (outlay_history_insert (history, OUTLAY_NODE (plan), list, 0, odd, &error), &error, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, plan, before);
  /* “slower” comes from it. */
  assert_refused (outlay_history_remove (history, OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow")), &error), &error, OUTLAY_PLAN_ERROR_CONFLICT, plan,
                  before);
  /* “slower” is late with it, which is told before any money is taken out. */
  assert_refused (outlay_history_remove (history, OUTLAY_NODE (outlay_plan_get_phase (plan, 1)), &error), &error, OUTLAY_PLAN_ERROR_CONFLICT, plan, before);
  g_assert_false (outlay_history_can_undo (history));
  g_assert_true (outlay_history_is_clean (history));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/history/steps", test_steps);
  g_test_add_func ("/plan/history/drag", test_drag);
  g_test_add_func ("/plan/history/cells", test_cells);
  g_test_add_func ("/plan/history/cells-of-scenario", test_cells_of_scenario);
  g_test_add_func ("/plan/history/cells-there-and-back", test_cells_there_and_back);
  g_test_add_func ("/plan/history/nothing-done", test_nothing_done);
  g_test_add_func ("/plan/history/rollback", test_rollback);
  g_test_add_func ("/plan/history/refusals", test_refusals);
  g_test_add_func ("/plan/history/signals", test_signals);
  g_test_add_func ("/plan/history/clean", test_clean);
  g_test_add_func ("/plan/history/go-to", test_go_to);
  g_test_add_func ("/plan/history/scenario-comes-and-goes", test_scenario_comes_and_goes);
  g_test_add_func ("/plan/history/lists-refuse", test_lists_refuse);
  g_test_add_func ("/plan/history/any-edits", test_any_edits);
  return g_test_run ();
}
