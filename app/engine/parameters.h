/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * The one declaration of every number of a plan.
 *
 * Each line names the number (symbol and plan-file member), its kind, unit, smallest and largest value, the value it has where a plan
 * file leaves it out, whether the file must give it, and what a planner reads about it. The engine takes its slots from these
 * lists; the plan takes its properties, and with them the reader, the writer, the editors, the scenarios and the
 * command line take everything else. To add a number, add a line here and use it in the engine.
 *
 * A list is used by defining a macro of the shape P (SYMBOL, "name", KIND, UNIT, minimum, maximum, standard, PRESENCE, nick, blurb)
 * and passing it: OUTLAY_TAXES_PARAMETERS (P).
 *
 * KIND      REAL, INTEGER, MONTH (months since year 0: 12 · year + month − 1), or CHOICE (index into the words of the choice)
 * UNIT      see #OutlayUnit
 * PRESENCE  OPTIONAL, REQUIRED, or NULLABLE (may be null; the engine sees null as +infinity: no limit)
 *
 * The order inside a list is the order of the plan file.
 */

#include <float.h>
#include <glib/gi18n.h>

#define OUTLAY_UNLIMITED DBL_MAX

#define OUTLAY_PLAN_PARAMETERS(P)                                                                                          \
  P (FIRST_YEAR, "first-year", INTEGER, CALENDAR_YEAR, 1900, 2200, 2025, REQUIRED,                                         \
     N_("First year"), N_("Calendar year in which the projection begins"))                                                 \
  P (YEARS, "years", INTEGER, YEARS, 1, 100, 20, OPTIONAL,                                                                 \
     N_("Years"), N_("Number of calendar years that are projected"))                                                       \
  P (DISCOUNT_RATE, "discount-rate", REAL, SHARE_A_YEAR, -0.5, 1, 0.08, OPTIONAL,                                          \
     N_("Discount rate"), N_("Rate at which later money counts for less"))                                                 \
  P (DISCOUNTING, "discounting", CHOICE, NONE, 0, 1, OUTLAY_DISCOUNTING_END_OF_YEAR, OPTIONAL,                             \
     N_("Discounting"), N_("Moment of the year at which its cash flow is taken to fall"))                                  \
  P (SITE_AREA, "site-area", REAL, SQUARE_METRES, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                        \
     N_("Site area"), N_("Land that the whole project occupies"))

#define OUTLAY_TAXES_PARAMETERS(P)                                                                                         \
  P (SURCHARGE_RATE, "surcharge-rate", REAL, SHARE, 0, 1, 0.12, OPTIONAL,                                                  \
     N_("Surcharges"), N_("City construction tax and education surcharges, as a share of VAT payable"))                    \
  P (STAMP_RATE, "stamp-rate", REAL, SHARE, 0, 1, 0.0003, OPTIONAL,                                                        \
     N_("Stamp tax"), N_("Stamp tax as a share of revenue"))                                                               \
  P (PROPERTY_RATE, "property-rate", REAL, SHARE_A_YEAR, 0, 1, 0.0084, OPTIONAL,                                           \
     N_("Property tax"), N_("Property tax as a share of the buildings’ cost a year"))                                      \
  P (LAND_TAX, "land-tax", REAL, MONEY_PER_SQUARE_METRE_YEAR, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                            \
     N_("Land-use tax"), N_("Land-use tax for each square metre of the site and year"))                                    \
  P (VAT_REFUND, "vat-refund", REAL, SHARE, 0, 1, 0, OPTIONAL,                                                             \
     N_("VAT refund"), N_("Share of the VAT credit at the end of a year that is paid back"))                               \
  P (RESEARCH_EXTRA, "research-extra", REAL, SHARE, 0, 3, 1, OPTIONAL,                                                     \
     N_("Extra research deduction"), N_("Share of research cost that is deducted from income tax a second time"))          \
  P (LOCAL_VAT_SHARE, "local-vat-share", REAL, SHARE, 0, 1, 0.5, OPTIONAL,                                                 \
     N_("Local share of VAT"), N_("Share of VAT that stays with the local budget"))                                        \
  P (LOCAL_INCOME_TAX_SHARE, "local-income-tax-share", REAL, SHARE, 0, 1, 0.4, OPTIONAL,                                   \
     N_("Local share of income tax"), N_("Share of income tax that stays with the local budget"))

#define OUTLAY_FINANCE_PARAMETERS(P)                                                                                       \
  P (DEBT_SHARE, "debt-share", REAL, SHARE, 0, 1, 0, OPTIONAL,                                                             \
     N_("Debt share"), N_("Share of the construction cost that is borrowed"))                                              \
  P (INTEREST_RATE, "interest-rate", REAL, SHARE_A_YEAR, 0, 1, 0.042, OPTIONAL,                                            \
     N_("Interest rate"), N_("Interest on the loans; also the finance rate of the MIRR"))                                  \
  P (REPAYMENT, "repayment", CHOICE, NONE, 0, 2, OUTLAY_REPAYMENT_EQUAL_PRINCIPAL, OPTIONAL,                               \
     N_("Repayment"), N_("How the loans are paid back"))                                                                   \
  P (REPAYMENT_YEARS, "repayment-years", INTEGER, YEARS, 1, 60, 8, OPTIONAL,                                               \
     N_("Repayment years"), N_("Years over which a loan is paid back after completion"))                                   \
  P (RECEIVABLES_BASIS, "receivables-basis", CHOICE, NONE, 0, 1, OUTLAY_RECEIVABLES_BASIS_REVENUE, OPTIONAL,               \
     N_("Receivables basis"), N_("Yearly amount on which receivables are reckoned"))                                       \
  P (PAYOUT, "payout", REAL, SHARE, 0, 1, 0, OPTIONAL,                                                                     \
     N_("Payout"), N_("Share of the net profit after reserves that is paid as dividends"))                                 \
  P (RESERVE_RATE, "reserve-rate", REAL, SHARE, 0, 1, 0.1, OPTIONAL,                                                       \
     N_("Statutory reserve"), N_("Share of the net profit that is put into the statutory reserve"))

#define OUTLAY_ASSETS_PARAMETERS(P)                                                                                        \
  P (BUILDING_LIFE, "building-life", REAL, YEARS, 1, 100, 20, OPTIONAL,                                                    \
     N_("Life of buildings"), N_("Years over which buildings are depreciated"))                                            \
  P (EQUIPMENT_LIFE, "equipment-life", REAL, YEARS, 1, 100, 10, OPTIONAL,                                                  \
     N_("Life of equipment"), N_("Years over which equipment is depreciated"))                                             \
  P (INTANGIBLE_LIFE, "intangible-life", REAL, YEARS, 1, 100, 10, OPTIONAL,                                                \
     N_("Life of intangibles"), N_("Years over which intangible assets are amortised"))                                    \
  P (RESIDUAL, "residual", REAL, SHARE, 0, 1, 0.05, OPTIONAL,                                                              \
     N_("Residual value"), N_("Share of buildings’ and equipment’s cost that is left at the end of their life"))

#define OUTLAY_PHASE_PARAMETERS(P)                                                                                         \
  P (START, "start", MONTH, MONTH, 22800, 27599, 24300, REQUIRED,                                                          \
     N_("Start"), N_("Month in which the works begin"))                                                                    \
  P (BUILD_MONTHS, "build-months", REAL, MONTHS, 1, 600, 12, OPTIONAL,                                                     \
     N_("Building time"), N_("Months that the works are planned to take"))                                                 \
  P (DELAY_MONTHS, "delay-months", REAL, MONTHS, 0, 600, 0, OPTIONAL,                                                      \
     N_("Delay"), N_("Months by which the works take longer than planned"))                                                \
  P (FLOOR_AREA, "floor-area", REAL, SQUARE_METRES, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                      \
     N_("Floor area"), N_("Floor area of the buildings of this phase"))

#define OUTLAY_INITIATIVE_DESIGN_PARAMETERS(P)                                                                             \
  P (DESIGN_INVESTMENT, "design-investment", REAL, MONEY, DBL_MIN, OUTLAY_UNLIMITED, 1, REQUIRED,                          \
     N_("Design investment"), N_("What the initiative’s full design costs to build, with VAT"))                            \
  P (SCALE_EXPONENT, "scale-exponent", REAL, NONE, 0.3, 1.5, 1, OPTIONAL,                                                  \
     N_("Scale exponent"), N_("How cost grows with capacity: 1 in proportion, 0.6 the six-tenths rule"))

#define OUTLAY_INITIATIVE_OPERATION_PARAMETERS(P)                                                                          \
  P (STAFF, "staff", REAL, PERSONS, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                                      \
     N_("Staff"), N_("Persons employed at full design"))                                                                   \
  P (WAGE, "wage", REAL, MONEY_PER_PERSON_YEAR, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                          \
     N_("Wage"), N_("Cost of a person and year, with social insurance"))                                                   \
  P (WAGE_GROWTH, "wage-growth", REAL, SHARE_A_YEAR, -0.5, 1, 0, OPTIONAL,                                                 \
     N_("Wage growth"), N_("Yearly growth of the wage"))                                                                   \
  P (REPAIR_RATE, "repair-rate", REAL, SHARE_A_YEAR, 0, 1, 0, OPTIONAL,                                                    \
     N_("Repairs"), N_("Repairs and upkeep as a share of the construction cost a year"))                                   \
  P (RESEARCH_RATE, "research-rate", REAL, SHARE, 0, 1, 0, OPTIONAL,                                                       \
     N_("Research"), N_("Research and development as a share of revenue"))                                                 \
  P (OTHER_COST_RATE, "other-cost-rate", REAL, SHARE, 0, 1, 0, OPTIONAL,                                                   \
     N_("Other cost"), N_("Selling, management and other cost as a share of revenue"))                                     \
  P (INPUT_VAT_RATE, "input-vat-rate", REAL, SHARE, 0, 1, 0.13, OPTIONAL,                                                  \
     N_("VAT on inputs"), N_("VAT paid on materials and energy, as a share of their cost"))                                \
  P (INVESTMENT_VAT_SHARE, "investment-vat-share", REAL, SHARE, 0, 0.5, 0, OPTIONAL,                                       \
     N_("VAT in the investment"), N_("Deductible VAT inside the construction cost, as a share of it"))                     \
  P (BUILDING_SHARE, "building-share", REAL, SHARE, 0, 1, 0.4, OPTIONAL,                                                   \
     N_("Share of buildings"), N_("Share of the construction cost that goes into buildings"))                              \
  P (EQUIPMENT_SHARE, "equipment-share", REAL, SHARE, 0, 1, 0.6, OPTIONAL,                                                 \
     N_("Share of equipment"), N_("Share of the construction cost that goes into equipment; the rest is intangible"))      \
  P (INCOME_TAX_RATE, "income-tax-rate", REAL, SHARE, 0, 1, 0.25, OPTIONAL,                                                \
     N_("Income tax"), N_("Rate of the enterprise income tax"))                                                            \
  P (TAX_EXEMPT_YEARS, "tax-exempt-years", INTEGER, YEARS, 0, 50, 0, OPTIONAL,                                             \
     N_("Tax-exempt years"), N_("Years without income tax, counted from the first earning year"))                          \
  P (TAX_HALF_YEARS, "tax-half-years", INTEGER, YEARS, 0, 50, 0, OPTIONAL,                                                 \
     N_("Half-rate years"), N_("Years at the reduced income tax rate that follow the exempt ones"))                        \
  P (TAX_HALF_RATE, "tax-half-rate", REAL, SHARE, 0, 1, 0.125, OPTIONAL,                                                   \
     N_("Half rate"), N_("Income tax rate in the half-rate years"))                                                        \
  P (LOSS_YEARS, "loss-years", INTEGER, YEARS, 0, 100, 5, OPTIONAL,                                                        \
     N_("Loss carry-forward"), N_("Years in which a tax loss can be set off against profit"))                              \
  P (SUBSIDY, "subsidy", REAL, MONEY_A_YEAR, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                             \
     N_("Subsidy"), N_("Operating subsidy of each year, not a grant towards the investment"))                              \
  P (SUBSIDY_YEARS, "subsidy-years", INTEGER, YEARS, 0, 100, 0, OPTIONAL,                                                  \
     N_("Subsidy years"), N_("Years in which the subsidy is paid, counted from the first earning year"))                   \
  P (RECEIVABLE_DAYS, "receivable-days", REAL, DAYS, 0, 720, 0, OPTIONAL,                                                  \
     N_("Receivable days"), N_("Days that customers take to pay"))                                                         \
  P (INVENTORY_DAYS, "inventory-days", REAL, DAYS, 0, 720, 0, OPTIONAL,                                                    \
     N_("Inventory days"), N_("Days of material use held in stock"))                                                       \
  P (PAYABLE_DAYS, "payable-days", REAL, DAYS, 0, 720, 0, OPTIONAL,                                                        \
     N_("Payable days"), N_("Days in which suppliers are paid"))

/* In the plan file the ramp-up and the products, which are arrays, stand between the two. */
#define OUTLAY_INITIATIVE_PARAMETERS(P) OUTLAY_INITIATIVE_DESIGN_PARAMETERS (P) OUTLAY_INITIATIVE_OPERATION_PARAMETERS (P)

#define OUTLAY_PRODUCT_PARAMETERS(P)                                                                                       \
  P (CAPACITY, "capacity", REAL, UNITS_A_YEAR, 0, OUTLAY_UNLIMITED, 0, REQUIRED,                                           \
     N_("Capacity"), N_("Units a year that the full design can make"))                                                     \
  P (PRICE, "price", REAL, MONEY_PER_UNIT, 0, OUTLAY_UNLIMITED, 0, REQUIRED,                                               \
     N_("Price"), N_("Price of a unit without VAT"))                                                                       \
  P (PRICE_GROWTH, "price-growth", REAL, SHARE_A_YEAR, -0.5, 1, 0, OPTIONAL,                                               \
     N_("Price growth"), N_("Yearly growth of the price"))                                                                 \
  P (SELL_THROUGH, "sell-through", REAL, SHARE, 0, 1, 1, OPTIONAL,                                                         \
     N_("Sold share"), N_("Share of the output that is sold; the rest is used on site"))                                   \
  P (OWN_USE_VALUE, "own-use-value", REAL, MONEY_PER_UNIT, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                               \
     N_("Own-use value"), N_("What a unit that is used on site saves"))                                                    \
  P (MARKET_LIMIT, "market-limit", REAL, UNITS_A_YEAR, 0, OUTLAY_UNLIMITED, 0, NULLABLE,                                   \
     N_("Market limit"), N_("Units a year that the market takes at most"))                                                 \
  P (MARKET_GROWTH, "market-growth", REAL, SHARE_A_YEAR, -0.5, 1, 0, OPTIONAL,                                             \
     N_("Market growth"), N_("Yearly growth of the market limit"))                                                         \
  P (MATERIAL_COST, "material-cost", REAL, MONEY_PER_UNIT, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                               \
     N_("Material cost"), N_("Materials in a unit, without VAT"))                                                          \
  P (MATERIAL_GROWTH, "material-growth", REAL, SHARE_A_YEAR, -0.5, 1, 0, OPTIONAL,                                         \
     N_("Material cost growth"), N_("Yearly growth of the material cost"))                                                 \
  P (ENERGY_COST, "energy-cost", REAL, MONEY_PER_UNIT, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                   \
     N_("Energy cost"), N_("Energy in a unit, without VAT"))                                                               \
  P (ENERGY_GROWTH, "energy-growth", REAL, SHARE_A_YEAR, -0.5, 1, 0, OPTIONAL,                                             \
     N_("Energy cost growth"), N_("Yearly growth of the energy cost"))                                                     \
  P (VAT_RATE, "vat-rate", REAL, SHARE, 0, 1, 0.13, OPTIONAL,                                                              \
     N_("VAT"), N_("VAT on sales, as a share of revenue"))                                                                 \
  P (DEGRADATION, "degradation", REAL, SHARE_A_YEAR, 0, 0.5, 0, OPTIONAL,                                                  \
     N_("Degradation"), N_("Yearly loss of output after completion"))                                                      \
  P (CO2_AVOIDED, "co2-avoided", REAL, TONNES_PER_UNIT, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                  \
     N_("CO₂ avoided"), N_("Tonnes of carbon dioxide that a unit avoids"))

/* Two runs of numbers that are not members of one object but arrays: the cell investments and the ramp-up shares. */
#define OUTLAY_CELL_PARAMETERS(P)                                                                                          \
  P (INVESTMENT, "investment", REAL, MONEY, 0, OUTLAY_UNLIMITED, 0, OPTIONAL,                                              \
     N_("Investment"), N_("Construction cost with VAT that an initiative spends in a phase"))

#define OUTLAY_RAMP_UP_PARAMETERS(P)                                                                                       \
  P (SHARE, "ramp-up", REAL, SHARE, 0, 2, 1, OPTIONAL,                                                                     \
     N_("Ramp-up"), N_("Utilisation in each twelve months after completion; the last holds after"))

/**
 * OutlayUnit:
 *
 * What a number counts. Money is in the plan's plain currency unit (yuan).
 */
typedef enum
{
  OUTLAY_UNIT_NONE,
  OUTLAY_UNIT_SHARE,
  OUTLAY_UNIT_SHARE_A_YEAR,
  OUTLAY_UNIT_MONEY,
  OUTLAY_UNIT_MONEY_A_YEAR,
  OUTLAY_UNIT_MONEY_PER_UNIT,
  OUTLAY_UNIT_MONEY_PER_PERSON_YEAR,
  OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR,
  OUTLAY_UNIT_MONEY_PER_MU,
  OUTLAY_UNIT_UNITS_A_YEAR,
  OUTLAY_UNIT_SQUARE_METRES,
  OUTLAY_UNIT_MONTH,
  OUTLAY_UNIT_MONTHS,
  OUTLAY_UNIT_CALENDAR_YEAR,
  OUTLAY_UNIT_YEARS,
  OUTLAY_UNIT_DAYS,
  OUTLAY_UNIT_PERSONS,
  OUTLAY_UNIT_TONNES,
  OUTLAY_UNIT_TONNES_PER_UNIT,
  OUTLAY_UNIT_UNITS,
} OutlayUnit;

typedef enum
{
  OUTLAY_DISCOUNTING_END_OF_YEAR,
  OUTLAY_DISCOUNTING_MID_YEAR,
} OutlayDiscounting;

typedef enum
{
  OUTLAY_REPAYMENT_EQUAL_PRINCIPAL,
  OUTLAY_REPAYMENT_EQUAL_INSTALMENT,
  OUTLAY_REPAYMENT_FROM_EARNINGS,
} OutlayRepayment;

typedef enum
{
  OUTLAY_RECEIVABLES_BASIS_REVENUE,
  OUTLAY_RECEIVABLES_BASIS_OPERATING_COST,
} OutlayReceivablesBasis;

/* Slots: OUTLAY_TAXES_STAMP_RATE and so on, from 0 in each list; OUTLAY_N_TAXES_PARAMETERS is their count. */
#define OUTLAY_SLOT_PLAN(SYMBOL, ...) OUTLAY_PLAN_##SYMBOL,
#define OUTLAY_SLOT_TAXES(SYMBOL, ...) OUTLAY_TAXES_##SYMBOL,
#define OUTLAY_SLOT_FINANCE(SYMBOL, ...) OUTLAY_FINANCE_##SYMBOL,
#define OUTLAY_SLOT_ASSETS(SYMBOL, ...) OUTLAY_ASSETS_##SYMBOL,
#define OUTLAY_SLOT_PHASE(SYMBOL, ...) OUTLAY_PHASE_##SYMBOL,
#define OUTLAY_SLOT_INITIATIVE(SYMBOL, ...) OUTLAY_INITIATIVE_##SYMBOL,
#define OUTLAY_SLOT_PRODUCT(SYMBOL, ...) OUTLAY_PRODUCT_##SYMBOL,

typedef enum { OUTLAY_PLAN_PARAMETERS (OUTLAY_SLOT_PLAN) OUTLAY_N_PLAN_PARAMETERS } OutlayPlanSlot;
typedef enum { OUTLAY_TAXES_PARAMETERS (OUTLAY_SLOT_TAXES) OUTLAY_N_TAXES_PARAMETERS } OutlayTaxesSlot;
typedef enum { OUTLAY_FINANCE_PARAMETERS (OUTLAY_SLOT_FINANCE) OUTLAY_N_FINANCE_PARAMETERS } OutlayFinanceSlot;
typedef enum { OUTLAY_ASSETS_PARAMETERS (OUTLAY_SLOT_ASSETS) OUTLAY_N_ASSETS_PARAMETERS } OutlayAssetsSlot;
typedef enum { OUTLAY_PHASE_PARAMETERS (OUTLAY_SLOT_PHASE) OUTLAY_N_PHASE_PARAMETERS } OutlayPhaseSlot;
typedef enum { OUTLAY_INITIATIVE_PARAMETERS (OUTLAY_SLOT_INITIATIVE) OUTLAY_N_INITIATIVE_PARAMETERS } OutlayInitiativeSlot;
typedef enum { OUTLAY_PRODUCT_PARAMETERS (OUTLAY_SLOT_PRODUCT) OUTLAY_N_PRODUCT_PARAMETERS } OutlayProductSlot;
