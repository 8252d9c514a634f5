/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/theme.h"

/* The theme in which charts, and what has their colours, are drawn in a widget: as light and of as much contrast as the desktop. */
OutlayThemeId outlay_widget_theme (GtkWidget *widget);
