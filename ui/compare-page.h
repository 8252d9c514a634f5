/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayComparePage:
 *
 * Scenarios side by side: their indicators, what differs in their inputs and who says so, their charts laid over each other, and a bridge that explains a
 * difference. Follows every edit while it is in sight, at most once a frame.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_COMPARE_PAGE (outlay_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayComparePage, outlay_compare_page, OUTLAY, COMPARE_PAGE, AdwBin)
