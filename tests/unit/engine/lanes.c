/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/kernel.h"
#include "support/numbers.h"

#include <string.h>

#define N_PLANS 60

/* Whether two results have the same bits. NaNs are equal: their sign tells how they were made, which nobody sees. */
static void
assert_same (double a, double b, const char *what)
{
  if (memcmp (&a, &b, sizeof a) != 0 && !(a != a && b != b))
    g_error ("%s is %.17g in one lane and %.17g in another", what, a, b);
}

static void
assert_same_table (const OutlayTable *a, guint lane_a, const OutlayTable *b, guint lane_b, gsize n_scopes, const char *what)
{
  gsize n = n_scopes * (gsize) __builtin_popcountll (a->members) * a->n_rows;

  g_assert_cmpuint (a->members, ==, b->members);
  for (gsize row = 0; row < n; row++)
    assert_same (a->values[row * OUTLAY_LANES + lane_a], b->values[row * OUTLAY_LANES + lane_b], what);
}

static void
assert_same_roots (const OutlayBatch *a, guint lane_a, const OutlayBatch *b, guint lane_b, int initiative)
{
  for (OutlayIndicator irr = OUTLAY_INDICATOR_IRR_BEFORE_TAX; irr <= OUTLAY_INDICATOR_IRR_EQUITY; irr++)
    {
      guint n_a, n_b;
      const double *roots_a = outlay_batch_irr_roots (a, irr, initiative, lane_a, &n_a);
      const double *roots_b = outlay_batch_irr_roots (b, irr, initiative, lane_b, &n_b);

      g_assert_cmpuint (n_a, ==, n_b);
      for (guint n = 0; n < n_a; n++)
        assert_same (roots_a[n], roots_b[n], outlay_indicator_name (irr));
    }
}

/* Every result of a lane of one batch against a lane of another. */
static void
assert_same_case (const OutlayBatch *a, guint lane_a, const OutlayBatch *b, guint lane_b)
{
  const OutlayShape *shape = &a->shape;

  assert_same_table (&a->plan, lane_a, &b->plan, lane_b, 1, "a series of the plan");
  assert_same_table (&a->initiatives, lane_a, &b->initiatives, lane_b, shape->n_initiatives, "a series of an initiative");
  assert_same_table (&a->phases, lane_a, &b->phases, lane_b, shape->n_phases, "a series of a phase");
  assert_same_table (&a->cells, lane_a, &b->cells, lane_b, (gsize) shape->n_initiatives * shape->n_phases, "a series of a cell");
  assert_same_table (&a->products, lane_a, &b->products, lane_b, shape->n_products, "a series of a product");
  assert_same_table (&a->plan_indicators, lane_a, &b->plan_indicators, lane_b, 1, "an indicator of the plan");
  assert_same_table (&a->initiative_indicators, lane_a, &b->initiative_indicators, lane_b, shape->n_initiatives,
                     "an indicator of an initiative");
  assert_same (a->imbalance[lane_a], b->imbalance[lane_b], "the imbalance");
  for (int i = -1; i < (int) shape->n_initiatives; i++)
    assert_same_roots (a, lane_a, b, lane_b, i);
}

static OutlayBatch *
run_cases (const OutlayKernel *kernel, TestNumbers *const cases[OUTLAY_LANES], guint shift)
{
  OutlayBatch *batch = outlay_batch_new_for_kernel (&cases[0]->shape, &outlay_request_all, kernel);

  for (guint lane = 0; lane < OUTLAY_LANES; lane++)
    outlay_batch_set_case (batch, lane, cases[(lane + shift) % OUTLAY_LANES]->numbers);
  outlay_batch_run (batch);
  return batch;
}

/* A case alone in its batch, in another lane among others, and by every kernel: always the same bits. Takes the first case. */
static void
check_plan (TestNumbers *first, guint32 seed)
{
  TestNumbers *cases[OUTLAY_LANES] = { first };
  g_autoptr (OutlayBatch) together = NULL;

  for (guint lane = 1; lane < OUTLAY_LANES; lane++)
    cases[lane] = test_numbers_vary (cases[0], seed * OUTLAY_LANES + lane);
  together = run_cases (outlay_kernels ()[0], cases, 0);

  for (guint lane = 0; lane < OUTLAY_LANES; lane++)
    {
      g_autoptr (OutlayBatch) alone = test_numbers_project (cases[lane]);

      assert_same_case (together, lane, alone, 5);
    }
  for (guint k = 0; outlay_kernels ()[k]; k++)
    {
      g_autoptr (OutlayBatch) turned = run_cases (outlay_kernels ()[k], cases, 3);

      for (guint lane = 0; lane < OUTLAY_LANES; lane++)
        assert_same_case (turned, lane, together, (lane + 3) % OUTLAY_LANES);
    }
  for (guint lane = 0; lane < OUTLAY_LANES; lane++)
    test_numbers_free (cases[lane]);
}

static void
test_same_bits (void)
{
  for (guint32 seed = 0; seed < N_PLANS; seed++)
    check_plan (test_numbers_random (seed), seed);
}

/* Even where some lanes leave the numbers that can be reckoned with. */
static void
test_same_bits_at_extremes (void)
{
  for (guint32 seed = 0; seed < N_PLANS; seed++)
    check_plan (test_numbers_extreme (seed), seed);
}

/* A batch that ran before gives what a new one gives. */
static void
test_run_again (void)
{
  g_autoptr (TestNumbers) first = test_numbers_random (7), second = test_numbers_vary (first, 8);
  g_autoptr (OutlayBatch) used = test_numbers_project (first), fresh = test_numbers_project (second);

  outlay_batch_fill (used, second->numbers);
  outlay_batch_run (used);
  assert_same_case (used, 0, fresh, 0);
}

/* A few lanes alone are what they are among all. */
static void
test_first_lanes (void)
{
  for (guint n_lanes = 1; n_lanes <= OUTLAY_LANES; n_lanes++)
    {
      g_autoptr (TestNumbers) numbers = test_numbers_random (n_lanes);
      g_autoptr (OutlayBatch) all = test_numbers_project (numbers);
      g_autoptr (OutlayBatch) few = outlay_batch_new (&numbers->shape, &outlay_request_all);

      outlay_batch_fill (few, numbers->numbers);
      outlay_batch_run_first (few, n_lanes);
      for (guint lane = 0; lane < n_lanes; lane++)
        assert_same_case (few, lane, all, lane);
    }
}

/* What is left out of a request does not change the rest. */
static void
test_request (void)
{
  const OutlayRequest requests[] = {
    { .plan_series = OUTLAY_SERIES_BIT (CASH_FLOW_AFTER_TAX) | OUTLAY_SERIES_BIT (REVENUE) },
    { .plan_indicators = OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX) | OUTLAY_INDICATOR_BIT (IRR_EQUITY) },
    { .plan_indicators = G_MAXUINT64 },
    { .initiative_indicators = OUTLAY_INDICATOR_BIT (ROE) | OUTLAY_INDICATOR_BIT (DEBT_RATIO_MAX) },
    { .initiative_series = OUTLAY_SERIES_BIT (DSCR), .plan_series = OUTLAY_SERIES_BIT (DEBT_RATIO) },
    { .cell_series = OUTLAY_SERIES_BIT (TAX) },
    { .phase_series = OUTLAY_SERIES_BIT (LOAN_BALANCE), .product_series = OUTLAY_SERIES_BIT (QUANTITY_SOLD) },
  };

  for (guint32 seed = 0; seed < N_PLANS; seed++)
    {
      g_autoptr (TestNumbers) numbers = test_numbers_random (seed);
      g_autoptr (OutlayBatch) all = test_numbers_project (numbers);

      for (gsize r = 0; r < G_N_ELEMENTS (requests); r++)
        {
          g_autoptr (OutlayBatch) some = outlay_batch_new (&numbers->shape, &requests[r]);

          outlay_batch_fill (some, numbers->numbers);
          outlay_batch_run (some);
          for (int s = 0; s < OUTLAY_N_SERIES; s++)
            for (guint t = 0; t < numbers->shape.n_years; t++)
              for (int i = -1; i < (int) numbers->shape.n_initiatives; i++)
                for (int p = -1; p < (int) numbers->shape.n_phases; p++)
                  {
                    const OutlayScope scope = { i, p, i >= 0 && p < 0 && s >= OUTLAY_SERIES_QUANTITY ? 0 : -1 };

                    if (outlay_batch_series (some, s, scope))
                      assert_same (test_value (some, s, scope, t), test_value (all, s, scope, t), outlay_series_name (s));
                  }
          for (int n = 0; n < OUTLAY_N_INDICATORS; n++)
            for (int i = -1; i < (int) numbers->shape.n_initiatives; i++)
              if (outlay_batch_indicator (some, n, i))
                assert_same (test_indicator (some, n, i), test_indicator (all, n, i), outlay_indicator_name (n));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/lanes/same-bits", test_same_bits);
  g_test_add_func ("/engine/lanes/same-bits-at-extremes", test_same_bits_at_extremes);
  g_test_add_func ("/engine/lanes/run-again", test_run_again);
  g_test_add_func ("/engine/lanes/first-lanes", test_first_lanes);
  g_test_add_func ("/engine/lanes/request", test_request);
  return g_test_run ();
}
