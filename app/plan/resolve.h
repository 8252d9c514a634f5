/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/* What a member of an object is under a scenario (NULL: the plan's own), by the member's name. */

/* (nullable) (transfer full): NULL where it is absent or null. */
char *outlay_plan_resolve_string (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node, const char *member);
/* NaN where it is absent or null. */
double outlay_plan_resolve_number (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node, const char *member);
/* The name to show; its id where the name is empty. (transfer full) */
char *outlay_plan_resolve_name (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node);
