/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document-scenarios.h"

#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "plan/scenario-edit.h"
#include "ui/document-private.h"

OutlayScenario *
outlay_document_create_scenario (OutlayDocument *self, OutlayScenario *from, const char *name, const char *description, GError **error)
{
  OutlayScenario *scenario;

  if (!outlay_document_prepare_step (self) || (scenario = outlay_history_create_scenario (self->history, from, name, description, error)) == NULL)
    return NULL;
  outlay_document_set_scenario (self, scenario);
  g_signal_emit_by_name (self, "stepped", outlay_history_get_undo_description (self->history));
  return scenario;
}

OutlayScenario *
outlay_document_duplicate_scenario (OutlayDocument *self, OutlayScenario *scenario, GError **error)
{
  g_autofree char *name = outlay_document_get_scenario_name (self, scenario);
  g_autofree char *copy_name = outlay_plan_make_copy_name (self->plan, name);
  OutlayScenario *copy;

  if (!outlay_document_prepare_step (self) || (copy = outlay_history_duplicate_scenario (self->history, scenario, copy_name, error)) == NULL)
    return NULL;
  outlay_document_set_scenario (self, copy);
  g_signal_emit_by_name (self, "stepped", outlay_history_get_undo_description (self->history));
  return copy;
}

gboolean
outlay_document_rename_scenario (OutlayDocument *self, OutlayScenario *scenario, const char *name, const char *description, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = outlay_history_get_position (self->history);
  if (!outlay_history_rename_scenario (self->history, scenario, name, description, error))
    return FALSE;
  outlay_document_tell_step (self, before);
  return TRUE;
}

gboolean
outlay_document_delete_scenario (OutlayDocument *self, OutlayScenario *scenario, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = outlay_history_get_position (self->history);
  if (!outlay_history_delete_scenario (self->history, scenario, error))
    return FALSE;
  outlay_document_tell_step (self, before);
  return TRUE;
}

gboolean
outlay_document_move_scenario (OutlayDocument *self, OutlayScenario *scenario, guint position, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = outlay_history_get_position (self->history);
  if (!outlay_history_move_scenario (self->history, scenario, position, error))
    return FALSE;
  outlay_document_tell_step (self, before);
  return TRUE;
}

gboolean
outlay_document_return_parameter (OutlayDocument *self, const OutlayParameter *parameter, const char *description, GError **error)
{
  g_auto (OutlayValue) absent = OUTLAY_VALUE_INIT;
  gboolean done;

  if (self->scenario == NULL || !outlay_document_prepare_step (self))
    return FALSE;
  outlay_history_begin (self->history, description);
  done = outlay_history_set (self->history, self->scenario, parameter, &absent, error);
  outlay_history_commit (self->history, NULL);
  if (done)
    outlay_document_tell_edit (self);
  return done;
}

char *
outlay_document_get_scenario_name (OutlayDocument *self, OutlayScenario *scenario)
{
  return scenario != NULL ? outlay_plan_resolve_name (self->plan, NULL, OUTLAY_NODE (scenario)) : g_strdup (C_ ("scenario", "Base"));
}

gboolean
outlay_document_is_name_taken (OutlayDocument *self, OutlayScenario *scenario, const char *name)
{
  g_autofree char *base = outlay_document_get_scenario_name (self, NULL);
  g_autofree char *own = scenario != NULL ? outlay_document_get_scenario_name (self, scenario) : NULL;
  g_autofree char *bare = g_strstrip (g_strdup (name));

  return g_strcmp0 (bare, own) != 0 && (g_str_equal (bare, base) || outlay_plan_has_scenario_name (self->plan, bare, scenario));
}
