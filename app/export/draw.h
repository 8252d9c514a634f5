/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "chart/text.h"
#include "chart/theme.h"

/* What pages are drawn with, in points; colours as the charts have them. */
void outlay_draw_colour (cairo_t *cr, OutlayColour colour);
void outlay_draw_line (cairo_t *cr, double x0, double y0, double x1, double y1, double width, OutlayInk ink, OutlayThemeId theme);
/* Lines of at most width points, left top at x, y, under a structure tag ("H1", "P"); returns their height. */
double outlay_draw_text (cairo_t *cr, OutlayTexts *texts, const char *tag, const char *text, double size, gboolean strong, OutlayInk ink, double x, double y,
                         double width, OutlayThemeId theme);
