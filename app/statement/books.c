/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The statements of profit, assets and debt. Numbers and order are the method's. */

#include "statement/table.h"

#include <glib/gi18n.h>

const OutlayRowEntry outlay_profit_rows[] = {
  FLOW ("1", "revenue", NC_ ("statement", "Revenue"), 0, PLUS (REVENUE)),
  FLOW ("", "own-use", NC_ ("statement", "Own use"), 0, PLUS (OWN_USE)),
  FLOW ("2", "taxes-and-surcharges", NC_ ("statement", "Taxes and surcharges"), 0, PLUS (SURCHARGES), PLUS (STAMP_TAX), PLUS (PROPERTY_TAX), PLUS (LAND_TAX)),
  SUM ("3", "total-cost", NC_ ("statement", "Total cost"), 0, "operating-cost + depreciation + amortisation + interest"),
  FLOW ("3.1", "operating-cost", NC_ ("statement", "Operating cost"), 1, PLUS (OPERATING_COST)),
  FLOW ("3.2", "depreciation", NC_ ("statement", "Depreciation"), 1, PLUS (DEPRECIATION), LESS (AMORTISATION)),
  FLOW ("3.3", "amortisation", NC_ ("statement", "Amortisation"), 1, PLUS (AMORTISATION)),
  FLOW ("3.4", "interest", NC_ ("statement", "Interest expense"), 1, PLUS (INTEREST)),
  FLOW ("4", "subsidy", NC_ ("statement", "Subsidy"), 0, PLUS (SUBSIDY)),
  SUM ("5", "profit", NC_ ("statement", "Total profit"), 0, "revenue + own-use - taxes-and-surcharges - total-cost + subsidy", PLUS (PROFIT_BEFORE_TAX)),
  FLOW ("6", "loss-used", NC_ ("statement", "Losses of earlier years set off"), 0, PLUS (LOSS_USED)),
  SHARE_OF ("", "extra-research", NC_ ("statement", "Extra research deduction"), 0, RESEARCH_EXTRA, PLUS (RESEARCH)),
  FLOW ("7", "taxable-income", NC_ ("statement", "Taxable income"), 0, PLUS (TAXABLE_INCOME)),
  FLOW ("8", "income-tax", NC_ ("statement", "Income tax"), 0, PLUS (INCOME_TAX)),
  SUM ("9", "net-profit", NC_ ("statement", "Net profit"), 0, "profit - income-tax", PLUS (NET_PROFIT)),
  OPENING ("10", "undistributed-opening", NC_ ("statement", "Undistributed profit at the beginning"), 0, PLUS (UNDISTRIBUTED_PROFIT)),
  SUM ("11", "distributable", NC_ ("statement", "Distributable profit"), 0, "net-profit + undistributed-opening"),
  FLOW ("12", "statutory-reserve", NC_ ("statement", "Statutory reserve"), 0, PLUS (STATUTORY_RESERVE)),
  SUM ("13", "distributable-to-owners", NC_ ("statement", "Distributable to owners"), 0, "distributable - statutory-reserve"),
  FLOW ("16", "dividends", NC_ ("statement", "Dividends"), 0, PLUS (DIVIDENDS)),
  SUM ("18", "undistributed", NC_ ("statement", "Undistributed profit"), 0, "distributable-to-owners - dividends", PLUS (UNDISTRIBUTED_PROFIT)),
  MEMO_SUM ("19", "ebit", NC_ ("statement", "EBIT"), 0, "profit + interest", PLUS (EBIT)),
  MEMO_SUM ("20", "ebitda", NC_ ("statement", "EBITDA"), 0, "ebit + depreciation + amortisation"),
  { 0 },
};

const OutlayRowEntry outlay_balance_sheet_rows[] = {
  SUM ("1", "assets", NC_ ("statement", "Assets"), 0, "current-assets + construction-in-progress + fixed-assets + intangible-assets", PLUS (ASSETS)),
  SUM ("1.1", "current-assets", NC_ ("statement", "Current assets"), 1, "cash + receivables + inventory + vat-credit"),
  BALANCE ("1.1.1", "cash", NC_ ("statement", "Cash"), 2, PLUS (CASH)),
  BALANCE ("1.1.2", "receivables", NC_ ("statement", "Receivables"), 2, PLUS (RECEIVABLES)),
  BALANCE ("1.1.4", "inventory", NC_ ("statement", "Inventory"), 2, PLUS (INVENTORY)),
  BALANCE ("1.1.5", "vat-credit", NC_ ("statement", "VAT credit"), 2, PLUS (VAT_CREDIT)),
  BALANCE ("1.2", "construction-in-progress", NC_ ("statement", "Construction in progress"), 1, PLUS (CONSTRUCTION_IN_PROGRESS)),
  BALANCE ("1.3", "fixed-assets", NC_ ("statement", "Net fixed assets"), 1, PLUS (NET_ASSETS), LESS (CONSTRUCTION_IN_PROGRESS), LESS (INTANGIBLE_ASSETS)),
  BALANCE ("1.4", "intangible-assets", NC_ ("statement", "Net intangible assets"), 1, PLUS (INTANGIBLE_ASSETS)),
  SUM ("2", "liabilities-and-equity", NC_ ("statement", "Liabilities and equity"), 0, "liabilities + equity"),
  SUM ("2.1", "current-liabilities", NC_ ("statement", "Current liabilities"), 1, "payables"),
  BALANCE ("2.1.2", "payables", NC_ ("statement", "Payables"), 2, PLUS (PAYABLES)),
  BALANCE ("2.2", "loans", NC_ ("statement", "Loans for construction"), 1, PLUS (LOAN_BALANCE)),
  SUM ("2.4", "liabilities", NC_ ("statement", "Liabilities"), 1, "current-liabilities + loans", PLUS (LIABILITIES)),
  SUM ("2.5", "equity", NC_ ("statement", "Equity"), 1, "paid-in + reserve + undistributed", PLUS (EQUITY)),
  ALL ("2.5.1", "paid-in", NC_ ("statement", "Paid-in capital"), 2, PLUS (EQUITY_INJECTED)),
  ALL ("2.5.3", "reserve", NC_ ("statement", "Cumulative reserve"), 2, PLUS (STATUTORY_RESERVE)),
  BALANCE ("2.5.4", "undistributed", NC_ ("statement", "Cumulative undistributed profit"), 2, PLUS (UNDISTRIBUTED_PROFIT)),
  RATIO ("", "debt-ratio", NC_ ("statement", "Debt ratio"), 0, "liabilities / assets", PLUS (DEBT_RATIO)),
  { 0 },
};

const OutlayRowEntry outlay_loans_rows[] = {
  HEADING ("1", "construction-loans", NC_ ("statement", "Loans for construction"), 0),
  OPENING ("1.1", "opening", NC_ ("statement", "Balance at the beginning"), 1, PLUS (LOAN_BALANCE)),
  FLOW ("", "draw", NC_ ("statement", "Loans drawn"), 1, PLUS (LOAN_DRAW)),
  FLOW ("", "capitalised", NC_ ("statement", "Interest during construction"), 1, PLUS (INTEREST_CAPITALISED)),
  SUM ("1.2", "service", NC_ ("statement", "Debt service"), 1, "principal + interest"),
  FLOW ("", "principal", NC_ ("statement", "Of which principal"), 2, PLUS (LOAN_REPAYMENT)),
  FLOW ("", "interest", NC_ ("statement", "Of which interest"), 2, PLUS (INTEREST)),
  SUM ("1.3", "closing", NC_ ("statement", "Balance at the end"), 1, "opening + draw + capitalised - principal", PLUS (LOAN_BALANCE)),
  HEADING ("", "funds-for-service", NC_ ("statement", "Funds for debt service"), 0),
  MEMO ("", "ebit", NC_ ("statement", "EBIT"), 1, PLUS (EBIT)),
  MEMO ("", "depreciation", NC_ ("statement", "Depreciation and amortisation"), 1, PLUS (DEPRECIATION)),
  MEMO ("", "income-tax", NC_ ("statement", "Income tax"), 1, PLUS (INCOME_TAX)),
  MEMO_SUM ("", "available", NC_ ("statement", "Available for debt service"), 1, "ebit + depreciation - income-tax"),
  HEADING ("", "cover", NC_ ("statement", "Ability to pay"), 0),
  RATIO ("", "icr", NC_ ("statement", "Interest cover (ICR)"), 1, "ebit / interest", PLUS (ICR)),
  RATIO ("", "dscr", NC_ ("statement", "Debt service cover (DSCR)"), 1, "available / service", PLUS (DSCR)),
  { 0 },
};
