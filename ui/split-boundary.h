/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart-view.h"
#include "ui/split-grid.h"

/**
 * OutlaySplitBoundary:
 *
 * A line of the split picture that can be dragged: between two phases, or inside a phase between two initiatives.
 */
typedef struct
{
  gboolean between_phases;
  guint phase;    /* the left one, or the one it lies in */
  guint above;    /* initiatives, where it lies inside a phase */
  guint below;
  OutlayRectangle line;
  double extent; /* of the left phase's width, or the upper initiative's height, in pixels */
} OutlaySplitBoundary;

gboolean outlay_split_boundary_equal (const OutlaySplitBoundary *a, const OutlaySplitBoundary *b);

/* The boundaries of a view of the split picture from left to right, each phase's own from above before the one at its right. Where rectangles are too flat to
 * take hold of there is none. (transfer full) (element-type OutlaySplitBoundary) */
GArray *outlay_split_boundaries_find (OutlayChartView *view);
/* The boundary near a point, or −1. */
int outlay_split_boundaries_pick (GArray *boundaries, double x, double y);
