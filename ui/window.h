/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayWindow:
 *
 * The window of one plan.
 *
 * Property: document.
 */
#define OUTLAY_TYPE_WINDOW (outlay_window_get_type ())
G_DECLARE_FINAL_TYPE (OutlayWindow, outlay_window, OUTLAY, WINDOW, AdwApplicationWindow)

OutlayWindow *outlay_window_new (AdwApplication *application, OutlayDocument *document);

OutlayDocument *outlay_window_get_document (OutlayWindow *window);
void outlay_window_set_document (OutlayWindow *window, OutlayDocument *document);
/* Holds a plan that nobody would miss: an untouched copy that has no file. */
gboolean outlay_window_is_untouched (OutlayWindow *window);

/* Shows the plan as it was shown before. */
void outlay_window_set_view (OutlayWindow *window, const OutlayView *view);

/* Says something in passing. The action button, where there is one, activates "win.undo". */
void outlay_window_say (OutlayWindow *window, const char *text, gboolean can_undo);
/* Says above the page what a person should know, until it is acknowledged. */
void outlay_window_notice (OutlayWindow *window, const char *text);
/* Says what went wrong, until it is acknowledged. */
void outlay_window_complain (OutlayWindow *window, const char *heading, const char *body);
