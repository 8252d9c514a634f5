/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/assumption-influence.h"

#include "plan/cases.h"

enum
{
  WEIGHED,
  N_SIGNALS,
};

/* What a thread computes for. */
typedef struct
{
  OutlayInfluenceStudy *study;
  GPtrArray *rows;
  GArray *cells; /* guint: of each number of the study its row · MOST_CELLS + its cell */
} Job;

#define MOST_CELLS 64

struct _OutlayAssumptionInfluence
{
  GObject parent_instance;

  OutlayDocument *document;
  OutlayCases *cases;
  GTask *task; /* (nullable): under way */
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayAssumptionInfluence, outlay_assumption_influence, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->study, outlay_influence_study_free);
  g_ptr_array_unref (job->rows);
  g_array_unref (job->cells);
  g_free (job);
}

/* A row whose object has left the plan while it was in sight. */
static gboolean
is_there (OutlayAssumptionRow *row)
{
  return OUTLAY_IS_PLAN (row->node) || outlay_node_get_parent (row->node) != NULL;
}

static void
add_cells (Job *job, GArray *parameters, guint r)
{
  OutlayAssumptionRow *row = g_ptr_array_index (job->rows, r);

  if (!is_there (row))
    return;
  for (guint n = 0; n < MIN (row->cells->len, MOST_CELLS); n++)
    {
      const guint cell = r * MOST_CELLS + n;

      g_array_append_val (parameters, outlay_assumption_row_nth (row, n)->parameter);
      g_array_append_val (job->cells, cell);
    }
}

static OutlayModel *
take_model (OutlayAssumptionInfluence *self)
{
  OutlayScenario *scenario = outlay_document_get_scenario (self->document);

  if (self->cases == NULL)
    {
      self->cases = outlay_cases_new (outlay_document_get_plan (self->document));
      outlay_cases_learn (self->cases, outlay_projection_model (outlay_document_get_projection (self->document)));
    }
  outlay_cases_keep (self->cases, &scenario, 1);
  return outlay_cases_get (self->cases, scenario);
}

static Job *
job_new (OutlayAssumptionInfluence *self, GPtrArray *rows)
{
  Job *job = g_new0 (Job, 1);
  g_autoptr (GArray) parameters = g_array_new (FALSE, FALSE, sizeof (OutlayParameter));
  g_autoptr (OutlayModel) model = take_model (self);

  job->rows = rows;
  job->cells = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint r = 0; r < rows->len; r++)
    add_cells (job, parameters, r);
  job->study = outlay_influence_study_new (model, (const OutlayParameter *) (gpointer) parameters->data, parameters->len);
  return job;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, outlay_influence_study_run (((Job *) data)->study, cancellable));
}

static void
lay (const Job *job)
{
  for (guint n = 0; n < job->cells->len; n++)
    {
      const guint cell = g_array_index (job->cells, guint, n);
      OutlayAssumptionRow *row = g_ptr_array_index (job->rows, cell / MOST_CELLS);

      if (cell % MOST_CELLS >= row->cells->len)
        continue;
      outlay_assumption_row_nth (row, cell % MOST_CELLS)->influence = *outlay_influence_study_get (job->study, n);
      outlay_assumption_row_nth (row, cell % MOST_CELLS)->weighed = TRUE;
    }
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  OutlayAssumptionInfluence *self = OUTLAY_ASSUMPTION_INFLUENCE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));

  /* A task that was given up says so by an error. */
  if (self->task != G_TASK (result) || !g_task_propagate_boolean (G_TASK (result), NULL))
    return;
  g_clear_object (&self->task);
  lay (job);
  g_signal_emit (self, signals[WEIGHED], 0);
}

static void
outlay_assumption_influence_dispose (GObject *object)
{
  OutlayAssumptionInfluence *self = OUTLAY_ASSUMPTION_INFLUENCE (object);

  outlay_assumption_influence_stop (self);
  g_clear_pointer (&self->cases, outlay_cases_free);
  G_OBJECT_CLASS (outlay_assumption_influence_parent_class)->dispose (object);
}

static void
outlay_assumption_influence_class_init (OutlayAssumptionInfluenceClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_assumption_influence_dispose;
  signals[WEIGHED] = g_signal_new ("weighed", OUTLAY_TYPE_ASSUMPTION_INFLUENCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_assumption_influence_init (OutlayAssumptionInfluence *self)
{
}

OutlayAssumptionInfluence *
outlay_assumption_influence_new (OutlayDocument *document)
{
  OutlayAssumptionInfluence *self = g_object_new (OUTLAY_TYPE_ASSUMPTION_INFLUENCE, NULL);

  self->document = document;
  return self;
}

void
outlay_assumption_influence_weigh (OutlayAssumptionInfluence *self, GPtrArray *rows)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  outlay_assumption_influence_stop (self);
  self->task = g_task_new (self, cancellable, run_cb, NULL);
  g_task_set_task_data (self->task, job_new (self, rows), job_free);
  g_task_run_in_thread (self->task, run_thread);
}

void
outlay_assumption_influence_stop (OutlayAssumptionInfluence *self)
{
  if (self->task != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

gboolean
outlay_assumption_influence_is_busy (OutlayAssumptionInfluence *self)
{
  return self->task != NULL;
}
