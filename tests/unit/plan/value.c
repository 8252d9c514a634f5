/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>
#include <string.h>

#include "plan/nearest.h"
#include "plan/value.h"

static void
check_text (double number, const char *expected)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert_cmpstr (outlay_number_format (number, buffer), ==, expected);
}

static void
test_texts (void)
{
  check_text (0, "0");
  check_text (-0.0, "0");
  check_text (5.2e9, "5200000000");
  check_text (-42, "-42");
  check_text (1e20, "100000000000000000000");
  check_text (1e21, "1e21");
  check_text (1.5e300, "1.5e300");
  check_text (0.1, "0.1");
  check_text (0.1 + 0.2, "0.30000000000000004");
  check_text (1.0 / 3, "0.3333333333333333");
  check_text (12.5, "12.5");
  check_text (-0.0003, "-0.0003");
  check_text (0.000001, "0.000001");
  check_text (1e-7, "1e-7");
  check_text (-1.25e-10, "-1.25e-10");
  check_text (DBL_MAX, "1.7976931348623157e308");
  check_text (DBL_MIN, "2.2250738585072014e-308");
  check_text (5e-324, "5e-324");
  check_text (123456789012345680, "123456789012345680");
}

/* Every double comes back, and no text with a digit less would bring it back. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = ((guint64) g_test_rand_int () << 32) ^ (guint32) g_test_rand_int ();
      char buffer[G_ASCII_DTOSTR_BUF_SIZE], shorter[64];
      double number;
      guint digits = 0;

      memcpy (&number, &bits, sizeof number);
      if (!isfinite (number) || number == 0)
        continue;
      outlay_number_format (number, buffer);
      g_assert_true (g_ascii_strtod (buffer, NULL) == number);
      for (const char *c = buffer; *c != '\0' && *c != 'e'; c++)
        digits += g_ascii_isdigit (*c) && !(digits == 0 && *c == '0');
      if (digits < 2 || digits > 17 || number == trunc (number))
        continue;
      g_snprintf (shorter, sizeof shorter, "%.*e", (int) digits - 2, number);
      g_assert_true (g_ascii_strtod (shorter, NULL) != number);
    }
}

static void
test_months (void)
{
  double month = -1;
  g_autofree char *text = NULL;

  g_assert_true (outlay_month_parse ("2021-08", &month));
  g_assert_cmpfloat (month, ==, 12 * 2021 + 7);
  text = outlay_month_format (month);
  g_assert_cmpstr (text, ==, "2021-08");
  for (guint i = 0; i < 9; i++)
    {
      static const char *const wrong[] = { "", "2021", "2021-8", "2021-00", "2021-13", "2021-080", "2021/08", "21-08-01", "+021-08" };

      g_assert_false (outlay_month_parse (wrong[i], &month));
      g_assert_cmpfloat (month, ==, 12 * 2021 + 7);
    }
}

static void
test_values (void)
{
  g_auto (OutlayValue) a = OUTLAY_VALUE_INIT, b = OUTLAY_VALUE_INIT;

  g_assert_true (outlay_value_equal (&a, &b));
  outlay_value_set_string (&a, "mid-year");
  g_assert_false (outlay_value_equal (&a, &b));
  outlay_value_copy (&b, &a);
  outlay_value_copy (&b, &b);
  g_assert_true (outlay_value_equal (&a, &b));
  outlay_value_set_string (&b, b.string + 4);
  g_assert_cmpstr (b.string, ==, "year");
  outlay_value_set_null (&a);
  outlay_value_set_number (&b, 0);
  g_assert_false (outlay_value_equal (&a, &b));
}

static void
test_nearest (void)
{
  static const char *const names[] = { "price", "price-growth", "capacity", "unit", NULL };

  g_assert_cmpstr (outlay_nearest_of ("prise", names), ==, "price");
  g_assert_cmpstr (outlay_nearest_of ("prcie", names), ==, "price");
  g_assert_cmpstr (outlay_nearest_of ("price_growth", names), ==, "price-growth");
  g_assert_cmpstr (outlay_nearest_of ("units", names), ==, "unit");
  g_assert_null (outlay_nearest_of ("x", names));
  g_assert_null (outlay_nearest_of ("", names));
  g_assert_null (outlay_nearest_of ("degradation", names));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/value/texts", test_texts);
  g_test_add_func ("/plan/value/round-trip", test_round_trip);
  g_test_add_func ("/plan/value/months", test_months);
  g_test_add_func ("/plan/value/values", test_values);
  g_test_add_func ("/plan/value/nearest", test_nearest);
  return g_test_run ();
}
