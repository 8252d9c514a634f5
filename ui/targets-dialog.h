/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayTargetsDialog:
 *
 * What the plan has promised: its targets with what they come to now, to be added, edited, moved and taken away.
 */
#define OUTLAY_TYPE_TARGETS_DIALOG (outlay_targets_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTargetsDialog, outlay_targets_dialog, OUTLAY, TARGETS_DIALOG, AdwDialog)

OutlayTargetsDialog *outlay_targets_dialog_new (OutlayDocument *document);
/* Where what is done meanwhile is told. */
AdwToastOverlay *outlay_targets_dialog_get_toasts (OutlayTargetsDialog *dialog);
