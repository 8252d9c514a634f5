/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayPlanExportDialog:
 *
 * Asks as what the plan leaves the program, with which charts, and where to.
 */
#define OUTLAY_TYPE_PLAN_EXPORT_DIALOG (outlay_plan_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPlanExportDialog, outlay_plan_export_dialog, OUTLAY, PLAN_EXPORT_DIALOG, AdwDialog)

/* parent: an OutlayWindow. */
void outlay_plan_export_dialog_present (OutlayDocument *document, GtkWidget *parent);
