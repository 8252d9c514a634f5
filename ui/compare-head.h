/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/compare-columns.h"
#include "ui/compare-session.h"

/* Fills a place with the names of the chosen scenarios above their columns, in their colours; the first is marked as what the others are compared with. */
void outlay_compare_head_fill (AdwBin *head, OutlayCompareSession *session, GPtrArray *names, const OutlayCompareColumns *columns);
