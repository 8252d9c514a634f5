/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/measure.h"

/* How a target's value and its bound are told under a scenario (NULL: the plan itself): "10.01 bn yuan" and "10 bn", "3,000 set"; "–" for null. (transfer full) */
char *outlay_target_format_value (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state);
char *outlay_target_format_bound (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state);
/* The same where the unit has a column of its own: "10.01", "10" and "bn yuan", one unit for both. (out) (transfer full) */
void outlay_target_write_apart (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state, char **value, char **bound,
                                char **unit);
