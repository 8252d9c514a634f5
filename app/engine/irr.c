/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * docs/model.md §10 Indicators: the internal rate of return, in lanes. Included by kernel.c.
 *
 * Flows whose sign changes once have exactly one rate (Descartes' rule of signs), and it is well conditioned: with x = 1 / (1 + r),
 * NPV = H (x) − L (x), where every power in H is higher than every power in L, so ln (H / L) rises with ln x by at least 1. All
 * other flows are left to outlay_irr_isolate().
 */

#include "engine/workspace.h"

/* Flows turned so that the root lies in (0, 1]: z is x where r ≥ 0, 1 / x where r < 0. */
typedef struct
{
  guint n;
  guint n_low; /* coefficients until low is 0 in every lane */
  Lanes *low;
  Lanes *high;
  Mask forward; /* z is x */
} OneRoot;

/* How often the sign changes. *first: 1 or −1, the sign of the first flow; 0 without one. */
static Lanes
sign_changes (const Lanes *flows, guint n, Lanes *first)
{
  const Lanes none = lanes_all (0);
  Lanes changes = none, last = none;

  *first = none;
  for (guint t = 0; t < n; t++)
    {
      const Lanes up = lanes_where (lanes_less (none, flows[t]), lanes_all (1));
      const Lanes sign = lanes_select (lanes_less (flows[t], none), lanes_all (-1), up);

      *first = lanes_select (lanes_equal (*first, none), sign, *first);
      changes += lanes_where (lanes_less (sign * last, none), lanes_all (1));
      last = lanes_select (lanes_equal (sign, none), last, sign);
    }
  return changes;
}

/* Lays out n coefficients: those of z^k that fall with the first flows are the low ones. */
static void
one_root (OneRoot *root, const Lanes *flows, guint n, Lanes first, Lanes *scratch)
{
  Lanes sum = lanes_all (0);

  root->n = n;
  root->n_low = 0;
  root->low = scratch;
  root->high = scratch + n;
  for (guint t = 0; t < n; t++)
    sum -= first * flows[t];
  root->forward = lanes_at_most (lanes_all (0), sum);
  for (guint t = 0; t < n; t++)
    {
      const Lanes coefficient = -first * lanes_select (root->forward, flows[t], -flows[n - 1 - t]);

      root->high[t] = lanes_positive (coefficient);
      root->low[t] = lanes_positive (-coefficient);
      if (mask_any (lanes_less (lanes_all (0), root->low[t])))
        root->n_low = t + 1;
    }
}

/* One Newton step for ln (H / L) = 0 over ln z, logarithm and exponential by their Padé approximants, which agree with them at the
 * root and have their sign elsewhere. Returns the step in ln z. */
static Lanes
newton_step (const OneRoot *root, Lanes z, Lanes *difference, Lanes *slope)
{
  Lanes high = lanes_all (0), low = high, high_slope = high, low_slope = high;

  for (guint k = root->n; k-- > 0;)
    {
      high_slope = high_slope * z + high;
      high = high * z + root->high[k];
    }
  for (guint k = root->n_low; k-- > 0;)
    {
      low_slope = low_slope * z + low;
      low = low * z + root->low[k];
    }
  *difference = high - low;
  *slope = high_slope - low_slope;
  return 2.0 * *difference * high * low / ((high + low) * z * (high_slope * low - low_slope * high));
}

/* What rounding took from the sum a + b, and from the product a · b. Dekker's splitting gives the same bits with and without fused
 * multiplication. */
static inline Lanes
rest_of_sum (Lanes a, Lanes b, Lanes sum)
{
  const Lanes part = sum - a;

  return (a - (sum - part)) + (b - part);
}

static inline Lanes
rest_of_product (Lanes a, Lanes b, Lanes product)
{
  const double split = 134217729; /* 2^27 + 1 */
  const Lanes a_high = split * a - (split * a - a), a_low = a - a_high;
  const Lanes b_high = split * b - (split * b - b), b_low = b - b_high;

  return ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
}

/* H (z) − L (z) as if computed in twice the precision: compensated Horner (Graillat, Langlois, Louvet 2009). */
static Lanes
precise_difference (const OneRoot *root, Lanes z)
{
  Lanes sum = lanes_all (0), error = sum;

  for (guint k = root->n; k-- > 0;)
    {
      const Lanes product = sum * z, addend = root->high[k] - root->low[k];
      const Lanes rest = rest_of_product (sum, z, product);

      sum = product + addend;
      error = error * z + (rest + rest_of_sum (product, addend, sum));
    }
  return sum + error;
}

/* The rate of the root z + change, rounded once: 1 / (z + change) − 1, or z + change − 1. */
static Lanes
rate_of_root (Mask forward, Lanes z, Lanes change)
{
  const Lanes one = lanes_all (1), past = one - z, rest = rest_of_sum (one, -z, past);
  const Lanes above = past - change, below = z + change;
  const Lanes above_rest = rest_of_sum (past, -change, above) + rest, below_rest = rest_of_sum (z, change, below);
  const Lanes quotient = above / below, product = quotient * below;
  const Lanes left = (above - product) - rest_of_product (quotient, below, product) + above_rest - quotient * below_rest;

  return lanes_select (forward, quotient + left / below, -(past + (rest - change)));
}

/* The root of the lanes in wanted, as a rate; NaN where it was not found. */
static Lanes
solve_one_root (const OneRoot *root, Mask wanted)
{
  const Lanes none = lanes_all (0), one = lanes_all (1);
  Lanes z = lanes_all (0.9), low = none, high = lanes_all (2), difference, slope = one, final_slope = one, change;
  Mask searching = wanted;

  for (int step = 0; step < 100 && mask_any (searching); step++)
    {
      const Lanes shift = lanes_max (lanes_min (newton_step (root, z, &difference, &slope), one), -one);
      Lanes next = z * (2.0 - shift) / (2.0 + shift);
      const Mask below = lanes_less (difference, none);
      Mask inside;

      low = lanes_select (below, z, low);
      high = lanes_select (below, high, z);
      inside = mask_and (lanes_less (low, next), lanes_less (next, high));
      inside = mask_or (inside, lanes_at_most (lanes_abs (shift), lanes_all (1e-9)));
      next = lanes_select (inside, next, lanes_select (lanes_less (none, low), (low + high) / 2.0, z / 16.0));
      z = lanes_select (searching, next, z);
      final_slope = lanes_select (searching, slope, final_slope);
      searching = mask_and (searching, mask_not (mask_and (inside, lanes_at_most (lanes_abs (shift), lanes_all (1e-9)))));
    }

  change = -precise_difference (root, z) / final_slope;
  wanted = mask_and (mask_and (wanted, mask_not (searching)), lanes_less (lanes_abs (change), 1e-6 * z));
  return lanes_or_null (wanted, lanes_max (rate_of_root (root->forward, z, change), lanes_all (nextafter (-1, 0))));
}

/* Keeps the rates of one lane whose flows are not as simple as that. */
static guint
isolate_lane (const Workspace *w, const Lanes *flows, int lane, double *roots)
{
  double *own = w->irr_scratch;

  for (guint t = 0; t < w->n_years; t++)
    own[t] = flows[t][lane];
  return outlay_irr_isolate (own, w->n_years, own + w->n_years, roots);
}

/* Every rate of flows without noise. Returns the only one, NaN where there is none or several. roots: n_years for each of
 * OUTLAY_LANES lanes. */
static Lanes
internal_rates (const Workspace *w, const Lanes *flows, double *roots, double *n_roots)
{
  Lanes first, rate;
  const Lanes changes = sign_changes (flows, w->n_years, &first);
  OneRoot root;

  one_root (&root, flows, w->n_years, first, w->scratch + w->n_years);
  rate = solve_one_root (&root, lanes_equal (changes, lanes_all (1)));
  for (int lane = 0; lane < LANE_WIDTH; lane++)
    {
      double *own = roots + (w->first_lane + lane) * w->n_years;
      guint n = changes[lane] > 0;

      if (n > 0 && isnan (rate[lane]))
        {
          n = isolate_lane (w, flows, lane, own);
          rate[lane] = n == 1 ? own[0] : NAN;
        }
      else
        own[0] = rate[lane];
      n_roots[w->first_lane + lane] = n;
    }
  return rate;
}
