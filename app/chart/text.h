/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

/**
 * OutlayTexts:
 *
 * Texts that have been set, kept for the next redraw: while a boundary is dragged most labels of a chart stay the same. One for each font family and
 * thread, on a font map of its own, so that neither the desktop's hinting nor its text scale changes a chart.
 */
typedef struct _OutlayTexts OutlayTexts;

typedef struct
{
  PangoLayout *layout;
  double width;    /* logical, in pixels */
  double height;
  double baseline; /* from the top */
} OutlayText;

/* family NULL: the system's. Owned by the thread. */
OutlayTexts *outlay_texts_get (const char *family);
/* One line of text of size pixels, shortened with an ellipsis to max_width where that is ≥ 0. Valid until the next call of outlay_texts_trim(). */
const OutlayText *outlay_texts_set (OutlayTexts *texts, const char *string, double size, gboolean strong, double max_width);
/* Forgets texts when there are too many; layouts that somebody holds a reference to live on. */
void outlay_texts_trim (OutlayTexts *texts);
