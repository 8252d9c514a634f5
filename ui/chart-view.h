/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/charts.h"
#include "ui/document.h"

/**
 * OutlayChartView:
 *
 * A chart of a document's results in the window: follows every edit, the theme and the size of text, tells the exact value under the pointer, and says to a
 * screen reader what it shows.
 *
 * Properties: document, chart-id, framed (title, notes and background too, and text as large as the picture asks for).
 */
#define OUTLAY_TYPE_CHART_VIEW (outlay_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartView, outlay_chart_view, OUTLAY, CHART_VIEW, GtkWidget)

void outlay_chart_view_set_document (OutlayChartView *view, OutlayDocument *document);
void outlay_chart_view_set_chart_id (OutlayChartView *view, const char *id);
/* Of a chart that has one, what it shows of an initiative; −1: of the plan. */
void outlay_chart_view_set_initiative (OutlayChartView *view, int initiative);
int outlay_chart_view_get_initiative (OutlayChartView *view);
/* Shows a scene that somebody else has built, instead of a chart of the document. scene: (nullable): none. */
void outlay_chart_view_set_scene (OutlayChartView *view, OutlayScene *scene);
/* Lets the plot begin and end where something above or below it does, in pixels from the sides, and shows all years of the plan there. */
void outlay_chart_view_align (OutlayChartView *view, double left, double right);
const char *outlay_chart_view_get_chart_id (OutlayChartView *view);
/* What is shown now; NULL without a document or a chart. Owned by the view until the next edit. */
OutlayScene *outlay_chart_view_get_scene (OutlayChartView *view);
/* Gives a widget that stands around the view its actions, for a menu: "chart.data" shows the numbers, "chart.reset" what was hidden or left out. */
void outlay_chart_view_lend_actions (OutlayChartView *view, GtkWidget *around);
/* What stands at a point of the widget. */
gboolean outlay_chart_view_hit (OutlayChartView *view, double x, double y, OutlayHit *hit);
