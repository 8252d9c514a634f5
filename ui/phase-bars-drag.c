/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* With Shift a hand moves so much less, and in tenths of a month. */
#define FINE 10
#define WHEEL 1.0

static void
hover (OutlayPhaseBars *self, OutlayPhasePlace place)
{
  static const char *const cursors[] = {
    [OUTLAY_PHASE_START_DATE] = "grab", [OUTLAY_PHASE_BUILDING] = "col-resize", [OUTLAY_PHASE_DELAY] = "col-resize", [OUTLAY_PHASE_NOTHING] = NULL,
  };

  if (self->drag != NULL)
    return;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), place.dot ? "pointer" : cursors[place.part]);
  if (memcmp (&self->hovered, &place, sizeof place) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovered = place;
}

/* The year is read in the charts below too. */
static void
motion_cb (OutlayPhaseBars *self, double x, double y)
{
  OutlayPhaseLayout layout;
  int year = 0;

  if (self->document == NULL || self->drag != NULL)
    return;
  hover (self, outlay_phase_bars_pick (self, x, y));
  outlay_phase_bars_lay (self, &layout);
  if (x >= layout.left && x < layout.right)
    year = layout.first_year + (int) ((x - layout.left) / (12 * outlay_phase_layout_month_width (&layout)));
  outlay_chart_lens_set_year (self->lens, year);
}

static void
leave_cb (OutlayPhaseBars *self)
{
  const OutlayPhasePlace nothing = { -1, OUTLAY_PHASE_NOTHING, FALSE };

  hover (self, nothing);
  if (self->lens != NULL)
    outlay_chart_lens_set_year (self->lens, 0);
}

/* What the hand has done so far, and why it got no further. */
static void
tell_drag (OutlayPhaseBars *self, OutlayLimit limit)
{
  const guint phase = (guint) self->dragged.phase;
  g_autofree char *span = outlay_phase_describe_span (self->document, phase), *why = NULL, *words = NULL;

  if (limit != OUTLAY_LIMIT_NONE)
    {
      why = outlay_phase_describe_limit (self->document, self->dragged.part);
      words = g_strdup_printf ("%s\n%s", span, why);
    }
  outlay_bubble_tell (self->bubble, words != NULL ? words : span, FALSE);
}

static void
drag_begin_cb (OutlayPhaseBars *self, double x, double y, GtkGesture *gesture)
{
  const OutlayPhasePlace place = outlay_phase_bars_pick (self, x, y);

  if (place.phase < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  outlay_phase_bars_choose (self, (guint) place.phase);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (place.dot)
    {
      outlay_phase_bars_return (self, (guint) place.phase, place.part);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = place;
  self->drag_at = 0;
  outlay_drag_way_begin (&self->drag_way, gesture);
}

static void
drag_update_cb (OutlayPhaseBars *self, double dx, double dy, GtkGesture *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const gboolean fine = (state & GDK_SHIFT_MASK) != 0 && self->dragged.part != OUTLAY_PHASE_START_DATE;
  OutlayPhaseLayout layout;
  OutlayLimit limit;

  if (!outlay_drag_way_go_on (&self->drag_way, gesture, &dx, &dy))
    return;
  if (self->drag == NULL && self->drag_way.is_drag && self->dragged.phase >= 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      /* What is read of a year would stand before what changes. */
      outlay_chart_lens_set_year (self->lens, 0);
      if (self->dragged.part == OUTLAY_PHASE_START_DATE)
        gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      self->drag = outlay_phase_begin (self->document, (guint) self->dragged.phase, self->dragged.part);
    }
  if (self->drag == NULL)
    return;
  outlay_phase_bars_lay (self, &layout);
  outlay_number_edit_move (self->drag, (dx - self->drag_at) / outlay_phase_layout_month_width (&layout) / (fine ? FINE : 1), fine ? FINE : 1, &limit);
  self->drag_at = dx;
  tell_drag (self, limit);
}

static void
drag_end_cb (OutlayPhaseBars *self)
{
  const guint phase = (guint) self->dragged.phase;
  g_autofree char *step = NULL;

  if (self->drag == NULL)
    return;
  step = outlay_phase_describe_step (self->document, phase, self->dragged.part);
  outlay_number_edit_commit (g_steal_pointer (&self->drag), step);
  outlay_bubble_tell (self->bubble, NULL, FALSE);
  outlay_phase_bars_name_focus (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (OutlayPhaseBars *self, int n_press, double x, double y)
{
  const OutlayPhasePlace place = outlay_phase_bars_pick (self, x, y);

  if (n_press != 2 || self->document == NULL)
    return;
  if (place.phase >= 0 && !place.dot)
    outlay_phase_bars_edit (self, (guint) place.phase);
  else if (place.phase < 0)
    outlay_chart_lens_set_range (self->lens, 0, 0);
}

/* As over the charts: with Ctrl nearer and farther, sideways through the years. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer data)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (data);
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  const OutlaySchedule *schedule;
  OutlayPhaseLayout layout;
  int first, year, from;
  guint seen;

  if (self->document == NULL || self->drag != NULL)
    return FALSE;
  schedule = outlay_phase_bars_schedule (self);
  first = (int) schedule->numbers[outlay_shape_plan (schedule->shape, OUTLAY_PLAN_FIRST_YEAR)];
  outlay_chart_lens_get_range (self->lens, &from, &seen);
  if (dx != 0 && seen > 0)
    {
      outlay_chart_lens_pan (self->lens, first, schedule->shape->n_years, dx > 0 ? 1 : -1);
      return TRUE;
    }
  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;
  outlay_phase_bars_lay (self, &layout);
  year = outlay_chart_lens_get_year (self->lens);
  outlay_chart_lens_zoom (self->lens, first, schedule->shape->n_years, year != 0 ? year + 0.5 : layout.first_year + layout.n_years / 2.0, -dy * WHEEL);
  return TRUE;
}

void
outlay_phase_bars_cancel_drag (OutlayPhaseBars *self)
{
  self->dragged.phase = -1;
  if (self->drag == NULL)
    return;
  outlay_number_edit_rollback (g_steal_pointer (&self->drag));
  outlay_bubble_tell (self->bubble, NULL, FALSE);
}

gboolean
outlay_phase_bars_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayPhaseBars *self = OUTLAY_PHASE_BARS (widget);
  OutlayPhasePlace place;
  g_autofree char *words = NULL, *text = NULL;

  if (self->document == NULL || keyboard || self->drag != NULL)
    return FALSE;
  place = outlay_phase_bars_pick (self, x, y);
  if (place.phase < 0)
    return FALSE;
  if (place.dot)
    {
      words = outlay_phase_describe_origin (self->document, (guint) place.phase, place.part);
      /* Translators: behind what a scenario changes and what it is without it */
      text = g_strdup_printf (_("%s. Click the dot to return to it."), words);
    }
  else
    text = outlay_phase_bars_describe (self, (guint) place.phase);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 8, y - 8, 16, 16 });
  return TRUE;
}

void
outlay_phase_bars_add_pointer (OutlayPhaseBars *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *press = gtk_gesture_click_new ();

  outlay_hand_add_motion (GTK_WIDGET (self), G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  outlay_hand_add_drag (GTK_WIDGET (self), G_CALLBACK (drag_begin_cb), G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb),
                        G_CALLBACK (outlay_phase_bars_cancel_drag));
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
