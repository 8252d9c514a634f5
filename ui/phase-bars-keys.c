/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-bars-private.h"

#include <glib/gi18n.h>

#include "ui/phase-popover.h"

#define YEAR 12

/* Shift stretches, Ctrl delays, neither moves. */
static OutlayPhasePart
part_of (GdkModifierType state)
{
  return (state & GDK_CONTROL_MASK) != 0 ? OUTLAY_PHASE_DELAY : (state & GDK_SHIFT_MASK) != 0 ? OUTLAY_PHASE_BUILDING : OUTLAY_PHASE_START_DATE;
}

static gboolean
move (OutlayPhaseBars *self, OutlayPhasePart part, double months)
{
  const guint phase = self->chosen;
  g_autofree char *span = NULL, *step = NULL, *why = NULL, *words = NULL;
  OutlayNumberEdit *edit = outlay_phase_begin (self->document, phase, part);
  OutlayLimit limit;

  if (edit == NULL)
    return TRUE;
  outlay_number_edit_move (edit, months, 1, &limit);
  step = outlay_phase_describe_step (self->document, phase, part);
  outlay_number_edit_commit (edit, step);
  span = outlay_phase_describe_span (self->document, phase);
  if (limit != OUTLAY_LIMIT_NONE)
    {
      why = outlay_phase_describe_limit (self->document, part);
      words = g_strdup_printf ("%s\n%s", span, why);
    }
  outlay_phase_bars_name_focus (self);
  outlay_bubble_tell (self->bubble, words != NULL ? words : span, TRUE);
  return TRUE;
}

static gboolean
go (OutlayPhaseBars *self, int phase)
{
  outlay_phase_bars_choose (self, (guint) CLAMP (phase, 0, (int) outlay_phase_bars_count (self) - 1));
  return TRUE;
}

static gboolean
edit (OutlayPhaseBars *self)
{
  outlay_phase_bars_edit (self, self->chosen);
  return TRUE;
}

static gboolean
give_back (OutlayPhaseBars *self)
{
  outlay_phase_bars_return (self, self->chosen, OUTLAY_PHASE_NOTHING);
  return TRUE;
}

static gboolean
key_pressed_cb (OutlayPhaseBars *self, guint key, guint code, GdkModifierType state)
{
  if (self->document == NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  /* In the popover they mean something else. */
  if (self->drag == NULL && !outlay_split_focus_is_here (&self->focus))
    return FALSE;
  if (self->drag != NULL)
    {
      if (key == GDK_KEY_Escape)
        outlay_phase_bars_cancel_drag (self);
      return key == GDK_KEY_Escape;
    }
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left: return move (self, part_of (state), -1);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right: return move (self, part_of (state), 1);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up: return move (self, part_of (state), -YEAR);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down: return move (self, part_of (state), YEAR);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up: return go (self, (int) self->chosen - 1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down: return go (self, (int) self->chosen + 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home: return go (self, 0);
    case GDK_KEY_End:
    case GDK_KEY_KP_End: return go (self, G_MAXINT);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2: return edit (self);
    case GDK_KEY_BackSpace: return (state & GDK_CONTROL_MASK) != 0 && give_back (self);
    default: return FALSE;
    }
}

static void
focus_leave_cb (OutlayPhaseBars *self)
{
  if (self->drag == NULL)
    outlay_bubble_tell (self->bubble, NULL, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
show_row (OutlayPhaseBars *self, guint phase)
{
  OutlayPhaseLayout layout;

  outlay_phase_bars_lay (self, &layout);
  if (self->adjustment != NULL)
    gtk_adjustment_clamp_page (self->adjustment, phase * layout.row, layout.head + (phase + 1) * layout.row + 1);
}

void
outlay_phase_bars_choose (OutlayPhaseBars *self, guint phase)
{
  g_autofree char *words = outlay_phase_bars_describe (self, phase);

  if (self->drag == NULL)
    outlay_bubble_tell (self->bubble, NULL, FALSE);
  self->chosen = phase;
  outlay_split_focus_move (&self->focus, words);
  outlay_phase_bars_name_focus (self);
  show_row (self, phase);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
outlay_phase_bars_describe (OutlayPhaseBars *self, guint phase)
{
  const OutlaySchedule *schedule = outlay_phase_bars_schedule (self);
  g_autofree char *name = outlay_document_get_phase_name (self->document, phase), *span = outlay_phase_describe_span (self->document, phase);
  g_autofree char *full = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s: %s", name, span);
  for (guint r = 0; r < schedule->rises->len && full == NULL; r++)
    if (outlay_schedule_rise (schedule, r)->phase == phase)
      full = outlay_phase_format (OUTLAY_PHASE_START_DATE, outlay_schedule_full (schedule, outlay_schedule_rise (schedule, r)));
  if (full != NULL)
    {
      g_string_append (words, C_ ("list", ", "));
      /* Translators: from which month on the output is full, as in "full Aug 2025" */
      g_string_append_printf (words, C_ ("timeline", "full %s"), full);
    }
  for (OutlayPhasePart part = 0; part < OUTLAY_PHASE_N_PARTS; part++)
    if (outlay_phase_bars_is_overridden (self, phase, part))
      {
        g_autofree char *origin = outlay_phase_describe_origin (self->document, phase, part);

        g_string_append_printf (words, "\n%s", origin);
      }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

void
outlay_phase_bars_return (OutlayPhaseBars *self, guint phase, OutlayPhasePart wanted)
{
  g_autofree char *description = outlay_document_get_scenario (self->document) != NULL ? outlay_phase_describe_return (self->document, phase, wanted) : NULL;
  g_autoptr (GError) error = NULL;

  if (description == NULL || !outlay_document_begin_edit (self->document))
    return;
  for (OutlayPhasePart part = 0; error == NULL && part < OUTLAY_PHASE_N_PARTS; part++)
    {
      OutlayParameter parameter;

      outlay_phase_get_parameter (self->document, phase, part, &parameter);
      if ((wanted == OUTLAY_PHASE_NOTHING || wanted == part) && outlay_document_is_overridden (self->document, &parameter))
        outlay_document_edit_return (self->document, &parameter, &error);
    }
  if (error == NULL)
    outlay_document_commit_edit (self->document, description);
  else
    outlay_document_rollback_edit (self->document);
  if (error != NULL)
    outlay_bubble_tell (self->bubble, error->message, TRUE);
  outlay_phase_bars_name_focus (self);
}

void
outlay_phase_bars_edit (OutlayPhaseBars *self, guint phase)
{
  OutlayPhaseLayout layout;
  OutlayRectangle bar;

  outlay_phase_bars_choose (self, phase);
  outlay_phase_bars_lay (self, &layout);
  bar = outlay_phase_layout_bar (&layout, &outlay_phase_bars_schedule (self)->works[phase], phase, OUTLAY_PHASE_BUILDING);
  if (self->popover == NULL)
    {
      self->popover = GTK_WIDGET (outlay_phase_popover_new ());
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &(GdkRectangle) { (int) CLAMP (bar.x + bar.width / 2, layout.left, layout.right), (int) bar.y, 1, (int) bar.height });
  outlay_phase_popover_open (OUTLAY_PHASE_POPOVER (self->popover), self->document, phase);
}

void
outlay_phase_bars_add_keys (OutlayPhaseBars *self)
{
  outlay_hand_add_keys (GTK_WIDGET (self), G_CALLBACK (key_pressed_cb), G_CALLBACK (focus_leave_cb));
}
