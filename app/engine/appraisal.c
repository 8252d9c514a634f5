/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §10 for any cash flow: the yearly formulas, run on periods of a year's part. */

#include "engine/appraisal.h"

#include <math.h>

#include "engine/cashflow.h"

/* What is so small beside the largest flow is left over from sums that should be 0. The model measures against the construction investment, which a cash
 * flow alone does not tell. */
#define NOISE 1e-9

static double
noise_of (const OutlayFlows *flows)
{
  double largest = 0;

  for (guint t = 0; t < flows->n; t++)
    largest = MAX (largest, fabs (flows->values[t]));
  return NOISE * largest;
}

/* Yearly rates compound: (1 + rate of a period)^frequency = 1 + rate a year. One period a year keeps every bit. */
static double
rate_of_period (const OutlayFlows *flows, double rate)
{
  return flows->frequency == 1 ? rate : expm1 (log1p (rate) / flows->frequency);
}

static double
rate_of_year (const OutlayFlows *flows, double rate)
{
  return flows->frequency == 1 ? rate : expm1 (log1p (rate) * flows->frequency);
}

static double
net_present_value (const OutlayFlows *flows, double rate)
{
  double sum = 0;

  if (flows->frequency == 1)
    return outlay_npv (flows->values, flows->n, rate, flows->offset);
  for (guint t = 0; t < flows->n; t++)
    if (flows->values[t] != 0)
      sum += flows->values[t] * exp (-log1p (rate) * (t / (double) flows->frequency + flows->offset));
  return sum;
}

static double
payback (const OutlayFlows *flows, double rate, double noise)
{
  return outlay_payback (flows->values, flows->n, rate, flows->offset * flows->frequency, noise) / flows->frequency;
}

guint
outlay_flows_sign_changes (const OutlayFlows *flows)
{
  const double noise = noise_of (flows);
  guint changes = 0;
  double last = 0;

  for (guint t = 0; t < flows->n; t++)
    if (fabs (flows->values[t]) > noise)
      {
        changes += flows->values[t] * last < 0;
        last = copysign (1, flows->values[t]);
      }
  return changes;
}

void
outlay_flows_clear (OutlayFlows *flows)
{
  g_clear_pointer (&flows->values, g_free);
}

/**
 * outlay_flows_appraise:
 * @flows: a cash flow of at most %OUTLAY_FLOWS_MOST periods and %OUTLAY_FLOWS_MOST_CHANGES changes of sign
 * @discount_rate: rate of the present value and of what comes in again, above −1
 * @finance_rate: rate at which the MIRR brings outflows to the first period, above −1
 * @appraisal: (out caller-allocates)
 *
 * Dated flows are discounted by days ÷ 365, as the XNPV and XIRR of spreadsheets are; every rate is found nevertheless: the days are the powers of one
 * polynomial.
 */
void
outlay_flows_appraise (const OutlayFlows *flows, double discount_rate, double finance_rate, OutlayAppraisal *appraisal)
{
  const double noise = noise_of (flows), discount = rate_of_period (flows, discount_rate), finance = rate_of_period (flows, finance_rate);

  *appraisal = (OutlayAppraisal) { .irr = g_new (double, flows->n) };
  for (guint t = 0; t < flows->n; t++)
    appraisal->sum += flows->values[t];
  appraisal->npv = net_present_value (flows, discount_rate);
  appraisal->n_irr = outlay_irr (flows->values, flows->n, noise, appraisal->irr);
  for (guint k = 0; k < appraisal->n_irr; k++)
    appraisal->irr[k] = rate_of_year (flows, appraisal->irr[k]);
  appraisal->mirr = rate_of_year (flows, outlay_mirr (flows->values, flows->n, finance, discount, noise));
  appraisal->payback = payback (flows, NAN, noise);
  appraisal->payback_discounted = payback (flows, discount, noise);
}

void
outlay_appraisal_clear (OutlayAppraisal *appraisal)
{
  g_clear_pointer (&appraisal->irr, g_free);
}
