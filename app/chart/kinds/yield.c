/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/kinds/yield.h"

#include <math.h>

static const double *
cells_of (guint initiative, gpointer data)
{
  OutlayModel *model = data;

  return outlay_model_numbers (model) + outlay_shape_cell (outlay_model_shape (model), initiative, 0);
}

static const double *
row_of (guint row, gpointer data)
{
  const OutlayParts *parts = data;

  return parts->values + (gsize) row * parts->n_points;
}

/* Phases of money in the rows, the initiatives that are shown in the columns. */
static void
read_money (OutlayYield *yield, OutlayModel *model, guint most_phases, guint most_initiatives)
{
  const OutlayShape *shape = outlay_model_shape (model);
  OutlayParts turned = { .n = shape->n_phases };
  g_autofree double *values = NULL;

  outlay_parts_init (&yield->initiatives, shape->n_initiatives, shape->n_phases, most_initiatives, cells_of, model);
  turned.n_points = yield->initiatives.n;
  turned.values = values = g_new (double, MAX (turned.n * turned.n_points, 1));
  for (guint p = 0; p < turned.n; p++)
    for (guint i = 0; i < turned.n_points; i++)
      values[p * turned.n_points + i] = yield->initiatives.values[i * turned.n + p];
  outlay_parts_init (&yield->phases, shape->n_phases, yield->initiatives.n, most_phases, row_of, &turned);
}

/* The part that shows an initiative. */
static guint
find_part (const OutlayParts *parts, guint item)
{
  for (guint i = 0; i < parts->n; i++)
    if (parts->items[i] == (int) item)
      return i;
  return parts->n - 1;
}

static double
in_design_year (OutlayProjection *projection, int year, OutlaySeries series, guint initiative)
{
  const double *row = outlay_projection_series (projection, series, OUTLAY_SCOPE_INITIATIVE (initiative));

  return row != NULL && !isnan (row[year]) ? row[year] : 0;
}

/* Tax that is more than the output, as it may be in a year of little, widens the node: its own width is always true. */
static void
read_output (OutlayYield *yield, OutlayProjection *projection)
{
  const double year = outlay_projection_indicator (projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  const guint n = outlay_model_shape (outlay_projection_model (projection))->n_initiatives;

  yield->ends = g_new0 (double, MAX (yield->initiatives.n * OUTLAY_N_ENDS, 1));
  yield->outputs = g_new0 (double, MAX (yield->initiatives.n, 1));
  yield->design = isnan (year) ? -1 : (int) year - outlay_projection_first_year (projection);
  yield->has_profit = TRUE;
  for (guint i = 0; i < n && yield->design >= 0; i++)
    {
      const guint part = find_part (&yield->initiatives, i);

      yield->outputs[part] += in_design_year (projection, yield->design, OUTLAY_SERIES_OUTPUT_VALUE, i);
      yield->ends[part * OUTLAY_N_ENDS + OUTLAY_END_TAX] += in_design_year (projection, yield->design, OUTLAY_SERIES_TAX, i);
      yield->ends[part * OUTLAY_N_ENDS + OUTLAY_END_PROFIT] += in_design_year (projection, yield->design, OUTLAY_SERIES_NET_PROFIT, i);
    }
  for (guint i = 0; i < yield->initiatives.n; i++)
    {
      const double *ends = yield->ends + i * OUTLAY_N_ENDS;

      yield->output += yield->outputs[i];
      yield->tax += ends[OUTLAY_END_TAX];
      yield->has_profit &= ends[OUTLAY_END_PROFIT] >= 0 && ends[OUTLAY_END_TAX] + ends[OUTLAY_END_PROFIT] <= yield->outputs[i];
    }
  for (guint i = 0; i < yield->initiatives.n; i++)
    {
      double *ends = yield->ends + i * OUTLAY_N_ENDS;

      if (!yield->has_profit)
        ends[OUTLAY_END_PROFIT] = 0;
      ends[OUTLAY_END_TAX] = MAX (ends[OUTLAY_END_TAX], 0);
      ends[OUTLAY_END_REST] = MAX (yield->outputs[i] - ends[OUTLAY_END_TAX] - ends[OUTLAY_END_PROFIT], 0);
    }
}

void
outlay_yield_init (OutlayYield *yield, OutlayProjection *projection, guint most_phases, guint most_initiatives)
{
  *yield = (OutlayYield) { .design = -1 };
  read_money (yield, outlay_projection_model (projection), most_phases, most_initiatives);
  read_output (yield, projection);
}

void
outlay_yield_clear (OutlayYield *yield)
{
  outlay_parts_clear (&yield->initiatives);
  outlay_parts_clear (&yield->phases);
  g_clear_pointer (&yield->outputs, g_free);
  g_clear_pointer (&yield->ends, g_free);
}
