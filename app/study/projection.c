/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/projection.h"

#include <glib/gi18n.h>
#include <math.h>

/* A batch and the projections whose cases are its first lanes. */
typedef struct
{
  OutlayBatch *batch;
  guint n_cases;
} Lanes;

/* A projection is one lane of a batch; the rows that somebody reads are taken out of the lanes when they are read first. */
struct _OutlayProjection
{
  gatomicrefcount references;
  OutlayModel *model;
  OutlayRequest request;
  Lanes *lanes; /* g_atomic_rc_box */
  guint lane;
  GHashTable *rows; /* Row */
};

typedef struct
{
  OutlaySeries series;
  OutlayScope scope;
  double *values;
} Row;

static guint
row_hash (gconstpointer key)
{
  const Row *row = key;

  return (((guint) row->scope.initiative * 67u + (guint) row->scope.phase) * 131u + (guint) row->scope.product) * 61u + row->series;
}

static gboolean
row_equal (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;

  return left->series == right->series && left->scope.initiative == right->scope.initiative && left->scope.phase == right->scope.phase &&
         left->scope.product == right->scope.product;
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->values);
  g_free (row);
}

static Lanes *
lanes_new (const OutlayShape *shape, const OutlayRequest *request, guint n_cases)
{
  Lanes *lanes = g_atomic_rc_box_new (Lanes);

  *lanes = (Lanes) { outlay_batch_new (shape, request), n_cases };
  return lanes;
}

static void
lanes_clear (gpointer data)
{
  outlay_batch_free (((Lanes *) data)->batch);
}

static void
lanes_unref (Lanes *lanes)
{
  g_atomic_rc_box_release_full (lanes, lanes_clear);
}

static const OutlayShape *
shape_of (OutlayProjection *projection)
{
  return outlay_batch_shape (projection->lanes->batch);
}

/* Alone in its batch. */
static void
run (OutlayProjection *projection)
{
  outlay_batch_fill (projection->lanes->batch, outlay_model_numbers (projection->model));
  outlay_batch_run_first (projection->lanes->batch, 1);
}

/* Takes the lanes. */
static OutlayProjection *
projection_new (OutlayModel *model, const OutlayRequest *request, Lanes *lanes, guint lane)
{
  OutlayProjection *projection = g_new0 (OutlayProjection, 1);

  g_atomic_ref_count_init (&projection->references);
  projection->model = outlay_model_ref (model);
  projection->request = *request;
  projection->lanes = lanes;
  projection->lane = lane;
  projection->rows = g_hash_table_new_full (row_hash, row_equal, row_free, NULL);
  return projection;
}

/* The cases of the shape of the first one that has no projection yet, up to a batch full of them. */
static void
project_alike (OutlayModel *const *models, guint n, guint first, const OutlayRequest *request, OutlayProjection **projections)
{
  const OutlayShape *shape = outlay_model_shape (models[first]);
  Lanes *lanes = lanes_new (shape, request, 0);

  outlay_batch_fill (lanes->batch, outlay_model_numbers (models[first]));
  for (guint i = first; i < n && lanes->n_cases < OUTLAY_LANES; i++)
    if (projections[i] == NULL && outlay_shape_equal (shape, outlay_model_shape (models[i])))
      {
        outlay_batch_set_case (lanes->batch, lanes->n_cases, outlay_model_numbers (models[i]));
        projections[i] = projection_new (models[i], request, g_atomic_rc_box_acquire (lanes), lanes->n_cases++);
      }
  outlay_batch_run_first (lanes->batch, lanes->n_cases);
  lanes_unref (lanes);
}

/**
 * outlay_projection_new:
 * @model: the case
 * @request: what will be read from the projection
 *
 * Computes a case. A projection belongs to one thread.
 *
 * Returns: (transfer full): the results
 */
OutlayProjection *
outlay_projection_new (OutlayModel *model, const OutlayRequest *request)
{
  OutlayProjection *projection = projection_new (model, request, lanes_new (outlay_model_shape (model), request, 1), 0);

  run (projection);
  return projection;
}

/**
 * outlay_projection_new_cases:
 * @models: (array length=n): the cases
 * @n: how many
 * @request: what will be read from the projections
 * @projections: (out caller-allocates) (array length=n): the results, one for each case
 *
 * Computes several cases, of a plan's scenarios for instance, at little more than the cost of one: those of one shape are lanes of one batch.
 */
void
outlay_projection_new_cases (OutlayModel *const *models, guint n, const OutlayRequest *request, OutlayProjection **projections)
{
  for (guint i = 0; i < n; i++)
    projections[i] = NULL;
  for (guint i = 0; i < n; i++)
    if (projections[i] == NULL)
      project_alike (models, n, i, request, projections);
}

/**
 * outlay_projection_update:
 * @projection: a projection that nobody else holds
 * @model: another case
 *
 * Computes another case in the same memory, so that a drag allocates nothing; one of several cases first leaves the others' batch. What was read from the projection before is void.
 *
 * Returns: %FALSE where the new case has another shape; the projection is then as it was
 */
gboolean
outlay_projection_update (OutlayProjection *projection, OutlayModel *model)
{
  if (!outlay_shape_equal (shape_of (projection), outlay_model_shape (model)))
    return FALSE;
  outlay_model_ref (model);
  outlay_model_unref (projection->model);
  projection->model = model;
  if (projection->lanes->n_cases > 1)
    {
      Lanes *shared = g_steal_pointer (&projection->lanes);

      projection->lanes = lanes_new (outlay_model_shape (model), &projection->request, 1);
      projection->lane = 0;
      lanes_unref (shared);
    }
  g_hash_table_remove_all (projection->rows);
  run (projection);
  return TRUE;
}

OutlayProjection *
outlay_projection_ref (OutlayProjection *projection)
{
  g_atomic_ref_count_inc (&projection->references);
  return projection;
}

void
outlay_projection_unref (OutlayProjection *projection)
{
  if (!g_atomic_ref_count_dec (&projection->references))
    return;
  g_hash_table_unref (projection->rows);
  lanes_unref (projection->lanes);
  outlay_model_unref (projection->model);
  g_free (projection);
}

OutlayModel *
outlay_projection_model (OutlayProjection *projection)
{
  return projection->model;
}

/**
 * outlay_projection_batch:
 * @projection: a projection
 * @lane: (out): its lane
 *
 * Returns: (transfer none): the batch that it is computed in
 */
OutlayBatch *
outlay_projection_batch (OutlayProjection *projection, guint *lane)
{
  *lane = projection->lane;
  return projection->lanes->batch;
}

guint
outlay_projection_years (OutlayProjection *projection)
{
  return shape_of (projection)->n_years;
}

int
outlay_projection_first_year (OutlayProjection *projection)
{
  return (int) outlay_model_numbers (projection->model)[outlay_shape_plan (shape_of (projection), OUTLAY_PLAN_FIRST_YEAR)];
}

/**
 * outlay_projection_series:
 * @projection: a projection
 * @series: a yearly series
 * @scope: where in the plan
 *
 * Returns: (nullable) (transfer none): a value for each year, %NAN for null; %NULL where the series was not asked for or does not exist there
 */
const double *
outlay_projection_series (OutlayProjection *projection, OutlaySeries series, OutlayScope scope)
{
  const Row wanted = { series, scope, NULL };
  Row *row = g_hash_table_lookup (projection->rows, &wanted);
  const double *lanes;

  if (row != NULL)
    return row->values;
  lanes = outlay_batch_series (projection->lanes->batch, series, scope);
  if (lanes == NULL)
    return NULL;
  row = g_new (Row, 1);
  *row = (Row) { series, scope, g_new (double, shape_of (projection)->n_years) };
  for (guint t = 0; t < shape_of (projection)->n_years; t++)
    row->values[t] = lanes[t * OUTLAY_LANES + projection->lane];
  g_hash_table_add (projection->rows, row);
  return row->values;
}

/**
 * outlay_projection_indicator:
 * @projection: a projection
 * @indicator: an indicator that was asked for
 * @initiative: the initiative's position, or −1 for the plan
 *
 * Returns: its value; %NAN for null and for an IRR that is not unique
 */
double
outlay_projection_indicator (OutlayProjection *projection, OutlayIndicator indicator, int initiative)
{
  const double *lanes = outlay_batch_indicator (projection->lanes->batch, indicator, initiative);

  return lanes != NULL ? lanes[projection->lane] : NAN;
}

/**
 * outlay_projection_irr_roots:
 * @projection: a projection
 * @irr: any indicator
 * @initiative: the initiative's position, or −1 for the plan
 * @n_roots: (out): how many there are; 0 where the indicator is no IRR
 *
 * Returns: (nullable) (transfer none): every rate of return, ascending
 */
const double *
outlay_projection_irr_roots (OutlayProjection *projection, OutlayIndicator irr, int initiative, guint *n_roots)
{
  *n_roots = 0;
  if (irr != OUTLAY_INDICATOR_IRR_BEFORE_TAX && irr != OUTLAY_INDICATOR_IRR_AFTER_TAX && irr != OUTLAY_INDICATOR_IRR_EQUITY)
    return NULL;
  return outlay_batch_irr_roots (projection->lanes->batch, irr, initiative, projection->lane, n_roots);
}

double
outlay_projection_imbalance (OutlayProjection *projection)
{
  const double *lanes = outlay_batch_imbalance (projection->lanes->batch);

  return lanes != NULL ? lanes[projection->lane] : 0;
}
