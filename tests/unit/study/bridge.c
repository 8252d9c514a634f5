/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridging.h"

#define PLANS 60

/* What is linear goes to each change as its own difference. */
static void
test_linear (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *to = add_scenario (plan, "to", NULL);
  static const OutlayOutcome outcomes[] = { OUTLAY_OUTCOME_INDICATOR (CONSTRUCTION_INVESTMENT), OUTLAY_OUTCOME_INDICATOR (TOTAL_INVESTMENT) };

  change_number (to, "initiatives.mining.investment.early", 4e8);
  change_number (to, "initiatives.mining.investment.late", 0.5e8);
  change_number (to, "initiatives.storage.investment.late", 9e8);
  change_number (to, "discount-rate", 0.05);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autoptr (OutlayBridge) bridge = build (plan, NULL, to, &outcomes[i]);

      g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, 4);
      g_assert_true (outlay_bridge_is_exact (bridge));
      g_assert_cmpint (outlay_bridge_grouping (bridge), ==, OUTLAY_BRIDGE_BY_INPUT);
      assert_ends (bridge, plan, NULL, to, &outcomes[i]);
      assert_near (find_step (bridge, "initiatives.mining.investment.early")->contribution, -2e8, 1e9);
      assert_near (find_step (bridge, "initiatives.mining.investment.late")->contribution, 0.5e8, 1e9);
      assert_near (find_step (bridge, "initiatives.storage.investment.late")->contribution, 5e8, 1e9);
      g_assert_cmpfloat (find_step (bridge, "discount-rate")->contribution, ==, 0);
    }
}

/* --- random changes --- */

typedef struct
{
  const char *path;
  double low;
  double high;
} Candidate;

/* Of the last two neither has any effect on what is asked here. */
static const Candidate candidates[] = {
  { "discount-rate", 0, 0.2 },
  { "years", 10, 30 },
  { "taxes.surcharge-rate", 0, 0.5 },
  { "finance.debt-share", 0, 0.9 },
  { "finance.repayment-years", 2, 15 },
  { "assets.residual", 0, 0.5 },
  { "phases.early.build-months", 4, 40 },
  { "phases.late.delay-months", 0, 30 },
  { "initiatives.mining.investment.early", 0, 9e8 },
  { "initiatives.storage.investment.late", 1e7, 9e8 },
  { "initiatives.mining.products.goods.price", 1e5, 9e5 },
  { "initiatives.mining.products.goods.market-limit", 100, 900 },
  { "initiatives.storage.products.goods.material-cost", 0, 4e5 },
  { "initiatives.storage.ramp-up.1", 0, 1 },
  { "initiatives.storage.scale-exponent", 0.5, 1.2 },
  { "phases.late.floor-area", 1, 1e5 },
  { "site-area", 1, 1e5 },
};

#define IDLE (G_N_ELEMENTS (candidates) - 2)

static void
change_randomly (OutlayNode *scenario, guint n, GRand *rand)
{
  for (guint i = 0; i < n; i++)
    {
      const Candidate *one = &candidates[g_rand_int_range (rand, 0, G_N_ELEMENTS (candidates))];
      double number = g_rand_double_range (rand, one->low, one->high);

      change_number (scenario, one->path, g_str_has_suffix (one->path, "years") ? floor (number) : number);
    }
}

static OutlayOutcome
random_outcome (GRand *rand)
{
  static const OutlayOutcome outcomes[] = { OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX), OUTLAY_OUTCOME_INDICATOR (TOTAL_INVESTMENT),
                                            OUTLAY_OUTCOME_INDICATOR (DESIGN_YEAR), OUTLAY_OUTCOME_DESIGN_YEAR (TAX),
                                            { -1, OUTLAY_SERIES_REVENUE, OUTLAY_MEASURE_TOTAL, { 1, -1, -1 } } };

  return outcomes[g_rand_int_range (rand, 0, G_N_ELEMENTS (outcomes))];
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint p = 0; p < PLANS; p++)
    {
      g_autoptr (OutlayPlan) plan = make_plan ();
      OutlayNode *from = add_scenario (plan, "from", NULL), *to = add_scenario (plan, "to", g_rand_boolean (rand) ? "from" : NULL);
      const OutlayOutcome outcome = random_outcome (rand);
      g_autoptr (OutlayBridge) bridge = NULL, back = NULL;

      change_randomly (from, (guint) g_rand_int_range (rand, 0, 4), rand);
      change_randomly (to, (guint) g_rand_int_range (rand, 0, 6), rand);
      bridge = build (plan, from, to, &outcome);
      back = build (plan, to, from, &outcome);
      assert_ends (bridge, plan, from, to, &outcome);
      assert_ends (back, plan, to, from, &outcome);
      g_assert_cmpuint (outlay_bridge_n_steps (back), ==, outlay_bridge_n_steps (bridge));
      for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
        {
          const OutlayBridgeStep *step = outlay_bridge_step (bridge, i);

          assert_near (outlay_bridge_step (back, i)->contribution, -step->contribution, size_of (bridge));
          g_assert_cmpfloat (step->standard_error, ==, 0);
          for (guint idle = IDLE; idle < G_N_ELEMENTS (candidates); idle++)
            if (g_str_equal (step->paths[0], candidates[idle].path))
              g_assert_cmpfloat (step->contribution, ==, 0);
        }
    }
}

/* By the definition: every order in which the changes can be made, each through a scenario and a projection of its own. */
static double
add_along_orders (OutlayPlan *plan, OutlayNode *partial, OutlayNode *to, const OutlayOutcome *outcome, double *sums)
{
  guint n = outlay_scenario_get_n_changes (OUTLAY_SCENARIO (to));
  double orders = 0;

  for (guint i = 0; i < n; i++)
    {
      const OutlayValue *value;
      const char *path = outlay_scenario_get_change (OUTLAY_SCENARIO (to), i, &value);
      double before, within;

      if (outlay_scenario_lookup (OUTLAY_SCENARIO (partial), path) != NULL)
        continue;
      before = project (plan, partial, outcome);
      outlay_scenario_set_change (OUTLAY_SCENARIO (partial), path, value);
      within = add_along_orders (plan, partial, to, outcome, sums);
      sums[i] += within * (project (plan, partial, outcome) - before);
      outlay_scenario_remove_change (OUTLAY_SCENARIO (partial), path);
      orders += within;
    }
  return orders > 0 ? orders : 1;
}

static void
test_definition (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);

  for (guint p = 0; p < 12; p++)
    {
      g_autoptr (OutlayPlan) plan = make_plan ();
      OutlayNode *partial = add_scenario (plan, "partial", NULL), *to = add_scenario (plan, "to", NULL);
      const OutlayOutcome outcome = random_outcome (rand);
      g_autoptr (OutlayBridge) bridge = NULL;
      double sums[4] = { 0 }, orders;

      change_randomly (to, 4, rand);
      bridge = build (plan, NULL, to, &outcome);
      orders = add_along_orders (plan, partial, to, &outcome, sums);
      for (guint i = 0; i < outlay_scenario_get_n_changes (OUTLAY_SCENARIO (to)); i++)
        assert_near (find_step (bridge, outlay_scenario_get_change (OUTLAY_SCENARIO (to), i, NULL))->contribution, sums[i] / orders, size_of (bridge));
    }
}

/* --- what has no bridge --- */

static void
assert_refused (OutlayPlan *plan, OutlayNode *to, const OutlayOutcome *outcome, const char *pattern)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (outlay_bridge_new (plan, NULL, OUTLAY_SCENARIO (to), outcome, 1, NULL, &error));
  g_assert_error (error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_NO_VALUE);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("%s", error->message);
}

static void
test_refused (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *end = add_scenario (plan, "end", NULL), *halfway = add_scenario (plan, "halfway", NULL);
  static const OutlayOutcome payback = OUTLAY_OUTCOME_INDICATOR (PAYBACK), icr = OUTLAY_OUTCOME_INDICATOR (ICR_MEAN);

  change_number (end, "initiatives.mining.products.goods.price", 0);
  change_number (end, "initiatives.storage.products.goods.price", 0);
  assert_refused (plan, end, &payback, "*Payback*no single value in “end”*NPV after tax*");
  assert_refused (plan, end, &icr, "*in “the plan itself”*");
  /* Energy without a price to pay for it eats the income, though both ends pay back. */
  change_number (halfway, "initiatives.mining.products.goods.price", 4e6);
  change_number (halfway, "initiatives.mining.products.goods.energy-cost", 3e6);
  g_assert_true (isfinite (project (plan, halfway, &payback)));
  assert_refused (plan, halfway, &payback, "*Payback*on the way*mining, goods: Energy cost*NPV after tax*");
}

static void
cancel_halfway (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1);
  if (fraction > 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancelled (void)
{
  OutlayNode *to;
  g_autoptr (OutlayPlan) plan = make_wide_plan (6, &to);
  g_autoptr (OutlayModel) from_model = outlay_model_new (plan, NULL), to_model = outlay_model_new (plan, OUTLAY_SCENARIO (to));
  g_autoptr (OutlayBridge) bridge = outlay_bridge_prepare (plan, from_model, to_model, NULL, &npv, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_clear_object (&plan);
  g_assert_false (outlay_bridge_run (bridge, cancel_halfway, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (outlay_bridge_run (bridge, NULL, NULL, NULL, NULL));
}

static void
test_nothing (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *to = add_scenario (plan, "to", NULL);
  g_autoptr (OutlayBridge) bridge = NULL;

  change_text (to, "name", "Other");
  change_number (to, "targets.promised.at-least", 1);
  bridge = build (plan, NULL, to, &npv);
  g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, 0);
  assert_ends (bridge, plan, NULL, to, &npv);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bridge/linear", test_linear);
  g_test_add_func ("/bridge/random", test_random);
  g_test_add_func ("/bridge/definition", test_definition);
  g_test_add_func ("/bridge/refused", test_refused);
  g_test_add_func ("/bridge/cancelled", test_cancelled);
  g_test_add_func ("/bridge/nothing", test_nothing);
  return g_test_run ();
}
