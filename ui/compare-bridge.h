/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare-session.h"

/**
 * OutlayCompareBridge:
 *
 * A card that explains the difference of one figure between two of the chosen scenarios, change by change. Computed beside the frame, and anew whenever
 * something changes; what was being computed is then left.
 */
#define OUTLAY_TYPE_COMPARE_BRIDGE (outlay_compare_bridge_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareBridge, outlay_compare_bridge, OUTLAY, COMPARE_BRIDGE, GtkBox)

/* session: (nullable): none, and nothing is computed any more. */
void outlay_compare_bridge_show (OutlayCompareBridge *bridge, OutlayCompareSession *session);
/* Nothing is computed while nobody looks; what was being computed then begins anew. */
void outlay_compare_bridge_pause (OutlayCompareBridge *bridge);
void outlay_compare_bridge_resume (OutlayCompareBridge *bridge);
