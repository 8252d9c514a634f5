/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/cases.h"
#include "support/small-plan.h"
#include "study/bridge.h"
#include "study/comparison.h"

static OutlayScenario *
find (OutlayPlan *plan, const char *id)
{
  return outlay_plan_find_scenario (plan, id);
}

static const OutlayDifference *
nth (GPtrArray *differences, guint i)
{
  g_assert_cmpuint (i, <, differences->len);
  return differences->pdata[i];
}

static void
assert_paths (GPtrArray *differences, const char *const *paths)
{
  for (guint i = 0; i < differences->len && paths[i] != NULL; i++)
    g_assert_cmpstr (nth (differences, i)->path, ==, paths[i]);
  g_assert_cmpuint (differences->len, ==, g_strv_length ((char **) paths));
}

static void
test_origins (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *const scenarios[] = { NULL, find (plan, "slow"), find (plan, "slower") };
  g_autoptr (GPtrArray) differences = outlay_plan_compare (plan, scenarios, 3);
  const OutlayDifference *delay = nth (differences, 0), *money = nth (differences, 1);

  assert_paths (differences, (const char *const[]) { "phases.late.delay-months", "initiatives.mining.investment.early", NULL });
  g_assert_cmpuint (money->n_scenarios, ==, 3);
  g_assert_cmpfloat (money->holdings[0].value.number, ==, 6e8);
  g_assert_cmpfloat (money->holdings[1].value.number, ==, 5e8);
  g_assert_cmpfloat (money->holdings[2].value.number, ==, 5e8);
  g_assert_cmpint (money->holdings[0].origin, ==, OUTLAY_ORIGIN_PLAN);
  g_assert_null (money->holdings[0].from);
  g_assert_cmpint (money->holdings[1].origin, ==, OUTLAY_ORIGIN_OWN);
  g_assert_true (money->holdings[1].from == scenarios[1]);
  g_assert_cmpint (money->holdings[2].origin, ==, OUTLAY_ORIGIN_INHERITED);
  g_assert_true (money->holdings[2].from == scenarios[1]);
  g_assert_cmpint (delay->holdings[1].origin, ==, OUTLAY_ORIGIN_PLAN);
  g_assert_cmpint (delay->holdings[2].origin, ==, OUTLAY_ORIGIN_OWN);
  g_assert_cmpint (delay->parameter.index, ==, -1);
}

/* The nearest change up the chain holds, and what is said again further down is that scenario's own. */
static void
test_nearest (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *again = add_scenario (plan, "again", "slower"), *last = add_scenario (plan, "last", "again");
  g_autoptr (GPtrArray) differences = NULL;
  const OutlayHolding *holding;

  change_number (again, "initiatives.mining.investment.early", 4e8);
  change_number (last, "phases.late.delay-months", 6);
  differences = outlay_plan_compare (plan, (OutlayScenario *const[]) { OUTLAY_SCENARIO (last), find (plan, "slower") }, 2);
  assert_paths (differences, (const char *const[]) { "initiatives.mining.investment.early", NULL });
  holding = &nth (differences, 0)->holdings[0];
  g_assert_cmpfloat (holding->value.number, ==, 4e8);
  g_assert_cmpint (holding->origin, ==, OUTLAY_ORIGIN_INHERITED);
  g_assert_true (holding->from == OUTLAY_SCENARIO (again));
}

static void
test_sources (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *const scenarios[] = { NULL, find (plan, "slower") };
  g_autoptr (GPtrArray) differences = NULL;
  gboolean own;

  change_number (OUTLAY_NODE (scenarios[1]), "initiatives.mining.products.goods.price", 6e5);
  differences = outlay_plan_compare (plan, scenarios, 2);
  assert_paths (differences, (const char *const[]) { "phases.late.delay-months", "initiatives.mining.investment.early",
                                                     "initiatives.mining.products.goods.price", NULL });
  g_assert_null (outlay_difference_find_source (nth (differences, 0), NULL));
  g_assert_cmpstr (outlay_node_get_id (OUTLAY_NODE (outlay_difference_find_source (nth (differences, 1), &own))), ==, "initiatives.mining.investment.early");
  g_assert_true (own);
  g_assert_cmpstr (outlay_node_get_id (OUTLAY_NODE (outlay_difference_find_source (nth (differences, 2), &own))), ==, "initiatives.mining");
  g_assert_false (own);
}

/* What says the same in all is no difference, however it is said. */
static void
test_same (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *slow = OUTLAY_NODE (find (plan, "slow")), *other = add_scenario (plan, "other", NULL);
  OutlayScenario *const scenarios[] = { OUTLAY_SCENARIO (slow), OUTLAY_SCENARIO (other) };
  g_autoptr (GPtrArray) differences = NULL;
  g_auto (OutlayValue) null = OUTLAY_VALUE_INIT;

  outlay_value_set_null (&null);
  change_number (other, "initiatives.mining.investment.early", 5e8);
  change_number (other, "discount-rate", 0.08);
  change_text (other, "discounting", "end-of-year");
  change_text (other, "phases.last.start", "2027-07");
  change_text (other, "targets.promised.series", "sales");
  outlay_scenario_set_change (OUTLAY_SCENARIO (other), "initiatives.mining.products.goods.market-limit", &null);
  outlay_scenario_set_change (OUTLAY_SCENARIO (other), "initiatives.mining.colour", &null);
  change_number (other, "initiatives.gone.wage", 1);
  differences = outlay_plan_compare (plan, scenarios, 2);
  g_assert_cmpuint (differences->len, ==, 0);
  g_clear_pointer (&differences, g_ptr_array_unref);

  change_text (other, "name", "Other");
  change_number (other, "initiatives.mining.products.goods.market-limit", 5);
  change_text (other, "initiatives.mining.colour", "#00ff00");
  change_text (other, "targets.promised.series", "tax");
  change_number (other, "initiatives.storage.ramp-up.3", 0.9);
  change_number (other, "initiatives.storage.ramp-up.2", 0.9);
  change_number (other, "finance.payout", 0.9);
  differences = outlay_plan_compare (plan, scenarios, 2);
  assert_paths (differences, (const char *const[]) { "name", "finance.payout", "initiatives.mining.colour", "initiatives.mining.products.goods.market-limit",
                                                     "initiatives.storage.ramp-up.2", "initiatives.storage.ramp-up.3", "targets.promised.series", NULL });
}

typedef struct
{
  OutlayPlan *plan;
  OutlayNode *all; /* changes everything */
  GPtrArray *paths;
} Everything;

static void
change_anything (const OutlayParameter *parameter, gpointer data)
{
  Everything *everything = data;
  g_autofree char *path = outlay_parameter_path (parameter);

  if (outlay_parameter_is_number (parameter))
    change_number (everything->all, path, 17.25);
  else
    change_text (everything->all, path, "2199-12");
  g_ptr_array_add (everything->paths, g_steal_pointer (&path));
}

/* Every path of the plan, changed last to first, comes out in the order of the file. */
static void
test_order (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *all = add_scenario (plan, "all", NULL), *backwards = add_scenario (plan, "backwards", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free), differences = NULL;
  Everything everything = { plan, all, paths };

  outlay_plan_foreach_parameter (plan, change_anything, &everything);
  for (guint i = paths->len; i-- > 0;)
    outlay_scenario_set_change (OUTLAY_SCENARIO (backwards), paths->pdata[i], outlay_scenario_lookup (OUTLAY_SCENARIO (all), paths->pdata[i]));
  g_ptr_array_add (paths, NULL);
  differences = outlay_plan_compare (plan, (OutlayScenario *const[]) { OUTLAY_SCENARIO (backwards), NULL }, 2);
  assert_paths (differences, (const char *const *) paths->pdata);
}

/* The same bits as a projection of each scenario alone, in lanes and across shapes. */
static void
test_results (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_autoptr (OutlayComparison) comparison = NULL;
  guint n_targets;

  for (int i = 0; i < 12; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%d", i);
      OutlayNode *scenario = add_scenario (plan, id, i % 2 == 0 ? "slower" : NULL);

      change_number (scenario, "initiatives.mining.products.goods.price", 4e5 + 1e4 * i);
      if (i % 3 == 0)
        change_number (scenario, "years", 15);
      if (i == 5)
        change_number (scenario, "targets.promised.at-least", 1e12);
      g_ptr_array_add (scenarios, scenario);
    }
  g_ptr_array_add (scenarios, NULL);
  comparison = outlay_comparison_new (plan, (OutlayScenario *const *) scenarios->pdata, scenarios->len, NULL);
  g_assert_cmpuint (outlay_comparison_n_scenarios (comparison), ==, 13);
  for (guint i = 0; i < scenarios->len; i++)
    {
      g_autoptr (OutlayModel) model = outlay_model_new (plan, scenarios->pdata[i]);
      g_autoptr (OutlayProjection) alone = outlay_projection_new (model, &outlay_request_all);
      const OutlayOutcome tax = OUTLAY_OUTCOME_DESIGN_YEAR (TAX);

      g_assert_true (outlay_comparison_scenario (comparison, i) == scenarios->pdata[i]);
      for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
        {
          const OutlayOutcome outcome = { (int) indicator, -1, OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN };
          double found = outlay_comparison_value (comparison, i, &outcome), expected = outlay_projection_indicator (alone, indicator, -1);

          g_assert_cmpmem (&found, sizeof found, &expected, sizeof expected);
        }
      g_assert_cmpfloat (outlay_comparison_value (comparison, i, &tax), ==,
                         outlay_projection_measure (alone, OUTLAY_SERIES_TAX, OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN));
      g_assert_cmpmem (outlay_projection_series (outlay_comparison_projection (comparison, i), OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN),
                       outlay_projection_years (alone) * sizeof (double), outlay_projection_series (alone, OUTLAY_SERIES_TAX, OUTLAY_SCOPE_PLAN),
                       outlay_projection_years (outlay_comparison_projection (comparison, i)) * sizeof (double));
      g_assert_cmpuint (outlay_comparison_targets_met (comparison, i, &n_targets), ==, i == 5 ? 0 : 1);
      g_assert_cmpuint (n_targets, ==, 1);
    }
}

/* One of several can be brought up to date without the others. */
static void
test_update (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayModel *models[] = { outlay_model_new (plan, NULL), outlay_model_new (plan, find (plan, "slow")) };
  const OutlayRequest request = { .plan_indicators = 1ull << OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT };
  OutlayProjection *projections[] = { outlay_projection_new (models[0], &request), outlay_projection_new (models[1], &request) };

  g_assert_cmpfloat (outlay_projection_indicator (projections[0], OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 1.3e9);
  g_assert_cmpfloat (outlay_projection_indicator (projections[1], OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 1.2e9);
  g_assert_true (outlay_projection_update (projections[1], models[0]));
  g_assert_true (outlay_projection_update (projections[0], models[1]));
  g_assert_cmpfloat (outlay_projection_indicator (projections[0], OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 1.2e9);
  g_assert_cmpfloat (outlay_projection_indicator (projections[1], OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 1.3e9);
  for (guint i = 0; i < 2; i++)
    {
      outlay_model_unref (models[i]);
      outlay_projection_unref (projections[i]);
    }
}

static OutlayComparison *
prepare (OutlayCases *cases, OutlayPlan *plan)
{
  g_autoptr (OutlayModel) base = outlay_cases_get (cases, NULL), slower = outlay_cases_get (cases, find (plan, "slower"));

  return outlay_comparison_prepare (plan, (OutlayModel *const[]) { base, slower }, 2, NULL);
}

/* A few initiatives follow the hand; ten thousand would not. */
static void
test_light (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayCases) cases = outlay_cases_new (plan);
  g_autoptr (OutlayComparison) small = prepare (cases, plan), large = NULL;

  g_assert_true (outlay_comparison_is_light (small));
  for (guint i = 0; i < 10000; i++)
    add_child (OUTLAY_NODE (plan), "initiatives", NULL);
  large = prepare (cases, plan);
  g_assert_false (outlay_comparison_is_light (large));
}

static void
test_cancelled (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayCases) cases = outlay_cases_new (plan);
  g_autoptr (OutlayComparison) comparison = prepare (cases, plan);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_comparison_run (comparison, cancellable));
  g_assert_true (outlay_comparison_run (comparison, NULL));
  g_assert_cmpfloat (outlay_projection_indicator (outlay_comparison_projection (comparison, 1), OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 1.2e9);
}

/* What a thread of the window does with a comparison and a bridge. */
typedef struct
{
  OutlayComparison *comparison;
  OutlayBridge *bridge;
} Work;

static gpointer
work_thread (gpointer data)
{
  Work *work = data;

  g_assert_true (outlay_comparison_run (work->comparison, NULL));
  g_assert_true (outlay_bridge_run (work->bridge, NULL, NULL, NULL, NULL));
  return NULL;
}

static void
begin_work (Work *work, OutlayCases *cases, OutlayPlan *plan)
{
  const OutlayOutcome npv = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
  g_autoptr (OutlayModel) base = outlay_cases_get (cases, NULL), slower = outlay_cases_get (cases, find (plan, "slower"));

  work->comparison = prepare (cases, plan);
  work->bridge = outlay_bridge_prepare (plan, base, slower, NULL, &npv, 1);
}

static void
end_work (Work *work, const Work *wanted)
{
  const OutlayOutcome npv = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);

  for (guint s = 0; s < 2; s++)
    g_assert_cmpfloat (outlay_comparison_value (work->comparison, s, &npv), ==, outlay_comparison_value (wanted->comparison, s, &npv));
  g_assert_cmpfloat (outlay_bridge_from (work->bridge), ==, outlay_comparison_value (wanted->comparison, 0, &npv));
  g_assert_cmpfloat (outlay_bridge_to (work->bridge), ==, outlay_comparison_value (wanted->comparison, 1, &npv));
}

static void
work_clear (Work *work)
{
  outlay_comparison_free (work->comparison);
  outlay_bridge_free (work->bridge);
}

/* The plan is edited, and the cases brought up to date, while a thread computes what they were. Under a thread sanitizer no access to memory is contested. */
static void
test_thread (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayCases) cases = outlay_cases_new (plan);
  OutlayNode *slow = OUTLAY_NODE (find (plan, "slow"));

  for (guint round = 0; round < 50; round++)
    {
      GThread *thread;
      Work work, wanted;

      begin_work (&wanted, cases, plan);
      work_thread (&wanted);
      begin_work (&work, cases, plan);
      thread = g_thread_new ("work", work_thread, &work);
      for (guint n = 0; n < 50; n++)
        {
          set_cells (OUTLAY_NODE (outlay_plan_get_initiative (plan, n % 2)), 5e8 + n + round, 1e8);
          change_number (slow, "initiatives.mining.investment.early", 4e8 + n);
          outlay_comparison_free (prepare (cases, plan));
        }
      g_thread_join (thread);
      end_work (&work, &wanted);
      work_clear (&work);
      work_clear (&wanted);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/origins", test_origins);
  g_test_add_func ("/comparison/nearest", test_nearest);
  g_test_add_func ("/comparison/sources", test_sources);
  g_test_add_func ("/comparison/same", test_same);
  g_test_add_func ("/comparison/order", test_order);
  g_test_add_func ("/comparison/results", test_results);
  g_test_add_func ("/comparison/update", test_update);
  g_test_add_func ("/comparison/light", test_light);
  g_test_add_func ("/comparison/cancelled", test_cancelled);
  g_test_add_func ("/comparison/thread", test_thread);
  return g_test_run ();
}
