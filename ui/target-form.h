/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayTargetForm:
 *
 * Asks for everything of a target: what is judged, and from where on or up to where it is met. What cannot be is said below
 * its field.
 */
#define OUTLAY_TYPE_TARGET_FORM (outlay_target_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTargetForm, outlay_target_form, OUTLAY, TARGET_FORM, AdwDialog)

/* target NULL: a new one. (transfer none) */
AdwDialog *outlay_target_form_present (OutlayDocument *document, OutlayTarget *target, GtkWidget *parent);
