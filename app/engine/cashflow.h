/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * Indicators of any yearly cash flow, model.md §10. The engine's own indicators and every other caller use these.
 *
 * `offset` is the exponent of the first flow: 1 for end-of-year, ½ for mid-year, 0 for numpy-style flows that begin today.
 * `noise` is the magnitude below which a flow counts as 0.
 */
double outlay_npv (const double *flows, guint n, double rate, double offset);
/* Every r > −1 with NPV (r) = 0, ascending, into roots (n doubles); returns how many. */
guint outlay_irr (const double *flows, guint n, double noise, double *roots);
/* NaN where either sum is 0 or n = 1. */
double outlay_mirr (const double *flows, guint n, double finance_rate, double reinvest_rate, double noise);
/* NaN where the cumulative flow is never negative or still is at the end. rate NaN: the flows are not discounted. */
double outlay_payback (const double *flows, guint n, double rate, double offset, double noise);
