/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/assumption-row.h"

/**
 * OutlayAssumptionSource:
 *
 * Where a number comes from: how well it is founded, who says so, a link that opens, a date, to be read and edited. What was edited is kept when it closes,
 * unless Escape closed it.
 */
#define OUTLAY_TYPE_ASSUMPTION_SOURCE (outlay_assumption_source_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionSource, outlay_assumption_source, OUTLAY, ASSUMPTION_SOURCE, GtkPopover)

GtkWidget *outlay_assumption_source_new (OutlayDocument *document, OutlayAssumptionRow *row);
