/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/scale.h"

static void
assert_ticks (double lower, double upper, guint most, double unit, double first, double step, guint count, int decimals)
{
  OutlayTicks ticks = outlay_ticks_cover (lower, upper, most, unit);

  g_assert_cmpfloat_with_epsilon (ticks.first, first, step * 1e-12);
  g_assert_cmpfloat_with_epsilon (ticks.step, step, step * 1e-12);
  g_assert_cmpuint (ticks.count, ==, count);
  g_assert_cmpint (ticks.decimals, ==, decimals);
}

static void
test_round_numbers (void)
{
  assert_ticks (0, 10.01e9, 7, 1e9, 0, 2e9, 7, 0);
  assert_ticks (0, 10.01e9, 6, 1e9, 0, 5e9, 4, 0);
  assert_ticks (0, 605e6, 5, 1e6, 0, 200e6, 5, 0);
  assert_ticks (0, 10e9, 6, 1e9, 0, 2e9, 6, 0);
  assert_ticks (0, 1.56e9, 9, 1e9, 0, 0.2e9, 9, 1);
  assert_ticks (-3e8, 7e8, 7, 1e8, -4e8, 2e8, 7, 0);
  assert_ticks (-3e8, 7e8, 6, 1e8, -5e8, 5e8, 4, 0);
  assert_ticks (0, 0.0123, 5, 1, 0, 0.005, 4, 3);
}

/* Whatever the range: it is covered, the step is 1, 2 or 5 times a power of ten, 0 is a tick where it is inside, and there are no more than asked for. */
static void
test_any_range (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double scale = pow (10, g_test_rand_double_range (-6, 14));
      double lower = g_test_rand_int_range (0, 3) == 0 ? -scale * g_test_rand_double () : 0;
      double upper = scale * g_test_rand_double_range (0.001, 1);
      guint most = (guint) g_test_rand_int_range (3, 12);
      OutlayTicks ticks = outlay_ticks_cover (lower, upper, most, 1);
      double digit = ticks.step / pow (10, floor (log10 (ticks.step) + 1e-9));
      double last = outlay_ticks_nth (&ticks, ticks.count - 1);
      gboolean zero = FALSE;

      g_assert_cmpuint (ticks.count, <=, most);
      g_assert_cmpuint (ticks.count, >=, 2);
      g_assert_true (fabs (digit - 1) < 1e-9 || fabs (digit - 2) < 1e-9 || fabs (digit - 5) < 1e-9);
      g_assert_cmpfloat (ticks.first, <=, lower + ticks.step * 1e-6);
      g_assert_cmpfloat (last, >=, upper - ticks.step * 1e-6);
      g_assert_cmpfloat (last - upper, <, ticks.step);
      for (guint n = 0; n < ticks.count; n++)
        zero |= outlay_ticks_nth (&ticks, n) == 0;
      g_assert_true (zero);
    }
}

static void
test_nonsense (void)
{
  const double numbers[] = { 0, -0.0, 1, NAN, INFINITY, -INFINITY, 1e300, -1e300, 1e-300 };

  for (guint a = 0; a < G_N_ELEMENTS (numbers); a++)
    for (guint b = 0; b < G_N_ELEMENTS (numbers); b++)
      {
        OutlayTicks ticks = outlay_ticks_cover (numbers[a], numbers[b], 5, 1);

        g_assert_cmpuint (ticks.count, >=, 2);
        g_assert_cmpuint (ticks.count, <=, 5);
        g_assert_true (isfinite (ticks.step) && ticks.step > 0);
      }
}

static void
test_years (void)
{
  g_assert_cmpuint (outlay_year_step (20, 20), ==, 1);
  g_assert_cmpuint (outlay_year_step (20, 10), ==, 2);
  g_assert_cmpuint (outlay_year_step (20, 9), ==, 5);
  g_assert_cmpuint (outlay_year_step (100, 3), ==, 50);
  g_assert_true (outlay_year_is_labelled (2021, 2021, 2));
  g_assert_false (outlay_year_is_labelled (2022, 2021, 2));
  g_assert_true (outlay_year_is_labelled (2025, 2021, 5));
  g_assert_false (outlay_year_is_labelled (2021, 2021, 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/scale/round-numbers", test_round_numbers);
  g_test_add_func ("/chart/scale/any-range", test_any_range);
  g_test_add_func ("/chart/scale/nonsense", test_nonsense);
  g_test_add_func ("/chart/scale/years", test_years);
  return g_test_run ();
}
