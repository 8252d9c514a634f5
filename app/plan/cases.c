/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/cases.h"

struct _OutlayCases
{
  OutlayPlan *plan;
  GPtrArray *models; /* one for each scenario that was asked for */
};

static gboolean
find (OutlayCases *cases, OutlayScenario *scenario, guint *position)
{
  for (*position = 0; *position < cases->models->len; ++*position)
    if (outlay_model_scenario (cases->models->pdata[*position]) == scenario)
      return TRUE;
  return FALSE;
}

static OutlayModel *
derive (OutlayCases *cases, OutlayScenario *scenario)
{
  for (guint i = 0; i < cases->models->len; i++)
    {
      OutlayModel *model = outlay_model_derive (cases->models->pdata[i], cases->plan, scenario);

      if (model != NULL)
        return model;
    }
  return NULL;
}

/* In place where nobody else reads it. */
static OutlayModel *
bring_up_to_date (OutlayCases *cases, OutlayModel *model)
{
  if (!outlay_model_is_outdated (model, cases->plan) || (!outlay_model_is_shared (model) && outlay_model_update (model, cases->plan)))
    return outlay_model_ref (model);
  return outlay_model_derive (model, cases->plan, outlay_model_scenario (model));
}

/**
 * outlay_cases_new:
 * @plan: a plan without faults
 *
 * Returns: (transfer full): no cases of it yet
 */
OutlayCases *
outlay_cases_new (OutlayPlan *plan)
{
  OutlayCases *cases = g_new0 (OutlayCases, 1);

  cases->plan = g_object_ref (plan);
  cases->models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  return cases;
}

void
outlay_cases_free (OutlayCases *cases)
{
  g_ptr_array_unref (cases->models);
  g_object_unref (cases->plan);
  g_free (cases);
}

/**
 * outlay_cases_get:
 * @cases: the cases of a plan
 * @scenario: (nullable): one of its scenarios, or %NULL for the plan itself
 *
 * Returns: (transfer full): its model; not to be changed
 */
OutlayModel *
outlay_cases_get (OutlayCases *cases, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) model = NULL;
  guint position;

  if (find (cases, scenario, &position))
    {
      model = bring_up_to_date (cases, cases->models->pdata[position]);
      g_ptr_array_remove_index (cases->models, position);
    }
  if (model == NULL)
    model = derive (cases, scenario);
  if (model == NULL)
    model = outlay_model_new (cases->plan, scenario);
  g_ptr_array_insert (cases->models, (int) position, outlay_model_ref (model));
  return g_steal_pointer (&model);
}

/**
 * outlay_cases_learn:
 * @cases: the cases of a plan
 * @model: a model of the plan, which may be changed later
 *
 * Begins with a copy of the model, without cells that were set in it, unless there is something to begin with.
 */
void
outlay_cases_learn (OutlayCases *cases, OutlayModel *model)
{
  OutlayModel *copy;

  if (cases->models->len > 0)
    return;
  copy = outlay_model_derive (model, cases->plan, outlay_model_scenario (model));
  if (copy != NULL)
    g_ptr_array_add (cases->models, copy);
}

/**
 * outlay_cases_keep:
 * @cases: the cases of a plan
 * @scenarios: (array length=n): scenarios; %NULL among them is the plan itself
 * @n: how many
 */
void
outlay_cases_keep (OutlayCases *cases, OutlayScenario *const *scenarios, guint n)
{
  for (guint i = cases->models->len; i-- > 0;)
    {
      OutlayScenario *scenario = outlay_model_scenario (cases->models->pdata[i]);
      gboolean wanted = FALSE;

      for (guint s = 0; s < n; s++)
        wanted = wanted || scenarios[s] == scenario;
      if (!wanted)
        g_ptr_array_remove_index (cases->models, i);
    }
}
