/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The estimates that the other statements build upon: investment and its funding, revenue, cost, tax. Numbers and order are the method's. */

#include "engine/cost-classes.h"
#include "statement/table.h"

#include <glib/gi18n.h>

#define ADDED(SYMBOL, rows) "+ " rows " "

const OutlayRowEntry outlay_construction_investment_rows[] = {
  SUM ("1", "construction-investment", NC_ ("statement", "Construction investment"), 0, "without-vat + vat", PLUS (INVESTMENT)),
  FLOW ("1.1", "without-vat", NC_ ("statement", "Without deductible VAT"), 1, PLUS (CAPEX)),
  FLOW ("1.2", "vat", NC_ ("statement", "Deductible VAT"), 1, PLUS (INVESTMENT), LESS (CAPEX)),
  MEMO_SHARE_OF ("", "buildings", NC_ ("statement", "Of which buildings"), 1, BUILDING_SHARE, PLUS (INVESTMENT)),
  MEMO_SHARE_OF ("", "equipment", NC_ ("statement", "Of which equipment"), 1, EQUIPMENT_SHARE, PLUS (INVESTMENT)),
  MEMO_SUM ("", "intangibles", NC_ ("statement", "Of which intangible and other assets"), 1, "construction-investment - buildings - equipment"),
  FLOW ("2", "interest", NC_ ("statement", "Interest during construction"), 0, PLUS (INTEREST_CAPITALISED)),
  SUM ("3", "investment", NC_ ("statement", "Construction investment and interest"), 0, "construction-investment + interest"),
  SUM ("4", "funds", NC_ ("statement", "Sources of funds"), 0, "own-funds + loans"),
  FLOW ("4.1", "own-funds", NC_ ("statement", "Own funds"), 1, PLUS (INVESTMENT), LESS (LOAN_DRAW)),
  SUM ("4.2", "loans", NC_ ("statement", "Loans"), 1, "loans-drawn + loans-interest"),
  FLOW ("4.2.1", "loans-drawn", NC_ ("statement", "For construction investment"), 2, PLUS (LOAN_DRAW)),
  FLOW ("4.2.2", "loans-interest", NC_ ("statement", "For interest during construction"), 2, PLUS (INTEREST_CAPITALISED)),
  { 0 },
};

const OutlayRowEntry outlay_investment_plan_rows[] = {
  SUM ("1", "total-investment", NC_ ("statement", "Total investment"), 0, "construction-investment + interest + working-capital"),
  FLOW ("1.1", "construction-investment", NC_ ("statement", "Construction investment"), 1, PLUS (INVESTMENT)),
  FLOW ("1.2", "interest", NC_ ("statement", "Interest during construction"), 1, PLUS (INTEREST_CAPITALISED)),
  CHANGE ("1.3", "working-capital", NC_ ("statement", "Working capital"), 1, PLUS (WORKING_CAPITAL)),
  SUM ("2", "funds", NC_ ("statement", "Sources of funds"), 0, "equity + loans + other-funds"),
  FLOW ("2.1", "equity", NC_ ("statement", "Equity injected"), 1, PLUS (EQUITY_INJECTED)),
  SUM ("2.2", "loans", NC_ ("statement", "Loans"), 1, "loans-drawn + loans-interest"),
  FLOW ("2.2.1", "loans-drawn", NC_ ("statement", "For construction investment"), 2, PLUS (LOAN_DRAW)),
  FLOW ("2.2.2", "loans-interest", NC_ ("statement", "For interest during construction"), 2, PLUS (INTEREST_CAPITALISED)),
  SUM ("2.3", "other-funds", NC_ ("statement", "Other funds: cash from operations"), 1, "earned + vat - service - dividends - cash"),
  FLOW ("", "earned", NC_ ("statement", "EBIT, depreciation and amortisation less income tax"), 2, PLUS (EBIT), PLUS (DEPRECIATION), LESS (INCOME_TAX)),
  FLOW ("", "vat", NC_ ("statement", "VAT received less VAT paid in operation"), 2, PLUS (VAT_OUT), PLUS (VAT_REFUND), LESS (VAT_IN), LESS (VAT_PAYABLE),
        PLUS (INVESTMENT), LESS (CAPEX)),
  FLOW ("", "service", NC_ ("statement", "Less: debt service"), 2, PLUS (INTEREST), PLUS (LOAN_REPAYMENT)),
  FLOW ("", "dividends", NC_ ("statement", "Less: profit distributed"), 2, PLUS (DIVIDENDS)),
  CHANGE ("", "cash", NC_ ("statement", "Less: increase of cash"), 2, PLUS (CASH)),
  { 0 },
};

const OutlayRowEntry outlay_revenue_rows[] = {
  FLOW ("1", "revenue", NC_ ("statement", "Revenue"), 0, PLUS (REVENUE)),
  PARTS,
  FLOW ("", "own-use", NC_ ("statement", "Own use"), 0, PLUS (OWN_USE)),
  SUM ("2", "taxes-and-surcharges", NC_ ("statement", "Taxes and surcharges"), 0, "surcharges + stamp-tax + property-tax + land-tax"),
  FLOW ("2.1", "surcharges", NC_ ("statement", "Surcharges on VAT"), 1, PLUS (SURCHARGES)),
  FLOW ("2.2", "stamp-tax", NC_ ("statement", "Stamp tax"), 1, PLUS (STAMP_TAX)),
  FLOW ("2.3", "property-tax", NC_ ("statement", "Property tax"), 1, PLUS (PROPERTY_TAX)),
  FLOW ("2.4", "land-tax", NC_ ("statement", "Land-use tax"), 1, PLUS (LAND_TAX)),
  SUM ("3", "vat-payable", NC_ ("statement", "VAT payable"), 0, "vat-out - vat-in + vat-credit + vat-refund", PLUS (VAT_PAYABLE)),
  FLOW ("3.1", "vat-out", NC_ ("statement", "VAT on sales"), 1, PLUS (VAT_OUT)),
  SUM ("3.2", "vat-in", NC_ ("statement", "VAT on purchases and works"), 1, "vat-purchases + vat-works", PLUS (VAT_IN)),
  FLOW ("", "vat-purchases", NC_ ("statement", "Of which on materials and energy"), 2, PLUS (VAT_IN), LESS (INVESTMENT), PLUS (CAPEX)),
  FLOW ("", "vat-works", NC_ ("statement", "Of which in the construction investment"), 2, PLUS (INVESTMENT), LESS (CAPEX)),
  CHANGE ("", "vat-credit", NC_ ("statement", "Increase of the VAT credit"), 1, PLUS (VAT_CREDIT)),
  FLOW ("", "vat-refund", NC_ ("statement", "VAT refunded"), 1, PLUS (VAT_REFUND)),
  MEMO ("", "output-value", NC_ ("statement", "Memo: output value"), 0, PLUS (OUTPUT_VALUE)),
  { 0 },
};

const OutlayRowEntry outlay_total_cost_rows[] = {
  FLOW ("1", "materials", NC_ ("statement", "Materials"), 0, PLUS (MATERIALS)),
  FLOW ("2", "energy", NC_ ("statement", "Fuel and energy"), 0, PLUS (ENERGY)),
  FLOW ("3", "wages", NC_ ("statement", "Wages and welfare"), 0, PLUS (WAGES)),
  FLOW ("4", "repairs", NC_ ("statement", "Repairs"), 0, PLUS (REPAIRS)),
  SUM ("5", "other", NC_ ("statement", "Other expenses"), 0, "research + other-cost"),
  FLOW ("5.1", "research", NC_ ("statement", "Research"), 1, PLUS (RESEARCH)),
  FLOW ("5.2", "other-cost", NC_ ("statement", "Other cost"), 1, PLUS (OTHER_COST)),
  SUM ("6", "operating-cost", NC_ ("statement", "Operating cost"), 0, "materials + energy + wages + repairs + other", PLUS (OPERATING_COST)),
  FLOW ("7", "depreciation", NC_ ("statement", "Depreciation"), 0, PLUS (DEPRECIATION), LESS (AMORTISATION)),
  FLOW ("8", "amortisation", NC_ ("statement", "Amortisation"), 0, PLUS (AMORTISATION)),
  FLOW ("9", "interest", NC_ ("statement", "Interest expense"), 0, PLUS (INTEREST)),
  SUM ("10", "total-cost", NC_ ("statement", "Total of all cost"), 0, "operating-cost + depreciation + amortisation + interest"),
  MEMO_SUM ("", "variable-cost", NC_ ("statement", "Of which variable cost"), 1, OUTLAY_VARIABLE_COSTS (ADDED)),
  MEMO_SUM ("", "fixed-cost", NC_ ("statement", "Of which fixed cost"), 1, OUTLAY_FIXED_COSTS (ADDED)),
  { 0 },
};

const OutlayRowEntry outlay_tax_rows[] = {
  FLOW ("1", "vat-payable", NC_ ("statement", "VAT payable"), 0, PLUS (VAT_PAYABLE)),
  FLOW ("2", "surcharges", NC_ ("statement", "Surcharges on VAT"), 0, PLUS (SURCHARGES)),
  FLOW ("3", "stamp-tax", NC_ ("statement", "Stamp tax"), 0, PLUS (STAMP_TAX)),
  FLOW ("4", "property-tax", NC_ ("statement", "Property tax"), 0, PLUS (PROPERTY_TAX)),
  FLOW ("5", "land-tax", NC_ ("statement", "Land-use tax"), 0, PLUS (LAND_TAX)),
  FLOW ("6", "income-tax", NC_ ("statement", "Income tax"), 0, PLUS (INCOME_TAX)),
  SUM ("7", "tax", NC_ ("statement", "Tax in all"), 0, "vat-payable + surcharges + stamp-tax + property-tax + land-tax + income-tax", PLUS (TAX)),
  FLOW ("7.1", "local-tax", NC_ ("statement", "Local share"), 1, PLUS (LOCAL_TAX)),
  SUM ("7.2", "central-tax", NC_ ("statement", "Central share"), 1, "tax - local-tax"),
  { 0 },
};
