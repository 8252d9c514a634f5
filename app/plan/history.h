/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/**
 * OutlayHistory:
 *
 * The edits of a plan as commands that can be undone. A command changes any number of paths, of the plan or of one
 * scenario, and has a description that the interface shows ("Move 0.3 bn from machinery to storage").
 */
#define OUTLAY_TYPE_HISTORY (outlay_history_get_type ())
G_DECLARE_FINAL_TYPE (OutlayHistory, outlay_history, OUTLAY, HISTORY, GObject)

OutlayHistory *outlay_history_new (OutlayPlan *plan);

/* Opens a command; edits until commit are one step (a drag is one step). Opening while one is open is a programming error. */
void outlay_history_begin (OutlayHistory *history, const char *description);
/* Edits the plan (scenario NULL) or lays a change into a scenario (value ABSENT takes the change away). Checks type, range and what spans members;
 * on an error nothing changes. Outside begin … commit it is a command of its own with the given description or the path. */
gboolean outlay_history_set (OutlayHistory *history, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value,
                             GError **error);
/* The same for n cells at once, by initiative · phases + phase, ascending. */
gboolean outlay_history_set_cells (OutlayHistory *history, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n, GError **error);
/* Another array in place of a whole one of the plan (ramp-up), longer or shorter within what its declaration allows. What names an entry must hold without it. */
gboolean outlay_history_set_numbers (OutlayHistory *history, OutlayNode *node, const OutlayMember *member, const double *numbers, guint n, GError **error);
/* The description may be better known at the end; NULL keeps the first. An empty command leaves no step. */
void outlay_history_commit (OutlayHistory *history, const char *description);
/* Takes back what was done since begin. */
void outlay_history_rollback (OutlayHistory *history);

/* The same for a list of objects: a new one comes in at a position, one leaves, one takes another position. What refers to it must hold without it. What
 * belongs to a phase in other objects leaves with it and comes back with it. */
gboolean outlay_history_insert (OutlayHistory *history, OutlayNode *parent, const OutlayMember *list, guint position, OutlayNode *child, GError **error);
gboolean outlay_history_remove (OutlayHistory *history, OutlayNode *child, GError **error);
gboolean outlay_history_move (OutlayHistory *history, OutlayNode *child, guint to, GError **error);

/* All steps, from the first; those from `position` on have been undone. */
guint outlay_history_get_n_steps (OutlayHistory *history);
guint outlay_history_get_position (OutlayHistory *history);
const char *outlay_history_get_description (OutlayHistory *history, guint step);
/* The scenario that the step lays changes into, which may have left the plan; NULL where it is none. (nullable) (transfer none) */
OutlayScenario *outlay_history_get_scenario (OutlayHistory *history, guint step);
/* Whether it does something that is the same in the plan and all its scenarios. */
gboolean outlay_history_is_common (OutlayHistory *history, guint step);
/* What a step did first: the value, the first of its cells, or the name of the object that came, moved or came back. FALSE where that does not stand in the plan
 * now. */
gboolean outlay_history_get_parameter (OutlayHistory *history, guint step, OutlayParameter *parameter);
/* What the state now is known by, for as long as the history lasts; and the position of such a state, −1 where no step leads to it any more. */
guint64 outlay_history_get_state (OutlayHistory *history);
int outlay_history_find_state (OutlayHistory *history, guint64 state);
/* The position that is on disk; −1 where it cannot be reached any more. */
int outlay_history_get_saved (OutlayHistory *history);

gboolean outlay_history_can_undo (OutlayHistory *history);
gboolean outlay_history_can_redo (OutlayHistory *history);
const char *outlay_history_get_undo_description (OutlayHistory *history);
const char *outlay_history_get_redo_description (OutlayHistory *history);
/* The scenario that the step touched is returned so that the window can show it; (nullable) (transfer none). */
OutlayScenario *outlay_history_undo (OutlayHistory *history);
OutlayScenario *outlay_history_redo (OutlayHistory *history);
/* As many steps back or forward as lead to a position; of the last of them. */
OutlayScenario *outlay_history_go_to (OutlayHistory *history, guint position);

/* Properties can-undo, can-redo, clean, position notify. The state at a position (−1: none of them) is the one on disk / whether the state now is.
 * Undoing back to the save is clean. */
void outlay_history_mark_saved (OutlayHistory *history, int position);
gboolean outlay_history_is_clean (OutlayHistory *history);

/**
 * OutlayHistory::stepped:
 *
 * A command was closed and is the last step now; those that could be redone before it are gone. Emitted before the properties notify.
 */
