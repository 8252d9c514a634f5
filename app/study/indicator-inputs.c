/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/indicator-inputs.h"

#include <glib/gi18n.h>

#define NO_RATE N_("There is no rate at which the NPV is zero: the cash flow does not change between paying and earning.")
#define NO_PAYBACK N_("The cumulative cash flow is never negative, or still is at the end of the plan.")
#define NO_COVER N_("In no year is a loan repaid for which anything is due.")
#define NO_SITE N_("The plan has no site area, or nothing to set against it.")

/* NULL: it always has a value. */
static const char *const null_reasons[OUTLAY_N_INDICATORS] = {
  [OUTLAY_INDICATOR_IRR_BEFORE_TAX] = NO_RATE,
  [OUTLAY_INDICATOR_IRR_AFTER_TAX] = NO_RATE,
  [OUTLAY_INDICATOR_IRR_EQUITY] = NO_RATE,
  [OUTLAY_INDICATOR_MIRR] = N_("The cash flow only pays or only earns, or the plan is one year long."),
  [OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX] = NO_PAYBACK,
  [OUTLAY_INDICATOR_PAYBACK] = NO_PAYBACK,
  [OUTLAY_INDICATOR_PAYBACK_DISCOUNTED] = NO_PAYBACK,
  [OUTLAY_INDICATOR_ROI] = N_("In no year is anything earned, or nothing is invested."),
  [OUTLAY_INDICATOR_ROE] = N_("In no year is anything earned, or no equity is paid in."),
  [OUTLAY_INDICATOR_ICR_MIN] = NO_COVER,
  [OUTLAY_INDICATOR_ICR_MEAN] = NO_COVER,
  [OUTLAY_INDICATOR_DSCR_MIN] = NO_COVER,
  [OUTLAY_INDICATOR_DSCR_MEAN] = NO_COVER,
  [OUTLAY_INDICATOR_DEBT_RATIO_MAX] = N_("There are no assets in any year."),
  [OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION] = N_("What is sold in the design year does not cover what it costs to make it, at any utilisation."),
  [OUTLAY_INDICATOR_LEVELISED_COST] = N_("It exists of an initiative with exactly one product, of which something is made."),
  [OUTLAY_INDICATOR_INVESTMENT_PER_MU] = NO_SITE,
  [OUTLAY_INDICATOR_OUTPUT_PER_MU] = NO_SITE,
  [OUTLAY_INDICATOR_TAX_PER_MU] = NO_SITE,
};

#define MOST_INPUTS 7
#define NUMBER(path) { path, -1, -1, OUTLAY_MEASURE_TOTAL }
#define RESULT(SYMBOL) { NULL, OUTLAY_INDICATOR_##SYMBOL, -1, OUTLAY_MEASURE_TOTAL }
#define MEASURE(MEASURE_SYMBOL, SYMBOL) { NULL, -1, OUTLAY_SERIES_##SYMBOL, OUTLAY_MEASURE_##MEASURE_SYMBOL }
#define DISCOUNTING NUMBER ("discount-rate"), NUMBER ("discounting")

/* From the first without anything on there are none. */
static const OutlayIndicatorInput inputs[OUTLAY_N_INDICATORS][MOST_INPUTS + 1] = {
  [OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT] = { MEASURE (TOTAL, INVESTMENT) },
  [OUTLAY_INDICATOR_TOTAL_INVESTMENT] = { RESULT (CONSTRUCTION_INVESTMENT), MEASURE (TOTAL, INTEREST_CAPITALISED), MEASURE (PEAK, WORKING_CAPITAL) },
  [OUTLAY_INDICATOR_NPV_BEFORE_TAX] = { MEASURE (TOTAL, CASH_FLOW_BEFORE_TAX), DISCOUNTING },
  [OUTLAY_INDICATOR_NPV_AFTER_TAX] = { MEASURE (TOTAL, CASH_FLOW_AFTER_TAX), DISCOUNTING },
  [OUTLAY_INDICATOR_NPV_EQUITY] = { MEASURE (TOTAL, EQUITY_CASH_FLOW), DISCOUNTING },
  [OUTLAY_INDICATOR_IRR_BEFORE_TAX] = { RESULT (NPV_BEFORE_TAX), MEASURE (TOTAL, CASH_FLOW_BEFORE_TAX), DISCOUNTING },
  [OUTLAY_INDICATOR_IRR_AFTER_TAX] = { RESULT (NPV_AFTER_TAX), MEASURE (TOTAL, CASH_FLOW_AFTER_TAX), DISCOUNTING },
  [OUTLAY_INDICATOR_IRR_EQUITY] = { RESULT (NPV_EQUITY), MEASURE (TOTAL, EQUITY_CASH_FLOW), DISCOUNTING },
  [OUTLAY_INDICATOR_MIRR] = { MEASURE (TOTAL, CASH_FLOW_AFTER_TAX), NUMBER ("discount-rate"), NUMBER ("finance.interest-rate"), NUMBER ("years") },
  [OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX] = { RESULT (CONSTRUCTION_INVESTMENT), MEASURE (TOTAL, CASH_FLOW_BEFORE_TAX) },
  [OUTLAY_INDICATOR_PAYBACK] = { RESULT (CONSTRUCTION_INVESTMENT), MEASURE (TOTAL, CASH_FLOW_AFTER_TAX) },
  [OUTLAY_INDICATOR_PAYBACK_DISCOUNTED] = { RESULT (NPV_AFTER_TAX), DISCOUNTING },
  [OUTLAY_INDICATOR_DESIGN_YEAR] = { NUMBER ("first-year"), NUMBER ("years") },
  [OUTLAY_INDICATOR_ROI] = { MEASURE (MEAN, EBIT), RESULT (TOTAL_INVESTMENT) },
  [OUTLAY_INDICATOR_ROE] = { MEASURE (MEAN, NET_PROFIT), MEASURE (TOTAL, EQUITY_INJECTED) },
  [OUTLAY_INDICATOR_ICR_MIN] = { MEASURE (TOTAL, EBIT), MEASURE (TOTAL, INTEREST), NUMBER ("finance.debt-share"), NUMBER ("finance.interest-rate") },
  [OUTLAY_INDICATOR_ICR_MEAN] = { MEASURE (TOTAL, EBIT), MEASURE (TOTAL, INTEREST), NUMBER ("finance.debt-share"), NUMBER ("finance.interest-rate") },
  [OUTLAY_INDICATOR_DSCR_MIN] = { MEASURE (TOTAL, EBIT), MEASURE (TOTAL, DEPRECIATION), MEASURE (TOTAL, INCOME_TAX), MEASURE (TOTAL, INTEREST),
                                  MEASURE (TOTAL, LOAN_REPAYMENT), NUMBER ("finance.repayment"), NUMBER ("finance.repayment-years") },
  [OUTLAY_INDICATOR_DSCR_MEAN] = { MEASURE (TOTAL, EBIT), MEASURE (TOTAL, DEPRECIATION), MEASURE (TOTAL, INCOME_TAX), MEASURE (TOTAL, INTEREST),
                                   MEASURE (TOTAL, LOAN_REPAYMENT), NUMBER ("finance.repayment"), NUMBER ("finance.repayment-years") },
  [OUTLAY_INDICATOR_DEBT_RATIO_MAX] = { MEASURE (PEAK, LIABILITIES), MEASURE (PEAK, ASSETS), NUMBER ("finance.debt-share") },
  [OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION] = { RESULT (DESIGN_YEAR), MEASURE (DESIGN_YEAR, REVENUE), MEASURE (DESIGN_YEAR, OWN_USE),
                                                MEASURE (DESIGN_YEAR, SUBSIDY), MEASURE (DESIGN_YEAR, OPERATING_COST),
                                                MEASURE (DESIGN_YEAR, DEPRECIATION), MEASURE (DESIGN_YEAR, INTEREST) },
  [OUTLAY_INDICATOR_LEVELISED_COST] = { MEASURE (TOTAL, CAPEX), MEASURE (TOTAL, OPERATING_COST), DISCOUNTING },
  [OUTLAY_INDICATOR_INVESTMENT_PER_MU] = { RESULT (CONSTRUCTION_INVESTMENT), NUMBER ("site-area") },
  [OUTLAY_INDICATOR_OUTPUT_PER_MU] = { MEASURE (DESIGN_YEAR, OUTPUT_VALUE), NUMBER ("site-area") },
  [OUTLAY_INDICATOR_TAX_PER_MU] = { MEASURE (DESIGN_YEAR, TAX), NUMBER ("site-area") },
  [OUTLAY_INDICATOR_JOBS] = { RESULT (DESIGN_YEAR) },
  [OUTLAY_INDICATOR_CO2_AVOIDED] = { MEASURE (DESIGN_YEAR, CO2_AVOIDED) },
};

const char *
outlay_indicator_null_reason (OutlayIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < OUTLAY_N_INDICATORS, "");

  return null_reasons[indicator] != NULL ? _(null_reasons[indicator]) : "";
}

/* Where a table says nothing all is 0; of what it says either the indicator or the series is −1. */
static gboolean
is_input (const OutlayIndicatorInput *input)
{
  return input->path != NULL || input->indicator != input->series;
}

const OutlayIndicatorInput *
outlay_indicator_inputs (OutlayIndicator indicator, guint *n_inputs)
{
  const OutlayIndicatorInput *list = inputs[indicator];

  for (*n_inputs = 0; is_input (&list[*n_inputs]); (*n_inputs)++)
    ;
  return list;
}

void
outlay_request_add_indicator_inputs (OutlayRequest *request)
{
  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    for (const OutlayIndicatorInput *input = inputs[indicator]; is_input (input); input++)
      if (input->path == NULL && input->series >= 0)
        {
          OutlayOutcome outcome = { -1, input->series, input->measure, OUTLAY_SCOPE_PLAN };

          outlay_request_add_outcome (request, &outcome);
          outcome.scope = OUTLAY_SCOPE_INITIATIVE (0);
          outlay_request_add_outcome (request, &outcome);
        }
}
