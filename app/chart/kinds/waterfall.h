/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene-data.h"

/**
 * OutlayWaterfall:
 *
 * Rows one below the other, each a step from where the last one ended, or a sum, whose bar begins at 0. A kind adds the rows, sets unit and decimals, has them
 * rounded, says how each is written, and has them drawn.
 */
typedef struct
{
  char *name;
  double value;  /* what a step adds; where a sum stands */
  gboolean sum;
  double shown;  /* the value as it is written, in the last decimal: between sums everything adds up */
  char *written; /* behind the bar */
  char *unit;    /* said behind that under the pointer, where the picture has it once for all */
} OutlayWaterfallRow;

typedef struct
{
  GArray *rows; /* OutlayWaterfallRow, a sum first */
  OutlayAmountUnit unit;
  int decimals;
  double base; /* where the bars of sums begin, when it is drawn */
} OutlayWaterfall;

void outlay_waterfall_init (OutlayWaterfall *waterfall);
void outlay_waterfall_clear (OutlayWaterfall *waterfall);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayWaterfall, outlay_waterfall_clear)

void outlay_waterfall_add (OutlayWaterfall *waterfall, const char *name, double value, gboolean sum);
static inline OutlayWaterfallRow *
outlay_waterfall_row (const OutlayWaterfall *waterfall, guint n)
{
  return &g_array_index (waterfall->rows, OutlayWaterfallRow, n);
}

/* The largest magnitude of any row, from which a unit is chosen; and enough decimals in that for the whole and two figures of the largest step. */
double outlay_waterfall_largest (const OutlayWaterfall *waterfall);
void outlay_waterfall_choose_decimals (OutlayWaterfall *waterfall);
void outlay_waterfall_round (OutlayWaterfall *waterfall);
/* Axes, bars, names, figures, and for each row a series with its words. cut: where the steps would be too short beside the sums, these begin elsewhere than at 0. */
void outlay_waterfall_draw (OutlayWaterfall *waterfall, OutlayScene *scene, gboolean cut);
/* "Title, unit. Sales: 10.2 bn yuan. …" */
void outlay_waterfall_summarise (OutlayScene *scene, const char *head);
