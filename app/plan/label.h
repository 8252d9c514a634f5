/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/* What people call a number of the plan, by the names that hold under a scenario (NULL: the plan's own) and in their language: "Energy storage: Price" of a
 * product's, "Energy storage: Investment, Phase one" of a cell, "Discount rate" of the plan's own. (transfer full) */
char *outlay_parameter_label (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter);
/* The same without its object: "Price", "Investment, Phase one". (transfer full) */
char *outlay_parameter_short_label (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter);
/* The object that it belongs to: "Energy storage, Household"; "Plan" for the plan itself. (transfer full) */
char *outlay_object_label (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node);
/* A word of a choice in the reader's language: "in the middle of the year" of "mid-year". (transfer none) */
const char *outlay_choice_name (const char *word);
/* How well a number is founded, in the reader's language: "announced". */
const char *outlay_status_name (OutlayStatus status);
