/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-cell.h"

struct _OutlaySplitCell
{
  GtkWidget parent_instance;
};

G_DEFINE_TYPE (OutlaySplitCell, outlay_split_cell, GTK_TYPE_WIDGET)

/* A cell that is moved between two ends. GTK tells the value of such types alone (4.18). It is moved by keys, not by what asks for it. */
typedef OutlaySplitCell OutlaySplitHandle;
typedef OutlaySplitCellClass OutlaySplitHandleClass;

GType outlay_split_handle_get_type (void);

G_DEFINE_TYPE_WITH_CODE (OutlaySplitHandle, outlay_split_handle, OUTLAY_TYPE_SPLIT_CELL, G_IMPLEMENT_INTERFACE (GTK_TYPE_ACCESSIBLE_RANGE, NULL))

static void
outlay_split_handle_class_init (OutlaySplitHandleClass *class)
{
}

static void
outlay_split_handle_init (OutlaySplitHandle *self)
{
}

static void
outlay_split_cell_class_init (OutlaySplitCellClass *class)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "cell");
}

static void
outlay_split_cell_init (OutlaySplitCell *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

void
outlay_split_focus_init (OutlaySplitFocus *focus, GtkWidget *parent, GtkAccessibleRole role)
{
  const gboolean moves = role == GTK_ACCESSIBLE_ROLE_SLIDER || role == GTK_ACCESSIBLE_ROLE_SEPARATOR;

  for (int turn = 0; turn < 2; turn++)
    {
      focus->cells[turn] = g_object_new (moves ? outlay_split_handle_get_type () : OUTLAY_TYPE_SPLIT_CELL, "accessible-role", role, "focusable", turn == 0, NULL);
      gtk_widget_set_parent (focus->cells[turn], parent);
      gtk_widget_set_child_visible (focus->cells[turn], turn == 0);
    }
  focus->turn = 0;
}

void
outlay_split_focus_clear (OutlaySplitFocus *focus)
{
  for (int turn = 0; turn < 2; turn++)
    g_clear_pointer (&focus->cells[turn], gtk_widget_unparent);
}

gboolean
outlay_split_focus_grab (OutlaySplitFocus *focus)
{
  return gtk_widget_grab_focus (focus->cells[focus->turn]);
}

gboolean
outlay_split_focus_is_here (OutlaySplitFocus *focus)
{
  return gtk_widget_is_focus (focus->cells[focus->turn]);
}

gboolean
outlay_split_focus_is_visible (OutlaySplitFocus *focus)
{
  return outlay_split_focus_is_here (focus) && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (focus->cells[0])));
}

int
outlay_split_focus_next (OutlaySplitFocus *focus, GtkDirectionType direction, guint chosen, guint n)
{
  const int step = direction == GTK_DIR_TAB_FORWARD ? 1 : direction == GTK_DIR_TAB_BACKWARD ? -1 : 0, last = (int) n - 1;
  const gboolean is_here = outlay_split_focus_is_here (focus);
  const int next = is_here ? (int) chosen + step : step < 0 ? last : 0;

  return next > last || (is_here && step == 0) ? -1 : next;
}

gboolean
outlay_split_focus_pass (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_grab_focus (widget);
}

void
outlay_split_focus_name (OutlaySplitFocus *focus, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus->cells[focus->turn]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
outlay_split_focus_value (OutlaySplitFocus *focus, double value, double least, double most, const char *words)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus->cells[focus->turn]), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, least, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  most, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, value, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

void
outlay_split_focus_move (OutlaySplitFocus *focus, const char *label)
{
  GtkWidget *before = focus->cells[focus->turn];
  const gboolean was_here = outlay_split_focus_is_here (focus);

  focus->turn = 1 - focus->turn;
  gtk_widget_set_focusable (focus->cells[focus->turn], TRUE);
  gtk_widget_set_child_visible (focus->cells[focus->turn], TRUE);
  outlay_split_focus_name (focus, label);
  if (was_here)
    outlay_split_focus_grab (focus);
  gtk_widget_set_focusable (before, FALSE);
  gtk_widget_set_child_visible (before, FALSE);
}

void
outlay_split_focus_allocate (OutlaySplitFocus *focus, const GtkAllocation *allocation)
{
  for (int turn = 0; turn < 2; turn++)
    gtk_widget_size_allocate (focus->cells[turn], allocation, -1);
}
