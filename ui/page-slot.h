/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/page.h"

/**
 * OutlayPageSlot:
 *
 * Where a page stands in the window. The page is made when it is first seen, so that a start takes the time and the memory of the one that it shows.
 *
 * Properties: page-type (the name of the type of an OutlayPage with a property “document”: a type itself would have its class read at once), document, page
 * (read-only; NULL: not made yet).
 */
#define OUTLAY_TYPE_PAGE_SLOT (outlay_page_slot_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPageSlot, outlay_page_slot, OUTLAY, PAGE_SLOT, AdwBin)

/* NULL where it was never seen. */
OutlayPage *outlay_page_slot_get_page (OutlayPageSlot *slot);
