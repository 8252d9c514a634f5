/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare-session.h"

/**
 * OutlayCompareChart:
 *
 * A card with a chart of a comparison, its title and unit, and a menu to take it away.
 *
 * Property: chart, the id in the catalogue.
 */
#define OUTLAY_TYPE_COMPARE_CHART (outlay_compare_chart_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareChart, outlay_compare_chart, OUTLAY, COMPARE_CHART, GtkBox)

/* Builds the chart anew from what the session brings now; where it brings none the card shows none. */
void outlay_compare_chart_show (OutlayCompareChart *chart, OutlayCompareSession *session);
