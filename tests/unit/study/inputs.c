/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/indicator-inputs.h"

static gboolean
is_behind (OutlayIndicator indicator, OutlaySeries series)
{
  guint n_inputs;
  const OutlayIndicatorInput *inputs = outlay_indicator_inputs (indicator, &n_inputs);

  for (guint n = 0; n < n_inputs; n++)
    if (inputs[n].path == NULL && inputs[n].series == (int) series)
      return TRUE;
  return FALSE;
}

/* Of a ratio of the model (docs/model.md §10) every part of its numerator and denominator can be looked up. */
static void
test_ratios (void)
{
  const OutlaySeries service[] = { OUTLAY_SERIES_EBIT, OUTLAY_SERIES_DEPRECIATION, OUTLAY_SERIES_INCOME_TAX, OUTLAY_SERIES_INTEREST, OUTLAY_SERIES_LOAN_REPAYMENT };
  const OutlaySeries even[] = { OUTLAY_SERIES_REVENUE,        OUTLAY_SERIES_OWN_USE,      OUTLAY_SERIES_SUBSIDY,
                                OUTLAY_SERIES_OPERATING_COST, OUTLAY_SERIES_DEPRECIATION, OUTLAY_SERIES_INTEREST };

  for (guint n = 0; n < G_N_ELEMENTS (service); n++)
    {
      g_assert_true (is_behind (OUTLAY_INDICATOR_DSCR_MIN, service[n]));
      g_assert_true (is_behind (OUTLAY_INDICATOR_DSCR_MEAN, service[n]));
    }
  for (guint n = 0; n < G_N_ELEMENTS (even); n++)
    g_assert_true (is_behind (OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, even[n]));
}

/* It counts the investment without deductible VAT. */
static void
test_levelised_cost (void)
{
  guint n_inputs;
  const OutlayIndicatorInput *inputs = outlay_indicator_inputs (OUTLAY_INDICATOR_LEVELISED_COST, &n_inputs);

  g_assert_true (is_behind (OUTLAY_INDICATOR_LEVELISED_COST, OUTLAY_SERIES_CAPEX));
  for (guint n = 0; n < n_inputs; n++)
    g_assert_cmpint (inputs[n].indicator, !=, OUTLAY_INDICATOR_CONSTRUCTION_INVESTMENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inputs/ratios", test_ratios);
  g_test_add_func ("/inputs/levelised-cost", test_levelised_cost);
  return g_test_run ();
}
