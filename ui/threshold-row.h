/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayThresholdRow:
 *
 * What the plan brings for each mu of land and for each m², and the threshold that the planner holds it against: a target of the plan, typed right here.
 */
#define OUTLAY_TYPE_THRESHOLD_ROW (outlay_threshold_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayThresholdRow, outlay_threshold_row, OUTLAY, THRESHOLD_ROW, GtkListBoxRow)

/* indicator: one per mu. document: (nullable) */
void outlay_threshold_row_show (OutlayThresholdRow *row, OutlayDocument *document, OutlayIndicator indicator);
/* Reads results and threshold anew. */
void outlay_threshold_row_update (OutlayThresholdRow *row);
