/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "ui/document-private.h"

/* What is the same in every scenario is seen in the one that is shown, if that still stands in the plan. */
static void
show_step (OutlayDocument *self, guint step, OutlayScenario *scenario)
{
  if (!outlay_history_is_common (self->history, step))
    outlay_document_show_scenario (self, scenario);
  g_signal_emit_by_name (self, "stepped", NULL);
}

void
outlay_document_undo (OutlayDocument *self)
{
  if (outlay_document_is_editing (self))
    outlay_document_take_back (self);
  else if (outlay_document_settle (self) && outlay_history_can_undo (self->history))
    {
      OutlayScenario *scenario = outlay_history_undo (self->history);

      show_step (self, outlay_history_get_position (self->history), scenario);
    }
}

void
outlay_document_redo (OutlayDocument *self)
{
  OutlayScenario *scenario;

  if (outlay_document_is_editing (self) || !outlay_document_settle (self) || !outlay_history_can_redo (self->history))
    return;
  scenario = outlay_history_redo (self->history);
  show_step (self, outlay_history_get_position (self->history) - 1, scenario);
}

void
outlay_document_go_to (OutlayDocument *self, guint position)
{
  guint before;

  if (!outlay_document_settle (self))
    return;
  outlay_document_take_back (self);
  before = outlay_history_get_position (self->history);
  if (position == before || position > outlay_history_get_n_steps (self->history))
    return;
  show_step (self, position > before ? position - 1 : position, outlay_history_go_to (self->history, position));
}

char *
outlay_document_describe_step (OutlayDocument *self, guint step)
{
  const char *description = outlay_history_get_description (self->history, step);
  OutlayScenario *scenario = outlay_history_get_scenario (self->history, step);
  g_autofree char *name = scenario != NULL ? outlay_plan_resolve_name (self->plan, NULL, OUTLAY_NODE (scenario)) : NULL;

  if (name == NULL || description == NULL)
    return g_strdup (description);
  /* Translators: what was done, and in which scenario: “Set Mining machinery in Phase one to 1.80 bn, in “Storage first”” */
  return g_strdup_printf (C_ ("step and scenario", "%s, in “%s”"), description, name);
}

gboolean
outlay_document_prepare_step (OutlayDocument *self)
{
  if (!outlay_document_settle (self))
    return FALSE;
  outlay_document_take_back (self);
  return TRUE;
}

void
outlay_document_tell_step (OutlayDocument *self, guint before)
{
  if (outlay_history_get_position (self->history) != before)
    g_signal_emit_by_name (self, "stepped", outlay_history_get_undo_description (self->history));
}

void
outlay_document_tell_plan_step (OutlayDocument *self, guint before)
{
  g_autofree char *text = NULL;

  if (outlay_history_get_position (self->history) == before)
    return;
  if (self->scenario == NULL)
    outlay_document_tell_step (self, before);
  else
    {
      /* Translators: what was done while a scenario is shown, to something that is the same in all of them: “Add phase “Phase 3”, in the plan and all scenarios” */
      text = g_strdup_printf (C_ ("step", "%s, in the plan and all scenarios"), outlay_history_get_undo_description (self->history));
      g_signal_emit_by_name (self, "stepped", text);
    }
}
