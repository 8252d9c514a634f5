/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/**
 * OutlayEditKind:
 *
 * VALUE   a member of an object, or what a scenario changes of one
 * CELLS   any number of cells of the split, of the plan or as a scenario changes them
 * NUMBERS a whole array of numbers, which may become longer or shorter
 * INSERT  an object comes into a list
 * REMOVE  an object leaves its list
 * MOVE    an object takes another place in its list
 */
typedef enum
{
  OUTLAY_EDIT_VALUE,
  OUTLAY_EDIT_CELLS,
  OUTLAY_EDIT_NUMBERS,
  OUTLAY_EDIT_INSERT,
  OUTLAY_EDIT_REMOVE,
  OUTLAY_EDIT_MOVE,
} OutlayEditKind;

/* One cell of the plan before and after a command; of a scenario's changes NaN where it has none. */
typedef struct
{
  OutlayNode *initiative;
  guint cell; /* initiative · phases + phase, when the edit was made */
  guint phase;
  double before;
  double after;
} OutlayCellEdit;

/**
 * OutlayEdit:
 *
 * One path of the plan or of a scenario, before and after a command; or many cells; or one object of a list.
 */
typedef struct
{
  OutlayEditKind kind;
  OutlayScenario *scenario;  /* VALUE, CELLS; NULL: the plan itself */
  OutlayNode *node;          /* keeps what the parameter names alive */
  OutlayParameter parameter; /* what has the value, or the list */
  char *path;                /* of the parameter, when the edit was made */
  OutlayNode *child;         /* INSERT, REMOVE, MOVE: the object */
  guint position;            /* where it stands in the list, before MOVE; of VALUE among the scenario's changes, of one that comes or goes */
  guint target;              /* MOVE: where it stands after */
  char *text;                /* INSERT: the object as it came, as the scribe of the history has written it; NULL without one */
  OutlayValue before;        /* VALUE */
  OutlayValue after;
  GArray *cells; /* CELLS: OutlayCellEdit, in the order of the plan */
  char **phases; /* CELLS: their ids, when the edit was made */
  GArray *numbers_before; /* NUMBERS: double */
  GArray *numbers_after;
} OutlayEdit;

/**
 * OutlayCommand:
 *
 * What one step of the history does. Edits of one path are one, however many there were; but what comes into a scenario or goes out of it has a place in
 * the file and is an edit of its own, so that undoing it gives back the same file.
 *
 * A closed command does not change any more and may be read in any thread by who holds a reference; the last reference goes in the thread of the plan.
 */
typedef struct
{
  char *description;
  guint64 serial;      /* among the steps of its history, also those that are gone; from 1 */
  GPtrArray *edits;    /* OutlayEdit, in their order */
  GHashTable *by_path; /* the last edit of each path → itself, while the command is open */
} OutlayCommand;

OutlayCommand *outlay_command_new (const char *description);
OutlayCommand *outlay_command_ref (OutlayCommand *command);
void outlay_command_unref (OutlayCommand *command);

/* What an open command has done so far, as a closed one that no later edit changes. */
OutlayCommand *outlay_command_snapshot (OutlayCommand *command);

/* The edit that takes a value up, new where none can. */
OutlayEdit *outlay_command_take (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value);
/* Takes up amounts of n cells, by initiative · phases + phase, ascending; not applied yet. Each cell is in one of the edits of cells that follow each other:
 * changes that come into a scenario later stand behind those that came before. */
void outlay_command_take_cells (OutlayCommand *command, OutlayPlan *plan, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n);
/* An edit of a list, which is not applied yet. */
OutlayEdit *outlay_command_add (OutlayCommand *command, OutlayEditKind kind, OutlayNode *parent, const OutlayMember *list, OutlayNode *child, guint position,
                                guint target);
/* The last edit of a list stays: values before and after it stand in another order of things, and are edits of their own. */
void outlay_command_keep_last (OutlayCommand *command);
/* Takes the last edit back, which was not applied or is not any more. */
void outlay_command_drop_last (OutlayCommand *command);
/* No more edits follow; those that change nothing are dropped. */
void outlay_command_close (OutlayCommand *command);
/* Does it again, or backwards. */
void outlay_command_apply (OutlayCommand *command, OutlayPlan *plan, gboolean forward);
/* The scenario that shows what the command did, as the plan is now; NULL for the plan itself. */
OutlayScenario *outlay_command_get_scenario (OutlayCommand *command, OutlayPlan *plan);

/* What stands there now, and laying a value in; ABSENT takes a scenario's change away. */
void outlay_edit_read (const OutlayEdit *edit, OutlayValue *value);
void outlay_edit_apply (const OutlayEdit *edit, const OutlayValue *value);
/* --- cell-edits.c --- */

/* Lays amounts into the plan's cells or a scenario's changes, where NaN takes the change away. */
void outlay_plan_lay_cells (OutlayPlan *plan, OutlayScenario *scenario, const guint *cells, const double *amounts, guint n);
void outlay_edit_apply_cells (const OutlayEdit *edit, OutlayPlan *plan, gboolean forward);
/* The path of one of its cells; in any thread, for ids stay. (transfer full) */
char *outlay_edit_cell_path (const OutlayEdit *edit, const OutlayCellEdit *cell);
/* (transfer full) */
GArray *outlay_edit_copy_cells (const OutlayEdit *edit);
/* Drops cells that stay as they are. Returns whether any is left. */
gboolean outlay_edit_close_cells (OutlayEdit *edit);

/* --- array-edits.c --- */

/* An edit of a whole array of the plan, which is not applied yet. */
OutlayEdit *outlay_command_add_numbers (OutlayCommand *command, OutlayNode *node, const OutlayMember *member, const double *numbers, guint n);
void outlay_edit_apply_numbers (const OutlayEdit *edit, gboolean forward);
gboolean outlay_edit_changes_numbers (const OutlayEdit *edit);

/* --- command.c --- */

/* Does an edit of a list, or takes it back. */
void outlay_edit_arrange (const OutlayEdit *edit, gboolean forward);
