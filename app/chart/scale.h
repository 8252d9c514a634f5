/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayTicks:
 *
 * Round numbers along an axis: first, first + step, … (count of them), the step being 1, 2 or 5 times a power of ten.
 */
typedef struct
{
  double first;
  double step;
  guint count;
  int decimals; /* after the point that tell the ticks apart, in units of `unit` */
} OutlayTicks;

/* Ticks that reach from at most lower to at least upper with at most `most` of them (≥ 2), and no fewer than half as many; unit: what they are written in. */
OutlayTicks outlay_ticks_cover (double lower, double upper, guint most, double unit);
double outlay_ticks_nth (const OutlayTicks *ticks, guint n);

/* Of `years` labels from first_year on: every how manieth is written where `most` fit (≥ 1), and whether the first of them is one. */
guint outlay_year_step (guint years, guint most);
gboolean outlay_year_is_labelled (int year, int first_year, guint step);
