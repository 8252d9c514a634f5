/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §5 Assets and depreciation. Included by kernel.c. */

#include "engine/workspace.h"

static void
assets_begin (Workspace *w)
{
  const Lanes kept = 1.0 - ASSETS_NUMBER (w, RESIDUAL), own = 1.0 - INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE);
  const Lanes buildings = INITIATIVE_NUMBER (w, BUILDING_SHARE), equipment = INITIATIVE_NUMBER (w, EQUIPMENT_SHARE);

  w->depreciation_share[0] = buildings * kept / ASSETS_NUMBER (w, BUILDING_LIFE);
  w->depreciation_share[1] = equipment * kept / ASSETS_NUMBER (w, EQUIPMENT_LIFE);
  w->depreciation_share[2] = (1.0 - buildings - equipment) / ASSETS_NUMBER (w, INTANGIBLE_LIFE);
  for (guint k = 0; k < w->n_cells; k++)
    w->cells[k].own_base = w->cells[k].investment * own;
}

/* Depreciation of year t, once its capitalised interest is known. */
static void
depreciate (Workspace *w, guint t)
{
  const Lanes buildings = w->depreciation_share[0], equipment = w->depreciation_share[1], intangibles = w->depreciation_share[2];
  Lanes own = lanes_all (0), all = own;
  Lanes *y = w->scope.years[t];

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];
      const Lanes *lives = cell->phase->years[t].depreciating;
      const Lanes share = buildings * lives[0] + equipment * lives[1] + intangibles * lives[2];

      own += cell->own_base * share;
      all += (cell->own_base + cell->capitalised_so_far) * share;
    }
  y[OWN_DEPRECIATION] = own;
  y[DEPRECIATION] = all;
}

/* What the assets stand for in the books. Returns NA° of the last year. */
static Lanes
net_assets (Workspace *w)
{
  const Lanes own_share = 1.0 - INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE);
  Lanes sum = lanes_all (0), own = sum;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[CAPEX] = y[INVESTMENT] * own_share;
      sum += y[CAPEX] + y[INTEREST_CAPITALISED] - y[DEPRECIATION];
      own += y[CAPEX] - y[OWN_DEPRECIATION];
      y[NET_ASSETS] = sum;
    }
  return own;
}
