/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* How a key moves the cursor of a grid. Left and right are where they point, rows begin where reading begins. */
typedef enum
{
  OUTLAY_STEP_LEFT,
  OUTLAY_STEP_RIGHT,
  OUTLAY_STEP_UP,
  OUTLAY_STEP_DOWN,
  OUTLAY_STEP_ROW_START,
  OUTLAY_STEP_ROW_END,
  OUTLAY_STEP_COLUMN_START,
  OUTLAY_STEP_COLUMN_END,
  OUTLAY_STEP_PAGE_UP,
  OUTLAY_STEP_PAGE_DOWN,
  OUTLAY_STEP_FIRST,
  OUTLAY_STEP_LAST,
} OutlayStep;

/* FALSE for keys that move nothing. mirrored: the grid is read from right to left, and its first column stands at the right. */
gboolean outlay_step_find (guint key, gboolean control, gboolean mirrored, OutlayStep *step);
