/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §10 Indicators, of the plan and of each initiative. Included by kernel.c. */

#include "engine/workspace.h"

#define SCOPE_ROW(SYMBOL) (scope->rows + w->stride * OUTLAY_SERIES_##SYMBOL)
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

/* Interest cover, debt service cover and debt ratio of every year, null where the model says so. */
static void
cover_ratios (const Workspace *w, const Scope *scope)
{
  const Lanes none = lanes_all (0);
  const Lanes *ebit = SCOPE_ROW (EBIT), *interest = SCOPE_ROW (INTEREST), *repayment = SCOPE_ROW (LOAN_REPAYMENT);
  const Lanes *depreciation = SCOPE_ROW (DEPRECIATION), *income_tax_ = SCOPE_ROW (INCOME_TAX);
  Lanes *icr = SCOPE_ROW (ICR), *dscr = SCOPE_ROW (DSCR);

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes service = interest[t] + repayment[t];

      icr[t] = lanes_or_null (lanes_less (none, interest[t]), ebit[t] / interest[t]);
      dscr[t] = lanes_or_null (lanes_less (none, service), (ebit[t] + depreciation[t] - income_tax_[t]) / service);
    }
}

static void
debt_ratio (const Workspace *w, const Scope *scope)
{
  const Lanes *assets = SCOPE_ROW (ASSETS), *liabilities = SCOPE_ROW (LIABILITIES);
  Lanes *ratio = SCOPE_ROW (DEBT_RATIO);
  Lanes largest = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    largest = lanes_max (assets[t], largest);
  for (guint t = 0; t < w->n_years; t++)
    ratio[t] = lanes_or_null (lanes_less (1e-9 * largest, assets[t]), liabilities[t] / assets[t]);
}

/* The ratios of a scope that some series or indicator needs, once its other rows are complete. */
static void
ratios (const Workspace *w, const Scope *scope, guint64 series)
{
  if (series & (OUTLAY_SERIES_BIT (ICR) | OUTLAY_SERIES_BIT (DSCR)))
    cover_ratios (w, scope);
  if (series & OUTLAY_SERIES_BIT (DEBT_RATIO))
    debt_ratio (w, scope);
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
value_in (const Workspace *w, const Lanes *row, Lanes index)
{
  Lanes value = row[0];

  for (guint t = 1; t < w->n_years; t++)
    value = lanes_select (lanes_equal (index, lanes_all (t)), row[t], value);
  return value;
}

static Lanes
total (const Workspace *w, const Lanes *row)
{
  Lanes sum = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    sum += row[t];
  return sum;
}

static Lanes
earning_mean (const Workspace *w, const Scope *scope, const Lanes *row)
{
  const Lanes *revenue = SCOPE_ROW (REVENUE), *own_use = SCOPE_ROW (OWN_USE);
  Lanes sum = lanes_all (0), years = sum;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Mask earning = lanes_less (lanes_all (0), revenue[t] + own_use[t]);

      sum += lanes_where (earning, row[t]);
      years += lanes_where (earning, lanes_all (1));
    }
  return sum / years; /* NaN without an earning year */
}

static Lanes
total_investment (const Workspace *w, const Scope *scope)
{
  const Lanes *capital = SCOPE_ROW (WORKING_CAPITAL);
  Lanes largest = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    largest = lanes_max (capital[t], largest);
  return scope->investment + total (w, SCOPE_ROW (INTEREST_CAPITALISED)) + largest;
}

/* Smallest and mean value over the repaying years that have one. */
static void
cover (const Workspace *w, const Scope *scope, const Place *place, const Lanes *ratio, OutlayIndicator smallest,
       OutlayIndicator mean)
{
  const Lanes *repaying = scope->rows + w->stride * ROW_REPAYING;
  const Lanes none = lanes_all (0);
  Lanes least = lanes_all (INFINITY), sum = none, years = none;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Mask counts = mask_and (lanes_less (none, repaying[t]), lanes_equal (ratio[t], ratio[t]));

      least = lanes_select (counts, lanes_min (ratio[t], least), least);
      sum += lanes_where (counts, ratio[t]);
      years += lanes_where (counts, lanes_all (1));
    }
  keep (w, place, smallest, lanes_or_null (lanes_less (none, years), least));
  keep (w, place, mean, lanes_or_null (lanes_less (none, years), sum / years));
}

static void
keep_rates (const Workspace *w, const Scope *scope, const Place *place, OutlayIndicator irr, const Lanes *flows)
{
  const Lanes *clean = without_noise (w, scope, flows);

  keep (w, place, irr,
        internal_rates (w, clean, outlay_table_rows (place->roots, place->index, irr),
                        outlay_table_rows (place->n_roots, place->index, irr)));
}

static void
keep_returns (const Workspace *w, const Scope *scope, const Place *place)
{
  const Lanes *before_tax = SCOPE_ROW (CASH_FLOW_BEFORE_TAX), *after_tax = SCOPE_ROW (CASH_FLOW_AFTER_TAX);
  const Lanes *equity = SCOPE_ROW (EQUITY_CASH_FLOW);

  if (WANTED (NPV_BEFORE_TAX))
    keep (w, place, OUTLAY_INDICATOR_NPV_BEFORE_TAX, present_value (w, before_tax));
  if (WANTED (NPV_AFTER_TAX))
    keep (w, place, OUTLAY_INDICATOR_NPV_AFTER_TAX, present_value (w, after_tax));
  if (WANTED (NPV_EQUITY))
    keep (w, place, OUTLAY_INDICATOR_NPV_EQUITY, present_value (w, equity));
  if (WANTED (IRR_BEFORE_TAX))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_BEFORE_TAX, before_tax);
  if (WANTED (IRR_AFTER_TAX))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_AFTER_TAX, after_tax);
  if (WANTED (IRR_EQUITY))
    keep_rates (w, scope, place, OUTLAY_INDICATOR_IRR_EQUITY, equity);
  if (WANTED (MIRR))
    keep (w, place, OUTLAY_INDICATOR_MIRR, modified_irr (w, without_noise (w, scope, after_tax)));
  if (WANTED (PAYBACK))
    keep (w, place, OUTLAY_INDICATOR_PAYBACK, payback (w, scope, without_noise (w, scope, after_tax), FALSE));
  if (WANTED (PAYBACK_DISCOUNTED))
    keep (w, place, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED, payback (w, scope, without_noise (w, scope, after_tax), TRUE));
}

static void
keep_profitability (const Workspace *w, const Scope *scope, const Place *place)
{
  const Lanes none = lanes_all (0);
  Lanes invested, injected;

  if (!WANTED (TOTAL_INVESTMENT) && !WANTED (ROI) && !WANTED (ROE))
    return;
  invested = total_investment (w, scope);
  keep (w, place, OUTLAY_INDICATOR_TOTAL_INVESTMENT, invested);
  if (WANTED (ROI))
    keep (w, place, OUTLAY_INDICATOR_ROI,
          lanes_or_null (lanes_less (none, invested), earning_mean (w, scope, SCOPE_ROW (EBIT)) / invested));
  if (WANTED (ROE))
    {
      injected = total (w, SCOPE_ROW (EQUITY_INJECTED));
      keep (w, place, OUTLAY_INDICATOR_ROE,
            lanes_or_null (lanes_less (1e-9 * invested, injected), earning_mean (w, scope, SCOPE_ROW (NET_PROFIT)) / injected));
    }
}

static void
keep_cover (const Workspace *w, const Scope *scope, const Place *place)
{
  if (WANTED (ICR_MIN) || WANTED (ICR_MEAN))
    cover (w, scope, place, SCOPE_ROW (ICR), OUTLAY_INDICATOR_ICR_MIN, OUTLAY_INDICATOR_ICR_MEAN);
  if (WANTED (DSCR_MIN) || WANTED (DSCR_MEAN))
    cover (w, scope, place, SCOPE_ROW (DSCR), OUTLAY_INDICATOR_DSCR_MIN, OUTLAY_INDICATOR_DSCR_MEAN);
  if (WANTED (DEBT_RATIO_MAX))
    {
      const Lanes *ratio = SCOPE_ROW (DEBT_RATIO);
      Lanes largest = lanes_all (-INFINITY);

      for (guint t = 0; t < w->n_years; t++)
        largest = lanes_max (ratio[t], largest); /* a null is no larger */
      keep (w, place, OUTLAY_INDICATOR_DEBT_RATIO_MAX, lanes_or_null (lanes_less (lanes_all (-INFINITY), largest), largest));
    }
}

static Lanes
break_even (const Workspace *w, const Scope *scope, Lanes when)
{
  const Lanes fixed = value_in (w, SCOPE_ROW (WAGES), when) + value_in (w, SCOPE_ROW (REPAIRS), when)
                      + value_in (w, SCOPE_ROW (DEPRECIATION), when) + value_in (w, SCOPE_ROW (INTEREST), when)
                      + value_in (w, SCOPE_ROW (PROPERTY_TAX), when) + value_in (w, SCOPE_ROW (LAND_TAX), when);
  const Lanes variable = value_in (w, SCOPE_ROW (MATERIALS), when) + value_in (w, SCOPE_ROW (ENERGY), when)
                         + value_in (w, SCOPE_ROW (RESEARCH), when) + value_in (w, SCOPE_ROW (OTHER_COST), when)
                         + value_in (w, SCOPE_ROW (STAMP_TAX), when);
  const Lanes earned = value_in (w, SCOPE_ROW (REVENUE), when) + value_in (w, SCOPE_ROW (OWN_USE), when);
  const Lanes margin = earned - variable - value_in (w, SCOPE_ROW (SURCHARGES), when);

  return lanes_or_null (lanes_less (lanes_all (0), margin), (fixed - value_in (w, SCOPE_ROW (SUBSIDY), when)) / margin);
}

/* Of the initiative at hand; null of the plan and where several products share the cost. */
static Lanes
levelised_cost (const Workspace *w, const Scope *scope)
{
  const Lanes *cost = SCOPE_ROW (OPERATING_COST), *surcharges = SCOPE_ROW (SURCHARGES), *stamp = SCOPE_ROW (STAMP_TAX);
  const Lanes *property = SCOPE_ROW (PROPERTY_TAX), *land_use = SCOPE_ROW (LAND_TAX);
  const Lanes *capex = scope->rows + w->stride * ROW_CAPEX;
  Lanes quantity, sum = lanes_all (0);

  if (scope == &w->plan || w->n_products != 1)
    return lanes_all (NAN);
  for (guint t = 0; t < w->n_years; t++)
    sum += (cost[t] + surcharges[t] + stamp[t] + property[t] + land_use[t] + capex[t]) * w->discount[t];
  quantity = present_value (w, w->quantity);
  return lanes_or_null (lanes_less (lanes_all (0), quantity), sum / quantity);
}

static void
keep_design_year (const Workspace *w, const Scope *scope, const Place *place)
{
  const Lanes when = design_year (w, scope), mu = PLAN_NUMBER (w, SITE_AREA) / (2000.0 / 3);
  const Mask land = lanes_less (lanes_all (0), mu);

  keep (w, place, OUTLAY_INDICATOR_DESIGN_YEAR, PLAN_NUMBER (w, FIRST_YEAR) + when);
  if (WANTED (BREAK_EVEN_UTILISATION))
    keep (w, place, OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, break_even (w, scope, when));
  keep (w, place, OUTLAY_INDICATOR_INVESTMENT_PER_MU, lanes_or_null (land, scope->investment / mu));
  if (WANTED (OUTPUT_PER_MU))
    keep (w, place, OUTLAY_INDICATOR_OUTPUT_PER_MU, lanes_or_null (land, value_in (w, SCOPE_ROW (OUTPUT_VALUE), when) / mu));
  if (WANTED (TAX_PER_MU))
    keep (w, place, OUTLAY_INDICATOR_TAX_PER_MU, lanes_or_null (land, value_in (w, SCOPE_ROW (TAX), when) / mu));
  if (WANTED (JOBS))
    keep (w, place, OUTLAY_INDICATOR_JOBS, value_in (w, SCOPE_ROW (JOBS), when));
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
    keep (w, place, OUTLAY_INDICATOR_CO2_AVOIDED, total (w, SCOPE_ROW (CO2_AVOIDED)));
}
