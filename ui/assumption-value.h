/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-list.h"

/**
 * OutlayAssumptionValue:
 *
 * What stands in the column of values: a field, a choice, a colour, the fields of a ramp-up; made when a row first needs it.
 */
#define OUTLAY_TYPE_ASSUMPTION_VALUE (outlay_assumption_value_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionValue, outlay_assumption_value, OUTLAY, ASSUMPTION_VALUE, AdwBin)

GtkWidget *outlay_assumption_value_new (OutlayAssumptionList *list);
void outlay_assumption_value_set_row (OutlayAssumptionValue *value, OutlayAssumptionRow *row);
void outlay_assumption_value_update (OutlayAssumptionValue *value);
gboolean outlay_assumption_value_focus (OutlayAssumptionValue *value, guint cell);
gboolean outlay_assumption_value_settle (OutlayAssumptionValue *value);
