/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §6 Taxes. Included by kernel.c. */

#include "engine/workspace.h"

static void
value_added_tax (Workspace *w)
{
  const Lanes input_rate = INITIATIVE_NUMBER (w, INPUT_VAT_RATE), vat_share = INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE);
  const Lanes refund_share = TAXES_NUMBER (w, VAT_REFUND);
  Lanes carried = lanes_all (0);

  for (guint t = 0; t < w->n_years; t++)
    w->scope.years[t][VAT_OUT] = lanes_all (0);
  for (guint j = 0; j < w->n_products; j++)
    {
      const Lanes rate = PRODUCT_NUMBER (w, VAT_RATE, j), *revenue = w->revenue + j * w->n_years;

      for (guint t = 0; t < w->n_years; t++)
        w->scope.years[t][VAT_OUT] += rate * revenue[t];
    }
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];
      Lanes left;

      y[VAT_IN] = input_rate * (y[MATERIALS] + y[ENERGY]) + vat_share * y[INVESTMENT];
      y[VAT_PAYABLE] = lanes_positive (y[VAT_OUT] - y[VAT_IN] - carried);
      left = lanes_positive (carried + y[VAT_IN] - y[VAT_OUT]);
      y[VAT_REFUND] = refund_share * left;
      carried = left - y[VAT_REFUND];
      y[VAT_CREDIT] = carried;
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
  Lanes since = lanes_all (-1); /* u; −1 before the first earning year */

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];
      const Mask counting = mask_or (lanes_at_most (lanes_all (0), since), lanes_less (lanes_all (0), y[REVENUE] + y[OWN_USE]));

      since = lanes_select (counting, since + 1.0, since);
      y[SUBSIDY] = lanes_where (mask_and (counting, lanes_less (since, subsidy_years)), subsidy);
      y[TAX_RATE] = lanes_select (lanes_less (since, reduced_years), half, rate);
      y[TAX_RATE] = lanes_where (mask_and (counting, lanes_at_most (exempt_years, since)), y[TAX_RATE]);
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

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[SURCHARGES] = surcharge_rate * y[VAT_PAYABLE];
      y[STAMP_TAX] = stamp_rate * y[REVENUE];
      y[PROPERTY_TAX] = buildings * y[OPERATED];
      y[LAND_TAX] = land * y[OPERATED];
      y[SURPLUS] = y[REVENUE] + y[OWN_USE] + y[SUBSIDY] - y[OPERATING_COST]
                   - y[SURCHARGES] - y[STAMP_TAX] - y[PROPERTY_TAX] - y[LAND_TAX];
    }
}

static void
income_tax_begin (Workspace *w)
{
  w->research_extra = TAXES_NUMBER (w, RESEARCH_EXTRA);
  w->loss_years = INITIATIVE_NUMBER (w, LOSS_YEARS);
  w->same_loss_years = lanes_all_equal_to (w->loss_years, w->loss_years[0]);
  w->losses.gone = lanes_all (0);
  w->adjusted_losses.gone = lanes_all (0);
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
set_off_losses (const Workspace *w, Losses *losses, Lanes base, guint t)
{
  const Lanes none = lanes_all (0), before = t > 0 ? losses->incurred[t - 1] : none;
  Lanes gone, left, used;

  losses->incurred[t] = before;
  if (!mask_any (mask_or (lanes_less (losses->gone, before), lanes_less (base, none))))
    return none;
  gone = lanes_max (losses->gone, losses_expired (w, losses->incurred, t));
  left = lanes_where (lanes_less (gone, before), before - gone);
  used = lanes_min (lanes_positive (base), left);
  losses->gone = lanes_select (lanes_equal (used, left), before, gone + used);
  losses->incurred[t] = before + lanes_positive (-base);
  return used;
}

/* EBIT to net profit of year t, once depreciation and interest are known. */
static void
income_tax (Workspace *w, guint t)
{
  Lanes *y = w->scope.years[t];
  Lanes base;

  y[EBIT] = y[SURPLUS] - y[DEPRECIATION];
  y[PROFIT_BEFORE_TAX] = y[EBIT] - y[INTEREST];
  base = y[PROFIT_BEFORE_TAX] - w->research_extra * y[RESEARCH];
  y[LOSS_USED] = set_off_losses (w, &w->losses, base, t);
  y[TAXABLE_INCOME] = lanes_positive (base - y[LOSS_USED]);
  y[INCOME_TAX] = y[TAX_RATE] * y[TAXABLE_INCOME];
  y[NET_PROFIT] = y[PROFIT_BEFORE_TAX] - y[INCOME_TAX];
}

/* The income tax of the same initiative without loans. */
static void
adjusted_income_tax (Workspace *w)
{
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];
      const Lanes base = y[SURPLUS] - y[OWN_DEPRECIATION] - w->research_extra * y[RESEARCH];
      const Lanes used = set_off_losses (w, &w->adjusted_losses, base, t);

      y[ADJUSTED_INCOME_TAX] = y[TAX_RATE] * lanes_positive (base - used);
    }
}

static void
tax_sums (Workspace *w)
{
  const Lanes local_vat = TAXES_NUMBER (w, LOCAL_VAT_SHARE), local_income = TAXES_NUMBER (w, LOCAL_INCOME_TAX_SHARE);

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[TAX] = y[VAT_PAYABLE] + y[SURCHARGES] + y[STAMP_TAX] + y[PROPERTY_TAX] + y[LAND_TAX] + y[INCOME_TAX];
      y[LOCAL_TAX] = local_vat * y[VAT_PAYABLE] + local_income * y[INCOME_TAX]
                     + y[SURCHARGES] + y[STAMP_TAX] + y[PROPERTY_TAX] + y[LAND_TAX];
    }
}

/* Tax by phase: shared out by output value, without output by what operates, without that by investment. */
static void
tax_by_phase (const Workspace *w)
{
  const Lanes none = lanes_all (0);

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];
      const Lanes *value = cell_row (w, cell, OUTPUT_VALUE);

      for (guint t = 0; t < w->n_years; t++)
        {
          const Lanes *y = w->scope.years[t];
          const Lanes operated = cell->investment * cell->phase->years[t].operation;
          Lanes share = cell->investment / w->scope.investment;

          share = lanes_select (lanes_less (none, y[OPERATED]), operated / y[OPERATED], share);
          share = lanes_select (lanes_less (none, y[OUTPUT_VALUE]), value[t] / y[OUTPUT_VALUE], share);
          share = lanes_where (lanes_less (none, w->scope.investment), share);
          cell_row (w, cell, TAX)[t] = share * y[TAX];
          cell_row (w, cell, LOCAL_TAX)[t] = share * y[LOCAL_TAX];
        }
    }
}
