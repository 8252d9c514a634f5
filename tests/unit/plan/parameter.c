/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/parameter.h"
#include "support/small-plan.h"

typedef struct
{
  OutlayPlan *plan;
  guint n;
  GHashTable *paths;
} Round;

static void
go_round (const OutlayParameter *parameter, gpointer data)
{
  Round *round = data;
  char *path = outlay_parameter_path (parameter);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT, again = OUTLAY_VALUE_INIT;
  g_autofree char *range = outlay_parameter_range (parameter);
  OutlayParameter found;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_parameter_find (round->plan, path, &found, &error));
  g_assert_no_error (error);
  g_assert_true (found.node == parameter->node && found.member == parameter->member && found.index == parameter->index);
  g_assert_true (outlay_parameter_is_changeable (&found));
  g_assert_cmpstr (range, !=, "");

  outlay_parameter_get (parameter, &value);
  if (value.type != OUTLAY_VALUE_STRING || *value.string != '\0')
    g_assert_true (outlay_parameter_check (parameter, &value, NULL));
  outlay_parameter_set (parameter, &value);
  outlay_parameter_get (parameter, &again);
  g_assert_true (outlay_value_equal (&value, &again));
  g_assert_true (g_hash_table_add (round->paths, path));
  round->n++;
}

static void
test_round_trip (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Round round = { plan, 0, paths };

  outlay_plan_foreach_parameter (plan, go_round, &round);
  g_assert_true (g_hash_table_contains (paths, "discount-rate"));
  g_assert_true (g_hash_table_contains (paths, "finance.debt-share"));
  g_assert_true (g_hash_table_contains (paths, "phases.late.delay-months"));
  g_assert_true (g_hash_table_contains (paths, "initiatives.storage.investment.last"));
  g_assert_true (g_hash_table_contains (paths, "initiatives.storage.ramp-up.3"));
  g_assert_true (g_hash_table_contains (paths, "initiatives.mining.products.goods.price"));
  g_assert_true (g_hash_table_contains (paths, "targets.promised.at-least"));
  g_assert_true (g_hash_table_contains (paths, "region.figures.gdp.value"));
  g_assert_false (g_hash_table_contains (paths, "version"));
  g_assert_false (g_hash_table_contains (paths, "format"));
  g_assert_false (g_hash_table_contains (paths, "phases.late.id"));
  g_assert_false (g_hash_table_contains (paths, "uncertainties.1.low"));
  g_assert_false (g_hash_table_contains (paths, "scenarios.slow.name"));
}

static void
check_refused (OutlayPlan *plan, const char *path, const char *sentence)
{
  OutlayParameter parameter = { NULL, NULL, 7 };
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_parameter_find (plan, path, &parameter, &error));
  g_assert_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH);
  g_assert_cmpstr (error->message, ==, sentence);
  g_assert_cmpint (parameter.index, ==, 7);
}

static void
test_unknown (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  check_refused (plan, "discont-rate", "the plan has nothing called “discont-rate”; did you mean “discount-rate”?");
  check_refused (plan, "initiatives.minig.staff", "“initiatives” has nothing called “minig”; did you mean “mining”?");
  check_refused (plan, "initiatives.mining.stuff", "“initiatives.mining” has nothing called “stuff”; did you mean “staff”?");
  check_refused (plan, "initiatives.mining.investment.lats", "“initiatives.mining.investment” has nothing called “lats”; did you mean “late”?");
  check_refused (plan, "initiatives.mining.ramp-up.0", "“initiatives.mining.ramp-up” has nothing called “0”");
  check_refused (plan, "initiatives.mining.ramp-up.2", "“initiatives.mining.ramp-up” has nothing called “2”");
  check_refused (plan, "initiatives.storage.ramp-up.02", "“initiatives.storage.ramp-up” has nothing called “02”");
  check_refused (plan, "discount-rate.mean", "“discount-rate” has nothing called “mean”");
  check_refused (plan, "wholly-else", "the plan has nothing called “wholly-else”");
  check_refused (plan, "", "the plan has nothing called “”");
  check_refused (plan, "finance.", "“finance” has nothing called “”");
  set_text (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "id", "a234567890123456789012345678901234567890123456789012345678901234");
  check_refused (plan, "initiatives.a2345678901234567890123456789012345678901234567890123456789012345.staff",
                 "“initiatives” has nothing called “a234567890123456789012345678901234567890123456789012345678901234…”");
  set_text (OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)), "id", "mining");
  check_refused (plan, "initiatives.mining", "“initiatives.mining” is not one value but several; add which of them");
  check_refused (plan, "initiatives.mining.investment", "“initiatives.mining.investment” is not one value but several; add which of them");
}

static void
test_objects (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayParameter found;

  g_assert_true (outlay_plan_find_path (plan, "initiatives.mining", &found, NULL));
  g_assert_true (found.node == OUTLAY_NODE (outlay_plan_get_initiative (plan, 0)) && found.member == NULL);
  g_assert_true (outlay_parameter_find (plan, "uncertainties.2.mode", &found, NULL));
  g_assert_false (outlay_parameter_is_changeable (&found));
  g_assert_true (outlay_parameter_find (plan, "sources.initiatives.mining.status", &found, NULL));
  g_assert_cmpstr (outlay_node_get_id (found.node), ==, "initiatives.mining");
  g_assert_true (outlay_plan_find_path (plan, "sources.initiatives.mining.investment.early", &found, NULL));
  g_assert_cmpstr (outlay_node_get_id (found.node), ==, "initiatives.mining.investment.early");
  g_assert_false (outlay_plan_find_path (plan, "sources.initiatives.storage.status", &found, NULL));
}

static void
check_value (OutlayPlan *plan, const char *path, const char *text, const char *sentence)
{
  OutlayParameter parameter;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  g_assert_cmpint (outlay_parameter_parse (&parameter, text, &value, &error), ==, sentence == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, sentence);
  g_assert_cmpint (value.type == OUTLAY_VALUE_ABSENT, ==, sentence != NULL);
}

static void
test_parse (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  const char *price = "initiatives.mining.products.goods.price", *limit = "initiatives.mining.products.goods.market-limit";

  check_value (plan, "discount-rate", "0.42", NULL);
  check_value (plan, "discount-rate", "-5e-1", NULL);
  check_value (plan, "discount-rate", "1.01", "found 1.01, expected a number from −0.5 to 1");
  check_value (plan, "discount-rate", "nan", "found “nan”, expected a number from −0.5 to 1");
  check_value (plan, "discount-rate", "0x1", "found “0x1”, expected a number from −0.5 to 1");
  check_value (plan, "discount-rate", " 0.1", "found “ 0.1”, expected a number from −0.5 to 1");
  check_value (plan, "discount-rate", "null", "found “null”, expected a number from −0.5 to 1");
  check_value (plan, price, "1e999", "found a number that is too large, expected a number of at least 0");
  check_value (plan, limit, "null", NULL);
  check_value (plan, limit, "-1", "found -1, expected a number of at least 0, or null");
  check_value (plan, "years", "20.5", "found 20.5, expected a whole number from 1 to 100");
  check_value (plan, "initiatives.mining.design-investment", "0", "found 0, expected a number above 0");
  check_value (plan, "initiatives.mining.ramp-up.1", "2.5", "found 2.5, expected a number from 0 to 2");
  check_value (plan, "initiatives.mining.investment.last", "3e8", NULL);
  check_value (plan, "phases.early.start", "2021-08", NULL);
  check_value (plan, "phases.early.start", "2021-13", "found “2021-13”, expected a month from 1900-01 to 2299-12");
  check_value (plan, "phases.early.start", "24300", "found “24300”, expected a month from 1900-01 to 2299-12");
  check_value (plan, "discounting", "mid-year", NULL);
  check_value (plan, "discounting", "mid-yaer", "found “mid-yaer”, expected one of “end-of-year”, “mid-year”; did you mean “mid-year”?");
  check_value (plan, "currency", "EUR", NULL);
  check_value (plan, "currency", "Euro", "found “Euro”, expected a currency’s code of three capital letters, like “CNY”");
  check_value (plan, "initiatives.mining.colour", "#2F6eb5", NULL);
  check_value (plan, "initiatives.mining.colour", "null", NULL);
  check_value (plan, "initiatives.mining.colour", "#2f6eg5", "found “#2f6eg5”, expected a colour like “#2f6eb5”, or null");
  check_value (plan, "initiatives.mining.name", "矿山", NULL);
  check_value (plan, "targets.promised.series", "output", NULL);
  check_value (plan, "targets.promised.series", "revenu", "found “revenu”, expected the name of a yearly series; did you mean “revenue”?");
  check_value (plan, "targets.promised.indicator", "irr", "found “irr”, expected the name of an indicator; did you mean “mirr”?");
  check_value (plan, "correlations.1.rho", "1", "found 1, expected a number between −1 and 1, not one of them");
  check_value (plan, "correlations.1.rho", "0.9999999999999999", NULL);
}

static void
check_range (OutlayPlan *plan, const char *path, const char *expected)
{
  OutlayParameter parameter;
  g_autofree char *range = NULL;

  g_assert_true (outlay_parameter_find (plan, path, &parameter, NULL));
  range = outlay_parameter_range (&parameter);
  g_assert_cmpstr (range, ==, expected);
}

static void
test_range (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  check_range (plan, "discount-rate", "−0.5–1");
  check_range (plan, "first-year", "1900–2200");
  check_range (plan, "site-area", "≥ 0");
  check_range (plan, "initiatives.mining.design-investment", "> 0");
  check_range (plan, "discounting", "end-of-year, mid-year");
  check_range (plan, "phases.early.start", "1900-01–2299-12");
  check_range (plan, "targets.promised.at-least", "any number");
  check_range (plan, "correlations.1.rho", "> −1, < 1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/parameter/round-trip", test_round_trip);
  g_test_add_func ("/plan/parameter/unknown", test_unknown);
  g_test_add_func ("/plan/parameter/objects", test_objects);
  g_test_add_func ("/plan/parameter/parse", test_parse);
  g_test_add_func ("/plan/parameter/range", test_range);
  return g_test_run ();
}
