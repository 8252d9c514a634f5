/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Model §4 and §5: loans, assets and depreciation. */

#include "support/numbers.h"

#include <math.h>

#define PLAN OUTLAY_SCOPE_PLAN

/* All of 1,000 is borrowed in the first year at 10 %, and 50 of interest are added to it. */
static TestNumbers *
borrowed_plant (guint n_years)
{
  TestNumbers *n = test_numbers_plain (n_years, 1, 1);

  TEST_FINANCE (n, DEBT_SHARE) = 1;
  TEST_FINANCE (n, INTEREST_RATE) = 0.1;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 3;
  TEST_CELL (n, 0, 0) = 1000;
  return n;
}

static void
test_equal_principal (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (6);
  g_autoptr (OutlayBatch) b = test_numbers_project (n);

  TEST_SERIES (b, LOAN_DRAW, PLAN, 1000, 0, 0, 0, 0, 0);
  TEST_SERIES (b, INTEREST_CAPITALISED, PLAN, 50, 0, 0, 0, 0, 0);
  TEST_SERIES (b, INTEREST, PLAN, 0, 105, 70, 35, 0, 0);
  TEST_SERIES (b, LOAN_REPAYMENT, PLAN, 0, 350, 350, 350, 0, 0);
  TEST_SERIES (b, LOAN_BALANCE, PLAN, 1050, 700, 350, 0, 0, 0);
  g_assert_cmpfloat (test_value (b, OUTLAY_SERIES_LOAN_BALANCE, PLAN, 3), ==, 0);
}

static void
test_equal_instalment (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (6);
  g_autoptr (OutlayBatch) b = NULL;
  const double instalment = 1050 * 0.1 * 1.331 / 0.331;

  TEST_FINANCE (n, REPAYMENT) = OUTLAY_REPAYMENT_EQUAL_INSTALMENT;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOAN_REPAYMENT, PLAN, 0, instalment - 105, (instalment - 105) * 1.1, (instalment - 105) * 1.21, 0, 0);
  TEST_SERIES (b, INTEREST, PLAN, 0, 105, instalment - (instalment - 105) * 1.1, instalment - (instalment - 105) * 1.21, 0, 0);
  g_assert_cmpfloat (test_value (b, OUTLAY_SERIES_LOAN_BALANCE, PLAN, 3), ==, 0);
}

/* 1,000 in seven parts, none of which is a round number: the last one clears the loan to the last digit. */
static void
test_last_instalment (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (10);
  g_autoptr (OutlayBatch) principal = NULL, instalment = NULL;

  TEST_FINANCE (n, REPAYMENT_YEARS) = 7;
  TEST_FINANCE (n, INTEREST_RATE) = 0.07;
  principal = test_numbers_project (n);
  TEST_FINANCE (n, REPAYMENT) = OUTLAY_REPAYMENT_EQUAL_INSTALMENT;
  instalment = test_numbers_project (n);
  for (guint t = 7; t < 10; t++)
    {
      g_assert_cmpfloat (test_value (principal, OUTLAY_SERIES_LOAN_BALANCE, PLAN, t), ==, 0);
      g_assert_cmpfloat (test_value (instalment, OUTLAY_SERIES_LOAN_BALANCE, PLAN, t), ==, 0);
    }
}

static void
test_without_interest (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (6);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, INTEREST_RATE) = 0;
  TEST_FINANCE (n, REPAYMENT) = OUTLAY_REPAYMENT_EQUAL_INSTALMENT;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 4;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOAN_BALANCE, PLAN, 1000, 750, 500, 250, 0, 0);
  TEST_SERIES (b, INTEREST, PLAN, 0, 0, 0, 0, 0, 0);
  TEST_SERIES (b, ICR, PLAN, NAN, NAN, NAN, NAN, NAN, NAN);
}

/* 200 are earned in the second year and 400 after: the first phase is paid back first, the second once it runs. */
static void
test_from_earnings (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (4, 2, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, DEBT_SHARE) = 1;
  TEST_FINANCE (n, INTEREST_RATE) = 0;
  TEST_FINANCE (n, REPAYMENT) = OUTLAY_REPAYMENT_FROM_EARNINGS;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 1;
  TEST_PHASE (n, BUILD_MONTHS, 1) = 24;
  TEST_CELL (n, 0, 0) = 500;
  TEST_CELL (n, 0, 1) = 500;
  TEST_PRODUCT (n, CAPACITY, 0) = 10;
  TEST_PRODUCT (n, PRICE, 0) = 40;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOAN_BALANCE, OUTLAY_SCOPE_CELL (0, 0), 500, 300, 0, 0);
  TEST_SERIES (b, LOAN_BALANCE, OUTLAY_SCOPE_CELL (0, 1), 250, 500, 400, 0);
  TEST_SERIES (b, LOAN_REPAYMENT, PLAN, 0, 200, 400, 400);
}

/* Eighteen months of works: interest of the second year is half capitalised; two instalments follow from the third year on. */
static void
test_completion_within_a_year (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (5);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 18;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 2;
  TEST_CELL (n, 0, 0) = 900;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOAN_DRAW, PLAN, 600, 300, 0, 0, 0);
  TEST_SERIES (b, INTEREST_CAPITALISED, PLAN, 30, 39, 0, 0, 0);
  TEST_SERIES (b, INTEREST, PLAN, 0, 39, 96.9, 48.45, 0);
  TEST_SERIES (b, LOAN_BALANCE, PLAN, 630, 969, 484.5, 0, 0);
}

/* Cover counts only where a loan is being repaid: not in the year of completion, though half a year's interest is paid in it. */
static void
test_cover (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (5);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 18;
  TEST_FINANCE (n, REPAYMENT_YEARS) = 2;
  TEST_CELL (n, 0, 0) = 900;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  b = test_numbers_project (n);
  TEST_SERIES (b, ICR, PLAN, NAN, 45 / 39.0, 90 / 96.9, 90 / 48.45, NAN);
  TEST_SERIES (b, DSCR, PLAN, NAN, 45 / 39.0, 90 / (96.9 + 484.5), 90 / (48.45 + 484.5), NAN);
  g_assert_cmpfloat_with_epsilon (test_indicator (b, OUTLAY_INDICATOR_ICR_MIN, -1), 90 / 96.9, 1e-14);
  g_assert_cmpfloat_with_epsilon (test_indicator (b, OUTLAY_INDICATOR_ICR_MEAN, -1), (90 / 96.9 + 90 / 48.45) / 2, 1e-14);
  g_assert_cmpfloat_with_epsilon (test_indicator (b, OUTLAY_INDICATOR_DSCR_MIN, 0), 90 / 581.4, 1e-14);
}

/* What is still owed at the end is settled by the equity cash flow, and stays in the books. */
static void
test_balance_at_the_end (void)
{
  g_autoptr (TestNumbers) n = borrowed_plant (3);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_FINANCE (n, REPAYMENT_YEARS) = 10;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOAN_BALANCE, PLAN, 1050, 945, 840);
  /* nothing depreciates: 1,050 of assets come back, 840 are paid */
  TEST_SERIES (b, EQUITY_CASH_FLOW, PLAN, 0, -105 - 105, -94.5 - 105 + 1050 - 840);
  TEST_SERIES (b, CASH_FLOW_BEFORE_TAX, PLAN, -1000, 0, 1000);
}

/* 1,000 with 100 of VAT in it: 360 of buildings over 2 years, 450 of equipment over 1½, 90 intangible over 1; from mid-2026. */
static void
test_depreciation (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (5, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 18;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_INITIATIVE (n, INVESTMENT_VAT_SHARE, 0) = 0.1;
  TEST_INITIATIVE (n, BUILDING_SHARE, 0) = 0.4;
  TEST_INITIATIVE (n, EQUIPMENT_SHARE, 0) = 0.5;
  TEST_ASSETS (n, RESIDUAL) = 0.5;
  TEST_ASSETS (n, BUILDING_LIFE) = 2;
  TEST_ASSETS (n, EQUIPMENT_LIFE) = 1.5;
  TEST_ASSETS (n, INTANGIBLE_LIFE) = 1;
  b = test_numbers_project (n);
  /* a year: buildings 90, equipment 150, intangibles 90 */
  TEST_SERIES (b, DEPRECIATION, PLAN, 0, 45 + 75 + 45, 90 + 150 + 45, 45, 0);
  TEST_SERIES (b, NET_ASSETS, PLAN, 600, 735, 450, 405, 405);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/loans/equal-principal", test_equal_principal);
  g_test_add_func ("/engine/loans/equal-instalment", test_equal_instalment);
  g_test_add_func ("/engine/loans/last-instalment", test_last_instalment);
  g_test_add_func ("/engine/loans/without-interest", test_without_interest);
  g_test_add_func ("/engine/loans/from-earnings", test_from_earnings);
  g_test_add_func ("/engine/loans/completion-within-a-year", test_completion_within_a_year);
  g_test_add_func ("/engine/loans/cover", test_cover);
  g_test_add_func ("/engine/loans/balance-at-the-end", test_balance_at_the_end);
  g_test_add_func ("/engine/loans/depreciation", test_depreciation);
  return g_test_run ();
}
