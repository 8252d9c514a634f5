/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §2 Capacity and output. Included by kernel.c. */

#include "engine/workspace.h"

/* k = (I / D)^(1 / e) */
static Lanes
capacity_share (const Workspace *w, Lanes investment)
{
  const Lanes exponent = INITIATIVE_NUMBER (w, SCALE_EXPONENT);
  Lanes share = investment / INITIATIVE_NUMBER (w, DESIGN_INVESTMENT);

  if (!lanes_all_equal_to (exponent, 1))
    for (int lane = 0; lane < LANE_WIDTH; lane++)
      if (exponent[lane] != 1)
        share[lane] = pow (share[lane], 1 / exponent[lane]);
  return share;
}

/* U. A ramp-up year adds nothing to the years that it does not reach in any lane, and its whole share to those that the last one fills
 * in every lane. */
static void
ramp_up (const Workspace *w, Cell *cell)
{
  const guint first = w->shape->first_ramp_up[w->initiative];
  const guint n = w->shape->first_ramp_up[w->initiative + 1] - first;
  Lanes begin = cell->phase->completion;

  for (guint t = 0; t < w->n_years; t++)
    cell->output[t] = lanes_all (0);
  for (guint g = 0; g < n; g++)
    {
      const Lanes share = number (w, outlay_shape_ramp_up (w->shape, w->initiative, g));
      const Lanes end = g + 1 < n ? begin + 12.0 : lanes_all (INFINITY);
      const guint last = g + 1 < n ? year_after_last (w, end) : year_after_last (w, begin);

      for (guint t = year_of_first (w, begin); t < last; t++)
        cell->output[t] += share * year (begin, end, t);
      for (guint t = last; g + 1 == n && t < w->n_years; t++)
        cell->output[t] += share;
      begin = end;
    }
}

static void
begin_cell (Workspace *w, guint phase, Lanes investment)
{
  const guint n_ramp_up = w->shape->first_ramp_up[w->initiative + 1] - w->shape->first_ramp_up[w->initiative];
  const Mask money = lanes_less (lanes_all (0), investment);
  const Lanes capacity_built = capacity_share (w, investment);
  Cell *cell = &w->cells[w->n_cells++];
  Lanes ready;

  cell->phase = &w->phases[phase];
  cell->investment = investment;
  ramp_up (w, cell);
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      cell->output[t] *= capacity_built;
      w->built[t] += cell->output[t];
      y[OPERATED] += investment * cell->phase->years[t].operation;
      y[INVESTMENT] += investment * cell->phase->years[t].spending;
    }

  ready = cell->phase->completion + 12.0 * (n_ramp_up - 1);
  w->scope.investment += investment;
  w->scope.start = lanes_select (money, lanes_min (w->scope.start, cell->phase->start), w->scope.start);
  w->scope.ready = lanes_select (money, lanes_max (w->scope.ready, ready), w->scope.ready);
}

/* The cells of the initiative that have money in some lane, and what they build. */
static void
capacity (Workspace *w)
{
  w->n_cells = 0;
  w->scope.investment = lanes_all (0);
  w->scope.start = lanes_all (INFINITY);
  w->scope.ready = lanes_all (-INFINITY);
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      w->built[t] = y[OPERATED] = y[INVESTMENT] = lanes_all (0);
    }
  for (guint p = 0; p < w->shape->n_phases; p++)
    {
      const Lanes investment = number (w, outlay_shape_cell (w->shape, w->initiative, p));

      if (mask_any (lanes_less (lanes_all (0), investment)))
        begin_cell (w, p, investment);
    }
}

/* degraded = output · (1 − d)^max (0, t − c / 12): the power once, in the first year after completion, then a factor a year. */
static void
degrade (const Workspace *w, const Cell *cell, Lanes degradation)
{
  const Lanes completion = cell->phase->completion, factor = 1.0 - degradation;
  Lanes first, power, left = lanes_all (1);

  for (int lane = 0; lane < LANE_WIDTH; lane++)
    {
      first[lane] = MAX (0, floor (completion[lane] / 12) + 1);
      power[lane] = pow (factor[lane], first[lane] - completion[lane] / 12);
    }
  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes now = lanes_all (t);

      left = lanes_select (lanes_less (first, now), left * factor, left);
      left = lanes_select (lanes_equal (first, now), power, left);
      cell->degraded[t] = cell->output[t] * left;
    }
}

/* Σ_p k · U · (1 − d)^…: what is produced, as a share of the product's capacity. */
static const Lanes *
utilisation (Workspace *w, Lanes degradation)
{
  Lanes *sum = w->scratch;

  if (lanes_all_equal_to (degradation, 0))
    {
      for (guint k = 0; k < w->n_cells; k++)
        w->cells[k].degraded = w->cells[k].output;
      return w->built;
    }

  for (guint t = 0; t < w->n_years; t++)
    sum[t] = lanes_all (0);
  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];

      cell->degraded = cell->output + (gsize) w->shape->n_phases * w->n_years;
      degrade (w, cell, degradation);
      for (guint t = 0; t < w->n_years; t++)
        sum[t] += cell->degraded[t];
    }
  return sum;
}

/* Output value, revenue, own use and CO2 of one product in each phase: those of the whole, shared by what each phase produces. */
static void
produce_by_phase (const Workspace *w, guint product, const Lanes *whole)
{
  const Lanes *quantity = w->quantity + product * w->n_years, *revenue = w->revenue + product * w->n_years;
  const Lanes *value = w->value + product * w->n_years, *own = w->scratch + w->n_years;
  const Lanes co2 = PRODUCT_NUMBER (w, CO2_AVOIDED, product);

  for (guint k = 0; k < w->n_cells; k++)
    {
      const Cell *cell = &w->cells[k];

      for (guint t = 0; t < w->n_years; t++)
        {
          const Lanes part = lanes_where (lanes_less (lanes_all (0), whole[t]), cell->degraded[t] / whole[t]);

          cell_row (w, cell, OUTPUT_VALUE)[t] += part * value[t];
          cell_row (w, cell, REVENUE)[t] += part * revenue[t];
          cell_row (w, cell, OWN_USE)[t] += part * own[t];
          cell_row (w, cell, CO2_AVOIDED)[t] += part * quantity[t] * co2;
        }
    }
}

static void
produce (Workspace *w, guint product)
{
  const Lanes design_capacity = PRODUCT_NUMBER (w, CAPACITY, product);
  const Lanes sell_through = PRODUCT_NUMBER (w, SELL_THROUGH, product), own_share = 1.0 - sell_through;
  const Lanes price_factor = 1.0 + PRODUCT_NUMBER (w, PRICE_GROWTH, product);
  const Lanes market_factor = 1.0 + PRODUCT_NUMBER (w, MARKET_GROWTH, product);
  const Lanes co2 = PRODUCT_NUMBER (w, CO2_AVOIDED, product);
  const Lanes *whole = utilisation (w, PRODUCT_NUMBER (w, DEGRADATION, product));
  Lanes price = PRODUCT_NUMBER (w, PRICE, product), own_price = PRODUCT_NUMBER (w, OWN_USE_VALUE, product);
  Lanes market = PRODUCT_NUMBER (w, MARKET_LIMIT, product);
  Lanes *quantity = w->quantity + product * w->n_years, *sold = w->sold + product * w->n_years;
  Lanes *revenue = w->revenue + product * w->n_years, *value = w->value + product * w->n_years;
  Lanes *own = w->scratch + w->n_years;

  for (guint t = 0; t < w->n_years; t++)
    {
      const Lanes potential = design_capacity * whole[t], kept = own_share * potential;
      Lanes *y = w->scope.years[t];

      sold[t] = lanes_min (sell_through * potential, market);
      quantity[t] = kept + sold[t];
      value[t] = quantity[t] * price;
      revenue[t] = sold[t] * price;
      own[t] = kept * own_price;
      y[OUTPUT_VALUE] += value[t];
      y[REVENUE] += revenue[t];
      y[OWN_USE] += own[t];
      y[CO2_AVOIDED] += quantity[t] * co2;
      price *= price_factor;
      own_price *= price_factor;
      market *= market_factor;
    }
  if (w->batch->needs.phases)
    produce_by_phase (w, product, whole);
}

/* Quantities, output value, revenue, own use and CO2 avoided. */
static void
production (Workspace *w)
{
  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[OUTPUT_VALUE] = y[REVENUE] = y[OWN_USE] = y[CO2_AVOIDED] = lanes_all (0);
    }
  for (guint j = 0; j < w->n_products; j++)
    produce (w, j);
}
