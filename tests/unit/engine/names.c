/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/series.h"
#include "engine/shape.h"

static void
test_series_names (void)
{
  for (int s = 0; s < OUTLAY_N_SERIES; s++)
    {
      g_assert_cmpint (outlay_series_from_name (outlay_series_name (s)), ==, s);
      g_assert_cmpstr (outlay_series_nick (s), !=, "");
    }
  g_assert_cmpint (outlay_series_from_name ("sales"), ==, OUTLAY_SERIES_REVENUE);
  g_assert_cmpint (outlay_series_from_name ("output"), ==, OUTLAY_SERIES_OUTPUT_VALUE);
  g_assert_cmpint (outlay_series_from_name ("Sales"), ==, -1);
  g_assert_cmpint (outlay_series_from_name (""), ==, -1);
  g_assert_cmpint (outlay_series_levels (OUTLAY_SERIES_TAX), ==, OUTLAY_LEVELS_PHASE);
  g_assert_cmpint (outlay_series_levels (OUTLAY_SERIES_QUANTITY), ==, OUTLAY_LEVELS_PRODUCT);
  g_assert_cmpint (outlay_series_levels (OUTLAY_SERIES_REVENUE), ==, OUTLAY_LEVELS_EVERYWHERE);
  g_assert_cmpint (outlay_series_unit (OUTLAY_SERIES_CO2_AVOIDED), ==, OUTLAY_UNIT_TONNES);
}

static void
test_indicator_names (void)
{
  for (int i = 0; i < OUTLAY_N_INDICATORS; i++)
    {
      g_assert_cmpint (outlay_indicator_from_name (outlay_indicator_name (i)), ==, i);
      g_assert_cmpstr (outlay_indicator_nick (i), !=, "");
    }
  g_assert_cmpint (outlay_indicator_from_name ("irr"), ==, -1);
  g_assert_cmpint (outlay_indicator_unit (OUTLAY_INDICATOR_PAYBACK), ==, OUTLAY_UNIT_YEARS);
}

/* Every number of a plan has a place of its own, and the places fill the array without a gap. */
static void
test_shape_places (void)
{
  OutlayShape shape;
  g_autofree guint8 *taken = NULL;

  outlay_shape_init (&shape, 7, 3, 2, (guint[]) { 2, 1 }, (guint[]) { 1, 4 });
  g_assert_cmpuint (shape.n_products, ==, 3);
  g_assert_cmpuint (shape.n_ramp_up, ==, 5);
  taken = g_malloc0 (shape.n_numbers);

  for (int s = 0; s < OUTLAY_N_PLAN_PARAMETERS; s++)
    taken[outlay_shape_plan (&shape, s)]++;
  for (int s = 0; s < OUTLAY_N_TAXES_PARAMETERS; s++)
    taken[outlay_shape_taxes (&shape, s)]++;
  for (int s = 0; s < OUTLAY_N_FINANCE_PARAMETERS; s++)
    taken[outlay_shape_finance (&shape, s)]++;
  for (int s = 0; s < OUTLAY_N_ASSETS_PARAMETERS; s++)
    taken[outlay_shape_assets (&shape, s)]++;
  for (guint p = 0; p < 3; p++)
    for (int s = 0; s < OUTLAY_N_PHASE_PARAMETERS; s++)
      taken[outlay_shape_phase (&shape, s, p)]++;
  for (guint j = 0; j < 3; j++)
    for (int s = 0; s < OUTLAY_N_PRODUCT_PARAMETERS; s++)
      taken[outlay_shape_product (&shape, s, j)]++;
  for (guint i = 0; i < 2; i++)
    {
      for (int s = 0; s < OUTLAY_N_INITIATIVE_PARAMETERS; s++)
        taken[outlay_shape_initiative (&shape, s, i)]++;
      for (guint p = 0; p < 3; p++)
        taken[outlay_shape_cell (&shape, i, p)]++;
      for (guint g = 0; g < shape.first_ramp_up[i + 1] - shape.first_ramp_up[i]; g++)
        taken[outlay_shape_ramp_up (&shape, i, g)]++;
    }
  for (gsize n = 0; n < shape.n_numbers; n++)
    g_assert_cmpint (taken[n], ==, 1);
  outlay_shape_clear (&shape);
}

static void
test_shape_equal (void)
{
  OutlayShape a, b, c;

  outlay_shape_init (&a, 7, 3, 2, (guint[]) { 2, 1 }, (guint[]) { 1, 4 });
  outlay_shape_copy (&b, &a);
  outlay_shape_init (&c, 7, 3, 2, (guint[]) { 1, 2 }, (guint[]) { 1, 4 });
  g_assert_true (outlay_shape_equal (&a, &b));
  g_assert_false (outlay_shape_equal (&a, &c));
  outlay_shape_clear (&a);
  g_assert_cmpuint (b.first_product[2], ==, 3);
  outlay_shape_clear (&b);
  outlay_shape_clear (&c);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/names/series", test_series_names);
  g_test_add_func ("/engine/names/indicators", test_indicator_names);
  g_test_add_func ("/engine/shape/places", test_shape_places);
  g_test_add_func ("/engine/shape/equal", test_shape_equal);
  return g_test_run ();
}
