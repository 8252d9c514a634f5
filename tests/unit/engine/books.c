/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Model §7 to §10: working capital, cash flows, books and the indicators that lean on them. */

#include "support/numbers.h"

#include <math.h>

#define PLAN OUTLAY_SCOPE_PLAN

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-12 * MAX (1, fabs (expected)));
}

/* 500 and then 1,000 of revenue, 100 and 200 of material. */
static TestNumbers *
plant (void)
{
  TestNumbers *n = test_numbers_plain (3, 1, 2);

  TEST_CELL (n, 0, 0) = 1000;
  TEST_RAMP_UP (n, 0, 0) = 0.5;
  TEST_PRODUCT (n, CAPACITY, 0) = 10;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  TEST_PRODUCT (n, MATERIAL_COST, 0) = 20;
  return n;
}

static void
test_working_capital (void)
{
  g_autoptr (TestNumbers) n = plant ();
  g_autoptr (OutlayBatch) on_revenue = NULL, on_cost = NULL;

  TEST_INITIATIVE (n, RECEIVABLE_DAYS, 0) = 36;
  TEST_INITIATIVE (n, INVENTORY_DAYS, 0) = 72;
  TEST_INITIATIVE (n, PAYABLE_DAYS, 0) = 90;
  on_revenue = test_numbers_project (n);
  TEST_SERIES (on_revenue, RECEIVABLES, PLAN, 0, 50, 100);
  TEST_SERIES (on_revenue, INVENTORY, PLAN, 0, 20, 40);
  TEST_SERIES (on_revenue, PAYABLES, PLAN, 0, 25, 50);
  TEST_SERIES (on_revenue, WORKING_CAPITAL, PLAN, 0, 45, 90);
  /* all of it comes back at the end, with the 1,000 that do not depreciate */
  TEST_SERIES (on_revenue, CASH_FLOW_BEFORE_TAX, PLAN, -1000, 400 - 45, 800 - 45 + 90 + 1000);
  assert_near (test_indicator (on_revenue, OUTLAY_INDICATOR_TOTAL_INVESTMENT, -1), 1090);
  TEST_SERIES (on_revenue, ASSETS, PLAN, 1000, 1000 + 50 + 20 + 355, 1000 + 100 + 40 + 1110);
  TEST_SERIES (on_revenue, LIABILITIES, PLAN, 0, 25, 50);

  TEST_FINANCE (n, RECEIVABLES_BASIS) = OUTLAY_RECEIVABLES_BASIS_OPERATING_COST;
  on_cost = test_numbers_project (n);
  TEST_SERIES (on_cost, RECEIVABLES, PLAN, 0, 10, 20);
}

/* A tenth of profit is kept as a reserve, half of the rest is paid out. */
static void
test_dividends (void)
{
  g_autoptr (TestNumbers) n = plant ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, PAYOUT) = 0.5;
  b = test_numbers_project (n);
  TEST_SERIES (b, NET_PROFIT, PLAN, 0, 400, 800);
  TEST_SERIES (b, DIVIDENDS, PLAN, 0, 180, 360);
  TEST_SERIES (b, CASH, PLAN, 0, 220, 660);
  TEST_SERIES (b, EQUITY, PLAN, 1000, 1220, 1660);
  TEST_SERIES (b, EQUITY_INJECTED, PLAN, 1000, 0, 0);
}

/* −80, −50, 10, 50, 100, 100: neither reserve nor dividend before the losses are made up for. */
static void
test_dividends_after_losses (void)
{
  static const double ramp_up[] = { 0.2, 0.5, 1.1, 1.5, 2 };
  g_autoptr (TestNumbers) n = test_numbers_plain (7, 1, 5);
  g_autoptr (OutlayBatch) b = NULL;

  for (guint g = 0; g < 5; g++)
    TEST_RAMP_UP (n, 0, g) = ramp_up[g];
  TEST_FINANCE (n, PAYOUT) = 1;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_INITIATIVE (n, STAFF, 0) = 1;
  TEST_INITIATIVE (n, WAGE, 0) = 100;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  b = test_numbers_project (n);
  TEST_SERIES (b, EQUITY_INJECTED, PLAN, 1000, 80, 50, 0, 0, 0, 0);
  /* 30 are left after all losses, 3 of them are kept; then 90 of 100 */
  TEST_SERIES (b, DIVIDENDS, PLAN, 0, 0, 0, 0, 0, 27, 90);
  TEST_SERIES (b, CASH, PLAN, 0, 0, 0, 10, 60, 133, 143);
  TEST_SERIES (b, EQUITY, PLAN, 1000, 1000, 1000, 1010, 1060, 1133, 1143);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_ROE, -1), 130.0 / 6 / 1130);
}

/* 100, −50, 30: what was paid out before the loss is not there to be paid out after it. */
static void
test_no_dividends_from_capital (void)
{
  static const double ramp_up[] = { 2, 0.5, 1.3 };
  g_autoptr (TestNumbers) n = test_numbers_plain (4, 1, 3);
  g_autoptr (OutlayBatch) b = NULL;

  for (guint g = 0; g < 3; g++)
    TEST_RAMP_UP (n, 0, g) = ramp_up[g];
  TEST_FINANCE (n, PAYOUT) = 1;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_INITIATIVE (n, STAFF, 0) = 1;
  TEST_INITIATIVE (n, WAGE, 0) = 100;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  b = test_numbers_project (n);
  TEST_SERIES (b, NET_PROFIT, PLAN, 0, 100, -50, 30);
  TEST_SERIES (b, DIVIDENDS, PLAN, 0, 90, 0, 0);
  TEST_SERIES (b, EQUITY_INJECTED, PLAN, 1000, 0, 40, 0);
  TEST_SERIES (b, CASH, PLAN, 0, 10, 0, 30);
}

/* 100 m² of a site of 1,000 are no matter: per mu counts the whole site, 1.5 mu. */
static void
test_design_year (void)
{
  g_autoptr (TestNumbers) n = test_numbers_new (6, 2, 2, (guint[]) { 1, 1 }, (guint[]) { 1, 3 });
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PLAN (n, SITE_AREA) = 1000;
  TEST_PHASE (n, BUILD_MONTHS, 1) = 18;
  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 500;
  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 1) = 400;
  TEST_INITIATIVE (n, STAFF, 1) = 7;
  TEST_CELL (n, 0, 0) = 500;
  TEST_CELL (n, 1, 1) = 400;
  TEST_PRODUCT (n, CAPACITY, 0) = 3;
  TEST_PRODUCT (n, PRICE, 0) = 10;
  TEST_PRODUCT (n, CAPACITY, 1) = 2;
  TEST_PRODUCT (n, PRICE, 1) = 15;
  b = test_numbers_project (n);
  /* completion in mid-2026; the third of its ramp-up years begins in mid-2028 */
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, 0), 2026);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, 1), 2029);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, -1), 2029);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_INVESTMENT_PER_MU, -1), 600);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_INVESTMENT_PER_MU, 1), 400 / 1.5);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_OUTPUT_PER_MU, -1), 60 / 1.5);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_JOBS, -1), 7);
}

/* Money in the middle of the first year, back in the fourth: counted from the first works on. */
static void
test_payback (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (6, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PLAN (n, DISCOUNT_RATE) = 0;
  TEST_PHASE (n, START, 0) = TEST_MONTH (2025, 7);
  TEST_PHASE (n, BUILD_MONTHS, 0) = 6;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 400;
  b = test_numbers_project (n);
  /* 1,000 are back after two and a half of the years that begin in 2026 */
  assert_near (test_indicator (b, OUTLAY_INDICATOR_PAYBACK, -1), 3);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED, -1), 3);
}

/* 50 of wages less 30 of subsidy, and 800 of 1,000 that sales bring in after material. */
static void
test_break_even (void)
{
  g_autoptr (TestNumbers) n = plant ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, STAFF, 0) = 5;
  TEST_INITIATIVE (n, WAGE, 0) = 10;
  TEST_INITIATIVE (n, SUBSIDY, 0) = 30;
  TEST_INITIATIVE (n, SUBSIDY_YEARS, 0) = 5;
  b = test_numbers_project (n);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, -1), 20.0 / 800);
}

/* A plan without money has no rate, no ratio and no payback, but sums of 0. */
static void
test_nothing (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (4, 1, 1);
  g_autoptr (OutlayBatch) b = test_numbers_project (n);
  guint n_roots;

  TEST_SERIES (b, TAX, PLAN, 0, 0, 0, 0);
  TEST_SERIES (b, DEBT_RATIO, PLAN, NAN, NAN, NAN, NAN);
  g_assert_cmpfloat (test_indicator (b, OUTLAY_INDICATOR_NPV_EQUITY, -1), ==, 0);
  g_assert_cmpfloat (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, -1), ==, 2025);
  g_assert_cmpfloat (outlay_batch_imbalance (b)[0], ==, 0);
  for (OutlayIndicator i = OUTLAY_INDICATOR_IRR_BEFORE_TAX; i <= OUTLAY_INDICATOR_PAYBACK_DISCOUNTED; i++)
    g_assert_true (isnan (test_indicator (b, i, -1)));
  for (OutlayIndicator i = OUTLAY_INDICATOR_ROI; i <= OUTLAY_INDICATOR_TAX_PER_MU; i++)
    g_assert_true (isnan (test_indicator (b, i, 0)));
  g_assert_null (outlay_batch_irr_roots (b, OUTLAY_INDICATOR_IRR_EQUITY, -1, 0, &n_roots));
  g_assert_cmpuint (n_roots, ==, 0);
}

/* Wages that double each year make −100, 230 and −132 of a plant that is written off at once: 10 and 20 %. */
static void
test_several_rates (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (3, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;
  const double *roots;
  guint n_roots;

  TEST_ASSETS (n, RESIDUAL) = 0;
  TEST_ASSETS (n, BUILDING_LIFE) = 1;
  TEST_ASSETS (n, EQUIPMENT_LIFE) = 1;
  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 100;
  TEST_INITIATIVE (n, STAFF, 0) = 1;
  TEST_INITIATIVE (n, WAGE, 0) = 181;
  TEST_INITIATIVE (n, WAGE_GROWTH, 0) = 1;
  TEST_CELL (n, 0, 0) = 100;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 592;
  b = test_numbers_project (n);
  TEST_SERIES (b, CASH_FLOW_BEFORE_TAX, PLAN, -100, 230, -132);
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_IRR_BEFORE_TAX, -1)));
  roots = outlay_batch_irr_roots (b, OUTLAY_INDICATOR_IRR_BEFORE_TAX, -1, 0, &n_roots);
  g_assert_cmpuint (n_roots, ==, 2);
  assert_near (roots[0], 0.1);
  assert_near (roots[1], 0.2);
  /* never negative for good: the money is back in the second year and gone in the third */
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_PAYBACK, -1)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/books/working-capital", test_working_capital);
  g_test_add_func ("/engine/books/dividends", test_dividends);
  g_test_add_func ("/engine/books/dividends-after-losses", test_dividends_after_losses);
  g_test_add_func ("/engine/books/no-dividends-from-capital", test_no_dividends_from_capital);
  g_test_add_func ("/engine/books/design-year", test_design_year);
  g_test_add_func ("/engine/books/payback", test_payback);
  g_test_add_func ("/engine/books/break-even", test_break_even);
  g_test_add_func ("/engine/books/nothing", test_nothing);
  g_test_add_func ("/engine/books/several-rates", test_several_rates);
  return g_test_run ();
}
