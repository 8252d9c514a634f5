/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <math.h>

static gboolean
within (const OutlayRectangle *r, double x, double y)
{
  return x >= r->x && x < r->x + r->width && y >= r->y && y < r->y + r->height;
}

static gboolean
is_cell (OutlaySplitPlace place)
{
  return place.initiative >= 0 && place.phase >= 0;
}

static gboolean
over_lock (OutlaySplitTable *self, OutlaySplitPart part, OutlaySplitPlace place, double x, double y)
{
  OutlayRectangle lock;

  if (part != OUTLAY_SPLIT_PART_CELL)
    return FALSE;
  outlay_split_table_lock (self, place, &lock);
  return within (&lock, x, y);
}

static const char *
cursor_name (OutlaySplitTable *self, double x, double y)
{
  if (self->hovered_part != OUTLAY_SPLIT_PART_CELL || !self->hovers)
    return NULL;
  if (self->hovers_dot || over_lock (self, self->hovered_part, self->hovered, x, y))
    return "pointer";
  return is_cell (self->hovered) && !outlay_split_table_is_locked (self, self->hovered) ? "ew-resize" : NULL;
}

static void
hover (OutlaySplitTable *self, gboolean hovers, double x, double y)
{
  OutlaySplitPlace place = { -1, -1 };
  OutlaySplitPart part = hovers ? outlay_split_grid_pick (&self->grid, x, y, &place) : OUTLAY_SPLIT_PART_NOTHING;

  const gboolean over_dot = part == OUTLAY_SPLIT_PART_CELL && outlay_split_table_is_over_dot (self, place, x, y);

  if (self->drag != NULL)
    return;
  if (self->hovers != hovers || self->hovers_dot != over_dot || self->hovered_part != part || !outlay_split_place_equal (self->hovered, place))
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovers = hovers;
  self->hovered = place;
  self->hovered_part = part;
  self->hovers_dot = over_dot;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_name (self, x, y));
}

static void
motion_cb (OutlaySplitTable *self, double x, double y)
{
  hover (self, TRUE, x, y);
}

static void
leave_cb (OutlaySplitTable *self)
{
  hover (self, FALSE, 0, 0);
}

/* The amount that a pixel of a bar stands for. */
static double
amount_per_pixel (OutlaySplitTable *self)
{
  OutlayRectangle bar;

  outlay_split_table_bar (self, self->dragged, &bar);
  return self->full / MAX (1, bar.width);
}

static void
start_drag (OutlaySplitTable *self)
{
  self->drag = outlay_split_session_begin (self->document);
  self->drag_amount = outlay_split_session_start (self->drag, self->dragged);
  self->drag_reached = self->drag_amount;
  outlay_split_table_say (self, NULL, FALSE);
}

static void
drag_begin_cb (OutlaySplitTable *self, double x, double y, GtkGesture *gesture)
{
  OutlaySplitPlace place;
  OutlaySplitPart part = outlay_split_grid_pick (&self->grid, x, y, &place);

  if (self->entry != NULL && !outlay_split_table_finish_edit (self))
    part = OUTLAY_SPLIT_PART_NOTHING;
  if (part == OUTLAY_SPLIT_PART_NOTHING || part == OUTLAY_SPLIT_PART_HEAD)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  outlay_split_table_go_to (self, place);
  if (part == OUTLAY_SPLIT_PART_CELL && outlay_split_table_is_over_dot (self, place, x, y))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      outlay_split_table_return (self, place);
      return;
    }
  if (over_lock (self, part, place, x, y))
    outlay_split_table_set_locked (self, place, !outlay_split_table_is_locked (self, place));
  if (over_lock (self, part, place, x, y) || part != OUTLAY_SPLIT_PART_CELL || !is_cell (place) || outlay_split_table_is_locked (self, place))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = place;
  self->drag_x = 0;
  outlay_drag_way_begin (&self->drag_way, gesture);
}

static void
drag_update_cb (OutlaySplitTable *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  const gboolean fine = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  double per_pixel, step, dx, dy;

  if (!outlay_drag_way_go_on (&self->drag_way, gesture, &dx, &dy))
    return;
  if (self->drag == NULL)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      start_drag (self);
    }
  per_pixel = amount_per_pixel (self);
  self->drag_amount += (dx - self->drag_x) * per_pixel * (fine ? OUTLAY_SPLIT_FINE : 1);
  self->drag_x = dx;
  step = outlay_split_drag_step (per_pixel, self->unit.size, fine);
  self->drag_reached = outlay_split_session_set (self->drag, self->dragged, MAX (0, round (self->drag_amount / step) * step));
}

static void
drag_end_cb (OutlaySplitTable *self, double dx, double dy)
{
  OutlaySplitSession *session = g_steal_pointer (&self->drag);
  g_autofree char *description = NULL;

  if (session == NULL)
    return;
  description = outlay_split_describe_set (self->document, self->dragged, self->drag_reached);
  outlay_split_session_commit (session, description);
}

static void
pressed_cb (OutlaySplitTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  OutlaySplitPlace place;
  OutlaySplitPart part = outlay_split_grid_pick (&self->grid, x, y, &place);
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (part != OUTLAY_SPLIT_PART_CELL && part != OUTLAY_SPLIT_PART_NAME)
    return;
  if (button == GDK_BUTTON_SECONDARY)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      outlay_split_table_go_to (self, place);
      outlay_split_table_show_menu (self, x, y);
    }
  else if (n_press == 2 && part == OUTLAY_SPLIT_PART_CELL && !over_lock (self, part, place, x, y) && !self->hovers_dot)
    outlay_split_table_edit (self, NULL);
}

void
outlay_split_table_cancel_drag (OutlaySplitTable *self)
{
  if (self->drag != NULL)
    outlay_split_session_rollback (g_steal_pointer (&self->drag));
}

void
outlay_split_table_add_pointer (OutlaySplitTable *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag;

  outlay_hand_add_motion (GTK_WIDGET (self), G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  drag = outlay_hand_add_drag (GTK_WIDGET (self), G_CALLBACK (drag_begin_cb), G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb),
                               G_CALLBACK (outlay_split_table_cancel_drag));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);
}
