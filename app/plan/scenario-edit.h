/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"

/* Edits of the list of scenarios. Each is one step of the history with a description for people; where one is refused nothing is changed. */

/* A new scenario without changes, laid over another (from NULL: over the plan), after it and those that come from it. (transfer none) */
OutlayScenario *outlay_history_create_scenario (OutlayHistory *history, OutlayScenario *from, const char *name, const char *description, GError **error);
/* Another that comes from the same and changes the same, after it. (transfer none) */
OutlayScenario *outlay_history_duplicate_scenario (OutlayHistory *history, OutlayScenario *scenario, const char *name, GError **error);
/* Name and description; the id stays, for paths and files refer to it. description NULL: as it is. */
gboolean outlay_history_rename_scenario (OutlayHistory *history, OutlayScenario *scenario, const char *name, const char *description, GError **error);
/* Takes it away. Those that come from it keep every number. */
gboolean outlay_history_delete_scenario (OutlayHistory *history, OutlayScenario *scenario, GError **error);
/* Gives it another position in the list; where it comes from stays. */
gboolean outlay_history_move_scenario (OutlayHistory *history, OutlayScenario *scenario, guint position, GError **error);

/* An id of its own for a scenario of that name: "Storage first" → "storage-first". (transfer full) */
char *outlay_plan_make_scenario_id (OutlayPlan *plan, const char *name);
/* Files may hold two scenarios of one name; people are kept from making them. but: (nullable): does not count. */
gboolean outlay_plan_has_scenario_name (OutlayPlan *plan, const char *name, OutlayScenario *but);
/* The name itself where no scenario has it, or with a number behind it: "Scenario 2". (transfer full) */
char *outlay_plan_make_scenario_name (OutlayPlan *plan, const char *name);
/* The name of another copy: "Slow (copy)", and "Slow (copy 2)" of either. (transfer full) */
char *outlay_plan_make_copy_name (OutlayPlan *plan, const char *name);
