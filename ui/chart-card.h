/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/chart-view.h"

/**
 * OutlayChartCard:
 *
 * A chart with its title, its unit, and a menu of how it is divided and where it can be taken.
 *
 * Properties: document, series ("output-value", "revenue" or "tax"), by-kind (whether it can be divided by kind).
 */
#define OUTLAY_TYPE_CHART_CARD (outlay_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartCard, outlay_chart_card, OUTLAY, CHART_CARD, GtkBox)

/* (transfer none) */
OutlayChartView *outlay_chart_card_get_view (OutlayChartCard *card);
/* Shows a chart that has one of an initiative for it, or for the plan again (−1). */
void outlay_chart_card_set_initiative (OutlayChartCard *card, int initiative);
