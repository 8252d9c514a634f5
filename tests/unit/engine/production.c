/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Model §1 to §3: time, capacity and output, operating cost. */

#include "support/numbers.h"

#include <math.h>

#define PLAN OUTLAY_SCOPE_PLAN
#define PRODUCT OUTLAY_SCOPE_PRODUCT (0, 0)

/* Twelve months of works and a delay of six: completion in the middle of the second year. */
static TestNumbers *
late_plant (guint n_ramp_ups)
{
  TestNumbers *n = test_numbers_plain (4, 1, n_ramp_ups);

  TEST_PHASE (n, BUILD_MONTHS, 0) = 12;
  TEST_PHASE (n, DELAY_MONTHS, 0) = 6;
  TEST_CELL (n, 0, 0) = 900;
  return n;
}

static void
test_calendar (void)
{
  g_autoptr (TestNumbers) n = late_plant (2);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 900;
  TEST_RAMP_UP (n, 0, 0) = 0.5;
  TEST_PRODUCT (n, CAPACITY, 0) = 12;
  b = test_numbers_project (n);

  TEST_SERIES (b, INVESTMENT, PLAN, 600, 300, 0, 0);
  /* half a year at 50 %; half at 50 % and half at 100 % */
  TEST_SERIES (b, QUANTITY, PRODUCT, 0, 3, 9, 12);
}

/* Works that end with the projection's last year or after it. */
static void
test_unfinished (void)
{
  g_autoptr (TestNumbers) n = late_plant (1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 54;
  TEST_PRODUCT (n, CAPACITY, 0) = 12;
  b = test_numbers_project (n);
  TEST_SERIES (b, INVESTMENT, PLAN, 180, 180, 180, 180);
  TEST_SERIES (b, QUANTITY, PRODUCT, 0, 0, 0, 0);
  g_assert_cmpfloat (test_indicator (b, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, -1), ==, 900);
  g_assert_cmpfloat (test_indicator (b, OUTLAY_INDICATOR_DESIGN_YEAR, -1), ==, 2028);
}

/* A quarter of the design's money builds 0.25² of its capacity at a scale exponent of ½. */
static void
test_scale (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (2, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, SCALE_EXPONENT, 0) = 0.5;
  TEST_CELL (n, 0, 0) = 250;
  TEST_PRODUCT (n, CAPACITY, 0) = 1600;
  b = test_numbers_project (n);
  TEST_SERIES (b, QUANTITY, PRODUCT, 0, 100);
}

/* Output falls by a tenth a year from completion on, which is in the middle of a year. */
static void
test_degradation (void)
{
  g_autoptr (TestNumbers) n = late_plant (1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 900;
  TEST_PRODUCT (n, CAPACITY, 0) = 100;
  TEST_PRODUCT (n, DEGRADATION, 0) = 0.1;
  b = test_numbers_project (n);
  TEST_SERIES (b, QUANTITY, PRODUCT, 0, 50, 100 * sqrt (0.9), 90 * sqrt (0.9));
}

/* 100 units, of which a fifth stays on the site; the market takes 40, and half as much again each year. */
static void
test_market (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (4, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_CELL (n, 0, 0) = 1000;
  TEST_PRODUCT (n, CAPACITY, 0) = 100;
  TEST_PRODUCT (n, SELL_THROUGH, 0) = 0.8;
  TEST_PRODUCT (n, MARKET_LIMIT, 0) = 40;
  TEST_PRODUCT (n, MARKET_GROWTH, 0) = 0.5;
  TEST_PRODUCT (n, PRICE, 0) = 10;
  TEST_PRODUCT (n, PRICE_GROWTH, 0) = 0.1;
  TEST_PRODUCT (n, OWN_USE_VALUE, 0) = 4;
  TEST_PRODUCT (n, CO2_AVOIDED, 0) = 0.5;
  b = test_numbers_project (n);

  TEST_SERIES (b, QUANTITY_SOLD, PRODUCT, 0, 60, 80, 80);
  TEST_SERIES (b, QUANTITY, PRODUCT, 0, 80, 100, 100);
  TEST_SERIES (b, REVENUE, PLAN, 0, 660, 968, 1064.8);
  TEST_SERIES (b, REVENUE, PRODUCT, 0, 660, 968, 1064.8);
  TEST_SERIES (b, OUTPUT_VALUE, PRODUCT, 0, 880, 1210, 1331);
  TEST_SERIES (b, OUTPUT_VALUE, PLAN, 0, 880, 1210, 1331);
  TEST_SERIES (b, OWN_USE, PLAN, 0, 88, 96.8, 106.48);
  TEST_SERIES (b, CO2_AVOIDED, PLAN, 0, 40, 50, 50);
}

/* What the market does not take is missing in both phases alike. */
static void
test_market_by_phase (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (3, 2, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 1) = 24;
  TEST_CELL (n, 0, 0) = 600;
  TEST_CELL (n, 0, 1) = 400;
  TEST_PRODUCT (n, CAPACITY, 0) = 100;
  TEST_PRODUCT (n, MARKET_LIMIT, 0) = 50;
  TEST_PRODUCT (n, PRICE, 0) = 1;
  b = test_numbers_project (n);
  TEST_SERIES (b, REVENUE, OUTLAY_SCOPE_PHASE (0), 0, 50, 30);
  TEST_SERIES (b, REVENUE, OUTLAY_SCOPE_CELL (0, 1), 0, 0, 20);
}

/* 600 of 1,000 are built, and run for half of the second year. */
static void
test_operating_cost (void)
{
  g_autoptr (TestNumbers) n = test_numbers_plain (3, 1, 1);
  g_autoptr (OutlayBatch) b = NULL;

  TEST_PHASE (n, BUILD_MONTHS, 0) = 18;
  TEST_CELL (n, 0, 0) = 600;
  TEST_INITIATIVE (n, STAFF, 0) = 10;
  TEST_INITIATIVE (n, WAGE, 0) = 5;
  TEST_INITIATIVE (n, WAGE_GROWTH, 0) = 0.1;
  TEST_INITIATIVE (n, REPAIR_RATE, 0) = 0.02;
  TEST_INITIATIVE (n, RESEARCH_RATE, 0) = 0.05;
  TEST_INITIATIVE (n, OTHER_COST_RATE, 0) = 0.03;
  TEST_PRODUCT (n, CAPACITY, 0) = 1000;
  TEST_PRODUCT (n, PRICE, 0) = 3;
  TEST_PRODUCT (n, MATERIAL_COST, 0) = 2;
  TEST_PRODUCT (n, MATERIAL_GROWTH, 0) = 0.5;
  TEST_PRODUCT (n, ENERGY_COST, 0) = 1;
  b = test_numbers_project (n);

  TEST_SERIES (b, MATERIALS, PLAN, 0, 900, 2700);
  TEST_SERIES (b, ENERGY, PLAN, 0, 300, 600);
  TEST_SERIES (b, JOBS, PLAN, 0, 3, 6);
  TEST_SERIES (b, WAGES, PLAN, 0, 16.5, 36.3);
  TEST_SERIES (b, REPAIRS, PLAN, 0, 6, 12);
  TEST_SERIES (b, RESEARCH, PLAN, 0, 45, 90);
  TEST_SERIES (b, OTHER_COST, PLAN, 0, 27, 54);
  TEST_SERIES (b, OPERATING_COST, PLAN, 0, 1294.5, 3492.3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/production/calendar", test_calendar);
  g_test_add_func ("/engine/production/unfinished", test_unfinished);
  g_test_add_func ("/engine/production/scale", test_scale);
  g_test_add_func ("/engine/production/degradation", test_degradation);
  g_test_add_func ("/engine/production/market", test_market);
  g_test_add_func ("/engine/production/market-by-phase", test_market_by_phase);
  g_test_add_func ("/engine/production/operating-cost", test_operating_cost);
  return g_test_run ();
}
