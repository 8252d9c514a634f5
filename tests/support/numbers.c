/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/numbers.h"

#include <math.h>

typedef struct
{
  double least;
  double greatest;
  double standard;
} Range;

#define STANDARD(SYMBOL, name, KIND, UNIT, minimum, maximum, standard, PRESENCE, nick, blurb) \
  { minimum, maximum, STANDARD_##PRESENCE (standard) },
#define STANDARD_OPTIONAL(standard) standard
#define STANDARD_REQUIRED(standard) standard
#define STANDARD_NULLABLE(standard) INFINITY

static const Range plan_ranges[] = { OUTLAY_PLAN_PARAMETERS (STANDARD) };
static const Range taxes_ranges[] = { OUTLAY_TAXES_PARAMETERS (STANDARD) };
static const Range finance_ranges[] = { OUTLAY_FINANCE_PARAMETERS (STANDARD) };
static const Range assets_ranges[] = { OUTLAY_ASSETS_PARAMETERS (STANDARD) };
static const Range phase_ranges[] = { OUTLAY_PHASE_PARAMETERS (STANDARD) };
static const Range initiative_ranges[] = { OUTLAY_INITIATIVE_PARAMETERS (STANDARD) };
static const Range product_ranges[] = { OUTLAY_PRODUCT_PARAMETERS (STANDARD) };
static const Range cell_ranges[] = { OUTLAY_CELL_PARAMETERS (STANDARD) };
static const Range ramp_up_ranges[] = { OUTLAY_RAMP_UP_PARAMETERS (STANDARD) };

static double
any_of (const Range *range, GRand *rand)
{
  const int end = rand ? g_rand_int_range (rand, 0, 4) : 3;

  return end == 0 ? range->least : end == 1 ? range->greatest : range->standard;
}

static void
set_all (double *numbers, const Range *ranges, gsize n_ranges, guint n_owners, GRand *rand)
{
  for (gsize r = 0; r < n_ranges; r++)
    for (guint owner = 0; owner < n_owners; owner++)
      numbers[r * n_owners + owner] = any_of (&ranges[r], rand);
}

/* Without dice all numbers are standard. */
static void
set_numbers (TestNumbers *n, GRand *rand)
{
  const OutlayShape *shape = &n->shape;

  set_all (n->numbers, plan_ranges, G_N_ELEMENTS (plan_ranges), 1, rand);
  set_all (n->numbers + shape->taxes, taxes_ranges, G_N_ELEMENTS (taxes_ranges), 1, rand);
  set_all (n->numbers + shape->finance, finance_ranges, G_N_ELEMENTS (finance_ranges), 1, rand);
  set_all (n->numbers + shape->assets, assets_ranges, G_N_ELEMENTS (assets_ranges), 1, rand);
  set_all (n->numbers + shape->phases, phase_ranges, G_N_ELEMENTS (phase_ranges), shape->n_phases, rand);
  set_all (n->numbers + shape->initiatives, initiative_ranges, G_N_ELEMENTS (initiative_ranges), shape->n_initiatives, rand);
  set_all (n->numbers + shape->products, product_ranges, G_N_ELEMENTS (product_ranges), shape->n_products, rand);
  set_all (n->numbers + shape->cells, cell_ranges, G_N_ELEMENTS (cell_ranges), shape->n_initiatives * shape->n_phases, rand);
  set_all (n->numbers + shape->ramp_ups, ramp_up_ranges, G_N_ELEMENTS (ramp_up_ranges), shape->n_ramp_up, rand);
  TEST_PLAN (n, YEARS) = shape->n_years;
}

static gboolean
chance (GRand *rand, double probability)
{
  return g_rand_double (rand) < probability;
}

/* 0 as often as not: most numbers of real plans stand at nothing. */
static double
some (GRand *rand, double low, double high)
{
  return chance (rand, 0.5) ? 0 : g_rand_double_range (rand, low, high);
}

static void
draw_plan (TestNumbers *n, GRand *rand)
{
  TEST_PLAN (n, DISCOUNT_RATE) = g_rand_double_range (rand, -0.05, 0.2);
  TEST_PLAN (n, DISCOUNTING) = g_rand_int_range (rand, 0, 2);
  TEST_PLAN (n, SITE_AREA) = some (rand, 1e4, 1e6);
  TEST_TAXES (n, LAND_TAX) = some (rand, 1, 20);
  TEST_TAXES (n, VAT_REFUND) = some (rand, 0, 1);
  TEST_TAXES (n, RESEARCH_EXTRA) = some (rand, 0, 2);
  TEST_FINANCE (n, DEBT_SHARE) = some (rand, 0, 1);
  TEST_FINANCE (n, INTEREST_RATE) = some (rand, 0, 0.12);
  TEST_FINANCE (n, REPAYMENT) = g_rand_int_range (rand, 0, 3);
  TEST_FINANCE (n, REPAYMENT_YEARS) = g_rand_int_range (rand, 1, 15);
  TEST_FINANCE (n, RECEIVABLES_BASIS) = g_rand_int_range (rand, 0, 2);
  TEST_FINANCE (n, PAYOUT) = some (rand, 0, 1);
  TEST_FINANCE (n, RESERVE_RATE) = some (rand, 0, 0.2);
  TEST_ASSETS (n, BUILDING_LIFE) = g_rand_double_range (rand, 10, 40);
  TEST_ASSETS (n, EQUIPMENT_LIFE) = g_rand_int_range (rand, 3, 20);
  TEST_ASSETS (n, INTANGIBLE_LIFE) = g_rand_int_range (rand, 2, 12);
}

static void
draw_phase (TestNumbers *n, GRand *rand, guint p)
{
  const double begin = 12 * TEST_PLAN (n, FIRST_YEAR);

  TEST_PHASE (n, START, p) = begin + g_rand_int_range (rand, 0, MAX (2, 6 * (int) n->shape.n_years));
  TEST_PHASE (n, BUILD_MONTHS, p) = chance (rand, 0.8) ? g_rand_int_range (rand, 1, 48) : g_rand_double_range (rand, 1, 48);
  TEST_PHASE (n, DELAY_MONTHS, p) = some (rand, 0, 24);
}

static void
draw_initiative (TestNumbers *n, GRand *rand, guint i)
{
  const double design = exp (g_rand_double_range (rand, log (1e6), log (5e9)));

  TEST_INITIATIVE (n, DESIGN_INVESTMENT, i) = design;
  TEST_INITIATIVE (n, SCALE_EXPONENT, i) = chance (rand, 0.7) ? 1 : g_rand_double_range (rand, 0.5, 1.2);
  TEST_INITIATIVE (n, STAFF, i) = some (rand, 0, design / 2e6);
  TEST_INITIATIVE (n, WAGE, i) = g_rand_double_range (rand, 5e4, 2e5);
  TEST_INITIATIVE (n, WAGE_GROWTH, i) = some (rand, -0.02, 0.08);
  TEST_INITIATIVE (n, REPAIR_RATE, i) = some (rand, 0, 0.04);
  TEST_INITIATIVE (n, RESEARCH_RATE, i) = some (rand, 0, 0.08);
  TEST_INITIATIVE (n, OTHER_COST_RATE, i) = some (rand, 0, 0.1);
  TEST_INITIATIVE (n, INVESTMENT_VAT_SHARE, i) = some (rand, 0, 0.12);
  TEST_INITIATIVE (n, BUILDING_SHARE, i) = g_rand_double_range (rand, 0, 0.6);
  TEST_INITIATIVE (n, EQUIPMENT_SHARE, i) = g_rand_double_range (rand, 0, 0.4);
  TEST_INITIATIVE (n, INCOME_TAX_RATE, i) = chance (rand, 0.5) ? 0.15 : 0.25;
  TEST_INITIATIVE (n, TAX_EXEMPT_YEARS, i) = chance (rand, 0.5) ? 0 : g_rand_int_range (rand, 1, 5);
  TEST_INITIATIVE (n, TAX_HALF_YEARS, i) = chance (rand, 0.5) ? 0 : g_rand_int_range (rand, 1, 5);
  TEST_INITIATIVE (n, LOSS_YEARS, i) = g_rand_int_range (rand, 0, 12);
  TEST_INITIATIVE (n, SUBSIDY, i) = some (rand, 0, design / 50);
  TEST_INITIATIVE (n, SUBSIDY_YEARS, i) = g_rand_int_range (rand, 0, 8);
  TEST_INITIATIVE (n, RECEIVABLE_DAYS, i) = some (rand, 0, 120);
  TEST_INITIATIVE (n, INVENTORY_DAYS, i) = some (rand, 0, 120);
  TEST_INITIATIVE (n, PAYABLE_DAYS, i) = some (rand, 0, 120);
  for (guint p = 0; p < n->shape.n_phases; p++)
    TEST_CELL (n, i, p) = some (rand, 0, design);
  for (guint g = 0; g < n->shape.first_ramp_up[i + 1] - n->shape.first_ramp_up[i]; g++)
    TEST_RAMP_UP (n, i, g) = g_rand_double_range (rand, 0.2, 1.1);
}

static void
draw_product (TestNumbers *n, GRand *rand, guint j, double design)
{
  const double price = exp (g_rand_double_range (rand, log (0.5), log (2e6)));
  const double capacity = design * g_rand_double_range (rand, 0.2, 2) / price;

  TEST_PRODUCT (n, CAPACITY, j) = capacity;
  TEST_PRODUCT (n, PRICE, j) = price;
  TEST_PRODUCT (n, PRICE_GROWTH, j) = some (rand, -0.03, 0.05);
  TEST_PRODUCT (n, SELL_THROUGH, j) = chance (rand, 0.6) ? 1 : g_rand_double (rand);
  TEST_PRODUCT (n, OWN_USE_VALUE, j) = some (rand, 0, price);
  TEST_PRODUCT (n, MARKET_LIMIT, j) = chance (rand, 0.6) ? INFINITY : capacity * g_rand_double_range (rand, 0.2, 1.5);
  TEST_PRODUCT (n, MARKET_GROWTH, j) = some (rand, -0.05, 0.1);
  TEST_PRODUCT (n, MATERIAL_COST, j) = price * g_rand_double_range (rand, 0.2, 0.9);
  TEST_PRODUCT (n, MATERIAL_GROWTH, j) = some (rand, -0.02, 0.05);
  TEST_PRODUCT (n, ENERGY_COST, j) = some (rand, 0, price / 10);
  TEST_PRODUCT (n, ENERGY_GROWTH, j) = some (rand, -0.02, 0.05);
  TEST_PRODUCT (n, DEGRADATION, j) = some (rand, 0, 0.03);
  TEST_PRODUCT (n, CO2_AVOIDED, j) = some (rand, 0, 1);
}

static void
draw (TestNumbers *n, GRand *rand, double share)
{
  if (chance (rand, share))
    draw_plan (n, rand);
  for (guint p = 0; p < n->shape.n_phases; p++)
    if (chance (rand, share))
      draw_phase (n, rand, p);
  for (guint i = 0; i < n->shape.n_initiatives; i++)
    {
      if (chance (rand, share))
        draw_initiative (n, rand, i);
      for (guint j = n->shape.first_product[i]; j < n->shape.first_product[i + 1]; j++)
        if (chance (rand, share))
          draw_product (n, rand, j, TEST_INITIATIVE (n, DESIGN_INVESTMENT, i));
    }
}

TestNumbers *
test_numbers_new (guint n_years, guint n_phases, guint n_initiatives, const guint *products_of, const guint *ramp_ups_of)
{
  TestNumbers *n = g_new0 (TestNumbers, 1);
  outlay_shape_init (&n->shape, n_years, n_phases, n_initiatives, products_of, ramp_ups_of);
  n->numbers = g_new0 (double, n->shape.n_numbers);
  set_numbers (n, NULL);
  return n;
}

TestNumbers *
test_numbers_plain (guint n_years, guint n_phases, guint n_ramp_ups)
{
  TestNumbers *n = test_numbers_new (n_years, n_phases, 1, (guint[]) { 1 }, &n_ramp_ups);

  TEST_TAXES (n, STAMP_RATE) = 0;
  TEST_TAXES (n, PROPERTY_RATE) = 0;
  TEST_ASSETS (n, RESIDUAL) = 1;
  TEST_INITIATIVE (n, DESIGN_INVESTMENT, 0) = 1000;
  TEST_INITIATIVE (n, INPUT_VAT_RATE, 0) = 0;
  TEST_INITIATIVE (n, INCOME_TAX_RATE, 0) = 0;
  TEST_PRODUCT (n, VAT_RATE, 0) = 0;
  return n;
}

static TestNumbers *
any_shape (GRand *rand)
{
  guint n_phases = (guint) g_rand_int_range (rand, 1, 4), n_initiatives = (guint) g_rand_int_range (rand, 1, 5);
  guint products_of[4], ramp_ups_of[4];

  for (guint i = 0; i < n_initiatives; i++)
    {
      products_of[i] = (guint) g_rand_int_range (rand, 1, 4);
      ramp_ups_of[i] = (guint) g_rand_int_range (rand, 1, 5);
    }
  return test_numbers_new ((guint) g_rand_int_range (rand, 1, 40), n_phases, n_initiatives, products_of, ramp_ups_of);
}

TestNumbers *
test_numbers_random (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestNumbers *n = any_shape (rand);

  draw (n, rand, 1);
  return n;
}

TestNumbers *
test_numbers_extreme (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestNumbers *n = any_shape (rand);

  set_numbers (n, rand);
  return n;
}

TestNumbers *
test_numbers_vary (const TestNumbers *from, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestNumbers *n = test_numbers_copy (from);

  draw (n, rand, 0.4);
  return n;
}

TestNumbers *
test_numbers_sized (guint n_initiatives)
{
  g_autofree guint *products_of = g_new (guint, n_initiatives);
  g_autofree guint *ramp_ups_of = g_new (guint, n_initiatives);
  TestNumbers *n;

  for (guint i = 0; i < n_initiatives; i++)
    {
      products_of[i] = 1 + i % 3;
      ramp_ups_of[i] = 3;
    }
  n = test_numbers_new (22, 2, n_initiatives, products_of, ramp_ups_of);
  TEST_PLAN (n, FIRST_YEAR) = 2021;
  TEST_PLAN (n, SITE_AREA) = 200000;
  TEST_TAXES (n, LAND_TAX) = 4;
  TEST_FINANCE (n, DEBT_SHARE) = 0.6;
  for (guint p = 0; p < 2; p++)
    {
      TEST_PHASE (n, START, p) = TEST_MONTH (2021, 8) + 30 * p;
      TEST_PHASE (n, BUILD_MONTHS, p) = 24;
    }
  for (guint i = 0; i < n_initiatives; i++)
    {
      TEST_INITIATIVE (n, DESIGN_INVESTMENT, i) = 2e9;
      TEST_INITIATIVE (n, STAFF, i) = 1000;
      TEST_INITIATIVE (n, WAGE, i) = 120000;
      TEST_INITIATIVE (n, WAGE_GROWTH, i) = 0.03;
      TEST_INITIATIVE (n, REPAIR_RATE, i) = 0.02;
      TEST_INITIATIVE (n, RESEARCH_RATE, i) = 0.035;
      TEST_INITIATIVE (n, OTHER_COST_RATE, i) = 0.03;
      TEST_INITIATIVE (n, INVESTMENT_VAT_SHARE, i) = 0.09;
      TEST_INITIATIVE (n, INCOME_TAX_RATE, i) = 0.15;
      TEST_INITIATIVE (n, LOSS_YEARS, i) = 10;
      TEST_INITIATIVE (n, RECEIVABLE_DAYS, i) = 60;
      TEST_INITIATIVE (n, INVENTORY_DAYS, i) = 45;
      TEST_INITIATIVE (n, PAYABLE_DAYS, i) = 60;
      for (guint p = 0; p < 2; p++)
        TEST_CELL (n, i, p) = p == 0 ? 1.2e9 : 0.8e9;
      for (guint g = 0; g < 3; g++)
        TEST_RAMP_UP (n, i, g) = (g + 2) / 4.0;
      for (guint j = n->shape.first_product[i]; j < n->shape.first_product[i + 1]; j++)
        {
          TEST_PRODUCT (n, CAPACITY, j) = 2000;
          TEST_PRODUCT (n, PRICE, j) = 3e6 / products_of[i];
          TEST_PRODUCT (n, MATERIAL_COST, j) = 2e6 / products_of[i];
          TEST_PRODUCT (n, ENERGY_COST, j) = 5e4 / products_of[i];
          TEST_PRODUCT (n, ENERGY_GROWTH, j) = 0.01;
          /* One product in six ages, as photovoltaics do. */
          TEST_PRODUCT (n, DEGRADATION, j) = j % 6 == 5 ? 0.005 : 0;
        }
    }
  return n;
}

TestNumbers *
test_numbers_copy (const TestNumbers *from)
{
  TestNumbers *n = g_new0 (TestNumbers, 1);

  outlay_shape_copy (&n->shape, &from->shape);
  n->numbers = g_memdup2 (from->numbers, from->shape.n_numbers * sizeof (double));
  return n;
}

void
test_numbers_free (TestNumbers *numbers)
{
  outlay_shape_clear (&numbers->shape);
  g_free (numbers->numbers);
  g_free (numbers);
}

OutlayBatch *
test_numbers_project (const TestNumbers *numbers)
{
  OutlayBatch *batch = outlay_batch_new (&numbers->shape, &outlay_request_all);

  outlay_batch_fill (batch, numbers->numbers);
  outlay_batch_run (batch);
  return batch;
}

double
test_value (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope, guint year)
{
  const double *row = outlay_batch_series (batch, series, scope);

  g_assert_nonnull (row);
  return row[year * OUTLAY_LANES];
}

double
test_indicator (const OutlayBatch *batch, OutlayIndicator indicator, int initiative)
{
  const double *values = outlay_batch_indicator (batch, indicator, initiative);

  g_assert_nonnull (values);
  return values[0];
}

void
test_assert_series (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope, const double *expected, guint n)
{
  double largest = 0;

  g_assert_cmpuint (n, ==, outlay_batch_shape (batch)->n_years);
  for (guint t = 0; t < n; t++)
    largest = isnan (expected[t]) ? largest : MAX (largest, fabs (expected[t]));
  for (guint t = 0; t < n; t++)
    {
      double value = test_value (batch, series, scope, t);

      if (isnan (expected[t]) ? !isnan (value) : !(fabs (value - expected[t]) <= 1e-12 * largest))
        g_error ("%s of year %u is %.17g, should be %.17g", outlay_series_name (series), t, value, expected[t]);
    }
}
