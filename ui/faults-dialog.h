/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * OutlayFaultsDialog:
 *
 * Everything that is wrong with a plan file, each fault with its place, so that it can be put right in one go.
 */
#define OUTLAY_TYPE_FAULTS_DIALOG (outlay_faults_dialog_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFaultsDialog, outlay_faults_dialog, OUTLAY, FAULTS_DIALOG, AdwDialog)

/* faults: element-type OutlayFault; read before this returns. kept: (nullable): what has become of the plan that was shown. */
void outlay_faults_dialog_present (GFile *file, GPtrArray *faults, const char *kept, GtkWidget *parent);
