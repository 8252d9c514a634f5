/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/definition.h"

#include <glib/gi18n.h>

static const char *const definitions[OUTLAY_N_INDICATORS] = {
  [OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT] = N_("Construction cost of every initiative in every phase, with VAT."),
  [OUTLAY_INDICATOR_TOTAL_INVESTMENT] = N_("Construction investment with interest during construction and the largest working capital."),
  [OUTLAY_INDICATOR_NPV_BEFORE_TAX] = N_("Net present value of the cash flow before income tax and before financing."),
  [OUTLAY_INDICATOR_NPV_AFTER_TAX] = N_("Net present value of the cash flow after tax and before financing."),
  [OUTLAY_INDICATOR_NPV_EQUITY] = N_("Net present value of the owners’ cash flow, after loans and interest."),
  [OUTLAY_INDICATOR_IRR_BEFORE_TAX] = N_("The discount rate at which the NPV of the cash flow before tax is zero."),
  [OUTLAY_INDICATOR_IRR_AFTER_TAX] = N_("The discount rate at which the NPV of the cash flow after tax is zero."),
  [OUTLAY_INDICATOR_IRR_EQUITY] = N_("The discount rate at which the NPV of the owners’ cash flow, after loans and interest, is zero."),
  [OUTLAY_INDICATOR_MIRR] = N_("The yearly return where outflows are financed at the interest rate and inflows reinvested at the discount rate."),
  [OUTLAY_INDICATOR_PAYBACK] = N_("Years from the start of the works until the cumulative cash flow after tax stays above zero."),
  [OUTLAY_INDICATOR_PAYBACK_DISCOUNTED] = N_("Years from the start of the works until the cumulative discounted cash flow after tax stays above zero."),
  [OUTLAY_INDICATOR_DESIGN_YEAR] = N_("The first year in which everything built runs at its full ramp-up."),
  [OUTLAY_INDICATOR_ROI] = N_("Mean EBIT of the earning years over the total investment."),
  [OUTLAY_INDICATOR_ROE] = N_("Mean net profit of the earning years over the equity paid in."),
  [OUTLAY_INDICATOR_ICR_MIN] = N_("EBIT over interest, in the weakest repaying year."),
  [OUTLAY_INDICATOR_ICR_MEAN] = N_("EBIT over interest, on average over the repaying years."),
  [OUTLAY_INDICATOR_DSCR_MIN] = N_("What is earned for debt service over what is due, in the weakest repaying year."),
  [OUTLAY_INDICATOR_DSCR_MEAN] = N_("What is earned for debt service over what is due, on average over the repaying years."),
  [OUTLAY_INDICATOR_DEBT_RATIO_MAX] = N_("Liabilities over assets, in the year of most debt."),
  [OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION] = N_("Share of the design year’s output at which profit is zero."),
  [OUTLAY_INDICATOR_LEVELISED_COST] = N_("Present value of all cost over that of the quantity made, of an initiative with one product."),
  [OUTLAY_INDICATOR_INVESTMENT_PER_MU] = N_("Construction investment for each mu of the site."),
  [OUTLAY_INDICATOR_OUTPUT_PER_MU] = N_("Output value of the design year for each mu of the site."),
  [OUTLAY_INDICATOR_TAX_PER_MU] = N_("Tax of the design year for each mu of the site."),
  [OUTLAY_INDICATOR_JOBS] = N_("Persons employed in the design year."),
  [OUTLAY_INDICATOR_CO2_AVOIDED] = N_("Carbon dioxide that the products avoid, over all years."),
};

const char *
outlay_indicator_definition (OutlayIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < OUTLAY_N_INDICATORS, "");

  return _(definitions[indicator]);
}
