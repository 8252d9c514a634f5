/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridging.h"

static void
test_labels (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *to = add_scenario (plan, "to", NULL);
  g_autoptr (OutlayBridge) bridge = NULL;
  static const char *const labels[] = { "Discount rate", "Taxes: Stamp tax", "late: Delay", "Pits: Investment, late", "Pits, Rock: Price",
                                        "storage: Ramp-up, year 2" };

  change_text (to, "initiatives.mining.name", "Pits");
  change_text (to, "initiatives.mining.products.goods.name", "Rock");
  change_number (to, "discount-rate", 0.05);
  change_number (to, "taxes.stamp-rate", 0.05);
  change_number (to, "phases.late.delay-months", 5);
  change_number (to, "initiatives.mining.investment.late", 5);
  change_number (to, "initiatives.mining.products.goods.price", 5);
  change_number (to, "initiatives.storage.ramp-up.2", 0.5);
  bridge = build (plan, NULL, to, &npv);
  g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (outlay_bridge_step (bridge, i)->label, ==, labels[i]);
}

/* --- rules --- */

static void
assert_together (OutlayBridge *bridge, const char *first, const char *second, gboolean together)
{
  g_assert_true ((find_step (bridge, first) == find_step (bridge, second)) == together);
}

/* Shares that are over 1 halfway are one change; others are two. */
static void
test_shares_together (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *over = add_scenario (plan, "over", NULL), *under = add_scenario (plan, "under", NULL);
  g_autoptr (OutlayBridge) tied = NULL, loose = NULL;

  change_number (over, "initiatives.mining.building-share", 0.2);
  change_number (over, "initiatives.mining.equipment-share", 0.7);
  tied = build (plan, NULL, over, &npv);
  g_assert_cmpuint (outlay_bridge_n_steps (tied), ==, 1);
  assert_together (tied, "initiatives.mining.building-share", "initiatives.mining.equipment-share", TRUE);
  g_assert_cmpstr (outlay_bridge_step (tied, 0)->label, ==, "mining: Share of buildings; mining: Share of equipment");
  change_number (under, "initiatives.mining.building-share", 0.2);
  change_number (under, "initiatives.mining.equipment-share", 0.5);
  loose = build (plan, NULL, under, &npv);
  assert_together (loose, "initiatives.mining.building-share", "initiatives.mining.equipment-share", FALSE);
}

/* A plan moved by three years takes along the phases that the old years do not reach, and no others. */
static void
test_years_together (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *to = add_scenario (plan, "to", NULL);
  const OutlayOutcome tax = OUTLAY_OUTCOME_DESIGN_YEAR (TAX);
  g_autoptr (OutlayBridge) bridge = NULL, of_tax = NULL;

  set_number (OUTLAY_NODE (outlay_initiative_get_product (outlay_plan_get_initiative (plan, 0), 0)), "price-growth", 0.05);
  change_number (to, "first-year", 2027);
  change_text (to, "phases.early.start", "2027-03");
  change_text (to, "phases.late.start", "2028-01");
  change_text (to, "phases.last.start", "2028-05");
  change_number (to, "phases.last.delay-months", 1);
  bridge = build (plan, NULL, to, &npv);
  assert_together (bridge, "first-year", "phases.early.start", TRUE);
  assert_together (bridge, "first-year", "phases.late.start", TRUE);
  assert_together (bridge, "first-year", "phases.last.start", FALSE);
  g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, 3);
  assert_ends (bridge, plan, NULL, to, &npv);
  of_tax = build (plan, NULL, to, &tax);
  assert_ends (of_tax, plan, NULL, to, &tax);
}

/* --- many changes --- */

static void
test_grouping (void)
{
  static const struct
  {
    guint n_initiatives;
    OutlayBridgeGrouping grouping;
    guint n_steps;
    gboolean exact;
    const char *last;
  } cases[] = {
    { 6, OUTLAY_BRIDGE_BY_INPUT, 12, TRUE, "i5, goods: Price" },
    { 7, OUTLAY_BRIDGE_BY_OBJECT, 14, FALSE, "i6, goods: Price" },
    { 32, OUTLAY_BRIDGE_BY_OBJECT, 64, FALSE, "i31, goods: Price" },
    { 33, OUTLAY_BRIDGE_BY_VENTURE, 33, FALSE, "i32" },
    { 65, OUTLAY_BRIDGE_BY_KIND, 2, TRUE, "Products" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayNode *to;
      g_autoptr (OutlayPlan) plan = make_wide_plan (cases[i].n_initiatives, &to);
      const OutlayOutcome outcome = OUTLAY_OUTCOME_INDICATOR (CONSTRUCTION_INVESTMENT);
      g_autoptr (OutlayBridge) bridge = build (plan, NULL, to, &outcome);
      guint n = outlay_bridge_n_steps (bridge);

      g_assert_cmpint (outlay_bridge_grouping (bridge), ==, cases[i].grouping);
      g_assert_cmpuint (n, ==, cases[i].n_steps);
      g_assert_true (outlay_bridge_is_exact (bridge) == cases[i].exact);
      g_assert_cmpstr (outlay_bridge_step (bridge, n - 1)->label, ==, cases[i].last);
      assert_ends (bridge, plan, NULL, to, &outcome);
    }
}

static void
test_objects (void)
{
  OutlayNode *to;
  g_autoptr (OutlayPlan) plan = make_wide_plan (2, &to);
  g_autoptr (OutlayBridge) bridge = NULL;
  static const char *const labels[] = { "Plan", "Finance", "i0", "i0, goods", "i1", "i1, goods: Price" };
  static const struct { const char *path; double number; } more[] = {
    { "discount-rate", 0.07 }, { "site-area", 10 }, { "finance.payout", 0.2 }, { "finance.debt-share", 0.5 },
    { "initiatives.i0.wage", 5 }, { "initiatives.i0.products.goods.capacity", 1200 }, { "initiatives.i1.staff", 5 },
    { "initiatives.i1.investment.early", 5 }, { "initiatives.i1.repair-rate", 0.01 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    change_number (to, more[i].path, more[i].number);
  bridge = build (plan, NULL, to, &npv);
  g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, G_N_ELEMENTS (labels));
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_cmpstr (outlay_bridge_step (bridge, i)->label, ==, labels[i]);
  g_assert_true (outlay_bridge_is_exact (bridge));
  assert_ends (bridge, plan, NULL, to, &npv);
}

/* Initiatives do not touch each other, and money and price of one have the same effect in all: what is sampled can be told from one pair alone. */
static void
test_sampled (void)
{
  OutlayNode *to, *one;
  g_autoptr (OutlayPlan) plan = make_wide_plan (9, &to);
  g_autoptr (OutlayBridge) bridge = build (plan, NULL, to, &npv), again = build (plan, NULL, to, &npv), exact = NULL;
  double price;

  one = add_scenario (plan, "one", NULL);
  change_number (one, "initiatives.i3.investment.late", 3e8);
  change_number (one, "initiatives.i3.products.goods.price", 6e5);
  exact = build (plan, NULL, one, &npv);
  price = find_step (exact, "initiatives.i3.products.goods.price")->contribution;
  assert_ends (bridge, plan, NULL, to, &npv);
  g_assert_cmpuint (outlay_bridge_n_steps (bridge), ==, 18);
  for (guint i = 0; i < 9; i++)
    {
      const OutlayBridgeStep *step = outlay_bridge_step (bridge, 2 * i + 1);

      g_assert_cmpfloat (fabs (step->contribution - price), <=, 5 * step->standard_error + 1e-9 * fabs (price));
      g_assert_cmpfloat (step->contribution, ==, outlay_bridge_step (again, 2 * i + 1)->contribution);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bridge-players/labels", test_labels);
  g_test_add_func ("/bridge-players/shares-together", test_shares_together);
  g_test_add_func ("/bridge-players/years-together", test_years_together);
  g_test_add_func ("/bridge-players/grouping", test_grouping);
  g_test_add_func ("/bridge-players/objects", test_objects);
  g_test_add_func ("/bridge-players/sampled", test_sampled);
  return g_test_run ();
}
