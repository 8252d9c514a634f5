/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/typed-quantity.h"

#include <math.h>

static void
check (const char *text, OutlayUnit unit, double current, double expected)
{
  g_autoptr (GError) error = NULL;
  double quantity = NAN;

  outlay_typed_quantity_parse (text, unit, current, &quantity, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (quantity, ==, expected);
}

static void
check_refused (const char *text, OutlayUnit unit)
{
  g_autoptr (GError) error = NULL;
  double quantity = 7;

  g_assert_false (outlay_typed_quantity_parse (text, unit, NAN, &quantity, &error));
  g_assert_nonnull (error);
  g_assert_cmpfloat (quantity, ==, 7);
}

static void
test_parse (void)
{
  check ("800万元/亩", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check ("800万", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check ("8m yuan/mu", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check ("8m per mu", OUTLAY_UNIT_MONEY_PER_MU, NAN, 8e6);
  check ("+1m", OUTLAY_UNIT_MONEY_PER_MU, 8e6, 9e6);
  check ("=3bn*60%", OUTLAY_UNIT_MONEY, NAN, 1.8e9);
  check ("12", OUTLAY_UNIT_SHARE, NAN, 0.12);
  check ("12 %", OUTLAY_UNIT_SHARE_A_YEAR, NAN, 0.12);
  check ("3000", OUTLAY_UNIT_UNITS, NAN, 3000);
  check_refused ("much", OUTLAY_UNIT_MONEY_PER_MU);
  check_refused ("", OUTLAY_UNIT_MONEY);
  check_refused ("%", OUTLAY_UNIT_SHARE);
}

/* What a field shows is read back to the same double. */
static void
test_round_trip (void)
{
  static const OutlayUnit units[] = { OUTLAY_UNIT_MONEY, OUTLAY_UNIT_MONEY_PER_MU, OUTLAY_UNIT_SHARE, OUTLAY_UNIT_UNITS, OUTLAY_UNIT_NONE, OUTLAY_UNIT_YEARS };

  for (guint i = 0; i < 20000; i++)
    {
      const double digits = g_test_rand_int_range (1, 1000000), scale = pow (10, g_test_rand_int_range (-6, 9));
      const double quantity = (i % 2 ? g_test_rand_double () : digits) * scale * (i % 5 == 0 ? -1 : 1);
      const OutlayUnit unit = units[i % G_N_ELEMENTS (units)];
      g_autofree char *text = outlay_typed_quantity_format (quantity, unit);
      double again = NAN;

      g_assert_true (outlay_typed_quantity_parse (text, unit, 5, &again, NULL));
      g_assert_cmpfloat_with_epsilon (again, quantity, unit == OUTLAY_UNIT_SHARE ? fabs (quantity) * 3e-16 : 1e-300);
    }
}

static void
check_shown (double quantity, OutlayUnit unit, const char *expected)
{
  g_autofree char *text = outlay_typed_quantity_format (quantity, unit);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_format (void)
{
  check_shown (0.12, OUTLAY_UNIT_SHARE, "12%");
  check_shown (0.281, OUTLAY_UNIT_SHARE, "28.1%");
  check_shown (8e6, OUTLAY_UNIT_MONEY_PER_MU, "8m");
  check_shown (3000, OUTLAY_UNIT_UNITS, "3000");
  check_shown (NAN, OUTLAY_UNIT_MONEY, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-quantity/parse", test_parse);
  g_test_add_func ("/typed-quantity/round-trip", test_round_trip);
  g_test_add_func ("/typed-quantity/format", test_format);
  return g_test_run ();
}
