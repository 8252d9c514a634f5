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

/* The bytes of a file: width × height in CSS pixels (1/96 inch; a PNG has scale times as many pixels and says its density). Always the same bytes. */
GBytes *outlay_scene_encode (OutlayScene *scene, OutlayChartFormat format, double width, double height, double scale, const OutlayStyle *style,
                             GError **error);
