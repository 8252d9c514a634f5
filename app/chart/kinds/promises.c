/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/choice.h"
#include "plan/resolve.h"
#include "study/measure.h"

/* "10", "0.5", "3.25": as many decimals as the promise has. */
static char *
write_bound (double bound, OutlayAmountUnit unit)
{
  double shown = bound / unit.size;
  int decimals = 0;

  while (decimals < 2 && fabs (shown - round (shown * pow (10, decimals)) / pow (10, decimals)) > 1e-9 * fabs (shown))
    decimals++;
  return outlay_amount_format_in (bound, unit, decimals);
}

/* Whether a target is about a year of the whole that the chart shows. */
static gboolean
is_promise (const OutlayChartSource *source, OutlayNode *target)
{
  g_autofree char *series = outlay_plan_resolve_string (source->plan, source->scenario, target, "series");
  g_autofree char *measure = outlay_plan_resolve_string (source->plan, source->scenario, target, "measure");
  g_autofree char *initiative = outlay_plan_resolve_string (source->plan, source->scenario, target, "initiative");

  return series != NULL && initiative == NULL && outlay_series_from_name (series) == (int) source->chart->series &&
         g_strcmp0 (measure, outlay_words_MEASURE[OUTLAY_MEASURE_TOTAL]) != 0;
}

void
outlay_promises_request (OutlayRequest *request)
{
  request->plan_series |= OUTLAY_BIT (OUTLAY_SERIES_REVENUE) | OUTLAY_BIT (OUTLAY_SERIES_OWN_USE);
  request->plan_indicators |= OUTLAY_BIT (OUTLAY_INDICATOR_DESIGN_YEAR);
}

void
outlay_promises_add (OutlayScene *scene, const OutlayChartSource *source)
{
  GListModel *targets = outlay_plan_get_targets (source->plan);

  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      if (!is_promise (source, OUTLAY_NODE (target)))
        continue;
      outlay_projection_target (source->projection, source->plan, target, &state);
      /* The words follow when the unit is known; until then the label says which way the bound goes. */
      outlay_scene_add_rule (scene, state.bound, state.at_least ? C_ ("target", "promised %s") : C_ ("target", "at most %s"));
    }
}

void
outlay_promises_write (OutlayScene *scene, OutlayAmountUnit unit)
{
  for (guint r = 0; r < scene->rules->len; r++)
    {
      OutlayRule *rule = &g_array_index (scene->rules, OutlayRule, r);
      g_autofree char *bound = write_bound (rule->value, unit), *pattern = g_steal_pointer (&rule->label);
      g_autoptr (GString) label = g_string_new (pattern);

      g_string_replace (label, "%s", bound, 1);
      rule->label = g_string_free_and_steal (g_steal_pointer (&label));
    }
}
