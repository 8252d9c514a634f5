/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §10 Indicators, of the plan and of each initiative. Included by kernel.c. */

#include "engine/cost-classes.h"
#include "engine/land.h"
#include "engine/workspace.h"

#define ADDED(SYMBOL, rows) + y[SYMBOL]
#define WANTED(SYMBOL) (has (place->values->members, OUTLAY_INDICATOR_##SYMBOL))

/* Where the indicators of a scope are kept. */
typedef struct
{
  const OutlayTable *values;
  const OutlayTable *roots;
  const OutlayTable *n_roots;
  gsize index;
} Place;

static void
keep (const Workspace *w, const Place *place, OutlayIndicator indicator, Lanes value)
{
  double *row = outlay_table_rows (place->values, place->index, indicator);

  if (row)
    *(LanesInMemory *) (row + w->first_lane) = value;
}

/* Interest cover and debt service cover of every year, null where nothing is due. */
static void
cover_ratios (const Workspace *w, const Scope *scope)
{
  const Lanes none = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = scope->years[t];
      const Lanes service = y[INTEREST] + y[LOAN_REPAYMENT];

      y[ICR] = lanes_or_null (lanes_less (none, y[INTEREST]), y[EBIT] / y[INTEREST]);
      y[DSCR] = lanes_or_null (lanes_less (none, service), (y[EBIT] + y[DEPRECIATION] - y[INCOME_TAX]) / service);
    }
}

static Lanes
peak (const Workspace *w, const Scope *scope, guint member)
{
  Lanes largest = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    largest = lanes_max (scope->years[t][member], largest); /* a null is no larger */
  return largest;
}

static void
debt_ratios (const Workspace *w, const Scope *scope)
{
  const Lanes least = 1e-9 * peak (w, scope, ASSETS);

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = scope->years[t];

      y[DEBT_RATIO] = lanes_or_null (lanes_less (least, y[ASSETS]), y[LIABILITIES] / y[ASSETS]);
    }
}

/* The ratios of a scope that some series or indicator needs, once its other rows are complete. */
static void
ratios (const Workspace *w, const Scope *scope, guint64 series)
{
  if (series & (OUTLAY_SERIES_BIT (ICR) | OUTLAY_SERIES_BIT (DSCR)))
    cover_ratios (w, scope);
  if (series & OUTLAY_SERIES_BIT (DEBT_RATIO))
    debt_ratios (w, scope);
}

/* The design year counted from the first year. */
static Lanes
design_year (const Workspace *w, const Scope *scope)
{
  Lanes years = lanes_all (0);

  for (guint t = 0; t + 1 < w->n_years; t++)
    years += lanes_where (lanes_less (lanes_all (12.0 * t), scope->ready), lanes_all (1));
  return years;
}

static Lanes
value_in (const Workspace *w, const Scope *scope, guint member, Lanes index)
{
  Lanes value = scope->years[0][member];

  for (guint t = 1; t < w->n_years; t++)
    value = lanes_select (lanes_equal (index, lanes_all (t)), scope->years[t][member], value);
  return value;
}

static Lanes
total (const Workspace *w, const Scope *scope, guint member)
{
  Lanes sum = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    sum += scope->years[t][member];
  return sum;
}

/* NaN without an earning year */
static Lanes
earning_mean (const Workspace *w, const Scope *scope, guint member)
{
  Lanes sum = lanes_all (0), years = sum;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes *y = scope->years[t];
      const Mask earning = lanes_less (lanes_all (0), y[REVENUE] + y[OWN_USE]);

      sum += lanes_where (earning, y[member]);
      years += lanes_where (earning, lanes_all (1));
    }
  return sum / years;
}

/* Smallest and mean value over the repaying years that have one. */
static void
cover (const Workspace *w, const Scope *scope, const Place *place, guint ratio, OutlayIndicator smallest, OutlayIndicator mean)
{
  const Lanes none = lanes_all (0);
  Lanes least = lanes_all (INFINITY), sum = none, years = none;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes *y = scope->years[t];
      const Mask counts = mask_and (lanes_less (none, y[REPAYING]), lanes_equal (y[ratio], y[ratio]));

      least = lanes_select (counts, lanes_min (y[ratio], least), least);
      sum += lanes_where (counts, y[ratio]);
      years += lanes_where (counts, lanes_all (1));
    }
  keep (w, place, smallest, lanes_or_null (lanes_less (none, years), least));
  keep (w, place, mean, lanes_or_null (lanes_less (none, years), sum / years));
}

static void
keep_rates (const Workspace *w, const Scope *scope, const Place *place, OutlayIndicator irr, guint flows)
{
  const Lanes *clean = without_noise (w, scope, flows);

  keep (w, place, irr,
        internal_rates (w, clean, outlay_table_rows (place->roots, place->index, irr),
                        outlay_table_rows (place->n_roots, place->index, irr)));
}

static void
keep_returns (const Workspace *w, const Scope *scope, const Place *place)
{
  if (WANTED (NPV_BEFORE_TAX))
    keep (w, place, OUTLAY_INDICATOR_NPV_BEFORE_TAX, present_value (w, scope, CASH_FLOW_BEFORE_TAX));
  if (WANTED (NPV_AFTER_TAX))
    keep (w, place, OUTLAY_INDICATOR_NPV_AFTER_TAX, present_value (w, scope, CASH_FLOW_AFTER_TAX));
  if (WANTED (NPV_EQUITY))
    keep (w, place, OUTLAY_INDICATOR_NPV_EQUITY, present_value (w, scope, EQUITY_CASH_FLOW));
  if (WANTED (IRR_BEFORE_TAX))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_BEFORE_TAX, CASH_FLOW_BEFORE_TAX);
  if (WANTED (IRR_AFTER_TAX))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_AFTER_TAX, CASH_FLOW_AFTER_TAX);
  if (WANTED (IRR_EQUITY))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_EQUITY, EQUITY_CASH_FLOW);
  if (WANTED (MIRR))
    keep (w, place, OUTLAY_INDICATOR_MIRR, modified_irr (w, without_noise (w, scope, CASH_FLOW_AFTER_TAX)));
  if (WANTED (PAYBACK_BEFORE_TAX))
    keep (w, place, OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX, payback (w, scope, without_noise (w, scope, CASH_FLOW_BEFORE_TAX), FALSE));
  if (WANTED (PAYBACK))
    keep (w, place, OUTLAY_INDICATOR_PAYBACK, payback (w, scope, without_noise (w, scope, CASH_FLOW_AFTER_TAX), FALSE));
  if (WANTED (PAYBACK_DISCOUNTED))
    keep (w, place, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED,
          payback (w, scope, without_noise (w, scope, CASH_FLOW_AFTER_TAX), TRUE));
}

static void
keep_profitability (const Workspace *w, const Scope *scope, const Place *place)
{
  const Lanes none = lanes_all (0);
  Lanes invested, injected;

  if (!WANTED (TOTAL_INVESTMENT) && !WANTED (ROI) && !WANTED (ROE))
    return;
  invested = scope->investment + total (w, scope, INTEREST_CAPITALISED) + peak (w, scope, WORKING_CAPITAL);
  keep (w, place, OUTLAY_INDICATOR_TOTAL_INVESTMENT, invested);
  if (WANTED (ROI))
    keep (w, place, OUTLAY_INDICATOR_ROI,
          lanes_or_null (lanes_less (none, invested), earning_mean (w, scope, EBIT) / invested));
  if (WANTED (ROE))
    {
      injected = total (w, scope, EQUITY_INJECTED);
      keep (w, place, OUTLAY_INDICATOR_ROE,
            lanes_or_null (lanes_less (1e-9 * invested, injected), earning_mean (w, scope, NET_PROFIT) / injected));
    }
}

/* Null where the ratio is null in every year. */
static Lanes
largest_debt_ratio (const Workspace *w, const Scope *scope)
{
  Mask known = lanes_less (lanes_all (0), lanes_all (0));

  for (guint t = 0; t < w->n_years; t++)
    known = mask_or (known, lanes_equal (scope->years[t][DEBT_RATIO], scope->years[t][DEBT_RATIO]));
  return lanes_or_null (known, peak (w, scope, DEBT_RATIO));
}

static void
keep_cover (const Workspace *w, const Scope *scope, const Place *place)
{
  if (WANTED (ICR_MIN) || WANTED (ICR_MEAN))
    cover (w, scope, place, ICR, OUTLAY_INDICATOR_ICR_MIN, OUTLAY_INDICATOR_ICR_MEAN);
  if (WANTED (DSCR_MIN) || WANTED (DSCR_MEAN))
    cover (w, scope, place, DSCR, OUTLAY_INDICATOR_DSCR_MIN, OUTLAY_INDICATOR_DSCR_MEAN);
  if (WANTED (DEBT_RATIO_MAX))
    keep (w, place, OUTLAY_INDICATOR_DEBT_RATIO_MAX, largest_debt_ratio (w, scope));
}

static Lanes
break_even (const Workspace *w, const Scope *scope, Lanes when)
{
  Lanes y[OUTLAY_N_SERIES];
  Lanes fixed, margin;

  for (guint member = 0; member < OUTLAY_N_SERIES; member++)
    y[member] = value_in (w, scope, member, when);
  fixed = OUTLAY_FIXED_COSTS (ADDED) + y[PROPERTY_TAX] + y[LAND_TAX];
  margin = y[REVENUE] + y[OWN_USE] - (OUTLAY_VARIABLE_COSTS (ADDED) + y[STAMP_TAX]) - y[SURCHARGES];
  return lanes_or_null (lanes_less (lanes_all (0), margin), (fixed - y[SUBSIDY]) / margin);
}

/* Of the initiative at hand; null of the plan and where several products share the cost. */
static Lanes
levelised_cost (const Workspace *w, const Scope *scope)
{
  Lanes cost = lanes_all (0), quantity = cost;

  if (scope == &w->plan || w->n_products != 1)
    return lanes_all (NAN);
  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes *y = scope->years[t];

      cost += (y[OPERATING_COST] + y[SURCHARGES] + y[STAMP_TAX] + y[PROPERTY_TAX] + y[LAND_TAX] + y[CAPEX]) * w->discount[t];
      quantity += w->quantity[t] * w->discount[t];
    }
  return lanes_or_null (lanes_less (lanes_all (0), quantity), cost / quantity);
}

static void
keep_design_year (const Workspace *w, const Scope *scope, const Place *place)
{
  const Lanes when = design_year (w, scope), mu = PLAN_NUMBER (w, SITE_AREA) / OUTLAY_SQUARE_METRES_PER_MU;
  const Mask land = lanes_less (lanes_all (0), mu);

  keep (w, place, OUTLAY_INDICATOR_DESIGN_YEAR, PLAN_NUMBER (w, FIRST_YEAR) + when);
  if (WANTED (BREAK_EVEN_UTILISATION))
    keep (w, place, OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, break_even (w, scope, when));
  keep (w, place, OUTLAY_INDICATOR_INVESTMENT_PER_MU, lanes_or_null (land, scope->investment / mu));
  if (WANTED (OUTPUT_PER_MU))
    keep (w, place, OUTLAY_INDICATOR_OUTPUT_PER_MU, lanes_or_null (land, value_in (w, scope, OUTPUT_VALUE, when) / mu));
  if (WANTED (TAX_PER_MU))
    keep (w, place, OUTLAY_INDICATOR_TAX_PER_MU, lanes_or_null (land, value_in (w, scope, TAX, when) / mu));
  if (WANTED (JOBS))
    keep (w, place, OUTLAY_INDICATOR_JOBS, value_in (w, scope, JOBS, when));
}

#define AT_DESIGN_YEAR                                                                                                     \
  (OUTLAY_INDICATOR_BIT (DESIGN_YEAR) | OUTLAY_INDICATOR_BIT (BREAK_EVEN_UTILISATION)                                      \
   | OUTLAY_INDICATOR_BIT (INVESTMENT_PER_MU) | OUTLAY_INDICATOR_BIT (OUTPUT_PER_MU) | OUTLAY_INDICATOR_BIT (TAX_PER_MU)   \
   | OUTLAY_INDICATOR_BIT (JOBS))

/* Everything that was asked for of one scope, whose rows and ratios are complete. */
static void
indicators (const Workspace *w, const Scope *scope, const Place *place)
{
  keep (w, place, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT, scope->investment);
  keep_returns (w, scope, place);
  keep_profitability (w, scope, place);
  keep_cover (w, scope, place);
  if (place->values->members & AT_DESIGN_YEAR)
    keep_design_year (w, scope, place);
  if (WANTED (LEVELISED_COST))
    keep (w, place, OUTLAY_INDICATOR_LEVELISED_COST, levelised_cost (w, scope));
  if (WANTED (CO2_AVOIDED))
    keep (w, place, OUTLAY_INDICATOR_CO2_AVOIDED, total (w, scope, CO2_AVOIDED));
}
