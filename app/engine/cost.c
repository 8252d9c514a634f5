/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §3 Operating cost. Included by kernel.c. */

#include "engine/workspace.h"

static void
purchases (Workspace *w, guint product)
{
  const Lanes *quantity = w->quantity + product * w->stride;
  const Lanes material_factor = 1.0 + PRODUCT_NUMBER (w, MATERIAL_GROWTH, product);
  const Lanes energy_factor = 1.0 + PRODUCT_NUMBER (w, ENERGY_GROWTH, product);
  Lanes material_cost = PRODUCT_NUMBER (w, MATERIAL_COST, product);
  Lanes energy_cost = PRODUCT_NUMBER (w, ENERGY_COST, product);
  Lanes *materials = ROW (w, MATERIALS), *energy = ROW (w, ENERGY);

  for (guint t = 0; t < w->n_years; t++)
    {
      materials[t] += quantity[t] * material_cost;
      energy[t] += quantity[t] * energy_cost;
      material_cost *= material_factor;
      energy_cost *= energy_factor;
    }
}

/* Σ_p h · a, into a row */
static void
activity (const Workspace *w, Lanes *row)
{
  const Lanes design = INITIATIVE_NUMBER (w, DESIGN_INVESTMENT);

  clear_row (w, row);
  for (guint k = 0; k < w->n_cells; k++)
    {
      const Lanes share = w->cells[k].investment / design;
      const Lanes *operation = w->phases[w->cells[k].phase].operation;

      for (guint t = 0; t < w->n_years; t++)
        row[t] += share * operation[t];
    }
}

static void
operating_cost (Workspace *w)
{
  const Lanes staff = INITIATIVE_NUMBER (w, STAFF), wage_factor = 1.0 + INITIATIVE_NUMBER (w, WAGE_GROWTH);
  const Lanes repair_rate = INITIATIVE_NUMBER (w, REPAIR_RATE), research_rate = INITIATIVE_NUMBER (w, RESEARCH_RATE);
  const Lanes other_rate = INITIATIVE_NUMBER (w, OTHER_COST_RATE);
  const Lanes *operated = OTHER_ROW (w, OPERATED), *revenue = ROW (w, REVENUE);
  Lanes *materials = ROW (w, MATERIALS), *energy = ROW (w, ENERGY), *jobs = ROW (w, JOBS), *wages = ROW (w, WAGES);
  Lanes *repairs = ROW (w, REPAIRS), *research = ROW (w, RESEARCH), *other = ROW (w, OTHER_COST);
  Lanes *sum = ROW (w, OPERATING_COST);
  Lanes wage = INITIATIVE_NUMBER (w, WAGE);

  clear_row (w, materials);
  clear_row (w, energy);
  for (guint j = 0; j < w->n_products; j++)
    purchases (w, j);

  activity (w, jobs);
  for (guint t = 0; t < w->n_years; t++)
    {
      jobs[t] *= staff;
      wages[t] = jobs[t] * wage;
      repairs[t] = repair_rate * operated[t];
      research[t] = research_rate * revenue[t];
      other[t] = other_rate * revenue[t];
      sum[t] = materials[t] + energy[t] + wages[t] + repairs[t] + research[t] + other[t];
      wage *= wage_factor;
    }
}
