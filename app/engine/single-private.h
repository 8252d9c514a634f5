/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/single.h"
#include "engine/kernel.h"

/* The results of one level: for each series or indicator a row for each scope. */
typedef struct
{
  guint64 members;
  gsize n_scopes;
  gsize n_rows;      /* doubles of a row */
  guint8 places[64]; /* of each member among the members */
  double *values;
} Rows;

/* Threads that compute the blocks of a run: more would wait for memory. */
#define MOST_HANDS 4
/* Doubles of phases' parts that are kept: a tenth of them for the charts by phase of 10,000 initiatives in two phases and 20 years. */
#define MOST_PARTS ((gsize) 1 << 24)
/* Blocks for each hand, with which a thread is worth its start. */
#define LEAST_BLOCKS 8

/* Initiatives with as many products and ramp-up years are computed side by side. */
typedef struct
{
  guint n_products;
  guint n_ramp_ups;
  OutlayBatch *batches[MOST_HANDS]; /* of plans of one such initiative, one for each hand */
} Kind;

struct _OutlaySingle
{
  OutlayShape shape;
  OutlayNeeds needs;
  GArray *kinds;
  guint *kind_of; /* of each initiative */
  guint n_hands;
  OutlayBatch *plan; /* without initiatives: makes the plan's results of the sums */
  gsize n_sums;

  double *numbers; /* of the last run */
  double investment;
  gboolean has_run;
  gboolean *changed;  /* of each block */
  double *block_sums; /* n_sums of each block */
  double *block_gaps; /* of each block, likewise in the books; NaN where one is beyond computing */
  double imbalance;

  Rows plan_series;
  Rows initiatives;
  Rows phases;
  Rows phase_parts; /* of each cell what it adds to its phase, so that phases are summed up anew without computing anew; none where that is too much */
  Rows cells;
  Rows products;
  Rows indicators;
  Rows roots;
  Rows n_roots;
};

static inline double *
outlay_rows_at (const Rows *rows, gsize scope, guint member)
{
  if (!(rows->members >> member & 1))
    return NULL;
  return rows->values + (rows->places[member] * rows->n_scopes + scope) * rows->n_rows;
}

static inline guint
outlay_single_count_blocks (const OutlaySingle *self)
{
  return (self->shape.n_initiatives + OUTLAY_BLOCK - 1) / OUTLAY_BLOCK;
}

/* Whether the sums of phases can only be had by computing every cell again. */
static inline gboolean
outlay_single_sums_in_run (const OutlaySingle *self)
{
  return self->phases.members != self->phase_parts.members;
}

static inline guint
outlay_single_count_in_block (const OutlaySingle *self, guint block)
{
  return MIN (self->shape.n_initiatives - block * OUTLAY_BLOCK, OUTLAY_BLOCK);
}

/* Computes the blocks that have changed and keeps the results and sums of their initiatives, in several threads where they are many (single-run.c). Returns
 * the number of initiatives. */
guint outlay_single_run_blocks (OutlaySingle *self);
/* outlay_single_new() for so many threads at most, from 1 to MOST_HANDS, whatever the processors, and so many doubles at most of phases' parts. */
OutlaySingle *outlay_single_new_within (const OutlayShape *shape, const OutlayRequest *request, guint n_hands, gsize most_parts);
/* Makes the sums of phases of the parts that are kept. */
void outlay_single_sum_phases (OutlaySingle *self);
/* Makes the results of the plan of the sums of the blocks. */
void outlay_single_finish (OutlaySingle *self);
