/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <glib/gi18n.h>

static void
set_hovered (OutlayStatementTable *self, gboolean hovers, guint row)
{
  if (self->hovers == hovers && self->hovered == row)
    return;
  self->hovers = hovers;
  self->hovered = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (OutlayStatementTable *self, double x, double y)
{
  OutlayTablePlace place = { 0, 0 };
  const OutlayTablePart part = outlay_statement_table_pick (self, x, y, &place);

  set_hovered (self, part == OUTLAY_TABLE_CELL || part == OUTLAY_TABLE_TRIANGLE_PART, place.row);
}

static void
leave_cb (OutlayStatementTable *self)
{
  set_hovered (self, FALSE, 0);
}

static gboolean
is_selected (OutlayStatementTable *self, OutlayTablePlace place)
{
  const OutlayTableRange range = outlay_statement_table_range (self);
  const guint n = outlay_statement_table_find_row (self, place.row);

  return n >= range.first_row && n < range.end_row && place.column >= range.first_column && place.column < range.end_column;
}

/* Whether it has the cursor already, alone. */
static gboolean
is_alone (OutlayStatementTable *self, OutlayTablePlace place)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && !self->all && place.row == self->cursor.row && place.column == self->cursor.column &&
         place.row == self->anchor.row && place.column == self->anchor.column;
}

static void
pressed_cb (OutlayStatementTable *self, int n_press, double x, double y, GtkGesture *gesture)
{
  const guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  const gboolean extend = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  OutlayTablePlace place;
  const OutlayTablePart part = outlay_statement_table_pick (self, x, y, &place);

  self->again = FALSE;
  if (part == OUTLAY_TABLE_NOTHING || part == OUTLAY_TABLE_HEAD)
    return;
  self->again = part == OUTLAY_TABLE_CELL && button == GDK_BUTTON_PRIMARY && is_alone (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (button == GDK_BUTTON_SECONDARY)
    {
      if (!is_selected (self, place))
        outlay_statement_table_go_to (self, place, FALSE);
      outlay_statement_table_show_menu (self, x, y);
      return;
    }
  outlay_statement_table_go_to (self, place, extend);
  if (part == OUTLAY_TABLE_TRIANGLE_PART)
    outlay_statement_table_set_folded (self, place.row, !outlay_statement_table_is_folded (self, place.row));
}

/* A second click on a figure tells how it was computed, on the name of a section folds it; not before the button is let go, which would close what has just
 * opened. */
static void
released_cb (OutlayStatementTable *self, int n_press, double x, double y)
{
  OutlayTablePlace place;

  if (!self->again || outlay_statement_table_pick (self, x, y, &place) != OUTLAY_TABLE_CELL || !is_alone (self, place))
    return;
  self->again = FALSE;
  if (place.column >= 0)
    outlay_statement_table_explain (self);
  else if (outlay_figures_is_parent (self->figures, place.row))
    outlay_statement_table_set_folded (self, place.row, !outlay_statement_table_is_folded (self, place.row));
}

static void
drag_update_cb (OutlayStatementTable *self, double dx, double dy, GtkGesture *gesture)
{
  const OutlayTableLayout *layout = &self->layout;
  OutlayTablePlace place;
  double x, y;

  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (gesture), &x, &y);
  if (y < layout->head_height || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy))
    return;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  /* Beyond an edge it goes on with the next row or column there. */
  x = CLAMP (x + dx, 0, layout->width - 1);
  y = CLAMP (y + dy, layout->head_height - 1, layout->height + layout->row_height / 2);
  y = y < layout->head_height ? layout->head_height - MIN (self->scroll_y, layout->row_height / 2) : y;
  if (outlay_statement_table_pick (self, x, MAX (y, layout->head_height), &place) != OUTLAY_TABLE_NOTHING)
    outlay_statement_table_go_to (self, place, TRUE);
}

gboolean
outlay_statement_table_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  OutlayStatementTable *self = OUTLAY_STATEMENT_TABLE (widget);
  OutlayTablePlace place;
  g_autoptr (OutlayReason) reason = NULL;
  g_autofree char *text = NULL;
  OutlayRectangle cell;

  if (keyboard || (self->popover != NULL && gtk_widget_get_visible (self->popover)) || outlay_statement_table_pick (self, x, y, &place) != OUTLAY_TABLE_CELL)
    return FALSE;
  if (place.column < 0)
    text = g_strdup (outlay_figures_row (self->figures, place.row).name);
  else
    {
      reason = outlay_figures_explain (self->figures, place.row, (guint) place.column);
      if (*reason->value == '\0')
        return FALSE;
      text = outlay_reason_to_text (reason);
    }
  cell = outlay_statement_table_mirror (self, outlay_statement_table_cell (self, outlay_statement_table_find_row (self, place.row), place.column));
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { (int) cell.x, (int) cell.y, (int) cell.width, (int) cell.height });
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

void
outlay_statement_table_add_pointer (OutlayStatementTable *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag;

  outlay_hand_add_motion (GTK_WIDGET (self), G_CALLBACK (motion_cb), G_CALLBACK (leave_cb));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  drag = outlay_hand_add_drag (GTK_WIDGET (self), NULL, G_CALLBACK (drag_update_cb), NULL, NULL);
  gtk_gesture_group (click, drag);
}
