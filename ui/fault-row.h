/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * OutlayFaultRow:
 *
 * A row below a field of a form that says what is wrong with what was typed there; it is not to be seen while nothing is.
 */
#define OUTLAY_TYPE_FAULT_ROW (outlay_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFaultRow, outlay_fault_row, OUTLAY, FAULT_ROW, GtkListBoxRow)

/* Says it, and marks the field; message NULL: all is well. */
void outlay_fault_row_tell (OutlayFaultRow *row, GtkWidget *field, const char *message);

/* Marks a field as wrong, or as right, by itself: for a screen reader too. */
void outlay_field_mark (GtkWidget *field, const char *message);
