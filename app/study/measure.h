/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/projection.h"

/* model.md §10 “measure”; needs the series, revenue, own-use and the design year of the scope among what was asked for. NaN: null. */
double outlay_projection_measure (OutlayProjection *projection, OutlaySeries series, OutlayMeasure measure, OutlayScope scope);

/**
 * OutlayOutcome:
 *
 * One number of the results: an indicator, or a measure of a yearly series, of the plan or of one of its parts.
 */
typedef struct
{
  int indicator; /* an OutlayIndicator; −1: a series */
  int series;    /* an OutlaySeries; −1: none */
  OutlayMeasure measure;
  OutlayScope scope; /* of an indicator the plan or an initiative */
} OutlayOutcome;

#define OUTLAY_OUTCOME_INDICATOR(SYMBOL) ((OutlayOutcome) { OUTLAY_INDICATOR_##SYMBOL, -1, OUTLAY_MEASURE_DESIGN_YEAR, { -1, -1, -1 } })
#define OUTLAY_OUTCOME_DESIGN_YEAR(SYMBOL) ((OutlayOutcome) { -1, OUTLAY_SERIES_##SYMBOL, OUTLAY_MEASURE_DESIGN_YEAR, { -1, -1, -1 } })

/* Of the plan: an indicator's name, or that of a series, whose design year is meant. FALSE where there is no such name. */
gboolean outlay_outcome_from_name (const char *name, OutlayOutcome *outcome);
const char *outlay_outcome_name (const OutlayOutcome *outcome);
const char *outlay_outcome_nick (const OutlayOutcome *outcome); /* a msgid */
OutlayUnit outlay_outcome_unit (const OutlayOutcome *outcome);
/* NaN: null. */
double outlay_projection_outcome (OutlayProjection *projection, const OutlayOutcome *outcome);
/* The same of one lane of a batch. */
double outlay_batch_outcome (OutlayBatch *batch, guint lane, const OutlayOutcome *outcome);
/* The set of a request that a series of this scope belongs to. */
guint64 *outlay_request_series (OutlayRequest *request, OutlayScope scope);
/* Adds what an outcome reads. */
void outlay_request_add_outcome (OutlayRequest *request, const OutlayOutcome *outcome);

/* An indicator as people read it, all roots of an IRR that is not unique. initiative −1: the plan; currency: (nullable). (transfer full) */
char *outlay_projection_indicator_text (OutlayProjection *projection, OutlayIndicator indicator, int initiative, const char *currency);

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
