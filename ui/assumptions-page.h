/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayAssumptionsPage:
 *
 * The page of every number of the plan: what it is, where it comes from and what it does, by the plan, its phases and each initiative with its products, or found
 * by a word.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_ASSUMPTIONS_PAGE (outlay_assumptions_page_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionsPage, outlay_assumptions_page, OUTLAY, ASSUMPTIONS_PAGE, AdwBin)

/* Goes to the search. */
void outlay_assumptions_page_find (OutlayAssumptionsPage *page);
