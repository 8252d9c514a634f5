/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/drag-way.h"

static void
get_place (GtkGesture *gesture, double *x, double *y)
{
  GdkEventSequence *sequence = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture));

  gdk_event_get_position (gtk_gesture_get_last_event (gesture, sequence), x, y);
}

void
outlay_drag_way_begin (OutlayDragWay *way, GtkGesture *gesture)
{
  get_place (gesture, &way->x, &way->y);
  way->is_drag = FALSE;
}

gboolean
outlay_drag_way_go_on (OutlayDragWay *way, GtkGesture *gesture, double *dx, double *dy)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  double x, y;

  get_place (gesture, &x, &y);
  way->is_drag = way->is_drag || gtk_drag_check_threshold (widget, (int) way->x, (int) way->y, (int) x, (int) y);
  *dx = x - way->x;
  *dy = y - way->y;
  return way->is_drag;
}
