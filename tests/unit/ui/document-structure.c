/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Phases and initiatives come and go in one step: who shows them is told once, when all of it holds together. */

#include "plan/structure.h"
#include "support/woven-plan.h"
#include "ui/document-goals.h"
#include "ui/document-objects.h"
#include "ui/document.h"

typedef struct
{
  guint n_told;
  guint n_phases; /* as a table would show them when it is told */
  guint n_initiatives;
  double money;
} Shown;

/* Does what a table and a chart do: reads the split and the results. */
static void
restructured_cb (OutlayDocument *document, Shown *shown)
{
  OutlaySplit *split = outlay_document_get_split (document);

  shown->n_told++;
  shown->n_phases = outlay_split_n_phases (split);
  shown->n_initiatives = outlay_split_n_initiatives (split);
  shown->money = outlay_projection_indicator (outlay_document_get_projection (document), OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1);
}

static void
assert_shown (const Shown *shown, guint n_told, guint n_initiatives, guint n_phases, double money)
{
  g_assert_cmpuint (shown->n_told, ==, n_told);
  g_assert_cmpuint (shown->n_initiatives, ==, n_initiatives);
  g_assert_cmpuint (shown->n_phases, ==, n_phases);
  g_assert_cmpfloat (shown->money, ==, money);
}

static OutlayNode *
nth (GListModel *list, guint position)
{
  g_autoptr (OutlayNode) node = g_list_model_get_item (list, position);

  return node;
}

static void
test_told_once (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, NULL, NULL);
  OutlayHistory *history = outlay_document_get_history (document);
  Shown shown = { 0 };

  outlay_document_want (document, &(OutlayRequest) { .plan_indicators = 1ull << OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT });
  g_signal_connect (document, "restructured", G_CALLBACK (restructured_cb), &shown);
  /* The scenario sets a target against the initiative that goes. */
  outlay_document_set_scenario (document, outlay_plan_find_scenario (plan, "slow"));
  outlay_structure_duplicate (history, nth (outlay_plan_get_phases (plan), 1), NULL);
  assert_shown (&shown, 1, 2, 4, 5e8 + 3e8 + 1e8 + 1e8);
  outlay_structure_remove (history, nth (outlay_plan_get_initiatives (plan), 1), NULL);
  assert_shown (&shown, 2, 1, 4, 5e8);
  outlay_document_undo (document);
  assert_shown (&shown, 3, 2, 4, 5e8 + 3e8 + 1e8 + 1e8);
  outlay_document_set_scenario (document, outlay_plan_find_scenario (plan, "slow"));
  outlay_document_go_to (document, 0);
  assert_shown (&shown, 4, 2, 3, 5e8 + 3e8 + 1e8);
}

static void
stepped_cb (OutlayDocument *document, const char *description, char **said)
{
  g_set_str (said, description);
}

/* What is the same in every scenario is said to be so. */
static void
test_said (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, NULL, NULL);
  OutlayHistory *history = outlay_document_get_history (document);
  g_autofree char *said = NULL;

  g_signal_connect (document, "stepped", G_CALLBACK (stepped_cb), &said);
  outlay_document_tell_plan_step (document, 0);
  g_assert_null (said);
  outlay_structure_add_phase (history, NULL, NULL);
  outlay_document_tell_plan_step (document, 0);
  g_assert_cmpstr (said, ==, "Add phase “Phase 4”");
  outlay_document_set_scenario (document, outlay_plan_find_scenario (plan, "slow"));
  outlay_structure_add_phase (history, "Later", NULL);
  outlay_document_tell_plan_step (document, 1);
  g_assert_cmpstr (said, ==, "Add phase “Later”, in the plan and all scenarios");
}

static void
assert_stays (OutlayDocument *document)
{
  OutlayScenario *shown = outlay_document_get_scenario (document);
  const guint end = outlay_history_get_position (outlay_document_get_history (document));

  g_assert_nonnull (shown);
  outlay_document_undo (document);
  g_assert_true (outlay_document_get_scenario (document) == shown);
  outlay_document_redo (document);
  g_assert_true (outlay_document_get_scenario (document) == shown);
  outlay_document_go_to (document, end - 1);
  g_assert_true (outlay_document_get_scenario (document) == shown);
  outlay_document_go_to (document, end);
  g_assert_true (outlay_document_get_scenario (document) == shown);
}

/* What is the same in every scenario is taken back in the one that is shown; a number of the plan is not to be seen there. */
static void
test_shown (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, NULL, NULL);
  OutlayHistory *history = outlay_document_get_history (document);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  const OutlayParameter years = { OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "discount-rate"), -1 };

  outlay_document_set_scenario (document, slow);
  g_assert_true (outlay_document_set_source (document, "discount-rate", &(OutlaySourceText) { OUTLAY_STATUS_ANNOUNCED, "Bank", NULL, NULL }, NULL));
  assert_stays (document);
  g_assert_true (outlay_document_set_source (document, "discount-rate", &(OutlaySourceText) { OUTLAY_STATUS_ANNOUNCED, "Another bank", NULL, NULL }, NULL));
  assert_stays (document);
  g_assert_true (outlay_document_remove_object (document, nth (outlay_plan_get_targets (plan), 0), NULL));
  assert_stays (document);
  g_assert_true (outlay_document_set_threshold (document, OUTLAY_INDICATOR_TAX_PER_MU, 1e6, NULL));
  assert_stays (document);
  g_assert_true (outlay_document_set_threshold (document, OUTLAY_INDICATOR_TAX_PER_MU, 2e6, NULL));
  assert_stays (document);
  g_assert_true (outlay_document_remove_object (document, nth (outlay_plan_get_initiatives (plan), 1), NULL));
  assert_stays (document);
  g_assert_true (outlay_history_set (history, NULL, &years, &(OutlayValue) { .type = OUTLAY_VALUE_NUMBER, .number = 0.1 }, NULL));
  outlay_document_undo (document);
  g_assert_null (outlay_document_get_scenario (document));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document-structure/told-once", test_told_once);
  g_test_add_func ("/document-structure/shown", test_shown);
  g_test_add_func ("/document-structure/said", test_said);
  return g_test_run ();
}
