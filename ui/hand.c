/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/hand.h"

void
outlay_hand_add_motion (GtkWidget *widget, GCallback moved, GCallback left)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_swapped (motion, "motion", moved, widget);
  g_signal_connect_swapped (motion, "enter", moved, widget);
  g_signal_connect_swapped (motion, "leave", left, widget);
  gtk_widget_add_controller (widget, motion);
}

GtkGesture *
outlay_hand_add_drag (GtkWidget *widget, GCallback begun, GCallback updated, GCallback ended, GCallback cancelled)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  const struct
  {
    const char *signal;
    GCallback callback;
  } all[] = { { "drag-begin", begun }, { "drag-update", updated }, { "drag-end", ended }, { "cancel", cancelled } };

  for (gsize k = 0; k < G_N_ELEMENTS (all); k++)
    if (all[k].callback != NULL)
      g_signal_connect_swapped (drag, all[k].signal, all[k].callback, widget);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  return drag;
}

void
outlay_hand_add_keys (GtkWidget *widget, GCallback pressed, GCallback left)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", pressed, widget);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (gtk_widget_queue_draw), widget);
  g_signal_connect_swapped (focus, "leave", left, widget);
  gtk_widget_add_controller (widget, keys);
  gtk_widget_add_controller (widget, focus);
}
