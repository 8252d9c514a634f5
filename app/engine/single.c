/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/single-private.h"

#include <string.h>

/*
 * An initiative is a venture of its own, which only the whole investment ties to the others (docs/model.md §6, land-use tax). So a plan of one initiative is
 * a case of a batch, whose lanes hold eight initiatives of the plan at hand; their sums are added up in the order of a batch's run, by blocks. What is kept
 * of each block is enough to make the plan's sums anew where the numbers of a few blocks changed.
 */

static Rows
rows_new (guint64 members, gsize n_scopes, gsize n_rows)
{
  Rows rows = { .members = members, .n_scopes = n_scopes, .n_rows = n_rows };
  guint8 place = 0;

  for (guint64 left = members; left != 0; left &= left - 1)
    rows.places[__builtin_ctzll (left)] = place++;
  rows.values = g_new0 (double, MAX (1, n_scopes * n_rows * (gsize) __builtin_popcountll (members)));
  return rows;
}

static void
clear_rows (Rows *rows)
{
  memset (rows->values, 0, rows->n_scopes * rows->n_rows * (gsize) __builtin_popcountll (rows->members) * sizeof (double));
}

/* --- kinds --- */

static OutlayRequest
request_of_part (const OutlayRequest *request)
{
  return (OutlayRequest) {
    .initiative_series = request->initiative_series,
    .cell_series = request->cell_series | request->phase_series,
    .product_series = request->product_series,
    .initiative_indicators = request->initiative_indicators,
  };
}

static guint
find_kind (OutlaySingle *self, const OutlayRequest *request, guint n_products, guint n_ramp_ups)
{
  OutlayRequest part = request_of_part (request);
  OutlayNeeds needs = self->needs;
  Kind kind = { n_products, n_ramp_ups, { NULL } };
  OutlayShape shape;

  for (guint k = 0; k < self->kinds->len; k++)
    if (g_array_index (self->kinds, Kind, k).n_products == n_products && g_array_index (self->kinds, Kind, k).n_ramp_ups == n_ramp_ups)
      return k;
  needs.plan = 0;
  outlay_shape_init (&shape, self->shape.n_years, self->shape.n_phases, 1, &n_products, &n_ramp_ups);
  for (guint hand = 0; hand < self->n_hands; hand++)
    kind.batches[hand] = outlay_batch_new_part (&shape, &part, &needs);
  outlay_shape_clear (&shape);
  g_array_append_val (self->kinds, kind);
  return self->kinds->len - 1;
}

static void
sort_out (OutlaySingle *self, const OutlayRequest *request)
{
  const OutlayShape *shape = &self->shape;

  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->kind_of = g_new (guint, MAX (1, shape->n_initiatives));
  for (guint i = 0; i < shape->n_initiatives; i++)
    self->kind_of[i] = find_kind (self, request, shape->first_product[i + 1] - shape->first_product[i],
                                  shape->first_ramp_up[i + 1] - shape->first_ramp_up[i]);
}

static void
prepare_plan (OutlaySingle *self, const OutlayRequest *request)
{
  const OutlayRequest of_plan = { .plan_series = request->plan_series, .plan_indicators = request->plan_indicators };
  OutlayShape shape;

  outlay_shape_init (&shape, self->shape.n_years, self->shape.n_phases, 0, NULL, NULL);
  self->plan = outlay_batch_new_part (&shape, &of_plan, &self->needs);
  self->plan->given_sums = TRUE;
  self->n_sums = outlay_sums_rows (self->plan);
  outlay_shape_clear (&shape);
}

/* --- what changed --- */

/* Takes a stretch of numbers. Returns whether any differs in its bits. */
static gboolean
take_numbers (OutlaySingle *self, const double *numbers, gsize first, gsize n)
{
  if (memcmp (self->numbers + first, numbers + first, n * sizeof (double)) == 0)
    return FALSE;
  memcpy (self->numbers + first, numbers + first, n * sizeof (double));
  return TRUE;
}

static gboolean
take_cells (OutlaySingle *self, const double *numbers, guint first, guint end)
{
  return take_numbers (self, numbers, outlay_shape_cell (&self->shape, first, 0), (gsize) (end - first) * self->shape.n_phases);
}

static gboolean
take_rest (OutlaySingle *self, const double *numbers, guint first, guint end)
{
  const OutlayShape *shape = &self->shape;
  const guint product = shape->first_product[first], n_products = shape->first_product[end] - product;
  gboolean differs = take_numbers (self, numbers, outlay_shape_ramp_up (shape, first, 0), shape->first_ramp_up[end] - shape->first_ramp_up[first]);

  for (guint slot = 0; slot < OUTLAY_N_INITIATIVE_PARAMETERS; slot++)
    differs |= take_numbers (self, numbers, outlay_shape_initiative (shape, slot, first), end - first);
  for (guint slot = 0; slot < OUTLAY_N_PRODUCT_PARAMETERS; slot++)
    differs |= take_numbers (self, numbers, outlay_shape_product (shape, slot, product), n_products);
  return differs;
}

/* The same sum as that of a batch (kernel.c), so that it has the same bits. */
static double
whole_investment (const OutlaySingle *self)
{
  double high = 0, low = 0;

  for (gsize cell = self->shape.cells; cell < self->shape.ramp_ups; cell++)
    {
      const double amount = self->numbers[cell], sum = high + amount, part = sum - high;

      low += (high - (sum - part)) + (amount - part);
      high = sum;
    }
  return low == low ? high + low : high;
}

static void
give_common (const OutlaySingle *self, OutlayBatch *batch)
{
  for (gsize n = 0; n < self->shape.initiatives; n++)
    for (guint lane = 0; lane < OUTLAY_LANES; lane++)
      outlay_batch_number (batch, n)[lane] = self->numbers[n];
  batch->begun = NULL;
}

/* What every initiative reads. */
static gboolean
take_common (OutlaySingle *self, const double *numbers)
{
  if (!take_numbers (self, numbers, 0, self->shape.initiatives))
    return FALSE;
  for (guint k = 0; k < self->kinds->len; k++)
    for (guint hand = 0; hand < self->n_hands; hand++)
      give_common (self, g_array_index (self->kinds, Kind, k).batches[hand]);
  give_common (self, self->plan);
  return TRUE;
}

static gboolean
take_investment (OutlaySingle *self)
{
  const double investment = whole_investment (self);

  if (memcmp (&self->investment, &investment, sizeof (double)) == 0)
    return FALSE;
  self->investment = investment;
  for (guint k = 0; k < self->kinds->len; k++)
    for (guint hand = 0; hand < self->n_hands; hand++)
      for (guint lane = 0; lane < OUTLAY_LANES; lane++)
        g_array_index (self->kinds, Kind, k).batches[hand]->investment[lane] = investment;
  return TRUE;
}

/* Whether the share of the land-use tax that an amount bears depends on what the others are. */
static gboolean
has_land_tax (const OutlaySingle *self)
{
  return self->numbers[outlay_shape_taxes (&self->shape, OUTLAY_TAXES_LAND_TAX)] * self->numbers[outlay_shape_plan (&self->shape, OUTLAY_PLAN_SITE_AREA)] != 0;
}

/* Marks the blocks that have to be computed. */
static void
find_changes (OutlaySingle *self, const double *numbers, gboolean cells_only)
{
  gboolean all = !self->has_run || outlay_single_sums_in_run (self);

  if (!cells_only)
    all |= take_common (self, numbers);
  for (guint block = 0; block < outlay_single_count_blocks (self); block++)
    {
      const guint first = block * OUTLAY_BLOCK, end = first + outlay_single_count_in_block (self, block);

      self->changed[block] = take_cells (self, numbers, first, end);
      if (!cells_only)
        self->changed[block] |= take_rest (self, numbers, first, end);
    }
  if (take_investment (self) && has_land_tax (self))
    all = TRUE;
  for (guint block = 0; all && block < outlay_single_count_blocks (self); block++)
    self->changed[block] = TRUE;
  self->has_run = TRUE;
}

static guint
run (OutlaySingle *self, const double *numbers, gboolean cells_only)
{
  guint n_computed;

  find_changes (self, numbers, cells_only && self->has_run);
  if (outlay_single_sums_in_run (self))
    clear_rows (&self->phases);
  n_computed = outlay_single_run_blocks (self);
  if (n_computed > 0 && !outlay_single_sums_in_run (self))
    {
      clear_rows (&self->phases);
      outlay_single_sum_phases (self);
    }
  outlay_single_finish (self);
  return n_computed;
}

/* --- life --- */

static void
allocate_results (OutlaySingle *self, const OutlayRequest *request, gsize most_parts)
{
  const OutlayShape *shape = &self->shape;
  const gsize n_years = shape->n_years, n_cells = (gsize) shape->n_initiatives * shape->n_phases;
  const gsize n_parts = n_cells * n_years * (gsize) __builtin_popcountll (request->phase_series);

  self->plan_series = rows_new (request->plan_series, 1, n_years);
  self->initiatives = rows_new (request->initiative_series, shape->n_initiatives, n_years);
  self->phases = rows_new (request->phase_series, shape->n_phases, n_years);
  self->phase_parts = rows_new (n_parts <= most_parts ? request->phase_series : 0, n_cells, n_years);
  self->cells = rows_new (request->cell_series, n_cells, n_years);
  self->products = rows_new (request->product_series, shape->n_products, n_years);
  self->indicators = rows_new (request->initiative_indicators, shape->n_initiatives, 1);
  self->roots = rows_new (request->initiative_indicators & OUTLAY_IRR_BITS, shape->n_initiatives, n_years);
  self->n_roots = rows_new (request->initiative_indicators & OUTLAY_IRR_BITS, shape->n_initiatives, 1);
}

static void
allocate_sums (OutlaySingle *self)
{
  const guint n_blocks = outlay_single_count_blocks (self);

  self->numbers = g_new0 (double, self->shape.n_numbers);
  self->changed = g_new0 (gboolean, MAX (1, n_blocks));
  self->block_sums = g_new0 (double, MAX (1, n_blocks * self->n_sums));
  self->block_gaps = g_new0 (double, MAX (1, n_blocks));
}

/**
 * outlay_single_new:
 * @shape: how many of everything the plan has; copied
 * @request: what to keep; what does not exist at the level where it is asked for is left out
 *
 * Allocates everything that runs will need.
 *
 * Returns: (transfer full): a case that has not run
 */
OutlaySingle *
outlay_single_new (const OutlayShape *shape, const OutlayRequest *request)
{
  return outlay_single_new_within (shape, request, MIN (g_get_num_processors (), MOST_HANDS), MOST_PARTS);
}

OutlaySingle *
outlay_single_new_within (const OutlayShape *shape, const OutlayRequest *request, guint n_hands, gsize most_parts)
{
  OutlaySingle *self = g_new0 (OutlaySingle, 1);
  const OutlayRequest possible = outlay_request_possible (request);

  outlay_shape_copy (&self->shape, shape);
  self->n_hands = CLAMP (outlay_single_count_blocks (self) / LEAST_BLOCKS, 1, n_hands);
  self->needs = outlay_needs (&possible);
  sort_out (self, &possible);
  prepare_plan (self, &possible);
  allocate_results (self, &possible, most_parts);
  allocate_sums (self);
  return self;
}

/**
 * outlay_single_free:
 * @self: (transfer full): a case
 *
 * Frees the case and its results.
 */
void
outlay_single_free (OutlaySingle *self)
{
  Rows *rows[] = { &self->plan_series, &self->initiatives, &self->phases, &self->phase_parts, &self->cells, &self->products, &self->indicators,
                   &self->roots, &self->n_roots };

  for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
    g_free (rows[k]->values);
  for (guint k = 0; k < self->kinds->len; k++)
    for (guint hand = 0; hand < self->n_hands; hand++)
      outlay_batch_free (g_array_index (self->kinds, Kind, k).batches[hand]);
  g_array_unref (self->kinds);
  outlay_batch_free (self->plan);
  g_free (self->kind_of);
  g_free (self->numbers);
  g_free (self->changed);
  g_free (self->block_sums);
  g_free (self->block_gaps);
  outlay_shape_clear (&self->shape);
  g_free (self);
}

/**
 * outlay_single_shape:
 * @self: a case
 *
 * Returns: (transfer none): the shape of its numbers
 */
const OutlayShape *
outlay_single_shape (const OutlaySingle *self)
{
  return &self->shape;
}

/**
 * outlay_single_run:
 * @self: a case
 * @numbers: the numbers of the case, as many as the shape says; copied
 *
 * Computes what differs from the last run, to the bits that a batch gives for the same numbers, however often and in whatever order they were changed.
 *
 * Returns: the number of initiatives that had to be computed
 */
guint
outlay_single_run (OutlaySingle *self, const double *numbers)
{
  return run (self, numbers, FALSE);
}

/**
 * outlay_single_run_cells:
 * @self: a case
 * @numbers: numbers that differ from those of the last run in cells alone
 *
 * outlay_single_run() without a look at the other numbers.
 *
 * Returns: the number of initiatives that had to be computed
 */
guint
outlay_single_run_cells (OutlaySingle *self, const double *numbers)
{
  return run (self, numbers, TRUE);
}

/**
 * outlay_single_series:
 * @self: a case that has run
 * @series: a series
 * @scope: where in the plan
 *
 * Returns: (transfer none) (nullable): a value for each year, NaN for null; %NULL when the series was not requested or does not exist at that scope.
 *   Valid until the next run.
 */
const double *
outlay_single_series (const OutlaySingle *self, OutlaySeries series, OutlayScope scope)
{
  gsize index;

  switch (outlay_scope_find (&self->shape, scope, &index))
    {
    case OUTLAY_LEVEL_PLAN: return outlay_rows_at (&self->plan_series, index, series);
    case OUTLAY_LEVEL_INITIATIVE: return outlay_rows_at (&self->initiatives, index, series);
    case OUTLAY_LEVEL_PHASE: return outlay_rows_at (&self->phases, index, series);
    case OUTLAY_LEVEL_CELL: return outlay_rows_at (&self->cells, index, series);
    case OUTLAY_LEVEL_PRODUCT: return outlay_rows_at (&self->products, index, series);
    case OUTLAY_LEVEL_NONE:
    default: return NULL;
    }
}

/**
 * outlay_single_indicator:
 * @self: a case that has run
 * @indicator: an indicator
 * @initiative: an initiative, −1 for the plan
 *
 * Returns: (transfer none) (nullable): the value, NaN for null and for an IRR with several roots; %NULL when the indicator was not requested. Valid until
 *   the next run.
 */
const double *
outlay_single_indicator (const OutlaySingle *self, OutlayIndicator indicator, int initiative)
{
  if (initiative >= (int) self->shape.n_initiatives)
    return NULL;
  return initiative < 0 ? outlay_batch_indicator (self->plan, indicator, -1) : outlay_rows_at (&self->indicators, (gsize) initiative, indicator);
}

/**
 * outlay_single_irr_roots:
 * @self: a case that has run
 * @irr: one of the three IRRs
 * @initiative: an initiative, −1 for the plan
 * @n_roots: (out): the number of roots
 *
 * Returns: (transfer none) (nullable) (array length=n_roots): every root, ascending; %NULL where there is none or the IRR was not requested. Valid until
 *   the next run.
 */
const double *
outlay_single_irr_roots (const OutlaySingle *self, OutlayIndicator irr, int initiative, guint *n_roots)
{
  const double *count;

  if (initiative < 0)
    return outlay_batch_irr_roots (self->plan, irr, -1, 0, n_roots);
  *n_roots = 0;
  if (initiative >= (int) self->shape.n_initiatives)
    return NULL;
  count = outlay_rows_at (&self->n_roots, (gsize) initiative, irr);
  if (count == NULL || *count == 0)
    return NULL;
  *n_roots = (guint) *count;
  return outlay_rows_at (&self->roots, (gsize) initiative, irr);
}

/**
 * outlay_single_imbalance:
 * @self: a case that has run
 *
 * Returns: (transfer none) (nullable): what outlay_batch_imbalance() tells of the case; %NULL when nothing was requested that stands in the books
 */
const double *
outlay_single_imbalance (const OutlaySingle *self)
{
  return self->needs.books ? &self->imbalance : NULL;
}
