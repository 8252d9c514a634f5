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
  Lanes own = lanes_all (0), all = own;

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];
      Lanes *const *lives = w->phases[cell->phase].depreciating;
      const Lanes share = w->depreciation_share[0] * lives[0][t] + w->depreciation_share[1] * lives[1][t]
                          + w->depreciation_share[2] * lives[2][t];

      own += cell->own_base * share;
      all += (cell->own_base + cell->capitalised_so_far) * share;
    }
  OTHER_ROW (w, OWN_DEPRECIATION)[t] = own;
  ROW (w, DEPRECIATION)[t] = all;
}

/* What the assets stand for in the books. Returns NA° of the last year. */
static Lanes
net_assets (Workspace *w)
{
  const Lanes own_share = 1.0 - INITIATIVE_NUMBER (w, INVESTMENT_VAT_SHARE);
  const Lanes *spent = ROW (w, INVESTMENT), *capitalised = ROW (w, INTEREST_CAPITALISED);
  const Lanes *depreciation = ROW (w, DEPRECIATION), *own_depreciation = OTHER_ROW (w, OWN_DEPRECIATION);
  Lanes *net = ROW (w, NET_ASSETS), *capex = OTHER_ROW (w, CAPEX);
  Lanes sum = lanes_all (0), own = sum;

  for (guint t = 0; t < w->n_years; t++)
    {
      capex[t] = spent[t] * own_share;
      sum += capex[t] + capitalised[t] - depreciation[t];
      own += capex[t] - own_depreciation[t];
      net[t] = sum;
    }
  return own;
}
