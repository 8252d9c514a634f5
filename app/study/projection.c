/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/projection.h"

#include <glib/gi18n.h>
#include <math.h>

/* A projection is one lane of a batch of its own; the rows that somebody reads are taken out of the lanes when they are read first. */
struct _OutlayProjection
{
  gatomicrefcount references;
  OutlayModel *model;
  OutlayRequest request;
  OutlayBatch *batch;
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

static const OutlayShape *
shape_of (OutlayProjection *projection)
{
  return outlay_batch_shape (projection->batch);
}

static void
run (OutlayProjection *projection)
{
  outlay_batch_fill (projection->batch, outlay_model_numbers (projection->model));
  outlay_batch_run_first (projection->batch, 1);
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
  OutlayProjection *projection = g_new0 (OutlayProjection, 1);

  g_atomic_ref_count_init (&projection->references);
  projection->model = outlay_model_ref (model);
  projection->request = *request;
  projection->batch = outlay_batch_new (outlay_model_shape (model), request);
  projection->rows = g_hash_table_new_full (row_hash, row_equal, row_free, NULL);
  run (projection);
  return projection;
}

/**
 * outlay_projection_update:
 * @projection: a projection that nobody else holds
 * @model: another case
 *
 * Computes another case in the same memory, so that a drag allocates nothing. What was read from the projection before is void.
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
  outlay_batch_free (projection->batch);
  outlay_model_unref (projection->model);
  g_free (projection);
}

OutlayModel *
outlay_projection_model (OutlayProjection *projection)
{
  return projection->model;
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
  lanes = outlay_batch_series (projection->batch, series, scope);
  if (lanes == NULL)
    return NULL;
  row = g_new (Row, 1);
  *row = (Row) { series, scope, g_new (double, shape_of (projection)->n_years) };
  for (guint t = 0; t < shape_of (projection)->n_years; t++)
    row->values[t] = lanes[t * OUTLAY_LANES];
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
  const double *lanes = outlay_batch_indicator (projection->batch, indicator, initiative);

  return lanes != NULL ? lanes[0] : NAN;
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
  return outlay_batch_irr_roots (projection->batch, irr, initiative, 0, n_roots);
}

double
outlay_projection_imbalance (OutlayProjection *projection)
{
  const double *lanes = outlay_batch_imbalance (projection->batch);

  return lanes != NULL ? lanes[0] : 0;
}
