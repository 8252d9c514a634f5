/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/check.h"
#include "plan/validate.h"
#include "support/small-plan.h"

/* Faults as "path path: message", one in a line. */
static void
append_fault (const char *const *paths, const char *message, gpointer data)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) paths);

  g_string_append_printf (data, "%s: %s\n", joined, message);
}

static void
expect (OutlayPlan *plan, const char *faults)
{
  g_autoptr (GString) found = g_string_new (NULL);

  outlay_plan_validate_all (plan, append_fault, found);
  g_assert_cmpstr (found->str, ==, faults);
}

static OutlayNode *
find_object (OutlayPlan *plan, const char *path)
{
  OutlayParameter found;

  g_assert_true (outlay_plan_find_path (plan, path, &found, NULL));
  return found.node;
}

static void
test_sound (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  expect (plan, "");
}

static void
test_shares (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *mining = find_object (plan, "initiatives.mining");

  set_number (mining, "building-share", 0.7);
  set_number (mining, "equipment-share", 0.3);
  expect (plan, "");
  set_number (mining, "equipment-share", 0.5);
  expect (plan, "initiatives.mining.building-share initiatives.mining.equipment-share: found shares of buildings and equipment that are 120 % together, "
                "expected at most 100 %\n");
}

static void
test_start (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *late = find_object (plan, "phases.late");

  set_number (late, "start", 12 * 2044 + 11);
  expect (plan, "");
  set_number (late, "start", 12 * 2045);
  expect (plan, "phases.late.start: found that phase “late” starts in 2045-01, expected a month within the plan’s years, 2025-01 to 2044-12\n");
}

static void
test_targets (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *target = find_object (plan, "targets.promised");

  set_text (target, "initiative", "minig");
  expect (plan, "targets.promised.initiative: found “minig”, which is no id in “initiatives”; did you mean “mining”?\n");
  set_text (target, "initiative", "mining");
  set_text (target, "product", "goods");
  expect (plan, "targets.promised.series targets.promised.product: found a product with “revenue”, expected “quantity” or “quantity-sold”\n");
  set_text (target, "series", "quantity");
  expect (plan, "");
  set_text (target, "product", NULL);
  expect (plan, "targets.promised.series: found “quantity”, which goes with “product” only\n");
  set_text (target, "product", "goods");
  set_text (target, "initiative", NULL);
  expect (plan, "targets.promised.initiative: found “product” alone, expected “initiative” with it\n");
  set_text (target, "product", NULL);
  set_text (target, "series", "revenue");
  set_text (target, "indicator", "payback");
  expect (plan, "targets.promised.series targets.promised.indicator: found both “series” and “indicator”, expected one of them\n");
  set_text (target, "series", NULL);
  expect (plan, "targets.promised.measure targets.promised.indicator: found both “measure” and “indicator”, expected one of them\n");
  set_number (target, "measure", NAN);
  expect (plan, "");
  set_number (target, "at-most", 5);
  expect (plan, "targets.promised.at-least targets.promised.at-most: found both “at-least” and “at-most”, expected one of them\n");
  set_number (target, "at-least", NAN);
  set_number (target, "at-most", NAN);
  expect (plan, "targets.promised.at-least: found no bound, expected “at-least” or “at-most”\n");
  set_number (target, "at-most", 5);
  set_text (target, "indicator", NULL);
  expect (plan, "targets.promised.series: found nothing that is judged, expected “series” with “measure”, or “indicator”\n");
}

static void
test_figures (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *figure = find_object (plan, "region.figures.gdp");

  set_text (figure, "series", "revenue");
  expect (plan, "region.figures.gdp.measure: found “series” alone, expected “measure” with it\n");
  set_number (figure, "measure", OUTLAY_MEASURE_MEAN);
  expect (plan, "");
  set_text (figure, "initiative", "nowhere");
  expect (plan, "region.figures.gdp.initiative: found “nowhere”, expected an id in “initiatives”\n");
  set_text (figure, "initiative", NULL);
  set_text (figure, "series", "quantity");
  expect (plan, "region.figures.gdp.series: found “quantity”, expected a series of the plan or of an initiative\n");
}

static void
test_uncertainties (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *first = find_object (plan, "uncertainties.1");
  const OutlayMember *values = outlay_node_find_member (first, "values"), *weights = outlay_node_find_member (first, "weights");

  set_number (first, "low", 2.5);
  expect (plan, "uncertainties.1.low uncertainties.1.mode: found “low” 2.5 above “mode” 2, expected it at or below\n");
  set_number (first, "low", 2);
  set_number (first, "high", 2);
  expect (plan, "");
  set_number (first, "mode", NAN);
  expect (plan, "uncertainties.1.mode: found no “mode”, which the distribution “triangular” is given by\n");
  set_number (first, "distribution", OUTLAY_DISTRIBUTION_UNIFORM);
  expect (plan, "");
  set_number (first, "mean", 1);
  expect (plan, "uncertainties.1.distribution uncertainties.1.mean: found “mean”, which does not belong to the distribution “uniform”\n");
  set_number (first, "low", NAN);
  set_number (first, "high", NAN);
  set_number (first, "mean", 0);
  set_number (first, "sd", 1);
  set_number (first, "distribution", OUTLAY_DISTRIBUTION_NORMAL);
  expect (plan, "");
  set_number (first, "distribution", OUTLAY_DISTRIBUTION_LOGNORMAL);
  expect (plan, "uncertainties.1.mean: found a mean that is not above 0, expected one above 0 for a lognormal distribution\n");
  set_number (first, "mean", NAN);
  set_number (first, "sd", NAN);
  set_number (first, "distribution", OUTLAY_DISTRIBUTION_DISCRETE);
  outlay_node_set_numbers (first, values, (double[]) { 1, 2 }, 2);
  outlay_node_set_numbers (first, weights, (double[]) { 1 }, 1);
  expect (plan, "uncertainties.1.values uncertainties.1.weights: found 2 values and 1 weights, expected as many weights as values\n");
  outlay_node_set_numbers (first, weights, (double[]) { 0, 0 }, 2);
  expect (plan, "uncertainties.1.weights: found weights that are all 0, expected one above 0\n");
  outlay_node_set_numbers (first, weights, (double[]) { 0, 2 }, 2);
  expect (plan, "");
  add_uncertainty (plan, "phases.late.start");
  expect (plan, "uncertainties.3.path: found “phases.late.start”, expected the path of a number that scenarios may change\n");
  set_text (find_object (plan, "uncertainties.3"), "path", "uncertainties.1.low");
  expect (plan, "uncertainties.3.path: found “uncertainties.1.low”, expected the path of a number that scenarios may change\n");
  set_text (find_object (plan, "uncertainties.3"), "path", "initiatives.mining.products.goods.price");
  expect (plan, "uncertainties.3.path: found a second uncertainty of “initiatives.mining.products.goods.price”, expected one for each number\n");
  set_text (find_object (plan, "uncertainties.3"), "path", "finance.debt-shar");
  expect (plan, "uncertainties.3.path: “finance” has nothing called “debt-shar”; did you mean “debt-share”?\n");
}

static void
test_correlations (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  const char *mining = "initiatives.mining.products.goods.price", *storage = "initiatives.storage.products.goods.price";

  add_correlation (plan, storage, mining, 0.1);
  expect (plan, "correlations.2.between: found a second correlation of the same two numbers, expected one\n");
  outlay_node_set_pair (find_object (plan, "correlations.2"), outlay_node_find_member (find_object (plan, "correlations.2"), "between"), mining, mining);
  expect (plan, "correlations.2.between: found one number twice, expected two different ones\n");
  outlay_node_set_pair (find_object (plan, "correlations.2"), outlay_node_find_member (find_object (plan, "correlations.2"), "between"), mining, "site-area");
  expect (plan, "correlations.2.between: found “site-area”, which has no uncertainty; expected paths of two uncertain numbers\n");
  add_uncertainty (plan, "site-area");
  set_number (find_object (plan, "correlations.1"), "rho", 0.7);
  set_number (find_object (plan, "correlations.2"), "rho", 0.7);
  expect (plan, "");
  /* What is nearly the same as a third cannot be opposed to what is nearly the same as it, too. */
  add_correlation (plan, storage, "site-area", -0.9);
  expect (plan, "correlations.3.rho: found correlations that contradict each other: with this one their matrix is not positive definite; expected some of "
                "them nearer to 0\n");
  set_number (find_object (plan, "correlations.3"), "rho", 0.63);
  expect (plan, "");
}

/* Against the leading minors, which are all positive where and only where a matrix is positive definite. */
static double
determinant (double *a, guint m, guint n)
{
  double product = 1;

  for (guint k = 0; k < m; k++)
    {
      product *= a[k * n + k];
      for (guint i = k + 1; i < m; i++)
        for (guint j = m; j-- > k;)
          a[i * n + j] -= a[i * n + k] / a[k * n + k] * a[k * n + j];
    }
  return product;
}

static gboolean
is_definite_by_minors (const OutlayPair *pairs, guint n_pairs, guint n)
{
  for (guint m = 1; m <= n; m++)
    {
      double a[64] = { 0 };

      for (guint i = 0; i < n; i++)
        a[i * n + i] = 1;
      for (guint i = 0; i < n_pairs; i++)
        a[pairs[i].first * n + pairs[i].second] = a[pairs[i].second * n + pairs[i].first] = pairs[i].value;
      if (!(determinant (a, m, n) > 0))
        return FALSE;
    }
  return TRUE;
}

static void
test_matrix (void)
{
  guint n_definite = 0;

  for (guint round = 0; round < 2000; round++)
    {
      OutlayPair pairs[28];
      guint n = (guint) g_test_rand_int_range (2, 9), n_pairs = 0, failing;
      gboolean too_many, definite;

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          if (g_test_rand_bit ())
            pairs[n_pairs++] = (OutlayPair) { i, j, g_test_rand_double_range (-0.8, 0.8) };
      definite = outlay_matrix_is_definite (pairs, n_pairs, n, &failing, &too_many);
      g_assert_cmpint (definite, ==, is_definite_by_minors (pairs, n_pairs, n));
      n_definite += definite;
    }
  g_assert_cmpuint (n_definite, >, 200);
  g_assert_cmpuint (n_definite, <, 1800);
}

static void
test_huge_matrix (void)
{
  g_autofree OutlayPair *pairs = g_new (OutlayPair, 100000);
  guint failing;
  gboolean too_many;

  for (guint i = 0; i < 100000; i++)
    pairs[i] = (OutlayPair) { i, i + 1, 0.1 };
  g_assert_false (outlay_matrix_is_definite (pairs, 100000, 100001, &failing, &too_many));
  g_assert_true (too_many);
  for (guint i = 0; i < 100000; i++)
    pairs[i] = (OutlayPair) { 2 * i, 2 * i + 1, 0.999 };
  g_assert_true (outlay_matrix_is_definite (pairs, 100000, 200000, &failing, &too_many));
}

static void
test_sources (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  add_source (plan, "initiatives.mining.products.gods.price");
  expect (plan, "sources.initiatives.mining.products.gods.price: “initiatives.mining.products” has nothing called “gods”; did you mean “goods”?\n");
}

static void
test_scenarios (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *slow = find_object (plan, "scenarios.slow"), *slower = find_object (plan, "scenarios.slower");

  /* A part of the fault is the parent's: it is told where the child changes it. */
  change_number (slow, "initiatives.mining.equipment-share", 0.2);
  change_number (slower, "initiatives.mining.building-share", 0.8);
  expect (plan, "");
  change_number (slower, "initiatives.mining.building-share", 0.9);
  expect (plan, "scenarios.slower.changes.initiatives.mining.building-share: found shares of buildings and equipment that are 110 % together, expected at most "
                "100 %\n");
  outlay_scenario_remove_change (OUTLAY_SCENARIO (slower), "initiatives.mining.building-share");

  change_number (slow, "years", 2);
  expect (plan, "scenarios.slow.changes.years: found that phase “last” starts in 2027-07, expected a month within the plan’s years, 2025-01 to 2026-12\n");
  change_text (slow, "phases.last.start", "2026-12");
  expect (plan, "");
  change_text (slower, "phases.last.start", "2027-07");
  expect (plan, "scenarios.slower.changes.phases.last.start: found that phase “last” starts in 2027-07, expected a month within the plan’s years, 2025-01 to "
                "2026-12\n");
  change_number (slower, "years", 20);
  expect (plan, "");

  change_number (slower, "initiatives.gone.staff", 1);
  change_number (slower, "discount-rate", 7);
  change_number (slower, "uncertainties.1.low", 7);
  expect (plan, "scenarios.slower.changes.initiatives.gone.staff: “initiatives” has nothing called “gone”\n"
                "scenarios.slower.changes.discount-rate: found 7, expected a number from −0.5 to 1\n"
                "scenarios.slower.changes.uncertainties.1.low: found “uncertainties.1.low”, which no scenario may change\n");
}

/* What one scenario changes is not there any more where its sibling is looked at. */
static void
test_siblings (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *first = add_scenario (plan, "first", "slow"), *second = add_scenario (plan, "second", "slow");

  change_number (first, "initiatives.mining.equipment-share", 0.9);
  change_number (first, "initiatives.mining.building-share", 0.1);
  change_number (second, "initiatives.mining.building-share", 0.4);
  expect (plan, "");
  /* A parent's holds again after a child had its own. */
  change_number (find_object (plan, "scenarios.slow"), "initiatives.mining.equipment-share", 0.65);
  expect (plan, "scenarios.slow.changes.initiatives.mining.equipment-share: found shares of buildings and equipment that are 105 % together, expected at most 100 %\n"
                "scenarios.second.changes.initiatives.mining.building-share: found shares of buildings and equipment that are 105 % together, expected at most "
                "100 %\n");
}

static void
test_origins (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  add_scenario (plan, "far", "slowest");
  expect (plan, "scenarios.far.from: found “slowest”, which is no scenario; did you mean “slower”?\n");
  set_text (find_object (plan, "scenarios.far"), "from", "far");
  expect (plan, "scenarios.far.from: found scenarios that come from each other in a circle, expected that each leads back to the plan\n");
  set_text (find_object (plan, "scenarios.far"), "from", "slower");
  set_text (find_object (plan, "scenarios.slow"), "from", "slower");
  expect (plan, "scenarios.slow.from scenarios.slower.from: found scenarios that come from each other in a circle, expected that each leads back to the "
                "plan\n");
  set_text (find_object (plan, "scenarios.slow"), "from", NULL);
  expect (plan, "");
  add_scenario (plan, "base", NULL);
  expect (plan, "scenarios.base.id: found “base”, which names the plan itself; expected another id\n");
}

/* One scenario at a time finds what all together find. */
static void
test_one_scenario (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GString) found = g_string_new (NULL);

  change_number (find_object (plan, "scenarios.slow"), "years", 2);
  change_number (find_object (plan, "scenarios.slower"), "first-year", 2026);
  outlay_plan_validate (plan, outlay_plan_find_scenario (plan, "slow"), append_fault, found);
  g_assert_true (g_str_has_prefix (found->str, "scenarios.slow.changes.years: "));
  g_string_truncate (found, 0);
  outlay_plan_validate (plan, outlay_plan_find_scenario (plan, "slower"), append_fault, found);
  g_assert_true (g_str_has_prefix (found->str, "scenarios.slower.changes.first-year: found that phase “early” starts in 2025-01, "));
  g_string_truncate (found, 0);
  outlay_plan_validate (plan, NULL, append_fault, found);
  g_assert_cmpstr (found->str, ==, "");
}

static void
count_fault (const char *const *paths, const char *message, gpointer data)
{
  (*(guint *) data)++;
}

/* A chain as long as a file can hold, and more faults than anybody reads. */
static void
test_long_chain (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  guint n = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *from = i > 0 ? g_strdup_printf ("s%u", i - 1) : NULL;

      change_number (add_scenario (plan, id, from), "initiatives.mining.building-share", i % 2 == 0 ? 0.5 : 0.3);
    }
  change_number (find_object (plan, "scenarios.s0"), "initiatives.mining.equipment-share", 0.4);
  outlay_plan_validate_all (plan, count_fault, &n);
  g_assert_cmpuint (n, ==, 0);
  change_number (find_object (plan, "scenarios.s0"), "initiatives.mining.equipment-share", 0.6);
  outlay_plan_validate_all (plan, count_fault, &n);
  g_assert_cmpuint (n, ==, 100);
}

static void
check_edit (OutlayPlan *plan, const char *path, const char *sentence)
{
  OutlayParameter parameter;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  g_assert_cmpint (outlay_plan_check_edit (plan, &parameter, &error), ==, sentence == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, sentence);
}

static void
test_edits (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  check_edit (plan, "years", NULL);
  set_number (OUTLAY_NODE (plan), "years", 2);
  check_edit (plan, "years", "last: Start: found that phase “last” starts in 2027-07, expected a month within the plan’s years, 2025-01 to 2026-12");
  check_edit (plan, "phases.early.start", NULL);
  check_edit (plan, "discount-rate", NULL);
  set_number (OUTLAY_NODE (plan), "years", 20);

  /* What the plan may, a scenario need not bear. */
  change_number (find_object (plan, "scenarios.slow"), "initiatives.mining.equipment-share", 0.5);
  set_number (find_object (plan, "initiatives.mining"), "equipment-share", 0.1);
  set_number (find_object (plan, "initiatives.mining"), "building-share", 0.6);
  check_edit (plan, "initiatives.mining.building-share",
              "scenarios.slow.changes.initiatives.mining.equipment-share: found shares of buildings and equipment that are 110 % together, expected at most 100 %");
  set_number (find_object (plan, "initiatives.mining"), "building-share", 0.5);
  check_edit (plan, "initiatives.mining.building-share", NULL);

  set_text (find_object (plan, "scenarios.slow"), "from", "slower");
  check_edit (plan, "scenarios.slow.from",
              "slower: From: found scenarios that come from each other in a circle, expected that each leads back to the plan");
  set_number (find_object (plan, "uncertainties.1"), "low", 9);
  check_edit (plan, "uncertainties.1.low", "uncertainties.1.mode: found “low” 9 above “mode” 2, expected it at or below");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/validate/sound", test_sound);
  g_test_add_func ("/plan/validate/shares", test_shares);
  g_test_add_func ("/plan/validate/start", test_start);
  g_test_add_func ("/plan/validate/targets", test_targets);
  g_test_add_func ("/plan/validate/figures", test_figures);
  g_test_add_func ("/plan/validate/uncertainties", test_uncertainties);
  g_test_add_func ("/plan/validate/correlations", test_correlations);
  g_test_add_func ("/plan/validate/matrix", test_matrix);
  g_test_add_func ("/plan/validate/huge-matrix", test_huge_matrix);
  g_test_add_func ("/plan/validate/sources", test_sources);
  g_test_add_func ("/plan/validate/scenarios", test_scenarios);
  g_test_add_func ("/plan/validate/siblings", test_siblings);
  g_test_add_func ("/plan/validate/origins", test_origins);
  g_test_add_func ("/plan/validate/one-scenario", test_one_scenario);
  g_test_add_func ("/plan/validate/long-chain", test_long_chain);
  g_test_add_func ("/plan/validate/edits", test_edits);
  return g_test_run ();
}
