/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/**
 * OutlayHistoryPopover:
 *
 * Every step of a plan, the latest on top; choosing one goes there. Property: document.
 */
#define OUTLAY_TYPE_HISTORY_POPOVER (outlay_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (OutlayHistoryPopover, outlay_history_popover, OUTLAY, HISTORY_POPOVER, GtkPopover)
