/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "study/figure-words.h"
#include "study/land.h"
#include "support/small-plan.h"

static void
check_figure (double value, const char *unit, const char *expected)
{
  g_autofree char *text = outlay_figure_format (value, unit, "CNY");

  g_assert_cmpstr (text, ==, expected);
}

/* A free text says whether the number is money, a share, or a count. */
static void
test_figures (void)
{
  check_figure (650e9, "yuan a year", "650 bn yuan a year");
  check_figure (3e12, "元/年", "3,000 bn 元/年");
  check_figure (382.54e9, "CNY", "382.54 bn CNY");
  check_figure (0.281, "share", "28.1 %");
  check_figure (1.25, "比例", "125 %");
  check_figure (1256, "firms", "1,256 firms");
  check_figure (12.5, "", "12.5");
  check_figure (12, NULL, "12");
}

static void
check_share (double share, const char *expected)
{
  g_autofree char *text = outlay_share_format (share);

  g_assert_cmpstr (text, ==, expected);
}

/* The smallest share can still be read. */
static void
test_shares (void)
{
  check_share (1.34, "134 %");
  check_share (0.0154, "1.5 %");
  check_share (0.00334, "0.33 %");
  check_share (0.000015, "0.0015 %");
  check_share (0.0000000123, "0.0000012 %");
  check_share (0, "0 %");
  check_share (NAN, "–");
}

static OutlayPerLand
per_land (OutlayPlan *plan, OutlayScenario *scenario, OutlayIndicator indicator)
{
  const OutlayRequest request = { .plan_indicators = 1ull << indicator };
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &request);

  return outlay_projection_per_land (projection, plan, indicator);
}

/* 1.3 bn on 1,000 mu with 200,000 m² of floor; a scenario may build less floor. */
static void
test_per_land (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *node = OUTLAY_NODE (plan);
  OutlayPerLand land;

  land = per_land (plan, NULL, OUTLAY_INDICATOR_INVESTMENT_PER_MU);
  g_assert_true (isnan (land.mu) && isnan (land.site) && isnan (land.floor));
  set_number (node, "site-area", 1000 * 2000.0 / 3);
  land = per_land (plan, NULL, OUTLAY_INDICATOR_INVESTMENT_PER_MU);
  g_assert_cmpfloat_with_epsilon (land.mu, 1.3e6, 1e-6);
  g_assert_cmpfloat_with_epsilon (land.site, 1950, 1e-9);
  g_assert_true (isnan (land.floor));
  set_number (OUTLAY_NODE (outlay_plan_get_phase (plan, 0)), "floor-area", 150000);
  set_number (OUTLAY_NODE (outlay_plan_get_phase (plan, 1)), "floor-area", 50000);
  g_assert_cmpfloat_with_epsilon (per_land (plan, NULL, OUTLAY_INDICATOR_INVESTMENT_PER_MU).floor, 6500, 1e-9);
  change_number (OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow")), "phases.late.floor-area", 0);
  g_assert_cmpfloat_with_epsilon (per_land (plan, outlay_plan_find_scenario (plan, "slow"), OUTLAY_INDICATOR_INVESTMENT_PER_MU).floor, 8000, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/words", test_figures);
  g_test_add_func ("/figures/shares", test_shares);
  g_test_add_func ("/figures/per-land", test_per_land);
  return g_test_run ();
}
