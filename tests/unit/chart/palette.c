/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "chart/palette.h"
#include "chart/theme.h"

/* How people see linear sRGB: normally, and without one of the three cones (Machado, Oliveira and Fernandes 2009, severity 1). */
static const double sights[][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
};

/* Smallest distances in OKLab, where black and white are 1 apart. */
#define TOLD_APART 0.08

static double
linear (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static void
see (OutlayColour colour, guint sight, double lab[3])
{
  const double in[] = { linear (colour.red), linear (colour.green), linear (colour.blue) };
  double rgb[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    rgb[i] = CLAMP (sights[sight][i][0] * in[0] + sights[sight][i][1] * in[1] + sights[sight][i][2] * in[2], 0, 1);
  l = cbrt (0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
  m = cbrt (0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
  s = cbrt (0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (OutlayColour a, OutlayColour b, guint sight)
{
  double left[3], right[3];

  see (a, sight, left);
  see (b, sight, right);
  return sqrt (pow (left[0] - right[0], 2) + pow (left[1] - right[1], 2) + pow (left[2] - right[2], 2));
}

static void
test_colour_blindness (void)
{
  for (guint theme = OUTLAY_THEME_LIGHT; theme <= OUTLAY_THEME_PRINT; theme++)
    for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
      for (guint a = 0; a < OUTLAY_PALETTE_SIZE; a++)
        for (guint b = 0; b < a; b++)
          {
            OutlayInk one = { OUTLAY_INK_COLOUR, outlay_palette_colour (a) }, other = { OUTLAY_INK_COLOUR, outlay_palette_colour (b) };
            double apart = distance (outlay_ink_fill (one, theme), outlay_ink_fill (other, theme), sight);

            g_test_message ("theme %u, sight %u, colours %u and %u: %.3f", theme, sight, a, b, apart);
            g_assert_cmpfloat (apart, >, TOLD_APART);
          }
}

/* Names in the colour of their series and texts on it can be read in every theme, also for a colour that somebody chose. */
static void
test_contrast (void)
{
  for (guint theme = OUTLAY_THEME_LIGHT; theme <= OUTLAY_THEME_PRINT; theme++)
    for (guint n = 0; n < 1000; n++)
      {
        OutlayColour any = n < 100 ? outlay_palette_colour (n) : OUTLAY_RGB ((guint32) g_test_rand_int () & 0xffffff);
        OutlayInk ink = { OUTLAY_INK_COLOUR, any };
        OutlayColour surface = outlay_ink_fill (OUTLAY_INK (SURFACE), theme);

        g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_text (ink, theme), surface), >=, 4.4);
        g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_text_on (ink, theme), outlay_ink_fill (ink, theme)), >=, 2.9);
      }
}

/* Kept and missed promises are told apart by everybody and in grey, and seen on the surface. */
static void
test_promises (void)
{
  for (guint theme = OUTLAY_THEME_LIGHT; theme <= OUTLAY_THEME_PRINT; theme++)
    {
      const OutlayColour met = outlay_ink_fill (OUTLAY_INK (MET), theme), missed = outlay_ink_fill (OUTLAY_INK (MISSED), theme);
      const OutlayColour surface = outlay_ink_fill (OUTLAY_INK (SURFACE), theme);

      for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
        g_assert_cmpfloat (distance (met, missed, sight), >, TOLD_APART);
      g_assert_cmpfloat (outlay_colour_contrast (met, missed), >=, 1.5);
      g_assert_cmpfloat (outlay_colour_contrast (met, surface), >=, 3);
      g_assert_cmpfloat (outlay_colour_contrast (missed, surface), >=, 3);
    }
}

static void
test_own_colours (void)
{
  OutlayColour colour = OUTLAY_RGB (0);

  g_assert_true (outlay_colour_parse ("#2f6Eb5", &colour));
  g_assert_cmpfloat_with_epsilon (colour.green, 0x6e / 255.0, 1e-12);
  g_assert_false (outlay_colour_parse ("#2f6eb", &colour));
  g_assert_false (outlay_colour_parse ("#2f6ebx", &colour));
  g_assert_false (outlay_colour_parse (NULL, &colour));
  g_assert_cmpfloat_with_epsilon (colour.green, 0x6e / 255.0, 1e-12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/palette/colour-blindness", test_colour_blindness);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/promises", test_promises);
  g_test_add_func ("/chart/palette/own-colours", test_own_colours);
  return g_test_run ();
}
