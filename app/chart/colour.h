/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* sRGB, 0 to 1. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} OutlayColour;

#define OUTLAY_RGB(hex)                                                                                                    \
  ((OutlayColour) { (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 })

/* "#2f6eb5" as in the plan file; FALSE leaves *colour alone. */
gboolean outlay_colour_parse (const char *text, OutlayColour *colour);
/* share 0 is a, 1 is b. */
OutlayColour outlay_colour_mix (OutlayColour a, OutlayColour b, double share);
/* Relative luminance as WCAG 2 defines it, 0 to 1. */
double outlay_colour_luminance (OutlayColour colour);
/* The contrast ratio of WCAG 2, 1 to 21; alpha is not looked at. */
double outlay_colour_contrast (OutlayColour a, OutlayColour b);
/* colour moved away from the background until it stands out by that ratio. */
OutlayColour outlay_colour_readable (OutlayColour colour, OutlayColour background, double ratio);
