/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A case that is computed initiative by initiative, and only where its numbers changed, has the bits that it has in a batch. */

#include "engine/single-private.h"
#include "support/numbers.h"

#include <math.h>
#include <string.h>

#define N_PLANS 60
#define N_EDITS 40

/* NaNs are equal: their sign tells how they were made, which nobody sees. */
static void
assert_same (double a, double b, const char *what)
{
  if (memcmp (&a, &b, sizeof a) != 0 && !(a != a && b != b))
    g_error ("%s is %.17g in the case and %.17g in the batch", what, a, b);
}

static void
assert_same_series (const OutlaySingle *alone, const OutlayBatch *batch, OutlayScope scope)
{
  for (int series = 0; series < OUTLAY_N_SERIES; series++)
    {
      const double *row = outlay_single_series (alone, series, scope), *lanes = outlay_batch_series (batch, series, scope);

      g_assert_true ((row == NULL) == (lanes == NULL));
      for (guint t = 0; row != NULL && t < outlay_single_shape (alone)->n_years; t++)
        assert_same (row[t], lanes[t * OUTLAY_LANES], outlay_series_name (series));
    }
}

static void
assert_same_roots (const OutlaySingle *alone, const OutlayBatch *batch, OutlayIndicator irr, int initiative)
{
  guint n, n_expected;
  const double *roots = outlay_single_irr_roots (alone, irr, initiative, &n);
  const double *expected = outlay_batch_irr_roots (batch, irr, initiative, 0, &n_expected);

  g_assert_cmpuint (n, ==, n_expected);
  for (guint k = 0; k < n; k++)
    assert_same (roots[k], expected[k], outlay_indicator_name (irr));
}

static void
assert_same_indicators (const OutlaySingle *alone, const OutlayBatch *batch, int initiative)
{
  for (int indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    {
      const double *value = outlay_single_indicator (alone, indicator, initiative), *lanes = outlay_batch_indicator (batch, indicator, initiative);

      g_assert_true ((value == NULL) == (lanes == NULL));
      if (value != NULL)
        assert_same (*value, *lanes, outlay_indicator_name (indicator));
    }
  for (OutlayIndicator irr = OUTLAY_INDICATOR_IRR_BEFORE_TAX; irr <= OUTLAY_INDICATOR_IRR_EQUITY; irr++)
    assert_same_roots (alone, batch, irr, initiative);
}

/* Every result at every place of the plan. */
static void
assert_same_results (const OutlaySingle *alone, const OutlayBatch *batch)
{
  const OutlayShape *shape = outlay_single_shape (alone);
  const double *imbalance = outlay_single_imbalance (alone);

  assert_same_series (alone, batch, OUTLAY_SCOPE_PLAN);
  assert_same_indicators (alone, batch, -1);
  for (guint p = 0; p < shape->n_phases; p++)
    assert_same_series (alone, batch, OUTLAY_SCOPE_PHASE (p));
  for (guint i = 0; i < shape->n_initiatives; i++)
    {
      assert_same_series (alone, batch, OUTLAY_SCOPE_INITIATIVE (i));
      assert_same_indicators (alone, batch, (int) i);
      for (guint p = 0; p < shape->n_phases; p++)
        assert_same_series (alone, batch, OUTLAY_SCOPE_CELL (i, p));
      for (guint j = 0; j < shape->first_product[i + 1] - shape->first_product[i]; j++)
        assert_same_series (alone, batch, OUTLAY_SCOPE_PRODUCT (i, j));
    }
  g_assert_true ((imbalance == NULL) == (outlay_batch_imbalance (batch) == NULL));
  if (imbalance != NULL)
    assert_same (*imbalance, *outlay_batch_imbalance (batch), "the imbalance");
}

static void
check_against_batch (OutlaySingle *alone, const TestNumbers *numbers, const OutlayRequest *request)
{
  g_autoptr (OutlayBatch) batch = outlay_batch_new (&numbers->shape, request);

  outlay_batch_fill (batch, numbers->numbers);
  outlay_batch_run_first (batch, 1);
  assert_same_results (alone, batch);
}

/* More initiatives than a block and than lanes, of several kinds; amounts as different as plans have them. */
static TestNumbers *
large_plan (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  TestNumbers *plan = test_numbers_sized ((guint) g_rand_int_range (rand, 1, 3 * OUTLAY_BLOCK));

  for (guint i = 0; i < plan->shape.n_initiatives; i++)
    for (guint p = 0; p < plan->shape.n_phases; p++)
      TEST_CELL (plan, i, p) = g_rand_int_range (rand, 0, 4) == 0 ? 0 : g_rand_double_range (rand, 0, 1e9);
  return plan;
}

static void
check_fresh (TestNumbers *numbers)
{
  g_autoptr (OutlaySingle) alone = outlay_single_new (&numbers->shape, &outlay_request_all);

  outlay_single_run (alone, numbers->numbers);
  check_against_batch (alone, numbers, &outlay_request_all);
  test_numbers_free (numbers);
}

static void
test_same_bits (void)
{
  for (guint32 seed = 0; seed < N_PLANS; seed++)
    {
      check_fresh (test_numbers_random (seed));
      check_fresh (test_numbers_extreme (seed));
    }
  for (guint32 seed = 0; seed < 8; seed++)
    check_fresh (large_plan (seed));
}

/* One of what hands do: some number becomes another, be it one that every initiative reads; money moves and the total stays; a few cells take other amounts. */
static gboolean
edit (TestNumbers *plan, GRand *rand)
{
  const guint i = (guint) g_rand_int_range (rand, 0, (int) plan->shape.n_initiatives), p = (guint) g_rand_int_range (rand, 0, 2);
  const gsize any = (gsize) (g_rand_double (rand) * (double) (g_rand_boolean (rand) ? plan->shape.initiatives : plan->shape.n_numbers));
  const double amount = floor (TEST_CELL (plan, i, p) / 3);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      if (any != OUTLAY_PLAN_YEARS)
        plan->numbers[any] *= g_rand_double_range (rand, 0.5, 1);
      return FALSE;
    case 1:
      TEST_CELL (plan, i, p) -= amount;
      TEST_CELL (plan, i, 1 - p) += amount;
      return TRUE;
    case 2:
      for (guint k = i; k < MIN (i + 5, plan->shape.n_initiatives); k++)
        TEST_CELL (plan, k, p) = g_rand_double_range (rand, 0, 2e9);
      return TRUE;
    default:
      TEST_CELL (plan, i, p) = g_rand_boolean (rand) ? 0 : g_rand_double_range (rand, 0, 2e9);
      return TRUE;
    }
}

/* Edits of any plan, one after the other: what was computed bit by bit is what is computed from scratch. */
static void
check_edits (guint32 seed, const OutlayRequest *request)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (TestNumbers) plan = large_plan (seed);
  g_autoptr (OutlaySingle) alone = outlay_single_new (&plan->shape, request);

  TEST_TAXES (plan, LAND_TAX) = seed % 2 == 0 ? 4 : 0;
  outlay_single_run (alone, plan->numbers);
  for (guint n = 0; n < N_EDITS; n++)
    {
      if (edit (plan, rand))
        outlay_single_run_cells (alone, plan->numbers);
      else
        outlay_single_run (alone, plan->numbers);
      check_against_batch (alone, plan, request);
    }
}

static void
test_edits (void)
{
  OutlayRequest without_phases = outlay_request_all;

  without_phases.phase_series = 0;
  for (guint32 seed = 100; seed < 108; seed++)
    check_edits (seed, &without_phases);
  check_edits (200, &outlay_request_all);
}

/* What is left out of a request does not change the rest. */
static void
test_request (void)
{
  const OutlayRequest requests[] = {
    { .plan_series = OUTLAY_SERIES_BIT (TAX), .initiative_series = OUTLAY_SERIES_BIT (REVENUE) },
    { .plan_indicators = OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX) | OUTLAY_INDICATOR_BIT (IRR_EQUITY) | OUTLAY_INDICATOR_BIT (DSCR_MIN) },
    { .initiative_indicators = OUTLAY_INDICATOR_BIT (LEVELISED_COST) | OUTLAY_INDICATOR_BIT (ROE) },
    { .phase_series = OUTLAY_SERIES_BIT (TAX) },
    { .cell_series = OUTLAY_SERIES_BIT (REVENUE), .phase_series = OUTLAY_SERIES_BIT (OUTPUT_VALUE) },
    { .product_series = OUTLAY_SERIES_BIT (QUANTITY_SOLD) },
    { 0 },
  };

  for (guint n = 0; n < G_N_ELEMENTS (requests); n++)
    for (guint32 seed = 300; seed < 304; seed++)
      check_edits (seed, &requests[n]);
}

/* A move that keeps the total, or of a plan without land-use tax, is felt by its neighbourhood alone: else a drag in a large plan would not follow the hand. */
static void
check_what_is_computed (const OutlayRequest *request)
{
  g_autoptr (TestNumbers) plan = test_numbers_sized (10 * OUTLAY_BLOCK);
  g_autoptr (OutlaySingle) alone = outlay_single_new (&plan->shape, request);

  g_assert_cmpuint (outlay_single_run_cells (alone, plan->numbers), ==, 10 * OUTLAY_BLOCK);
  g_assert_cmpuint (outlay_single_run (alone, plan->numbers), ==, 0);
  TEST_CELL (plan, 200, 0) -= 1e6;
  TEST_CELL (plan, 200, 1) += 1e6;
  g_assert_cmpuint (outlay_single_run_cells (alone, plan->numbers), <=, OUTLAY_BLOCK);
  TEST_CELL (plan, 200, 0) -= 1e6;
  g_assert_cmpuint (outlay_single_run (alone, plan->numbers), ==, 10 * OUTLAY_BLOCK);
  TEST_TAXES (plan, LAND_TAX) = 0;
  outlay_single_run (alone, plan->numbers);
  TEST_CELL (plan, 200, 0) -= 1e6;
  g_assert_cmpuint (outlay_single_run (alone, plan->numbers), <=, OUTLAY_BLOCK);
  TEST_PRODUCT (plan, PRICE, plan->shape.first_product[300]) *= 2;
  g_assert_cmpuint (outlay_single_run (alone, plan->numbers), <=, OUTLAY_BLOCK);
  TEST_PLAN (plan, DISCOUNT_RATE) *= 2;
  g_assert_cmpuint (outlay_single_run (alone, plan->numbers), ==, 10 * OUTLAY_BLOCK);
}

static void
test_computes_what_changed (void)
{
  check_what_is_computed (&(const OutlayRequest) { .plan_series = OUTLAY_SERIES_BIT (TAX) });
  check_what_is_computed (&(const OutlayRequest) { .plan_series = OUTLAY_SERIES_BIT (TAX), .phase_series = OUTLAY_SERIES_BIT (REVENUE) });
}

static void
assert_same_rows (const OutlaySingle *a, const OutlaySingle *b, OutlayScope scope)
{
  for (int series = 0; series < OUTLAY_N_SERIES; series++)
    {
      const double *row = outlay_single_series (a, series, scope), *other = outlay_single_series (b, series, scope);

      g_assert_true ((row == NULL) == (other == NULL));
      for (guint t = 0; row != NULL && t < outlay_single_shape (a)->n_years; t++)
        assert_same (row[t], other[t], outlay_series_name (series));
    }
}

static void
assert_same_case (const OutlaySingle *a, const OutlaySingle *b)
{
  const OutlayShape *shape = outlay_single_shape (a);

  assert_same_rows (a, b, OUTLAY_SCOPE_PLAN);
  for (guint p = 0; p < shape->n_phases; p++)
    assert_same_rows (a, b, OUTLAY_SCOPE_PHASE (p));
  for (guint i = 0; i < shape->n_initiatives; i++)
    {
      assert_same_rows (a, b, OUTLAY_SCOPE_INITIATIVE (i));
      for (guint p = 0; p < shape->n_phases; p++)
        assert_same_rows (a, b, OUTLAY_SCOPE_CELL (i, p));
    }
  for (int i = -1; i < (int) shape->n_initiatives; i++)
    assert_same (*outlay_single_indicator (a, OUTLAY_INDICATOR_NPV_AFTER_TAX, i), *outlay_single_indicator (b, OUTLAY_INDICATOR_NPV_AFTER_TAX, i), "NPV");
  assert_same (*outlay_single_imbalance (a), *outlay_single_imbalance (b), "the imbalance");
}

/* However many compute it, and whoever takes which block: the bits are those that one alone computes, also where they are not done with what they remember. */
static void
check_hands (const OutlayRequest *request, guint n_hands, gsize most_parts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (400);
  g_autoptr (TestNumbers) plan = test_numbers_sized (MOST_HANDS * LEAST_BLOCKS * OUTLAY_BLOCK);
  g_autoptr (OutlaySingle) alone = outlay_single_new_within (&plan->shape, request, 1, MOST_PARTS);
  g_autoptr (OutlaySingle) other = outlay_single_new_within (&plan->shape, request, n_hands, most_parts);

  g_assert_cmpuint (other->n_hands, ==, n_hands);
  TEST_TAXES (plan, LAND_TAX) = 4;
  for (guint n = 0; n < N_EDITS; n++)
    {
      const gboolean cells_only = n > 0 && edit (plan, rand);
      guint n_computed = cells_only ? outlay_single_run_cells (alone, plan->numbers) : outlay_single_run (alone, plan->numbers);

      g_assert_cmpuint (cells_only ? outlay_single_run_cells (other, plan->numbers) : outlay_single_run (other, plan->numbers), >=, n_computed);
      assert_same_case (alone, other);
    }
}

static void
test_hands (void)
{
  const OutlayRequest request = {
    .plan_series = OUTLAY_SERIES_BIT (TAX) | OUTLAY_SERIES_BIT (REVENUE), .initiative_series = OUTLAY_SERIES_BIT (TAX),
    .phase_series = OUTLAY_SERIES_BIT (TAX) | OUTLAY_SERIES_BIT (INVESTMENT),
    .cell_series = OUTLAY_SERIES_BIT (REVENUE), .plan_indicators = OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX) | OUTLAY_INDICATOR_BIT (ROE),
    .initiative_indicators = OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX),
  };

  check_hands (&request, MOST_HANDS, MOST_PARTS);
  /* Where the parts of phases are too many to be kept. */
  check_hands (&request, MOST_HANDS, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/single/same-bits", test_same_bits);
  g_test_add_func ("/engine/single/edits", test_edits);
  g_test_add_func ("/engine/single/request", test_request);
  g_test_add_func ("/engine/single/computes-what-changed", test_computes_what_changed);
  g_test_add_func ("/engine/single/hands", test_hands);
  return g_test_run ();
}
