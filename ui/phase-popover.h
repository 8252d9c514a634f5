/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/**
 * OutlayPhasePopover:
 *
 * The start, the building time and the delay of a phase as text. All three are one step of the history. What cannot be read stays where it is, with the fault
 * below it, until it is put right or taken back.
 */
#define OUTLAY_TYPE_PHASE_POPOVER (outlay_phase_popover_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPhasePopover, outlay_phase_popover, OUTLAY, PHASE_POPOVER, GtkPopover)

OutlayPhasePopover *outlay_phase_popover_new (void);
void outlay_phase_popover_open (OutlayPhasePopover *popover, OutlayDocument *document, guint phase);
