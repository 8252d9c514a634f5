/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/grid-step.h"

/**
 * OutlaySplitGrid:
 *
 * Where the cells of the split table stand: initiatives down, phases across, with a head, a column of names, sums at the right and below that stay while the
 * rest scrolls. Numbers alone, in pixels of the table; a place is an initiative and a phase, −1 for the sum over all of them as in #OutlaySplit.
 */
typedef struct
{
  guint n_initiatives;
  guint n_phases;
  double width;
  double height;
  double head_height;
  double row_height;
  double sum_height;
  double name_width;
  double title_height; /* of names that stand above their row's amounts and not beside them */
  double least_phase_width;
  double sum_width;
  double scroll_x;
  double scroll_y;
} OutlaySplitGrid;

typedef struct
{
  int initiative;
  int phase;
} OutlaySplitPlace;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} OutlayRectangle;

typedef enum
{
  OUTLAY_SPLIT_PART_NOTHING,
  OUTLAY_SPLIT_PART_CELL, /* an amount, sums too */
  OUTLAY_SPLIT_PART_NAME, /* place: (initiative, −1) */
  OUTLAY_SPLIT_PART_HEAD, /* place: (−1, phase) */
} OutlaySplitPart;

static inline gboolean
outlay_split_place_equal (OutlaySplitPlace a, OutlaySplitPlace b)
{
  return a.initiative == b.initiative && a.phase == b.phase;
}

/* What all rows and all phases take, and what there is room for. */
double outlay_split_grid_content_width (const OutlaySplitGrid *grid);
double outlay_split_grid_content_height (const OutlaySplitGrid *grid);
double outlay_split_grid_page_width (const OutlaySplitGrid *grid);
double outlay_split_grid_page_height (const OutlaySplitGrid *grid);
double outlay_split_grid_phase_width (const OutlaySplitGrid *grid);

/* Of a cell or a sum; may lie outside of what is visible. */
void outlay_split_grid_cell (const OutlaySplitGrid *grid, OutlaySplitPlace place, OutlayRectangle *rectangle);
/* The part where rows and phases scroll. */
void outlay_split_grid_body (const OutlaySplitGrid *grid, OutlayRectangle *rectangle);
/* The rows and phases of which anything can be seen: first … end − 1. */
void outlay_split_grid_visible_rows (const OutlaySplitGrid *grid, guint *first, guint *end);
void outlay_split_grid_visible_phases (const OutlaySplitGrid *grid, guint *first, guint *end);
OutlaySplitPart outlay_split_grid_pick (const OutlaySplitGrid *grid, double x, double y, OutlaySplitPlace *place);

/* The place a step leads to; the same place at an edge. */
OutlaySplitPlace outlay_split_grid_step (const OutlaySplitGrid *grid, OutlaySplitPlace place, OutlayStep step);
/* The scroll positions that show a place wholly, as near as possible to the ones now. */
void outlay_split_grid_reveal (const OutlaySplitGrid *grid, OutlaySplitPlace place, double *scroll_x, double *scroll_y);
