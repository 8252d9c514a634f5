/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-table-private.h"

#include <math.h>

/* A nudge is about this part of a full bar. */
#define NUDGE 0.02

/* To the next round amount up or down. */
static void
nudge (OutlaySplitTable *self, int direction, gboolean fine)
{
  const double step = outlay_split_round_step (self->full * NUDGE * (fine ? OUTLAY_SPLIT_FINE : 1));
  const double amount = outlay_split_table_amount (self, self->cursor) / step;
  const double rounded = round (amount);
  /* What is round but for its last digits counts as round. */
  const gboolean is_round = fabs (amount - rounded) < 1e-6;
  const double next = direction > 0 ? (is_round ? rounded : floor (amount)) + 1 : (is_round ? rounded : ceil (amount)) - 1;

  outlay_split_table_commit_amount (self, self->cursor, MAX (0, next * step));
}

/* Whether a character begins an amount; a sign begins one that changes what is there. */
static gboolean
begins_amount (gunichar character)
{
  return g_unichar_isdigit (character) || (character != 0 && g_utf8_strchr ("+-−＋－=.,(¥￥$€", -1, character) != NULL);
}

static gboolean
begin_typing (OutlaySplitTable *self, guint key)
{
  const gunichar character = gdk_keyval_to_unicode (key);
  char text[7] = { 0 };

  if (!begins_amount (character))
    return FALSE;
  g_unichar_to_utf8 (character, text);
  outlay_split_table_edit (self, text);
  return TRUE;
}

static gboolean
handle_plain (OutlaySplitTable *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2: outlay_split_table_edit (self, NULL); return TRUE;
    case GDK_KEY_BackSpace: outlay_split_table_edit (self, ""); return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete: outlay_split_table_commit_amount (self, self->cursor, 0); return TRUE;
    case GDK_KEY_l:
    case GDK_KEY_L:
    case GDK_KEY_space: gtk_widget_activate_action (GTK_WIDGET (self), "split.lock", NULL); return TRUE;
    case GDK_KEY_Menu: outlay_split_table_show_menu (self, -1, -1); return TRUE;
    default: return begin_typing (self, key);
    }
}

static gboolean
handle_nudge (OutlaySplitTable *self, guint key, gboolean fine)
{
  if (key != GDK_KEY_Up && key != GDK_KEY_KP_Up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;
  nudge (self, key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? 1 : -1, fine);
  return TRUE;
}

static gboolean
key_pressed_cb (OutlaySplitTable *self, guint key, guint code, GdkModifierType state)
{
  const gboolean control = (state & GDK_CONTROL_MASK) != 0;
  OutlayStep step;

  if (self->document == NULL || self->entry != NULL || (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  if (self->drag != NULL)
    {
      if (key == GDK_KEY_Escape)
        outlay_split_table_cancel_drag (self);
      return key == GDK_KEY_Escape;
    }
  if ((state & GDK_SHIFT_MASK) != 0 && handle_nudge (self, key, control))
    return TRUE;
  /* Drawn from the left in every language. */
  if (outlay_step_find (key, control, FALSE, &step))
    {
      outlay_split_table_go_to (self, outlay_split_grid_step (&self->grid, self->cursor, step));
      return TRUE;
    }
  if (key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0)
    {
      outlay_split_table_show_menu (self, -1, -1);
      return TRUE;
    }
  if (control && (key == GDK_KEY_c || key == GDK_KEY_v))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), key == GDK_KEY_c ? "split.copy" : "split.paste", NULL);
      return TRUE;
    }
  if (control && key == GDK_KEY_BackSpace)
    {
      outlay_split_table_return (self, self->cursor);
      return TRUE;
    }
  return !control && handle_plain (self, key);
}

void
outlay_split_table_add_keys (OutlaySplitTable *self)
{
  outlay_hand_add_keys (GTK_WIDGET (self), G_CALLBACK (key_pressed_cb), G_CALLBACK (gtk_widget_queue_draw));
}
