/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* gtk_widget_set_tooltip_text() where the text is another one: it asks the display server where the pointer is, which many widgets have no time for. */
void outlay_tooltip_set (GtkWidget *widget, const char *text);
