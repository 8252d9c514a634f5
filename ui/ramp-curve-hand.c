/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/ramp-curve-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"

/* Shares are counted in hundredths; with Shift in tenths of these, and the hand moves so much less. */
#define PARTS 100
#define FINE 10
#define PAGE 10
#define REACH 14.0
#define DOT_REACH 8.0
#define LEAST 0.0
#define MOST 2.0

static OutlayNumberEdit *
begin (OutlayRampCurve *self, guint year)
{
  OutlayParameter parameter;

  outlay_ramp_curve_get_parameter (self, year, &parameter);
  return outlay_number_edit_begin (self->document, &parameter, LEAST, MOST);
}

static void
commit (OutlayRampCurve *self, OutlayNumberEdit *edit, guint year)
{
  g_autofree char *name = outlay_document_get_initiative_name (self->document, self->initiative);
  g_autofree char *share = outlay_ramp_curve_format (outlay_ramp_curve_get (self, year));
  /* Translators: a step of the history: a year after completion, counted from 1; an initiative; a share: Let year 2 of “Energy storage” reach 85 % */
  g_autofree char *step = g_strdup_printf (_("Let year %u of “%s” reach %s"), year + 1, name, share);

  outlay_number_edit_commit (edit, step);
}

static void
tell (OutlayRampCurve *self, guint year, OutlayLimit limit, gboolean loud)
{
  g_autofree char *words = outlay_ramp_curve_describe (self, year), *longer = NULL;

  if (limit != OUTLAY_LIMIT_NONE)
    longer = g_strdup_printf ("%s\n%s", words, _("A share lies between 0 and 200 %"));
  outlay_bubble_tell (self->bubble, longer != NULL ? longer : words, loud);
}

/* A scenario's own share goes. */
static void
give_back (OutlayRampCurve *self, guint year)
{
  g_autofree char *name = outlay_document_get_initiative_name (self->document, self->initiative);
  /* Translators: a step of the history: a year after completion, counted from 1, and an initiative */
  g_autofree char *step = g_strdup_printf (_("Return year %u of “%s” to what it is without this scenario"), year + 1, name);
  g_autoptr (GError) error = NULL;
  OutlayParameter parameter;

  if (!outlay_ramp_curve_is_overridden (self, year) || !outlay_document_begin_edit (self->document))
    return;
  outlay_ramp_curve_get_parameter (self, year, &parameter);
  if (outlay_document_edit_return (self->document, &parameter, &error))
    outlay_document_commit_edit (self->document, step);
  else
    outlay_document_rollback_edit (self->document);
  if (error != NULL)
    outlay_bubble_tell (self->bubble, error->message, TRUE);
}

/* --- the pointer --- */

static int
pick (OutlayRampCurve *self, double x, double y, gboolean *dot)
{
  OutlayRampLayout layout;
  int year;

  *dot = FALSE;
  if (outlay_ramp_curve_count (self) == 0)
    return -1;
  outlay_ramp_curve_lay (self, &layout);
  year = (int) floor ((x - layout.plot.x) / layout.band);
  for (int g = MAX (year - 1, 0); g <= year && g < (int) layout.n; g++)
    {
      const OutlayRectangle its = outlay_ramp_curve_dot (self, &layout, (guint) g);
      double at, top;

      outlay_ramp_curve_point (self, &layout, (guint) g, &at, &top);
      *dot = outlay_ramp_curve_is_overridden (self, (guint) g) && hypot (x - its.x - its.width / 2, y - its.y - its.height / 2) <= DOT_REACH;
      if (*dot || (g == year && fabs (y - top) <= REACH * layout.scale))
        return g;
    }
  return -1;
}

static void
motion_cb (OutlayRampCurve *self, double x, double y)
{
  gboolean dot;
  int year;

  if (self->document == NULL || self->drag != NULL)
    return;
  year = pick (self, x, y, &dot);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), dot ? "pointer" : year >= 0 ? "row-resize" : NULL);
  if (self->hovered != year || self->over_dot != dot)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->hovered = year;
  self->over_dot = dot;
}

static void
leave_cb (OutlayRampCurve *self)
{
  self->hovered = -1;
  self->over_dot = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_begin_cb (OutlayRampCurve *self, double x, double y, GtkGesture *gesture)
{
  gboolean dot;
  const int year = self->document != NULL ? pick (self, x, y, &dot) : -1;

  if (year < 0)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  outlay_ramp_curve_choose (self, (guint) year);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (dot)
    {
      give_back (self, (guint) year);
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = (guint) year;
  self->drag_at = 0;
  outlay_drag_way_begin (&self->drag_way, gesture);
}

static void
drag_update_cb (OutlayRampCurve *self, double dx, double dy, GtkGesture *gesture)
{
  const GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const gboolean fine = (state & GDK_SHIFT_MASK) != 0, was_drag = self->drag_way.is_drag;
  OutlayRampLayout layout;
  OutlayLimit limit;

  if (!outlay_drag_way_go_on (&self->drag_way, gesture, &dx, &dy))
    return;
  outlay_ramp_curve_lay (self, &layout);
  if (self->drag == NULL && !was_drag)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      self->drag_upper = layout.upper;
      self->drag = begin (self, self->dragged);
    }
  if (self->drag == NULL)
    return;
  /* The axis reaches further when the hand does; what a pixel is worth stays. */
  outlay_number_edit_move (self->drag, -(dy - self->drag_at) / layout.plot.height * self->drag_upper / (fine ? FINE : 1), fine ? PARTS * FINE : PARTS, &limit);
  self->drag_at = dy;
  tell (self, self->dragged, limit, FALSE);
}

static void
drag_end_cb (OutlayRampCurve *self)
{
  if (self->drag == NULL)
    return;
  commit (self, g_steal_pointer (&self->drag), self->dragged);
  outlay_bubble_tell (self->bubble, NULL, FALSE);
  outlay_ramp_curve_name_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- keys --- */

static gboolean
move (OutlayRampCurve *self, double steps, gboolean fine)
{
  OutlayNumberEdit *edit = begin (self, self->chosen);
  OutlayLimit limit;

  if (edit == NULL)
    return TRUE;
  outlay_number_edit_move (edit, steps / (fine ? PARTS * FINE : PARTS), fine ? PARTS * FINE : PARTS, &limit);
  commit (self, edit, self->chosen);
  outlay_ramp_curve_name_focus (self);
  tell (self, self->chosen, limit, TRUE);
  return TRUE;
}

static gboolean
go (OutlayRampCurve *self, int year)
{
  outlay_ramp_curve_choose (self, (guint) CLAMP (year, 0, (int) outlay_ramp_curve_count (self) - 1));
  return TRUE;
}

static gboolean
resize (OutlayRampCurve *self, gboolean longer)
{
  if (longer)
    outlay_ramp_curve_add_year (self);
  else
    outlay_ramp_curve_remove_year (self);
  return TRUE;
}

static gboolean
return_chosen (OutlayRampCurve *self)
{
  give_back (self, self->chosen);
  return TRUE;
}

static gboolean
key_pressed_cb (OutlayRampCurve *self, guint key, guint code, GdkModifierType state)
{
  const gboolean fine = (state & GDK_SHIFT_MASK) != 0, control = (state & GDK_CONTROL_MASK) != 0;

  if (self->document == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || outlay_ramp_curve_count (self) == 0)
    return FALSE;
  if (self->drag != NULL)
    {
      if (key == GDK_KEY_Escape)
        outlay_ramp_curve_cancel_drag (self);
      return key == GDK_KEY_Escape;
    }
  if (control)
    return key == GDK_KEY_BackSpace && return_chosen (self);
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return move (self, 1, fine);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return move (self, -1, fine);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: return move (self, PAGE, FALSE);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: return move (self, -PAGE, FALSE);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return go (self, (int) self->chosen - 1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return go (self, (int) self->chosen + 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return go (self, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return go (self, G_MAXINT);
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
    case GDK_KEY_Insert: return resize (self, TRUE);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete: return resize (self, FALSE);
    default: return FALSE;
    }
}

static void
focus_leave_cb (OutlayRampCurve *self)
{
  if (self->drag == NULL)
    outlay_bubble_tell (self->bubble, NULL, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_ramp_curve_choose (OutlayRampCurve *self, guint year)
{
  g_autofree char *words = outlay_ramp_curve_describe (self, year);

  if (self->drag == NULL)
    outlay_bubble_tell (self->bubble, NULL, FALSE);
  self->chosen = year;
  outlay_split_focus_move (&self->focus, words);
  outlay_ramp_curve_name_focus (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_ramp_curve_cancel_drag (OutlayRampCurve *self)
{
  if (self->drag == NULL)
    return;
  outlay_number_edit_rollback (g_steal_pointer (&self->drag));
  outlay_bubble_tell (self->bubble, NULL, FALSE);
}

gboolean
outlay_ramp_curve_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayRampCurve *self = OUTLAY_RAMP_CURVE (widget);
  g_autofree char *words = NULL, *text = NULL;
  gboolean dot;
  int year;

  if (self->document == NULL || keyboard || self->drag != NULL || (year = pick (self, x, y, &dot)) < 0)
    return FALSE;
  words = outlay_ramp_curve_describe (self, (guint) year);
  text = dot ? g_strdup_printf (_("%s. Click the dot to return to it."), words) : g_steal_pointer (&words);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { x - 8, y - 8, 16, 16 });
  return TRUE;
}

void
outlay_ramp_curve_add_hand (OutlayRampCurve *self)
{
  outlay_hand_add_motion (GTK_WIDGET (self), G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  outlay_hand_add_drag (GTK_WIDGET (self), G_CALLBACK (drag_begin_cb), G_CALLBACK (drag_update_cb), G_CALLBACK (drag_end_cb),
                        G_CALLBACK (outlay_ramp_curve_cancel_drag));
  outlay_hand_add_keys (GTK_WIDGET (self), G_CALLBACK (key_pressed_cb), G_CALLBACK (focus_leave_cb));
}
