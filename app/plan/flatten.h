/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/* The plan that a scenario makes (NULL: the plan itself), as a plan of its own without scenarios. (transfer full) */
OutlayPlan *outlay_plan_flatten (OutlayPlan *plan, OutlayScenario *scenario);
