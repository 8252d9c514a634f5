/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/resolve.h"

#include <math.h>

static void
resolve (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node, const char *member, OutlayValue *value)
{
  OutlayParameter parameter = { node, outlay_node_find_member (node, member), -1 };

  g_return_if_fail (parameter.member != NULL);
  outlay_plan_resolve (plan, scenario, &parameter, value);
}

char *
outlay_plan_resolve_string (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node, const char *member)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  resolve (plan, scenario, node, member, &value);
  return value.type == OUTLAY_VALUE_STRING ? g_steal_pointer (&value.string) : NULL;
}

double
outlay_plan_resolve_number (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node, const char *member)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  resolve (plan, scenario, node, member, &value);
  return value.type == OUTLAY_VALUE_NUMBER ? value.number : NAN;
}

char *
outlay_plan_resolve_name (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  g_autofree char *name = outlay_plan_resolve_string (plan, scenario, node, "name");

  return name != NULL && *name != '\0' ? g_steal_pointer (&name) : g_strdup (outlay_node_get_id (node));
}
