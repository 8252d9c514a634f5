/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/assumption-row.h"

/**
 * OutlayAssumptionList:
 *
 * Rows of assumptions, as many as there are: only those in sight have widgets. Lines lie in one row of columns, or with what is beside a number below it.
 *
 * Properties: document; stacked (influence stands below), narrow (the field stands below the name).
 */
#define OUTLAY_TYPE_ASSUMPTION_LIST (outlay_assumption_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionList, outlay_assumption_list, OUTLAY, ASSUMPTION_LIST, AdwBin)

OutlayDocument *outlay_assumption_list_get_document (OutlayAssumptionList *list);
gboolean outlay_assumption_list_get_stacked (OutlayAssumptionList *list);
gboolean outlay_assumption_list_get_narrow (OutlayAssumptionList *list);

/* A GListModel of OutlayAssumptionRow. elsewhere: of many objects, so that each tells where it stands */
void outlay_assumption_list_set_rows (OutlayAssumptionList *list, GListModel *rows, gboolean elsewhere);
GListModel *outlay_assumption_list_get_rows (OutlayAssumptionList *list);
/* Shows what the plan holds now. */
void outlay_assumption_list_refresh (OutlayAssumptionList *list);

/* Scrolls to a row and puts the focus there. */
gboolean outlay_assumption_list_focus (OutlayAssumptionList *list, guint position, guint cell);
/* Goes to the next field up or down. */
void outlay_assumption_list_step (OutlayAssumptionList *list, OutlayAssumptionRow *row, guint cell, int step);
/* Somebody has come there. */
void outlay_assumption_list_reach (OutlayAssumptionList *list, OutlayAssumptionRow *row, guint cell);
/* Lays numbers that are on several lines, or in several columns, into this cell and those that follow. */
void outlay_assumption_list_paste (OutlayAssumptionList *list, OutlayAssumptionRow *row, guint cell, const char *text);
/* Takes what is being typed. FALSE where it is not right; then it has the focus. */
gboolean outlay_assumption_list_settle (OutlayAssumptionList *list);

/* The effect that is drawn longest. */
double outlay_assumption_list_get_largest (OutlayAssumptionList *list, OutlayInfluenceOutcome outcome);

/**
 * OutlayAssumptionList::go-to:
 * @row: a row among rows of other objects
 *
 * Somebody wants to see it among those of its own.
 *
 * OutlayAssumptionList::menu:
 * @row: the heading of an object
 * @button: the #GtkMenuButton that is about to open
 *
 * What can be done with the object is to be laid into the button.
 */
