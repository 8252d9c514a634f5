/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/history-private.h"
#include "plan/validate.h"

static GArray *
make_array (const double *numbers, guint n)
{
  GArray *array = g_array_sized_new (FALSE, FALSE, sizeof *numbers, n);

  g_array_append_vals (array, numbers, n);
  return array;
}

/* Each number by itself, and how many there are. */
static gboolean
are_possible (OutlayNode *node, const OutlayMember *member, const double *numbers, guint n, GError **error)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (n < member->least || n > member->most)
    {
      g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("There must be %u to %u numbers here."), member->least, member->most);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const OutlayParameter entry = { node, member, (int) i };

      outlay_value_set_number (&value, numbers[i]);
      if (!outlay_parameter_check (&entry, &value, error))
        return FALSE;
    }
  return TRUE;
}

OutlayEdit *
outlay_command_add_numbers (OutlayCommand *command, OutlayNode *node, const OutlayMember *member, const double *numbers, guint n)
{
  OutlayEdit *edit = g_new0 (OutlayEdit, 1);
  guint n_before;
  const double *before = outlay_node_get_numbers (node, member, &n_before);

  edit->kind = OUTLAY_EDIT_NUMBERS;
  edit->node = g_object_ref (node);
  edit->parameter = (OutlayParameter) { node, member, -1 };
  edit->path = outlay_parameter_path (&edit->parameter);
  edit->numbers_before = make_array (before, n_before);
  edit->numbers_after = make_array (numbers, n);
  g_ptr_array_add (command->edits, edit);
  return edit;
}

void
outlay_edit_apply_numbers (const OutlayEdit *edit, gboolean forward)
{
  const GArray *numbers = forward ? edit->numbers_after : edit->numbers_before;

  outlay_node_set_numbers (edit->node, edit->parameter.member, (const double *) numbers->data, numbers->len);
}

gboolean
outlay_edit_changes_numbers (const OutlayEdit *edit)
{
  const GArray *before = edit->numbers_before, *after = edit->numbers_after;

  return before->len != after->len || memcmp (before->data, after->data, before->len * sizeof (double)) != 0;
}

/**
 * outlay_history_set_numbers:
 * @self: a history
 * @node: an object of the plan
 * @member: an array of numbers of it
 * @numbers: (array length=n): what shall stand there
 * @n: how many
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE, OUTLAY_PLAN_ERROR_CONFLICT
 *
 * Edits an array as a whole, as outlay_history_set() does one of its entries. Outside a command it is a command of its own, described by the array's path.
 *
 * Returns: %FALSE where there are too few or too many numbers, where one is out of range, or where something in the plan refers to an entry that would be
 *   gone; nothing is changed then
 */
gboolean
outlay_history_set_numbers (OutlayHistory *self, OutlayNode *node, const OutlayMember *member, const double *numbers, guint n, GError **error)
{
  const gboolean alone = self->open == NULL;
  OutlayEdit *edit;
  gboolean holds;

  if (!are_possible (node, member, numbers, n, error))
    return FALSE;
  if (alone)
    outlay_history_begin (self, NULL);
  edit = outlay_command_add_numbers (self->open, node, member, numbers, n);
  if (alone)
    g_set_str (&self->open->description, edit->path);
  outlay_plan_freeze (self->plan);
  outlay_edit_apply_numbers (edit, TRUE);
  holds = self->trusting || outlay_plan_check_all (self->plan, error);
  if (holds)
    outlay_command_keep_last (self->open);
  else
    {
      outlay_edit_apply_numbers (edit, FALSE);
      outlay_command_drop_last (self->open);
    }
  outlay_plan_thaw (self->plan);
  if (alone)
    outlay_history_commit (self, NULL);
  return holds;
}
