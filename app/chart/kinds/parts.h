/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene-data.h"
#include "study/projection.h"

/**
 * OutlayParts:
 *
 * The parts of a whole that a chart shows, each a row of numbers: initiatives, phases or kinds. The largest keep their place and colour; where there are
 * too many the rest is one part, "N others".
 */
typedef struct
{
  guint n;
  guint n_points;
  double *values; /* n rows of n_points */
  int *items;     /* the position of each in the plan; −1 for the others */
  guint n_others;
} OutlayParts;

typedef const double *(*OutlayRowFunc) (guint item, gpointer data);

/* Rows of n_items, each of n_points or NULL for nothing; no more than `most` parts. */
void outlay_parts_init (OutlayParts *parts, guint n_items, guint n_points, guint most, OutlayRowFunc row, gpointer data);
void outlay_parts_clear (OutlayParts *parts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayParts, outlay_parts_clear)

/* "12 others" */
char *outlay_parts_others_name (const OutlayParts *parts);
