/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §6 Taxes. Included by kernel.c. */

#include "engine/workspace.h"

static void
value_added_tax (Workspace *w)
{
  const Lanes input_rate = INITIATIVE_NUMBER (w, INPUT_VAT_RATE), vat_share = INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE);
  const Lanes refund_share = TAXES_NUMBER (w, VAT_REFUND);
  const Lanes *materials = ROW (w, MATERIALS), *energy = ROW (w, ENERGY), *spent = ROW (w, INVESTMENT);
  Lanes *out = ROW (w, VAT_OUT), *in = ROW (w, VAT_IN), *payable = ROW (w, VAT_PAYABLE);
  Lanes *refund = ROW (w, VAT_REFUND), *credit = ROW (w, VAT_CREDIT);
  Lanes carried = lanes_all (0);

  clear_row (w, out);
  for (guint j = 0; j < w->n_products; j++)
    {
      const Lanes rate = PRODUCT_NUMBER (w, VAT_RATE, j), *revenue = w->revenue + j * w->stride;

      for (guint t = 0; t < w->n_years; t++)
        out[t] += rate * revenue[t];
    }
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes left;

      in[t] = input_rate * (materials[t] + energy[t]) + vat_share * spent[t];
      payable[t] = lanes_positive (out[t] - in[t] - carried);
      left = lanes_positive (carried + in[t] - out[t]);
      refund[t] = refund_share * left;
      carried = left - refund[t];
      credit[t] = carried;
    }
}

/* Subsidy, and the rate of the income tax in every year: both count from the first earning year. */
static void
concessions (Workspace *w)
{
  const Lanes subsidy = INITIATIVE_NUMBER (w, SUBSIDY), subsidy_years = INITIATIVE_NUMBER (w, SUBSIDY_YEARS);
  const Lanes rate = INITIATIVE_NUMBER (w, INCOME_TAX_RATE), half = lanes_min (INITIATIVE_NUMBER (w, TAX_HALF_RATE), rate);
  const Lanes exempt_years = INITIATIVE_NUMBER (w, TAX_EXEMPT_YEARS);
  const Lanes reduced_years = exempt_years + INITIATIVE_NUMBER (w, TAX_HALF_YEARS);
  const Lanes *revenue = ROW (w, REVENUE), *own_use = ROW (w, OWN_USE);
  Lanes *subsidies = ROW (w, SUBSIDY), *rates = OTHER_ROW (w, TAX_RATE);
  Lanes since = lanes_all (-1); /* u; −1 before the first earning year */

  for (guint t = 0; t < w->n_years; t++)
    {
      const Mask counting = mask_or (lanes_at_most (lanes_all (0), since), lanes_less (lanes_all (0), revenue[t] + own_use[t]));

      since = lanes_select (counting, since + 1.0, since);
      subsidies[t] = lanes_where (mask_and (counting, lanes_less (since, subsidy_years)), subsidy);
      rates[t] = lanes_select (lanes_less (since, reduced_years), half, rate);
      rates[t] = lanes_where (mask_and (counting, lanes_at_most (exempt_years, since)), rates[t]);
    }
}

/* Everything that is due whether or not there is a profit. */
static void
other_taxes (Workspace *w)
{
  const Lanes surcharge_rate = TAXES_NUMBER (w, SURCHARGE_RATE), stamp_rate = TAXES_NUMBER (w, STAMP_RATE);
  const Lanes buildings = TAXES_NUMBER (w, PROPERTY_RATE) * INITIATIVE_NUMBER (w, BUILDING_SHARE)
                          * (1.0 - INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE));
  const Lanes land = lanes_where (lanes_less (lanes_all (0), w->investment),
                                  TAXES_NUMBER (w, LAND_TAX) * PLAN_NUMBER (w, SITE_AREA) / w->investment);
  const Lanes *payable = ROW (w, VAT_PAYABLE), *revenue = ROW (w, REVENUE), *operated = OTHER_ROW (w, OPERATED);
  const Lanes *own_use = ROW (w, OWN_USE), *subsidy = ROW (w, SUBSIDY), *cost = ROW (w, OPERATING_COST);
  Lanes *surcharges = ROW (w, SURCHARGES), *stamp = ROW (w, STAMP_TAX), *property = ROW (w, PROPERTY_TAX);
  Lanes *land_use = ROW (w, LAND_TAX), *surplus = OTHER_ROW (w, SURPLUS);

  for (guint t = 0; t < w->n_years; t++)
    {
      surcharges[t] = surcharge_rate * payable[t];
      stamp[t] = stamp_rate * revenue[t];
      property[t] = buildings * operated[t];
      land_use[t] = land * operated[t];
      surplus[t] = revenue[t] + own_use[t] + subsidy[t] - cost[t] - surcharges[t] - stamp[t] - property[t] - land_use[t];
    }
}

static void
income_tax_begin (Workspace *w)
{
  w->research_extra = TAXES_NUMBER (w, RESEARCH_EXTRA);
  w->loss_years = INITIATIVE_NUMBER (w, LOSS_YEARS);
  w->same_loss_years = lanes_all_equal_to (w->loss_years, w->loss_years[0]);
  w->losses_gone = lanes_all (0);
  w->adjusted_losses_gone = lanes_all (0);
}

/* Losses of years so long ago that they are lost in year t. */
static Lanes
losses_expired (const Workspace *w, const Lanes *incurred, guint t)
{
  Lanes expired = lanes_all (0);

  if (w->same_loss_years)
    return t > w->loss_years[0] ? incurred[t - 1 - (guint) w->loss_years[0]] : expired;
  for (int lane = 0; lane < LANE_WIDTH; lane++)
    if (t > w->loss_years[lane])
      expired[lane] = incurred[t - 1 - (guint) w->loss_years[lane]][lane];
  return expired;
}

/*
 * The loss queue of one chain. Losses leave it from its old end whether they are used or expire, so the running sum of what came in
 * and of what is gone say all: what is left is their difference. Returns the losses used in year t.
 */
static Lanes
set_off_losses (const Workspace *w, Lanes *incurred, Lanes *gone, Lanes base, guint t)
{
  const Lanes before = t > 0 ? incurred[t - 1] : lanes_all (0);
  Lanes left, used;

  *gone = lanes_max (*gone, losses_expired (w, incurred, t));
  left = before - *gone;
  used = lanes_min (lanes_positive (base), left);
  *gone = lanes_select (lanes_equal (used, left), before, *gone + used);
  incurred[t] = before + lanes_positive (-base);
  return used;
}

/* EBIT to net profit of year t, once depreciation and interest are known. */
static void
income_tax (Workspace *w, guint t)
{
  const Lanes ebit = OTHER_ROW (w, SURPLUS)[t] - ROW (w, DEPRECIATION)[t];
  const Lanes profit = ebit - ROW (w, INTEREST)[t];
  const Lanes base = profit - w->research_extra * ROW (w, RESEARCH)[t];
  const Lanes used = set_off_losses (w, OTHER_ROW (w, LOSSES), &w->losses_gone, base, t);
  const Lanes tax = OTHER_ROW (w, TAX_RATE)[t] * lanes_positive (base - used);

  ROW (w, EBIT)[t] = ebit;
  ROW (w, PROFIT_BEFORE_TAX)[t] = profit;
  ROW (w, LOSS_USED)[t] = used;
  ROW (w, INCOME_TAX)[t] = tax;
  ROW (w, NET_PROFIT)[t] = profit - tax;
}

/* The income tax of the same initiative without loans. */
static void
adjusted_income_tax (Workspace *w)
{
  const Lanes *surplus = OTHER_ROW (w, SURPLUS), *depreciation = OTHER_ROW (w, OWN_DEPRECIATION), *research = ROW (w, RESEARCH);
  const Lanes *rate = OTHER_ROW (w, TAX_RATE);
  Lanes *tax = ROW (w, ADJUSTED_INCOME_TAX);

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes base = surplus[t] - depreciation[t] - w->research_extra * research[t];
      const Lanes used = set_off_losses (w, OTHER_ROW (w, ADJUSTED_LOSSES), &w->adjusted_losses_gone, base, t);

      tax[t] = rate[t] * lanes_positive (base - used);
    }
}

static void
tax_sums (Workspace *w)
{
  const Lanes local_vat = TAXES_NUMBER (w, LOCAL_VAT_SHARE), local_income = TAXES_NUMBER (w, LOCAL_INCOME_TAX_SHARE);
  const Lanes *payable = ROW (w, VAT_PAYABLE), *surcharges = ROW (w, SURCHARGES), *stamp = ROW (w, STAMP_TAX);
  const Lanes *property = ROW (w, PROPERTY_TAX), *land_use = ROW (w, LAND_TAX), *income = ROW (w, INCOME_TAX);
  Lanes *tax = ROW (w, TAX), *local = ROW (w, LOCAL_TAX);

  for (guint t = 0; t < w->n_years; t++)
    {
      tax[t] = payable[t] + surcharges[t] + stamp[t] + property[t] + land_use[t] + income[t];
      local[t] = local_vat * payable[t] + local_income * income[t] + surcharges[t] + stamp[t] + property[t] + land_use[t];
    }
}

/* Tax by phase: shared out by output value, without output by what operates, without that by investment. */
static void
tax_by_phase (const Workspace *w)
{
  const Lanes none = lanes_all (0);
  const Lanes *value = ROW (w, OUTPUT_VALUE), *operated = OTHER_ROW (w, OPERATED), *tax = ROW (w, TAX), *local = ROW (w, LOCAL_TAX);

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];
      const Lanes *cell_value = cell_row (w, cell, OUTLAY_SERIES_OUTPUT_VALUE), *operation = w->phases[cell->phase].operation;

      for (guint t = 0; t < w->n_years; t++)
        {
          Lanes share = cell->investment / w->scope.investment;

          share = lanes_select (lanes_less (none, operated[t]), cell->investment * operation[t] / operated[t], share);
          share = lanes_select (lanes_less (none, value[t]), cell_value[t] / value[t], share);
          share = lanes_where (lanes_less (none, w->scope.investment), share);
          cell_row (w, cell, OUTLAY_SERIES_TAX)[t] = share * tax[t];
          cell_row (w, cell, OUTLAY_SERIES_LOCAL_TAX)[t] = share * local[t];
        }
    }
}
