/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/projection.h"

/* model.md §10 “measure”; needs the series, revenue, own-use and the design year of the scope among what was asked for. NaN: null. */
double outlay_projection_measure (OutlayProjection *projection, OutlaySeries series, OutlayMeasure measure, OutlayScope scope);

/* The value of a target, its bound and whether it is met under the projection's plan. */
typedef struct
{
  double value; /* NaN: null */
  double bound;
  OutlayUnit unit;
  gboolean at_least;
  gboolean met;
} OutlayTargetState;
void outlay_projection_target (OutlayProjection *projection, OutlayPlan *plan, OutlayTarget *target, OutlayTargetState *state);

/* The contribution to a public figure: the measure, and its share in the figure; NaN for null. FALSE where the figure names no series. */
gboolean outlay_projection_figure (OutlayProjection *projection, OutlayPlan *plan, OutlayFigure *figure, double *value, double *share);

/* Adds what the targets and the region's figures of a plan read. */
void outlay_request_add_measures (OutlayRequest *request, OutlayPlan *plan, OutlayScenario *scenario);
