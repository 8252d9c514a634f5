/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

#include <math.h>

typedef enum
{
  STEP_LEFT,
  STEP_RIGHT,
  STEP_UP,
  STEP_DOWN,
  STEP_PAGE_UP,
  STEP_PAGE_DOWN,
  STEP_ROW_START,
  STEP_ROW_END,
  STEP_FIRST,
  STEP_LAST,
} Step;

static gboolean
find_step (guint key, gboolean control, Step *step)
{
  static const struct
  {
    guint key;
    guint keypad;
    Step plain;
    Step control;
  } steps[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, STEP_LEFT, STEP_ROW_START },
    { GDK_KEY_Right, GDK_KEY_KP_Right, STEP_RIGHT, STEP_ROW_END },
    { GDK_KEY_Up, GDK_KEY_KP_Up, STEP_UP, STEP_FIRST },
    { GDK_KEY_Down, GDK_KEY_KP_Down, STEP_DOWN, STEP_LAST },
    { GDK_KEY_Home, GDK_KEY_KP_Home, STEP_ROW_START, STEP_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, STEP_ROW_END, STEP_LAST },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, STEP_PAGE_UP, STEP_PAGE_UP },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, STEP_PAGE_DOWN, STEP_PAGE_DOWN },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (steps); k++)
    if (key == steps[k].key || key == steps[k].keypad)
      {
        *step = control ? steps[k].control : steps[k].plain;
        return TRUE;
      }
  return FALSE;
}

static int
page_rows (OutlayStatementTable *self)
{
  return MAX (1, (int) ((self->layout.height - self->layout.head_height) / self->layout.row_height) - 1);
}

/* Control with Up and Down goes to the end of the column, with Home and End to a corner of the table. */
static OutlayTablePlace
take_step (OutlayStatementTable *self, Step step, gboolean keeps_column)
{
  const int last_row = (int) self->rows->len - 1, last_column = (int) self->figures->n_columns - 1;
  int n = (int) outlay_statement_table_find_row (self, self->cursor.row), column = self->cursor.column;

  switch (step)
    {
    case STEP_LEFT: column--; break;
    case STEP_RIGHT: column++; break;
    case STEP_UP: n--; break;
    case STEP_DOWN: n++; break;
    case STEP_PAGE_UP: n -= page_rows (self); break;
    case STEP_PAGE_DOWN: n += page_rows (self); break;
    case STEP_ROW_START: column = 0; break;
    case STEP_ROW_END: column = last_column; break;
    case STEP_FIRST:
      n = 0;
      column = keeps_column ? column : 0;
      break;
    case STEP_LAST:
    default:
      n = last_row;
      column = keeps_column ? column : last_column;
    }
  return (OutlayTablePlace) { outlay_table_nth_row (self, (guint) CLAMP (n, 0, last_row)), CLAMP (column, -1, last_column) };
}

/* On a name, Left folds its section or goes to the one around it, Right unfolds it or goes to its figures. */
static gboolean
fold_by_key (OutlayStatementTable *self, Step step)
{
  const guint row = self->cursor.row;
  const gboolean folded = outlay_statement_table_is_folded (self, row);
  int parent;

  if (self->cursor.column >= 0)
    return FALSE;
  if (step == STEP_RIGHT && folded)
    outlay_statement_table_set_folded (self, row, FALSE);
  else if (step == STEP_LEFT && outlay_figures_is_parent (self->figures, row) && !folded)
    outlay_statement_table_set_folded (self, row, TRUE);
  else if (step == STEP_LEFT && (parent = outlay_figures_parent (self->figures, row)) >= 0)
    outlay_statement_table_go_to (self, (OutlayTablePlace) { (guint) parent, -1 }, FALSE);
  else
    return step == STEP_LEFT;
  return TRUE;
}

/* In a table that is read from right to left the arrows still go where they point. */
static Step
mirrored (OutlayStatementTable *self, Step step)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) != GTK_TEXT_DIR_RTL)
    return step;
  switch (step)
    {
    case STEP_LEFT: return STEP_RIGHT;
    case STEP_RIGHT: return STEP_LEFT;
    case STEP_ROW_START: return STEP_ROW_END;
    case STEP_ROW_END: return STEP_ROW_START;
    default: return step;
    }
}

static gboolean
step_by_key (OutlayStatementTable *self, guint key, gboolean control, gboolean extend)
{
  const gboolean arrow = key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  const gboolean sideways = key == GDK_KEY_Left || key == GDK_KEY_KP_Left || key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  Step step;

  if (!find_step (key, control, &step))
    return FALSE;
  /* Home and End mean the start and the end of what is read, arrows where they point. */
  if (sideways)
    step = mirrored (self, step);
  if (sideways && !extend && !control && fold_by_key (self, step))
    return TRUE;
  outlay_statement_table_go_to (self, take_step (self, step, arrow), extend);
  return TRUE;
}

static gboolean
do_by_key (OutlayStatementTable *self, guint key, gboolean shift)
{
  const gboolean on_section = self->cursor.column < 0 && outlay_figures_is_parent (self->figures, self->cursor.row);

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (on_section)
        outlay_statement_table_set_folded (self, self->cursor.row, !outlay_statement_table_is_folded (self, self->cursor.row));
      else
        outlay_statement_table_explain (self);
      return TRUE;
    case GDK_KEY_Menu: outlay_statement_table_show_menu (self, -1, -1); return TRUE;
    case GDK_KEY_F10:
      if (shift)
        outlay_statement_table_show_menu (self, -1, -1);
      return shift;
    case GDK_KEY_Escape:
      if (!self->all && self->anchor.row == self->cursor.row && self->anchor.column == self->cursor.column)
        return FALSE;
      outlay_statement_table_go_to (self, self->cursor, FALSE);
      return TRUE;
    default: return FALSE;
    }
}

static gboolean
key_pressed_cb (OutlayStatementTable *self, guint key, guint code, GdkModifierType state)
{
  const gboolean control = (state & GDK_CONTROL_MASK) != 0, shift = (state & GDK_SHIFT_MASK) != 0;

  if (self->figures == NULL || self->rows->len == 0 || (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return FALSE;
  return step_by_key (self, key, control, shift) || (!control && do_by_key (self, key, shift));
}

static void
focus_cb (OutlayStatementTable *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
outlay_statement_table_add_keys (OutlayStatementTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
