/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/**
 * OutlaySplitCell:
 *
 * The part of a drawn widget that has the focus. Draws nothing; a screen reader reads its label.
 */
#define OUTLAY_TYPE_SPLIT_CELL (outlay_split_cell_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySplitCell, outlay_split_cell, OUTLAY, SPLIT_CELL, GtkWidget)

/**
 * OutlaySplitFocus:
 *
 * The focus inside a widget that draws its parts itself. Two cells take turns in having it, so that every step is a change of focus to a screen reader.
 */
typedef struct
{
  GtkWidget *cells[2];
  int turn;
} OutlaySplitFocus;

void outlay_split_focus_init (OutlaySplitFocus *focus, GtkWidget *parent, GtkAccessibleRole role);
void outlay_split_focus_clear (OutlaySplitFocus *focus);
gboolean outlay_split_focus_grab (OutlaySplitFocus *focus);
gboolean outlay_split_focus_is_here (OutlaySplitFocus *focus);
/* And it is to be seen where. */
gboolean outlay_split_focus_is_visible (OutlaySplitFocus *focus);
/* Of a widget whose parts have the focus one after another with Tab, in which that has chosen: the part that comes next, of so many; −1 outside of it. */
int outlay_split_focus_next (OutlaySplitFocus *focus, GtkDirectionType direction, guint chosen, guint n);
/* GtkWidgetClass.focus of one in which arrows move, and which Tab enters and leaves. */
gboolean outlay_split_focus_pass (GtkWidget *widget, GtkDirectionType direction);
/* What the part is called now. */
void outlay_split_focus_name (OutlaySplitFocus *focus, const char *label);
/* What one that is moved like a slider stands at, from least to most, and what that is in words. */
void outlay_split_focus_value (OutlaySplitFocus *focus, double value, double least, double most, const char *words);
/* Another part, by its name; keeps the focus where it was here. */
void outlay_split_focus_move (OutlaySplitFocus *focus, const char *label);
void outlay_split_focus_allocate (OutlaySplitFocus *focus, const GtkAllocation *allocation);
