/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/goal-edit.h"

#include <math.h>

#include "plan/source-edit.h"
#include "plan/structure.h"
#include "support/woven-plan.h"

/* --- sources --- */

static void
check_source (OutlayHistory *history, const char *path, const char *link, const char *date, gboolean good)
{
  const OutlaySourceText source = { OUTLAY_STATUS_MEASURED, " Yearbook ", link, date };
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (outlay_source_set (history, path, &source, &error), ==, good);
  if (!good)
    g_assert_cmpuint (error->domain, ==, OUTLAY_PLAN_ERROR);
}

static void
test_sources (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);

  check_source (history, "initiatives.mining.wage", "https://example.org/a?b=1", "2021-08", TRUE);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Source of “mining: Wage”");
  check_source (history, "initiatives.mining.wage", "https://example.org/a?b=1", "2021-08", TRUE);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 1);
  check_source (history, "initiatives.mining", NULL, "2024-02-29", TRUE);
  check_source (history, "initiatives.mining", "", "2024", TRUE);
  assert_whole (plan);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 3);
  for (const char *const *bad = (const char *const[]) { "2023-02-29", "2021-8", "21", "2021-13", "2021-00", "August", "2021-08-27x", "2021/08", NULL }; *bad != NULL; bad++)
    check_source (history, "initiatives.mining", NULL, *bad, FALSE);
  for (const char *const *bad = (const char *const[]) { "example.org", "ftp://example.org", "file:///etc/passwd", "javascript:alert(1)", "https://", "http:/x", NULL };
       *bad != NULL; bad++)
    check_source (history, "initiatives.mining", *bad, NULL, FALSE);
  check_source (history, "initiatives.nobody", NULL, NULL, FALSE);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 3);
  g_assert_true (outlay_source_remove (history, "initiatives.mining", NULL));
  g_assert_true (outlay_source_remove (history, "initiatives.mining", NULL));
  g_assert_null (outlay_plan_find_source (plan, "initiatives.mining"));
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 4);
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

/* --- targets and figures --- */

static void
test_targets (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  g_autoptr (OutlayTarget) draft = make_target (" Investment per mu ", FALSE, 5e6), nameless = make_target ("", FALSE, 1);
  g_autoptr (GError) error = NULL;
  OutlayTarget *target = outlay_target_save (history, NULL, draft, NULL);

  g_assert_cmpstr (outlay_node_get_id (OUTLAY_NODE (target)), ==, "investment-per-mu");
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Add target “Investment per mu”");
  assert_whole (plan);
  /* Another bound, another thing that is judged: never both. */
  outlay_target_bound (draft, TRUE, 6e6);
  outlay_target_judge_series (draft, "quantity", OUTLAY_MEASURE_PEAK);
  outlay_target_judge_part (draft, "storage", "goods");
  g_assert_true (outlay_target_save (history, target, draft, NULL) == target);
  assert_whole (plan);
  outlay_target_judge_part (draft, "storage", NULL);
  g_assert_null (outlay_target_save (history, target, draft, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_null (outlay_target_save (history, NULL, nameless, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 2);
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

/* A scenario had another smallest value: where there is a largest now, that means nothing any more. */
static void
test_targets_of_scenarios (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autoptr (OutlayTarget) draft = make_target ("Promised", TRUE, 5);

  g_assert_true (names (plan, "targets.stored.at-least"));
  g_assert_nonnull (outlay_target_save (history, OUTLAY_TARGET (find (plan, "targets.stored")), draft, NULL));
  g_assert_false (names (plan, "targets.stored.at-least"));
  assert_whole (plan);
}

static void
test_figures (void)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  g_autoptr (OutlayFigure) draft = g_object_new (OUTLAY_TYPE_FIGURE, NULL);
  g_autoptr (GError) error = NULL;
  OutlayFigure *figure;

  set_text (OUTLAY_NODE (draft), "name", "新能源产值");
  set_number (OUTLAY_NODE (draft), "value", 6.5e11);
  outlay_figure_set_against (draft, "output-value", OUTLAY_MEASURE_DESIGN_YEAR, "mining");
  figure = outlay_figure_save (history, NULL, draft, "https://example.org", NULL);
  g_assert_cmpstr (outlay_node_get_id (OUTLAY_NODE (figure)), ==, "figure-3");
  g_assert_cmpstr (outlay_figure_get_link (plan, figure), ==, "https://example.org");
  g_assert_null (outlay_figure_save (history, figure, draft, "nowhere", &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  outlay_figure_set_against (draft, NULL, 0, "mining");
  g_assert_true (outlay_figure_save (history, figure, draft, "", NULL) == figure);
  g_assert_null (outlay_figure_get_link (plan, figure));
  assert_whole (plan);
  g_assert_true (outlay_structure_move (history, OUTLAY_NODE (figure), 0, NULL));
  g_assert_true (outlay_structure_remove (history, OUTLAY_NODE (figure), NULL));
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 4);
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

/* --- what does not hold comes in by no way --- */

static void
check_not_inserted (const char *list, OutlayNode *child, OutlayPlanError code)
{
  g_autoptr (OutlayPlan) plan = make_woven_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *before = write_text (plan);
  g_autoptr (OutlayNode) owned = child;
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_history_insert (history, OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), list), 0, child, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, (int) code);
  assert_written (plan, before);
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 0);
}

static OutlayNode *
make_initiative (const char *id)
{
  OutlayNode *initiative = g_object_new (OUTLAY_TYPE_INITIATIVE, NULL);

  set_text (initiative, "id", id);
  set_number (initiative, "design-investment", 1e9);
  add_child (initiative, "products", "goods");
  return initiative;
}

static void
test_inserted_objects (void)
{
  OutlayNode *child;

  check_not_inserted ("phases", make_initiative ("made"), OUTLAY_PLAN_ERROR_WRONG_TYPE);
  check_not_inserted ("initiatives", make_initiative ("Made!"), OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  check_not_inserted ("initiatives", make_initiative ("mining"), OUTLAY_PLAN_ERROR_CONFLICT);
  child = make_initiative ("made");
  set_number (child, "repair-rate", 2);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = make_initiative ("made");
  set_number (child, "wage", INFINITY);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = make_initiative ("made");
  set_number (child, "design-investment", NAN);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_WRONG_TYPE);
  child = make_initiative ("made");
  set_number (child, "building-share", 0.9);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_CONFLICT);
  child = make_initiative ("made");
  set_text (child, "colour", "red");
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = make_initiative ("made");
  set_text (child, "name", "\xff");
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_WRONG_TYPE);
  child = make_initiative ("made");
  add_child (child, "products", "goods");
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_CONFLICT);
  child = make_initiative ("made");
  set_number (add_child (child, "products", "other"), "price", -1);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = make_initiative ("made");
  outlay_node_set_entry (child, outlay_node_find_member (child, "investment"), 3, 1);
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = make_initiative ("made");
  g_list_store_remove_all (outlay_node_get_children (child, outlay_node_find_member (child, "products")));
  check_not_inserted ("initiatives", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = g_object_new (OUTLAY_TYPE_SCENARIO, NULL);
  set_text (child, "id", "made");
  change_number (child, "discount-rate", 7);
  check_not_inserted ("scenarios", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  child = g_object_new (OUTLAY_TYPE_TARGET, NULL);
  set_text (child, "id", "made");
  set_number (child, "measure", 17);
  check_not_inserted ("targets", child, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  check_not_inserted ("sources", OUTLAY_NODE (outlay_source_new ("initiatives.nobody")), OUTLAY_PLAN_ERROR_CONFLICT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goals/sources", test_sources);
  g_test_add_func ("/goals/targets", test_targets);
  g_test_add_func ("/goals/targets-of-scenarios", test_targets_of_scenarios);
  g_test_add_func ("/goals/figures", test_figures);
  g_test_add_func ("/goals/inserted-objects", test_inserted_objects);
  return g_test_run ();
}
