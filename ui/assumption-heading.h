/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-list.h"

/**
 * OutlayAssumptionHeading:
 *
 * The name of an object of the plan, with a menu of what can be done with it, or of a group of its numbers.
 */
#define OUTLAY_TYPE_ASSUMPTION_HEADING (outlay_assumption_heading_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionHeading, outlay_assumption_heading, OUTLAY, ASSUMPTION_HEADING, GtkBox)

GtkWidget *outlay_assumption_heading_new (OutlayAssumptionList *list);
/* row: (nullable): of any kind; what is no heading is not shown */
void outlay_assumption_heading_set_row (OutlayAssumptionHeading *heading, OutlayAssumptionRow *row);
void outlay_assumption_heading_update (OutlayAssumptionHeading *heading);
