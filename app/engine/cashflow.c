/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/cashflow.h"

#include "engine/kernel.h"

#include <math.h>

/* The factor that brings the first flow to today. */
static double
first_factor (double growth, double offset)
{
  if (offset == 0)
    return 1;
  if (offset == 0.5)
    return 1 / sqrt (growth);
  return offset == 1 ? 1 / growth : pow (growth, -offset);
}

static gboolean
is_noise (double flow, double noise)
{
  return fabs (flow) < noise;
}

/* How often the sign of the flows changes; noise counts as 0. */
static guint
sign_changes (const double *flows, guint n)
{
  guint changes = 0;
  double last = 0;

  for (guint t = 0; t < n; t++)
    if (flows[t] != 0)
      {
        changes += (last < 0 && flows[t] > 0) || (last > 0 && flows[t] < 0);
        last = flows[t];
      }
  return changes;
}

/* The one root, by the lane code, so that it has the bits that a batch gives; NaN where that did not find it. */
static double
one_root (const double *flows, guint n)
{
  gsize row = OUTLAY_LANES * sizeof (double);
  double *copies = g_aligned_alloc (4 * (gsize) n + 1, row, row);
  double *roots = copies + 4 * (gsize) n * OUTLAY_LANES;
  double root;

  for (guint t = 0; t < n; t++)
    for (int lane = 0; lane < OUTLAY_LANES; lane++)
      copies[(gsize) t * OUTLAY_LANES + lane] = flows[t];
  outlay_kernels ()[0]->irr (copies, n, copies + (gsize) n * OUTLAY_LANES, roots);
  root = roots[0];
  g_aligned_free (copies);
  return root;
}

/**
 * outlay_npv:
 * @flows: (array length=n): yearly flows
 * @n: number of flows
 * @rate: discount rate, above −1
 * @offset: exponent of the first flow: 1 for the end of the year, ½ for its middle, 0 for flows that begin today
 *
 * Returns: Σ flows[t] · (1 + rate)^−(t + offset)
 */
double
outlay_npv (const double *flows, guint n, double rate, double offset)
{
  const double factor = 1 / (1 + rate);
  double discount = first_factor (1 + rate, offset), sum = 0;

  for (guint t = 0; t < n; t++)
    {
      sum += flows[t] * discount;
      discount *= factor;
    }
  return sum;
}

/**
 * outlay_irr:
 * @flows: (array length=n): yearly flows
 * @n: number of flows
 * @noise: magnitude below which a flow counts as 0
 * @roots: (out caller-allocates) (array length=n): the rates, ascending
 *
 * Every internal rate of return: each r > −1 at which the net present value of the flows is 0, once. A rate at which it touches 0
 * without changing sign may be left out.
 *
 * Returns: the number of rates; 0 where there is none or a flow is not finite
 */
guint
outlay_irr (const double *flows, guint n, double noise, double *roots)
{
  g_autofree double *clean = g_new (double, (gsize) n + outlay_irr_scratch (n));
  guint changes;

  for (guint t = 0; t < n; t++)
    clean[t] = is_noise (flows[t], noise) ? 0 : flows[t];
  changes = sign_changes (clean, n);
  if (changes == 0)
    return 0;
  if (changes == 1)
    {
      roots[0] = one_root (clean, n);
      if (!isnan (roots[0]))
        return 1;
    }
  return outlay_irr_isolate (clean, n, clean + n, roots);
}

/**
 * outlay_mirr:
 * @flows: (array length=n): yearly flows
 * @n: number of flows
 * @finance_rate: rate at which outflows are brought to the first year
 * @reinvest_rate: rate at which inflows are brought to the last year
 * @noise: magnitude below which a flow counts as 0
 *
 * Returns: the modified internal rate of return; NaN where nothing flows in, nothing flows out, or @n is 1
 */
double
outlay_mirr (const double *flows, guint n, double finance_rate, double reinvest_rate, double noise)
{
  const double reinvest = 1 + reinvest_rate, finance = 1 / (1 + finance_rate);
  double earned = 0, paid = 0;

  for (guint t = 0; t < n; t++)
    {
      const double in = is_noise (flows[t], noise) ? 0 : flows[t];
      const double out = is_noise (flows[n - 1 - t], noise) ? 0 : -flows[n - 1 - t];

      earned = earned * reinvest + MAX (in, 0);
      paid = paid * finance + MAX (out, 0);
    }
  return n > 1 && earned > 0 && paid > 0 ? pow (earned / paid, 1.0 / (n - 1)) - 1 : NAN;
}

/**
 * outlay_payback:
 * @flows: (array length=n): yearly flows
 * @n: number of flows
 * @rate: discount rate, above −1, or NaN for flows that are not discounted
 * @offset: as for outlay_npv()
 * @noise: magnitude below which a flow counts as 0
 *
 * When the cumulative flow turns positive for good. A flow is taken to come in evenly over the year that it is discounted to the middle or the end of; of flows
 * that begin today (@offset 0), over the year that ends with it.
 *
 * Returns: years from today; NaN where the cumulative flow is never negative or still is at the end
 */
double
outlay_payback (const double *flows, guint n, double rate, double offset, double noise)
{
  const double factor = isnan (rate) ? 1 : 1 / (1 + rate);
  double discount = isnan (rate) ? 1 : first_factor (1 + rate, offset), sum = 0, largest = 0, moment = NAN;
  gboolean negative = FALSE;

  for (guint t = 0; t < n; t++)
    {
      const double flow = is_noise (flows[t], noise) ? 0 : flows[t] * discount, before = sum;
      const gboolean was_negative = negative;

      sum += flow;
      largest = MAX (largest, fabs (flow));
      negative = sum < -1e-9 * largest;
      if (was_negative && !negative)
        moment = t - before / flow;
      discount *= factor;
    }
  return negative ? NAN : moment + ceil (offset) - 1;
}
