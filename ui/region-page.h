/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayRegionPage:
 *
 * The plan against the figures of its district and its city, and what it brings for the land that it takes, against thresholds that the planner sets. Follows
 * every edit while it is in sight, at most once a frame.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_REGION_PAGE (outlay_region_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRegionPage, outlay_region_page, OUTLAY, REGION_PAGE, AdwBin)
