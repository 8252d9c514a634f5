/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two fingers, which the X server has no way to send: the gesture that would hear of them tells what it would. */

#include "probe.h"

#include <stdio.h>

static GtkGesture *
find_zoom (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint n = 0; n < g_list_model_get_n_items (controllers); n++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, n);

      if (GTK_IS_GESTURE_ZOOM (controller))
        return GTK_GESTURE (controller); /* the widget holds it */
    }
  return NULL;
}

/* "X Y SCALE", in the active window's surface. */
char *
probe_pinch (const char *words)
{
  GListModel *windows = gtk_window_get_toplevels ();
  double x, y, scale, left, top;
  gboolean pinched = FALSE;

  if (sscanf (words, "%lf %lf %lf", &x, &y, &scale) != 3)
    return g_strdup ("null");
  for (guint n = 0; n < g_list_model_get_n_items (windows) && !pinched; n++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, n);
      GtkGesture *zoom = NULL;

      gtk_native_get_surface_transform (GTK_NATIVE (window), &left, &top);
      for (GtkWidget *widget = gtk_widget_pick (window, x - left, y - top, GTK_PICK_DEFAULT); widget != NULL && zoom == NULL; widget = gtk_widget_get_parent (widget))
        zoom = find_zoom (widget);
      pinched = zoom != NULL && gtk_window_is_active (GTK_WINDOW (window));
      if (!pinched)
        continue;
      g_signal_emit_by_name (zoom, "begin", NULL);
      g_signal_emit_by_name (zoom, "scale-changed", scale);
      g_signal_emit_by_name (zoom, "end", NULL);
    }
  return g_strdup (pinched ? "true" : "false");
}
