/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/reading.h"

/**
 * OutlayIndicatorCard:
 *
 * One figure of the indicator strip: its name, value, target and difference. A click or Return tells it exactly.
 */
#define OUTLAY_TYPE_INDICATOR_CARD (outlay_indicator_card_get_type ())
G_DECLARE_FINAL_TYPE (OutlayIndicatorCard, outlay_indicator_card, OUTLAY, INDICATOR_CARD, GtkWidget)

GtkWidget *outlay_indicator_card_new (void);
void outlay_indicator_card_show (OutlayIndicatorCard *card, const OutlayReading *reading);
/* In one line, without the note, which a click tells. */
void outlay_indicator_card_set_compact (OutlayIndicatorCard *card, gboolean compact);
