/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/member.h"
#include "plan/typed.h"
#include "support/plan-edit.h"
#include "support/small-plan.h"
#include "unit/store/sample.h"

#define PRODUCT "initiatives.mining.products.goods."

/* Types a text where a number stands that is shown in its own unit. */
static gboolean
type_over (OutlayPlan *plan, const char *path, double current, const char *text, OutlayValue *read, GError **error)
{
  const OutlayParameter parameter = find_parameter (plan, path);
  const OutlayValue value = { isnan (current) ? OUTLAY_VALUE_NULL : OUTLAY_VALUE_NUMBER, current, NULL };

  return outlay_parameter_read (&parameter, text, outlay_parameter_unit (&parameter), &value, read, error);
}

static void
assert_number (OutlayPlan *plan, const char *path, double current, const char *text, double wanted)
{
  g_auto (OutlayValue) read = OUTLAY_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  type_over (plan, path, current, text, &read, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read.type, ==, OUTLAY_VALUE_NUMBER);
  if (read.number != wanted)
    g_error ("“%s” for %s is %.17g, not %.17g", text, path, read.number, wanted);
}

static void
test_numbers (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  assert_number (plan, PRODUCT "vat-rate", 0.13, "5", 0.05);
  assert_number (plan, PRODUCT "vat-rate", 0.13, "5%", 0.05);
  assert_number (plan, PRODUCT "vat-rate", 0.13, "７％", 0.07);
  assert_number (plan, PRODUCT "vat-rate", 0.13, "=50%*30%", 0.15);
  assert_number (plan, PRODUCT "vat-rate", 0.13, "=3*4", 0.12);
  assert_number (plan, PRODUCT "vat-rate", 0.125, "+0.5%", 0.125 + 0.005);
  assert_number (plan, PRODUCT "vat-rate", 0.125, "-0.5", 0.125 - 0.005);
  /* Where numbers can be negative a sign is part of one. */
  assert_number (plan, PRODUCT "price-growth", 0.03, "-2%", -0.02);
  assert_number (plan, PRODUCT "price-growth", 0.03, "−2", -0.02);
  assert_number (plan, PRODUCT "price", 5e5, "18亿", 1.8e9);
  assert_number (plan, PRODUCT "price", 5e5, "510", 510);
  assert_number (plan, PRODUCT "price", 5e5, "+5%", 525000);
  assert_number (plan, PRODUCT "price", 980, "1,250", 1250);
  /* As the unit beside the field is written. */
  assert_number (plan, PRODUCT "price", 5e5, "2 m yuan a t", 2e6);
  assert_number (plan, PRODUCT "price", 5e5, "1.255 yuan/t", 1.255);
  assert_number (plan, PRODUCT "price", 5e5, "1.255元每t", 1.255);
  assert_number (plan, PRODUCT "price", 5e5, "160万", 1.6e6);
  assert_number (plan, PRODUCT "price-growth", 0.03, "2 % a year", 0.02);
  assert_number (plan, PRODUCT "capacity", 1000, "3,000 t a year", 3000);
  assert_number (plan, "initiatives.mining.wage", 1000, "140 k yuan a person-year", 140000);
  assert_number (plan, "initiatives.mining.subsidy", 1000, "2 a year", 2e6);
  assert_number (plan, PRODUCT "capacity", 1000, "3m", 3e6);
  assert_number (plan, PRODUCT "market-limit", NAN, "3,000", 3000);
  assert_number (plan, "years", 20, "25", 25);
}

/* Land and time in whatever unit people have them, also where the field counts in another. */
static void
test_land_and_time (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  assert_number (plan, "site-area", 5, "100 mu", 100 * (2000.0 / 3));
  assert_number (plan, "site-area", 5, "100亩", 100 * (2000.0 / 3));
  assert_number (plan, "site-area", 5, "１０万亩", 1e5 * (2000.0 / 3));
  assert_number (plan, "site-area", 5, "6.67公顷", 66700);
  assert_number (plan, "site-area", 5, "6.6667 ha", 66667);
  assert_number (plan, "site-area", 5, "1.1 Hectares", 11000);
  assert_number (plan, "site-area", 5, "0.1 km²", 1e5);
  assert_number (plan, "site-area", 5, "0.1平方公里", 1e5);
  assert_number (plan, "site-area", 5, "3,000 m²", 3000);
  assert_number (plan, "site-area", 5, "3000平方米", 3000);
  assert_number (plan, "site-area", 5, "=2*3 ha", 60000);
  assert_number (plan, "site-area", 10000, "+1 ha", 20000);
  assert_number (plan, "phases.early.build-months", 12, "1.5 years", 18);
  assert_number (plan, "phases.early.build-months", 12, "1.5年", 18);
  assert_number (plan, "phases.early.build-months", 12, "18 months", 18);
  assert_number (plan, "phases.early.build-months", 12, "18个月", 18);
  assert_number (plan, "phases.early.build-months", 12, "+1 year", 24);
  assert_number (plan, "phases.early.delay-months", 0, "1 year", 12);
  assert_number (plan, "finance.repayment-years", 8, "120 months", 10);
  assert_number (plan, "finance.repayment-years", 8, "120个月", 10);
  assert_number (plan, "finance.repayment-years", 8, "10年", 10);
  assert_number (plan, "assets.building-life", 20, "18 months", 1.5);
  assert_number (plan, "initiatives.mining.receivable-days", 30, "6 weeks", 42);
  assert_number (plan, "initiatives.mining.receivable-days", 30, "45天", 45);
}

static void
test_null (void)
{
  static const char *const texts[] = { "", " ", "no limit", "No Limit", "无上限", "∞" };
  g_autoptr (OutlayPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (OutlayValue) read = OUTLAY_VALUE_INIT;

      g_assert_true (type_over (plan, PRODUCT "market-limit", 5, texts[i], &read, NULL));
      g_assert_cmpint (read.type, ==, OUTLAY_VALUE_NULL);
    }
}

static void
test_faults (void)
{
  static const struct
  {
    const char *path;
    double current;
    const char *text;
    const char *message;
  } faults[] = {
    { PRODUCT "vat-rate", 0.13, "130", "“130” does not go here: from 0 % to 100 %." },
    { PRODUCT "price", 5e5, "=-5", "“=-5” does not go here: at least 0." },
    { PRODUCT "price", 5e5, "dear", "“dear” is not a unit. Known are k, m, bn, 万 and 亿." },
    { PRODUCT "price", 5e5, "", "Type a number." },
    { "site-area", 5, "100 acres", "“acres” is not a unit of area. Known are m², mu, ha, km², 亩 and 公顷." },
    { "site-area", 5, "5 ha ha", "“ha” is not a unit of area. Known are m², mu, ha, km², 亩 and 公顷." },
    { "site-area", 5, "big", "Type a number." },
    { "phases.early.build-months", 12, "6 weeks", "“weeks” is not a unit of time. Known are months and years, 个月 and 年." },
    { "phases.early.build-months", 12, "+1 week", "“week” is not a unit of time. Known are months and years, 个月 and 年." },
    { "finance.repayment-years", 8, "18 months", "“18 months” is not a whole number." },
    { "initiatives.mining.receivable-days", 30, "2 months", "“months” is not a unit of time here. Known are days and weeks, 天 and 周." },
    { PRODUCT "vat-rate", 0.13, "5 promille", "“promille” is not a unit of a share. Known is the percent sign." },
    { "years", 20, "12.5", "“12.5” is not a whole number." },
    { "years", 20, "0", "“0” does not go here: from 1 to 100." },
    { "initiatives.mining.design-investment", 1e9, "0", "“0” does not go here: more than 0." },
  };
  g_autoptr (OutlayPlan) plan = make_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_auto (OutlayValue) read = OUTLAY_VALUE_INIT;
      g_autoptr (GError) error = NULL;

      g_assert_false (type_over (plan, faults[i].path, faults[i].current, faults[i].text, &read, &error));
      g_assert_cmpstr (error->message, ==, faults[i].message);
      g_assert_cmpint (read.type, ==, OUTLAY_VALUE_ABSENT);
    }
}

static void
test_months (void)
{
  static const char *const texts[] = { "2026-08", "2026-8", "2026/8", "8/2026", "08.2026", "2026.8", "202608", "Aug 2026", "august 2026", "2026 aug", "2026年8月",
                                       "２０２６年８月", "2026–08" };
  static const char *const others[] = { "", "2026", "2026-13", "13/2026", "26-08", "8", "2026-08-01", "Foo 2026", "20260", "2026-00" };
  double month;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      month = 0;
      if (!outlay_month_read (texts[i], &month) || month != 12 * 2026 + 7)
        g_error ("“%s” is %g", texts[i], month);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (outlay_month_read (others[i], &month))
      g_error ("“%s” is no month", others[i]);
}

static void
round_trip_cb (const OutlayParameter *parameter, gpointer data)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT, read = OUTLAY_VALUE_INIT;
  g_autofree char *path = outlay_parameter_path (parameter), *text = NULL, *words = NULL;
  g_autoptr (GError) error = NULL;
  OutlayAmountUnit unit;

  outlay_parameter_get (parameter, &value);
  if (value.type == OUTLAY_VALUE_ABSENT)
    return;
  unit = outlay_parameter_unit (parameter);
  text = outlay_parameter_write (parameter, &value, unit);
  words = outlay_parameter_unit_words (data, NULL, parameter, unit);
  outlay_parameter_read (parameter, text, unit, &value, &read, &error);
  g_assert_no_error (error);
  if (!outlay_value_equal (&read, &value))
    g_error ("%s: “%s” reads as something else", path, text);
  g_assert_true (g_utf8_validate (words, -1, NULL));
}

/* Who only looks and goes on changes nothing. */
static void
test_round_trip (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan ();

  outlay_plan_foreach_parameter (plan, round_trip_cb, plan);
}

static void
assert_shown (OutlayPlan *plan, const char *path, double number, const char *text, const char *words)
{
  const OutlayParameter parameter = find_parameter (plan, path);
  const OutlayValue value = { OUTLAY_VALUE_NUMBER, number, NULL };
  const OutlayAmountUnit unit = outlay_parameter_unit (&parameter);
  g_autofree char *written = outlay_parameter_write (&parameter, &value, unit), *beside = outlay_parameter_unit_words (plan, NULL, &parameter, unit);

  g_assert_cmpstr (written, ==, text);
  g_assert_cmpstr (beside, ==, words);
}

static void
test_shown (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  set_text (find_parameter (plan, "region.figures.gdp.value").node, "unit", "firms");
  /* Whatever it is, a number of a kind counts in the same unit. */
  assert_shown (plan, PRODUCT "price", 1505000, "1,505,000", "yuan a t");
  assert_shown (plan, PRODUCT "price", 0.985, "0.985", "yuan a t");
  assert_shown (plan, "initiatives.mining.design-investment", 3e9, "3,000", "m yuan");
  assert_shown (plan, "initiatives.mining.design-investment", 500, "0.0005", "m yuan");
  assert_shown (plan, "initiatives.mining.subsidy", 2e6, "2", "m yuan a year");
  /* Targets and figures count what they judge, and what somebody wrote. */
  assert_shown (plan, "targets.promised.at-least", 1e8, "0.1", "bn yuan");
  assert_shown (plan, "region.figures.gdp.value", 1256, "1,256", "firms");
  set_text (find_parameter (plan, "region.figures.gdp.value").node, "unit", "yuan a year");
  assert_shown (plan, "region.figures.gdp.value", 1e12, "1,000", "bn yuan a year");
  set_text (find_parameter (plan, "region.figures.gdp.value").node, "unit", "share");
  assert_shown (plan, "region.figures.gdp.value", 0.281, "28.1", "%");
  assert_shown (plan, PRODUCT "capacity", 3e6, "3,000,000", "t a year");
  assert_shown (plan, PRODUCT "vat-rate", 0.07, "7", "%");
  assert_shown (plan, PRODUCT "price-growth", -0.025, "−2.5", "% a year");
  assert_shown (plan, "first-year", 2021, "2021", "");
  assert_shown (plan, "initiatives.mining.wage", 140000, "140,000", "yuan a person-year");
}

/* --- in fields that name their unit themselves --- */

static void
check_read (const char *text, OutlayUnit unit, double current, double expected)
{
  g_autoptr (GError) error = NULL;
  double quantity = NAN;

  outlay_quantity_read (text, unit, current, &quantity, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (quantity, ==, expected);
}

static void
check_refused (const char *text, OutlayUnit unit)
{
  g_autoptr (GError) error = NULL;
  double quantity = 7;

  g_assert_false (outlay_quantity_read (text, unit, NAN, &quantity, &error));
  g_assert_nonnull (error);
  g_assert_cmpfloat (quantity, ==, 7);
}

static void
test_read_quantities (void)
{
  check_read ("800万元/亩", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check_read ("800万", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check_read ("8m yuan/mu", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check_read ("8m per mu", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check_read ("+1m", OUTLAY_UNIT_MONEY_PER_MU, 8e6, 9e6);
  check_read ("=3bn*60%", OUTLAY_UNIT_MONEY, NAN, 1.8e9);
  check_read ("12", OUTLAY_UNIT_SHARE, NAN, 0.12);
  check_read ("12 %", OUTLAY_UNIT_SHARE_A_YEAR, NAN, 0.12);
  check_read ("3000", OUTLAY_UNIT_UNITS, NAN, 3000);
  check_refused ("much", OUTLAY_UNIT_MONEY_PER_MU);
  check_refused ("", OUTLAY_UNIT_MONEY);
  check_refused ("%", OUTLAY_UNIT_SHARE);
}

/* What a field shows is read back to the same double. */
static void
test_quantities_round_trip (void)
{
  static const OutlayUnit units[] = { OUTLAY_UNIT_MONEY, OUTLAY_UNIT_MONEY_PER_MU, OUTLAY_UNIT_SHARE, OUTLAY_UNIT_UNITS, OUTLAY_UNIT_NONE, OUTLAY_UNIT_YEARS };

  for (guint i = 0; i < 20000; i++)
    {
      const double digits = g_test_rand_int_range (1, 1000000), scale = pow (10, g_test_rand_int_range (-6, 9));
      const double quantity = (i % 2 ? g_test_rand_double () : digits) * scale * (i % 5 == 0 ? -1 : 1);
      const OutlayUnit unit = units[i % G_N_ELEMENTS (units)];
      g_autofree char *text = outlay_quantity_write (quantity, unit);
      double again = NAN;

      g_assert_true (outlay_quantity_read (text, unit, 5, &again, NULL));
      g_assert_cmpfloat (again, ==, quantity);
    }
}

static void
check_written (double quantity, OutlayUnit unit, const char *expected)
{
  g_autofree char *text = outlay_quantity_write (quantity, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_write_quantities (void)
{
  check_written (0.12, OUTLAY_UNIT_SHARE, "12%");
  check_written (0.281, OUTLAY_UNIT_SHARE, "28.1%");
  check_written (8e6, OUTLAY_UNIT_MONEY_PER_MU, "8m");
  check_written (3000, OUTLAY_UNIT_UNITS, "3000");
  check_written (NAN, OUTLAY_UNIT_MONEY, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed/numbers", test_numbers);
  g_test_add_func ("/typed/land-and-time", test_land_and_time);
  g_test_add_func ("/typed/null", test_null);
  g_test_add_func ("/typed/faults", test_faults);
  g_test_add_func ("/typed/months", test_months);
  g_test_add_func ("/typed/round-trip", test_round_trip);
  g_test_add_func ("/typed/shown", test_shown);
  g_test_add_func ("/typed/quantities", test_read_quantities);
  g_test_add_func ("/typed/quantities/round-trip", test_quantities_round_trip);
  g_test_add_func ("/typed/quantities/written", test_write_quantities);
  return g_test_run ();
}
