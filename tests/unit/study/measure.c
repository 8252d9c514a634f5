/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "support/small-plan.h"
#include "study/measure.h"

/* The sample plan by hand. Every works take the year 2025. Mining builds 0.6 of its design of 1000 t a year, at full use from 2026; storage 0.7,
 * at 0.5, 0.8 and 1 of its use from 2026, 2027 and 2028 on; the price is 500 000 a tonne, and the last year is 2044. */
#define MINING 3e8
#define STORAGE 3.5e8
#define YEARS 20
#define EARNING_YEARS 19

static OutlayProjection *
project (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  OutlayRequest request = { 0 };

  outlay_request_add_measures (&request, plan, scenario);
  return outlay_projection_new (model, &request);
}

static OutlayTarget *
first_target (OutlayPlan *plan)
{
  return OUTLAY_TARGET (outlay_node_get_nth_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "targets"), 0));
}

static OutlayTargetState
judge (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayProjection) projection = project (plan, scenario);
  OutlayTargetState state;

  outlay_projection_target (projection, plan, first_target (plan), &state);
  return state;
}

static double
measure (OutlayPlan *plan, OutlayMeasure kind, const char *initiative)
{
  OutlayNode *target = OUTLAY_NODE (first_target (plan));

  set_number (target, "measure", kind);
  set_text (target, "initiative", initiative);
  return judge (plan, NULL).value;
}

static void
assert_near (double found, double expected)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-12 * fabs (expected));
}

static void
test_measures (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  assert_near (measure (plan, OUTLAY_MEASURE_DESIGN_YEAR, NULL), MINING + STORAGE);
  assert_near (measure (plan, OUTLAY_MEASURE_DESIGN_YEAR, "mining"), MINING);
  assert_near (measure (plan, OUTLAY_MEASURE_TOTAL, "storage"), STORAGE * (EARNING_YEARS - 2 + 1.3));
  assert_near (measure (plan, OUTLAY_MEASURE_MEAN, "storage"), STORAGE * (EARNING_YEARS - 2 + 1.3) / EARNING_YEARS);
  assert_near (measure (plan, OUTLAY_MEASURE_MEAN, NULL), MINING + STORAGE * (EARNING_YEARS - 2 + 1.3) / EARNING_YEARS);
  assert_near (measure (plan, OUTLAY_MEASURE_PEAK, NULL), MINING + STORAGE);
}

/* The design year of the plan is that of its slowest initiative; a quicker one has its own. */
static void
test_design_year (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *storage = OUTLAY_NODE (outlay_plan_get_initiative (plan, 1));

  outlay_node_set_numbers (storage, outlay_node_find_member (storage, "ramp-up"), (double[]) { 1, 0.5 }, 2);
  assert_near (measure (plan, OUTLAY_MEASURE_DESIGN_YEAR, "storage"), STORAGE / 2);
  assert_near (measure (plan, OUTLAY_MEASURE_PEAK, "storage"), STORAGE);
}

static void
test_products (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *target = OUTLAY_NODE (first_target (plan));

  set_text (target, "series", "quantity-sold");
  set_text (target, "product", "goods");
  assert_near (measure (plan, OUTLAY_MEASURE_DESIGN_YEAR, "storage"), 700);
  assert_near (measure (plan, OUTLAY_MEASURE_MEAN, "storage"), 700 * (EARNING_YEARS - 2 + 1.3) / EARNING_YEARS);
  g_assert_cmpint (judge (plan, NULL).unit, ==, OUTLAY_UNIT_UNITS);
}

/* A null has no value, and meets nothing. */
static void
test_nulls (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *target = OUTLAY_NODE (first_target (plan));
  OutlayTargetState state;

  set_text (target, "series", "icr");
  set_number (target, "at-least", -INFINITY);
  state = judge (plan, NULL);
  g_assert_true (isnan (state.value));
  g_assert_false (state.met);

  /* One year has a value, all others are left out. */
  set_number (outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "finance")), "debt-share", 1);
  set_number (outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "finance")), "repayment-years", 1);
  g_assert_true (measure (plan, OUTLAY_MEASURE_TOTAL, "mining") > 0);
  g_assert_cmpfloat (measure (plan, OUTLAY_MEASURE_TOTAL, "mining"), ==, measure (plan, OUTLAY_MEASURE_MEAN, "mining"));
  g_assert_cmpfloat (measure (plan, OUTLAY_MEASURE_TOTAL, "mining"), ==, measure (plan, OUTLAY_MEASURE_PEAK, "mining"));

  /* Without money there is no earning year. */
  set_text (target, "series", "revenue");
  set_cells (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), 0, 0);
  g_assert_true (isnan (measure (plan, OUTLAY_MEASURE_MEAN, "mining")));
  g_assert_cmpfloat (measure (plan, OUTLAY_MEASURE_TOTAL, "mining"), ==, 0);
}

static void
test_bounds (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *target = OUTLAY_NODE (first_target (plan));
  double value = judge (plan, NULL).value;
  OutlayTargetState state;

  set_number (target, "at-least", value * (1 + 0.9e-9));
  state = judge (plan, NULL);
  g_assert_true (state.met && state.at_least);
  g_assert_cmpfloat (state.bound, ==, value * (1 + 0.9e-9));
  set_number (target, "at-least", value * (1 + 1.1e-9));
  g_assert_false (judge (plan, NULL).met);
  set_number (target, "at-least", NAN);
  set_number (target, "at-most", value * (1 - 0.9e-9));
  state = judge (plan, NULL);
  g_assert_true (state.met && !state.at_least);
  set_number (target, "at-most", value * (1 - 1.1e-9));
  g_assert_false (judge (plan, NULL).met);
}

static void
test_indicators (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *target = OUTLAY_NODE (first_target (plan));

  set_text (target, "series", NULL);
  set_number (target, "measure", NAN);
  set_text (target, "indicator", "construction-investment");
  assert_near (judge (plan, NULL).value, 1.3e9);
  set_text (target, "initiative", "mining");
  assert_near (judge (plan, NULL).value, 6e8);
  g_assert_cmpint (judge (plan, NULL).unit, ==, OUTLAY_UNIT_MONEY);
}

/* A scenario changes the number and the promise alike. */
static void
test_scenario (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");

  assert_near (judge (plan, slow).value, MINING * 5 / 6 + STORAGE);
  change_number (OUTLAY_NODE (slow), "targets.promised.at-least", 7e8);
  g_assert_false (judge (plan, slow).met);
  g_assert_true (judge (plan, NULL).met);
}

static void
test_figures (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *gdp = OUTLAY_NODE (outlay_plan_get_figure (plan, 0));
  g_autoptr (OutlayProjection) without = project (plan, NULL), with = NULL;
  double value, share;

  g_assert_false (outlay_projection_figure (without, plan, OUTLAY_FIGURE (gdp), &value, &share));
  set_text (gdp, "series", "revenue");
  set_number (gdp, "measure", OUTLAY_MEASURE_PEAK);
  set_text (gdp, "initiative", "mining");
  with = project (plan, NULL);
  g_assert_true (outlay_projection_figure (with, plan, OUTLAY_FIGURE (gdp), &value, &share));
  assert_near (value, MINING);
  assert_near (share, MINING / 1e12);
  set_number (gdp, "value", 0);
  g_assert_true (outlay_projection_figure (with, plan, OUTLAY_FIGURE (gdp), &value, &share));
  g_assert_true (isnan (share));
}

/* Another case in the same memory gives the same bits as one of its own. */
static void
test_update (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayScenario *slow = outlay_plan_find_scenario (plan, "slow");
  g_autoptr (OutlayModel) base = outlay_model_new (plan, NULL), other = outlay_model_new (plan, slow), longer = NULL;
  g_autoptr (OutlayProjection) projection = outlay_projection_new (base, &outlay_request_all);
  g_autoptr (OutlayProjection) fresh = outlay_projection_new (other, &outlay_request_all);

  outlay_projection_series (projection, OUTLAY_SERIES_REVENUE, OUTLAY_SCOPE_PLAN);
  g_assert_true (outlay_projection_update (projection, other));
  for (guint series = 0; series < OUTLAY_N_SERIES; series++)
    {
      const double *found = outlay_projection_series (projection, series, OUTLAY_SCOPE_PLAN);
      const double *expected = outlay_projection_series (fresh, series, OUTLAY_SCOPE_PLAN);

      g_assert_cmpint (found != NULL, ==, expected != NULL);
      if (found != NULL)
        g_assert_cmpmem (found, YEARS * sizeof *found, expected, YEARS * sizeof *expected);
    }
  change_number (OUTLAY_NODE (slow), "years", 30);
  longer = outlay_model_new (plan, slow);
  g_assert_false (outlay_projection_update (projection, longer));
  g_assert_true (outlay_projection_model (projection) == other);
}

static void
test_warnings (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *late = OUTLAY_NODE (outlay_plan_get_phase (plan, 1));
  g_autoptr (OutlayProjection) sound = project (plan, NULL), delayed = NULL;
  g_autoptr (GPtrArray) none = outlay_projection_warnings (sound, plan), one = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  set_number (late, "build-months", 12 * YEARS + 1);
  /* Nobody has money in this one. */
  set_number (OUTLAY_NODE (outlay_plan_get_phase (plan, 2)), "delay-months", 600);
  delayed = project (plan, NULL);
  one = outlay_projection_warnings (delayed, plan);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "late is completed after 2044, the last year of the projection: not all of its money is spent.");
}

/* A rate far below zero is no return; somebody has to say so. */
static void
test_loss (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayProjection) losing = NULL;
  g_autoptr (GPtrArray) one = NULL;
  OutlayRequest request = { .plan_indicators = 1ull << OUTLAY_INDICATOR_IRR_AFTER_TAX };
  g_autoptr (OutlayModel) model = NULL;

  for (guint i = 0; i < outlay_plan_get_n_initiatives (plan); i++)
    for (guint n = 0; n < outlay_initiative_get_n_products (outlay_plan_get_initiative (plan, i)); n++)
      set_number (OUTLAY_NODE (outlay_initiative_get_product (outlay_plan_get_initiative (plan, i), n)), "price", 0.3);
  model = outlay_model_new (plan, NULL);
  losing = outlay_projection_new (model, &request);
  g_assert_cmpfloat (outlay_projection_indicator (losing, OUTLAY_INDICATOR_IRR_AFTER_TAX, -1), <, 0);
  one = outlay_projection_warnings (losing, plan);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "IRR after tax is below zero: over all years the plan brings back less than is spent on it.");
}

/* One whose products were not filled in, and one that nothing is paid for. */
static void
test_idle (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayInitiative *mining = outlay_plan_get_initiative (plan, 0), *storage = outlay_plan_get_initiative (plan, 1);
  g_autoptr (OutlayProjection) one_idle = NULL, both_idle = NULL, neither = NULL;
  g_autoptr (GPtrArray) one = NULL, both = NULL, none = NULL;

  for (guint n = 0; n < outlay_initiative_get_n_products (mining); n++)
    set_number (OUTLAY_NODE (outlay_initiative_get_product (mining, n)), "price", 0);
  one_idle = project (plan, NULL);
  one = outlay_projection_warnings (one_idle, plan);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpstr (one->pdata[0], ==, "mining has money but earns nothing: none of its products has both a capacity and a price.");

  for (guint n = 0; n < outlay_initiative_get_n_products (storage); n++)
    set_number (OUTLAY_NODE (outlay_initiative_get_product (storage, n)), "capacity", 0);
  both_idle = project (plan, NULL);
  both = outlay_projection_warnings (both_idle, plan);
  g_assert_cmpuint (both->len, ==, 1);
  g_assert_cmpstr (both->pdata[0], ==, "mining and 1 more initiative have money but earn nothing: none of their products has both a capacity and a price.");

  /* What is used on site is worth something; where there is no money there is nothing to say. */
  set_number (OUTLAY_NODE (outlay_initiative_get_product (mining, 0)), "own-use-value", 1);
  set_cells (OUTLAY_NODE (storage), 0, 0);
  neither = project (plan, NULL);
  none = outlay_projection_warnings (neither, plan);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/study/measure/measures", test_measures);
  g_test_add_func ("/study/measure/design-year", test_design_year);
  g_test_add_func ("/study/measure/products", test_products);
  g_test_add_func ("/study/measure/nulls", test_nulls);
  g_test_add_func ("/study/measure/bounds", test_bounds);
  g_test_add_func ("/study/measure/indicators", test_indicators);
  g_test_add_func ("/study/measure/scenario", test_scenario);
  g_test_add_func ("/study/measure/figures", test_figures);
  g_test_add_func ("/study/measure/update", test_update);
  g_test_add_func ("/study/measure/warnings", test_warnings);
  g_test_add_func ("/study/measure/idle", test_idle);
  g_test_add_func ("/study/measure/loss", test_loss);
  return g_test_run ();
}
