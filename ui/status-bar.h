/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayStatusBar:
 *
 * Quiet line under the pages: whether the books balance, what the plan warns of, how many targets are met, and whether the plan is saved.
 *
 * Properties: document (nullable), balanced (read-only), compact (without the time of saving, which the title tells too).
 */
#define OUTLAY_TYPE_STATUS_BAR (outlay_status_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayStatusBar, outlay_status_bar, OUTLAY, STATUS_BAR, AdwBin)
