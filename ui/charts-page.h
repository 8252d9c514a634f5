/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayChartsPage:
 *
 * Every chart of the plan beside each other, to be looked at, taken away, and chosen for presentations. Those that compare scenarios stand on a page of their
 * own.
 *
 * Properties: document.
 */
#define OUTLAY_TYPE_CHARTS_PAGE (outlay_charts_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayChartsPage, outlay_charts_page, OUTLAY, CHARTS_PAGE, AdwBin)
