/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/chart-view.h"

/**
 * Dragging a chart out of the window: into a file manager as a PNG file, into a document as the picture that it likes best.
 */

/* Makes `handle` the place where the chart of `view` can be taken hold of. */
void outlay_chart_drag_add (GtkWidget *handle, OutlayChartView *view);
/* Removes the files that drags have left; at the end of the program. */
void outlay_chart_drag_clean_up (void);
