/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/history-private.h"

/* Takes steps back or does them again, up to a position. */
static OutlayScenario *
walk (OutlayHistory *self, guint position)
{
  OutlayCommand *command = NULL;

  outlay_plan_freeze (self->plan);
  while (self->done != position)
    {
      const gboolean forward = self->done < position;

      command = self->commands->pdata[forward ? self->done : self->done - 1];
      outlay_command_apply (command, self->plan, forward);
      self->done += forward ? 1 : -1;
    }
  outlay_plan_thaw (self->plan);
  outlay_history_notify_all (self);
  return outlay_command_get_scenario (command, self->plan);
}

OutlayCommand *
outlay_history_get_command (OutlayHistory *self, guint step)
{
  g_return_val_if_fail (step < self->commands->len, NULL);
  return self->commands->pdata[step];
}

OutlayCommand *
outlay_history_get_open_command (OutlayHistory *self)
{
  return self->open;
}

/**
 * outlay_history_get_n_steps:
 * @self: a history
 *
 * Returns: the number of steps, those included that can be redone
 */
guint
outlay_history_get_n_steps (OutlayHistory *self)
{
  return self->commands->len;
}

/**
 * outlay_history_get_position:
 * @self: a history
 *
 * Returns: how many steps are in force, from 0 to outlay_history_get_n_steps()
 */
guint
outlay_history_get_position (OutlayHistory *self)
{
  return self->done;
}

/**
 * outlay_history_get_description:
 * @self: a history
 * @step: from 0
 *
 * Returns: (transfer none): what the step did
 */
const char *
outlay_history_get_description (OutlayHistory *self, guint step)
{
  return outlay_history_get_command (self, step)->description;
}

static gboolean
stands_in_plan (OutlayNode *node)
{
  return node != NULL && (OUTLAY_IS_PLAN (node) || outlay_node_get_parent (node) != NULL);
}

/* Of a source, what it is the source of. */
static gboolean
find_founded (OutlayHistory *self, OutlayNode *source, OutlayParameter *parameter)
{
  return outlay_plan_find_path (self->plan, outlay_node_get_id (source), parameter, NULL) && parameter->member != NULL;
}

static gboolean
find_in_edit (OutlayHistory *self, const OutlayEdit *edit, OutlayParameter *parameter)
{
  OutlayNode *node = edit->child != NULL ? edit->child : edit->node;

  if (node != NULL && OUTLAY_IS_SOURCE (node))
    return find_founded (self, node, parameter);
  if (edit->cells != NULL)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, 0);

      *parameter = (OutlayParameter) { cell->initiative, outlay_node_find_member (cell->initiative, "investment"), (int) cell->phase };
    }
  else if (edit->child != NULL)
    *parameter = (OutlayParameter) { edit->child, outlay_node_find_member (edit->child, "name"), -1 };
  else
    *parameter = edit->parameter;
  return parameter->member != NULL && stands_in_plan (parameter->node);
}

/**
 * outlay_history_get_parameter:
 * @self: a history
 * @step: from 0
 * @parameter: (out): what can be shown of the step
 *
 * Where objects came, moved or went it is the name of one of them, else the value or the cell that was edited first; of a source what it is the source of.
 *
 * Returns: %FALSE where nothing of it stands in the plan now
 */
gboolean
outlay_history_get_parameter (OutlayHistory *self, guint step, OutlayParameter *parameter)
{
  const GPtrArray *edits = outlay_history_get_command (self, step)->edits;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < edits->len; i++)
      {
        const OutlayEdit *edit = edits->pdata[i];

        if ((pass == 1 || (edit->child != NULL && !OUTLAY_IS_SOURCE (edit->child))) && find_in_edit (self, edit, parameter))
          return TRUE;
      }
  return FALSE;
}

/**
 * outlay_history_get_scenario:
 * @self: a history
 * @step: from 0
 *
 * Returns: (nullable) (transfer none): the scenario whose changes the step edits; %NULL where it edits the plan, or scenarios as objects
 */
OutlayScenario *
outlay_history_get_scenario (OutlayHistory *self, guint step)
{
  const GPtrArray *edits = outlay_history_get_command (self, step)->edits;

  for (guint i = 0; i < edits->len; i++)
    if (((const OutlayEdit *) edits->pdata[i])->child != NULL)
      return NULL;
  return ((const OutlayEdit *) edits->pdata[0])->scenario;
}

/* Scenarios could change them; whoever edits them does so in the plan. */
static gboolean
is_goal (OutlayNode *node)
{
  return OUTLAY_IS_TARGET (node) || OUTLAY_IS_FIGURE (node);
}

static gboolean
is_common (const OutlayEdit *edit)
{
  switch (edit->kind)
    {
    case OUTLAY_EDIT_VALUE: return edit->scenario == NULL && (is_goal (edit->node) || !outlay_parameter_is_changeable (&edit->parameter));
    case OUTLAY_EDIT_CELLS: return FALSE;
    case OUTLAY_EDIT_NUMBERS: return TRUE;
    default: return !OUTLAY_IS_SCENARIO (edit->child);
    }
}

/**
 * outlay_history_is_common:
 * @self: a history
 * @step: from 0
 *
 * Returns: whether the step does something that is the same in the plan and all its scenarios: objects come, move or go, or what no scenario can change is
 * edited, as a source is
 */
gboolean
outlay_history_is_common (OutlayHistory *self, guint step)
{
  const GPtrArray *edits = outlay_history_get_command (self, step)->edits;

  for (guint i = 0; i < edits->len; i++)
    if (is_common (edits->pdata[i]))
      return TRUE;
  return FALSE;
}

/**
 * outlay_history_get_state:
 * @self: a history
 *
 * Returns: what the state now is known by; what is done in an open command belongs to no state
 */
guint64
outlay_history_get_state (OutlayHistory *self)
{
  if (self->open != NULL && self->open->edits->len > 0)
    return G_MAXUINT64;
  return self->done > 0 ? outlay_history_get_command (self, self->done - 1)->serial : 0;
}

/**
 * outlay_history_find_state:
 * @self: a history
 * @state: what outlay_history_get_state() told once
 *
 * Returns: the position of that state; −1 where no step leads to it any more
 */
int
outlay_history_find_state (OutlayHistory *self, guint64 state)
{
  if (state == 0)
    return 0;
  for (guint step = self->commands->len; step-- > 0;)
    if (outlay_history_get_command (self, step)->serial == state)
      return (int) step + 1;
  return -1;
}

/**
 * outlay_history_get_saved:
 * @self: a history
 *
 * Returns: the position whose state is on disk; −1 where no step leads to it any more
 */
int
outlay_history_get_saved (OutlayHistory *self)
{
  return self->saved;
}

/**
 * outlay_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is a step behind and no command is open
 */
gboolean
outlay_history_can_undo (OutlayHistory *self)
{
  return self->open == NULL && self->done > 0;
}

/**
 * outlay_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is a step ahead and no command is open
 */
gboolean
outlay_history_can_redo (OutlayHistory *self)
{
  return self->open == NULL && self->done < self->commands->len;
}

/**
 * outlay_history_get_undo_description:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what the step did that would be undone
 */
const char *
outlay_history_get_undo_description (OutlayHistory *self)
{
  return outlay_history_can_undo (self) ? outlay_history_get_description (self, self->done - 1) : NULL;
}

/**
 * outlay_history_get_redo_description:
 * @self: a history
 *
 * Returns: (nullable) (transfer none): what the step did that would be done again
 */
const char *
outlay_history_get_redo_description (OutlayHistory *self)
{
  return outlay_history_can_redo (self) ? outlay_history_get_description (self, self->done) : NULL;
}

/**
 * outlay_history_undo:
 * @self: a history that can undo
 *
 * Returns: (nullable) (transfer none): the scenario that the step had changed; %NULL for the plan
 */
OutlayScenario *
outlay_history_undo (OutlayHistory *self)
{
  g_return_val_if_fail (outlay_history_can_undo (self), NULL);
  return walk (self, self->done - 1);
}

/**
 * outlay_history_redo:
 * @self: a history that can redo
 *
 * Returns: (nullable) (transfer none): the scenario that the step changes; %NULL for the plan
 */
OutlayScenario *
outlay_history_redo (OutlayHistory *self)
{
  g_return_val_if_fail (outlay_history_can_redo (self), NULL);
  return walk (self, self->done + 1);
}

/**
 * outlay_history_go_to:
 * @self: a history without an open command
 * @position: from 0 to outlay_history_get_n_steps(), another than now
 *
 * Takes as many steps back, or does as many again, as lead to a position. The plan tells of it once.
 *
 * Returns: (nullable) (transfer none): the scenario that the last of these steps was about; %NULL for the plan
 */
OutlayScenario *
outlay_history_go_to (OutlayHistory *self, guint position)
{
  g_return_val_if_fail (self->open == NULL && position <= self->commands->len && position != self->done, NULL);
  return walk (self, position);
}

/**
 * outlay_history_mark_saved:
 * @self: a history
 * @position: a position; −1 where the state on disk is none that a step leads to
 *
 * Says which state is the one on disk.
 */
void
outlay_history_mark_saved (OutlayHistory *self, int position)
{
  g_return_if_fail (position <= (int) self->commands->len);
  self->saved = position;
  outlay_history_notify_all (self);
}

/**
 * outlay_history_is_clean:
 * @self: a history
 *
 * Returns: whether the state now is the one on disk: undoing back to the save is clean, and a save that an edit after undo cut off is out of reach
 */
gboolean
outlay_history_is_clean (OutlayHistory *self)
{
  return self->saved == (int) self->done;
}
