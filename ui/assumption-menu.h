/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/document.h"

/* object: (nullable): one that came or moved, to be shown. error: (nullable) */
typedef void (*OutlayAssumptionMenuDone) (OutlayNode *object, const GError *error, gpointer data);

/* Lays into a button what can be done with a phase, an initiative or a product: duplicate, move, remove. done is told of what was chosen; with its data it lives
 * as long as the button. */
void outlay_assumption_menu_fill (GtkMenuButton *button, OutlayDocument *document, OutlayNode *object, OutlayAssumptionMenuDone done, gpointer data);
