/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a request makes necessary: which series stand behind a series or an indicator, and which stages behind those. */

#include "engine/needs.h"

#include "engine/cost-classes.h"

#define S(SYMBOL) OUTLAY_SERIES_BIT (SYMBOL)
#define TOGETHER(SYMBOL, rows) S (SYMBOL) |
#define I(SYMBOL) OUTLAY_INDICATOR_BIT (SYMBOL)

#define BEHIND_COVER (S (EBIT) | S (INTEREST) | S (LOAN_REPAYMENT) | S (DEPRECIATION) | S (INCOME_TAX))
#define BEHIND_EARNING_MEAN (S (REVENUE) | S (OWN_USE) | S (INTEREST_CAPITALISED) | S (WORKING_CAPITAL))
#define BEHIND_BREAK_EVEN                                                                                                  \
  (OUTLAY_FIXED_COSTS (TOGETHER) OUTLAY_VARIABLE_COSTS (TOGETHER) S (PROPERTY_TAX) | S (LAND_TAX) | S (STAMP_TAX)           \
   | S (REVENUE) | S (OWN_USE) | S (SURCHARGES) | S (SUBSIDY))

/* Indicators, and the series that they are reckoned from. */
static const struct
{
  guint64 indicators;
  guint64 series;
} behind_indicators[] = {
  { I (TOTAL_INVESTMENT), S (INTEREST_CAPITALISED) | S (WORKING_CAPITAL) },
  { I (NPV_BEFORE_TAX) | I (IRR_BEFORE_TAX) | I (PAYBACK_BEFORE_TAX), S (CASH_FLOW_BEFORE_TAX) },
  { I (NPV_AFTER_TAX) | I (IRR_AFTER_TAX) | I (MIRR) | I (PAYBACK) | I (PAYBACK_DISCOUNTED), S (CASH_FLOW_AFTER_TAX) },
  { I (NPV_EQUITY) | I (IRR_EQUITY), S (EQUITY_CASH_FLOW) },
  { I (ROI), S (EBIT) | BEHIND_EARNING_MEAN },
  { I (ROE), S (NET_PROFIT) | S (EQUITY_INJECTED) | BEHIND_EARNING_MEAN },
  { I (ICR_MIN) | I (ICR_MEAN), S (ICR) },
  { I (DSCR_MIN) | I (DSCR_MEAN), S (DSCR) },
  { I (DEBT_RATIO_MAX), S (DEBT_RATIO) },
  { I (BREAK_EVEN_UTILISATION), BEHIND_BREAK_EVEN },
  { I (OUTPUT_PER_MU), S (OUTPUT_VALUE) },
  { I (TAX_PER_MU), S (TAX) },
  { I (JOBS), S (JOBS) },
  { I (CO2_AVOIDED), S (CO2_AVOIDED) },
};

static guint64
all_behind (guint64 series, guint64 indicators)
{
  for (gsize n = 0; n < G_N_ELEMENTS (behind_indicators); n++)
    if (indicators & behind_indicators[n].indicators)
      series |= behind_indicators[n].series;
  if (series & (S (ICR) | S (DSCR)))
    series |= BEHIND_COVER;
  if (series & S (DEBT_RATIO))
    series |= S (LIABILITIES) | S (ASSETS);
  return series;
}

/* Series that have a given level. */
static guint64
series_of (gboolean (*belongs) (OutlayLevels levels))
{
  guint64 set = 0;

  for (int s = 0; s < OUTLAY_N_SERIES; s++)
    if (belongs (outlay_series_levels (s)))
      set |= G_GUINT64_CONSTANT (1) << s;
  return set;
}

static gboolean
is_scope (OutlayLevels levels)
{
  return levels != OUTLAY_LEVELS_PRODUCT;
}

/* The request without what does not exist at the level where it is asked for. */
OutlayRequest
outlay_request_possible (const OutlayRequest *request)
{
  return (OutlayRequest) {
    .plan_series = request->plan_series & series_of (is_scope),
    .initiative_series = request->initiative_series & series_of (is_scope),
    .phase_series = request->phase_series & series_of (outlay_levels_have_phases),
    .cell_series = request->cell_series & series_of (outlay_levels_have_phases),
    .product_series = request->product_series & series_of (outlay_levels_have_products),
    .plan_indicators = request->plan_indicators & OUTLAY_ALL_INDICATORS,
    .initiative_indicators = request->initiative_indicators & OUTLAY_ALL_INDICATORS,
  };
}

OutlayNeeds
outlay_needs (const OutlayRequest *possible)
{
  const guint64 books = S (EQUITY_INJECTED) | S (STATUTORY_RESERVE) | S (DIVIDENDS) | S (UNDISTRIBUTED_PROFIT) | S (CASH) | S (ASSETS)
                        | S (LIABILITIES) | S (EQUITY);
  const guint64 asset_kinds = S (AMORTISATION) | S (CONSTRUCTION_IN_PROGRESS) | S (INTANGIBLE_ASSETS);
  const guint64 ratios = S (ICR) | S (DSCR) | S (DEBT_RATIO);
  const guint64 plan = all_behind (possible->plan_series, possible->plan_indicators);
  const guint64 initiative = all_behind (possible->initiative_series, possible->initiative_indicators);

  return (OutlayNeeds) {
    .sums = plan & ~ratios,
    .plan = plan,
    .initiative = initiative,
    .adjusted_tax = ((plan | initiative) & (S (CASH_FLOW_AFTER_TAX) | S (ADJUSTED_INCOME_TAX))) != 0,
    .books = ((plan | initiative) & books) != 0,
    .asset_kinds = ((plan | initiative) & asset_kinds) != 0,
    .phases = (possible->phase_series | possible->cell_series) != 0,
  };
}
