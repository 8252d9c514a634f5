/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-list.h"

/**
 * OutlayAssumptionRamp:
 *
 * The shares of a ramp-up, a field for each year, and buttons for one year more or less.
 */
#define OUTLAY_TYPE_ASSUMPTION_RAMP (outlay_assumption_ramp_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionRamp, outlay_assumption_ramp, OUTLAY, ASSUMPTION_RAMP, AdwBin)

GtkWidget *outlay_assumption_ramp_new (OutlayAssumptionList *list);
void outlay_assumption_ramp_set_row (OutlayAssumptionRamp *ramp, OutlayAssumptionRow *row);
void outlay_assumption_ramp_update (OutlayAssumptionRamp *ramp);
gboolean outlay_assumption_ramp_focus (OutlayAssumptionRamp *ramp, guint cell);
gboolean outlay_assumption_ramp_settle (OutlayAssumptionRamp *ramp);
