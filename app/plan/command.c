/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/command.h"

static void
edit_free (gpointer data)
{
  OutlayEdit *edit = data;

  g_clear_object (&edit->scenario);
  g_clear_object (&edit->node);
  g_free (edit->path);
  outlay_value_clear (&edit->before);
  outlay_value_clear (&edit->after);
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
add_edit (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, char *path)
{
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);

  g_set_object (&edit->scenario, scenario);
  g_set_object (&edit->node, parameter->node);
  edit->parameter = *parameter;
  edit->path = path;
  if (scenario != NULL)
    edit->position = outlay_scenario_get_position (scenario, path);
  outlay_edit_read (edit, &edit->before);
  /* An edit that is refused leaves one that changes nothing. */
  outlay_value_copy (&edit->after, &edit->before);
  g_ptr_array_add (command->edits, edit);
  g_hash_table_add (command->by_path, edit);
  return edit;
}

OutlayCommand *
outlay_command_new (const char *description)
{
  OutlayCommand *command = g_new0 (OutlayCommand, 1);

  command->description = g_strdup (description);
  command->edits = g_ptr_array_new_with_free_func (edit_free);
  command->by_path = g_hash_table_new (edit_hash, edit_equal);
  return command;
}

void
outlay_command_free (OutlayCommand *command)
{
  g_free (command->description);
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  g_ptr_array_unref (command->edits);
  g_free (command);
}

OutlayEdit *
outlay_command_take (OutlayCommand *command, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value)
{
  g_autofree char *path = outlay_parameter_path (parameter);
  const OutlayEdit wanted = { .scenario = scenario, .path = path };
  OutlayEdit *last = g_hash_table_lookup (command->by_path, &wanted);

  if (last == NULL || (comes_or_goes (scenario, path, value) && !goes_back (command, last, value)))
    last = add_edit (command, scenario, parameter, g_steal_pointer (&path));
  return last;
}

void
outlay_command_close (OutlayCommand *command)
{
  g_clear_pointer (&command->by_path, g_hash_table_unref);
  for (guint i = command->edits->len; i-- > 0;)
    {
      const OutlayEdit *edit = command->edits->pdata[i];

      if (outlay_value_equal (&edit->before, &edit->after))
        g_ptr_array_remove_index (command->edits, i);
    }
}

void
outlay_command_apply (OutlayCommand *command, OutlayPlan *plan, gboolean forward)
{
  outlay_plan_freeze (plan);
  for (guint i = 0; i < command->edits->len; i++)
    {
      const OutlayEdit *edit = command->edits->pdata[forward ? i : command->edits->len - 1 - i];

      outlay_edit_apply (edit, forward ? &edit->after : &edit->before);
    }
  outlay_plan_thaw (plan);
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
