/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/land.h"
#include "study/projection.h"

/**
 * OutlayPerLand:
 *
 * What a plan brings for the land and the floor that it takes: money for each mu and each m² of the site, and for each m² of floor. NaN where the plan has no
 * such area, or no such number.
 */
typedef struct
{
  double mu;
  double site;
  double floor;
} OutlayPerLand;

/* indicator: investment-per-mu, output-per-mu or tax-per-mu, which must be among what was asked for. */
OutlayPerLand outlay_projection_per_land (OutlayProjection *projection, OutlayPlan *plan, OutlayIndicator indicator);
/* m² of the site and of the floors of all phases, under a scenario (NULL: the plan itself). */
double outlay_plan_site_area (OutlayPlan *plan, OutlayScenario *scenario);
double outlay_plan_floor_area (OutlayPlan *plan, OutlayScenario *scenario);
