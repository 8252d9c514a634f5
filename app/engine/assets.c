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
    {
      w->cells[k].own_base = w->cells[k].investment * own;
      w->cells[k].spent = w->cells[k].amortised = lanes_all (0);
    }
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

/* Amortisation of year t, and what of the assets is still being built or intangible at its end. */
static void
asset_kinds (Workspace *w, guint t)
{
  const Lanes rate = w->depreciation_share[2], none = lanes_all (0);
  const Lanes intangible_share = 1.0 - INITIATIVE_NUMBER (w, BUILDING_SHARE) - INITIATIVE_NUMBER (w, EQUIPMENT_SHARE);
  Lanes amortisation = none, in_progress = none, intangible = none;
  Lanes *y = w->scope.years[t];

  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];
      const PhaseYear *year = &cell->phase->years[t];
      const Lanes base = cell->own_base + cell->capitalised_so_far, written_off = base * rate * year->depreciating[2];
      const Mask complete = lanes_at_most (cell->phase->completion, lanes_all (12.0 * t + 12));

      cell->spent += year->spending;
      cell->amortised += written_off;
      amortisation += written_off;
      in_progress += lanes_select (complete, none, cell->own_base * cell->spent + cell->capitalised_so_far);
      intangible += lanes_where (complete, base * intangible_share - cell->amortised);
    }
  y[AMORTISATION] = amortisation;
  y[CONSTRUCTION_IN_PROGRESS] = in_progress;
  y[INTANGIBLE_ASSETS] = intangible;
}

/* What the assets stand for in the books, and without loans. */
static void
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
      y[NET_ASSETS_BEFORE_FINANCING] = own;
    }
}
