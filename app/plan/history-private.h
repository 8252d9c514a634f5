/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/command.h"
#include "plan/history.h"

/* Writes an object that stands in the plan. (transfer full) */
typedef char *(*OutlayScribe) (OutlayPlan *plan, OutlayNode *object);

struct _OutlayHistory
{
  GObject parent_instance;

  OutlayPlan *plan;
  GPtrArray *commands; /* OutlayCommand */
  guint done;          /* commands that are in force; those behind can be redone */
  int saved;           /* `done` when the plan was last saved; −1 once that state cannot be reached any more */
  OutlayCommand *open;
  guint64 serial; /* of the last command that was closed */
  gboolean trusting; /* the caller checks the plan as a whole */
  OutlayScribe scribe; /* (nullable) */
};

/* Another position, another save, or a command that opens or closes. */
void outlay_history_notify_all (OutlayHistory *history);

/* While steps are taken from a journal: every edit is checked by itself, but what spans several members only when all have been made, by
 * outlay_plan_validate_all(). For between the edits of a command a plan need not hold. */
void outlay_history_set_trusting (OutlayHistory *history, gboolean trusting);
/* From now on every object is written as it comes in, for what is done to it and around it later in its step is told by the edits that follow. */
void outlay_history_set_scribe (OutlayHistory *history, OutlayScribe scribe);
/* A step as it was done; owned by the history. */
OutlayCommand *outlay_history_get_command (OutlayHistory *history, guint step);
/* What has been done since begin; NULL while no command is open. */
OutlayCommand *outlay_history_get_open_command (OutlayHistory *history);
