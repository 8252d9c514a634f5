/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlayDragWay:
 *
 * How far the pointer has gone since a press. It is counted on the window: a #GtkGestureDrag counts on its widget, and takes a widget that moves under a
 * pointer at rest for a drag.
 */
typedef struct
{
  double x; /* of the press */
  double y;
  gboolean is_drag; /* and no click with an unsteady hand */
} OutlayDragWay;

/* In "drag-begin". */
void outlay_drag_way_begin (OutlayDragWay *way, GtkGesture *gesture);
/* In "drag-update": how far it is now, in pixels. FALSE as long as it may become a click. */
gboolean outlay_drag_way_go_on (OutlayDragWay *way, GtkGesture *gesture, double *dx, double *dy);
