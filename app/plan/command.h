/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/**
 * OutlayEdit:
 *
 * One path of the plan or of a scenario, before and after a command.
 */
typedef struct
{
  OutlayScenario *scenario; /* NULL: the plan itself */
  OutlayNode *node;         /* keeps what the parameter names alive */
  OutlayParameter parameter;
  char *path;
  guint position; /* among the scenario's changes, of one that comes or goes */
  OutlayValue before;
  OutlayValue after;
} OutlayEdit;

/**
 * OutlayCommand:
 *
 * What one step of the history does. Edits of one path are one, however many there were; but what comes into a scenario or goes out of it has a place in
 * the file and is an edit of its own, so that undoing it gives back the same file.
 */
typedef struct
{
  char *description;
  GPtrArray *edits;    /* OutlayEdit, in their order */
  GHashTable *by_path; /* the last edit of each path → itself, while the command is open */
} OutlayCommand;

OutlayCommand *outlay_command_new (const char *description);
void outlay_command_free (OutlayCommand *command);

/* The edit that takes a value up, new where none can. */
OutlayEdit *outlay_command_take (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value);
/* No more edits follow; those that change nothing are dropped. */
void outlay_command_close (OutlayCommand *command);
/* Does it again, or backwards. */
void outlay_command_apply (OutlayCommand *command, OutlayPlan *plan, gboolean forward);

/* What stands there now, and laying a value in; ABSENT takes a scenario's change away. */
void outlay_edit_read (const OutlayEdit *edit, OutlayValue *value);
void outlay_edit_apply (const OutlayEdit *edit, const OutlayValue *value);
