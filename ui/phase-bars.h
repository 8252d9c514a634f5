/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayPhaseBars:
 *
 * The phases of a document as bars on a calendar: the works, the delay behind them, and how output rises after completion. Bars are dragged and stretched by
 * months; so do the keys. The calendar shows the years that the charts of the document show.
 *
 * Properties: document, adjustment (of what it is scrolled in: the head of the calendar stays), plot-left and plot-right (what is left free beside the
 * calendar, in pixels, for charts that stand in line with it).
 */
#define OUTLAY_TYPE_PHASE_BARS (outlay_phase_bars_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPhaseBars, outlay_phase_bars, OUTLAY, PHASE_BARS, GtkWidget)
