/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/batch.h"
#include "plan/model.h"

/**
 * OutlayProjection:
 *
 * The results of one case, each series a plain array of n_years doubles: what the window, the charts, the statements and the command line read.
 * Immutable; reference counted. NaN is the model's null.
 */
typedef struct _OutlayProjection OutlayProjection;

OutlayProjection *outlay_projection_new (OutlayModel *model, const OutlayRequest *request);
OutlayProjection *outlay_projection_ref (OutlayProjection *projection);
void outlay_projection_unref (OutlayProjection *projection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayProjection, outlay_projection_unref)

guint outlay_projection_years (OutlayProjection *projection);
int outlay_projection_first_year (OutlayProjection *projection);
/* n_years doubles, or NULL where it was not asked for or does not exist there. */
const double *outlay_projection_series (OutlayProjection *projection, OutlaySeries series, OutlayScope scope);
double outlay_projection_indicator (OutlayProjection *projection, OutlayIndicator indicator, int initiative);
const double *outlay_projection_irr_roots (OutlayProjection *projection, OutlayIndicator irr, int initiative, guint *n_roots);
double outlay_projection_imbalance (OutlayProjection *projection);
OutlayModel *outlay_projection_model (OutlayProjection *projection);

typedef enum
{
  OUTLAY_MEASURE_DESIGN_YEAR,
  OUTLAY_MEASURE_MEAN,
  OUTLAY_MEASURE_PEAK,
  OUTLAY_MEASURE_TOTAL,
} OutlayMeasure;

/* model.md §10 “measure”; needs the series, revenue, own-use and the design year of the scope among what was asked for. NaN: null. */
double outlay_projection_measure (OutlayProjection *projection, OutlaySeries series, OutlayMeasure measure, OutlayScope scope);

/* The value of a target, its bound and whether it is met under the projection's plan. */
typedef struct
{
  double value; /* NaN: null */
  double bound;
  gboolean at_least;
  gboolean met;
} OutlayTargetState;
void outlay_projection_target (OutlayProjection *projection, OutlayPlan *plan, OutlayTarget *target, OutlayTargetState *state);

/* The contribution to a public figure: the measure, and its share in the figure; NaN for null. FALSE where the figure names no series. */
gboolean outlay_projection_figure (OutlayProjection *projection, OutlayPlan *plan, OutlayFigure *figure, double *value, double *share);

/* Adds what the targets and the region's figures of a plan read. */
void outlay_request_add_measures (OutlayRequest *request, OutlayPlan *plan);

/* Sentences about what a planner should know: a phase with money that completes after the last year, an IRR that is not unique … */
GPtrArray *outlay_projection_warnings (OutlayProjection *projection, OutlayPlan *plan);
