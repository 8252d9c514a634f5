/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/**
 * OutlayFaultFunc:
 * @paths: (array zero-terminated=1): the members that contradict each other, at least one, in the order of their declaration
 * @message: what was found and what was expected
 * @data: the caller's
 *
 * One fault of a plan as a whole. Of several paths a file's fault is told at the one that stands last in the file; those it does not write are
 * out of the question. A path that the file lacks at all names a member that must be given: its fault is told where its object begins.
 *
 * Paths are those of outlay_plan_find_path(): "initiatives.mining.equipment-share", "targets.promised.at-most", "region.figures.gdp.measure",
 * "uncertainties.3.low" and "correlations.1.rho" (from 1), "sources.initiatives.mining", "scenarios.slow.from". What a scenario changes has
 * the path of the scenario, "changes", and the path that is changed: "scenarios.slow.changes.phases.late.start".
 */
typedef void (*OutlayFaultFunc) (const char *const *paths, const char *message, gpointer data);

/* Everything that spans several members: shares of buildings and equipment, starts within the plan's years, ids and paths that nothing defines,
 * cycles, bounds, what belongs to a distribution, the correlation matrix. Stops after 100 faults. Ranges and types of single members are not looked at,
 * nor is whether ids are unique. */

/* scenario NULL: the plan itself; otherwise the plan that the scenario makes, at what it changes. */
void outlay_plan_validate (OutlayPlan *plan, OutlayScenario *scenario, OutlayFaultFunc func, gpointer data);
/* The plan itself and the plans of all its scenarios, in time in proportion to their size together. */
void outlay_plan_validate_all (OutlayPlan *plan, OutlayFaultFunc func, gpointer data);
/* The same with the first fault as an error; FALSE where there is one. */
gboolean outlay_plan_check_all (OutlayPlan *plan, GError **error);
/* After an edit of parameter in the plan or in a scenario: whether everything that the parameter has a part in still holds, in the plan and in all
 * scenarios. Costs nothing for what has no part in anything. */
gboolean outlay_plan_check_edit (OutlayPlan *plan, const OutlayParameter *parameter, GError **error);
