/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/history-private.h"
#include "plan/source-edit.h"
#include "plan/structure.h"
#include "store/journal.h"
#include "support/woven-plan.h"

static OutlayNode *
any_child (OutlayNode *parent, const char *list)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);
  const guint n = outlay_node_get_n_children (parent, member);

  return n > 0 ? outlay_node_get_nth_child (parent, member, (guint) g_test_rand_int_range (0, (int) n)) : NULL;
}

static OutlayNode *
any_object (OutlayPlan *plan)
{
  static const char *const lists[] = { "phases", "initiatives", "targets" };
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "region"));
  const int which = g_test_rand_int_range (0, G_N_ELEMENTS (lists) + 2);

  if (which == G_N_ELEMENTS (lists))
    return any_child (any_child (OUTLAY_NODE (plan), "initiatives"), "products");
  return which > (int) G_N_ELEMENTS (lists) ? any_child (region, "figures") : any_child (OUTLAY_NODE (plan), lists[which]);
}

static void
any_target (OutlayHistory *history, OutlayPlan *plan)
{
  g_autoptr (OutlayTarget) draft = make_target ("Any", g_test_rand_bit (), g_test_rand_int_range (0, 9));
  OutlayNode *initiative = any_child (OUTLAY_NODE (plan), "initiatives");

  if (g_test_rand_bit ())
    outlay_target_judge_series (draft, "quantity", OUTLAY_MEASURE_PEAK);
  if (g_test_rand_bit ())
    outlay_target_judge_part (draft, outlay_node_get_id (initiative), outlay_node_get_id (any_child (initiative, "products")));
  outlay_target_save (history, g_test_rand_bit () ? (OutlayTarget *) any_child (OUTLAY_NODE (plan), "targets") : NULL, draft, NULL);
}

static void
any_scenario_change (OutlayHistory *history, OutlayPlan *plan)
{
  OutlayNode *scenario = any_child (OUTLAY_NODE (plan), "scenarios"), *target = any_child (OUTLAY_NODE (plan), "targets");
  OutlayNode *initiative = any_child (OUTLAY_NODE (plan), "initiatives");
  const OutlayParameter cell = { initiative, outlay_node_find_member (initiative, "investment"),
                                 (int) outlay_node_get_position (any_child (OUTLAY_NODE (plan), "phases")) };
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_number (&value, g_test_rand_int_range (0, 5) * 1e8);
  outlay_history_begin (history, "Change");
  outlay_history_set (history, OUTLAY_SCENARIO (scenario), &cell, &value, NULL);
  outlay_value_set_string (&value, outlay_node_get_id (initiative));
  if (target != NULL && g_test_rand_bit ())
    outlay_history_set (history, OUTLAY_SCENARIO (scenario), &(OutlayParameter) { target, outlay_node_find_member (target, "initiative"), -1 }, &value, NULL);
  outlay_history_commit (history, NULL);
}

static void
any_step (OutlayHistory *history, OutlayPlan *plan)
{
  OutlayNode *object = any_object (plan), *source = any_child (OUTLAY_NODE (plan), "sources");
  g_autofree char *path = object != NULL ? outlay_parameter_path (&(OutlayParameter) { object, NULL, -1 }) : NULL;

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      outlay_structure_add_phase (history, NULL, NULL);
      break;
    case 1:
      outlay_structure_add_initiative (history, NULL, NULL);
      break;
    case 2:
      outlay_structure_add_product (history, OUTLAY_INITIATIVE (any_child (OUTLAY_NODE (plan), "initiatives")), NULL, NULL);
      break;
    case 3:
      any_target (history, plan);
      break;
    case 4:
      any_scenario_change (history, plan);
      break;
    case 5:
      if (path != NULL)
        outlay_source_set (history, path, &(OutlaySourceText) { g_test_rand_int_range (0, 4), "Said", NULL, "2021" }, NULL);
      break;
    case 6:
      if (source != NULL)
        outlay_source_remove (history, outlay_node_get_id (source), NULL);
      break;
    case 7:
      if (object != NULL)
        outlay_structure_duplicate (history, object, NULL);
      break;
    case 8:
      if (object != NULL)
        outlay_structure_move (history, object, (guint) g_test_rand_int_range (0, 4), NULL);
      break;
    default:
      if (object != NULL && outlay_structure_can_remove (object))
        g_assert_true (outlay_structure_remove (history, object, NULL));
    }
}

/* The steps, written as a journal and read again, lead a new plan to the same bytes. */
static void
assert_replayed (OutlayHistory *history, OutlayPlan *plan)
{
  g_autoptr (OutlayPlan) again = make_woven_plan ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *expected = write_text (plan);
  g_autoptr (OutlayJournal) journal = NULL;
  g_autoptr (GError) error = NULL;

  outlay_journal_append_start (text, &(OutlayFileMark) { 0 });
  for (guint step = 0; step < outlay_history_get_n_steps (history); step++)
    outlay_journal_append_step (text, outlay_history_get_command (history, step), FALSE);
  outlay_journal_append_position (text, outlay_history_get_position (history));
  journal = outlay_journal_read (again, text->str, text->len, &error);
  g_assert_no_error (error);
  g_assert_true (journal->whole);
  assert_written (again, expected);
}

static void
walk (OutlayHistory *history)
{
  const guint to = (guint) g_test_rand_int_range (0, (int) outlay_history_get_n_steps (history) + 1);

  if (to != outlay_history_get_position (history))
    outlay_history_go_to (history, to);
}

/* One more state, at the position that a new step led to; what could be redone before is gone. */
static void
step (OutlayHistory *history, OutlayPlan *plan, GPtrArray *states)
{
  const guint64 before = outlay_history_get_state (history);

  any_step (history, plan);
  if (outlay_history_get_state (history) == before)
    return;
  g_ptr_array_set_size (states, (int) outlay_history_get_position (history));
  g_ptr_array_add (states, write_text (plan));
  assert_whole (plan);
}

/* However one goes back and forth, every state comes back to the byte, could be read from a file, and is what a journal leads to. */
static void
test_any_session (void)
{
  for (guint session = 0; session < 12; session++)
    {
      g_autoptr (OutlayPlan) plan = make_woven_plan ();
      g_autoptr (OutlayHistory) history = outlay_history_new (plan);
      g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);

      outlay_journal_follow (history);
      g_ptr_array_add (states, write_text (plan));
      for (guint round = 0; round < 60; round++)
        {
          if (g_test_rand_int_range (0, 4) == 0)
            walk (history);
          else
            step (history, plan, states);
          assert_written (plan, states->pdata[outlay_history_get_position (history)]);
        }
      assert_replayed (history, plan);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/any-session", test_any_session);
  return g_test_run ();
}
