/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/theme.h"

/* The theme in which charts, and what has their colours, are drawn in a widget: as light and of as much contrast as the desktop. */
OutlayThemeId outlay_widget_theme (GtkWidget *widget);

/* Spoken at once by a screen reader. */
void outlay_widget_announce (GtkWidget *widget, const char *words);

/* How large the desktop wants texts; 1: as usual. The setting "gtk-xft-dpi" tells when it changes. */
double outlay_widget_text_scale (GtkWidget *widget);
