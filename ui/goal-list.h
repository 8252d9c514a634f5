/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayGoalList:
 *
 * The targets of a plan, or the public figures of its region, in a list that follows every edit while it is in sight, at most once a frame.
 */
#define OUTLAY_TYPE_GOAL_LIST (outlay_goal_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayGoalList, outlay_goal_list, OUTLAY, GOAL_LIST, AdwBin)

/* document: (nullable). figures: the region's figures; the plan's targets otherwise. empty: what is said where there are none. */
void outlay_goal_list_show (OutlayGoalList *list, OutlayDocument *document, gboolean figures, const char *empty);
/* A form that may add one stands before the list: where it does, the keys go on with it when the form has gone. */
void outlay_goal_list_follow (OutlayGoalList *list, AdwDialog *form);
