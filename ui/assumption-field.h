/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/assumption-list.h"

/**
 * OutlayAssumptionField:
 *
 * The entry of one cell of a row: shows its value, takes what is typed, and goes on to the next with Return and the arrows.
 */
#define OUTLAY_TYPE_ASSUMPTION_FIELD (outlay_assumption_field_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionField, outlay_assumption_field, OUTLAY, ASSUMPTION_FIELD, AdwBin)

/* list: in which it stands, and which lives longer. width: in characters */
GtkWidget *outlay_assumption_field_new (OutlayAssumptionList *list, int width);
/* row NULL: none */
void outlay_assumption_field_set_cell (OutlayAssumptionField *field, OutlayAssumptionRow *row, guint cell);
/* What the row says now. */
void outlay_assumption_field_update (OutlayAssumptionField *field);
/* With all of it selected. */
gboolean outlay_assumption_field_focus (OutlayAssumptionField *field);
/* Makes what is typed the value. FALSE where it is not right. */
gboolean outlay_assumption_field_commit (OutlayAssumptionField *field);
/* Shows the value again instead of what is typed. FALSE where nothing is. */
gboolean outlay_assumption_field_take_back (OutlayAssumptionField *field);
/* That the typing hand is in it. */
gboolean outlay_assumption_field_has_focus (OutlayAssumptionField *field);
