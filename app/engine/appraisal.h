/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayFlows:
 *
 * A cash flow that need not be a plan's: one flow for each period from the first to the last, 0 where none was given. `frequency` periods make a year: 1,
 * 12, or 365, which is the year that spreadsheets reckon dated flows by.
 */
typedef struct
{
  double *values;
  guint n;
  guint frequency;
  double offset; /* years from today to the first flow */
} OutlayFlows;

/* The longest cash flow that is appraised, in periods, and how often its sign may change: finding every rate takes the longer the more there may be. */
#define OUTLAY_FLOWS_MOST 36525
#define OUTLAY_FLOWS_MOST_CHANGES 100

/**
 * OutlayAppraisal:
 *
 * What a cash flow is worth (docs/model.md §10). Rates are a year, times in years; NaN is none.
 */
typedef struct
{
  double sum;
  double npv;
  double *irr; /* every rate, ascending */
  guint n_irr;
  double mirr;
  double payback;
  double payback_discounted;
} OutlayAppraisal;

guint outlay_flows_sign_changes (const OutlayFlows *flows);
void outlay_flows_clear (OutlayFlows *flows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFlows, outlay_flows_clear)

void outlay_flows_appraise (const OutlayFlows *flows, double discount_rate, double finance_rate, OutlayAppraisal *appraisal);
void outlay_appraisal_clear (OutlayAppraisal *appraisal);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayAppraisal, outlay_appraisal_clear)
