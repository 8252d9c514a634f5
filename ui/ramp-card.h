/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayRampCard:
 *
 * The ramp-up of one initiative, which one is chosen, and when it falls in each phase.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_RAMP_CARD (outlay_ramp_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRampCard, outlay_ramp_card, OUTLAY, RAMP_CARD, AdwBin)
