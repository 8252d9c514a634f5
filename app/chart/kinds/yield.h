/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/kinds/parts.h"

/* What becomes of a year's output. */
typedef enum
{
  OUTLAY_END_TAX,
  OUTLAY_END_PROFIT,
  OUTLAY_END_REST,
  OUTLAY_N_ENDS,
} OutlayEnd;

/**
 * OutlayYield:
 *
 * What is invested in the phases and initiatives of a plan, and what it yields in the design year; the small ones joined.
 */
typedef struct
{
  OutlayParts initiatives; /* a row of all phases each */
  OutlayParts phases;      /* a row of the initiatives above each */
  int design;              /* year of the output, from 0; −1 for none */
  double *outputs;         /* of each initiative above */
  double *ends;            /* of each OUTLAY_N_ENDS amounts, which add up to its output unless tax alone is more */
  double output;
  double tax;
  gboolean has_profit;     /* the net profit is a part of every initiative's output; else it is left in the rest */
} OutlayYield;

/* projection: asked for output value, tax and net profit of initiatives, and the plan's design year. */
void outlay_yield_init (OutlayYield *yield, OutlayProjection *projection, guint most_phases, guint most_initiatives);
void outlay_yield_clear (OutlayYield *yield);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayYield, outlay_yield_clear)
