/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "plan/flatten.h"
#include "plan/resolve.h"
#include "plan/scenario-edit.h"
#include "plan/validate.h"
#include "study/projection.h"
#include "support/plan-edit.h"
#include "support/small-plan.h"

#define TREES 30

/* --- random trees of scenarios --- */

typedef struct
{
  OutlayPlan *plan;
  OutlayHistory *history;
  GPtrArray *paths; /* of everything that a scenario may change */
} Forest;

static void
keep_path (const OutlayParameter *parameter, gpointer data)
{
  g_ptr_array_add (data, outlay_parameter_path (parameter));
}

static guint
count (OutlayPlan *plan)
{
  return g_list_model_get_n_items (outlay_plan_get_scenarios (plan));
}

static OutlayScenario *
nth (OutlayPlan *plan, guint position)
{
  return OUTLAY_SCENARIO (outlay_node_get_nth_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "scenarios"), position));
}

static OutlayScenario *
any (OutlayPlan *plan)
{
  return nth (plan, (guint) g_test_rand_int_range (0, (int) count (plan)));
}

/* Something near what stands there, or of the same kind; the history refuses what does not fit. */
static void
draw (const OutlayParameter *parameter, OutlayValue *value)
{
  outlay_parameter_get (parameter, value);
  if (outlay_parameter_is_number (parameter))
    outlay_value_set_number (value, value->number * g_test_rand_double_range (0.5, 1.5) + (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 3)));
  else if (parameter->member->kind == OUTLAY_MEMBER_MONTH)
    outlay_value_set_string (value, g_test_rand_bit () ? "2027-03" : "2028-11");
  else if (parameter->member->words != NULL)
    outlay_value_set_string (value, parameter->member->words[g_test_rand_int_range (0, 2)]);
  else if (parameter->member->kind == OUTLAY_MEMBER_STRING)
    outlay_value_set_string (value, g_test_rand_bit () ? "储能先行" : "Storage first");
}

static void
change_anything (Forest *forest, OutlayScenario *scenario)
{
  const char *path = forest->paths->pdata[g_test_rand_int_range (0, (int) forest->paths->len)];
  OutlayParameter parameter;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  g_assert_true (outlay_parameter_find (forest->plan, path, &parameter, NULL));
  draw (&parameter, &value);
  outlay_history_set (forest->history, scenario, &parameter, &value, NULL);
}

static void
plant (Forest *forest)
{
  forest->plan = make_plan ();
  forest->history = outlay_history_new (forest->plan);
  forest->paths = g_ptr_array_new_with_free_func (g_free);
  outlay_plan_foreach_parameter (forest->plan, keep_path, forest->paths);
  for (guint i = 0; i < 7; i++)
    g_assert_nonnull (outlay_history_create_scenario (forest->history, g_test_rand_int_range (0, 4) > 0 ? any (forest->plan) : NULL, "Any", NULL, NULL));
  for (guint i = 0; i < 80; i++)
    change_anything (forest, any (forest->plan));
}

static void
fell (Forest *forest)
{
  g_ptr_array_unref (forest->paths);
  g_object_unref (forest->history);
  g_object_unref (forest->plan);
}

/* --- results, to the last bit --- */

static void
append (GByteArray *bits, const double *numbers, guint n)
{
  if (numbers != NULL)
    g_byte_array_append (bits, (const guint8 *) numbers, n * (guint) sizeof (double));
}

static void
append_series (GByteArray *bits, OutlayProjection *projection, OutlayScope scope)
{
  for (guint series = 0; series < OUTLAY_N_SERIES; series++)
    append (bits, outlay_projection_series (projection, series, scope), outlay_projection_years (projection));
}

/* Every series at every level and every indicator. */
static GByteArray *
results (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &outlay_request_all);
  GByteArray *bits = g_byte_array_new ();

  append (bits, outlay_model_numbers (model), (guint) outlay_model_shape (model)->n_numbers);
  append_series (bits, projection, OUTLAY_SCOPE_PLAN);
  for (guint p = 0; p < outlay_plan_get_n_phases (plan); p++)
    append_series (bits, projection, OUTLAY_SCOPE_PHASE (p));
  for (guint i = 0; i < outlay_plan_get_n_initiatives (plan); i++)
    {
      append_series (bits, projection, OUTLAY_SCOPE_INITIATIVE (i));
      append_series (bits, projection, OUTLAY_SCOPE_PRODUCT (i, 0));
      for (guint p = 0; p < outlay_plan_get_n_phases (plan); p++)
        append_series (bits, projection, OUTLAY_SCOPE_CELL (i, p));
    }
  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    for (int i = -1; i < (int) outlay_plan_get_n_initiatives (plan); i++)
      append (bits, &(double) { outlay_projection_indicator (projection, indicator, i) }, 1);
  return bits;
}

static void
assert_same (GByteArray *one, GByteArray *other)
{
  g_assert_cmpmem (one->data, one->len, other->data, other->len);
}

static void
fail (const char *const *paths, const char *message, gpointer data)
{
  g_error ("%s: %s", paths[0], message);
}

/* --- deleting --- */

static GHashTable *
all_results (OutlayPlan *plan)
{
  GHashTable *all = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_byte_array_unref);

  for (guint i = 0; i < count (plan); i++)
    g_hash_table_insert (all, nth (plan, i), results (plan, nth (plan, i)));
  return all;
}

/* Whoever is deleted, nobody else has another number; and undoing gives back the same file. */
static void
test_delete_keeps_all_others (void)
{
  for (guint tree = 0; tree < TREES; tree++)
    {
      Forest forest;
      g_autoptr (GHashTable) before = NULL;
      g_autofree char *file = NULL;
      const guint n_steps = (plant (&forest), outlay_history_get_position (forest.history));

      before = all_results (forest.plan);
      file = write_text (forest.plan);
      while (count (forest.plan) > 0)
        {
          g_assert_true (outlay_history_delete_scenario (forest.history, any (forest.plan), NULL));
          outlay_plan_validate_all (forest.plan, fail, NULL);
          for (guint i = 0; i < count (forest.plan); i++)
            {
              g_autoptr (GByteArray) after = results (forest.plan, nth (forest.plan, i));

              assert_same (after, g_hash_table_lookup (before, nth (forest.plan, i)));
            }
        }
      outlay_history_go_to (forest.history, n_steps);
      assert_written (forest.plan, file);
      fell (&forest);
    }
}

static void
test_delete_is_one_step (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow"), *slower = outlay_plan_find_scenario (plan, "slower");

  g_assert_true (outlay_history_delete_scenario (history, slow, NULL));
  g_assert_cmpuint (outlay_history_get_position (history), ==, 1);
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Delete “slow”");
  g_assert_null (outlay_scenario_get_from (slower));
  g_assert_cmpuint (outlay_scenario_get_n_changes (slower), ==, 2);
  g_assert_true (outlay_history_undo (history) == slow);
  g_assert_true (outlay_scenario_get_from (slower) == slow);
  g_assert_cmpuint (outlay_scenario_get_n_changes (slower), ==, 1);
}

/* --- making and naming --- */

static const char *
text_of (OutlayScenario *scenario, const char *member)
{
  return outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), member));
}

static void
test_create (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autofree char *before = write_text (plan);
  OutlayScenario *late = outlay_history_create_scenario (history, slow, "  A year late ", "Permits take longer", NULL);
  OutlayScenario *plain = outlay_history_create_scenario (history, NULL, "Other", NULL, NULL);
  g_autoptr (GByteArray) parent = results (plan, slow), child = results (plan, late);

  g_assert_true (outlay_scenario_get_from (late) == slow);
  g_assert_null (outlay_scenario_get_from (plain));
  g_assert_cmpstr (text_of (late, "name"), ==, "A year late");
  g_assert_cmpstr (text_of (late, "id"), ==, "a-year-late");
  g_assert_cmpstr (text_of (late, "description"), ==, "Permits take longer");
  assert_same (child, parent);
  /* Behind what comes from the same: slow, slower, late, plain. */
  g_assert_true (nth (plan, 2) == late && nth (plan, 3) == plain);
  g_assert_cmpstr (outlay_history_get_description (history, 0), ==, "Create “A year late”");
  outlay_history_go_to (history, 0);
  assert_written (plan, before);
}

static void
test_duplicate (void)
{
  for (guint tree = 0; tree < TREES / 5; tree++)
    {
      Forest forest;
      OutlayScenario *original, *copy;
      g_autoptr (GByteArray) before = NULL, after = NULL;

      plant (&forest);
      original = any (forest.plan);
      before = results (forest.plan, original);
      copy = outlay_history_duplicate_scenario (forest.history, original, "Copy", NULL);
      after = results (forest.plan, copy);
      assert_same (after, before);
      g_assert_true (outlay_scenario_get_from (copy) == outlay_scenario_get_from (original));
      g_assert_cmpuint (outlay_node_get_position (OUTLAY_NODE (copy)), ==, outlay_node_get_position (OUTLAY_NODE (original)) + 1);
      assert_whole (forest.plan);
      fell (&forest);
    }
}

static void
test_rename (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_history_rename_scenario (history, slow, "Careful", NULL, NULL));
  g_assert_cmpstr (text_of (slow, "name"), ==, "Careful");
  g_assert_cmpstr (text_of (slow, "id"), ==, "slow");
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Rename “slow” to “Careful”");
  g_assert_true (outlay_history_rename_scenario (history, slow, "Careful", "As the bank sees it", NULL));
  g_assert_cmpstr (outlay_history_get_undo_description (history), ==, "Describe “Careful”");
  g_assert_true (outlay_history_rename_scenario (history, slow, "Careful", "As the bank sees it", NULL));
  g_assert_cmpuint (outlay_history_get_position (history), ==, 2);
  g_assert_false (outlay_history_rename_scenario (history, slow, "  ", NULL, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE);
  g_assert_null (outlay_history_create_scenario (history, NULL, "", NULL, NULL));
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 2);
}

static void
test_move (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow"), *slower = outlay_plan_find_scenario (plan, "slower");

  g_assert_true (outlay_history_move_scenario (history, slow, 1, NULL));
  g_assert_true (nth (plan, 0) == slower && nth (plan, 1) == slow && outlay_scenario_get_from (slower) == slow);
  assert_whole (plan);
  g_assert_false (outlay_history_move_scenario (history, slow, 2, NULL));
  g_assert_cmpuint (outlay_history_get_n_steps (history), ==, 1);
  outlay_history_undo (history);
  g_assert_true (nth (plan, 0) == slow);
}

static void
assert_id (OutlayPlan *plan, const char *name, const char *expected)
{
  g_autofree char *id = outlay_plan_make_scenario_id (plan, name);

  g_assert_cmpstr (id, ==, expected);
}

static void
test_ids (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autofree char *endless = g_strnfill (200, 'x'), *longest = g_strnfill (64, 'x'), *next = g_strnfill (62, 'x');
  g_autofree char *second = g_strconcat (next, "-2", NULL);

  assert_id (plan, "Storage first", "storage-first");
  assert_id (plan, " Étape: 1 / Süd!", "etape-1-sud");
  assert_id (plan, "2030", "scenario-2030");
  assert_id (plan, "Base", "base-2");
  assert_id (plan, "Slow", "slow-2");
  assert_id (plan, "储能先行", "scenario");
  g_assert_nonnull (outlay_history_create_scenario (history, NULL, "储能先行", NULL, NULL));
  assert_id (plan, "二期推迟", "scenario-2");
  assert_id (plan, endless, longest);
  g_assert_nonnull (outlay_history_create_scenario (history, NULL, endless, NULL, NULL));
  assert_id (plan, endless, second);
}

static void
test_copy_names (void)
{
  static const char *const names[] = { "slow (copy)", "slow (copy 2)", "slow (copy 3)" };
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  OutlayScenario *scenario = outlay_plan_find_scenario (plan, "slow");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (scenario)), *name = outlay_plan_make_copy_name (plan, from);
      g_autofree char *step = g_strdup_printf ("Duplicate “%s” as “%s”", from, name);

      g_assert_cmpstr (name, ==, names[i]);
      scenario = outlay_history_duplicate_scenario (history, scenario, name, NULL);
      g_assert_cmpstr (outlay_history_get_undo_description (history), ==, step);
    }
}

static void
test_names (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autofree char *taken = outlay_plan_make_scenario_name (plan, "slow"), *fresh = outlay_plan_make_scenario_name (plan, "Scenario");

  g_assert_cmpstr (taken, ==, "slow 2");
  g_assert_cmpstr (fresh, ==, "Scenario");
}

/* --- flattening --- */

static void
test_flat_results (void)
{
  for (guint tree = 0; tree < TREES; tree++)
    {
      Forest forest;

      plant (&forest);
      for (guint i = 0; i < count (forest.plan); i++)
        {
          g_autofree char *before = write_text (forest.plan);
          g_autoptr (GByteArray) expected = results (forest.plan, nth (forest.plan, i)), found = NULL;
          g_autoptr (OutlayPlan) flat = outlay_plan_flatten (forest.plan, nth (forest.plan, i));

          found = results (flat, NULL);
          assert_same (found, expected);
          g_assert_cmpuint (count (flat), ==, 0);
          outlay_plan_validate_all (flat, fail, NULL);
          assert_whole (flat);
          assert_written (forest.plan, before);
        }
      fell (&forest);
    }
}

/* Without a scenario it is the plan but for the scenarios. */
static void
test_flat_plan (void)
{
  g_autoptr (OutlayPlan) plan = make_plan (), flat = outlay_plan_flatten (plan, NULL);
  g_autofree char *text = NULL;

  g_list_store_remove_all (G_LIST_STORE (outlay_plan_get_scenarios (plan)));
  text = write_text (plan);
  assert_written (flat, text);
}

static void
test_flat_name (void)
{
  g_autoptr (OutlayPlan) plan = make_plan (), flat = NULL, own = NULL;
  OutlayScenario *slower = outlay_plan_find_scenario (plan, "slower");
  OutlayNode *node = OUTLAY_NODE (plan);

  set_text (node, "description", "As announced");
  set_text (OUTLAY_NODE (slower), "description", "Permits take longer");
  flat = outlay_plan_flatten (plan, slower);
  g_assert_cmpstr (outlay_node_get_string (OUTLAY_NODE (flat), outlay_node_find_member (node, "name")), ==, "Sample — slower");
  g_assert_cmpstr (outlay_node_get_string (OUTLAY_NODE (flat), outlay_node_find_member (node, "description")), ==, "As announced\n\nPermits take longer");
  change_text (OUTLAY_NODE (slower), "name", "A name of its own");
  own = outlay_plan_flatten (plan, slower);
  g_assert_cmpstr (outlay_node_get_string (OUTLAY_NODE (own), outlay_node_find_member (node, "name")), ==, "A name of its own");
}

static void
assert_source (OutlayPlan *plan, const char *path, OutlayStatus status, const char *text)
{
  OutlayNode *source = OUTLAY_NODE (outlay_plan_find_source (plan, path));

  g_assert_nonnull (source);
  g_assert_cmpfloat (outlay_node_get_number (source, outlay_node_find_member (source, "status")), ==, status);
  g_assert_cmpstr (outlay_node_get_string (source, outlay_node_find_member (source, "text")), ==, text);
}

/* What was announced of the plan is not announced of what a scenario makes of it. */
static void
test_flat_sources (void)
{
  g_autoptr (OutlayPlan) plan = make_plan (), flat = NULL;
  OutlayNode *slower = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slower"));
  static const char *const paths[] = { "initiatives.mining", "initiatives.mining.investment.early" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      OutlayNode *source = OUTLAY_NODE (outlay_plan_find_source (plan, paths[i]));

      set_number (source, "status", OUTLAY_STATUS_ANNOUNCED);
      set_text (source, "text", "Press release");
      set_text (source, "link", "https://example.org");
    }
  change_number (slower, "initiatives.mining.staff", 7);
  change_number (slower, "initiatives.mining.investment.late", 0);
  flat = outlay_plan_flatten (plan, OUTLAY_SCENARIO (slower));
  /* Its own source, by the scenario that changed it; its object's; what is changed to what it was; what nobody vouched for. */
  assert_source (flat, "initiatives.mining.investment.early", OUTLAY_STATUS_ASSUMED, "Scenario “slow”");
  assert_source (flat, "initiatives.mining.staff", OUTLAY_STATUS_ASSUMED, "Scenario “slower”");
  assert_source (flat, "initiatives.mining", OUTLAY_STATUS_ANNOUNCED, "Press release");
  g_assert_null (outlay_plan_find_source (flat, "initiatives.mining.investment.late"));
  g_assert_null (outlay_plan_find_source (flat, "phases.late.delay-months"));
  assert_whole (flat);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/scenarios/create", test_create);
  g_test_add_func ("/plan/scenarios/duplicate", test_duplicate);
  g_test_add_func ("/plan/scenarios/rename", test_rename);
  g_test_add_func ("/plan/scenarios/move", test_move);
  g_test_add_func ("/plan/scenarios/delete-is-one-step", test_delete_is_one_step);
  g_test_add_func ("/plan/scenarios/delete-keeps-all-others", test_delete_keeps_all_others);
  g_test_add_func ("/plan/scenarios/ids", test_ids);
  g_test_add_func ("/plan/scenarios/names", test_names);
  g_test_add_func ("/plan/scenarios/copy-names", test_copy_names);
  g_test_add_func ("/plan/scenarios/flat-results", test_flat_results);
  g_test_add_func ("/plan/scenarios/flat-plan", test_flat_plan);
  g_test_add_func ("/plan/scenarios/flat-name", test_flat_name);
  g_test_add_func ("/plan/scenarios/flat-sources", test_flat_sources);
  return g_test_run ();
}
