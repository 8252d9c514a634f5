/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/scale.h"

#include <math.h>

/* Numbers this close to a tick, as a share of the step, are on it. */
#define CLOSE 1e-9

/* The next larger of 1, 2 and 5 times a power of ten. */
static double
next_step (double step)
{
  double power = pow (10, floor (log10 (step) + CLOSE)), digit = step / power;

  return power * (digit < 1.5 ? 2 : digit < 3 ? 5 : 10);
}

static void
lay (OutlayTicks *ticks, double lower, double upper)
{
  double first = floor (lower / ticks->step + CLOSE), last = ceil (upper / ticks->step - CLOSE);

  ticks->first = first * ticks->step + 0.0;
  ticks->count = (guint) MAX (last - first, 1) + 1;
}

OutlayTicks
outlay_ticks_cover (double lower, double upper, guint most, double unit)
{
  OutlayTicks ticks = { 0, 0, 2, 0 };
  double span = upper - lower;
  guint limit = MAX (most, lower < 0 && upper > 0 ? 3 : 2);

  if (!(span > 0) || !isfinite (span))
    span = unit;
  if (!(upper > lower) || !isfinite (upper - lower))
    upper = (lower = isfinite (lower) ? lower : 0) + unit;
  ticks.step = pow (10, floor (log10 (span / limit)));
  for (lay (&ticks, lower, upper); ticks.count > limit; lay (&ticks, lower, upper))
    ticks.step = next_step (ticks.step);
  ticks.decimals = MAX (0, -(int) floor (log10 (ticks.step / unit) + CLOSE));
  return ticks;
}

double
outlay_ticks_nth (const OutlayTicks *ticks, guint n)
{
  double value = ticks->first + n * ticks->step;

  return fabs (value) < ticks->step * CLOSE ? 0 : value;
}

guint
outlay_year_step (guint years, guint most)
{
  static const guint steps[] = { 1, 2, 5, 10, 20, 25, 50 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((years + steps[i] - 1) / steps[i] <= MAX (most, 1))
      return steps[i];
  return 100;
}

gboolean
outlay_year_is_labelled (int year, int first_year, guint step)
{
  /* Steps of five and more stand at round years. */
  return step < 5 ? (year - first_year) % (int) step == 0 : year % (int) step == 0;
}
