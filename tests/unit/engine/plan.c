/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/numbers.h"

#include <math.h>

#define PLAN OUTLAY_SCOPE_PLAN

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-12 * MAX (1, fabs (expected)));
}

/* One plant, built in the first of three years for 1,000, that makes 5 and then 10 units at 100, with material for 20 in each. Nothing
 * is borrowed; there is no tax but the 25 % on income. */
static TestNumbers *
one_plant (void)
{
  TestNumbers *n = test_numbers_new (3, 1, 1, (guint[]) { 1 }, (guint[]) { 2 });

  TEST_TAXES (n, STAMP_RATE) = 0;
  TEST_TAXES (n, PROPERTY_RATE) = 0;
  TEST_ASSETS (n, RESIDUAL) = 0;
  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 1000;
  TEST_INITIATIVE (n, INPUT_VAT_RATE, 0) = 0;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_RAMP_UP (n, 0, 0) = 0.5;
  TEST_PRODUCT (n, CAPACITY, 0) = 10;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  TEST_PRODUCT (n, MATERIAL_COST, 0) = 20;
  TEST_PRODUCT (n, VAT_RATE, 0) = 0;
  return n;
}

static void
test_one_plant_series (void)
{
  g_autoptr (TestNumbers) n = one_plant ();
  g_autoptr (OutlayBatch) b = test_numbers_project (n);

  TEST_SERIES (b, INVESTMENT, PLAN, 1000, 0, 0);
  TEST_SERIES (b, QUANTITY, OUTLAY_SCOPE_PRODUCT (0, 0), 0, 5, 10);
  TEST_SERIES (b, REVENUE, PLAN, 0, 500, 1000);
  TEST_SERIES (b, OPERATING_COST, PLAN, 0, 100, 200);
  /* buildings 400 / 20, equipment 600 / 10 */
  TEST_SERIES (b, DEPRECIATION, PLAN, 0, 80, 80);
  TEST_SERIES (b, EBIT, PLAN, 0, 320, 720);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 80, 180);
  TEST_SERIES (b, NET_PROFIT, PLAN, 0, 240, 540);
  /* 840 of the assets are left at the end */
  TEST_SERIES (b, CASH_FLOW_BEFORE_TAX, PLAN, -1000, 400, 800 + 840);
  TEST_SERIES (b, CASH_FLOW_AFTER_TAX, PLAN, -1000, 320, 620 + 840);
  TEST_SERIES (b, EQUITY_CASH_FLOW, PLAN, -1000, 320, 620 + 840);
  TEST_SERIES (b, EQUITY_INJECTED, PLAN, 1000, 0, 0);
  TEST_SERIES (b, CASH, PLAN, 0, 320, 940);
  TEST_SERIES (b, NET_ASSETS, PLAN, 1000, 920, 840);
  TEST_SERIES (b, ASSETS, PLAN, 1000, 1240, 1780);
  TEST_SERIES (b, LIABILITIES, PLAN, 0, 0, 0);
  TEST_SERIES (b, EQUITY, PLAN, 1000, 1240, 1780);
  TEST_SERIES (b, ICR, PLAN, NAN, NAN, NAN);
  TEST_SERIES (b, DSCR, PLAN, NAN, NAN, NAN);
  TEST_SERIES (b, DEBT_RATIO, PLAN, 0, 0, 0);
}

static void
assert_one_plant_indicators (const OutlayBatch *b, int scope)
{
  assert_near (test_indicator (b, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, scope), 1000);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_TOTAL_INVESTMENT, scope), 1000);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_NPV_BEFORE_TAX, scope), -1000 / 1.08 + 400 / 1.1664 + 1640 / 1.259712);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_NPV_AFTER_TAX, scope), -1000 / 1.08 + 320 / 1.1664 + 1460 / 1.259712);
  /* 1640 x² + 400 x − 1000 = 0 and 1460 x² + 320 x − 1000 = 0, x = 1 / (1 + r) */
  assert_near (test_indicator (b, OUTLAY_INDICATOR_IRR_BEFORE_TAX, scope), 3280 / (sqrt (6720000) - 400) - 1);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_IRR_AFTER_TAX, scope), 2920 / (sqrt (5942400) - 320) - 1);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_MIRR, scope), sqrt ((320 * 1.08 + 1460) / 1000) - 1);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_PAYBACK, scope), 2 + 680.0 / 1460);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED, scope),
               2 + (1000 / 1.08 - 320 / 1.1664) / (1460 / 1.259712));
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, scope), 2027);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_ROI, scope), 0.52);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_ROE, scope), 0.39);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, scope), 80.0 / 800);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DEBT_RATIO_MAX, scope), 0);
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_ICR_MIN, scope)));
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_DSCR_MEAN, scope)));
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_OUTPUT_PER_MU, scope)));
}

static void
test_one_plant_indicators (void)
{
  g_autoptr (TestNumbers) n = one_plant ();
  g_autoptr (OutlayBatch) b = test_numbers_project (n);

  assert_one_plant_indicators (b, -1);
  assert_one_plant_indicators (b, 0);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_LEVELISED_COST, 0),
               (1000 / 1.08 + 100 / 1.1664 + 200 / 1.259712) / (5 / 1.1664 + 10 / 1.259712));
  g_assert_true (isnan (test_indicator (b, OUTLAY_INDICATOR_LEVELISED_COST, -1)));
}

/* At mid-year every flow is worth (1 + r)^½ more; rates of return do not move. */
static void
test_mid_year (void)
{
  g_autoptr (TestNumbers) n = one_plant ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PLAN (n, DISCOUNTING) = OUTLAY_DISCOUNTING_MID_YEAR;
  b = test_numbers_project (n);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_NPV_BEFORE_TAX, -1),
               sqrt (1.08) * (-1000 / 1.08 + 400 / 1.1664 + 1640 / 1.259712));
  assert_near (test_indicator (b, OUTLAY_INDICATOR_IRR_BEFORE_TAX, -1), 3280 / (sqrt (6720000) - 400) - 1);
}

/* Half of the works is lent at 10 % and paid back in two parts after the year of construction; the interest of that year, half a
 * year's, is added to the loan and to what is depreciated. */
static void
test_loan (void)
{
  g_autoptr (TestNumbers) n = one_plant ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, DEBT_SHARE) = 0.5;
  TEST_FINANCE (n, INTEREST_RATE) = 0.1;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 2;
  b = test_numbers_project (n);

  TEST_SERIES (b, LOAN_DRAW, PLAN, 500, 0, 0);
  TEST_SERIES (b, INTEREST_CAPITALISED, PLAN, 25, 0, 0);
  TEST_SERIES (b, INTEREST, PLAN, 0, 52.5, 26.25);
  TEST_SERIES (b, LOAN_REPAYMENT, PLAN, 0, 262.5, 262.5);
  TEST_SERIES (b, LOAN_BALANCE, PLAN, 525, 262.5, 0);
  /* 1,025: buildings 410 / 20, equipment 615 / 10 */
  TEST_SERIES (b, DEPRECIATION, PLAN, 0, 82, 82);
  TEST_SERIES (b, EBIT, PLAN, 0, 318, 718);
  TEST_SERIES (b, PROFIT_BEFORE_TAX, PLAN, 0, 265.5, 691.75);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 66.375, 172.9375);
  /* an analysis before financing depreciates 1,000 */
  TEST_SERIES (b, ADJUSTED_INCOME_TAX, PLAN, 0, 80, 180);
  TEST_SERIES (b, CASH_FLOW_AFTER_TAX, PLAN, -1000, 320, 1460);
  /* 400 − 66.375 − 52.5 − 262.5; 800 − 172.9375 − 26.25 − 262.5, and 840 + 21 of the assets */
  TEST_SERIES (b, EQUITY_CASH_FLOW, PLAN, -500, 18.625, 1199.3125);
  TEST_SERIES (b, EQUITY_INJECTED, PLAN, 500, 0, 0);
  TEST_SERIES (b, ASSETS, PLAN, 1025, 943 + 18.625, 861 + 18.625 + 338.3125);
  TEST_SERIES (b, EQUITY, PLAN, 500, 500 + 199.125, 500 + 199.125 + 518.8125);
  TEST_SERIES (b, ICR, PLAN, NAN, 318 / 52.5, 718 / 26.25);
  TEST_SERIES (b, DSCR, PLAN, NAN, (400 - 66.375) / 315, (800 - 172.9375) / 288.75);
  TEST_SERIES (b, DEBT_RATIO, PLAN, 525.0 / 1025, 262.5 / 961.625, 0);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_ICR_MIN, -1), 318 / 52.5);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DSCR_MEAN, -1), (333.625 / 315 + 627.0625 / 288.75) / 2);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_DEBT_RATIO_MAX, -1), 525.0 / 1025);
  assert_near (test_indicator (b, OUTLAY_INDICATOR_TOTAL_INVESTMENT, -1), 1025);
}

/* Of two initiatives in two phases each keeps its own; the plan is their sum. */
static void
test_two_initiatives (void)
{
  g_autoptr (TestNumbers) n = test_numbers_new (3, 2, 2, (guint[]) { 1, 1 }, (guint[]) { 1, 1 });
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, START, 1) = TEST_MONTH (2025, 7);
  for (guint i = 0; i < 2; i++)
    {
      TEST_INITIATIVE (n, DESIGN_INVESTMENT, i) = 1000;
      TEST_PRODUCT (n, CAPACITY, i) = 10;
      TEST_PRODUCT (n, PRICE, i) = 100 * (i + 1);
    }
  TEST_CELL (n, 0, 0) = 600;
  TEST_CELL (n, 0, 1) = 400;
  TEST_CELL (n, 1, 1) = 500;
  b = test_numbers_project (n);

  TEST_SERIES (b, INVESTMENT, OUTLAY_SCOPE_CELL (0, 0), 600, 0, 0);
  TEST_SERIES (b, INVESTMENT, OUTLAY_SCOPE_CELL (0, 1), 200, 200, 0);
  TEST_SERIES (b, INVESTMENT, OUTLAY_SCOPE_CELL (1, 0), 0, 0, 0);
  TEST_SERIES (b, INVESTMENT, OUTLAY_SCOPE_PHASE (1), 450, 450, 0);
  TEST_SERIES (b, INVESTMENT, PLAN, 1050, 450, 0);
  TEST_SERIES (b, REVENUE, OUTLAY_SCOPE_CELL (0, 0), 0, 600, 600);
  TEST_SERIES (b, REVENUE, OUTLAY_SCOPE_CELL (0, 1), 0, 200, 400);
  TEST_SERIES (b, REVENUE, OUTLAY_SCOPE_INITIATIVE (1), 0, 500, 1000);
  TEST_SERIES (b, REVENUE, PLAN, 0, 1300, 2000);
  g_assert_null (outlay_batch_series (b, OUTLAY_SERIES_WAGES, OUTLAY_SCOPE_PHASE (0)));
  g_assert_null (outlay_batch_series (b, OUTLAY_SERIES_OWN_USE, OUTLAY_SCOPE_PRODUCT (0, 0)));
  g_assert_null (outlay_batch_series (b, OUTLAY_SERIES_QUANTITY, OUTLAY_SCOPE_PRODUCT (0, 1)));
  g_assert_null (outlay_batch_series (b, OUTLAY_SERIES_REVENUE, OUTLAY_SCOPE_INITIATIVE (2)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/plan/one-plant-series", test_one_plant_series);
  g_test_add_func ("/engine/plan/one-plant-indicators", test_one_plant_indicators);
  g_test_add_func ("/engine/plan/mid-year", test_mid_year);
  g_test_add_func ("/engine/plan/loan", test_loan);
  g_test_add_func ("/engine/plan/two-initiatives", test_two_initiatives);
  return g_test_run ();
}
