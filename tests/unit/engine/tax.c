/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Model §6: taxes. */

#include "support/numbers.h"

#define PLAN OUTLAY_SCOPE_PLAN

/* 100 of VAT in the investment; then 20 on sales and 4 on purchases a year. A quarter of the credit is paid back each year. */
static void
test_value_added_tax (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (5, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PLAN (n, SITE_AREA) = 50;
  TEST_TAXES (n, VAT_REFUND) = 0.25;
  TEST_TAXES (n, STAMP_RATE) = 0.001;
  TEST_TAXES (n, PROPERTY_RATE) = 0.01;
  TEST_TAXES (n, LAND_TAX) = 2;
  TEST_CELL (n, 0, 0) = 1000;
  TEST_INITIATIVE (n, INVESTMENT_VAT_SHARE, 0) = 0.1;
  TEST_INITIATIVE (n, INPUT_VAT_RATE, 0) = 0.1;
  TEST_INITIATIVE (n, BUILDING_SHARE, 0) = 0.5;
  TEST_INITIATIVE (n, EQUIPMENT_SHARE, 0) = 0.5;
  TEST_PRODUCT (n, CAPACITY, 0) = 10;
  TEST_PRODUCT (n, PRICE, 0) = 10;
  TEST_PRODUCT (n, MATERIAL_COST, 0) = 3;
  TEST_PRODUCT (n, ENERGY_COST, 0) = 1;
  TEST_PRODUCT (n, VAT_RATE, 0) = 0.2;
  b = test_numbers_project (n);

  TEST_SERIES (b, VAT_OUT, PLAN, 0, 20, 20, 20, 20);
  TEST_SERIES (b, VAT_IN, PLAN, 100, 4, 4, 4, 4);
  TEST_SERIES (b, VAT_REFUND, PLAN, 25, 14.75, 7.0625, 1.296875, 0);
  TEST_SERIES (b, VAT_CREDIT, PLAN, 75, 44.25, 21.1875, 3.890625, 0);
  TEST_SERIES (b, VAT_PAYABLE, PLAN, 0, 0, 0, 0, 12.109375);
  TEST_SERIES (b, SURCHARGES, PLAN, 0, 0, 0, 0, 1.453125);
  TEST_SERIES (b, STAMP_TAX, PLAN, 0, 0.1, 0.1, 0.1, 0.1);
  TEST_SERIES (b, PROPERTY_TAX, PLAN, 0, 4.5, 4.5, 4.5, 4.5);
  TEST_SERIES (b, LAND_TAX, PLAN, 0, 100, 100, 100, 100);
  TEST_SERIES (b, TAX, PLAN, 0, 104.6, 104.6, 104.6, 118.1625);
  TEST_SERIES (b, LOCAL_TAX, PLAN, 0, 104.6, 104.6, 104.6, 112.1078125);
  /* 100 − 40 − 104.6, and the credit as it falls; at the end 900 of assets */
  TEST_SERIES (b, CASH_FLOW_BEFORE_TAX, PLAN, -900 - 75, -44.6 + 30.75, -44.6 + 23.0625, -44.6 + 17.296875,
               -44.6 - 1.453125 + 3.890625 + 900);
}

/* Fixed cost of 100 a year, and a rising output: −80, −50, 10, 50, 100, 100 before tax. */
static TestNumbers *
slow_start (void)
{
  static const double ramp_up[] = { 0.2, 0.5, 1.1, 1.5, 2 };
  TestNumbers *n = test_numbers_plain (7, 1, 5);

  for (guint g = 0; g < 5; g++)
    TEST_RAMP_UP (n, 0, g) = ramp_up[g];
  TEST_CELL (n, 0, 0) = 1000;
  TEST_INITIATIVE (n, STAFF, 0) = 1;
  TEST_INITIATIVE (n, WAGE, 0) = 100;
  TEST_INITIATIVE (n, INCOME_TAX_RATE, 0) = 0.25;
  TEST_PRODUCT (n, CAPACITY, 0) = 1;
  TEST_PRODUCT (n, PRICE, 0) = 100;
  return n;
}

/* The first loss can be used for two years: 10 of its 80 are; all of the second is. */
static void
test_losses (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, LOSS_YEARS, 0) = 2;
  b = test_numbers_project (n);
  TEST_SERIES (b, PROFIT_BEFORE_TAX, PLAN, 0, -80, -50, 10, 50, 100, 100);
  TEST_SERIES (b, LOSS_USED, PLAN, 0, 0, 0, 10, 50, 0, 0);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 0, 0, 0, 0, 25, 25);
  TEST_SERIES (b, TAX, PLAN, 0, 0, 0, 0, 0, 25, 25);
  TEST_SERIES (b, LOCAL_TAX, PLAN, 0, 0, 0, 0, 0, 10, 10);
  TEST_SERIES (b, NET_PROFIT, PLAN, 0, -80, -50, 10, 50, 75, 75);
}

static void
test_losses_kept_long (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, LOSS_YEARS, 0) = 10;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOSS_USED, PLAN, 0, 0, 0, 10, 50, 70, 0);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 0, 0, 0, 0, 7.5, 25);
}

/* Three years without tax from the first earning year, two at half the rate; losses are not carried. */
static void
test_holiday (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, LOSS_YEARS, 0) = 0;
  TEST_INITIATIVE (n, TAX_EXEMPT_YEARS, 0) = 3;
  TEST_INITIATIVE (n, TAX_HALF_YEARS, 0) = 2;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOSS_USED, PLAN, 0, 0, 0, 0, 0, 0, 0);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 0, 0, 0, 6.25, 12.5, 25);
}

/* A half rate above the rate itself is no burden. */
static void
test_half_rate_above_rate (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, LOSS_YEARS, 0) = 0;
  TEST_INITIATIVE (n, TAX_HALF_YEARS, 0) = 50;
  TEST_INITIATIVE (n, TAX_HALF_RATE, 0) = 0.4;
  b = test_numbers_project (n);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 0, 0, 2.5, 12.5, 25, 25);
}

/* Losses are used up in exempt years too. */
static void
test_losses_in_exempt_years (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, LOSS_YEARS, 0) = 10;
  TEST_INITIATIVE (n, TAX_EXEMPT_YEARS, 0) = 5;
  b = test_numbers_project (n);
  TEST_SERIES (b, LOSS_USED, PLAN, 0, 0, 0, 10, 50, 70, 0);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 0, 0, 0, 0, 0, 25);
}

/* 200 of revenue, 100 of wages, 20 of research: 80 of profit, of which 20 are deducted once more. */
static void
test_research (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  for (guint g = 0; g < 5; g++)
    TEST_RAMP_UP (n, 0, g) = 2;
  TEST_INITIATIVE (n, RESEARCH_RATE, 0) = 0.1;
  b = test_numbers_project (n);
  TEST_SERIES (b, EBIT, PLAN, 0, 80, 80, 80, 80, 80, 80);
  TEST_SERIES (b, INCOME_TAX, PLAN, 0, 15, 15, 15, 15, 15, 15);
  TEST_SERIES (b, ADJUSTED_INCOME_TAX, PLAN, 0, 15, 15, 15, 15, 15, 15);
}

/* Paid from the first earning year on. */
static void
test_subsidy (void)
{
  g_autoptr (TestNumbers) n = slow_start ();
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 24;
  TEST_INITIATIVE (n, SUBSIDY, 0) = 30;
  TEST_INITIATIVE (n, SUBSIDY_YEARS, 0) = 2;
  b = test_numbers_project (n);
  TEST_SERIES (b, SUBSIDY, PLAN, 0, 0, 30, 30, 0, 0, 0);
  TEST_SERIES (b, EBIT, PLAN, 0, 0, -50, -20, 10, 50, 100);
}

/* Before anything is made tax is shared by what stands: a park that sells nothing pays its land's tax by money in operation. */
static void
test_tax_by_phase (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (3, 2, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PLAN (n, SITE_AREA) = 100;
  TEST_TAXES (n, LAND_TAX) = 1;
  TEST_PHASE (n, BUILD_MONTHS, 1) = 24;
  TEST_CELL (n, 0, 0) = 300;
  TEST_CELL (n, 0, 1) = 100;
  b = test_numbers_project (n);
  TEST_SERIES (b, TAX, OUTLAY_SCOPE_CELL (0, 0), 0, 75, 75);
  TEST_SERIES (b, TAX, OUTLAY_SCOPE_CELL (0, 1), 0, 0, 25);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/tax/value-added-tax", test_value_added_tax);
  g_test_add_func ("/engine/tax/losses", test_losses);
  g_test_add_func ("/engine/tax/losses-kept-long", test_losses_kept_long);
  g_test_add_func ("/engine/tax/holiday", test_holiday);
  g_test_add_func ("/engine/tax/half-rate-above-rate", test_half_rate_above_rate);
  g_test_add_func ("/engine/tax/losses-in-exempt-years", test_losses_in_exempt_years);
  g_test_add_func ("/engine/tax/research", test_research);
  g_test_add_func ("/engine/tax/subsidy", test_subsidy);
  g_test_add_func ("/engine/tax/by-phase", test_tax_by_phase);
  return g_test_run ();
}
