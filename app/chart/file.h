/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "chart/scene.h"

typedef enum
{
  OUTLAY_CHART_PNG,
  OUTLAY_CHART_SVG,
  OUTLAY_CHART_PDF,
} OutlayChartFormat;

/* By the ending of a name; −1 for none of these. */
int outlay_chart_format_from_name (const char *name);

/* The text scale that lets a picture of this size be read as a slide: 2 for 1920 × 1080, 1 for small ones. */
double outlay_chart_text_scale (double width, double height);

/* The bytes of a file: width × height in CSS pixels (1/96 inch; a PNG has scale times as many pixels and says its density). Always the same bytes. */
GBytes *outlay_scene_encode (OutlayScene *scene, OutlayChartFormat format, double width, double height, double scale, const OutlayStyle *style,
                             GError **error);
