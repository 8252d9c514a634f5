/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "language.h"
#include "plan/amount.h"
#include "engine/parameters.h"

/* What text means in a field that shows billions and holds 2 bn. */
static double
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  double amount = NAN;

  outlay_amount_parse (text, 1e9, 2e9, &amount, &error);
  g_assert_no_error (error);
  return amount;
}

static double
parse_plain (const char *text)
{
  g_autoptr (GError) error = NULL;
  double amount = NAN;

  outlay_amount_parse (text, 1, 0, &amount, &error);
  g_assert_no_error (error);
  return amount;
}

static void
assert_refused (const char *text, OutlayAmountError code, const char *part)
{
  g_autoptr (GError) error = NULL;
  double amount = 42;

  g_test_message ("“%s”", text);
  g_assert_false (outlay_amount_parse (text, 1e9, 2e9, &amount, &error));
  g_assert_error (error, OUTLAY_AMOUNT_ERROR, (int) code);
  g_assert_cmpfloat (amount, ==, 42);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_units (void)
{
  static const struct
  {
    const char *text;
    double amount;
  } cases[] = {
    { "1.8bn", 1.8e9 },        { "1.8 bn", 1.8e9 },         { "1.8BN", 1.8e9 },       { "18亿", 18e8 },
    { "１８亿", 18e8 },        { "１．８ｂｎ", 1.8e9 },     { "350m", 350e6 },        { "350 M", 350e6 },
    { "3 000 万", 3000e4 },    { "3,000万元", 3000e4 },     { "¥1.8bn", 1.8e9 },      { "￥ 1.8 bn", 1.8e9 },
    { "1.8 bn yuan", 1.8e9 },  { "CNY 1.8bn", 1.8e9 },      { "RMB1.8bn", 1.8e9 },    { "18亿元人民币", 18e8 },
    { "1.8", 1.8e9 },          { "0.07", 7e7 },             { "0.07bn", 7e7 },        { ".5", 5e8 },
    { "2 billion", 2e9 },      { "1 Million", 1e6 },        { "500k", 5e5 },          { "2 tn", 2e12 },
    { "3千万", 3e7 },          { "1.2万亿", 1.2e12 },       { "1亿2000万", 1.2e8 },   { "1bn 200m", 1.2e9 },
    { "2 000 000 yuan", 2e6 }, { "¥1,800,000", 1.8e6 },     { "1.5e3m", 1.5e9 },      { "1’800 m", 1.8e9 },
    { "  1.8bn  ", 1.8e9 },    { "1\xC2\xA0" "800m", 1.8e9 }, { "300w", 300e4 },      { "٣bn", 3e9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpfloat (parse (cases[i].text), ==, cases[i].amount);
    }
  g_assert_cmpfloat (parse_plain ("1,800,000"), ==, 1.8e6);
  g_assert_cmpfloat (parse_plain ("1,800,000.25"), ==, 1800000.25);
  g_assert_cmpfloat (parse_plain ("12 345 678"), ==, 12345678);
}

static void
test_arithmetic (void)
{
  static const struct
  {
    const char *text;
    double amount;
  } cases[] = {
    { "=3bn*60%", 1.8e9 },       { "60% * 3bn", 1.8e9 },      { "(1bn+2bn)/2", 1.5e9 },  { "＝（1亿＋2亿）／2", 1.5e8 },
    { "3bn - 1.2bn", 1.8e9 },    { "3bn×0.6", 1.8e9 },        { "3bn÷4", 7.5e8 },        { "3/2", 1.5e9 },
    { "2*3", 6e9 },              { "1.5bn+0.3", 1.8e9 },      { "2bn*3bn/1bn", NAN },    { "5.2bn*7%", 364e6 },
    { "3bn-2bn-1bn", 0 },        { "2bn+3bn*2", 8e9 },        { "-(1bn)+3bn", 4e9 },     { "=-(1bn)+3bn", 2e9 },
    { "3bn*2bn", NAN },          { "3bn/1bn", 3e9 },          { "3bn*(1-10%)", 2.7e9 },  { "=--1bn", 1e9 },
    { "2bn * 50% * 50%", 5e8 },  { "3bn/50%", 6e9 },          { "((((1bn))))", 1e9 },    { "=2bn*-1", -2e9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (!isnan (cases[i].amount))
      {
        g_test_message ("“%s”", cases[i].text);
        g_assert_cmpfloat (parse (cases[i].text), ==, cases[i].amount);
      }
    else
      assert_refused (cases[i].text, OUTLAY_AMOUNT_ERROR_SYNTAX, "Two amounts of money cannot be multiplied");
}

/* As on a pocket calculator: behind + and − a percentage is a part of what stands before it; alone, of what the field holds (2 bn). */
static void
test_percents (void)
{
  g_assert_cmpfloat (parse ("3bn+10%"), ==, 3.3e9);
  g_assert_cmpfloat (parse ("3bn − 10 %"), ==, 2.7e9);
  g_assert_cmpfloat (parse ("1bn+1bn+10%"), ==, 2.2e9);
  g_assert_cmpfloat (parse ("１０％"), ==, 2e8);
  g_assert_cmpfloat (parse ("60%+0.2bn"), ==, 1.4e9);
  g_assert_cmpfloat (parse ("60%+10%"), ==, 1.4e9);
  g_assert_cmpfloat (parse ("50%*50%"), ==, 5e8);
  g_assert_cmpfloat (parse ("3+10%"), ==, 3.3e9);
}

static void
test_changes (void)
{
  g_assert_cmpfloat (parse ("+0.2bn"), ==, 2.2e9);
  g_assert_cmpfloat (parse ("＋2亿"), ==, 2.2e9);
  g_assert_cmpfloat (parse ("-5%"), ==, 1.9e9);
  g_assert_cmpfloat (parse ("−5%"), ==, 1.9e9);
  g_assert_cmpfloat (parse ("+0.5"), ==, 2.5e9);
  g_assert_cmpfloat (parse ("+1bn+10%"), ==, 3.3e9);
  g_assert_cmpfloat (parse ("-0.2bn*2"), ==, 1.6e9);
  g_assert_cmpfloat (parse ("=-0.2bn"), ==, -2e8);
  g_assert_cmpfloat (parse ("=+0.2bn"), ==, 2e8);
}

static void
test_refusals (void)
{
  g_autofree char *deep = g_strnfill (5000, '(');
  const OutlayAmountError syntax = OUTLAY_AMOUNT_ERROR_SYNTAX;

  assert_refused ("", syntax, "such as 1.8bn or 18亿");
  assert_refused ("   ", syntax, "such as 1.8bn or 18亿");
  assert_refused ("=", syntax, "such as 1.8bn or 18亿");
  assert_refused ("much", syntax, "“much” is not a unit");
  assert_refused ("1.8 bogus", syntax, "“bogus” is not a unit");
  assert_refused ("1.8 bnx", syntax, "“bnx” is not a unit");
  assert_refused ("1.8.2bn", syntax, "“1.8.2” is not a number");
  assert_refused ("1,8bn", syntax, "“1,8” is not a number");
  assert_refused ("18,00,000", syntax, "“18,00,000” is not a number");
  assert_refused ("1 00m", syntax, "“1 00” is not a number");
  assert_refused (".", syntax, "“.” is not a number");
  assert_refused ("1bn+", syntax, "missing at the end");
  assert_refused ("+", syntax, "missing at the end");
  assert_refused ("1bn*/2", syntax, "“/” was not expected");
  assert_refused ("(1bn", syntax, "not closed");
  assert_refused ("1bn)", syntax, "“)” was not expected");
  assert_refused ("()", syntax, "“)” was not expected");
  assert_refused (deep, syntax, "too many parentheses");
  assert_refused ("1bn 200", syntax, "“200” was not expected");
  assert_refused ("1m 2bn", syntax, "“2” was not expected");
  assert_refused ("1bn%", syntax, "behind a plain number");
  assert_refused ("2/1bn", syntax, "divided by an amount");
  assert_refused ("¥", syntax, "beside the currency");
  assert_refused ("nan", syntax, "“nan” is not a unit");
  assert_refused ("inf", syntax, "“inf” is not a unit");
  assert_refused ("\xff\xfe", syntax, "not expected");
  assert_refused ("1/0", OUTLAY_AMOUNT_ERROR_NOT_FINITE, "divides by zero");
  assert_refused ("1bn/(1-1)", OUTLAY_AMOUNT_ERROR_NOT_FINITE, "divides by zero");
  assert_refused ("1e999", OUTLAY_AMOUNT_ERROR_NOT_FINITE, "more than can be computed");
  assert_refused ("1e300*1e300", OUTLAY_AMOUNT_ERROR_NOT_FINITE, "more than can be computed");
  assert_refused ("1e99999999999999999999bn", OUTLAY_AMOUNT_ERROR_NOT_FINITE, "more than can be computed");
}

/* Whatever is typed: an amount that is a number, or a sentence and nothing changed. */
static void
test_anything (void)
{
  static const char *const pieces[] = { "1", "0", "23", ".", ",", " ", "bn", "亿", "万", "m", "%", "+", "-", "*", "/", "(", ")", "=", "¥", "yuan",
                                        "e", "e9", "１", "－", "x", "'", "\xff", "٣", "999" };
  guint understood = 0;

  for (guint i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      double amount = 42;

      for (int n = g_test_rand_int_range (0, 12); n > 0; n--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (outlay_amount_parse (text->str, 1e9, 2e9, &amount, &error))
        {
          g_assert_no_error (error);
          g_assert_true (isfinite (amount));
          understood++;
        }
      else
        {
          g_assert_nonnull (error);
          g_assert_cmpstr (error->message, !=, "");
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_cmpfloat (amount, ==, 42);
        }
    }
  g_assert_cmpuint (understood, >, 1000);
}

static void
assert_format (double amount, int digits, const char *expected)
{
  g_autofree char *text = outlay_amount_format (amount, digits);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  assert_format (1.8e9, -1, "1.80 bn");
  assert_format (1.8e9, 1, "1.8 bn");
  assert_format (18e9, -1, "18.0 bn");
  assert_format (509.4e6, -1, "509 m");
  assert_format (9.996e6, -1, "10.0 m");
  assert_format (999.6e6, -1, "1.00 bn");
  assert_format (999.4e6, -1, "999 m");
  assert_format (-0.63e9, -1, "−630 m");
  assert_format (1250, -1, "1.25 k");
  assert_format (980, -1, "980");
  assert_format (0.391, -1, "0.391");
  assert_format (0, -1, "0");
  assert_format (-0.0, -1, "0");
  assert_format (-0.001, 1, "0.0");
  assert_format (12345e9, -1, "12,345 bn");
  assert_format (123456789e9, -1, "123,456,789 bn");
  assert_format (-1e18, -1, "−1.00e9 bn");
  assert_format (9.996e299, 2, "1.00e291 bn");
  assert_format (NAN, -1, "–");
}

static void
test_format_in_unit (void)
{
  OutlayAmountUnit unit = outlay_amount_unit (4.5e9);
  g_autofree char *text = outlay_amount_format_in (13e6, unit, 2);

  g_assert_cmpstr (unit.word, ==, "bn");
  g_assert_cmpfloat (unit.size, ==, 1e9);
  g_assert_cmpstr (text, ==, "0.01");
  g_assert_cmpstr (outlay_amount_unit (999999999).word, ==, "m");
  g_assert_cmpstr (outlay_amount_unit (-2e9).word, ==, "bn");
  g_assert_cmpstr (outlay_amount_unit (0).word, ==, "");
  g_assert_cmpstr (outlay_amount_unit (NAN).word, ==, "");
}

/* What is something is never read as nothing. */
static void
test_format_part (void)
{
  const OutlayAmountUnit bn = outlay_amount_unit (4.5e9);
  const struct { double amount; int digits; const char *text; } cases[] = {
    { 1.8e9, 2, "1.80" }, { 5e6, 2, "0.01" }, { 4.9e6, 2, "<0.01" }, { -4.9e6, 2, "−<0.01" }, { 0.4e9, 0, "<1" }, { 1, 1, "<0.1" }, { 0, 2, "0.00" }, { NAN, 2, "–" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outlay_amount_format_part (cases[i].amount, bn, cases[i].digits);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
assert_round_trip (double amount)
{
  g_autofree char *text = outlay_amount_format_exact (amount);
  g_autoptr (GError) error = NULL;
  double back = NAN;

  if (!outlay_amount_parse (text, 1e4, 7, &back, &error) || back != amount)
    g_error ("%.17g is written “%s” and read %.17g%s%s", amount, text, back, error != NULL ? ": " : "", error != NULL ? error->message : "");
}

/* Doubles of any magnitude, and amounts as people have them. */
static void
assert_all_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double number;
      } any = { (guint64) (guint32) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };

      if (isfinite (any.number))
        assert_round_trip (any.number);
      assert_round_trip (g_test_rand_double_range (-1e10, 1e10));
      assert_round_trip (g_test_rand_int_range (0, G_MAXINT32) / 100.0);
    }
}

static void
test_exact (void)
{
  static const struct
  {
    double amount;
    const char *text;
  } cases[] = {
    { 1.8e9, "1.8bn" },        { 18e9, "18bn" },      { 350e6, "350m" },          { 1234567890.5, "1.2345678905bn" },
    { 120, "0.12k" },          { 0, "0" },            { -2e8, "=−200m" },         { 1e-10, "1e-13k" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = outlay_amount_format_exact (cases[i].amount);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
  assert_all_round_trip ();
}

static void
assert_quantity (double quantity, OutlayUnit unit, const char *expected)
{
  g_autofree char *text = outlay_quantity_format (quantity, unit, "CNY");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_quantities (void)
{
  assert_quantity (0.1291, OUTLAY_UNIT_SHARE_A_YEAR, "12.9 %");
  assert_quantity (9.92, OUTLAY_UNIT_YEARS, "9.9 years");
  assert_quantity (1, OUTLAY_UNIT_YEARS, "1 year");
  assert_quantity (1.5, OUTLAY_UNIT_MONTHS, "1.5 months");
  assert_quantity (2.02e9, OUTLAY_UNIT_MONEY, "2.02 bn yuan");
  assert_quantity (5, OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR, "5 yuan per m² a year");
  assert_quantity (2028, OUTLAY_UNIT_CALENDAR_YEAR, "2028");
  assert_quantity (12 * 2021 + 7, OUTLAY_UNIT_MONTH, "Aug 2021");
  assert_quantity (1.346, OUTLAY_UNIT_NONE, "1.35");
  assert_quantity (2600, OUTLAY_UNIT_PERSONS, "2,600 persons");
  assert_quantity (NAN, OUTLAY_UNIT_YEARS, "–");
  for (int unit = 0; unit <= OUTLAY_UNIT_UNITS; unit++)
    {
      g_autofree char *text = outlay_quantity_format (24242.5, unit, NULL);

      g_assert_cmpstr (text, !=, "");
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
assert_apart (double quantity, double other, OutlayUnit unit, const char *expected)
{
  g_autofree char *text = outlay_quantity_format_apart (quantity, unit, "CNY", fabs (quantity - other));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_apart (void)
{
  assert_apart (0.0003, 0.0005, OUTLAY_UNIT_SHARE, "0.03 %");
  assert_apart (0.0005, 0.0003, OUTLAY_UNIT_SHARE, "0.05 %");
  assert_apart (0.25, 0.2501, OUTLAY_UNIT_SHARE, "25.00 %");
  assert_apart (0.25, 0.2, OUTLAY_UNIT_SHARE, "25.0 %");
  assert_apart (1.8e9, 1.8001e9, OUTLAY_UNIT_MONEY, "1.8000 bn yuan");
  assert_apart (1.8001e9, 1.8e9, OUTLAY_UNIT_MONEY, "1.8001 bn yuan");
  assert_apart (0, 1.8e9, OUTLAY_UNIT_MONEY, "0 yuan");
  assert_apart (2, 2.001, OUTLAY_UNIT_YEARS, "2.000 years");
  assert_apart (0.1 + 0.2, 0.3, OUTLAY_UNIT_NONE, "0.30000000000000004");
  assert_apart (NAN, 1, OUTLAY_UNIT_NONE, "–");
}

static void
assert_difference (double difference, OutlayUnit unit, const char *expected)
{
  g_autofree char *text = outlay_quantity_format_difference (difference, unit, "CNY");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_differences (void)
{
  assert_difference (0.0129, OUTLAY_UNIT_SHARE_A_YEAR, "+1.3 points");
  assert_difference (-0.0129, OUTLAY_UNIT_SHARE, "−1.3 points");
  assert_difference (0.0001, OUTLAY_UNIT_SHARE, "+0.01 points");
  assert_difference (-0.000317, OUTLAY_UNIT_SHARE, "−0.03 points");
  assert_difference (0.000317, OUTLAY_UNIT_SHARE_A_YEAR, "+0.03 points");
  assert_difference (-0.03, OUTLAY_UNIT_YEARS, "−0.03 years");
  assert_difference (-0.0004, OUTLAY_UNIT_NONE, "−0.0004");
  assert_difference (-1.5, OUTLAY_UNIT_YEARS, "−1.5 years");
  assert_difference (1, OUTLAY_UNIT_CALENDAR_YEAR, "+1 year");
  assert_difference (-14, OUTLAY_UNIT_MONTH, "−14 months");
  assert_difference (2.02e9, OUTLAY_UNIT_MONEY, "+2.02 bn yuan");
  assert_difference (0, OUTLAY_UNIT_MONEY, "0");
  assert_difference (NAN, OUTLAY_UNIT_MONEY, "–");
}

/* Runs test in a locale of the system, in a process of its own so that no other test sees it. */
static gboolean
enter (const char *locale)
{
  g_setenv ("LC_ALL", locale, TRUE);
  g_unsetenv ("LANGUAGE");
  if (setlocale (LC_ALL, locale) == NULL)
    {
      g_test_skip_printf ("no locale %s here", locale);
      return FALSE;
    }
  outlay_language_init ();
  return TRUE;
}

static void
leave (void)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  outlay_language_init ();
}

static void
test_german (void)
{
  if (!enter ("de_DE.UTF-8"))
    return;
  g_assert_cmpfloat (parse ("1,8bn"), ==, 1.8e9);
  g_assert_cmpfloat (parse ("1,8 Mrd"), ==, 1.8e9);
  g_assert_cmpfloat (parse ("1.8bn"), ==, 1.8e9);
  g_assert_cmpfloat (parse_plain ("1.800"), ==, 1800);
  g_assert_cmpfloat (parse_plain ("1.800.000,5"), ==, 1800000.5);
  assert_refused ("1,8,2", OUTLAY_AMOUNT_ERROR_SYNTAX, "“1,8,2”");
  assert_format (1.8e9, -1, "1,80 bn");
  assert_format (12345e9, -1, "12.345 bn");
  assert_all_round_trip ();
  leave ();
}

static void
test_english (void)
{
  if (!enter ("en_US.UTF-8"))
    return;
  assert_format (12345e9, -1, "12,345 bn");
  assert_quantity (2600, OUTLAY_UNIT_PERSONS, "2,600 persons");
  assert_all_round_trip ();
  leave ();
}

static void
test_chinese (void)
{
  g_autofree char *exact = NULL;

  if (!enter ("zh_CN.UTF-8"))
    return;
  assert_format (1.8e9, -1, "18.0亿");
  assert_format (3.5e8, -1, "3.50亿");
  assert_format (9999.6e4, -1, "1.00亿");
  assert_format (3000e4, -1, "3,000万");
  assert_format (1234, -1, "1,234");
  exact = outlay_amount_format_exact (1.8e9);
  g_assert_cmpstr (exact, ==, "18亿");
  g_assert_cmpstr (outlay_amount_unit (3e7).word, ==, "万");
  assert_quantity (2.02e9, OUTLAY_UNIT_MONEY, "20.2亿元");
  assert_quantity (12 * 2021 + 7, OUTLAY_UNIT_MONTH, "2021年8月");
  g_assert_cmpfloat (parse ("18亿"), ==, 18e8);
  g_assert_cmpfloat (parse ("1.8bn"), ==, 1.8e9);
  assert_all_round_trip ();
  leave ();
}

int
main (int argc, char **argv)
{
  outlay_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/amount/units", test_units);
  g_test_add_func ("/plan/amount/arithmetic", test_arithmetic);
  g_test_add_func ("/plan/amount/percents", test_percents);
  g_test_add_func ("/plan/amount/changes", test_changes);
  g_test_add_func ("/plan/amount/refusals", test_refusals);
  g_test_add_func ("/plan/amount/anything", test_anything);
  g_test_add_func ("/plan/amount/format", test_format);
  g_test_add_func ("/plan/amount/format-part", test_format_part);
  g_test_add_func ("/plan/amount/format-in-unit", test_format_in_unit);
  g_test_add_func ("/plan/amount/exact", test_exact);
  g_test_add_func ("/plan/amount/quantities", test_quantities);
  g_test_add_func ("/plan/amount/differences", test_differences);
  g_test_add_func ("/plan/amount/apart", test_apart);
  g_test_add_func ("/plan/amount/german", test_german);
  g_test_add_func ("/plan/amount/english", test_english);
  g_test_add_func ("/plan/amount/chinese", test_chinese);
  return g_test_run ();
}
