/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/comparison.h"

#include <math.h>

/* Numbers times years of all cases: on the slowest of today's laptops some four milliseconds, a quarter of a frame. */
#define LIGHT 1500000

struct _OutlayComparison
{
  OutlayPlan *plan; /* not owned, and not looked at by a run */
  OutlayRequest request;
  GPtrArray *models;
  GPtrArray *projections; /* one for each model once it has run */
};

/* --- results --- */

static void
make_request (OutlayComparison *comparison, const OutlayRequest *more)
{
  static const OutlaySeries series[] = { OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SERIES_REVENUE, OUTLAY_SERIES_TAX };
  OutlayRequest *request = &comparison->request;

  if (more != NULL)
    *request = *more;
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    outlay_request_add_outcome (request, &(OutlayOutcome) { -1, (int) series[i], OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN });
  for (guint i = 0; i < comparison->models->len; i++)
    outlay_request_add_measures (request, comparison->plan, outlay_model_scenario (comparison->models->pdata[i]));
  request->plan_indicators |= OUTLAY_ALL_INDICATORS;
}

/**
 * outlay_comparison_prepare:
 * @plan: a plan without faults
 * @models: (array length=n): scenarios of it as they are now, which nobody changes any more
 * @n: how many
 * @more: (nullable): what else will be read from the projections
 *
 * Finds out what the scenarios will be asked for, and computes nothing.
 *
 * Returns: (transfer full): a comparison to run
 */
OutlayComparison *
outlay_comparison_prepare (OutlayPlan *plan, OutlayModel *const *models, guint n, const OutlayRequest *more)
{
  OutlayComparison *comparison = g_new0 (OutlayComparison, 1);

  comparison->plan = plan;
  comparison->models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  comparison->projections = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_projection_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (comparison->models, outlay_model_ref (models[i]));
  make_request (comparison, more);
  return comparison;
}

/**
 * outlay_comparison_is_light:
 * @comparison: a prepared comparison
 *
 * Returns: whether a run takes so little time that nothing is won by another thread
 */
gboolean
outlay_comparison_is_light (OutlayComparison *comparison)
{
  gsize weight = 0;

  for (guint i = 0; i < comparison->models->len; i++)
    {
      const OutlayShape *shape = outlay_model_shape (comparison->models->pdata[i]);

      weight += shape->n_numbers * shape->n_years;
    }
  return weight <= LIGHT;
}

/**
 * outlay_comparison_run:
 * @comparison: a prepared comparison
 * @cancellable: (nullable): ends it between two scenarios
 *
 * Computes the scenarios. Reads the models alone, so it may run in any thread, and the results then be read in another.
 *
 * Returns: whether there are results; %FALSE where it was cancelled
 */
gboolean
outlay_comparison_run (OutlayComparison *comparison, GCancellable *cancellable)
{
  for (guint i = comparison->projections->len; i < comparison->models->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      g_ptr_array_add (comparison->projections, outlay_projection_new (comparison->models->pdata[i], &comparison->request));
    }
  return TRUE;
}

/**
 * outlay_comparison_new:
 * @plan: a plan without faults
 * @scenarios: (array length=n): scenarios of it; %NULL among them is the plan itself
 * @n: how many
 * @more: (nullable): what else will be read from the projections
 *
 * Computes the scenarios. The comparison keeps the results of this moment and does not follow later edits; the plan must outlive it.
 *
 * Returns: (transfer full): the comparison
 */
OutlayComparison *
outlay_comparison_new (OutlayPlan *plan, OutlayScenario *const *scenarios, guint n, const OutlayRequest *more)
{
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  OutlayComparison *comparison;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (models, outlay_model_new (plan, scenarios[i]));
  comparison = outlay_comparison_prepare (plan, (OutlayModel *const *) models->pdata, n, more);
  outlay_comparison_run (comparison, NULL);
  return comparison;
}

void
outlay_comparison_free (OutlayComparison *comparison)
{
  g_ptr_array_unref (comparison->projections);
  g_ptr_array_unref (comparison->models);
  g_free (comparison);
}

guint
outlay_comparison_n_scenarios (OutlayComparison *comparison)
{
  return comparison->models->len;
}

OutlayScenario *
outlay_comparison_scenario (OutlayComparison *comparison, guint scenario)
{
  g_return_val_if_fail (scenario < comparison->models->len, NULL);
  return outlay_model_scenario (comparison->models->pdata[scenario]);
}

OutlayProjection *
outlay_comparison_projection (OutlayComparison *comparison, guint scenario)
{
  g_return_val_if_fail (scenario < comparison->projections->len, NULL);
  return comparison->projections->pdata[scenario];
}

double
outlay_comparison_value (OutlayComparison *comparison, guint scenario, const OutlayOutcome *outcome)
{
  g_return_val_if_fail (scenario < comparison->projections->len, NAN);
  return outlay_projection_outcome (comparison->projections->pdata[scenario], outcome);
}

/**
 * outlay_comparison_targets_met:
 * @comparison: a comparison
 * @scenario: from 0
 * @n_targets: (out): how many targets the plan has
 *
 * Returns: how many of them the scenario meets
 */
guint
outlay_comparison_targets_met (OutlayComparison *comparison, guint scenario, guint *n_targets)
{
  GListModel *targets = outlay_plan_get_targets (comparison->plan);
  guint met = 0;

  g_return_val_if_fail (scenario < comparison->projections->len, 0);
  *n_targets = g_list_model_get_n_items (targets);
  for (guint n = 0; n < *n_targets; n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      outlay_projection_target (comparison->projections->pdata[scenario], comparison->plan, target, &state);
      met += state.met;
    }
  return met;
}
