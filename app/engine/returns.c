/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §10 Indicators: what a cash flow is worth. Included by kernel.c. */

#include "engine/workspace.h"

static void
discount_factors (Workspace *w)
{
  const Lanes growth = 1.0 + PLAN_NUMBER (w, DISCOUNT_RATE), factor = 1.0 / growth;
  const Mask mid_year = lanes_equal (PLAN_NUMBER (w, DISCOUNTING), lanes_all (OUTLAY_DISCOUNTING_MID_YEAR));

  w->discount[0] = lanes_select (mid_year, 1.0 / lanes_sqrt (growth), factor);
  for (guint t = 1; t < w->n_years; t++)
    w->discount[t] = w->discount[t - 1] * factor;
}

static Lanes
present_value (const Workspace *w, const Scope *scope, guint member)
{
  Lanes sum = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    sum += scope->years[t][member] * w->discount[t];
  return sum;
}

/* The flows, those that are noise beside the construction investment as 0. */
static const Lanes *
without_noise (const Workspace *w, const Scope *scope, guint member)
{
  const Lanes noise = 1e-9 * scope->investment;
  Lanes *clean = w->scratch;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes flow = scope->years[t][member];

      clean[t] = lanes_where (lanes_at_most (noise, lanes_abs (flow)), flow);
    }
  return clean;
}

/* Years from the scope's first works to the moment after which the cumulative flow is never negative again. */
static Lanes
payback (const Workspace *w, const Scope *scope, const Lanes *flows, gboolean discounted)
{
  const Lanes none = lanes_all (0);
  Lanes before, sum = none, largest = none, moment = none;
  Mask negative = lanes_less (none, none), ever = negative;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes flow = discounted ? flows[t] * w->discount[t] : flows[t];
      const Mask was_negative = negative;

      before = sum;
      sum += flow;
      largest = lanes_max (lanes_abs (flow), largest);
      negative = lanes_less (sum, -1e-9 * largest);
      ever = mask_or (ever, negative);
      moment = lanes_select (mask_and (was_negative, mask_not (negative)), lanes_all (t) - before / flow, moment);
    }
  return lanes_or_null (mask_and (ever, mask_not (negative)), moment - scope->start / 12.0);
}

static Lanes
modified_irr (const Workspace *w, const Lanes *flows)
{
  const guint n = w->n_years;
  const Lanes none = lanes_all (0);
  const Lanes reinvest = 1.0 + PLAN_NUMBER (w, DISCOUNT_RATE), finance = 1.0 / (1.0 + FINANCE_NUMBER (w, INTEREST_RATE));
  Lanes earned = none, paid = none, rate = none;
  Mask known;

  for (guint t = 0; t < n; t++)
    {
      earned = earned * reinvest + lanes_positive (flows[t]);
      paid = paid * finance + lanes_positive (-flows[n - 1 - t]);
    }
  known = mask_and (lanes_less (none, earned), lanes_less (none, paid));
  for (int lane = 0; lane < LANE_WIDTH && n > 1; lane++)
    rate[lane] = pow (earned[lane] / paid[lane], 1.0 / (n - 1)) - 1;
  return n > 1 ? lanes_or_null (known, rate) : lanes_all (NAN);
}
