/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/land.h"

#include <math.h>

#include "plan/resolve.h"

double
outlay_plan_site_area (OutlayPlan *plan, OutlayScenario *scenario)
{
  return outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (plan), "site-area");
}

double
outlay_plan_floor_area (OutlayPlan *plan, OutlayScenario *scenario)
{
  double area = 0;

  for (guint p = 0; p < outlay_plan_get_n_phases (plan); p++)
    area += outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (outlay_plan_get_phase (plan, p)), "floor-area");
  return area;
}

/**
 * outlay_projection_per_land:
 * @projection: results
 * @plan: their plan
 * @indicator: one per mu
 *
 * Returns: the indicator per mu and per m² of the site, and what it comes to for each m² of floor (model.md §10 “per mu”)
 */
OutlayPerLand
outlay_projection_per_land (OutlayProjection *projection, OutlayPlan *plan, OutlayIndicator indicator)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (projection));
  const double mu = outlay_projection_indicator (projection, indicator, -1);
  const double site = mu / OUTLAY_SQUARE_METRES_PER_MU;
  const double floor_area = outlay_plan_floor_area (plan, scenario);

  return (OutlayPerLand) { mu, site, floor_area > 0 ? site * outlay_plan_site_area (plan, scenario) / floor_area : NAN };
}
