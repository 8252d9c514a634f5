/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/parameter.h"

/* Changes in the order of the file. */
guint outlay_scenario_get_n_changes (OutlayScenario *scenario);
const char *outlay_scenario_get_change (OutlayScenario *scenario, guint position, const OutlayValue **value);
/* This scenario's own change of path, or NULL where it has none. */
const OutlayValue *outlay_scenario_lookup (OutlayScenario *scenario, const char *path);
void outlay_scenario_set_change (OutlayScenario *scenario, const char *path, const OutlayValue *value);
void outlay_scenario_remove_change (OutlayScenario *scenario, const char *path);
/* Where a change stands, and laying a new one in there. */
guint outlay_scenario_get_position (OutlayScenario *scenario, const char *path);
void outlay_scenario_insert_change (OutlayScenario *scenario, guint position, const char *path, const OutlayValue *value);

/* The same with what it changes; FALSE where the plan has no such path. Costs next to nothing while nothing comes, goes or moves in the plan. */
gboolean outlay_scenario_find_change (OutlayScenario *scenario, OutlayPlan *plan, guint position, OutlayParameter *parameter, const OutlayValue **value);
/* What the scenario itself says of every cell, by initiative · phases + phase: NaN: nothing. set: of n of them, in one change of the scenario. */
double *outlay_scenario_get_cells (OutlayScenario *scenario, OutlayPlan *plan);
void outlay_scenario_set_cells (OutlayScenario *scenario, OutlayPlan *plan, const guint *cells, const double *amounts, guint n);

/* The scenario it comes from; NULL for the plan itself. */
OutlayScenario *outlay_scenario_get_from (OutlayScenario *scenario);
/* The same of one that has left the plan, or is not in it yet. */
OutlayScenario *outlay_plan_find_origin (OutlayPlan *plan, OutlayScenario *scenario);
/* The scenario (NULL: none), its parent, and so on; a cycle is followed once. (transfer container) */
GPtrArray *outlay_scenario_get_chain (OutlayScenario *scenario);

/* The value that holds in a scenario (NULL: the plan's own): the nearest change up the chain of parents, else the plan's. */
void outlay_plan_resolve (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, OutlayValue *value);
