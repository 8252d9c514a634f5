/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayChartLens:
 *
 * How somebody looks at the charts of a document: the year under the pointer, the years that are seen, the parts that are hidden, and the one that stands before
 * the others. All charts of the document share it, so that a year is read across them; parts go by their names. A document has one.
 */
#define OUTLAY_TYPE_CHART_LENS (outlay_chart_lens_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartLens, outlay_chart_lens, OUTLAY, CHART_LENS, GObject)

/* The document's own. Lives as long as the document. (transfer none) */
OutlayChartLens *outlay_chart_lens_get (OutlayDocument *document);

/* A calendar year; 0 for none. */
int outlay_chart_lens_get_year (OutlayChartLens *lens);
void outlay_chart_lens_set_year (OutlayChartLens *lens, int year);

/* Calendar years; n_years 0: all that a chart has. Never fewer than two. */
void outlay_chart_lens_get_range (OutlayChartLens *lens, int *first_year, guint *n_years);
void outlay_chart_lens_set_range (OutlayChartLens *lens, int first_year, guint n_years);
/* Of a chart of all_years from all_first on: `steps` nearer (positive) or farther, so that `around` stays where it is; and sideways. */
void outlay_chart_lens_zoom (OutlayChartLens *lens, int all_first, guint all_years, double around, double steps);
void outlay_chart_lens_pan (OutlayChartLens *lens, int all_first, guint all_years, int years);

gboolean outlay_chart_lens_is_hidden (OutlayChartLens *lens, const char *name);
void outlay_chart_lens_set_hidden (OutlayChartLens *lens, const char *name, gboolean hidden);
/* (nullable): none. */
const char *outlay_chart_lens_get_isolated (OutlayChartLens *lens);
void outlay_chart_lens_set_isolated (OutlayChartLens *lens, const char *name);

/* Whether anything but the year is set; and back to how charts come. */
gboolean outlay_chart_lens_is_set (OutlayChartLens *lens);
void outlay_chart_lens_reset (OutlayChartLens *lens);

/**
 * OutlayChartLens::changed:
 * @years: whether other years or parts are seen, not just another one pointed at
 */
