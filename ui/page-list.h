/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * OutlayPageList:
 *
 * The pages of a window, one below the other, with the one that is shown marked. Pointer and arrow keys go from page to page.
 *
 * Properties: stack, slim (names stand below their icons, which takes little width).
 */
#define OUTLAY_TYPE_PAGE_LIST (outlay_page_list_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPageList, outlay_page_list, OUTLAY, PAGE_LIST, AdwBin)

/**
 * OutlayPageList::activated:
 *
 * A page was clicked or confirmed: where the list fills the window, show the page instead.
 */
