/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is true of every plan, over many random ones. */

#include "engine/cashflow.h"
#include "engine/needs.h"
#include "support/numbers.h"

#include <math.h>

#define N_PLANS 300

typedef struct
{
  TestNumbers *numbers;
  OutlayBatch *batch;
  guint n_years;
  guint n_phases;
  guint n_initiatives;
} Plan;

typedef void (*CheckPlan) (const Plan *plan, guint32 seed);

static const guint64 ratios = OUTLAY_SERIES_BIT (ICR) | OUTLAY_SERIES_BIT (DSCR) | OUTLAY_SERIES_BIT (DEBT_RATIO);

static void
for_each_plan (gconstpointer data)
{
  const CheckPlan check = (CheckPlan) data;

  for (guint32 seed = 1000; seed < 1000 + N_PLANS; seed++)
    {
      g_autoptr (TestNumbers) numbers = test_numbers_random (seed);
      g_autoptr (OutlayBatch) batch = test_numbers_project (numbers);
      const Plan plan = { numbers, batch, numbers->shape.n_years, numbers->shape.n_phases, numbers->shape.n_initiatives };

      check (&plan, seed);
    }
}

static double
at (const Plan *plan, OutlaySeries series, int initiative, int phase, int year)
{
  return year < 0 ? 0 : test_value (plan->batch, series, (OutlayScope) { initiative, phase, -1 }, (guint) year);
}

#define AT(SYMBOL, year) at (plan, OUTLAY_SERIES_##SYMBOL, initiative, -1, year)
#define CELL_AT(SYMBOL, year) at (plan, OUTLAY_SERIES_##SYMBOL, initiative, phase, year)

/* The largest amount that passes through an initiative: what its rounding is measured by. */
static double
size_of (const Plan *plan, int initiative)
{
  double largest = 0;

  for (int t = 0; t < (int) plan->n_years; t++)
    {
      largest = fmax (largest, fmax (AT (ASSETS, t), AT (OPERATING_COST, t)));
      largest = fmax (largest, fmax (AT (OUTPUT_VALUE, t), AT (INVESTMENT, t)));
    }
  return largest;
}

static void
assert_equal (double a, double b, double size, const char *what, guint32 seed)
{
  if (!(fabs (a - b) <= 1e-12 * size))
    g_error ("plan %u: %s: %.17g and %.17g", seed, what, a, b);
}

static void
check_balance (const Plan *plan, guint32 seed)
{
  if (!(outlay_batch_imbalance (plan->batch)[0] <= 1e-9))
    g_error ("plan %u: the books are out of balance by %g", seed, outlay_batch_imbalance (plan->batch)[0]);
  for (int initiative = 0; initiative < (int) plan->n_initiatives; initiative++)
    for (int t = 0; t < (int) plan->n_years; t++)
      assert_equal (AT (ASSETS, t), AT (LIABILITIES, t) + AT (EQUITY, t), 1e3 * size_of (plan, initiative), "assets", seed);
}

static void
check_sums (const Plan *plan, guint32 seed)
{
  for (int s = 0; s < OUTLAY_SERIES_QUANTITY; s++)
    for (int t = 0; t < (int) plan->n_years; t++)
      {
        double sum = 0, size = 0;

        if (ratios >> s & 1)
          continue;
        for (int i = 0; i < (int) plan->n_initiatives; i++)
          {
            sum += at (plan, s, i, -1, t);
            size += fabs (at (plan, s, i, -1, t));
          }
        assert_equal (at (plan, s, -1, -1, t), sum, size, outlay_series_name (s), seed);
      }
}

/* By phase: cells make their phase and their initiative, and phases make the plan. */
static void
check_phases (const Plan *plan, guint32 seed)
{
  for (int s = 0; s < OUTLAY_N_SERIES; s++)
    for (int t = 0; t < (int) plan->n_years && outlay_levels_have_phases (outlay_series_levels (s)); t++)
      {
        double all = 0, size = 0;

        for (int i = 0; i < (int) plan->n_initiatives; i++)
          {
            double sum = 0;

            for (int p = 0; p < (int) plan->n_phases; p++)
              sum += at (plan, s, i, p, t);
            assert_equal (at (plan, s, i, -1, t), sum, fabs (sum), outlay_series_name (s), seed);
          }
        for (int p = 0; p < (int) plan->n_phases; p++)
          {
            double sum = 0;

            for (int i = 0; i < (int) plan->n_initiatives; i++)
              sum += at (plan, s, i, p, t);
            assert_equal (at (plan, s, -1, p, t), sum, fabs (sum), outlay_series_name (s), seed);
            all += sum;
            size += fabs (sum);
          }
        assert_equal (at (plan, s, -1, -1, t), all, size, outlay_series_name (s), seed);
      }
}

static void
check_loans (const Plan *plan, guint32 seed)
{
  for (int initiative = 0; initiative < (int) plan->n_initiatives; initiative++)
    for (int phase = 0; phase < (int) plan->n_phases; phase++)
      for (int t = 0; t < (int) plan->n_years; t++)
        {
          const double money = TEST_CELL (plan->numbers, initiative, phase), rate = TEST_FINANCE (plan->numbers, INTEREST_RATE);
          const double interest = rate * (CELL_AT (LOAN_BALANCE, t - 1) + CELL_AT (LOAN_DRAW, t) / 2);

          assert_equal (CELL_AT (LOAN_BALANCE, t),
                        CELL_AT (LOAN_BALANCE, t - 1) + CELL_AT (LOAN_DRAW, t) + CELL_AT (INTEREST_CAPITALISED, t)
                          - CELL_AT (LOAN_REPAYMENT, t),
                        10 * money, "loan balance", seed);
          assert_equal (CELL_AT (INTEREST_CAPITALISED, t) + CELL_AT (INTEREST, t), interest, 10 * money, "interest", seed);
          g_assert_cmpfloat (CELL_AT (LOAN_BALANCE, t), >=, -1e-9 * money);
          g_assert_cmpfloat (CELL_AT (LOAN_REPAYMENT, t), >=, -1e-9 * money);
        }
}

static void
check_roll_forwards (const Plan *plan, guint32 seed)
{
  const int last = (int) plan->n_years - 1;

  for (int initiative = 0; initiative < (int) plan->n_initiatives; initiative++)
    {
      const double size = 100 * size_of (plan, initiative);
      const double own = 1 - TEST_INITIATIVE (plan->numbers, INVESTMENT_VAT_SHARE, initiative);

      for (int t = 0; t <= last; t++)
        {
          /* What is recovered in the last year is not in the books. */
          const double recovered = t == last ? AT (WORKING_CAPITAL, t) + AT (NET_ASSETS, t) - AT (LOAN_BALANCE, t) : 0;

          assert_equal (AT (VAT_CREDIT, t),
                        AT (VAT_CREDIT, t - 1) + AT (VAT_IN, t) - AT (VAT_OUT, t) + AT (VAT_PAYABLE, t) - AT (VAT_REFUND, t),
                        size, "VAT credit", seed);
          assert_equal (AT (CASH, t),
                        AT (CASH, t - 1) + AT (EQUITY_CASH_FLOW, t) - recovered + AT (EQUITY_INJECTED, t) - AT (DIVIDENDS, t),
                        size, "cash", seed);
          assert_equal (AT (NET_ASSETS, t),
                        AT (NET_ASSETS, t - 1) + own * AT (INVESTMENT, t) + AT (INTEREST_CAPITALISED, t) - AT (DEPRECIATION, t),
                        size, "net assets", seed);
          assert_equal (AT (EQUITY, t), AT (EQUITY, t - 1) + AT (EQUITY_INJECTED, t) + AT (NET_PROFIT, t) - AT (DIVIDENDS, t),
                        size, "equity", seed);
        }
    }
}

static void
check_bounds (const Plan *plan, guint32 seed)
{
  static const OutlaySeries never_negative[] = {
    OUTLAY_SERIES_REVENUE, OUTLAY_SERIES_OPERATING_COST, OUTLAY_SERIES_DEPRECIATION, OUTLAY_SERIES_VAT_CREDIT,
    OUTLAY_SERIES_VAT_PAYABLE, OUTLAY_SERIES_INCOME_TAX, OUTLAY_SERIES_ADJUSTED_INCOME_TAX, OUTLAY_SERIES_LOSS_USED,
    OUTLAY_SERIES_EQUITY_INJECTED, OUTLAY_SERIES_DIVIDENDS, OUTLAY_SERIES_CASH, OUTLAY_SERIES_JOBS,
  };

  for (int initiative = 0; initiative < (int) plan->n_initiatives; initiative++)
    for (int t = 0; t < (int) plan->n_years; t++)
      {
        for (gsize n = 0; n < G_N_ELEMENTS (never_negative); n++)
          if (!(at (plan, never_negative[n], initiative, -1, t) >= 0))
            g_error ("plan %u: %s is negative", seed, outlay_series_name (never_negative[n]));
        /* Cash is either put in or left over. */
        g_assert_true (AT (EQUITY_INJECTED, t) == 0 || AT (CASH, t) == 0);
        assert_equal (AT (TAX, t),
                      AT (VAT_PAYABLE, t) + AT (SURCHARGES, t) + AT (STAMP_TAX, t) + AT (PROPERTY_TAX, t) + AT (LAND_TAX, t)
                        + AT (INCOME_TAX, t),
                      AT (TAX, t), "tax", seed);
      }
}

/* The value of a cash flow at its own rate is nothing. */
static void
check_rates (const Plan *plan, guint32 seed)
{
  for (int irr = 0; irr < 3; irr++)
    {
      guint n_roots;
      const double *roots = outlay_batch_irr_roots (plan->batch, OUTLAY_INDICATOR_IRR_BEFORE_TAX + irr, -1, 0, &n_roots);
      double flows[100], sizes[100];

      for (int t = 0; t < (int) plan->n_years; t++)
        {
          flows[t] = at (plan, OUTLAY_SERIES_CASH_FLOW_BEFORE_TAX + irr, -1, -1, t);
          sizes[t] = fabs (flows[t]);
        }
      for (guint n = 0; n < n_roots; n++)
        if (!(fabs (outlay_npv (flows, plan->n_years, roots[n], 1)) <= 1e-8 * outlay_npv (sizes, plan->n_years, roots[n], 1)))
          g_error ("plan %u: the value at %g is not 0", seed, roots[n]);
    }
}

/* Projects the plan after a change, and compares each series of each scope with a multiple of what it was: the same bits. */
static void
assert_multiples (const Plan *plan, const TestNumbers *changed, guint64 series, double factor, guint32 seed)
{
  g_autoptr (OutlayBatch) after = test_numbers_project (changed);

  for (int s = 0; s < OUTLAY_SERIES_QUANTITY; s++)
    for (int i = -1; i < (int) plan->n_initiatives && series >> s & 1; i++)
      for (int t = 0; t < (int) plan->n_years; t++)
        {
          const double was = at (plan, s, i, -1, t), is = test_value (after, s, (OutlayScope) { i, -1, -1 }, (guint) t);

          if (is != factor * was && !(isnan (is) && isnan (was)))
            g_error ("plan %u: %s is %.17g, should be %.17g", seed, outlay_series_name (s), is, factor * was);
        }
}

static void
check_no_debt (const Plan *plan, guint32 seed)
{
  g_autoptr (TestNumbers) none = test_numbers_copy (plan->numbers), dear = NULL;
  Plan without = *plan;

  TEST_FINANCE (none, DEBT_SHARE) = 0;
  dear = test_numbers_copy (none);
  TEST_FINANCE (dear, INTEREST_RATE) = 0.31;
  TEST_FINANCE (dear, REPAYMENT) = OUTLAY_REPAYMENT_EQUAL_INSTALMENT;
  without.batch = test_numbers_project (none);
  assert_multiples (&without, dear, G_MAXUINT64, 1, seed);
  outlay_batch_free (without.batch);
}

static void
check_double_prices (const Plan *plan, guint32 seed)
{
  g_autoptr (TestNumbers) changed = test_numbers_copy (plan->numbers);

  for (guint j = 0; j < changed->shape.n_products; j++)
    TEST_PRODUCT (changed, PRICE, j) *= 2;
  assert_multiples (plan, changed, OUTLAY_SERIES_BIT (REVENUE) | OUTLAY_SERIES_BIT (OUTPUT_VALUE) | OUTLAY_SERIES_BIT (VAT_OUT),
                    2, seed);
  assert_multiples (plan, changed, OUTLAY_SERIES_BIT (MATERIALS) | OUTLAY_SERIES_BIT (OWN_USE) | OUTLAY_SERIES_BIT (WAGES), 1, seed);
}

/* A currency of which there is twice as much for everything changes no rate and doubles every amount, to the bit. */
static void
check_currency (const Plan *plan, guint32 seed)
{
  const guint64 not_money = ratios | OUTLAY_SERIES_BIT (JOBS) | OUTLAY_SERIES_BIT (CO2_AVOIDED);
  g_autoptr (TestNumbers) changed = test_numbers_copy (plan->numbers);

  TEST_TAXES (changed, LAND_TAX) *= 2;
  for (guint i = 0; i < plan->n_initiatives; i++)
    {
      TEST_INITIATIVE (changed, DESIGN_INVESTMENT, i) *= 2;
      TEST_INITIATIVE (changed, WAGE, i) *= 2;
      TEST_INITIATIVE (changed, SUBSIDY, i) *= 2;
      for (guint p = 0; p < plan->n_phases; p++)
        TEST_CELL (changed, i, p) *= 2;
    }
  for (guint j = 0; j < changed->shape.n_products; j++)
    {
      TEST_PRODUCT (changed, PRICE, j) *= 2;
      TEST_PRODUCT (changed, OWN_USE_VALUE, j) *= 2;
      TEST_PRODUCT (changed, MATERIAL_COST, j) *= 2;
      TEST_PRODUCT (changed, ENERGY_COST, j) *= 2;
    }
  assert_multiples (plan, changed, ~not_money, 2, seed);
  assert_multiples (plan, changed, not_money, 1, seed);
}

/* The same works five years later in a projection that begins five years later are the same works. */
static void
check_calendar (const Plan *plan, guint32 seed)
{
  g_autoptr (TestNumbers) changed = test_numbers_copy (plan->numbers);

  TEST_PLAN (changed, FIRST_YEAR) += 5;
  for (guint p = 0; p < plan->n_phases; p++)
    TEST_PHASE (changed, START, p) += 60;
  assert_multiples (plan, changed, G_MAXUINT64, 1, seed);
}

/* Whatever a file may hold is computed to an end, and either the books balance or the engine says that they cannot be reckoned. */
static void
test_extremes (void)
{
  guint n_balanced = 0;

  for (guint32 seed = 0; seed < 3 * N_PLANS; seed++)
    {
      g_autoptr (TestNumbers) numbers = test_numbers_extreme (seed);
      g_autoptr (OutlayBatch) batch = test_numbers_project (numbers);
      const double gap = outlay_batch_imbalance (batch)[0];

      if (!isnan (gap) && !(gap <= 1e-9))
        g_error ("plan %u: the books are out of balance by %g", seed, gap);
      n_balanced += !isnan (gap);
    }
  g_assert_cmpuint (n_balanced, >, 0);
}

static void
add (const char *path, CheckPlan check)
{
  g_test_add_data_func (path, (gconstpointer) check, for_each_plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/engine/properties/balance", check_balance);
  add ("/engine/properties/sums", check_sums);
  add ("/engine/properties/phases", check_phases);
  add ("/engine/properties/loans", check_loans);
  add ("/engine/properties/roll-forwards", check_roll_forwards);
  add ("/engine/properties/bounds", check_bounds);
  add ("/engine/properties/rates", check_rates);
  add ("/engine/properties/no-debt", check_no_debt);
  add ("/engine/properties/double-prices", check_double_prices);
  add ("/engine/properties/currency", check_currency);
  add ("/engine/properties/calendar", check_calendar);
  g_test_add_func ("/engine/properties/extremes", test_extremes);
  return g_test_run ();
}
