/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/batch.h"

#include "engine/kernel.h"

#include <math.h>
#include <string.h>

/* Cache lines, and the widest vector. */
#define ALIGNMENT (OUTLAY_LANES * sizeof (double))

const OutlayRequest outlay_request_all = {
  .plan_series = G_MAXUINT64,
  .initiative_series = G_MAXUINT64,
  .phase_series = G_MAXUINT64,
  .cell_series = G_MAXUINT64,
  .product_series = G_MAXUINT64,
  .plan_indicators = G_MAXUINT64,
  .initiative_indicators = G_MAXUINT64,
};

extern const OutlayKernel outlay_kernel_baseline;
#ifdef OUTLAY_X86_64_KERNELS
extern const OutlayKernel outlay_kernel_avx2;
extern const OutlayKernel outlay_kernel_avx512;
#endif

static void *
allocate (gsize size)
{
  void *memory = g_aligned_alloc0 ((size + ALIGNMENT - 1) / ALIGNMENT, ALIGNMENT, ALIGNMENT);

  return memory;
}

static OutlayTable
table (guint64 members, gsize n_scopes, gsize n_rows)
{
  OutlayTable new = { .members = members, .n_rows = n_rows };
  gsize n = n_scopes * (gsize) __builtin_popcountll (members) * n_rows;

  new.values = n > 0 ? allocate (n * OUTLAY_LANES * sizeof (double)) : NULL;
  return new;
}

static void
clear_table (OutlayTable *table_)
{
  g_aligned_free (table_->values);
}

static void
allocate_results (OutlayBatch *batch)
{
  const OutlayShape *shape = &batch->shape;
  const OutlayRequest *request = &batch->request;
  const gsize n = shape->n_years;

  batch->plan = table (request->plan_series, 1, n);
  batch->initiatives = table (request->initiative_series, shape->n_initiatives, n);
  batch->phases = table (request->phase_series, shape->n_phases, n);
  batch->cells = table (request->cell_series, (gsize) shape->n_initiatives * shape->n_phases, n);
  batch->products = table (request->product_series, shape->n_products, n);
  batch->plan_indicators = table (request->plan_indicators, 1, 1);
  batch->initiative_indicators = table (request->initiative_indicators, shape->n_initiatives, 1);
  batch->plan_roots = table (request->plan_indicators & OUTLAY_IRR_BITS, 1, n);
  batch->initiative_roots = table (request->initiative_indicators & OUTLAY_IRR_BITS, shape->n_initiatives, n);
  batch->plan_n_roots = table (request->plan_indicators & OUTLAY_IRR_BITS, 1, 1);
  batch->initiative_n_roots = table (request->initiative_indicators & OUTLAY_IRR_BITS, shape->n_initiatives, 1);
  if (batch->needs.books)
    batch->imbalance = allocate (OUTLAY_LANES * sizeof (double));
}

static gboolean
same_kind (const OutlayShape *shape, guint a, guint b)
{
  return shape->first_product[a + 1] - shape->first_product[a] == shape->first_product[b + 1] - shape->first_product[b] &&
         shape->first_ramp_up[a + 1] - shape->first_ramp_up[a] == shape->first_ramp_up[b + 1] - shape->first_ramp_up[b];
}

void
outlay_block_order (const OutlayShape *shape, guint first, guint n, guint *order)
{
  gboolean taken[OUTLAY_BLOCK] = { FALSE };
  guint n_taken = 0;

  for (guint leader = 0; leader < n; leader++)
    for (guint i = leader, wanted = !taken[leader]; wanted && i < n; i++)
      if (!taken[i] && same_kind (shape, first + leader, first + i))
        {
          order[n_taken++] = first + i;
          taken[i] = TRUE;
        }
}

/* What is added to or left out in a run. */
static void
zero (const OutlayTable *table_, gsize n_scopes)
{
  if (table_->values)
    memset (table_->values, 0, n_scopes * (gsize) __builtin_popcountll (table_->members) * table_->n_rows * OUTLAY_LANES * sizeof (double));
}

static void
run (OutlayBatch *batch, const OutlayKernel *kernel, guint n_lanes)
{
  zero (&batch->phases, batch->shape.n_phases);
  zero (&batch->cells, (gsize) batch->shape.n_initiatives * batch->shape.n_phases);
  kernel->run (batch, n_lanes);
}

/*
 * Returns: (array zero-terminated=1): the kernels that this processor can run, the widest first
 */
const OutlayKernel *const *
outlay_kernels (void)
{
  static const OutlayKernel *const all[] = {
#ifdef OUTLAY_X86_64_KERNELS
    &outlay_kernel_avx512,
    &outlay_kernel_avx2,
#endif
    &outlay_kernel_baseline,
    NULL,
  };
  gsize first = 0;

#ifdef OUTLAY_X86_64_KERNELS
  if (!__builtin_cpu_supports ("x86-64-v4"))
    first = __builtin_cpu_supports ("x86-64-v3") ? 1 : 2;
#endif
  return all + first;
}

static OutlayBatch *
create (const OutlayShape *shape, const OutlayRequest *request, const OutlayNeeds *needs, const OutlayKernel *kernel)
{
  OutlayBatch *batch = g_new0 (OutlayBatch, 1);

  outlay_shape_copy (&batch->shape, shape);
  batch->request = outlay_request_possible (request);
  batch->needs = needs != NULL ? *needs : outlay_needs (&batch->request);
  batch->kernel = kernel;
  batch->numbers = allocate (shape->n_numbers * OUTLAY_LANES * sizeof (double));
  allocate_results (batch);
  batch->workspace = allocate (kernel->workspace_size (batch));
  return batch;
}

OutlayBatch *
outlay_batch_new_for_kernel (const OutlayShape *shape, const OutlayRequest *request, const OutlayKernel *kernel)
{
  return create (shape, request, NULL, kernel);
}

OutlayBatch *
outlay_batch_new_part (const OutlayShape *shape, const OutlayRequest *request, const OutlayNeeds *needs)
{
  OutlayBatch *batch = create (shape, request, needs, outlay_kernels ()[0]);

  batch->investment = allocate (OUTLAY_LANES * sizeof (double));
  batch->sums = allocate (outlay_sums_rows (batch) * OUTLAY_LANES * sizeof (double));
  return batch;
}

/**
 * outlay_batch_new:
 * @shape: how many of everything the plan has; copied
 * @request: what to keep; what does not exist at the level where it is asked for is left out
 *
 * Allocates everything that runs will need. Numbers are 0 until they are set.
 *
 * Returns: (transfer full): a batch, which belongs to one thread at a time
 */
OutlayBatch *
outlay_batch_new (const OutlayShape *shape, const OutlayRequest *request)
{
  return outlay_batch_new_for_kernel (shape, request, outlay_kernels ()[0]);
}

/**
 * outlay_batch_free:
 * @batch: (transfer full): a batch
 *
 * Frees the batch and its results.
 */
void
outlay_batch_free (OutlayBatch *batch)
{
  clear_table (&batch->plan);
  clear_table (&batch->initiatives);
  clear_table (&batch->phases);
  clear_table (&batch->cells);
  clear_table (&batch->products);
  clear_table (&batch->plan_indicators);
  clear_table (&batch->initiative_indicators);
  clear_table (&batch->plan_roots);
  clear_table (&batch->initiative_roots);
  clear_table (&batch->plan_n_roots);
  clear_table (&batch->initiative_n_roots);
  g_aligned_free (batch->imbalance);
  g_aligned_free (batch->investment);
  g_aligned_free (batch->sums);
  g_aligned_free (batch->numbers);
  g_aligned_free (batch->workspace);
  outlay_shape_clear (&batch->shape);
  g_free (batch);
}

/**
 * outlay_batch_shape:
 * @batch: a batch
 *
 * Returns: (transfer none): the shape of its cases
 */
const OutlayShape *
outlay_batch_shape (const OutlayBatch *batch)
{
  return &batch->shape;
}

/**
 * outlay_batch_fill:
 * @batch: a batch
 * @numbers: the numbers of a case, as many as the shape says
 *
 * Lays the case into every lane.
 */
void
outlay_batch_fill (OutlayBatch *batch, const double *numbers)
{
  for (gsize n = 0; n < batch->shape.n_numbers; n++)
    for (gsize lane = 0; lane < OUTLAY_LANES; lane++)
      batch->numbers[n * OUTLAY_LANES + lane] = numbers[n];
}

/**
 * outlay_batch_set_case:
 * @batch: a batch
 * @lane: 0 … OUTLAY_LANES − 1
 * @numbers: the numbers of a case, as many as the shape says
 *
 * Lays the case into one lane.
 */
void
outlay_batch_set_case (OutlayBatch *batch, guint lane, const double *numbers)
{
  for (gsize n = 0; n < batch->shape.n_numbers; n++)
    batch->numbers[n * OUTLAY_LANES + lane] = numbers[n];
}

/**
 * outlay_batch_number:
 * @batch: a batch
 * @index: place of a number, from the shape
 *
 * Returns: (transfer none) (array fixed-size=8): the number in every lane, to be written before a run
 */
double *
outlay_batch_number (OutlayBatch *batch, gsize index)
{
  return batch->numbers + index * OUTLAY_LANES;
}

/**
 * outlay_batch_run:
 * @batch: a batch
 *
 * Computes every lane. A case has the same bits whatever its lane and whatever the other lanes hold. The number of years is the
 * shape's; every other number may differ from lane to lane.
 */
void
outlay_batch_run (OutlayBatch *batch)
{
  run (batch, batch->kernel, OUTLAY_LANES);
}

/**
 * outlay_batch_run_first:
 * @batch: a batch
 * @n_lanes: 1 … OUTLAY_LANES
 *
 * Computes the first @n_lanes lanes, to the bits of outlay_batch_run(), in less time where they are few. The results of the other
 * lanes mean nothing.
 */
void
outlay_batch_run_first (OutlayBatch *batch, guint n_lanes)
{
  const OutlayKernel *narrowest = batch->kernel;

  for (const OutlayKernel *const *kernel = outlay_kernels (); *kernel; kernel++)
    if ((*kernel)->lane_width >= n_lanes && (*kernel)->lane_width < narrowest->lane_width)
      narrowest = *kernel;
  run (batch, narrowest, n_lanes);
}

/**
 * outlay_scope_find:
 * @shape: a shape
 * @scope: where in a plan of that shape
 * @index: (out): the place of the scope among those of its level
 *
 * Returns: the level; %OUTLAY_LEVEL_NONE where the plan has no such scope
 */
OutlayLevel
outlay_scope_find (const OutlayShape *shape, OutlayScope scope, gsize *index)
{
  const gboolean of_initiative = scope.initiative >= 0, of_phase = scope.phase >= 0;

  *index = 0;
  if (scope.initiative >= (int) shape->n_initiatives || scope.phase >= (int) shape->n_phases || (scope.product >= 0 && (!of_initiative || of_phase)))
    return OUTLAY_LEVEL_NONE;
  if (scope.product >= 0)
    {
      *index = (gsize) shape->first_product[scope.initiative] + (guint) scope.product;
      return *index < shape->first_product[scope.initiative + 1] ? OUTLAY_LEVEL_PRODUCT : OUTLAY_LEVEL_NONE;
    }
  if (of_initiative && of_phase)
    *index = (gsize) scope.initiative * shape->n_phases + (guint) scope.phase;
  else if (of_initiative || of_phase)
    *index = (gsize) (of_initiative ? scope.initiative : scope.phase);
  return of_initiative && of_phase ? OUTLAY_LEVEL_CELL : of_initiative ? OUTLAY_LEVEL_INITIATIVE : of_phase ? OUTLAY_LEVEL_PHASE : OUTLAY_LEVEL_PLAN;
}

/**
 * outlay_batch_series:
 * @batch: a batch that has run
 * @series: a series
 * @scope: where in the plan
 *
 * Returns: (transfer none) (nullable): a row of OUTLAY_LANES doubles for each year, NaN for null; %NULL when the series was not
 *   requested or does not exist at that scope. Valid until the next run.
 */
const double *
outlay_batch_series (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope)
{
  gsize index;

  switch (outlay_scope_find (&batch->shape, scope, &index))
    {
    case OUTLAY_LEVEL_PLAN: return outlay_table_rows (&batch->plan, index, series);
    case OUTLAY_LEVEL_INITIATIVE: return outlay_table_rows (&batch->initiatives, index, series);
    case OUTLAY_LEVEL_PHASE: return outlay_table_rows (&batch->phases, index, series);
    case OUTLAY_LEVEL_CELL: return outlay_table_rows (&batch->cells, index, series);
    case OUTLAY_LEVEL_PRODUCT: return outlay_table_rows (&batch->products, index, series);
    case OUTLAY_LEVEL_NONE:
    default: return NULL;
    }
}

/**
 * outlay_batch_indicator:
 * @batch: a batch that has run
 * @indicator: an indicator
 * @initiative: an initiative, −1 for the plan
 *
 * Returns: (transfer none) (nullable): OUTLAY_LANES doubles, NaN for null and for an IRR with several roots; %NULL when the
 *   indicator was not requested. Valid until the next run.
 */
const double *
outlay_batch_indicator (const OutlayBatch *batch, OutlayIndicator indicator, int initiative)
{
  if (initiative >= (int) batch->shape.n_initiatives)
    return NULL;
  return initiative < 0 ? outlay_table_rows (&batch->plan_indicators, 0, indicator)
                        : outlay_table_rows (&batch->initiative_indicators, (gsize) initiative, indicator);
}

/**
 * outlay_batch_irr_roots:
 * @batch: a batch that has run
 * @irr: one of the three IRRs
 * @initiative: an initiative, −1 for the plan
 * @lane: 0 … OUTLAY_LANES − 1
 * @n_roots: (out): the number of roots
 *
 * Returns: (transfer none) (nullable) (array length=n_roots): every root, ascending; %NULL where there is none or the IRR was not
 *   requested. Valid until the next run.
 */
const double *
outlay_batch_irr_roots (const OutlayBatch *batch, OutlayIndicator irr, int initiative, guint lane, guint *n_roots)
{
  const OutlayTable *roots = initiative < 0 ? &batch->plan_roots : &batch->initiative_roots;
  const OutlayTable *counts = initiative < 0 ? &batch->plan_n_roots : &batch->initiative_n_roots;
  const gsize scope = (gsize) MAX (initiative, 0);
  const double *count;

  *n_roots = 0;
  if (initiative >= (int) batch->shape.n_initiatives)
    return NULL;
  count = outlay_table_rows (counts, scope, irr);
  if (count == NULL || count[lane] == 0)
    return NULL;
  *n_roots = (guint) count[lane];
  return outlay_table_rows (roots, scope, irr) + (gsize) lane * batch->shape.n_years;
}

/**
 * outlay_batch_imbalance:
 * @batch: a batch that has run
 *
 * The engine's own proof: the largest |assets − liabilities − equity| of any year and initiative, as a share of the initiative's
 * largest assets. At most 1e−9 in every plan.
 *
 * Returns: (transfer none) (nullable) (array fixed-size=8): OUTLAY_LANES doubles, NaN where a number is beyond computing; %NULL when
 *   nothing was requested that stands in the books. Valid until the next run.
 */
const double *
outlay_batch_imbalance (const OutlayBatch *batch)
{
  return batch->imbalance;
}
