/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A run of a case: the initiatives of a block side by side, and what they sum up to. */

#include "engine/single-private.h"

#include <math.h>
#include <string.h>

/* --- from lanes to rows --- */

static void
take_lane (double *row, const double *lanes, gsize n, guint lane)
{
  for (gsize k = 0; k < n; k++)
    row[k] = lanes[k * OUTLAY_LANES + lane];
}

/* Takes what a batch has of one of its scopes, in one lane. */
static void
take_rows (Rows *rows, gsize scope, const OutlayTable *table, gsize table_scope, guint lane)
{
  for (guint64 left = rows->members; left != 0; left &= left - 1)
    {
      const guint member = (guint) __builtin_ctzll (left);

      take_lane (outlay_rows_at (rows, scope, member), outlay_table_rows (table, table_scope, member), rows->n_rows, lane);
    }
}

static void
add_rows (Rows *rows, gsize scope, const OutlayTable *table, gsize table_scope, guint lane)
{
  for (guint64 left = rows->members; left != 0; left &= left - 1)
    {
      const guint member = (guint) __builtin_ctzll (left);
      const double *lanes = outlay_table_rows (table, table_scope, member) + lane;
      double *row = outlay_rows_at (rows, scope, member);

      for (gsize k = 0; k < rows->n_rows; k++)
        row[k] += lanes[k * OUTLAY_LANES];
    }
}

/* Roots stand one after the other in a lane's stretch (outlay_batch_irr_roots()). */
static void
take_roots (OutlaySingle *self, gsize initiative, const OutlayBatch *batch, guint lane)
{
  for (guint64 left = self->roots.members; left != 0; left &= left - 1)
    {
      const guint irr = (guint) __builtin_ctzll (left);
      guint n;
      const double *roots = outlay_batch_irr_roots (batch, (OutlayIndicator) irr, 0, lane, &n);

      *outlay_rows_at (&self->n_roots, initiative, irr) = n;
      for (guint k = 0; k < n; k++)
        outlay_rows_at (&self->roots, initiative, irr)[k] = roots[k];
    }
}

/* --- initiatives --- */

/* Lays an initiative into a lane, as the only one of its plan. */
static void
put_initiative (const OutlaySingle *self, OutlayBatch *batch, guint lane, guint i)
{
  const OutlayShape *from = &self->shape, *to = &batch->shape;
  double *numbers = batch->numbers + lane;

  for (guint slot = 0; slot < OUTLAY_N_INITIATIVE_PARAMETERS; slot++)
    numbers[outlay_shape_initiative (to, slot, 0) * OUTLAY_LANES] = self->numbers[outlay_shape_initiative (from, slot, i)];
  for (guint slot = 0; slot < OUTLAY_N_PRODUCT_PARAMETERS; slot++)
    for (guint j = 0; j < to->n_products; j++)
      numbers[outlay_shape_product (to, slot, j) * OUTLAY_LANES] = self->numbers[outlay_shape_product (from, slot, from->first_product[i] + j)];
  for (guint p = 0; p < to->n_phases; p++)
    numbers[outlay_shape_cell (to, 0, p) * OUTLAY_LANES] = self->numbers[outlay_shape_cell (from, i, p)];
  for (guint g = 0; g < to->n_ramp_up; g++)
    numbers[outlay_shape_ramp_up (to, 0, g) * OUTLAY_LANES] = self->numbers[outlay_shape_ramp_up (from, i, g)];
}

static void
keep_cells (OutlaySingle *self, const OutlayBatch *batch, guint lane, guint i)
{
  for (guint p = 0; p < self->shape.n_phases; p++)
    {
      take_rows (&self->cells, (gsize) i * self->shape.n_phases + p, &batch->cells, p, lane);
      take_rows (&self->phase_parts, (gsize) i * self->shape.n_phases + p, &batch->cells, p, lane);
      if (outlay_single_sums_in_run (self))
        add_rows (&self->phases, p, &batch->cells, p, lane);
    }
}

static void
keep_initiative (OutlaySingle *self, const OutlayBatch *batch, guint lane, guint i)
{
  const guint first_product = self->shape.first_product[i];

  take_rows (&self->initiatives, i, &batch->initiatives, 0, lane);
  for (guint j = 0; self->products.members && j < batch->shape.n_products; j++)
    take_rows (&self->products, first_product + j, &batch->products, j, lane);
  if (batch->cells.members)
    keep_cells (self, batch, lane, i);
  take_rows (&self->indicators, i, &batch->initiative_indicators, 0, lane);
  take_roots (self, i, batch, lane);
}

/* --- sums --- */

/* The larger of two gaps in the books; a NaN stays. */
static double
larger_gap (double a, double b)
{
  return a != a || b != b ? NAN : MAX (a, b);
}

static inline double
add_row (double sum, const double *row, guint n)
{
  for (guint k = 0; k < n; k++)
    sum += row[k];
  return sum;
}

static inline double
largest (double value, const double *row, guint n)
{
  for (guint k = 0; k < n; k++)
    value = value > row[k] ? value : row[k];
  return value;
}

static inline double
smallest (double value, const double *row, guint n)
{
  for (guint k = 0; k < n; k++)
    value = value < row[k] ? value : row[k];
  return value;
}

/* Adds scopes to a sum, one after the other: of each row so many doubles that stand side by side. The same steps as those of add_sums() in kernel.c. */
static void
add_sums (const OutlaySingle *self, double *sums, const double *scopes, gsize stride, guint n)
{
  const gsize repaying = self->n_sums - 3 - self->shape.n_years, investment = self->n_sums - 3, start = self->n_sums - 2, ready = self->n_sums - 1;

  for (gsize k = 0; k < repaying; k++)
    sums[k] = add_row (sums[k], scopes + k * stride, n);
  for (gsize k = repaying; k < investment; k++)
    sums[k] = largest (sums[k], scopes + k * stride, n);
  sums[investment] = add_row (sums[investment], scopes + investment * stride, n);
  sums[start] = smallest (sums[start], scopes + start * stride, n);
  sums[ready] = largest (sums[ready], scopes + ready * stride, n);
}

static void
clear_sums (const OutlaySingle *self, double *sums)
{
  memset (sums, 0, self->n_sums * sizeof (double));
  sums[self->n_sums - 2] = INFINITY;
  sums[self->n_sums - 1] = -INFINITY;
}

static void
run_together (OutlaySingle *self, guint hand, guint block, const guint *initiatives, guint n)
{
  OutlayBatch *batch = g_array_index (self->kinds, Kind, self->kind_of[initiatives[0]]).batches[hand];

  for (guint lane = 0; lane < n; lane++)
    put_initiative (self, batch, lane, initiatives[lane]);
  outlay_batch_run_first (batch, n);
  for (guint lane = 0; lane < n; lane++)
    keep_initiative (self, batch, lane, initiatives[lane]);
  add_sums (self, self->block_sums + block * self->n_sums, batch->sums, OUTLAY_LANES, n);
  for (guint lane = 0; batch->imbalance && lane < n; lane++)
    self->block_gaps[block] = larger_gap (self->block_gaps[block], batch->imbalance[lane]);
}

static void
run_block (OutlaySingle *self, guint hand, guint block)
{
  const guint first = block * OUTLAY_BLOCK, n = outlay_single_count_in_block (self, block);
  guint order[OUTLAY_BLOCK];

  clear_sums (self, self->block_sums + block * self->n_sums);
  self->block_gaps[block] = 0;
  outlay_block_order (&self->shape, first, n, order);
  for (guint begin = 0, end; begin < n; begin = end)
    {
      for (end = begin + 1; end < n && end < begin + OUTLAY_LANES && self->kind_of[order[end]] == self->kind_of[order[begin]];)
        end++;
      run_together (self, hand, block, order + begin, end - begin);
    }
}

/* --- hands --- */

/* A run that several threads share. One that comes when no block is left touches nothing else, so nobody waits for it, as where the machine is busy. */
typedef struct
{
  gint references; /* atomic, as what the hands count */
  OutlaySingle *self; /* as long as a block is left */
  guint n_blocks;
  gint next_block; /* that no hand has taken yet */
  gint next_hand;
  gint n_done; /* blocks */
  GMutex mutex;
  GCond done;
} Run;

static void
run_unref (Run *run)
{
  if (!g_atomic_int_dec_and_test (&run->references))
    return;
  g_mutex_clear (&run->mutex);
  g_cond_clear (&run->done);
  g_free (run);
}

/* Takes one block after the other. A block's results and sums are its own, so it does not matter who computes it, or when. */
static gpointer
work (gpointer data)
{
  Run *run = data;
  const guint hand = (guint) g_atomic_int_add (&run->next_hand, 1);

  for (guint block; (block = (guint) g_atomic_int_add (&run->next_block, 1)) < run->n_blocks;)
    {
      if (run->self->changed[block])
        run_block (run->self, hand, block);
      if (g_atomic_int_add (&run->n_done, 1) + 1 < (gint) run->n_blocks)
        continue;
      g_mutex_lock (&run->mutex);
      g_cond_signal (&run->done);
      g_mutex_unlock (&run->mutex);
    }
  run_unref (run);
  return NULL;
}

static void
wait_until_done (Run *run)
{
  g_mutex_lock (&run->mutex);
  while (g_atomic_int_get (&run->n_done) < (gint) run->n_blocks)
    g_cond_wait (&run->done, &run->mutex);
  g_mutex_unlock (&run->mutex);
}

/* Where a thread cannot be had the others do its work. */
static void
run_shared (OutlaySingle *self, guint n_hands)
{
  Run *run = g_new0 (Run, 1);

  run->references = 1;
  run->self = self;
  run->n_blocks = outlay_single_count_blocks (self);
  g_mutex_init (&run->mutex);
  g_cond_init (&run->done);
  g_atomic_int_inc (&run->references);
  for (guint hand = 1; hand < n_hands; hand++)
    {
      GThread *thread;

      g_atomic_int_inc (&run->references);
      thread = g_thread_try_new ("compute", work, run, NULL);
      if (thread != NULL)
        g_thread_unref (thread);
      else
        run_unref (run);
    }
  work (run);
  wait_until_done (run);
  run_unref (run);
}

/* Sums of phases that are added up in a run are so over all blocks in their order: by one hand. */
static guint
count_hands (const OutlaySingle *self, guint n_changed)
{
  return outlay_single_sums_in_run (self) ? 1 : CLAMP (n_changed / LEAST_BLOCKS, 1, self->n_hands);
}

guint
outlay_single_run_blocks (OutlaySingle *self)
{
  const guint n_blocks = outlay_single_count_blocks (self);
  guint n_changed = 0, n_computed = 0;

  for (guint block = 0; block < n_blocks; block++)
    if (self->changed[block])
      {
        n_changed++;
        n_computed += outlay_single_count_in_block (self, block);
      }
  if (count_hands (self, n_changed) > 1)
    run_shared (self, count_hands (self, n_changed));
  else
    for (guint block = 0; block < n_blocks; block++)
      if (self->changed[block])
        run_block (self, 0, block);
  return n_computed;
}

static void
add_parts (OutlaySingle *self, guint member, guint initiative)
{
  const gsize n = (gsize) self->shape.n_phases * self->phases.n_rows;
  const double *parts = outlay_rows_at (&self->phase_parts, (gsize) initiative * self->shape.n_phases, member);
  double *sums = outlay_rows_at (&self->phases, 0, member);

  for (gsize k = 0; k < n; k++)
    sums[k] += parts[k];
}

/* In the order of a run, so that the sums have its bits. */
void
outlay_single_sum_phases (OutlaySingle *self)
{
  for (guint block = 0; block < outlay_single_count_blocks (self); block++)
    {
      const guint n = outlay_single_count_in_block (self, block);
      guint order[OUTLAY_BLOCK];

      outlay_block_order (&self->shape, block * OUTLAY_BLOCK, n, order);
      for (guint64 left = self->phase_parts.members; left != 0; left &= left - 1)
        for (guint i = 0; i < n; i++)
          add_parts (self, (guint) __builtin_ctzll (left), order[i]);
    }
}

void
outlay_single_finish (OutlaySingle *self)
{
  g_autofree double *sums = g_new (double, self->n_sums);

  clear_sums (self, sums);
  self->imbalance = 0;
  for (guint block = 0; block < outlay_single_count_blocks (self); block++)
    {
      add_sums (self, sums, self->block_sums + block * self->n_sums, 1, 1);
      self->imbalance = larger_gap (self->imbalance, self->block_gaps[block]);
    }
  for (gsize k = 0; k < self->n_sums; k++)
    for (guint lane = 0; lane < OUTLAY_LANES; lane++)
      self->plan->sums[k * OUTLAY_LANES + lane] = sums[k];
  outlay_batch_run_first (self->plan, 1);
  take_rows (&self->plan_series, 0, &self->plan->plan, 0, 0);
}
