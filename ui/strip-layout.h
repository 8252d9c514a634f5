/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlayStripLayout:
 *
 * Equal cards side by side; where they do not fit, in as few rows as they need, as evenly filled as they can be (seven become four and three, not six and one).
 * Compact, all in one row, each as wide as it needs: the row is as long as it is, to be scrolled.
 */
#define OUTLAY_TYPE_STRIP_LAYOUT (outlay_strip_layout_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStripLayout, outlay_strip_layout, OUTLAY, STRIP_LAYOUT, GtkLayoutManager)

void outlay_strip_layout_set_compact (OutlayStripLayout *layout, gboolean compact);
