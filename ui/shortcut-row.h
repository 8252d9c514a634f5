/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * OutlayShortcutRow:
 *
 * What keys do: the title, and each of the ways to press them; below the title where there is no room beside it. "action" is the detailed name of an action,
 * whose keys are the application's; "keys" are accelerators between spaces, for what is no action.
 */
#define OUTLAY_TYPE_SHORTCUT_ROW (outlay_shortcut_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayShortcutRow, outlay_shortcut_row, OUTLAY, SHORTCUT_ROW, AdwPreferencesRow)
