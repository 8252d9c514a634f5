/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands in the memory that a batch has for its runs. Included by kernel.c. */

#include "engine/workspace.h"

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
  const gsize rows = 4 + 4 + 4 * most_products (shape) + cell_rows * n_phases;

  return n_years * (rows * sizeof (Lanes) + 3 * sizeof (Year) + n_phases * sizeof (PhaseYear))
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
  w->block.years = TAKE (&room, Year, w->n_years);
  w->scope.years = TAKE (&room, Year, w->n_years);
  w->discount = take (&room, w->n_years);
  w->losses.incurred = take (&room, w->n_years);
  w->adjusted_losses.incurred = take (&room, w->n_years);
  w->built = take (&room, w->n_years);
  w->scratch = take (&room, 4 * (gsize) w->n_years);
  w->quantity = take (&room, 4 * most_products (w->shape) * w->n_years);
  lay_out_phases (w, &room);
  lay_out_cells (w, &room);
  w->irr_scratch = (double *) room;
}
