/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/bridge-job.h"

/* Sampled bridges are the same whenever nothing else is different. */
#define SEED 1

static void
job_free (gpointer data)
{
  OutlayBridgeJob *job = data;

  g_clear_pointer (&job->bridge, outlay_bridge_free);
  g_clear_object (&job->from);
  g_clear_object (&job->to);
  g_free (job);
}

static void
progress_cb (double fraction, gpointer data)
{
  g_atomic_int_set (&((OutlayBridgeJob *) data)->permille, (int) (fraction * 1000));
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  OutlayBridgeJob *job = data;
  GError *error = NULL;

  if (outlay_bridge_run (job->bridge, progress_cb, job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

GTask *
outlay_bridge_job_start (gpointer source, OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences,
                         const OutlayOutcome *outcome, GAsyncReadyCallback callback)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GTask *task = g_task_new (source, cancellable, callback, NULL);
  OutlayBridgeJob *job = g_new0 (OutlayBridgeJob, 1);

  g_set_object (&job->from, outlay_model_scenario (from));
  g_set_object (&job->to, outlay_model_scenario (to));
  job->outcome = *outcome;
  job->bridge = outlay_bridge_prepare (plan, from, to, differences, outcome, SEED);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
  return task;
}

double
outlay_bridge_job_get_fraction (GTask *task)
{
  OutlayBridgeJob *job = g_task_get_task_data (task);

  return g_atomic_int_get (&job->permille) / 1000.0;
}
