/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/scenario.h"

/**
 * OutlayScenarioChoice:
 *
 * An entry of a scenario switcher: a scenario, the plan itself, or no comparison. It follows the scenario when that is renamed.
 *
 * Properties: name, description, caption (what stands before the name where the switcher is closed).
 */
#define OUTLAY_TYPE_SCENARIO_CHOICE (outlay_scenario_choice_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenarioChoice, outlay_scenario_choice, OUTLAY, SCENARIO_CHOICE, GObject)

/* compares FALSE: the choice to compare with nothing. scenario NULL: the plan itself. */
OutlayScenarioChoice *outlay_scenario_choice_new (const char *caption, gboolean compares, OutlayScenario *scenario);
gboolean outlay_scenario_choice_is (OutlayScenarioChoice *choice, gboolean compares, OutlayScenario *scenario);
gboolean outlay_scenario_choice_compares (OutlayScenarioChoice *choice);
OutlayScenario *outlay_scenario_choice_get_scenario (OutlayScenarioChoice *choice);

/* The plan itself and its scenarios, in their order. (transfer full) */
GListModel *outlay_scenario_choices_new (OutlayPlan *plan, const char *caption);
