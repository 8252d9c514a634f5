/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The lane code as one unit, compiled once for each instruction set with OUTLAY_KERNEL as the name of what it defines. The files
 * follow docs/model.md, section by section; here they are put into their order, for one initiative after the other.
 */

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

#define STRING_(token) #token
#define STRING(token) STRING_ (token)

static gsize
most_products (const OutlayShape *shape)
{
  guint most = 0;

  for (guint i = 0; i < shape->n_initiatives; i++)
    most = MAX (most, shape->first_product[i + 1] - shape->first_product[i]);
  return most;
}

/* Bytes that lay_out() deals out. */
static gsize
workspace_size (const OutlayBatch *batch)
{
  const OutlayShape *shape = &batch->shape;
  const gsize n_phases = shape->n_phases, n_years = shape->n_years;
  const gsize cell_rows = 2 + (batch->needs.phases ? N_PHASE_SERIES : 0);
  const gsize rows = 4 + 4 + 3 * most_products (shape) + cell_rows * n_phases;

  return n_years * (rows * sizeof (Lanes) + 2 * sizeof (Year) + n_phases * sizeof (PhaseYear))
         + n_phases * (sizeof (Phase) + sizeof (Cell)) + (n_years + outlay_irr_scratch (n_years)) * sizeof (double);
}

/* Room for n of a type that is made of whole vectors. */
#define TAKE(room, Type, n) ((Type *) take (room, (n) * sizeof (Type) / sizeof (Lanes)))

static Lanes *
take (Lanes **room, gsize n)
{
  Lanes *taken = *room;

  *room += n;
  return taken;
}

static void
lay_out_phases (Workspace *w, Lanes **room)
{
  w->phases = TAKE (room, Phase, w->shape->n_phases);
  for (guint p = 0; p < w->shape->n_phases; p++)
    w->phases[p].years = TAKE (room, PhaseYear, w->n_years);
}

static void
lay_out_cells (Workspace *w, Lanes **room)
{
  const gsize n_phases = w->shape->n_phases;
  Lanes *output;

  w->cells = TAKE (room, Cell, n_phases);
  output = take (room, 2 * n_phases * w->n_years); /* and degraded */
  for (guint k = 0; k < n_phases; k++)
    {
      w->cells[k].output = output + k * w->n_years;
      w->cells[k].rows = w->batch->needs.phases ? take (room, (gsize) N_PHASE_SERIES * w->n_years) : NULL;
    }
}

static void
lay_out (Workspace *w, OutlayBatch *batch, guint first_lane)
{
  Lanes *room = batch->workspace;

  w->batch = batch;
  w->shape = &batch->shape;
  w->numbers = batch->numbers + first_lane;
  w->first_lane = first_lane;
  w->n_years = batch->shape.n_years;

  w->plan.years = TAKE (&room, Year, w->n_years);
  w->scope.years = TAKE (&room, Year, w->n_years);
  w->discount = take (&room, w->n_years);
  w->losses.incurred = take (&room, w->n_years);
  w->adjusted_losses.incurred = take (&room, w->n_years);
  w->built = take (&room, w->n_years);
  w->scratch = take (&room, 4 * (gsize) w->n_years);
  w->quantity = take (&room, 3 * most_products (w->shape) * w->n_years);
  lay_out_phases (w, &room);
  lay_out_cells (w, &room);
  w->irr_scratch = (double *) room;
}

static void
store_row (const Workspace *w, const OutlayTable *table, gsize scope, guint series, const Lanes *row)
{
  double *stored = outlay_table_rows (table, scope, series) + w->first_lane;

  for (guint t = 0; t < w->n_years; t++)
    *(LanesInMemory *) (stored + t * OUTLAY_LANES) = row[t];
}

static void
add_to_stored_row (const Workspace *w, const OutlayTable *table, gsize scope, guint series, const Lanes *row)
{
  double *stored = outlay_table_rows (table, scope, series) + w->first_lane;

  for (guint t = 0; t < w->n_years; t++)
    *(LanesInMemory *) (stored + t * OUTLAY_LANES) += row[t];
}

static void
store_scope (const Workspace *w, const OutlayTable *table, gsize index, const Scope *scope)
{
  for (guint64 left = table->members; left != 0; left &= left - 1)
    {
      const guint series = (guint) __builtin_ctzll (left);
      double *stored = outlay_table_rows (table, index, series) + w->first_lane;

      for (guint t = 0; t < w->n_years; t++)
        *(LanesInMemory *) (stored + t * OUTLAY_LANES) = scope->years[t][series];
    }
}

static void
store_products (const Workspace *w)
{
  const OutlayTable *table = &w->batch->products;

  for (guint j = 0; j < w->n_products; j++)
    {
      const gsize product = w->shape->first_product[w->initiative] + j;

      if (has (table->members, OUTLAY_SERIES_QUANTITY))
        store_row (w, table, product, OUTLAY_SERIES_QUANTITY, w->quantity + j * w->n_years);
      if (has (table->members, OUTLAY_SERIES_QUANTITY_SOLD))
        store_row (w, table, product, OUTLAY_SERIES_QUANTITY_SOLD, w->sold + j * w->n_years);
    }
}

/* Rows of cells and phases; those without money stay as they were cleared. */
static void
store_cells (const Workspace *w)
{
  const OutlayTable *cells = &w->batch->cells, *phases = &w->batch->phases;

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];
      const gsize phase = (gsize) (cell->phase - w->phases), index = w->initiative * w->shape->n_phases + phase;

      for (guint64 left = cells->members; left != 0; left &= left - 1)
        {
          const guint series = (guint) __builtin_ctzll (left);

          store_row (w, cells, index, series, cell_row (w, cell, series));
        }
      for (guint64 left = phases->members; left != 0; left &= left - 1)
        {
          const guint series = (guint) __builtin_ctzll (left);

          add_to_stored_row (w, phases, phase, series, cell_row (w, cell, series));
        }
    }
}

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
}

/* One initiative through every section of the model; its rows stay in w->scope. Returns the gap in its books. */
static Lanes
project_initiative (Workspace *w, guint initiative)
{
  Lanes own, gap = lanes_all (0);

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
      income_tax (w, t);
      loans_repay (w, t);
    }
  if (w->batch->needs.adjusted_tax)
    adjusted_income_tax (w);
  tax_sums (w);
  if (w->batch->needs.phases)
    tax_by_phase (w);

  own = net_assets (w);
  working_capital (w);
  cash_flows (w);
  if (w->batch->needs.books)
    {
      distribute (w);
      gap = balance_sheet (w);
    }
  recover (w, own);
  return gap;
}

static void
add_to_plan (Workspace *w)
{
  for (guint64 left = w->batch->needs.sums; left != 0; left &= left - 1)
    {
      const guint series = (guint) __builtin_ctzll (left);

      for (guint t = 0; t < w->n_years; t++)
        w->plan.years[t][series] += w->scope.years[t][series];
    }
  for (guint t = 0; t < w->n_years; t++)
    w->plan.years[t][REPAYING] = lanes_max (w->plan.years[t][REPAYING], w->scope.years[t][REPAYING]);
  w->plan.investment += w->scope.investment;
  w->plan.start = lanes_min (w->plan.start, w->scope.start);
  w->plan.ready = lanes_max (w->plan.ready, w->scope.ready);
}

static void
finish_initiative (Workspace *w)
{
  const OutlayBatch *batch = w->batch;
  const Place place = {
    &batch->initiative_indicators, &batch->initiative_roots, &batch->initiative_n_roots, w->initiative,
  };

  add_to_plan (w);
  ratios (w, &w->scope, batch->needs.initiative);
  store_scope (w, &batch->initiatives, w->initiative, &w->scope);
  store_products (w);
  if (batch->needs.phases)
    store_cells (w);
  if (batch->initiative_indicators.members)
    indicators (w, &w->scope, &place);
}

static void
begin_plan (Workspace *w)
{
  timeline (w);
  discount_factors (w);
  loan_terms (w);

  w->investment = lanes_all (0);
  for (gsize cell = w->shape->cells; cell < w->shape->ramp_ups; cell++)
    w->investment += number (w, cell);

  w->plan.investment = lanes_all (0);
  w->plan.start = lanes_all (INFINITY);
  w->plan.ready = lanes_all (-INFINITY);
  for (guint t = 0; t < w->n_years; t++)
    w->plan.years[t][REPAYING] = lanes_all (0);
  for (guint64 left = w->batch->needs.sums; left != 0; left &= left - 1)
    for (guint t = 0; t < w->n_years; t++)
      w->plan.years[t][__builtin_ctzll (left)] = lanes_all (0);
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

static void
run (OutlayBatch *batch, guint n_lanes)
{
  for (guint lane = 0; lane < n_lanes; lane += LANE_WIDTH)
    {
      Workspace w;
      Lanes largest = lanes_all (0), sum = largest;

      lay_out (&w, batch, lane);
      begin_plan (&w);
      for (guint i = 0; i < w.shape->n_initiatives; i++)
        {
          const Lanes gap = project_initiative (&w, i);

          largest = lanes_max (gap, largest);
          sum += gap; /* keeps the NaN that a maximum would hide */
          finish_initiative (&w);
        }
      finish_plan (&w);
      if (batch->imbalance)
        *(LanesInMemory *) (batch->imbalance + lane) = lanes_or_null (lanes_equal (sum, sum), largest);
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

const OutlayKernel OUTLAY_KERNEL;
const OutlayKernel OUTLAY_KERNEL = { STRING (OUTLAY_KERNEL), LANE_WIDTH, workspace_size, run, irr };
