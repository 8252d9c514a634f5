/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §3 Operating cost. Included by kernel.c. */

#include "engine/workspace.h"

static void
purchases (Workspace *w, guint product)
{
  const Lanes *quantity = w->quantity + product * w->n_years;
  const Lanes material_factor = 1.0 + PRODUCT_NUMBER (w, MATERIAL_GROWTH, product);
  const Lanes energy_factor = 1.0 + PRODUCT_NUMBER (w, ENERGY_GROWTH, product);
  Lanes material_cost = PRODUCT_NUMBER (w, MATERIAL_COST, product);
  Lanes energy_cost = PRODUCT_NUMBER (w, ENERGY_COST, product);

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[MATERIALS] += quantity[t] * material_cost;
      y[ENERGY] += quantity[t] * energy_cost;
      material_cost *= material_factor;
      energy_cost *= energy_factor;
    }
}

static void
operating_cost (Workspace *w)
{
  const Lanes design = INITIATIVE_NUMBER (w, DESIGN_INVESTMENT);
  const Lanes staff = INITIATIVE_NUMBER (w, STAFF), wage_factor = 1.0 + INITIATIVE_NUMBER (w, WAGE_GROWTH);
  const Lanes repair_rate = INITIATIVE_NUMBER (w, REPAIR_RATE), research_rate = INITIATIVE_NUMBER (w, RESEARCH_RATE);
  const Lanes other_rate = INITIATIVE_NUMBER (w, OTHER_COST_RATE);
  Lanes wage = INITIATIVE_NUMBER (w, WAGE);

  for (guint t = 0; t < w->n_years; t++)
    w->scope.years[t][MATERIALS] = w->scope.years[t][ENERGY] = lanes_all (0);
  for (guint j = 0; j < w->n_products; j++)
    purchases (w, j);

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[JOBS] = staff * (y[OPERATED] / design); /* A = Σ_p h · a = Σ_p I · a / D */
      y[WAGES] = y[JOBS] * wage;
      y[REPAIRS] = repair_rate * y[OPERATED];
      y[RESEARCH] = research_rate * y[REVENUE];
      y[OTHER_COST] = other_rate * y[REVENUE];
      y[OPERATING_COST] = y[MATERIALS] + y[ENERGY] + y[WAGES] + y[REPAIRS] + y[RESEARCH] + y[OTHER_COST];
      wage *= wage_factor;
    }
}
