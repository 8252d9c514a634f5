/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayGoalRow:
 *
 * A target or a public figure of the region in a list, with what the plan comes to beside it. Its menu and keys edit, remove and move it.
 */
#define OUTLAY_TYPE_GOAL_ROW (outlay_goal_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayGoalRow, outlay_goal_row, OUTLAY, GOAL_ROW, GtkListBoxRow)

GtkWidget *outlay_goal_row_new (OutlayDocument *document, OutlayNode *goal);
OutlayNode *outlay_goal_row_get_goal (OutlayGoalRow *row);
/* Reads it anew. */
void outlay_goal_row_update (OutlayGoalRow *row);
