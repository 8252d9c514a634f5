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
  [OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX] = N_("Years from the start of the works until the cumulative cash flow before tax stays above zero."),
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

static const char *const series_definitions[OUTLAY_N_SERIES] = {
  [OUTLAY_SERIES_INVESTMENT] = N_("Construction cost with VAT, spread evenly over the works of each phase."),
  [OUTLAY_SERIES_CAPEX] = N_("Investment without the deductible part: investment × (1 − VAT in the investment)."),
  [OUTLAY_SERIES_OUTPUT_VALUE] = N_("Quantity made × price, of every product."),
  [OUTLAY_SERIES_REVENUE] = N_("Quantity sold × price, of every product."),
  [OUTLAY_SERIES_OWN_USE] = N_("Quantity used on site × own-use value, of every product."),
  [OUTLAY_SERIES_SUBSIDY] = N_("The yearly subsidy, in the subsidy years from the first earning year on."),
  [OUTLAY_SERIES_MATERIALS] = N_("Quantity made × material cost, of every product."),
  [OUTLAY_SERIES_ENERGY] = N_("Quantity made × energy cost, of every product."),
  [OUTLAY_SERIES_WAGES] = N_("Jobs × wage, with the wage growth."),
  [OUTLAY_SERIES_REPAIRS] = N_("Repairs as a share of the construction cost of what operates."),
  [OUTLAY_SERIES_RESEARCH] = N_("Research as a share of revenue."),
  [OUTLAY_SERIES_OTHER_COST] = N_("Other cost as a share of revenue."),
  [OUTLAY_SERIES_OPERATING_COST] = N_("Materials, energy, wages, repairs, research and other cost."),
  [OUTLAY_SERIES_DEPRECIATION] = N_("Straight from completion on: cost of buildings and equipment less the residual value, and of intangibles, over their lives."),
  [OUTLAY_SERIES_AMORTISATION] = N_("The intangible part of the cost over the life of intangibles, from completion on."),
  [OUTLAY_SERIES_INTEREST_CAPITALISED] = N_("Interest rate × (balance of the year before + half of the draws), for the part of the year before completion; it joins the debt."),
  [OUTLAY_SERIES_INTEREST] = N_("Interest rate × (balance of the year before + half of the draws), for the part of the year after completion."),
  [OUTLAY_SERIES_LOAN_DRAW] = N_("Debt share × investment."),
  [OUTLAY_SERIES_LOAN_REPAYMENT] = N_("What the kind of repayment asks for from the first whole year after completion on."),
  [OUTLAY_SERIES_LOAN_BALANCE] = N_("Balance of the year before + draws + interest during construction − principal repaid."),
  [OUTLAY_SERIES_VAT_OUT] = N_("VAT × revenue, of every product."),
  [OUTLAY_SERIES_VAT_IN] = N_("VAT on inputs × (materials + energy), and the VAT in the investment."),
  [OUTLAY_SERIES_VAT_CREDIT] = N_("VAT on purchases that was not yet set off against VAT on sales nor refunded."),
  [OUTLAY_SERIES_VAT_REFUND] = N_("The VAT refund’s share of the credit at the end of the year."),
  [OUTLAY_SERIES_VAT_PAYABLE] = N_("VAT on sales less VAT on purchases and the credit of the year before, where that is positive."),
  [OUTLAY_SERIES_SURCHARGES] = N_("Surcharges as a share of VAT payable."),
  [OUTLAY_SERIES_STAMP_TAX] = N_("Stamp tax as a share of revenue."),
  [OUTLAY_SERIES_PROPERTY_TAX] = N_("Property tax as a share of the cost of the buildings that operate."),
  [OUTLAY_SERIES_LAND_TAX] = N_("Land-use tax × the site’s area that belongs to what operates, by its share of all money."),
  [OUTLAY_SERIES_INCOME_TAX] = N_("Rate of the year × taxable income; no tax or half the rate in the first earning years."),
  [OUTLAY_SERIES_ADJUSTED_INCOME_TAX] = N_("The income tax that would be due without any debt."),
  [OUTLAY_SERIES_TAX] = N_("VAT payable, surcharges, stamp, property, land-use and income tax."),
  [OUTLAY_SERIES_LOCAL_TAX] = N_("The local shares of VAT and income tax, and all of the other taxes."),
  [OUTLAY_SERIES_EBIT] = N_("Revenue, own use and subsidy less operating cost, taxes and surcharges, and depreciation."),
  [OUTLAY_SERIES_PROFIT_BEFORE_TAX] = N_("EBIT less interest."),
  [OUTLAY_SERIES_NET_PROFIT] = N_("Profit before tax less income tax."),
  [OUTLAY_SERIES_LOSS_USED] = N_("Losses of earlier years that are still usable, the oldest first, up to this year’s profit."),
  [OUTLAY_SERIES_TAXABLE_INCOME] = N_("Profit before tax less the extra research deduction and the losses set off, where that is positive."),
  [OUTLAY_SERIES_RECEIVABLES] = N_("Revenue, or operating cost by the receivables basis, × receivable days ÷ 360."),
  [OUTLAY_SERIES_INVENTORY] = N_("Materials × inventory days ÷ 360."),
  [OUTLAY_SERIES_PAYABLES] = N_("(Materials + energy) × payable days ÷ 360."),
  [OUTLAY_SERIES_WORKING_CAPITAL] = N_("Receivables and inventory less payables."),
  [OUTLAY_SERIES_CASH_FLOW_BEFORE_TAX] = N_("What comes in less what goes out, before income tax and financing; in the last year with what is recovered."),
  [OUTLAY_SERIES_CASH_FLOW_AFTER_TAX] = N_("Cash flow before tax less the adjusted income tax."),
  [OUTLAY_SERIES_EQUITY_CASH_FLOW] = N_("Cash flow before tax less income tax and debt service, with loans drawn; loans left are settled in the last year."),
  [OUTLAY_SERIES_EQUITY_INJECTED] = N_("What is missing in cash when all is paid, in the year when it is missing."),
  [OUTLAY_SERIES_STATUTORY_RESERVE] = N_("The reserve’s share of the net profit, once earlier losses are covered."),
  [OUTLAY_SERIES_DIVIDENDS] = N_("Payout × net profit less the reserve, up to what is undistributed and to the cash at hand."),
  [OUTLAY_SERIES_UNDISTRIBUTED_PROFIT] = N_("All net profits so far less reserves and dividends."),
  [OUTLAY_SERIES_CASH] = N_("All that came in so far less all that went out."),
  [OUTLAY_SERIES_NET_ASSETS] = N_("Investment without VAT and interest during construction so far, less depreciation."),
  [OUTLAY_SERIES_NET_ASSETS_BEFORE_FINANCING] = N_("Investment without VAT so far less its depreciation, as if there were no debt."),
  [OUTLAY_SERIES_CONSTRUCTION_IN_PROGRESS] = N_("What was spent, with capitalised interest, on phases that are not complete by the end of the year."),
  [OUTLAY_SERIES_INTANGIBLE_ASSETS] = N_("The intangible share of what is complete, less amortisation."),
  [OUTLAY_SERIES_ASSETS] = N_("Cash, receivables, inventory, VAT credit and net assets."),
  [OUTLAY_SERIES_LIABILITIES] = N_("Payables and loans."),
  [OUTLAY_SERIES_EQUITY] = N_("Equity injected and net profits so far, less dividends."),
  [OUTLAY_SERIES_JOBS] = N_("Staff × the share of the design that operates."),
  [OUTLAY_SERIES_CO2_AVOIDED] = N_("Quantity made × CO₂ avoided, of every product."),
  [OUTLAY_SERIES_ICR] = N_("EBIT over interest."),
  [OUTLAY_SERIES_DSCR] = N_("(EBIT + depreciation − income tax) over (interest + principal)."),
  [OUTLAY_SERIES_DEBT_RATIO] = N_("Liabilities over assets."),
  [OUTLAY_SERIES_QUANTITY] = N_("Capacity × share built × utilisation, less degradation; no more than the market takes."),
  [OUTLAY_SERIES_QUANTITY_SOLD] = N_("The sold share of what could be made, no more than the market takes."),
};

const char *
outlay_indicator_definition (OutlayIndicator indicator)
{
  g_return_val_if_fail ((guint) indicator < OUTLAY_N_INDICATORS, "");

  return _(definitions[indicator]);
}

const char *
outlay_series_definition (OutlaySeries series)
{
  g_return_val_if_fail ((guint) series < OUTLAY_N_SERIES, "");

  return _(series_definitions[series]);
}
