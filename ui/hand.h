/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * What widgets that draw themselves listen to. Every callback gets the widget first, then what the signal of its controller tells, and the controller
 * last.
 */

/* moved (x, y), also on entering. */
void outlay_hand_add_motion (GtkWidget *widget, GCallback moved, GCallback left);
/* begun (x, y), updated (dx, dy), ended (dx, dy); cancelled may be NULL, as may begun and ended. (transfer none) */
GtkGesture *outlay_hand_add_drag (GtkWidget *widget, GCallback begun, GCallback updated, GCallback ended, GCallback cancelled);
/* pressed (key, code, state); left: the focus went elsewhere. The widget is drawn anew when the focus comes. */
void outlay_hand_add_keys (GtkWidget *widget, GCallback pressed, GCallback left);
