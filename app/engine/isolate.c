/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Every root of any cash flow, docs/model.md §10: the positive roots of p (x) = Σ c_t · x^t, x = 1 / (1 + r).
 *
 * p has at most as many positive roots as its coefficients change sign. For k between two neighbours of opposite sign, x^−k · p has
 * the same roots, and the numerator of its derivative, Σ (t − k) · c_t · x^t, has one sign change less. By Rolle's theorem
 * there is at most one root of p between neighbouring roots of that. So the roots of p are bracketed by those of the next
 * polynomial, those by the next, down to one without sign changes: exact for every degree, and short, because few flows change
 * their sign more than three times.
 *
 * x runs over (0, ∞), which is kept as s in (0, 2): x = s up to 1, x = 1 / (2 − s) after. Polynomials are evaluated in the
 * one of x and 1 / x that is at most 1, so that no power overflows.
 */

#include "engine/kernel.h"

#include <math.h>
#include <string.h>

typedef struct
{
  const double *c;
  guint n;
} Polynomial;

/* p (z), or z^(n−1) · p (1/z) where inverse, and its derivative. */
static double
evaluate (const Polynomial *p, double z, gboolean inverse, double *slope)
{
  double sum = 0;

  *slope = 0;
  for (guint k = 0; k < p->n; k++)
    {
      *slope = *slope * z + sum;
      sum = sum * z + p->c[inverse ? k : p->n - 1 - k];
    }
  return sum;
}

/* a + b is sum + the rest. */
static double
rest_of_sum (double a, double b, double sum)
{
  const double part = sum - a;

  return (a - (sum - part)) + (b - part);
}

/* The same as if computed in twice the precision: compensated Horner (Graillat, Langlois, Louvet 2009). */
static double
evaluate_precisely (const Polynomial *p, double z, gboolean inverse)
{
  double sum = 0, error = 0;

  for (guint k = 0; k < p->n; k++)
    {
      const double product = sum * z, addend = p->c[inverse ? k : p->n - 1 - k];
      const double product_error = fma (sum, z, -product);

      sum = product + addend;
      error = error * z + (product_error + rest_of_sum (product, addend, sum));
    }
  return sum + error;
}

static int
sign (double value)
{
  return (value > 0) - (value < 0);
}

static int
sign_at (const Polynomial *p, double s)
{
  return sign (s <= 1 ? evaluate_precisely (p, s, FALSE) : evaluate_precisely (p, 2 - s, TRUE));
}

/* The root between a and b, where p has the sign at_a at a and the other at b: Newton's method that never leaves the bracket. */
static double
bracketed_root (const Polynomial *p, double a, double b, gboolean inverse, int at_a)
{
  double z = a > 0 && b > 4 * a ? sqrt (a) * sqrt (b) : (a + b) / 2;

  for (int step = 0; step < 2000; step++)
    {
      double slope, next, middle;
      const double value = evaluate (p, z, inverse, &slope);

      if (value == 0)
        return z;
      if (sign (value) == at_a)
        a = z;
      else
        b = z;
      next = z - value / slope;
      middle = a == 0 ? b / 16 : b > 4 * a ? sqrt (a) * sqrt (b) : (a + b) / 2;
      if (!(a < next && next < b) || step % 8 == 7)
        next = middle;
      if (fabs (next - z) <= 2e-16 * z || next <= a || next >= b)
        return next;
      z = next;
    }
  return z;
}

/* Roots of p in s, ascending, given those of the polynomial after it: between[0 … n_between − 1]. Where p is 0 at one of those it
 * changes its sign there, or touches 0 and has no root. */
static guint
roots_between (const Polynomial *p, const double *between, guint n_between, double *roots)
{
  double a = 0, zero = 0;
  int before = sign (p->c[0]); /* the last sign but 0 */
  guint n = 0;
  gboolean met_one = FALSE;

  for (guint m = 0; a < 2;)
    {
      double b = m < n_between ? between[m] : 2;
      int at_b;

      /* A bracket lies on one side of x = 1. */
      if (!met_one && b >= 1)
        {
          met_one = TRUE;
          if (b > 1)
            b = 1;
          else
            m++;
        }
      else
        m++;
      at_b = b < 2 ? sign_at (p, b) : sign (p->c[p->n - 1]);

      if (at_b == 0)
        zero = b;
      else
        {
          if (before != at_b && zero > 0)
            roots[n++] = zero;
          else if (before != at_b)
            roots[n++] = b <= 1 ? bracketed_root (p, a, b, FALSE, before) : 2 - bracketed_root (p, 2 - b, 2 - a, TRUE, at_b);
          before = at_b;
          zero = 0;
        }
      a = b;
    }
  return n;
}

/* Coefficients of p after the derivatives at changes[0 … n_changes − 1], scaled to at most 1. */
static void
differentiate (const Polynomial *p, const double *changes, guint n_changes, double *coefficients, double *exponents)
{
  int largest = G_MININT;

  for (guint t = 0; t < p->n; t++)
    {
      int exponent, more;
      double value = frexp (p->c[t], &exponent);

      for (guint m = 0; m < n_changes; m++)
        {
          value = frexp (value * (t - changes[m]), &more);
          exponent += more;
        }
      coefficients[t] = value;
      exponents[t] = exponent;
      if (value != 0)
        largest = MAX (largest, exponent);
    }
  for (guint t = 0; t < p->n; t++)
    coefficients[t] = ldexp (coefficients[t], (int) exponents[t] - largest);
}

/* The rate of the root z + change, rounded once: 1 / (z + change) − 1, or z + change − 1. */
static double
rate_of_root (gboolean inverse, double z, double change)
{
  const double past = 1 - z, rest = rest_of_sum (1, -z, past), above = past - change, below = z + change;
  double above_rest, below_rest, quotient;

  if (inverse)
    return -(past + (rest - change));
  above_rest = rest_of_sum (past, -change, above) + rest;
  below_rest = rest_of_sum (z, change, below);
  quotient = above / below;
  return quotient + (fma (-quotient, below, above) + above_rest - quotient * below_rest) / below;
}

/* The rate that belongs to a root in s: what s as a double leaves is found by one precise Newton step. */
static double
rate (const Polynomial *p, double s)
{
  const gboolean inverse = s > 1;
  const double z = inverse ? 2 - s : s;
  double slope, change;

  evaluate (p, z, inverse, &slope);
  change = -evaluate_precisely (p, z, inverse) / slope;
  if (!(fabs (change) < 1e-6 * z))
    change = 0;
  return MAX (rate_of_root (inverse, z, change), nextafter (-1, 0));
}

static guint
sign_change_places (const Polynomial *p, double *changes)
{
  guint n = 0, last = 0;

  for (guint t = 1; t < p->n; t++)
    {
      if (p->c[t] == 0)
        continue;
      if ((p->c[t] < 0) != (p->c[last] < 0))
        changes[n++] = (last + t) / 2.0;
      last = t;
    }
  return n;
}

/* The largest magnitude becomes about 1, so that neither products nor their errors overflow; what is left of 0 on either side says
 * nothing about the roots. */
static gboolean
trim (const double *flows, guint n, double *scaled, Polynomial *p)
{
  double largest = 0;
  guint first = 0;
  int exponent;

  for (guint t = 0; t < n; t++)
    {
      if (!isfinite (flows[t]))
        return FALSE;
      largest = MAX (largest, fabs (flows[t]));
    }
  if (largest == 0)
    return FALSE;
  frexp (largest, &exponent);
  for (guint t = 0; t < n; t++)
    scaled[t] = ldexp (flows[t], -exponent);
  while (scaled[first] == 0)
    first++;
  while (scaled[n - 1] == 0)
    n--;
  *p = (Polynomial) { scaled + first, n - first };
  return TRUE;
}

/* How many doubles outlay_irr_isolate() works in. */
gsize
outlay_irr_scratch (guint n)
{
  return 6 * (gsize) n + 1;
}

/*
 * flows: n flows, without noise. scratch: outlay_irr_scratch (n) doubles. roots: room for n.
 * Returns how many rates there are; 0 where a flow is not finite.
 */
guint
outlay_irr_isolate (const double *flows, guint n, double *scratch, double *roots)
{
  double *scaled = scratch, *coefficients = scratch + n, *exponents = scratch + 2 * n, *changes = scratch + 3 * n;
  double *between = scratch + 4 * n, *found = scratch + 5 * n;
  guint n_changes, n_between = 0;
  Polynomial p;

  if (!trim (flows, n, scaled, &p))
    return 0;
  n_changes = sign_change_places (&p, changes);
  if (n_changes == 0)
    return 0;

  for (guint m = n_changes; m-- > 0;)
    {
      Polynomial q = { coefficients, p.n };

      differentiate (&p, changes, m, coefficients, exponents);
      n_between = roots_between (&q, between, n_between, found);
      memcpy (between, found, n_between * sizeof (double));
    }
  for (guint m = 0; m < n_between; m++)
    roots[m] = rate (&p, between[n_between - 1 - m]);
  return n_between;
}
