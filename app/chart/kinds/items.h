/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/kinds/kinds-private.h"

/* What a yearly chart is divided by: the initiatives, phases, products or kinds of tax of its plan, by their position; products in one row over all initiatives. */
guint outlay_items_count (const OutlayChartSource *source);
/* NULL where the projection has none. data is an OutlayChartSource; an OutlayRowFunc. */
const double *outlay_items_row (guint item, gpointer data);
char *outlay_items_name (const OutlayChartSource *source, guint item);
/* In the light theme; told apart from those that the scene has already. */
OutlayColour outlay_items_colour (const OutlayChartSource *source, OutlayScene *scene, guint item);
/* Adds the rows of the chart's series and their sum. */
void outlay_items_request (const OutlayChart *chart, OutlayRequest *request);
