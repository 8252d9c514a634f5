/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lane code as one unit, compiled once for each instruction set with OUTLAY_KERNEL as the name of what it defines. The files
 * follow docs/model.md, section by section; here they are put into their order, for one initiative after the other.
 */

#include "engine/layout.c"
#include "engine/timeline.c"
#include "engine/production.c"
#include "engine/cost.c"
#include "engine/loans.c"
#include "engine/assets.c"
#include "engine/tax.c"
#include "engine/cash.c"
#include "engine/books.c"
#include "engine/returns.c"
#include "engine/irr.c"
#include "engine/indicators.c"
#include "engine/results.c"

#define STRING_(token) #token
#define STRING(token) STRING_ (token)

const OutlayKernel OUTLAY_KERNEL;

static void
clear_cell_rows (const Workspace *w)
{
  for (guint k = 0; k < w->n_cells; k++)
    for (guint t = 0; t < w->n_years; t++)
      {
        const Cell *cell = &w->cells[k];

        cell_row (w, cell, INVESTMENT)[t] = cell->investment * cell->phase->years[t].spending;
        cell_row (w, cell, OUTPUT_VALUE)[t] = cell_row (w, cell, REVENUE)[t] = lanes_all (0);
        cell_row (w, cell, OWN_USE)[t] = cell_row (w, cell, CO2_AVOIDED)[t] = lanes_all (0);
      }
}

static void
begin_initiative (Workspace *w, guint initiative)
{
  w->initiative = initiative;
  w->n_products = w->shape->first_product[initiative + 1] - w->shape->first_product[initiative];
  w->sold = w->quantity + w->n_products * w->n_years;
  w->revenue = w->sold + w->n_products * w->n_years;
  w->value = w->revenue + w->n_products * w->n_years;
}

/* One initiative through every section of the model; its years stay in w->scope. Returns the gap in its books. */
static Lanes
project_initiative (Workspace *w, guint initiative)
{
  Lanes gap = lanes_all (0);

  begin_initiative (w, initiative);
  capacity (w);
  if (w->batch->needs.phases)
    clear_cell_rows (w);
  production (w);
  operating_cost (w);
  value_added_tax (w);
  concessions (w);
  other_taxes (w);

  loans_begin (w);
  assets_begin (w);
  income_tax_begin (w);
  for (guint t = 0; t < w->n_years; t++)
    {
      loans_accrue (w, t);
      depreciate (w, t);
      if (w->batch->needs.asset_kinds)
        asset_kinds (w, t);
      income_tax (w, t);
      loans_repay (w, t);
    }
  if (w->batch->needs.adjusted_tax)
    adjusted_income_tax (w);
  tax_sums (w);
  if (w->batch->needs.phases)
    tax_by_phase (w);

  net_assets (w);
  working_capital (w);
  cash_flows (w);
  if (w->batch->needs.books)
    {
      distribute (w);
      gap = balance_sheet (w);
    }
  recover (w);
  return gap;
}

static void
clear_sums (const Workspace *w, Scope *sums)
{
  sums->investment = lanes_all (0);
  sums->start = lanes_all (INFINITY);
  sums->ready = lanes_all (-INFINITY);
  for (guint t = 0; t < w->n_years; t++)
    {
      sums->years[t][REPAYING] = lanes_all (0);
      for (guint64 left = w->batch->needs.sums; left != 0; left &= left - 1)
        sums->years[t][__builtin_ctzll (left)] = lanes_all (0);
    }
}

static void
add_sums (const Workspace *w, Scope *sums, const Scope *scope)
{
  for (guint64 left = w->batch->needs.sums; left != 0; left &= left - 1)
    {
      const guint series = (guint) __builtin_ctzll (left);

      for (guint t = 0; t < w->n_years; t++)
        sums->years[t][series] += scope->years[t][series];
    }
  for (guint t = 0; t < w->n_years; t++)
    sums->years[t][REPAYING] = lanes_max (sums->years[t][REPAYING], scope->years[t][REPAYING]);
  sums->investment += scope->investment;
  sums->start = lanes_min (sums->start, scope->start);
  sums->ready = lanes_max (sums->ready, scope->ready);
}

/* Moves one vector of sums from or to the batch. */
static void
exchange_row (Workspace *w, double **row, Lanes *value)
{
  if (w->batch->given_sums)
    *value = *(LanesInMemory *) *row;
  else
    *(LanesInMemory *) *row = *value;
  *row += OUTLAY_LANES;
}

static void
exchange_sums (Workspace *w, Scope *sums)
{
  double *row = w->batch->sums + w->first_lane;

  for (guint64 left = w->batch->needs.sums; left != 0; left &= left - 1)
    for (guint t = 0; t < w->n_years; t++)
      exchange_row (w, &row, &sums->years[t][__builtin_ctzll (left)]);
  for (guint t = 0; t < w->n_years; t++)
    exchange_row (w, &row, &sums->years[t][REPAYING]);
  exchange_row (w, &row, &sums->investment);
  exchange_row (w, &row, &sums->start);
  exchange_row (w, &row, &sums->ready);
}

static void
finish_initiative (Workspace *w)
{
  const OutlayBatch *batch = w->batch;
  const Place place = {
    &batch->initiative_indicators, &batch->initiative_roots, &batch->initiative_n_roots, w->initiative,
  };

  ratios (w, &w->scope, batch->needs.initiative);
  store_scope (w, &batch->initiatives, w->initiative, &w->scope);
  store_products (w);
  if (batch->needs.phases)
    store_cells (w);
  if (batch->initiative_indicators.members)
    indicators (w, &w->scope, &place);
}

/* Σ I of all cells, rounded once (Knuth's two-sum, as the split sums up): a move of money that keeps the total keeps its bits. */
static Lanes
whole_investment (const Workspace *w)
{
  Lanes high = lanes_all (0), low = high;

  for (gsize cell = w->shape->cells; cell < w->shape->ramp_ups; cell++)
    {
      const Lanes amount = number (w, cell), sum = high + amount, part = sum - high;

      low += (high - (sum - part)) + (amount - part);
      high = sum;
    }
  return lanes_select (lanes_equal (low, low), high + low, high); /* beyond all numbers there is nothing to round */
}

static void
begin_plan (Workspace *w)
{
  timeline (w);
  discount_factors (w);
  loan_terms (w);
  w->investment = whole_investment (w);
}

/* A part is run for one initiative after the other, and only those differ. */
static void
begin_part (Workspace *w, OutlayBatch *batch)
{
  if (batch->begun != &OUTLAY_KERNEL)
    {
      timeline (w);
      discount_factors (w);
      loan_terms (w);
    }
  batch->begun = &OUTLAY_KERNEL;
  w->investment = *(const LanesInMemory *) (batch->investment + w->first_lane);
}

static void
finish_plan (Workspace *w)
{
  const OutlayBatch *batch = w->batch;
  const Place place = { &batch->plan_indicators, &batch->plan_roots, &batch->plan_n_roots, 0 };

  ratios (w, &w->plan, batch->needs.plan);
  store_scope (w, &batch->plan, 0, &w->plan);
  if (batch->plan_indicators.members)
    indicators (w, &w->plan, &place);
}

typedef struct
{
  Lanes largest;
  Lanes sum; /* keeps the NaN that a maximum would hide */
} Gaps;

static void
run_initiative (Workspace *w, guint initiative, Gaps *gaps)
{
  const Lanes gap = project_initiative (w, initiative);

  gaps->largest = lanes_max (gap, gaps->largest);
  gaps->sum += gap;
  finish_initiative (w);
}

static void
run_block (Workspace *w, guint first, guint n, Gaps *gaps)
{
  guint order[OUTLAY_BLOCK];

  clear_sums (w, &w->block);
  outlay_block_order (w->shape, first, n, order);
  for (guint i = 0; i < n; i++)
    {
      run_initiative (w, order[i], gaps);
      add_sums (w, &w->block, &w->scope);
    }
  add_sums (w, &w->plan, &w->block);
}

static void
run_plan (Workspace *w, Gaps *gaps)
{
  const guint n_initiatives = w->shape->n_initiatives;

  clear_sums (w, &w->plan);
  for (guint i = 0; i < n_initiatives; i += OUTLAY_BLOCK)
    run_block (w, i, MIN (n_initiatives - i, OUTLAY_BLOCK), gaps);
  finish_plan (w);
}

/* The one initiative of a part gives its sums; the plan's results are made of given ones. */
static void
run_part (Workspace *w, Gaps *gaps)
{
  if (!w->batch->given_sums)
    run_initiative (w, 0, gaps);
  exchange_sums (w, w->batch->given_sums ? &w->plan : &w->scope);
  if (w->batch->given_sums)
    finish_plan (w);
}

static void
run (OutlayBatch *batch, guint n_lanes)
{
  for (guint lane = 0; lane < n_lanes; lane += LANE_WIDTH)
    {
      Workspace w;
      Gaps gaps = { lanes_all (0), lanes_all (0) };

      lay_out (&w, batch, lane);
      if (batch->sums)
        {
          begin_part (&w, batch);
          run_part (&w, &gaps);
        }
      else
        {
          begin_plan (&w);
          run_plan (&w, &gaps);
        }
      if (batch->imbalance)
        *(LanesInMemory *) (batch->imbalance + lane) = lanes_or_null (lanes_equal (gaps.sum, gaps.sum), gaps.largest);
    }
}

static void
irr (const double *flows, guint n, double *scratch, double *roots)
{
  Lanes *rows = (Lanes *) scratch;

  for (guint lane = 0; lane < OUTLAY_LANES; lane += LANE_WIDTH)
    {
      Lanes first, changes;
      OneRoot root;

      for (guint t = 0; t < n; t++)
        rows[t] = *(const LanesInMemory *) (flows + (gsize) t * OUTLAY_LANES + lane);
      changes = sign_changes (rows, n, &first);
      one_root (&root, rows, n, first, rows + n);
      *(LanesInMemory *) (roots + lane) = solve_one_root (&root, lanes_equal (changes, lanes_all (1)));
    }
}

const OutlayKernel OUTLAY_KERNEL = { &STRING (OUTLAY_KERNEL)[sizeof "outlay_kernel_" - 1], LANE_WIDTH, workspace_size, run, irr };
