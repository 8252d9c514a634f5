/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayFigureForm:
 *
 * Asks for everything of a public figure of the region: its number and source, and what of the plan is set against it. What cannot be is said below
 * its field.
 */
#define OUTLAY_TYPE_FIGURE_FORM (outlay_figure_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFigureForm, outlay_figure_form, OUTLAY, FIGURE_FORM, AdwDialog)

/* figure NULL: a new one. (transfer none) */
AdwDialog *outlay_figure_form_present (OutlayDocument *document, OutlayFigure *figure, GtkWidget *parent);
