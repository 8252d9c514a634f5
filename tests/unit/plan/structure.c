/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/structure.h"

#include "support/woven-plan.h"

/* --- removing --- */

/* The initiative leaves no trace, in one step; undoing brings every byte back. */
static void
test_remove_initiative (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan), *after = NULL;
  g_autoptr (GError) error = NULL;

  assert_whole (plan);
  g_assert_true (outlay_structure_remove (history, find (plan, "initiatives.storage"), &error));
  g_assert_no_error (error);
  assert_whole (plan);
  g_assert_false (names (plan, "storage"));
  g_assert_false (names (plan, "stored"));
  g_assert_false (names (plan, "\"market\""));
  g_assert_false (names (plan, "correlations"));
  g_assert_true (names (plan, "\"promised\""));
  /* The source of what was the fourth uncertainty is that of the second now. */
  g_assert_true (names (plan, "uncertainties.2.high"));
  g_assert_false (names (plan, "uncertainties.2.low"));
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 1);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Remove initiative “Storage” with 1 target");
  /* It is the plan's, though the scenario lost changes by it. */
  g_assert_null (outlay_history_get_scenario (history, 0));
  after = write_text (plan);
  g_assert_null (outlay_history_undo (history));
  assert_written (plan, before);
  outlay_history_redo (history);
  assert_written (plan, after);
}

static void
test_remove_phase_and_product (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);

  g_assert_true (outlay_structure_remove (history, find (plan, "phases.late"), NULL));
  assert_whole (plan);
  g_assert_false (names (plan, "late"));
  g_assert_true (names (plan, "Slow storage"));
  outlay_history_undo (history);
  assert_written (plan, before);

  g_assert_nonnull (outlay_structure_add_product (history, outlay_plan_get_initiative (plan, 1), "Other", NULL));
  g_assert_true (outlay_structure_remove (history, find (plan, "initiatives.storage.products.goods"), NULL));
  assert_whole (plan);
  g_assert_false (names (plan, "stored"));
  g_assert_false (names (plan, "storage.products.goods"));
  g_assert_true (names (plan, "\"market\""));
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

static void
check_last (OutlayHistory *history, OutlayPlan *plan, const char *path)
{
  g_autofree char *before = write_text (plan);
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_structure_can_remove (find (plan, path)));
  g_assert_false (outlay_structure_remove (history, find (plan, path), &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (strstr (error->message, "before"));
  assert_written (plan, before);
}

static void
test_last_ones_stay (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);

  check_last (history, plan, "initiatives.mining.products.goods");
  g_assert_true (outlay_structure_remove (history, find (plan, "initiatives.storage"), NULL));
  check_last (history, plan, "initiatives.mining");
  g_assert_true (outlay_structure_remove (history, find (plan, "phases.early"), NULL));
  g_assert_true (outlay_structure_remove (history, find (plan, "phases.last"), NULL));
  check_last (history, plan, "phases.late");
}

/* --- adding --- */

static void
test_add (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  OutlayNode *phase, *initiative, *product;

  phase = OUTLAY_NODE (outlay_structure_add_phase (history, NULL, NULL));
  initiative = OUTLAY_NODE (outlay_structure_add_initiative (history, "充换电站", NULL));
  product = OUTLAY_NODE (outlay_structure_add_product (history, OUTLAY_INITIATIVE (initiative), "Étape 2: cells", NULL));
  g_assert_cmpstr (outlay_node_get_id (phase), ==, "phase-4");
  g_assert_cmpstr (outlay_node_get_id (initiative), ==, "initiative-3");
  g_assert_cmpstr (outlay_node_get_id (product), ==, "etape-2-cells");
  g_assert_cmpuint (outlay_initiative_get_n_products (OUTLAY_INITIATIVE (initiative)), ==, 2);
  /* Behind the last, which is built in twelve months from July 2027. */
  g_assert_cmpfloat (outlay_node_get_number (phase, outlay_node_find_member (phase, "start")), ==, 12 * 2028 + 6);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.initiative-3.investment.phase-4"), ==, 0);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.initiative-3.design-investment"), ==, 1e9);
  assert_whole (plan);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Add product “Étape 2: cells”");
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

/* What somebody begins with has one of everything, and nothing in it; it is a plan like any other. */
static void
test_new_plan (void)
{
  g_autoptr (OutlayPlan) plan = outlay_structure_new_plan (2026);
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  OutlayNode *phase = OUTLAY_NODE (outlay_plan_get_phase (plan, 0));

  assert_whole (plan);
  g_assert_cmpuint (outlay_plan_get_n_phases (plan), ==, 1);
  g_assert_cmpuint (outlay_plan_get_n_initiatives (plan), ==, 1);
  g_assert_cmpuint (outlay_initiative_get_n_products (outlay_plan_get_initiative (plan, 0)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (outlay_plan_get_targets (plan)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (outlay_plan_get_scenarios (plan)), ==, 0);
  g_assert_cmpuint (outlay_plan_get_n_figures (plan), ==, 0);
  g_assert_cmpfloat (get (plan, NULL, "first-year"), ==, 2026);
  g_assert_cmpfloat (outlay_node_get_number (phase, outlay_node_find_member (phase, "start")), ==, 12 * 2026);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.initiative-1.investment.phase-1"), ==, 0);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.initiative-1.products.product-1.capacity"), ==, 0);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.initiative-1.products.product-1.price"), ==, 0);
  g_assert_nonnull (outlay_structure_add_initiative (history, NULL, NULL));
  assert_whole (plan);
  outlay_history_undo (history);
  assert_written (plan, before);
}

/* A phase starts within the years of the plan and of the scenario that ends first. */
static void
test_add_within_years (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayNode *phase;

  set_number (OUTLAY_NODE (plan), "first-year", 2021);
  set_number (find (plan, "phases.early"), "start", 12 * 2025);
  set_number (find (plan, "phases.late"), "start", 12 * 2025);
  change_number (OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow")), "years", 7);
  phase = OUTLAY_NODE (outlay_structure_add_phase (history, NULL, NULL));
  g_assert_cmpfloat (outlay_node_get_number (phase, outlay_node_find_member (phase, "start")), ==, 12 * 2027 + 11);
  assert_whole (plan);
}

static void
test_limits (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autoptr (GError) error = NULL;

  for (guint i = 3; i < 64; i++)
    g_assert_nonnull (outlay_structure_add_phase (history, NULL, NULL));
  g_assert_false (outlay_structure_can_add (OUTLAY_NODE (plan), "phases"));
  g_assert_null (outlay_structure_add_phase (history, NULL, &error));
  g_assert_cmpstr (error->message, ==, "A plan has at most 64 phases. Remove one before you add another.");
  g_clear_error (&error);
  g_assert_null (outlay_structure_duplicate (history, find (plan, "phases.late"), &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 61);
}

/* --- copies --- */

/* The copy is in every scenario what the original is there, and is told apart from it. */
static void
test_duplicate_initiative (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  OutlayNode *copy = outlay_structure_duplicate (history, find (plan, "initiatives.storage"), NULL);

  g_assert_cmpstr (outlay_node_get_id (copy), ==, "storage-copy");
  g_assert_cmpuint (outlay_node_get_position (copy), ==, 2);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage-copy.investment.late"), ==, 4e8);
  g_assert_cmpfloat (get (plan, outlay_plan_find_scenario (plan, "slow"), "initiatives.storage-copy.investment.late"), ==, 1e8);
  g_assert_cmpfloat (get (plan, outlay_plan_find_scenario (plan, "slower"), "initiatives.storage-copy.products.goods.price"), ==, 4e5);
  g_assert_true (names (plan, "\"Storage (copy)\""));
  g_assert_true (names (plan, "\"Slow storage (copy)\""));
  g_assert_nonnull (outlay_plan_find_source (plan, "initiatives.storage-copy.products.goods.price"));
  g_assert_nonnull (outlay_plan_find_source (plan, "initiatives.storage-copy"));
  assert_whole (plan);
  g_assert_nonnull (outlay_structure_duplicate (history, copy, NULL));
  g_assert_true (names (plan, "\"Storage (copy 2)\""));
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

static void
test_duplicate_phase (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  OutlayNode *copy = outlay_structure_duplicate (history, find (plan, "phases.late"), NULL);

  g_assert_cmpuint (outlay_node_get_position (copy), ==, 2);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage.investment.late-copy"), ==, 4e8);
  g_assert_cmpfloat (get (plan, NULL, "initiatives.storage.investment.late"), ==, 4e8);
  g_assert_cmpfloat (get (plan, outlay_plan_find_scenario (plan, "slow"), "initiatives.storage.investment.late-copy"), ==, 1e8);
  g_assert_cmpfloat (get (plan, outlay_plan_find_scenario (plan, "slower"), "phases.late-copy.delay-months"), ==, 6);
  g_assert_nonnull (outlay_plan_find_source (plan, "initiatives.storage.investment.late-copy"));
  g_assert_nonnull (outlay_plan_find_source (plan, "phases.late-copy"));
  assert_whole (plan);
  outlay_history_undo (history);
  assert_written (plan, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/structure/remove-initiative", test_remove_initiative);
  g_test_add_func ("/structure/remove-phase-and-product", test_remove_phase_and_product);
  g_test_add_func ("/structure/last-ones-stay", test_last_ones_stay);
  g_test_add_func ("/structure/new-plan", test_new_plan);
  g_test_add_func ("/structure/add", test_add);
  g_test_add_func ("/structure/add-within-years", test_add_within_years);
  g_test_add_func ("/structure/limits", test_limits);
  g_test_add_func ("/structure/duplicate-initiative", test_duplicate_initiative);
  g_test_add_func ("/structure/duplicate-phase", test_duplicate_phase);
  return g_test_run ();
}
