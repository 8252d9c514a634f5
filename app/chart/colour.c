/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/colour.h"

#include <math.h>
#include <string.h>

#define STEPS 20

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

gboolean
outlay_colour_parse (const char *text, OutlayColour *colour)
{
  if (text == NULL || text[0] != '#' || strlen (text) != 7 || strspn (text + 1, "0123456789abcdefABCDEF") != 6)
    return FALSE;
  *colour = OUTLAY_RGB (g_ascii_strtoull (text + 1, NULL, 16));
  return TRUE;
}

OutlayColour
outlay_colour_mix (OutlayColour a, OutlayColour b, double share)
{
  return (OutlayColour) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    a.alpha + (b.alpha - a.alpha) * share,
  };
}

double
outlay_colour_luminance (OutlayColour colour)
{
  return 0.2126 * linear (colour.red) + 0.7152 * linear (colour.green) + 0.0722 * linear (colour.blue);
}

double
outlay_colour_contrast (OutlayColour a, OutlayColour b)
{
  double left = outlay_colour_luminance (a) + 0.05, right = outlay_colour_luminance (b) + 0.05;

  return MAX (left, right) / MIN (left, right);
}

OutlayColour
outlay_colour_readable (OutlayColour colour, OutlayColour background, double ratio)
{
  OutlayColour end = outlay_colour_luminance (background) > 0.18 ? OUTLAY_RGB (0x000000) : OUTLAY_RGB (0xffffff);
  OutlayColour moved = colour;

  for (guint step = 1; step <= STEPS && outlay_colour_contrast (moved, background) < ratio; step++)
    moved = outlay_colour_mix (colour, end, (double) step / STEPS);
  return moved;
}
