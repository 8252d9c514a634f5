/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "study/bridge.h"
#include "support/small-plan.h"

static const OutlayOutcome npv = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);

static inline OutlayBridge *
build (OutlayPlan *plan, OutlayNode *from, OutlayNode *to, const OutlayOutcome *outcome)
{
  g_autoptr (GError) error = NULL;
  OutlayBridge *bridge =
    outlay_bridge_new (plan, from != NULL ? OUTLAY_SCENARIO (from) : NULL, to != NULL ? OUTLAY_SCENARIO (to) : NULL, outcome, 1, NULL, &error);

  g_assert_no_error (error);
  return bridge;
}

static inline double
project (OutlayPlan *plan, OutlayNode *scenario, const OutlayOutcome *outcome)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario != NULL ? OUTLAY_SCENARIO (scenario) : NULL);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &outlay_request_all);

  return outlay_projection_outcome (projection, outcome);
}

static inline double
size_of (OutlayBridge *bridge)
{
  double size = fmax (fabs (outlay_bridge_from (bridge)), fabs (outlay_bridge_to (bridge)));

  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    size = fmax (size, fabs (outlay_bridge_step (bridge, i)->contribution));
  return size;
}

static inline void
assert_near (double found, double expected, double size)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-11 * size);
}

static inline void
assert_ends (OutlayBridge *bridge, OutlayPlan *plan, OutlayNode *from, OutlayNode *to, const OutlayOutcome *outcome)
{
  long double sum = outlay_bridge_from (bridge);

  g_assert_cmpfloat (outlay_bridge_from (bridge), ==, project (plan, from, outcome));
  g_assert_cmpfloat (outlay_bridge_to (bridge), ==, project (plan, to, outcome));
  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    sum += outlay_bridge_step (bridge, i)->contribution;
  g_assert_cmpfloat_with_epsilon ((double) sum, outlay_bridge_to (bridge), DBL_EPSILON / 2 * size_of (bridge));
}

static inline const OutlayBridgeStep *
find_step (OutlayBridge *bridge, const char *path)
{
  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    if (g_strv_contains ((const char *const *) outlay_bridge_step (bridge, i)->paths, path))
      return outlay_bridge_step (bridge, i);
  g_assert_not_reached ();
}

/* Two changes of each of so many initiatives: money and price. */
static inline OutlayPlan *
make_wide_plan (guint n_initiatives, OutlayNode **to)
{
  OutlayPlan *plan = make_plan ();

  *to = add_scenario (plan, "to", NULL);
  for (guint i = 0; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i), *money = g_strdup_printf ("initiatives.i%u.investment.late", i);
      g_autofree char *price = g_strdup_printf ("initiatives.i%u.products.goods.price", i);

      add_initiative (plan, id, 1e8, 2e8);
      change_number (*to, money, 3e8);
      change_number (*to, price, 6e5);
    }
  return plan;
}
