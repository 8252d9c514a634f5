/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history-private.h"

/* Steps of several edits that hold only together: each is checked by itself, what spans members when all have been made. */

void outlay_history_begin_whole (OutlayHistory *history, const char *description);
/* Closes the step; where done is FALSE, or the plan does not hold then, it is taken back. settle: what a scenario changes and cannot hold any more leaves it.
 * Returns whether it was done. */
gboolean outlay_history_end_whole (OutlayHistory *history, gboolean done, gboolean settle, GError **error);

/* --- for between begin and end --- */

/* Lays a change into the plan (scenario NULL) or a scenario; takes one away. */
gboolean outlay_history_set_path (OutlayHistory *history, OutlayScenario *scenario, const char *path, const OutlayValue *value, GError **error);
gboolean outlay_history_unset_path (OutlayHistory *history, OutlayScenario *scenario, const char *path, GError **error);
/* Makes all members of an object but its id what they are in another of its class; of members that have one value only. */
gboolean outlay_history_set_members (OutlayHistory *history, OutlayNode *object, OutlayNode *draft, GError **error);
