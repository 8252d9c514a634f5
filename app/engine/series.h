/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/parameters.h"

/**
 * The one declaration of every yearly series: P (SYMBOL, "name", UNIT, LEVELS, nick).
 *
 * LEVELS  SCOPE: of the plan and of each initiative. PHASE: also by phase and by cell. EVERYWHERE: of each product too. PRODUCT: of each product only.
 */
#define OUTLAY_SERIES(P)                                                                     \
  P (INVESTMENT, "investment", MONEY, PHASE, N_("Investment"))                               \
  P (CAPEX, "capital-expenditure", MONEY, SCOPE, N_("Investment without VAT"))               \
  P (OUTPUT_VALUE, "output-value", MONEY, EVERYWHERE, N_("Output value"))                    \
  P (REVENUE, "revenue", MONEY, EVERYWHERE, N_("Sales"))                                     \
  P (OWN_USE, "own-use", MONEY, PHASE, N_("Own use"))                                        \
  P (SUBSIDY, "subsidy", MONEY, SCOPE, N_("Subsidy"))                                        \
  P (MATERIALS, "materials", MONEY, SCOPE, N_("Materials"))                                  \
  P (ENERGY, "energy", MONEY, SCOPE, N_("Energy"))                                           \
  P (WAGES, "wages", MONEY, SCOPE, N_("Wages"))                                              \
  P (REPAIRS, "repairs", MONEY, SCOPE, N_("Repairs"))                                        \
  P (RESEARCH, "research", MONEY, SCOPE, N_("Research"))                                     \
  P (OTHER_COST, "other-cost", MONEY, SCOPE, N_("Other cost"))                               \
  P (OPERATING_COST, "operating-cost", MONEY, SCOPE, N_("Operating cost"))                   \
  P (DEPRECIATION, "depreciation", MONEY, SCOPE, N_("Depreciation"))                         \
  P (AMORTISATION, "amortisation", MONEY, SCOPE, N_("Amortisation"))                         \
  P (INTEREST_CAPITALISED, "interest-capitalised", MONEY, PHASE, N_("Interest during construction")) \
  P (INTEREST, "interest", MONEY, PHASE, N_("Interest"))                                     \
  P (LOAN_DRAW, "loan-draw", MONEY, PHASE, N_("Loans drawn"))                                \
  P (LOAN_REPAYMENT, "loan-repayment", MONEY, PHASE, N_("Loans repaid"))                     \
  P (LOAN_BALANCE, "loan-balance", MONEY, PHASE, N_("Loan balance"))                         \
  P (VAT_OUT, "vat-out", MONEY, SCOPE, N_("VAT on sales"))                                   \
  P (VAT_IN, "vat-in", MONEY, SCOPE, N_("VAT on purchases"))                                 \
  P (VAT_CREDIT, "vat-credit", MONEY, SCOPE, N_("VAT credit"))                               \
  P (VAT_REFUND, "vat-refund", MONEY, SCOPE, N_("VAT refund"))                               \
  P (VAT_PAYABLE, "vat-payable", MONEY, SCOPE, N_("VAT payable"))                            \
  P (SURCHARGES, "surcharges", MONEY, SCOPE, N_("Surcharges"))                               \
  P (STAMP_TAX, "stamp-tax", MONEY, SCOPE, N_("Stamp tax"))                                  \
  P (PROPERTY_TAX, "property-tax", MONEY, SCOPE, N_("Property tax"))                         \
  P (LAND_TAX, "land-tax", MONEY, SCOPE, N_("Land-use tax"))                                 \
  P (INCOME_TAX, "income-tax", MONEY, SCOPE, N_("Income tax"))                               \
  P (ADJUSTED_INCOME_TAX, "adjusted-income-tax", MONEY, SCOPE, N_("Adjusted income tax"))    \
  P (TAX, "tax", MONEY, PHASE, N_("Tax"))                                                    \
  P (LOCAL_TAX, "local-tax", MONEY, PHASE, N_("Local tax"))                                  \
  P (EBIT, "ebit", MONEY, SCOPE, N_("EBIT"))                                                 \
  P (PROFIT_BEFORE_TAX, "profit-before-tax", MONEY, SCOPE, N_("Profit before tax"))          \
  P (NET_PROFIT, "net-profit", MONEY, SCOPE, N_("Net profit"))                               \
  P (LOSS_USED, "loss-used", MONEY, SCOPE, N_("Losses set off"))                             \
  P (TAXABLE_INCOME, "taxable-income", MONEY, SCOPE, N_("Taxable income"))                   \
  P (RECEIVABLES, "receivables", MONEY, SCOPE, N_("Receivables"))                            \
  P (INVENTORY, "inventory", MONEY, SCOPE, N_("Inventory"))                                  \
  P (PAYABLES, "payables", MONEY, SCOPE, N_("Payables"))                                     \
  P (WORKING_CAPITAL, "working-capital", MONEY, SCOPE, N_("Working capital"))                \
  P (CASH_FLOW_BEFORE_TAX, "cash-flow-before-tax", MONEY, SCOPE, N_("Cash flow before tax")) \
  P (CASH_FLOW_AFTER_TAX, "cash-flow-after-tax", MONEY, SCOPE, N_("Cash flow after tax"))    \
  P (EQUITY_CASH_FLOW, "equity-cash-flow", MONEY, SCOPE, N_("Equity cash flow"))             \
  P (EQUITY_INJECTED, "equity-injected", MONEY, SCOPE, N_("Equity injected"))                \
  P (STATUTORY_RESERVE, "statutory-reserve", MONEY, SCOPE, N_("Statutory reserve"))          \
  P (DIVIDENDS, "dividends", MONEY, SCOPE, N_("Dividends"))                                  \
  P (UNDISTRIBUTED_PROFIT, "undistributed-profit", MONEY, SCOPE, N_("Undistributed profit")) \
  P (CASH, "cash", MONEY, SCOPE, N_("Cash"))                                                 \
  P (NET_ASSETS, "net-assets", MONEY, SCOPE, N_("Net fixed assets"))                         \
  P (NET_ASSETS_BEFORE_FINANCING, "net-assets-before-financing", MONEY, SCOPE, N_("Net assets before financing")) \
  P (CONSTRUCTION_IN_PROGRESS, "construction-in-progress", MONEY, SCOPE, N_("Construction in progress")) \
  P (INTANGIBLE_ASSETS, "intangible-assets", MONEY, SCOPE, N_("Net intangible assets"))      \
  P (ASSETS, "assets", MONEY, SCOPE, N_("Assets"))                                           \
  P (LIABILITIES, "liabilities", MONEY, SCOPE, N_("Liabilities"))                            \
  P (EQUITY, "equity", MONEY, SCOPE, N_("Equity"))                                           \
  P (JOBS, "jobs", PERSONS, SCOPE, N_("Jobs"))                                               \
  P (CO2_AVOIDED, "co2-avoided", TONNES, PHASE, N_("CO₂ avoided"))                           \
  P (ICR, "icr", NONE, SCOPE, N_("Interest cover"))                                          \
  P (DSCR, "dscr", NONE, SCOPE, N_("Debt service cover"))                                    \
  P (DEBT_RATIO, "debt-ratio", SHARE, SCOPE, N_("Debt ratio"))                               \
  P (QUANTITY, "quantity", UNITS, PRODUCT, N_("Quantity"))                                   \
  P (QUANTITY_SOLD, "quantity-sold", UNITS, PRODUCT, N_("Quantity sold"))

/**
 * The one declaration of every indicator: P (SYMBOL, "name", UNIT, nick).
 */
#define OUTLAY_INDICATORS(P)                                                                 \
  P (CONSTRUCTION_INVESTMENT, "construction-investment", MONEY, N_("Construction investment")) \
  P (TOTAL_INVESTMENT, "total-investment", MONEY, N_("Total investment"))                    \
  P (NPV_BEFORE_TAX, "npv-before-tax", MONEY, N_("NPV before tax"))                          \
  P (NPV_AFTER_TAX, "npv-after-tax", MONEY, N_("NPV after tax"))                             \
  P (NPV_EQUITY, "npv-equity", MONEY, N_("NPV of equity"))                                   \
  P (IRR_BEFORE_TAX, "irr-before-tax", SHARE_A_YEAR, N_("IRR before tax"))                   \
  P (IRR_AFTER_TAX, "irr-after-tax", SHARE_A_YEAR, N_("IRR after tax"))                      \
  P (IRR_EQUITY, "irr-equity", SHARE_A_YEAR, N_("IRR of equity"))                            \
  P (MIRR, "mirr", SHARE_A_YEAR, N_("Modified IRR"))                                         \
  P (PAYBACK_BEFORE_TAX, "payback-before-tax", YEARS, N_("Payback before tax"))              \
  P (PAYBACK, "payback", YEARS, N_("Payback after tax"))                                     \
  P (PAYBACK_DISCOUNTED, "payback-discounted", YEARS, N_("Discounted payback"))              \
  P (DESIGN_YEAR, "design-year", CALENDAR_YEAR, N_("Design year"))                           \
  P (ROI, "roi", SHARE, N_("Return on investment"))                                          \
  P (ROE, "roe", SHARE, N_("Return on equity"))                                              \
  P (ICR_MIN, "icr-min", NONE, N_("Smallest interest cover"))                                \
  P (ICR_MEAN, "icr-mean", NONE, N_("Mean interest cover"))                                  \
  P (DSCR_MIN, "dscr-min", NONE, N_("Smallest debt service cover"))                          \
  P (DSCR_MEAN, "dscr-mean", NONE, N_("Mean debt service cover"))                            \
  P (DEBT_RATIO_MAX, "debt-ratio-max", SHARE, N_("Largest debt ratio"))                      \
  P (BREAK_EVEN_UTILISATION, "break-even-utilisation", SHARE, N_("Break-even utilisation"))  \
  P (LEVELISED_COST, "levelised-cost", MONEY_PER_UNIT, N_("Levelised cost"))                 \
  P (INVESTMENT_PER_MU, "investment-per-mu", MONEY_PER_MU, N_("Investment per mu"))          \
  P (OUTPUT_PER_MU, "output-per-mu", MONEY_PER_MU, N_("Output per mu"))                      \
  P (TAX_PER_MU, "tax-per-mu", MONEY_PER_MU, N_("Tax per mu"))                               \
  P (JOBS, "jobs", PERSONS, N_("Jobs in the design year"))                                   \
  P (CO2_AVOIDED, "co2-avoided", TONNES, N_("CO₂ avoided in all"))

#define OUTLAY_SERIES_SYMBOL(SYMBOL, ...) OUTLAY_SERIES_##SYMBOL,
#define OUTLAY_INDICATOR_SYMBOL(SYMBOL, ...) OUTLAY_INDICATOR_##SYMBOL,

typedef enum { OUTLAY_SERIES (OUTLAY_SERIES_SYMBOL) OUTLAY_N_SERIES } OutlaySeries;
typedef enum { OUTLAY_INDICATORS (OUTLAY_INDICATOR_SYMBOL) OUTLAY_N_INDICATORS } OutlayIndicator;

/* Sets of them are 64 bits wide. */
G_STATIC_ASSERT ((int) OUTLAY_N_SERIES <= 64 && (int) OUTLAY_N_INDICATORS <= 64);

#define OUTLAY_ALL_SERIES (G_MAXUINT64 >> (64 - OUTLAY_N_SERIES))
#define OUTLAY_ALL_INDICATORS (G_MAXUINT64 >> (64 - OUTLAY_N_INDICATORS))

typedef enum
{
  OUTLAY_LEVELS_SCOPE,
  OUTLAY_LEVELS_PHASE,
  OUTLAY_LEVELS_EVERYWHERE,
  OUTLAY_LEVELS_PRODUCT,
} OutlayLevels;

static inline gboolean
outlay_levels_have_phases (OutlayLevels levels)
{
  return levels == OUTLAY_LEVELS_PHASE || levels == OUTLAY_LEVELS_EVERYWHERE;
}

static inline gboolean
outlay_levels_have_products (OutlayLevels levels)
{
  return levels == OUTLAY_LEVELS_PRODUCT || levels == OUTLAY_LEVELS_EVERYWHERE;
}

/* Names, units and nicks by enumerator; nicks are untranslated msgids for gettext(). "sales" and "output" are accepted as
 * other names by outlay_series_from_name(). The from_name functions return -1 for an unknown name. */
const char *outlay_series_name (OutlaySeries series);
const char *outlay_series_nick (OutlaySeries series);
OutlayUnit outlay_series_unit (OutlaySeries series);
OutlayLevels outlay_series_levels (OutlaySeries series);
int outlay_series_from_name (const char *name);

const char *outlay_indicator_name (OutlayIndicator indicator);
const char *outlay_indicator_nick (OutlayIndicator indicator);
OutlayUnit outlay_indicator_unit (OutlayIndicator indicator);
int outlay_indicator_from_name (const char *name);
