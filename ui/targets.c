/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "study/target-words.h"
#include "ui/targets.h"

static const char *
target_string (OutlayTarget *target, const char *name)
{
  return outlay_node_get_string (OUTLAY_NODE (target), outlay_node_find_member (OUTLAY_NODE (target), name));
}

static OutlayTargetReading *
read_target (OutlayDocument *document, OutlayTarget *target)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  OutlayScenario *scenario = outlay_document_get_scenario (document);
  OutlayTargetReading *reading = g_new0 (OutlayTargetReading, 1);
  const char *name = target_string (target, "name");
  const char *series = target_string (target, "series");
  const char *indicator = target_string (target, "indicator");
  g_autofree char *bound = NULL;
  OutlayTargetState state;

  outlay_projection_target (outlay_document_get_projection (document), plan, target, &state);
  reading->series = series != NULL ? outlay_series_from_name (series) : -1;
  reading->indicator = indicator != NULL ? outlay_indicator_from_name (indicator) : -1;
  bound = outlay_target_format_bound (plan, scenario, target, &state);
  reading->name = g_strdup (name != NULL && name[0] != '\0' ? name : outlay_node_get_id (OUTLAY_NODE (target)));
  reading->value = outlay_target_format_value (plan, scenario, target, &state);
  reading->bound = g_strdup_printf (state.at_least ? "≥ %s" : "≤ %s", bound);
  /* Translators: what a target asks for, as in "promised ≥ 10 bn" */
  reading->promise = g_strdup_printf (reading->series >= 0 || state.unit == OUTLAY_UNIT_MONEY ? _("promised %s") : _("hurdle %s"), reading->bound);
  reading->whole_plan = target_string (target, "initiative") == NULL;
  reading->met = state.met;
  return reading;
}

void
outlay_target_reading_free (OutlayTargetReading *reading)
{
  g_free (reading->name);
  g_free (reading->value);
  g_free (reading->bound);
  g_free (reading->promise);
  g_free (reading);
}

GPtrArray *
outlay_targets_read (OutlayDocument *document)
{
  GListModel *targets = outlay_plan_get_targets (outlay_document_get_plan (document));
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_target_reading_free);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, i);

      g_ptr_array_add (readings, read_target (document, target));
    }
  return readings;
}
