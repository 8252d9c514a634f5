/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayScenarioRow:
 *
 * A scenario in the list of scenarios: its name, which is edited in place, where it comes from and how much it changes; with all that can be done to it, by
 * buttons, menu, keys and drag.
 *
 * Properties: compact (no buttons beside the menu).
 */
#define OUTLAY_TYPE_SCENARIO_ROW (outlay_scenario_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenarioRow, outlay_scenario_row, OUTLAY, SCENARIO_ROW, GtkListBoxRow)

GtkWidget *outlay_scenario_row_new (OutlayDocument *document, OutlayScenario *scenario);
OutlayScenario *outlay_scenario_row_get_scenario (OutlayScenarioRow *row);
/* What was being typed is no name. */
void outlay_scenario_row_cancel_renaming (OutlayScenarioRow *row);
