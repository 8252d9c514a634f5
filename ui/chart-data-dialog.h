/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/scene.h"

/**
 * OutlayChartDataDialog:
 *
 * The numbers of a chart as a table that can be read cell by cell and copied into a spreadsheet.
 */
#define OUTLAY_TYPE_CHART_DATA_DIALOG (outlay_chart_data_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartDataDialog, outlay_chart_data_dialog, OUTLAY, CHART_DATA_DIALOG, AdwDialog)

/* currency: ISO code, for the units. */
void outlay_chart_data_dialog_present (OutlayScene *scene, const char *currency, GtkWidget *parent);
