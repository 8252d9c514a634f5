/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayPresentation:
 *
 * Chosen charts of a document, full screen, one after the other. They follow the document and the pointer as in its window.
 */
#define OUTLAY_TYPE_PRESENTATION (outlay_presentation_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPresentation, outlay_presentation, OUTLAY, PRESENTATION, AdwWindow)

/* charts: OutlayChart, at least one; those that compare show what the window compares. Lives until it is left, and no longer than parent. */
void outlay_presentation_present (OutlayDocument *document, GPtrArray *charts, GtkWindow *parent);
