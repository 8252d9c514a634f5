/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the engine is, on one core. */

#include <locale.h>

#include "engine/kernel.h"
#include "support/numbers.h"

#define ROUNDS 7

/* All cash flows, with them loans and taxes, three net present values and three rates of return of the plan. */
static const OutlayRequest full_case = {
  .plan_series = OUTLAY_SERIES_BIT (CASH_FLOW_BEFORE_TAX) | OUTLAY_SERIES_BIT (CASH_FLOW_AFTER_TAX)
                 | OUTLAY_SERIES_BIT (EQUITY_CASH_FLOW) | OUTLAY_SERIES_BIT (TAX),
  .plan_indicators = OUTLAY_INDICATOR_BIT (NPV_BEFORE_TAX) | OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX)
                     | OUTLAY_INDICATOR_BIT (NPV_EQUITY) | OUTLAY_IRR_BITS,
};

/* Microseconds of CPU time that one run takes: the least of several rounds, as others use the machine too. Every lane is a case of
 * its own, and every run changes some number of each, as a simulation does. */
static double
run_time (OutlayBatch *batch, guint runs)
{
  const OutlayShape *shape = outlay_batch_shape (batch);
  double *price = outlay_batch_number (batch, outlay_shape_product (shape, OUTLAY_PRODUCT_PRICE, 0));
  double *delay = outlay_batch_number (batch, outlay_shape_phase (shape, OUTLAY_PHASE_DELAY_MONTHS, 0));
  const double standard = price[0];
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const gint64 begin = g_get_monotonic_time ();

      for (guint run = 0; run < runs; run++)
        {
          for (guint lane = 0; lane < OUTLAY_LANES; lane++)
            {
              price[lane] = standard * (0.9 + 0.02 * lane + 0.001 * (run % 16));
              delay[lane] = (lane * 5 + run) % 9;
            }
          outlay_batch_run (batch);
        }
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / runs);
    }
  return best;
}

static void
bench_cases (const OutlayKernel *kernel)
{
  g_autoptr (TestNumbers) numbers = test_numbers_sized (3);
  g_autoptr (OutlayBatch) batch = outlay_batch_new_for_kernel (&numbers->shape, &full_case, kernel);
  double time;

  outlay_batch_fill (batch, numbers->numbers);
  time = run_time (batch, 2000);
  g_print ("full cases of the Jinchuang plan, %s: %.0f a second (a batch of %d in %.2f µs)\n", kernel->name,
           OUTLAY_LANES * 1e6 / time, OUTLAY_LANES, time);
}

static void
bench_projection (guint n_initiatives, guint runs)
{
  g_autoptr (TestNumbers) numbers = test_numbers_sized (n_initiatives);
  g_autoptr (OutlayBatch) batch = outlay_batch_new (&numbers->shape, &outlay_request_all);

  outlay_batch_fill (batch, numbers->numbers);
  g_print ("one projection of %u initiatives with every series and indicator: %.0f µs\n", n_initiatives, run_time (batch, runs));
}

static void
bench_many (guint n_initiatives, guint runs)
{
  g_autoptr (TestNumbers) numbers = test_numbers_sized (n_initiatives);
  g_autoptr (OutlayBatch) batch = outlay_batch_new (&numbers->shape, &full_case);

  outlay_batch_fill (batch, numbers->numbers);
  g_print ("full case of %u initiatives: %.0f µs\n", n_initiatives, run_time (batch, runs));
}

int
main (void)
{
  setlocale (LC_ALL, "");
  for (guint k = 0; outlay_kernels ()[k]; k++)
    bench_cases (outlay_kernels ()[k]);
  bench_projection (3, 200);
  bench_projection (1000, 1);
  bench_many (1000, 5);
  bench_many (10000, 1);
  return 0;
}
