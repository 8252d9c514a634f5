/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps what was asked for. Included by kernel.c. */

#include "engine/workspace.h"

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

/* The rows of what is kept of products, one for each year of each. */
static const Lanes *
product_rows (const Workspace *w, guint series)
{
  switch (series)
    {
    case OUTLAY_SERIES_QUANTITY: return w->quantity;
    case OUTLAY_SERIES_QUANTITY_SOLD: return w->sold;
    case OUTLAY_SERIES_REVENUE: return w->revenue;
    case OUTLAY_SERIES_OUTPUT_VALUE:
    default: return w->value;
    }
}

static void
store_products (const Workspace *w)
{
  const OutlayTable *table = &w->batch->products;

  for (guint64 left = table->members; left != 0; left &= left - 1)
    {
      const guint series = (guint) __builtin_ctzll (left);

      for (guint j = 0; j < w->n_products; j++)
        store_row (w, table, w->shape->first_product[w->initiative] + j, series, product_rows (w, series) + j * w->n_years);
    }
}

/* A cell without money is nothing in every lane, also where an amount beyond all numbers would make a NaN of 0. */
static void
mask_cell (const Workspace *w, const Cell *cell)
{
  const Mask money = lanes_less (lanes_all (0), cell->investment);

  for (gsize n = 0; n < (gsize) N_PHASE_SERIES * w->n_years; n++)
    cell->rows[n] = lanes_where (money, cell->rows[n]);
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

      mask_cell (w, cell);
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
