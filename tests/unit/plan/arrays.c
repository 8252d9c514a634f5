/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/plan-edit.h"
#include "support/small-plan.h"

/* Years come and go with what stands in them, unless something in the plan names one that would be gone. */
static void
test_whole_arrays (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  OutlayNode *storage = OUTLAY_NODE (outlay_plan_get_initiative (plan, 1));
  const OutlayMember *ramp_up = outlay_node_find_member (storage, "ramp-up");
  const double longer[] = { 0.5, 0.8, 1, 1.25 }, wrong[] = { 0.5, 2.5 };
  g_autofree char *before = write_text (plan);
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (outlay_history_set_numbers (history, storage, ramp_up, longer, 4, NULL));
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "initiatives.storage.ramp-up");
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage.ramp-up.4"), ==, 1.25);
  g_assert_true (set (history, plan, slow, "initiatives.storage.ramp-up.4", 0.9, NULL));
  g_assert_false (outlay_history_set_numbers (history, storage, ramp_up, longer, 3, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (outlay_history_set_numbers (history, storage, ramp_up, wrong, 2, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  g_assert_false (outlay_history_set_numbers (history, storage, ramp_up, longer, 0, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  outlay_node_get_numbers (storage, ramp_up, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 2);

  outlay_history_undo (history);
  g_assert_true (outlay_history_set_numbers (history, storage, ramp_up, longer, 1, NULL));
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
  outlay_history_go_to (history, 2);
  outlay_node_get_numbers (storage, ramp_up, &n);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/arrays/whole", test_whole_arrays);
  return g_test_run ();
}
