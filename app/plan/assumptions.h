/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/parameter.h"

/**
 * OutlayAssumptionGroup:
 *
 * What a planner looks for a number under. ABOUT is no numbers but names and what else describes an object.
 */
typedef enum
{
  OUTLAY_ASSUMPTION_ABOUT,
  OUTLAY_ASSUMPTION_HORIZON,
  OUTLAY_ASSUMPTION_WORKS,
  OUTLAY_ASSUMPTION_INVESTMENT,
  OUTLAY_ASSUMPTION_MARKET,
  OUTLAY_ASSUMPTION_OUTPUT,
  OUTLAY_ASSUMPTION_COST,
  OUTLAY_ASSUMPTION_PEOPLE,
  OUTLAY_ASSUMPTION_TAX,
  OUTLAY_ASSUMPTION_FINANCE,
  OUTLAY_ASSUMPTION_ASSETS,
  OUTLAY_ASSUMPTION_TARGET,
  OUTLAY_ASSUMPTION_REGION,
  OUTLAY_N_ASSUMPTION_GROUPS,
} OutlayAssumptionGroup;

/* "Market and price", translated. (transfer none) */
const char *outlay_assumption_group_name (OutlayAssumptionGroup group);
/* Other words that planners call it by, "tariff, unit price"; NULL for none. (transfer none) */
const char *outlay_assumption_keywords (const OutlayMember *member, gboolean translated);
/* Where a member of an object stands; FALSE where it is no assumption: ids, references, lists. */
gboolean outlay_assumption_find_group (OutlayNode *node, const OutlayMember *member, OutlayAssumptionGroup *group);

/* Calls func for every assumption of one object, group by group: for each cell of an initiative's investment and each year of its ramp-up too. What is
 * absent (the bound that a target does not have) is left out. */
typedef void (*OutlayAssumptionFunc) (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data);
void outlay_assumptions_foreach (OutlayPlan *plan, OutlayNode *object, OutlayAssumptionFunc func, gpointer data);

/* The objects whose assumptions are read together, in order: of the plan itself, its taxes, finance, assets, targets, region and figures; of an initiative, its
 * products; a phase stands alone. (transfer container) */
GPtrArray *outlay_assumptions_list_objects (OutlayPlan *plan, OutlayNode *whole);
/* The other way: the plan, the phase or the initiative with which an object is read. (transfer none) */
OutlayNode *outlay_assumptions_find_whole (OutlayNode *object);
