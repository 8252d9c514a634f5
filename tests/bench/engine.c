/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast the engine is, on one core. */

#include <locale.h>
#include <time.h>

#include "engine/kernel.h"
#include "engine/single.h"
#include "plan/model.h"
#include "store/reader.h"
#include "support/numbers.h"

#define ROUNDS 25

/* All cash flows, with them loans and taxes, three net present values and three rates of return of the plan. */
static const OutlayRequest full_case = {
  .plan_series = OUTLAY_SERIES_BIT (CASH_FLOW_BEFORE_TAX) | OUTLAY_SERIES_BIT (CASH_FLOW_AFTER_TAX)
                 | OUTLAY_SERIES_BIT (EQUITY_CASH_FLOW) | OUTLAY_SERIES_BIT (TAX),
  .plan_indicators = OUTLAY_INDICATOR_BIT (NPV_BEFORE_TAX) | OUTLAY_INDICATOR_BIT (NPV_AFTER_TAX)
                     | OUTLAY_INDICATOR_BIT (NPV_EQUITY) | OUTLAY_IRR_BITS,
};

static double
cpu_microseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e6 * (double) now.tv_sec + 1e-3 * (double) now.tv_nsec;
}

/* Microseconds of one core that a run takes: the least of several rounds, as others use the machine too. Every lane is a case of
 * its own, and every run changes some number of each, as a simulation does. */
static double
run_time (OutlayBatch *batch, guint n_lanes, guint runs)
{
  const OutlayShape *shape = outlay_batch_shape (batch);
  double *price = outlay_batch_number (batch, outlay_shape_product (shape, OUTLAY_PRODUCT_PRICE, 0));
  double *delay = outlay_batch_number (batch, outlay_shape_phase (shape, OUTLAY_PHASE_DELAY_MONTHS, 0));
  const double standard = price[0];
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const double begin = cpu_microseconds ();

      for (guint run = 0; run < runs; run++)
        {
          for (guint lane = 0; lane < OUTLAY_LANES; lane++)
            {
              price[lane] = standard * (0.9 + 0.02 * lane + 0.001 * (run % 16));
              delay[lane] = (lane * 5 + run) % 9;
            }
          outlay_batch_run_first (batch, n_lanes);
        }
      best = MIN (best, (cpu_microseconds () - begin) / runs);
    }
  return best;
}

static void
bench_cases (OutlayModel *plan, const OutlayKernel *kernel)
{
  g_autoptr (OutlayBatch) batch = outlay_batch_new_for_kernel (outlay_model_shape (plan), &full_case, kernel);
  double time;

  outlay_batch_fill (batch, outlay_model_numbers (plan));
  time = run_time (batch, OUTLAY_LANES, 500);
  g_print ("full cases of the Jinchuang plan with %s code: %.0f a second on one core (a batch of %d in %.2f µs)\n", kernel->name,
           OUTLAY_LANES * 1e6 / time, OUTLAY_LANES, time);
}

static void
bench_projection (const char *what, const OutlayShape *shape, const double *numbers, const OutlayRequest *request, guint runs)
{
  g_autoptr (OutlayBatch) batch = outlay_batch_new (shape, request);

  outlay_batch_fill (batch, numbers);
  g_print ("one projection of %s: %.0f µs\n", what, run_time (batch, 1, runs));
}

/* What a hand changes: one cell, of which all feel their share of the land-use tax; or one where the total is kept. */
static void
bench_single (TestNumbers *plan, const OutlayRequest *request, gboolean keep_total)
{
  g_autoptr (OutlaySingle) single = outlay_single_new (&plan->shape, request);
  double best = G_MAXDOUBLE;

  outlay_single_run (single, plan->numbers);
  for (guint round = 0; round < ROUNDS; round++)
    {
      const double change = round % 2 == 0 ? 1e6 : -1e6, begin = cpu_microseconds ();

      TEST_CELL (plan, 0, 0) += change;
      TEST_CELL (plan, 0, 1) -= keep_total ? change : 0;
      outlay_single_run_cells (single, plan->numbers);
      best = MIN (best, cpu_microseconds () - begin);
    }
  g_print ("a moved cell of %u initiatives, a full case%s: %.0f µs\n", plan->shape.n_initiatives, keep_total ? ", the total kept" : "", best);
}

static OutlayModel *
jinchuang (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return outlay_model_new (plan, NULL);
}

int
main (void)
{
  g_autoptr (OutlayModel) plan = NULL;
  g_autoptr (TestNumbers) thousand = test_numbers_sized (1000), ten_thousand = test_numbers_sized (10000);

  setlocale (LC_ALL, "");
  plan = jinchuang ();
  for (guint k = 0; outlay_kernels ()[k]; k++)
    bench_cases (plan, outlay_kernels ()[k]);
  bench_projection ("the Jinchuang plan, every series and indicator", outlay_model_shape (plan), outlay_model_numbers (plan),
                    &outlay_request_all, 200);
  bench_projection ("1,000 initiatives, every series and indicator", &thousand->shape, thousand->numbers, &outlay_request_all, 1);
  bench_projection ("1,000 initiatives, a full case", &thousand->shape, thousand->numbers, &full_case, 5);
  bench_projection ("10,000 initiatives, a full case", &ten_thousand->shape, ten_thousand->numbers, &full_case, 1);
  bench_single (ten_thousand, &full_case, FALSE);
  bench_single (ten_thousand, &full_case, TRUE);
  return 0;
}
