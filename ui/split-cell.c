/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/split-cell.h"

struct _OutlaySplitCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (OutlaySplitCell, outlay_split_cell, GTK_TYPE_WIDGET)

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
  for (int turn = 0; turn < 2; turn++)
    {
      focus->cells[turn] = g_object_new (OUTLAY_TYPE_SPLIT_CELL, "accessible-role", role, "focusable", turn == 0, NULL);
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

void
outlay_split_focus_name (OutlaySplitFocus *focus, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus->cells[focus->turn]), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
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
