/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-row.h"

/**
 * OutlayAssumptionSearch:
 *
 * A GListModel of the rows whose numbers have all words of a text in their name, their path or the names of what they belong to, in the language of
 * the reader and in English. Found a few thousand at a time between frames; rows are made when somebody asks for them.
 *
 * Property: busy.
 */
#define OUTLAY_TYPE_ASSUMPTION_SEARCH (outlay_assumption_search_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionSearch, outlay_assumption_search, OUTLAY, ASSUMPTION_SEARCH, GObject)

OutlayAssumptionSearch *outlay_assumption_search_new (OutlayDocument *document, const char *text);
/* Somebody is near the end of the rows that it has up to now. */
void outlay_assumption_search_want_more (OutlayAssumptionSearch *search);
gboolean outlay_assumption_search_is_busy (OutlayAssumptionSearch *search);
