/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlaySplitPage:
 *
 * The page where the investment is divided: table and picture of the split, and the charts that follow them.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_SPLIT_PAGE (outlay_split_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplitPage, outlay_split_page, OUTLAY, SPLIT_PAGE, AdwBin)
