/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayRampCurve:
 *
 * The ramp-up of an initiative: which share of the output that its money builds is made in each twelve months after completion. The points are dragged up and
 * down; the last one holds for good.
 *
 * Properties: document, initiative (its position).
 */
#define OUTLAY_TYPE_RAMP_CURVE (outlay_ramp_curve_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRampCurve, outlay_ramp_curve, OUTLAY, RAMP_CURVE, GtkWidget)

guint outlay_ramp_curve_get_initiative (OutlayRampCurve *curve);
void outlay_ramp_curve_set_initiative (OutlayRampCurve *curve, guint initiative);
/* One year more, as the last one is, or one less. Says where it cannot be. */
void outlay_ramp_curve_add_year (OutlayRampCurve *curve);
void outlay_ramp_curve_remove_year (OutlayRampCurve *curve);
guint outlay_ramp_curve_count (OutlayRampCurve *curve);
