/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlayShareBar:
 *
 * A bar that is filled as far as a share says: more than the whole fills it, and the smallest share above nothing can still be seen. The number stands beside it.
 */
#define OUTLAY_TYPE_SHARE_BAR (outlay_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayShareBar, outlay_share_bar, OUTLAY, SHARE_BAR, GtkWidget)

/* NaN: nothing is filled. */
void outlay_share_bar_set_share (OutlayShareBar *bar, double share);
