/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * What GTK 4.18 and libadwaita 1.7 leave unsaid to a screen reader.
 */

/* From now on items of menus have names, rows tell what is chosen in them, dialogs where the focus is, and banners nothing as long as they are not shown. To be called once, when there is a display. */
void outlay_spoken_init (void);
/* Tells one of many alike apart: “More”, of “Output value”. */
void outlay_spoken_describe (gpointer widget, const char *whose);
/* Calls a drop-down by its accessible label and what is chosen in it; GTK says the latter alone. */
void outlay_spoken_name_drop_down (GtkDropDown *drop_down);
