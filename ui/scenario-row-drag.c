/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/scenario-row-private.h"

static GdkContentProvider *
prepare_cb (OutlayScenarioRow *self)
{
  return self->renaming ? NULL : gdk_content_provider_new_typed (OUTLAY_TYPE_SCENARIO, self->scenario);
}

/* Under the pointer goes the name. */
static void
begin_cb (OutlayScenarioRow *self, GdkDrag *drag)
{
  GtkWidget *label = gtk_label_new (gtk_label_get_text (self->name_label));

  gtk_widget_add_css_class (label, "scenario-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
  gdk_drag_set_hotspot (drag, 0, 0);
}

static gboolean
is_below (OutlayScenarioRow *self, double y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static void
mark (OutlayScenarioRow *self, const char *place)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-above");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "drop-below");
  if (place != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), place);
}

static GdkDragAction
motion_cb (OutlayScenarioRow *self, double x, double y)
{
  mark (self, is_below (self, y) ? "drop-below" : "drop-above");
  return GDK_ACTION_MOVE;
}

static void
leave_cb (OutlayScenarioRow *self)
{
  mark (self, NULL);
}

static gboolean
drop_cb (OutlayScenarioRow *self, const GValue *value, double x, double y)
{
  OutlayScenario *scenario = g_value_get_object (value);
  int position = (int) outlay_node_get_position (OUTLAY_NODE (self->scenario)) + is_below (self, y);

  mark (self, NULL);
  /* Of another window's plan. */
  if (scenario == NULL || outlay_node_get_parent (OUTLAY_NODE (scenario)) != OUTLAY_NODE (outlay_document_get_plan (self->document)))
    return FALSE;
  if ((int) outlay_node_get_position (OUTLAY_NODE (scenario)) < position)
    position--;
  outlay_scenario_row_move (self, scenario, position);
  return TRUE;
}

static void
menu_cb (OutlayScenarioRow *self)
{
  gtk_menu_button_popup (self->menu_button);
}

void
outlay_scenario_row_add_drag (OutlayScenarioRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (OUTLAY_TYPE_SCENARIO, GDK_ACTION_MOVE);
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
