/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/series.h"
#include "engine/shape.h"

/**
 * OUTLAY_LANES:
 *
 * Cases that a batch computes side by side. Every number and every result of a batch is OUTLAY_LANES doubles.
 */
#define OUTLAY_LANES 8

/**
 * OutlayRequest:
 *
 * What a caller wants to know; the engine keeps no more. Series fields are sets of `1ull << OUTLAY_SERIES_…`, indicator
 * fields sets of `1ull << OUTLAY_INDICATOR_…`.
 */
typedef struct
{
  guint64 plan_series;
  guint64 initiative_series;
  guint64 phase_series;
  guint64 cell_series;
  guint64 product_series;
  guint64 plan_indicators;
  guint64 initiative_indicators;
} OutlayRequest;

/* Every series at every level and every indicator. */
extern const OutlayRequest outlay_request_all;

/**
 * OutlayScope:
 *
 * Where in the plan a result belongs: {-1, -1, -1} the plan, {i, -1, -1} an initiative, {-1, p, -1} a phase, {i, p, -1} a cell,
 * {i, -1, j} product j of initiative i, counted inside the initiative.
 */
typedef struct
{
  int initiative;
  int phase;
  int product;
} OutlayScope;

#define OUTLAY_SCOPE_PLAN ((OutlayScope) { -1, -1, -1 })
#define OUTLAY_SCOPE_INITIATIVE(i) ((OutlayScope) { (int) (i), -1, -1 })
#define OUTLAY_SCOPE_PHASE(p) ((OutlayScope) { -1, (int) (p), -1 })
#define OUTLAY_SCOPE_CELL(i, p) ((OutlayScope) { (int) (i), (int) (p), -1 })
#define OUTLAY_SCOPE_PRODUCT(i, j) ((OutlayScope) { (int) (i), -1, (int) (j) })

/* The level that a scope belongs to, and its place among the scopes of that level: cells initiative by initiative, products of all initiatives in one row. */
typedef enum
{
  OUTLAY_LEVEL_NONE, /* the plan has no such scope */
  OUTLAY_LEVEL_PLAN,
  OUTLAY_LEVEL_INITIATIVE,
  OUTLAY_LEVEL_PHASE,
  OUTLAY_LEVEL_CELL,
  OUTLAY_LEVEL_PRODUCT,
} OutlayLevel;

OutlayLevel outlay_scope_find (const OutlayShape *shape, OutlayScope scope, gsize *index);

/**
 * OutlayBatch:
 *
 * OUTLAY_LANES cases of one plan and the memory to compute them. Belongs to one thread; nothing is allocated in a run.
 */
typedef struct _OutlayBatch OutlayBatch;

OutlayBatch *outlay_batch_new (const OutlayShape *shape, const OutlayRequest *request);
void outlay_batch_free (OutlayBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBatch, outlay_batch_free)

const OutlayShape *outlay_batch_shape (const OutlayBatch *batch);

/* numbers: shape->n_numbers doubles. fill lays them into every lane, set_case into one. */
void outlay_batch_fill (OutlayBatch *batch, const double *numbers);
void outlay_batch_set_case (OutlayBatch *batch, guint lane, const double *numbers);
/* The OUTLAY_LANES values of one number, to be written before a run. */
double *outlay_batch_number (OutlayBatch *batch, gsize index);

void outlay_batch_run (OutlayBatch *batch);
/* Only the first n_lanes lanes: the same bits in less time. What the others hold means nothing. */
void outlay_batch_run_first (OutlayBatch *batch, guint n_lanes);

/* n_years rows of OUTLAY_LANES doubles: year t of lane w is [t * OUTLAY_LANES + w]. NaN is the model's null. NULL when it was not requested
 * or does not exist at that scope. Owned by the batch, valid until the next run. */
const double *outlay_batch_series (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope);

/* OUTLAY_LANES doubles, NaN for null; for an IRR with several roots NaN too. initiative −1: the plan. */
const double *outlay_batch_indicator (const OutlayBatch *batch, OutlayIndicator indicator, int initiative);

/* Every root of one of the three IRRs, ascending; owned by the batch. NULL and 0 where there is none. */
const double *outlay_batch_irr_roots (const OutlayBatch *batch, OutlayIndicator irr, int initiative, guint lane, guint *n_roots);

/* Largest |assets − liabilities − equity| of any year and initiative, as a share of the initiative's largest assets: OUTLAY_LANES doubles.
 * At most 1e−9 in every plan. */
const double *outlay_batch_imbalance (const OutlayBatch *batch);
