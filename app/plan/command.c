/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/command.h"

#include <math.h>

static void
edit_free (gpointer data)
{
  OutlayEdit *edit = data;

  g_clear_object (&edit->scenario);
  g_clear_object (&edit->node);
  g_clear_object (&edit->child);
  g_free (edit->path);
  g_free (edit->text);
  outlay_value_clear (&edit->before);
  outlay_value_clear (&edit->after);
  g_clear_pointer (&edit->cells, g_array_unref);
  g_strfreev (edit->phases);
  g_clear_pointer (&edit->numbers_before, g_array_unref);
  g_clear_pointer (&edit->numbers_after, g_array_unref);
  g_free (edit);
}

static guint
edit_hash (gconstpointer data)
{
  const OutlayEdit *edit = data;

  return g_str_hash (edit->path) ^ g_direct_hash (edit->scenario);
}

static gboolean
edit_equal (gconstpointer a, gconstpointer b)
{
  const OutlayEdit *left = a, *right = b;

  return left->scenario == right->scenario && g_str_equal (left->path, right->path);
}

static gboolean
comes_or_goes (OutlayScenario *scenario, const char *path, const OutlayValue *value)
{
  return scenario != NULL && (outlay_scenario_lookup (scenario, path) == NULL) != (value->type == OUTLAY_VALUE_ABSENT);
}

/* What came with the last edit of all may go with it again. */
static gboolean
goes_back (OutlayCommand *command, const OutlayEdit *last, const OutlayValue *value)
{
  return last != NULL && last == command->edits->pdata[command->edits->len - 1] && last->before.type == OUTLAY_VALUE_ABSENT &&
         value->type == OUTLAY_VALUE_ABSENT;
}

static OutlayEdit *
add_edit (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, char *path, const OutlayValue *value)
{
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);

  g_set_object (&edit->scenario, scenario);
  g_set_object (&edit->node, parameter->node);
  edit->parameter = *parameter;
  edit->path = path;
  if (comes_or_goes (scenario, path, value))
    edit->position = outlay_scenario_get_position (scenario, path);
  outlay_edit_read (edit, &edit->before);
  /* An edit that is refused leaves one that changes nothing. */
  outlay_value_copy (&edit->after, &edit->before);
  g_ptr_array_add (command->edits, edit);
  g_hash_table_add (command->by_path, edit);
  return edit;
}

static void
command_clear (gpointer data)
{
  OutlayCommand *command = data;

  g_free (command->description);
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  g_ptr_array_unref (command->edits);
}

OutlayCommand *
outlay_command_new (const char *description)
{
  OutlayCommand *command = g_atomic_rc_box_new0 (OutlayCommand);

  command->description = g_strdup (description);
  command->edits = g_ptr_array_new_with_free_func (edit_free);
  command->by_path = g_hash_table_new (edit_hash, edit_equal);
  return command;
}

OutlayCommand *
outlay_command_ref (OutlayCommand *command)
{
  return g_atomic_rc_box_acquire (command);
}

void
outlay_command_unref (OutlayCommand *command)
{
  g_atomic_rc_box_release_full (command, command_clear);
}

static void
copy_edit (OutlayCommand *command, const OutlayEdit *from)
{
  OutlayEdit *edit = g_memdup2 (from, sizeof *from);

  edit->scenario = from->scenario != NULL ? g_object_ref (from->scenario) : NULL;
  g_object_ref (edit->node);
  edit->child = from->child != NULL ? g_object_ref (from->child) : NULL;
  edit->path = g_strdup (from->path);
  edit->text = g_strdup (from->text);
  edit->before.string = g_strdup (from->before.string);
  edit->after.string = g_strdup (from->after.string);
  edit->cells = from->cells != NULL ? outlay_edit_copy_cells (from) : NULL;
  edit->phases = g_strdupv (from->phases);
  edit->numbers_before = from->numbers_before != NULL ? g_array_ref (from->numbers_before) : NULL;
  edit->numbers_after = from->numbers_after != NULL ? g_array_ref (from->numbers_after) : NULL;
  g_ptr_array_add (command->edits, edit);
}

OutlayCommand *
outlay_command_snapshot (OutlayCommand *command)
{
  OutlayCommand *copy = outlay_command_new (command->description);

  for (guint i = 0; i < command->edits->len; i++)
    copy_edit (copy, command->edits->pdata[i]);
  outlay_command_close (copy);
  return copy;
}

OutlayEdit *
outlay_command_take (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value)
{
  g_autofree char *path = outlay_parameter_path (parameter);
  const OutlayEdit wanted = { .scenario = scenario, .path = path };
  OutlayEdit *last = g_hash_table_lookup (command->by_path, &wanted);

  if (last == NULL || (comes_or_goes (scenario, path, value) && !goes_back (command, last, value)))
    last = add_edit (command, scenario, parameter, g_steal_pointer (&path), value);
  return last;
}

OutlayEdit *
outlay_command_add (OutlayCommand *command, OutlayEditKind kind, OutlayNode *parent, const OutlayMember *list, OutlayNode *child, guint position, guint target)
{
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);

  edit->kind = kind;
  edit->node = g_object_ref (parent);
  edit->parameter = (OutlayParameter) { parent, list, -1 };
  edit->path = outlay_parameter_path (&edit->parameter);
  edit->child = g_object_ref (child);
  edit->position = position;
  edit->target = target;
  g_ptr_array_add (command->edits, edit);
  return edit;
}

void
outlay_command_keep_last (OutlayCommand *command)
{
  g_hash_table_remove_all (command->by_path);
}

void
outlay_command_drop_last (OutlayCommand *command)
{
  g_ptr_array_remove_index (command->edits, command->edits->len - 1);
}

/* Whether an edit takes out again what the one before it had laid in. */
static gboolean
takes_back (const OutlayEdit *edit, const OutlayEdit *before)
{
  return before != NULL && edit->kind == OUTLAY_EDIT_VALUE && before->kind == OUTLAY_EDIT_VALUE && edit_equal (edit, before) &&
         before->before.type == OUTLAY_VALUE_ABSENT && edit->after.type == OUTLAY_VALUE_ABSENT;
}

static void
drop_idle (OutlayCommand *command)
{
  for (guint i = command->edits->len; i-- > 0;)
    {
      OutlayEdit *edit = command->edits->pdata[i];

      if ((edit->kind == OUTLAY_EDIT_VALUE && outlay_value_equal (&edit->before, &edit->after)) ||
          (edit->kind == OUTLAY_EDIT_CELLS && !outlay_edit_close_cells (edit)) ||
          (edit->kind == OUTLAY_EDIT_NUMBERS && !outlay_edit_changes_numbers (edit)))
        g_ptr_array_remove_index (command->edits, i);
    }
}

static void
drop_pairs (OutlayCommand *command)
{
  /* Nothing stands between them any more, as nothing will when the command is read from a journal. */
  for (guint i = 1; i < command->edits->len; i++)
    if (i > 0 && takes_back (command->edits->pdata[i], command->edits->pdata[i - 1]))
      {
        g_ptr_array_remove_range (command->edits, i - 1, 2);
        i -= MIN (i, 2);
      }
}

/* --- as it will be read --- */

/* Makes an edit as the reader of a journal does, which knows one path at a time. */
static void
make_again (OutlayCommand *again, OutlayScenario *scenario, OutlayNode *node, char *path, const OutlayValue *before, const OutlayValue *after)
{
  const OutlayEdit wanted = { .scenario = scenario, .path = path };
  OutlayEdit *last = g_hash_table_lookup (again->by_path, &wanted);
  const gboolean moves = scenario != NULL && (before->type == OUTLAY_VALUE_ABSENT) != (after->type == OUTLAY_VALUE_ABSENT);

  if (last == NULL || (moves && !goes_back (again, last, after)))
    {
      last = g_new0 (OutlayEdit, 1);
      g_set_object (&last->scenario, scenario);
      g_set_object (&last->node, node);
      last->path = g_strdup (path);
      outlay_value_copy (&last->before, before);
      g_ptr_array_add (again->edits, last);
      g_hash_table_add (again->by_path, last);
    }
  outlay_value_copy (&last->after, after);
}

static void
make_cells_again (OutlayCommand *again, const OutlayEdit *edit)
{
  for (guint i = 0; i < edit->cells->len; i++)
    {
      const OutlayCellEdit *cell = &g_array_index (edit->cells, OutlayCellEdit, i);
      const OutlayValue after = { OUTLAY_VALUE_NUMBER, cell->after, NULL };
      const OutlayValue before = { isnan (cell->before) ? OUTLAY_VALUE_ABSENT : OUTLAY_VALUE_NUMBER, cell->before, NULL };
      g_autofree char *path = outlay_edit_cell_path (edit, cell);

      make_again (again, edit->scenario, cell->initiative, path, &before, &after);
    }
}

/* Cells and paths are edits apart, so what one lays in may be what the other takes back. */
static gboolean
may_cancel (OutlayCommand *command)
{
  gboolean any[OUTLAY_EDIT_MOVE + 1] = { FALSE };

  for (guint i = 0; i < command->edits->len; i++)
    any[((OutlayEdit *) command->edits->pdata[i])->kind] = TRUE;
  return any[OUTLAY_EDIT_CELLS] && any[OUTLAY_EDIT_VALUE] && !any[OUTLAY_EDIT_INSERT] && !any[OUTLAY_EDIT_REMOVE] && !any[OUTLAY_EDIT_MOVE];
}

static void
close_edits (OutlayCommand *command)
{
  drop_idle (command);
  drop_pairs (command);
}

/* Whether nothing is left of it when it is read from a journal: so nothing may be left of it here. */
static gboolean
cancels (OutlayCommand *command)
{
  OutlayCommand *again;
  gboolean empty;

  if (!may_cancel (command))
    return FALSE;
  again = outlay_command_new (NULL);
  for (guint i = 0; i < command->edits->len; i++)
    {
      const OutlayEdit *edit = command->edits->pdata[i];

      if (edit->kind == OUTLAY_EDIT_CELLS)
        make_cells_again (again, edit);
      else
        make_again (again, edit->scenario, edit->node, edit->path, &edit->before, &edit->after);
    }
  close_edits (again);
  empty = again->edits->len == 0;
  outlay_command_unref (again);
  return empty;
}

void
outlay_command_close (OutlayCommand *command)
{
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  close_edits (command);
  if (cancels (command))
    g_ptr_array_set_size (command->edits, 0);
}

void
outlay_command_apply (OutlayCommand *command, OutlayPlan *plan, gboolean forward)
{
  outlay_plan_freeze (plan);
  for (guint i = 0; i < command->edits->len; i++)
    {
      const OutlayEdit *edit = command->edits->pdata[forward ? i : command->edits->len - 1 - i];

      if (edit->kind == OUTLAY_EDIT_VALUE)
        outlay_edit_apply (edit, forward ? &edit->after : &edit->before);
      else if (edit->kind == OUTLAY_EDIT_CELLS)
        outlay_edit_apply_cells (edit, plan, forward);
      else if (edit->kind == OUTLAY_EDIT_NUMBERS)
        outlay_edit_apply_numbers (edit, forward);
      else
        outlay_edit_arrange (edit, forward);
    }
  outlay_plan_thaw (plan);
}

OutlayScenario *
outlay_command_get_scenario (OutlayCommand *command, OutlayPlan *plan)
{
  const OutlayEdit *edit = command->edits->pdata[0];
  OutlayNode *touched = edit->node;

  for (guint i = 0; i < command->edits->len && touched == edit->node; i++)
    if (((OutlayEdit *) command->edits->pdata[i])->child != NULL)
      touched = ((OutlayEdit *) command->edits->pdata[i])->child;
  /* What comes, goes or moves in the plan's own lists is the plan's, whatever leaves the scenarios with it. */
  if (!OUTLAY_IS_SCENARIO (touched))
    return touched == edit->node ? edit->scenario : NULL;
  return outlay_node_get_parent (touched) != NULL ? OUTLAY_SCENARIO (touched) : outlay_plan_find_origin (plan, OUTLAY_SCENARIO (touched));
}

void
outlay_edit_read (const OutlayEdit *edit, OutlayValue *value)
{
  const OutlayValue *own;

  outlay_value_clear (value);
  if (edit->scenario == NULL)
    outlay_parameter_get (&edit->parameter, value);
  else if ((own = outlay_scenario_lookup (edit->scenario, edit->path)) != NULL)
    outlay_value_copy (value, own);
}

void
outlay_edit_apply (const OutlayEdit *edit, const OutlayValue *value)
{
  if (edit->scenario == NULL)
    outlay_parameter_set (&edit->parameter, value);
  else if (value->type == OUTLAY_VALUE_ABSENT)
    outlay_scenario_remove_change (edit->scenario, edit->path);
  else
    outlay_scenario_insert_change (edit->scenario, edit->position, edit->path, value);
}

void
outlay_edit_arrange (const OutlayEdit *edit, gboolean forward)
{
  GListStore *list = outlay_node_get_children (edit->node, edit->parameter.member);

  if (edit->kind == OUTLAY_EDIT_MOVE)
    outlay_node_move_child (edit->node, edit->parameter.member, forward ? edit->position : edit->target, forward ? edit->target : edit->position);
  else if ((edit->kind == OUTLAY_EDIT_INSERT) == forward)
    g_list_store_insert (list, edit->position, edit->child);
  else
    g_list_store_remove (list, edit->position);
}
