/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/**
 * OutlayIndicatorStrip:
 *
 * The figures by which a plan is judged, on every page: each with its targets and its difference to the compared scenario.
 *
 * Property: document (nullable).
 */
#define OUTLAY_TYPE_INDICATOR_STRIP (outlay_indicator_strip_get_type ())
G_DECLARE_FINAL_TYPE (OutlayIndicatorStrip, outlay_indicator_strip, OUTLAY, INDICATOR_STRIP, GtkWidget)

/* One line of names and figures, which is scrolled where it is longer than the window. */
void outlay_indicator_strip_set_compact (OutlayIndicatorStrip *strip, gboolean compact);
