/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayScenarioSwitcher:
 *
 * Chooses the scenario that a window shows and edits or, with compares, the one its results are compared with.
 *
 * Properties: document (nullable), compares (construct-only).
 */
#define OUTLAY_TYPE_SCENARIO_SWITCHER (outlay_scenario_switcher_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenarioSwitcher, outlay_scenario_switcher, OUTLAY, SCENARIO_SWITCHER, AdwBin)

/* Chooses the entry so many places further, around the end. */
void outlay_scenario_switcher_step (OutlayScenarioSwitcher *switcher, int places);
