/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/cashflow.h"

#include <json-glib/json-glib.h>
#include <math.h>

#include "support/numbers.h"

#define MOST 256

typedef void (*CheckCase) (JsonObject *entry, const char *name);

static double
member (JsonObject *object, const char *name)
{
  g_assert_true (json_object_has_member (object, name));
  return json_object_get_double_member (object, name);
}

static guint
numbers_of (JsonObject *object, const char *name, double *values)
{
  JsonArray *array = json_object_get_array_member (object, name);
  guint n = json_array_get_length (array);

  g_assert_cmpuint (n, <=, MOST);
  for (guint k = 0; k < n; k++)
    values[k] = json_array_get_double_element (array, k);
  return n;
}

static void
assert_within (const char *name, double value, double expected, double tolerance)
{
  if (!(fabs (value - expected) <= tolerance))
    g_error ("%s: %.17g, published %.17g", name, value, expected);
}

static void
for_each_case (const char *file, CheckCase check)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "published", file, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *cases;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >, 0);
  for (guint k = 0; k < json_array_get_length (cases); k++)
    {
      JsonObject *entry = json_array_get_object_element (cases, k);

      check (entry, json_object_get_string_member (entry, "case"));
    }
}

static void
check_rates (JsonObject *irr, const char *name, const double *flows, guint n)
{
  double expected[MOST], roots[MOST];
  guint n_expected = numbers_of (irr, "roots", expected), n_roots = outlay_irr (flows, n, 0, roots);

  if (n_roots != n_expected)
    g_error ("%s: %u rates, published are %u", name, n_roots, n_expected);
  for (guint k = 0; k < n_roots; k++)
    assert_within (name, roots[k], expected[k], member (irr, "tolerance"));
}

static void
check_modified_rate (JsonObject *mirr, const char *name, const double *flows, guint n)
{
  double rate = outlay_mirr (flows, n, member (mirr, "finance-rate"), member (mirr, "reinvest-rate"), 0);

  if (json_object_get_null_member (mirr, "value"))
    g_assert_true (isnan (rate));
  else
    assert_within (name, rate, member (mirr, "value"), member (mirr, "tolerance"));
}

static void
check_cash_flow (JsonObject *entry, const char *name)
{
  double flows[MOST];
  guint n = numbers_of (entry, "flows", flows);

  if (json_object_has_member (entry, "npv"))
    {
      JsonObject *npv = json_object_get_object_member (entry, "npv");

      assert_within (name, outlay_npv (flows, n, member (npv, "rate"), member (entry, "offset")), member (npv, "value"),
                     member (npv, "tolerance"));
    }
  if (json_object_has_member (entry, "irr"))
    check_rates (json_object_get_object_member (entry, "irr"), name, flows, n);
  if (json_object_has_member (entry, "mirr"))
    check_modified_rate (json_object_get_object_member (entry, "mirr"), name, flows, n);
}

static void
test_published_cash_flows (void)
{
  for_each_case ("cash-flows.json", check_cash_flow);
}

static void
check_years (const OutlayBatch *b, OutlaySeries series, JsonObject *entry, const char *published, const char *name)
{
  double expected[MOST];
  guint n;

  if (!json_object_has_member (entry, published))
    return;
  n = numbers_of (entry, published, expected);
  for (guint k = 0; k < n; k++)
    assert_within (name, test_value (b, series, OUTLAY_SCOPE_PLAN, k + 1), expected[k], member (entry, "tolerance"));
}

/* The loan is drawn over the first year, and its interest until the works are done makes it as large as the published one. */
static void
check_loan (JsonObject *entry, const char *name)
{
  const guint periods = (guint) member (entry, "periods");
  const double rate = member (entry, "rate");
  g_autoptr (TestNumbers) n = test_numbers_new (periods + 1, 1, 1, (guint[]) { 1 }, (guint[]) { 1 });
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, DEBT_SHARE) = 1;
  TEST_FINANCE (n, INTEREST_RATE) = rate;
  TEST_FINANCE (n, REPAYMENT) = OUTLAY_REPAYMENT_EQUAL_INSTALMENT;
  TEST_FINANCE (n, REPAYMENT_YEARS) = periods;
  TEST_CELL (n, 0, 0) = member (entry, "principal") / (1 + rate / 2);
  b = test_numbers_project (n);

  check_years (b, OUTLAY_SERIES_INTEREST, entry, "interest", name);
  check_years (b, OUTLAY_SERIES_LOAN_REPAYMENT, entry, "repaid", name);
  check_years (b, OUTLAY_SERIES_LOAN_BALANCE, entry, "balance", name);
  if (json_object_has_member (entry, "payment"))
    for (guint t = 1; t <= periods; t++)
      assert_within (name,
                     test_value (b, OUTLAY_SERIES_INTEREST, OUTLAY_SCOPE_PLAN, t)
                       + test_value (b, OUTLAY_SERIES_LOAN_REPAYMENT, OUTLAY_SCOPE_PLAN, t),
                     member (entry, "payment"), member (entry, "tolerance"));
  g_assert_cmpfloat (test_value (b, OUTLAY_SERIES_LOAN_BALANCE, OUTLAY_SCOPE_PLAN, periods), ==, 0);
}

static void
test_published_loans (void)
{
  for_each_case ("loans.json", check_loan);
}

/* What a year draws more than the one before comes from a phase that begins in it; all are done at the end of the last year. */
static void
check_construction_interest (JsonObject *entry, const char *name)
{
  double draws[MOST], expected[MOST];
  const guint n_years = numbers_of (entry, "draws", draws);
  g_autoptr (TestNumbers) n = test_numbers_new (n_years + 1, n_years, 1, (guint[]) { 1 }, (guint[]) { 1 });
  g_autoptr (OutlayBatch) b = NULL;

  g_assert_cmpuint (numbers_of (entry, "interest", expected), ==, n_years);
  TEST_FINANCE (n, DEBT_SHARE) = 1;
  TEST_FINANCE (n, INTEREST_RATE) = member (entry, "rate");
  for (guint p = 0; p < n_years; p++)
    {
      TEST_PHASE (n, START, p) = TEST_MONTH (TEST_PLAN (n, FIRST_YEAR) + p, 1);
      TEST_PHASE (n, BUILD_MONTHS, p) = 12 * (n_years - p);
      TEST_CELL (n, 0, p) = (draws[p] - (p > 0 ? draws[p - 1] : 0)) * (n_years - p);
    }
  b = test_numbers_project (n);
  for (guint t = 0; t < n_years; t++)
    {
      assert_within (name, test_value (b, OUTLAY_SERIES_LOAN_DRAW, OUTLAY_SCOPE_PLAN, t), draws[t], 1e-9);
      assert_within (name, test_value (b, OUTLAY_SERIES_INTEREST_CAPITALISED, OUTLAY_SCOPE_PLAN, t), expected[t], member (entry, "tolerance"));
      g_assert_cmpfloat (test_value (b, OUTLAY_SERIES_INTEREST, OUTLAY_SCOPE_PLAN, t), ==, 0);
    }
}

static void
test_published_construction_interest (void)
{
  for_each_case ("construction-interest.json", check_construction_interest);
}

static void
assert_only_rate (const double *flows, guint n, double expected)
{
  double roots[MOST];

  g_assert_cmpuint (outlay_irr (flows, n, 0, roots), ==, 1);
  if (roots[0] != expected)
    g_error ("the rate is %.17g, should be %.17g", roots[0], expected);
}

/* Rates whose flows are exact have the double next to the true value. */
static void
test_last_digit (void)
{
  double late[100] = { -1024, [99] = 1024 };

  assert_only_rate ((double[]) { -100, 110 }, 2, 0.1);
  assert_only_rate ((double[]) { -100, 10, 110 }, 3, 0.1);
  assert_only_rate ((double[]) { -1000, 100, 100, 100, 1100 }, 5, 0.1);
  assert_only_rate ((double[]) { -10000, 807, 10807 }, 3, 0.0807);
  assert_only_rate ((double[]) { 100, -110 }, 2, 0.1);
  assert_only_rate ((double[]) { -100, 100 }, 2, 0);
  assert_only_rate ((double[]) { -100, 50 }, 2, -0.5);
  assert_only_rate ((double[]) { 0, 0, -100, 0, 121 }, 5, 0.1);
  assert_only_rate ((double[]) { -4e9, 5e9 }, 2, 0.25);
  assert_only_rate ((double[]) { -1, 1 + 0x1p-40 }, 2, 0x1p-40);
  assert_only_rate (late, 100, 0);
}

/* Rates far from any that a planner means. */
static void
test_extreme_rates (void)
{
  double late[100] = { -1, [99] = 1e-300 }, early[100] = { -1e-200, 1e-100, [99] = 1e-90 };
  double roots[MOST];

  assert_only_rate ((double[]) { -1, 1e10 }, 2, 1e10 - 1);
  assert_only_rate ((double[]) { -1, 0x1p-30 }, 2, 0x1p-30 - 1);
  assert_only_rate ((double[]) { -1, 1e-30 }, 2, nextafter (-1, 0));
  g_assert_cmpuint (outlay_irr (late, 100, 0, roots), ==, 1);
  g_assert_cmpfloat_with_epsilon (roots[0], pow (10, -300.0 / 99) - 1, 1e-15);
  g_assert_cmpuint (outlay_irr (early, 100, 0, roots), ==, 1);
  g_assert_cmpfloat_with_epsilon (roots[0] / 1e100, 1, 1e-12);
  assert_only_rate ((double[]) { -0x1p-700, 0x1.4p-700 }, 2, 0.25);
  assert_only_rate ((double[]) { -0x1p900, 0x1.4p900 }, 2, 0.25);
}

static void
test_no_rate (void)
{
  double roots[MOST];

  g_assert_cmpuint (outlay_irr ((double[]) { 1, 2, 3 }, 3, 0, roots), ==, 0);
  g_assert_cmpuint (outlay_irr ((double[]) { -1, -2 }, 2, 0, roots), ==, 0);
  g_assert_cmpuint (outlay_irr ((double[]) { 0, 0 }, 2, 0, roots), ==, 0);
  g_assert_cmpuint (outlay_irr ((double[]) { -5 }, 1, 0, roots), ==, 0);
  /* x² − x + 1 has no real root. */
  g_assert_cmpuint (outlay_irr ((double[]) { 1, -1, 1 }, 3, 0, roots), ==, 0);
  g_assert_cmpuint (outlay_irr ((double[]) { -1, NAN, 2, -1 }, 4, 0, roots), ==, 0);
  g_assert_cmpuint (outlay_irr ((double[]) { -1, INFINITY }, 2, 0, roots), ==, 0);
  /* What is noise beside the investment makes no second rate. */
  g_assert_cmpuint (outlay_irr ((double[]) { 1e-10, -100, 110 }, 3, 0, roots), ==, 2);
  g_assert_cmpuint (outlay_irr ((double[]) { 1e-10, -100, 110 }, 3, 1e-7, roots), ==, 1);
}

/* Flows whose rates are known: the product of (growth − (1 + rate)) over the rates. */
static void
check_product (const double *rates, guint n, double tolerance)
{
  double flows[MOST] = { 1 }, roots[MOST];

  for (guint k = 0; k < n; k++)
    for (guint t = k + 1; t > 0; t--)
      flows[t] -= flows[t - 1] * (1 + rates[k]);
  g_assert_cmpuint (outlay_irr (flows, n + 1, 0, roots), ==, n);
  for (guint k = 0; k < n; k++)
    g_assert_cmpfloat_with_epsilon (roots[k], rates[k], tolerance);
}

static void
test_several_rates (void)
{
  check_product ((double[]) { 0.1, 0.25 }, 2, 1e-14);
  check_product ((double[]) { -0.5, 0, 1 }, 3, 1e-14);
  check_product ((double[]) { -0.75, -0.5, 0.5, 1, 3, 7 }, 6, 1e-12);
  check_product ((double[]) { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 10, 1e-9);
  check_product ((double[]) { 0.0999, 0.1, 0.1001 }, 3, 1e-8);
}

static guint
sign_changes_on_grid (const double *flows, guint n)
{
  guint changes = 0;
  int last = 0;

  for (int step = 1; step < 20000; step++)
    {
      const double s = step / 10000.0;
      double value = 0;
      int sign;

      for (guint t = 0; t < n; t++)
        value = s <= 1 ? value * s + flows[n - 1 - t] : value * (2 - s) + flows[t];
      sign = (value > 0) - (value < 0);
      if (sign != 0 && last != 0 && sign != last)
        changes++;
      last = sign != 0 ? sign : last;
    }
  return changes;
}

/* Whatever flows: the rates ascend, the value vanishes at each, and there are as many as a fine grid sees changes of sign, or more by
 * pairs that lie within a step of it. */
static void
test_random_flows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int round = 0; round < 400; round++)
    {
      guint n = (guint) g_rand_int_range (rand, 2, 101), n_roots, on_grid;
      double flows[MOST], roots[MOST];

      for (guint t = 0; t < n; t++)
        flows[t] = g_rand_double (rand) < 0.1 ? 0 : g_rand_double_range (rand, -1, 1) * pow (1.05, round % 3 * (double) t);
      n_roots = outlay_irr (flows, n, 0, roots);
      on_grid = sign_changes_on_grid (flows, n);
      g_assert_cmpuint (n_roots, >=, on_grid);
      g_assert_cmpuint ((n_roots - on_grid) % 2, ==, 0);
      for (guint k = 0; k < n_roots; k++)
        {
          double value = 0, size = 0, discount = 1;

          g_assert_cmpfloat (roots[k], >, k > 0 ? roots[k - 1] : -1);
          for (guint t = 0; t < n; t++)
            {
              value += flows[t] * discount;
              size += fabs (flows[t]) * discount;
              discount /= 1 + roots[k];
            }
          g_assert_cmpfloat (fabs (value), <=, 1e-13 * size);
        }
    }
}

/* The projection's own rates and values are those of its cash flows, bit for bit. */
static void
test_same_as_projection (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr (TestNumbers) numbers = test_numbers_random (seed);
      g_autoptr (OutlayBatch) b = test_numbers_project (numbers);
      const double noise = 1e-9 * test_indicator (b, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1);
      const guint n = numbers->shape.n_years;
      double flows[MOST], roots[MOST];
      const double *rates;
      guint n_rates;

      for (guint t = 0; t < n; t++)
        flows[t] = test_value (b, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_SCOPE_PLAN, t);
      rates = outlay_batch_irr_roots (b, OUTLAY_INDICATOR_IRR_AFTER_TAX, -1, 0, &n_rates);
      g_assert_cmpuint (outlay_irr (flows, n, noise, roots), ==, n_rates);
      for (guint k = 0; k < n_rates; k++)
        g_assert_true (roots[k] == rates[k]);
      g_assert_true (outlay_npv (flows, n, TEST_PLAN (numbers, DISCOUNT_RATE), TEST_PLAN (numbers, DISCOUNTING) == 0 ? 1 : 0.5)
                     == test_indicator (b, OUTLAY_INDICATOR_NPV_AFTER_TAX, -1));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/cashflow/published-cash-flows", test_published_cash_flows);
  g_test_add_func ("/engine/cashflow/published-loans", test_published_loans);
  g_test_add_func ("/engine/cashflow/published-construction-interest", test_published_construction_interest);
  g_test_add_func ("/engine/cashflow/last-digit", test_last_digit);
  g_test_add_func ("/engine/cashflow/extreme-rates", test_extreme_rates);
  g_test_add_func ("/engine/cashflow/no-rate", test_no_rate);
  g_test_add_func ("/engine/cashflow/several-rates", test_several_rates);
  g_test_add_func ("/engine/cashflow/random-flows", test_random_flows);
  g_test_add_func ("/engine/cashflow/same-as-projection", test_same_as_projection);
  return g_test_run ();
}
