/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayScenariosDialog:
 *
 * The plan and its scenarios in their order: they are made, named, copied, moved and taken away here.
 */
#define OUTLAY_TYPE_SCENARIOS_DIALOG (outlay_scenarios_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenariosDialog, outlay_scenarios_dialog, OUTLAY, SCENARIOS_DIALOG, AdwDialog)

OutlayScenariosDialog *outlay_scenarios_dialog_new (OutlayDocument *document);
/* Where what was done is told while the dialog stands before the window. */
AdwToastOverlay *outlay_scenarios_dialog_get_toasts (OutlayScenariosDialog *dialog);
