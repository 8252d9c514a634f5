/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayChartSize:
 *
 * A size in which charts leave the program. width and height are CSS pixels (1/96 inch) and decide how the chart is laid out; a PNG has scale times as many.
 */
typedef struct
{
  const char *id;
  const char *name; /* msgid */
  double width;
  double height;
  double scale;
  double text_scale;
} OutlayChartSize;

guint outlay_chart_size_count (void);
const OutlayChartSize *outlay_chart_size_nth (guint n);
/* NULL where there is none of that id. */
const OutlayChartSize *outlay_chart_size_find (const char *id);
