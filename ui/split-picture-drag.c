/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-picture-private.h"

#include <math.h>

#include "plan/amount.h"

/* Pixels that a key moves. */
#define KEY_PIXELS 5

static OutlaySplitPlace
first_side (const OutlaySplitBoundary *boundary)
{
  return boundary->between_phases ? (OutlaySplitPlace) { -1, (int) boundary->phase }
                                  : (OutlaySplitPlace) { (int) boundary->above, (int) boundary->phase };
}

/* The first side's amount for each pixel that it takes. */
static double
amount_per_pixel (OutlaySplitPicture *self, const OutlaySplitBoundary *boundary)
{
  const OutlaySplitPlace place = first_side (boundary);

  return outlay_split_sum (outlay_document_get_split (self->document), place.initiative, place.phase) / MAX (1, boundary->extent);
}

/* Moves so much to the first side, such that it comes to hold a round amount. Returns what was moved. */
static double
move (OutlaySplitSession *session, const OutlaySplitBoundary *boundary, double amount, double step)
{
  const double start = outlay_split_session_start (session, first_side (boundary));
  const double rounded = MAX (0, round ((start + amount) / step) * step) - start;

  if (boundary->between_phases)
    return -outlay_split_session_move_between_phases (session, boundary->phase, -rounded);
  return outlay_split_session_move_between_initiatives (session, boundary->phase, boundary->below, boundary->above, rounded);
}

static void
commit (OutlaySplitPicture *self, OutlaySplitSession *session, const OutlaySplitBoundary *boundary, double moved)
{
  g_autofree char *description =
    boundary->between_phases
      ? outlay_split_describe_move_between_phases (self->document, boundary->phase, -moved)
      : outlay_split_describe_move_between_initiatives (self->document, boundary->phase, boundary->below, boundary->above, moved);

  if (moved == 0)
    outlay_split_session_rollback (session);
  else
    outlay_split_session_commit (session, description);
}

static void
hover (OutlaySplitPicture *self, int hovered)
{
  const char *cursor = NULL;

  if (self->drag != NULL)
    return;
  if (hovered >= 0)
    cursor = g_array_index (self->boundaries, OutlaySplitBoundary, hovered).between_phases ? "col-resize" : "row-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  if (self->hovered != hovered)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovered = hovered;
}

static void
motion_cb (OutlaySplitPicture *self, double x, double y)
{
  if (self->document != NULL && self->drag == NULL)
    hover (self, outlay_split_boundaries_pick (outlay_split_picture_boundaries (self), x, y));
}

static void
leave_cb (OutlaySplitPicture *self)
{
  hover (self, -1);
}

static void
drag_begin_cb (OutlaySplitPicture *self, double x, double y, GtkGesture *gesture)
{
  const int picked = self->document != NULL ? outlay_split_boundaries_pick (outlay_split_picture_boundaries (self), x, y) : -1;

  if (picked < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->chosen = picked;
  self->dragged = g_array_index (self->boundaries, OutlaySplitBoundary, picked);
  self->drag_per_pixel = amount_per_pixel (self, &self->dragged);
  self->drag_at = self->drag_amount = self->drag_moved = 0;
  self->drag = outlay_split_session_begin (self->document);
  outlay_drag_way_begin (&self->drag_way, gesture);
  outlay_split_picture_tell (self, &self->dragged);
}

static double
drag_step (OutlaySplitPicture *self, gboolean fine)
{
  const OutlayAmountUnit unit = outlay_amount_unit (outlay_split_session_start (self->drag, first_side (&self->dragged)));

  return outlay_split_drag_step (self->drag_per_pixel, unit.size, fine);
}

static void
drag_update_cb (OutlaySplitPicture *self, double offset_x, double offset_y, GtkGesture *gesture)
{
  const gboolean fine = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  double dx, dy, at;

  if (self->drag == NULL || self->drag_per_pixel <= 0 || !outlay_drag_way_go_on (&self->drag_way, gesture, &dx, &dy))
    return;
  at = self->dragged.between_phases ? dx : dy;
  self->drag_amount += (at - self->drag_at) * self->drag_per_pixel * (fine ? OUTLAY_SPLIT_FINE : 1);
  self->drag_at = at;
  self->drag_moved = move (self->drag, &self->dragged, self->drag_amount, drag_step (self, fine));
  outlay_split_picture_tell (self, &self->dragged);
}

static void
drag_end_cb (OutlaySplitPicture *self, double dx, double dy)
{
  OutlaySplitSession *session = g_steal_pointer (&self->drag);

  if (session == NULL)
    return;
  outlay_split_picture_tell (self, NULL);
  commit (self, session, &self->dragged, self->drag_moved);
  hover (self, -1);
}

/* Moves the chosen boundary by a few pixels' worth in a direction that crosses it. */
static gboolean
move_chosen (OutlaySplitPicture *self, gboolean across, int direction, gboolean fine)
{
  GArray *boundaries = outlay_split_picture_boundaries (self);
  OutlaySplitSession *session;
  OutlaySplitBoundary boundary;
  double step;

  if (self->chosen >= (int) boundaries->len)
    return FALSE;
  boundary = g_array_index (boundaries, OutlaySplitBoundary, self->chosen);
  if (boundary.between_phases != across)
    return TRUE;
  step = outlay_split_round_step (amount_per_pixel (self, &boundary) * KEY_PIXELS * (fine ? OUTLAY_SPLIT_FINE : 1));
  session = outlay_split_session_begin (self->document);
  commit (self, session, &boundary, move (session, &boundary, direction * step, step));
  outlay_split_picture_name_chosen (self);
  outlay_split_picture_tell (self, &boundary);
  return TRUE;
}

static gboolean
key_pressed_cb (OutlaySplitPicture *self, guint key, guint code, GdkModifierType state)
{
  const gboolean fine = (state & GDK_SHIFT_MASK) != 0;

  if (self->document == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (self->drag != NULL)
    {
      if (key == GDK_KEY_Escape)
        outlay_split_picture_cancel_drag (self);
      return key == GDK_KEY_Escape;
    }
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return move_chosen (self, TRUE, -1, fine);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return move_chosen (self, TRUE, 1, fine);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return move_chosen (self, FALSE, -1, fine);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return move_chosen (self, FALSE, 1, fine);
    default: return FALSE;
    }
}

static void
focus_leave_cb (OutlaySplitPicture *self)
{
  outlay_split_picture_tell (self, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_split_picture_cancel_drag (OutlaySplitPicture *self)
{
  if (self->drag == NULL)
    return;
  outlay_split_session_rollback (g_steal_pointer (&self->drag));
  outlay_split_picture_tell (self, NULL);
}

void
outlay_split_picture_add_pointer (OutlaySplitPicture *self)
{
  outlay_hand_add_motion (GTK_WIDGET (self), G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  outlay_hand_add_drag (GTK_WIDGET (self), G_CALLBACK (drag_begin_cb), G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb),
                        G_CALLBACK (outlay_split_picture_cancel_drag));
}

void
outlay_split_picture_add_keys (OutlaySplitPicture *self)
{
  outlay_hand_add_keys (GTK_WIDGET (self), G_CALLBACK (key_pressed_cb), G_CALLBACK (focus_leave_cb));
}
