/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "ui/document.h"

/**
 * OutlayStepItem:
 *
 * One state that the plan has been in. Properties: description (what led to it), current, undone (it lies ahead), saved.
 */
#define OUTLAY_TYPE_STEP_ITEM (outlay_step_item_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStepItem, outlay_step_item, OUTLAY, STEP_ITEM, GObject)

guint outlay_step_item_get_position (OutlayStepItem *item);
gboolean outlay_step_item_is_current (OutlayStepItem *item);

/**
 * OutlayStepList:
 *
 * The states of a history as a list model, the latest first. Items are made when they are looked at, so that it costs the same for ten steps as for ten
 * thousand. It shows the history as it was when the list was made or last told to look again.
 */
#define OUTLAY_TYPE_STEP_LIST (outlay_step_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStepList, outlay_step_list, OUTLAY, STEP_LIST, GObject)

OutlayStepList *outlay_step_list_new (OutlayDocument *document);
void outlay_step_list_look_again (OutlayStepList *list);
