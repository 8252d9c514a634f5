/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-results.h"

#include "chart/charts.h"
#include "plan/cases.h"

struct _OutlayCompareResults
{
  OutlayDocument *document;
  OutlayCompareResultsFunc func;
  gpointer data;
  GPtrArray *chosen;
  OutlayCases *cases;
  OutlayComparison *comparison; /* NULL: to be computed */
  GPtrArray *differences;       /* NULL: to be found */
  GTask *task;                  /* that computes */
  gboolean outdated;            /* it computes what nobody wants any more */
};

/* results: NULL when they are gone; only the main thread looks at it. */
typedef struct
{
  OutlayCompareResults *results;
  OutlayComparison *comparison;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->comparison, outlay_comparison_free);
  g_free (job);
}

static OutlayScenario *const *
get_scenarios (OutlayCompareResults *self)
{
  return (OutlayScenario *const *) self->chosen->pdata;
}

static OutlayComparison *
prepare (OutlayCompareResults *self)
{
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  OutlayRequest charts = { 0 };

  for (guint n = 0; n < outlay_chart_count (); n++)
    if (outlay_chart_compares (outlay_chart_nth (n)))
      outlay_chart_request (outlay_chart_nth (n), &charts);
  for (guint s = 0; s < self->chosen->len; s++)
    g_ptr_array_add (models, outlay_compare_results_get_model (self, get_scenarios (self)[s]));
  outlay_cases_keep (self->cases, get_scenarios (self), self->chosen->len);
  return outlay_comparison_prepare (outlay_document_get_plan (self->document), (OutlayModel *const *) models->pdata, models->len, &charts);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  outlay_comparison_run (((Job *) data)->comparison, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
finished_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  OutlayCompareResults *self = job->results;

  if (self == NULL)
    return;
  g_clear_object (&self->task);
  if (!self->outdated)
    self->comparison = g_steal_pointer (&job->comparison);
  self->outdated = FALSE;
  if (outlay_compare_results_compute (self))
    self->func (self->data);
}

/* Takes the comparison over. */
static void
start (OutlayCompareResults *self, OutlayComparison *comparison)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job = g_new0 (Job, 1);

  job->results = self;
  job->comparison = comparison;
  self->task = g_task_new (NULL, cancellable, finished_cb, NULL);
  g_task_set_task_data (self->task, job, job_free);
  g_task_run_in_thread (self->task, run_thread);
}

OutlayCompareResults *
outlay_compare_results_new (OutlayDocument *document, OutlayCompareResultsFunc func, gpointer data)
{
  OutlayCompareResults *self = g_new0 (OutlayCompareResults, 1);

  self->document = document;
  self->func = func;
  self->data = data;
  self->cases = outlay_cases_new (outlay_document_get_plan (document));
  return self;
}

void
outlay_compare_results_free (OutlayCompareResults *self)
{
  if (self->task != NULL)
    {
      ((Job *) g_task_get_task_data (self->task))->results = NULL;
      g_cancellable_cancel (g_task_get_cancellable (self->task));
    }
  g_clear_object (&self->task);
  g_clear_pointer (&self->comparison, outlay_comparison_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  outlay_cases_free (self->cases);
  g_free (self);
}

void
outlay_compare_results_forget (OutlayCompareResults *self, GPtrArray *chosen)
{
  g_clear_pointer (&self->comparison, outlay_comparison_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_ptr_array_ref (chosen);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  self->chosen = chosen;
  self->outdated = self->task != NULL;
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
}

/* One thread at a time: where one computes what is outdated, the next begins when it has left. */
gboolean
outlay_compare_results_compute (OutlayCompareResults *self)
{
  OutlayComparison *comparison;

  if (self->comparison != NULL || self->task != NULL)
    return self->comparison != NULL;
  comparison = prepare (self);
  if (!outlay_comparison_is_light (comparison))
    {
      start (self, comparison);
      return FALSE;
    }
  outlay_comparison_run (comparison, NULL);
  self->comparison = comparison;
  return TRUE;
}

OutlayComparison *
outlay_compare_results_get_comparison (OutlayCompareResults *self)
{
  return self->comparison;
}

GPtrArray *
outlay_compare_results_get_differences (OutlayCompareResults *self)
{
  if (self->differences == NULL)
    self->differences = outlay_plan_compare (outlay_document_get_plan (self->document), get_scenarios (self), self->chosen->len);
  return self->differences;
}

OutlayModel *
outlay_compare_results_get_model (OutlayCompareResults *self, OutlayScenario *scenario)
{
  outlay_cases_learn (self->cases, outlay_projection_model (outlay_document_get_projection (self->document)));
  return outlay_cases_get (self->cases, scenario);
}
