/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/*
 * What the batch and the lane code share. The lane code (kernel.c and what it includes) is compiled once for each instruction set;
 * the batch picks the widest that the processor has. Private to the engine and its tests.
 */

#include "engine/needs.h"

#define OUTLAY_IRR_BITS \
  (OUTLAY_INDICATOR_BIT (IRR_BEFORE_TAX) | OUTLAY_INDICATOR_BIT (IRR_AFTER_TAX) | OUTLAY_INDICATOR_BIT (IRR_EQUITY))

/* Results of one level: for each scope of it the members of a set, each n_rows rows of OUTLAY_LANES doubles. */
typedef struct
{
  guint64 members;
  gsize n_rows;
  double *values; /* NULL where the set is empty */
} OutlayTable;

typedef struct
{
  const char *name;
  guint lane_width;
  gsize (*workspace_size) (const OutlayBatch *batch);
  /* The first n_lanes lanes, and those that share a vector with them. */
  void (*run) (OutlayBatch *batch, guint n_lanes);
  /* The root of flows whose sign changes once, each flow OUTLAY_LANES doubles; NaN where it was not found. scratch: 3 n rows of
   * OUTLAY_LANES doubles, aligned like a batch's. */
  void (*irr) (const double *flows, guint n, double *scratch, double *roots);
} OutlayKernel;

struct _OutlayBatch
{
  OutlayShape shape;
  OutlayRequest request;
  OutlayNeeds needs;
  const OutlayKernel *kernel;

  double *numbers; /* [n_numbers][OUTLAY_LANES] */

  OutlayTable plan;
  OutlayTable initiatives;
  OutlayTable phases;
  OutlayTable cells; /* of initiative i in phase p: scope i · n_phases + p */
  OutlayTable products;
  OutlayTable plan_indicators;
  OutlayTable initiative_indicators;
  OutlayTable plan_roots; /* n_years rows for each IRR, as many filled as n_roots says */
  OutlayTable initiative_roots;
  OutlayTable plan_n_roots;
  OutlayTable initiative_n_roots;
  double *imbalance; /* NULL where no books are kept */

  /* Of a batch that computes a part of some case (single.c): one initiative in each lane, or what follows from all of them. NULL and FALSE otherwise. */
  double *investment;  /* Σ I over all cells of the case, in every lane */
  double *sums;        /* outlay_sums_rows() rows: the initiative's, or the plan's */
  gboolean given_sums; /* they are the plan's and are read, not written */
  /* The kernel that last ran and left in the workspace what follows from the numbers before the initiatives' (they are the same in every lane of a part);
   * NULL where those have changed since. */
  const OutlayKernel *begun;

  void *workspace;
};

/* Initiatives are summed up in blocks of so many, and the blocks then, so that the sums of a large plan are precise and can be made anew from those of
 * the blocks where little has changed. */
#define OUTLAY_BLOCK 64

/* The initiatives of a block in the order in which they are summed up: those with as many products and ramp-up years follow each other. */
void outlay_block_order (const OutlayShape *shape, guint first, guint n, guint *order);

/* The sums of a scope: the years of each series of needs.sums, the years of REPAYING, then investment, start and ready. */
static inline gsize
outlay_sums_rows (const OutlayBatch *batch)
{
  return ((gsize) __builtin_popcountll (batch->needs.sums) + 1) * batch->shape.n_years + 3;
}

/* The kernels that this processor can run, the widest first, NULL-terminated. */
const OutlayKernel *const *outlay_kernels (void);
OutlayBatch *outlay_batch_new_for_kernel (const OutlayShape *shape, const OutlayRequest *request, const OutlayKernel *kernel);
/* A batch for a part of a case: it is asked for what request says, and computes all that needs of the whole case makes necessary. */
OutlayBatch *outlay_batch_new_part (const OutlayShape *shape, const OutlayRequest *request, const OutlayNeeds *needs);

/* Every root > −1 of any flows by isolation; cashflow.c's door is outlay_irr(). No heap is used: scratch is
 * outlay_irr_scratch (n) doubles. */
gsize outlay_irr_scratch (guint n);
guint outlay_irr_isolate (const double *flows, guint n, double *scratch, double *roots);

static inline gsize
outlay_table_offset (const OutlayTable *table, gsize scope, guint member)
{
  gsize width = (gsize) __builtin_popcountll (table->members);
  gsize place = (gsize) __builtin_popcountll (table->members & ((G_GUINT64_CONSTANT (1) << member) - 1));

  return (scope * width + place) * table->n_rows * OUTLAY_LANES;
}

/* The rows of a member, or NULL where the set lacks it. */
static inline double *
outlay_table_rows (const OutlayTable *table, gsize scope, guint member)
{
  if (!(table->members >> member & 1))
    return NULL;
  return table->values + outlay_table_offset (table, scope, member);
}
