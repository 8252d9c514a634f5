/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayTimelinePage:
 *
 * The page where the phases are laid in time: their bars on a calendar, what is spent and in use in each year below them, and the ramp-up of each initiative.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_TIMELINE_PAGE (outlay_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTimelinePage, outlay_timeline_page, OUTLAY, TIMELINE_PAGE, AdwBin)
