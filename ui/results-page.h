/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "store/view.h"
#include "ui/document.h"

/**
 * OutlayResultsPage:
 *
 * The statements of a feasibility study and the indicators, of the plan, an initiative or a phase, in one table that follows every edit.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_RESULTS_PAGE (outlay_results_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayResultsPage, outlay_results_page, OUTLAY, RESULTS_PAGE, AdwBin)

/* What is chosen, as a view of a window keeps it. The signal "chosen" tells of another choice. */
void outlay_results_page_describe (OutlayResultsPage *page, OutlayView *view);
void outlay_results_page_restore (OutlayResultsPage *page, const OutlayView *view);
