/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements of cash. Numbers and order are the method's; outflows are positive in their own rows. */

#include "statement/table.h"

#include <glib/gi18n.h>

const OutlayRowEntry outlay_project_cash_flow_rows[] = {
  SUM ("1", "inflow", NC_ ("statement", "Cash inflow"), 0, "revenue + own-use + subsidy + assets-recovered + working-capital-recovered"),
  FLOW ("1.1", "revenue", NC_ ("statement", "Revenue"), 1, PLUS (REVENUE)),
  FLOW ("", "own-use", NC_ ("statement", "Own use"), 1, PLUS (OWN_USE)),
  FLOW ("1.2", "subsidy", NC_ ("statement", "Subsidy"), 1, PLUS (SUBSIDY)),
  LAST ("1.3", "assets-recovered", NC_ ("statement", "Residual value of assets recovered"), 1, PLUS (NET_ASSETS_BEFORE_FINANCING)),
  LAST ("1.4", "working-capital-recovered", NC_ ("statement", "Working capital recovered"), 1, PLUS (WORKING_CAPITAL)),
  SUM ("2", "outflow", NC_ ("statement", "Cash outflow"), 0, "construction-investment + working-capital + operating-cost + taxes-and-surcharges + vat-credit"),
  FLOW ("2.1", "construction-investment", NC_ ("statement", "Construction investment without deductible VAT"), 1, PLUS (CAPEX)),
  CHANGE ("2.2", "working-capital", NC_ ("statement", "Working capital"), 1, PLUS (WORKING_CAPITAL)),
  FLOW ("2.3", "operating-cost", NC_ ("statement", "Operating cost"), 1, PLUS (OPERATING_COST)),
  FLOW ("2.4", "taxes-and-surcharges", NC_ ("statement", "Taxes and surcharges"), 1, PLUS (SURCHARGES), PLUS (STAMP_TAX), PLUS (PROPERTY_TAX), PLUS (LAND_TAX)),
  CHANGE ("", "vat-credit", NC_ ("statement", "Increase of the VAT credit"), 1, PLUS (VAT_CREDIT)),
  SUM ("3", "before-tax", NC_ ("statement", "Net cash flow before income tax"), 0, "inflow - outflow", PLUS (CASH_FLOW_BEFORE_TAX)),
  RUNNING ("4", "before-tax-cumulative", NC_ ("statement", "Cumulative net cash flow before income tax"), 0, "before-tax"),
  FLOW ("5", "adjusted-income-tax", NC_ ("statement", "Adjusted income tax"), 0, PLUS (ADJUSTED_INCOME_TAX)),
  SUM ("6", "after-tax", NC_ ("statement", "Net cash flow after income tax"), 0, "before-tax - adjusted-income-tax", PLUS (CASH_FLOW_AFTER_TAX)),
  RUNNING ("7", "after-tax-cumulative", NC_ ("statement", "Cumulative net cash flow after income tax"), 0, "after-tax"),
  { 0 },
};

/* The construction investment enters as the equity's part of it; capitalised interest is no cash. */
const OutlayRowEntry outlay_equity_cash_flow_rows[] = {
  SUM ("1", "inflow", NC_ ("statement", "Cash inflow"), 0, "revenue + own-use + subsidy + assets-recovered + working-capital-recovered"),
  FLOW ("1.1", "revenue", NC_ ("statement", "Revenue"), 1, PLUS (REVENUE)),
  FLOW ("", "own-use", NC_ ("statement", "Own use"), 1, PLUS (OWN_USE)),
  FLOW ("1.2", "subsidy", NC_ ("statement", "Subsidy"), 1, PLUS (SUBSIDY)),
  LAST ("1.3", "assets-recovered", NC_ ("statement", "Residual value of assets recovered"), 1, PLUS (NET_ASSETS)),
  LAST ("1.4", "working-capital-recovered", NC_ ("statement", "Working capital recovered"), 1, PLUS (WORKING_CAPITAL)),
  SUM ("2", "outflow", NC_ ("statement", "Cash outflow"), 0,
       "equity-funds + principal + interest + operating-cost + taxes-and-surcharges + vat-credit + income-tax + loans-settled"),
  SUM ("2.1", "equity-funds", NC_ ("statement", "Project equity"), 1, "own-funds + working-capital"),
  FLOW ("2.1.1", "own-funds", NC_ ("statement", "For construction investment"), 2, PLUS (CAPEX), LESS (LOAN_DRAW)),
  CHANGE ("2.1.2", "working-capital", NC_ ("statement", "For working capital"), 2, PLUS (WORKING_CAPITAL)),
  FLOW ("2.2", "principal", NC_ ("statement", "Repayment of principal"), 1, PLUS (LOAN_REPAYMENT)),
  FLOW ("2.3", "interest", NC_ ("statement", "Interest paid"), 1, PLUS (INTEREST)),
  FLOW ("2.4", "operating-cost", NC_ ("statement", "Operating cost"), 1, PLUS (OPERATING_COST)),
  FLOW ("2.5", "taxes-and-surcharges", NC_ ("statement", "Taxes and surcharges"), 1, PLUS (SURCHARGES), PLUS (STAMP_TAX), PLUS (PROPERTY_TAX), PLUS (LAND_TAX)),
  CHANGE ("", "vat-credit", NC_ ("statement", "Increase of the VAT credit"), 1, PLUS (VAT_CREDIT)),
  FLOW ("2.6", "income-tax", NC_ ("statement", "Income tax"), 1, PLUS (INCOME_TAX)),
  LAST ("", "loans-settled", NC_ ("statement", "Loans settled at the end"), 1, PLUS (LOAN_BALANCE)),
  SUM ("3", "net", NC_ ("statement", "Net cash flow"), 0, "inflow - outflow", PLUS (EQUITY_CASH_FLOW)),
  RUNNING ("4", "cumulative", NC_ ("statement", "Cumulative net cash flow"), 0, "net"),
  { 0 },
};

/* The investment stands here with the VAT in it, as it is paid; VAT is told where it comes in and goes out. */
const OutlayRowEntry outlay_financial_cash_flow_rows[] = {
  SUM ("1", "operating", NC_ ("statement", "Net cash flow of operating activities"), 0, "operating-inflow - operating-outflow"),
  SUM ("1.1", "operating-inflow", NC_ ("statement", "Cash inflow"), 1, "revenue + own-use + vat-out + subsidy + vat-refund"),
  FLOW ("1.1.1", "revenue", NC_ ("statement", "Revenue"), 2, PLUS (REVENUE)),
  FLOW ("", "own-use", NC_ ("statement", "Own use"), 2, PLUS (OWN_USE)),
  FLOW ("1.1.2", "vat-out", NC_ ("statement", "VAT received on sales"), 2, PLUS (VAT_OUT)),
  FLOW ("1.1.3", "subsidy", NC_ ("statement", "Subsidy"), 2, PLUS (SUBSIDY)),
  FLOW ("", "vat-refund", NC_ ("statement", "VAT refunded"), 2, PLUS (VAT_REFUND)),
  SUM ("1.2", "operating-outflow", NC_ ("statement", "Cash outflow"), 1,
       "operating-cost + vat-in + taxes-and-surcharges + vat-payable + income-tax"),
  FLOW ("1.2.1", "operating-cost", NC_ ("statement", "Operating cost"), 2, PLUS (OPERATING_COST)),
  FLOW ("1.2.2", "vat-in", NC_ ("statement", "VAT paid on purchases"), 2, PLUS (VAT_IN), LESS (INVESTMENT), PLUS (CAPEX)),
  FLOW ("1.2.3", "taxes-and-surcharges", NC_ ("statement", "Taxes and surcharges"), 2, PLUS (SURCHARGES), PLUS (STAMP_TAX), PLUS (PROPERTY_TAX), PLUS (LAND_TAX)),
  FLOW ("1.2.4", "vat-payable", NC_ ("statement", "VAT"), 2, PLUS (VAT_PAYABLE)),
  FLOW ("1.2.5", "income-tax", NC_ ("statement", "Income tax"), 2, PLUS (INCOME_TAX)),
  SUM ("2", "investing", NC_ ("statement", "Net cash flow of investing activities"), 0, "- investing-outflow"),
  SUM ("2.2", "investing-outflow", NC_ ("statement", "Cash outflow"), 1, "construction-investment + working-capital"),
  FLOW ("2.2.1", "construction-investment", NC_ ("statement", "Construction investment"), 2, PLUS (INVESTMENT)),
  CHANGE ("2.2.3", "working-capital", NC_ ("statement", "Working capital"), 2, PLUS (WORKING_CAPITAL)),
  SUM ("3", "financing", NC_ ("statement", "Net cash flow of financing activities"), 0, "financing-inflow - financing-outflow"),
  SUM ("3.1", "financing-inflow", NC_ ("statement", "Cash inflow"), 1, "equity-injected + loans-drawn"),
  FLOW ("3.1.1", "equity-injected", NC_ ("statement", "Equity paid in"), 2, PLUS (EQUITY_INJECTED)),
  FLOW ("3.1.2", "loans-drawn", NC_ ("statement", "Loans for construction"), 2, PLUS (LOAN_DRAW)),
  SUM ("3.2", "financing-outflow", NC_ ("statement", "Cash outflow"), 1, "interest + principal + dividends"),
  FLOW ("3.2.1", "interest", NC_ ("statement", "Interest of all loans"), 2, PLUS (INTEREST)),
  FLOW ("3.2.2", "principal", NC_ ("statement", "Debt repaid"), 2, PLUS (LOAN_REPAYMENT)),
  FLOW ("3.2.3", "dividends", NC_ ("statement", "Profit distributed"), 2, PLUS (DIVIDENDS)),
  SUM ("4", "net", NC_ ("statement", "Net cash flow"), 0, "operating + investing + financing"),
  RUNNING ("5", "surplus", NC_ ("statement", "Cumulative surplus"), 0, "net", PLUS (CASH)),
  { 0 },
};
