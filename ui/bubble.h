/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * The words beside what is moved by hand in a widget that draws itself: a label, a child of the widget, which allocates, draws and unparents it.
 */

/* Not to be seen until it tells something. (transfer none) */
GtkLabel *outlay_bubble_new (GtkWidget *parent);
/* NULL: nothing more. loud: a screen reader says it at once. */
void outlay_bubble_tell (GtkLabel *bubble, const char *words, gboolean loud);
/* In the middle of x with its end at above, or, where that lies beyond top, its beginning at below; inside of its parent. */
void outlay_bubble_allocate (GtkLabel *bubble, double x, double above, double below, double top);
