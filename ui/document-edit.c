/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document-private.h"

/* Numbers go through the history into the plan at every movement: its open command keeps the first value before and the last after, the model takes over the
 * objects that changed, and the draft is told several times a second. Cells of the split, which move by the thousand, have a way of their own. */

gboolean
outlay_document_begin_edit (OutlayDocument *self)
{
  if (!outlay_document_settle (self))
    return FALSE;
  outlay_document_take_back (self);
  self->editing = TRUE;
  outlay_history_begin (self->history, NULL);
  return TRUE;
}

gboolean
outlay_document_edit_number (OutlayDocument *self, const OutlayParameter *parameter, double number, GError **error)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *month = NULL;

  if (!self->editing)
    return FALSE;
  /* A scenario does not come to say of its own what holds in it anyway. */
  if (outlay_document_get_number (self, parameter) == number)
    return TRUE;
  if (parameter->member->kind == OUTLAY_MEMBER_MONTH)
    outlay_value_set_string (&value, month = outlay_month_format (number));
  else
    outlay_value_set_number (&value, number);
  return outlay_history_set (self->history, self->scenario, parameter, &value, error);
}

gboolean
outlay_document_edit_return (OutlayDocument *self, const OutlayParameter *parameter, GError **error)
{
  g_auto (OutlayValue) absent = OUTLAY_VALUE_INIT;

  return self->editing && self->scenario != NULL && outlay_history_set (self->history, self->scenario, parameter, &absent, error);
}

void
outlay_document_commit_edit (OutlayDocument *self, const char *description)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  outlay_document_commit (self, description);
}

void
outlay_document_rollback_edit (OutlayDocument *self)
{
  if (!self->editing)
    return;
  self->editing = FALSE;
  outlay_history_rollback (self->history);
  outlay_document_stop_telling (self);
  g_signal_emit_by_name (self, "projected");
}

gboolean
outlay_document_is_editing (OutlayDocument *self)
{
  return self->editing || outlay_document_is_splitting (self);
}

void
outlay_document_take_back (OutlayDocument *self)
{
  outlay_document_rollback_split (self);
  outlay_document_rollback_edit (self);
}

gboolean
outlay_document_set_ramp_up (OutlayDocument *self, guint initiative, const double *shares, guint n, const char *description, GError **error)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_initiative (self->plan, initiative));
  gboolean done;

  if (!outlay_document_begin_edit (self))
    return FALSE;
  done = outlay_history_set_numbers (self->history, node, outlay_node_find_member (node, "ramp-up"), shares, n, error);
  if (done)
    outlay_document_commit_edit (self, description);
  else
    outlay_document_rollback_edit (self);
  return done;
}

static double
resolve (OutlayDocument *self, OutlayScenario *scenario, const OutlayParameter *parameter)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_plan_resolve (self->plan, scenario, parameter, &value);
  return outlay_member_to_number (parameter->member, &value);
}

double
outlay_document_get_number (OutlayDocument *self, const OutlayParameter *parameter)
{
  return resolve (self, self->scenario, parameter);
}

double
outlay_document_get_number_without (OutlayDocument *self, const OutlayParameter *parameter)
{
  return resolve (self, self->scenario != NULL ? outlay_scenario_get_from (self->scenario) : NULL, parameter);
}

gboolean
outlay_document_is_overridden (OutlayDocument *self, const OutlayParameter *parameter)
{
  g_autofree char *path = self->scenario != NULL ? outlay_parameter_path (parameter) : NULL;

  return path != NULL && outlay_scenario_lookup (self->scenario, path) != NULL;
}
