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

/* Smallest distances in OKLab, where black and white are 1 apart. CSS Color 4 (“Gamut mapping”) takes 0.02 for what can just be noticed side by side: four times
 * that between colours that are looked up in a legend, twice and a half between phases, which are read by their order. */
#define TOLD_APART 0.08
#define ORDERED_APART 0.05
/* In grey, where a gap of the background parts neighbours: of either to the gap. */
#define GREY_TO_GAP 0.1
#define MOST_PHASES 8

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

static OutlayInk
ink_of (OutlayColour colour)
{
  return (OutlayInk) { OUTLAY_INK_COLOUR, colour };
}

static void
assert_apart (OutlayInk one, OutlayInk other, double least, const char *what)
{
  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    for (guint sight = 0; sight < G_N_ELEMENTS (sights); sight++)
      {
        double apart = distance (outlay_ink_fill (one, theme), outlay_ink_fill (other, theme), sight);

        g_test_message ("%s in %s, sight %u: %.3f", what, outlay_theme_name (theme), sight, apart);
        g_assert_cmpfloat (apart, >, least);
      }
}

/* Whatever is beside whatever in one chart: any two of the palette, which initiatives and scenarios have, and the group of others. */
static void
test_palette (void)
{
  for (guint a = 0; a < OUTLAY_PALETTE_SIZE; a++)
    {
      assert_apart (ink_of (outlay_palette_colour (a)), OUTLAY_INK (OTHERS), TOLD_APART, "colour and others");
      for (guint b = 0; b < a; b++)
        assert_apart (ink_of (outlay_palette_colour (a)), ink_of (outlay_palette_colour (b)), TOLD_APART, "palette");
    }
}

static void
test_kinds (void)
{
  for (guint a = 0; a < OUTLAY_PALETTE_SIZE; a++)
    for (guint b = 0; b < a; b++)
      assert_apart (ink_of (outlay_palette_kind (a)), ink_of (outlay_palette_kind (b)), TOLD_APART, "kinds");
}

static void
test_phases (void)
{
  for (guint n = 2; n <= MOST_PHASES; n++)
    for (guint a = 1; a < n; a++)
      assert_apart (ink_of (outlay_palette_phase (a, n)), ink_of (outlay_palette_phase (a - 1, n)), ORDERED_APART, "phases");
}

static void
test_roles (void)
{
  const OutlayInk roles[] = { OUTLAY_INK (RISE), OUTLAY_INK (FALL), OUTLAY_INK (OTHERS), OUTLAY_INK (TARGET) };

  for (guint a = 0; a < G_N_ELEMENTS (roles); a++)
    for (guint b = 0; b < a; b++)
      if (roles[a].role != OUTLAY_INK_TARGET || roles[b].role != OUTLAY_INK_OTHERS)
        assert_apart (roles[a], roles[b], TOLD_APART, "roles");
  assert_apart (OUTLAY_INK (TARGET), OUTLAY_INK (COMPARED), TOLD_APART, "target and compared");
}

/* Lightness as a grey copy shows it, in OKLab. */
static double
grey (OutlayColour colour)
{
  return cbrt (outlay_colour_luminance (colour));
}

static void
assert_seen_in_grey (OutlayInk ink)
{
  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    {
      const OutlayColour part = outlay_ink_fill (ink, theme), gap = outlay_ink_fill (OUTLAY_INK (SURFACE), theme);

      g_assert_cmpfloat (fabs (grey (part) - grey (gap)), >, GREY_TO_GAP);
    }
}

/* Parts that are as light as each other are parted by a gap that is lighter or darker than both, see /chart/readable/parted; what rises and falls are told apart
 * by their lightness alone. */
static void
test_grey (void)
{
  for (guint n = 0; n < OUTLAY_PALETTE_SIZE; n++)
    {
      assert_seen_in_grey (ink_of (outlay_palette_colour (n)));
      assert_seen_in_grey (ink_of (outlay_palette_kind (n)));
    }
  for (guint n = 1; n <= MOST_PHASES; n++)
    for (guint phase = 0; phase < n; phase++)
      assert_seen_in_grey (ink_of (outlay_palette_phase (phase, n)));
  assert_seen_in_grey (OUTLAY_INK (OTHERS));
  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    g_assert_cmpfloat (fabs (grey (outlay_ink_fill (OUTLAY_INK (RISE), theme)) - grey (outlay_ink_fill (OUTLAY_INK (FALL), theme))), >, TOLD_APART);
}

static void
test_high_contrast (void)
{
  static const OutlayThemeId themes[] = { OUTLAY_THEME_HIGH_CONTRAST, OUTLAY_THEME_HIGH_CONTRAST_DARK };
  static const OutlayInkRole lines[] = { OUTLAY_INK_GRID, OUTLAY_INK_AXIS, OUTLAY_INK_TARGET, OUTLAY_INK_COMPARED, OUTLAY_INK_TEXT };

  for (guint t = 0; t < G_N_ELEMENTS (themes); t++)
    {
      const OutlayColour surface = outlay_ink_fill (OUTLAY_INK (SURFACE), themes[t]);

      g_assert_true (outlay_theme_has_outlines (themes[t]));
      for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
        g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_line ((OutlayInk) { lines[i], { 0 } }, themes[t]), surface), >=, 3);
      for (guint role = OUTLAY_INK_TEXT; role < OUTLAY_INK_SURFACE; role++)
        g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_text ((OutlayInk) { role, { 0 } }, themes[t]), surface), >=, 7);
      for (guint n = 0; n < 1000; n++)
        {
          const OutlayInk ink = ink_of (OUTLAY_RGB ((guint32) g_test_rand_int () & 0xffffff));

          g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_text (ink, themes[t]), surface), >=, 7);
          g_assert_cmpfloat (outlay_colour_contrast (outlay_ink_line (ink, themes[t]), surface), >=, 4.4);
        }
    }
}

static void
test_theme_names (void)
{
  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
    {
      OutlayThemeId found = OUTLAY_N_THEMES;

      g_assert_true (outlay_theme_find (outlay_theme_name (theme), &found));
      g_assert_cmpint (found, ==, theme);
    }
  g_assert_false (outlay_theme_find ("sepia", &(OutlayThemeId) { 0 }));
  g_assert_cmpint (outlay_theme_on_screen (TRUE, TRUE), ==, OUTLAY_THEME_HIGH_CONTRAST_DARK);
  g_assert_cmpint (outlay_theme_on_screen (FALSE, TRUE), ==, OUTLAY_THEME_HIGH_CONTRAST);
  g_assert_cmpint (outlay_theme_on_screen (TRUE, FALSE), ==, OUTLAY_THEME_DARK);
}

/* Names in the colour of their series and texts on it can be read in every theme, also for a colour that somebody chose. */
static void
test_contrast (void)
{
  for (guint theme = 0; theme < OUTLAY_N_THEMES; theme++)
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
  g_test_add_func ("/chart/palette/palette", test_palette);
  g_test_add_func ("/chart/palette/kinds", test_kinds);
  g_test_add_func ("/chart/palette/phases", test_phases);
  g_test_add_func ("/chart/palette/roles", test_roles);
  g_test_add_func ("/chart/palette/grey", test_grey);
  g_test_add_func ("/chart/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/chart/palette/theme-names", test_theme_names);
  g_test_add_func ("/chart/palette/contrast", test_contrast);
  g_test_add_func ("/chart/palette/promises", test_promises);
  g_test_add_func ("/chart/palette/own-colours", test_own_colours);
  return g_test_run ();
}
