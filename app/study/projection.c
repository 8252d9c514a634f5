/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/projection.h"

#include <glib/gi18n.h>
#include <math.h>

struct _OutlayProjection
{
  gatomicrefcount references;
  OutlayModel *model;
  OutlayRequest request;
  OutlaySingle *results;
  guint version; /* of the model, when it was computed last */
};

static const OutlayShape *
shape_of (OutlayProjection *projection)
{
  return outlay_single_shape (projection->results);
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
  projection->version = outlay_model_version (model);
  projection->results = outlay_single_new (outlay_model_shape (model), request);
  outlay_single_run (projection->results, outlay_model_numbers (model));
  return projection;
}

/**
 * outlay_projection_update:
 * @projection: a projection that nobody else holds
 * @model: another case, or its own after it has changed
 *
 * Computes another case in the same memory, and of it only what differs. What was read from the projection before is void.
 *
 * Returns: %FALSE where the new case has another shape; the projection is then as it was
 */
gboolean
outlay_projection_update (OutlayProjection *projection, OutlayModel *model)
{
  if (!outlay_shape_equal (shape_of (projection), outlay_model_shape (model)))
    return FALSE;
  if (model == projection->model && projection->version == outlay_model_version (model))
    {
      outlay_single_run_cells (projection->results, outlay_model_numbers (model));
      return TRUE;
    }
  outlay_model_ref (model);
  outlay_model_unref (projection->model);
  projection->model = model;
  projection->version = outlay_model_version (model);
  outlay_single_run (projection->results, outlay_model_numbers (model));
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
  outlay_single_free (projection->results);
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
  return outlay_single_series (projection->results, series, scope);
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
  const double *value = outlay_single_indicator (projection->results, indicator, initiative);

  return value != NULL ? *value : NAN;
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
  return outlay_single_irr_roots (projection->results, irr, initiative, n_roots);
}

double
outlay_projection_imbalance (OutlayProjection *projection)
{
  const double *imbalance = outlay_single_imbalance (projection->results);

  return imbalance != NULL ? *imbalance : 0;
}
