/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "chart/charts.h"
#include "ui/document.h"

/**
 * OutlayExportDialog:
 *
 * Takes a chart to a slide or a page: which one, how large, in which theme and format, under which title, with a picture of what comes out.
 */
#define OUTLAY_TYPE_EXPORT_DIALOG (outlay_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayExportDialog, outlay_export_dialog, OUTLAY, EXPORT_DIALOG, AdwDialog)

/* parent is the window of the document; what is done is said there. */
void outlay_export_dialog_present (OutlayDocument *document, const OutlayChart *chart, GtkWidget *parent);
