/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-list.h"

/**
 * OutlayAssumptionLine:
 *
 * The widget of a row of assumptions, used for one after another.
 */
#define OUTLAY_TYPE_ASSUMPTION_LINE (outlay_assumption_line_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionLine, outlay_assumption_line, OUTLAY, ASSUMPTION_LINE, GtkBox)

GtkWidget *outlay_assumption_line_new (OutlayAssumptionList *list);
/* row NULL: none */
void outlay_assumption_line_set_row (OutlayAssumptionLine *line, OutlayAssumptionRow *row);
OutlayAssumptionRow *outlay_assumption_line_get_row (OutlayAssumptionLine *line);
/* Lays it out as the list says. */
void outlay_assumption_line_lay (OutlayAssumptionLine *line);
/* Draws influence anew, which may be to another scale. */
void outlay_assumption_line_show_influence (OutlayAssumptionLine *line);
/* A cell of a ramp-up whose influence is shown. */
void outlay_assumption_line_reach (OutlayAssumptionLine *line, guint cell);
gboolean outlay_assumption_line_focus (OutlayAssumptionLine *line, guint cell);
/* Commits what has the focus. */
gboolean outlay_assumption_line_settle (OutlayAssumptionLine *line);

/* The widths of the columns, for the head above them. */
#define OUTLAY_ASSUMPTION_FIELD_CHARS 11
#define OUTLAY_ASSUMPTION_UNIT_CHARS 15
#define OUTLAY_ASSUMPTION_SOURCE_CHARS 10
#define OUTLAY_ASSUMPTION_SPACING 8
