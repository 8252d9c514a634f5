/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

static int
page_rows (OutlayStatementTable *self)
{
  return MAX (1, (int) ((self->layout.height - self->layout.head_height) / self->layout.row_height) - 1);
}

static OutlayTablePlace
take_step (OutlayStatementTable *self, OutlayStep step)
{
  const int last_row = (int) self->rows->len - 1, last_column = (int) self->figures->n_columns - 1;
  int n = (int) outlay_statement_table_find_row (self, self->cursor.row), column = self->cursor.column;

  switch (step)
    {
    case OUTLAY_STEP_LEFT: column--; break;
    case OUTLAY_STEP_RIGHT: column++; break;
    case OUTLAY_STEP_UP: n--; break;
    case OUTLAY_STEP_DOWN: n++; break;
    case OUTLAY_STEP_PAGE_UP: n -= page_rows (self); break;
    case OUTLAY_STEP_PAGE_DOWN: n += page_rows (self); break;
    case OUTLAY_STEP_ROW_START: column = 0; break;
    case OUTLAY_STEP_ROW_END: column = last_column; break;
    case OUTLAY_STEP_COLUMN_START: n = 0; break;
    case OUTLAY_STEP_COLUMN_END: n = last_row; break;
    case OUTLAY_STEP_FIRST: n = column = 0; break;
    case OUTLAY_STEP_LAST: n = last_row, column = last_column; break;
    }
  return (OutlayTablePlace) { outlay_table_nth_row (self, (guint) CLAMP (n, 0, last_row)), CLAMP (column, -1, last_column) };
}

/* On a name, Left folds its section or goes to the one around it, Right unfolds it or goes to its figures. */
static gboolean
fold_by_key (OutlayStatementTable *self, OutlayStep step)
{
  const guint row = self->cursor.row;
  const gboolean folded = outlay_statement_table_is_folded (self, row);
  int parent;

  if (self->cursor.column >= 0)
    return FALSE;
  if (step == OUTLAY_STEP_RIGHT && folded)
    outlay_statement_table_set_folded (self, row, FALSE);
  else if (step == OUTLAY_STEP_LEFT && outlay_figures_is_parent (self->figures, row) && !folded)
    outlay_statement_table_set_folded (self, row, TRUE);
  else if (step == OUTLAY_STEP_LEFT && (parent = outlay_figures_parent (self->figures, row)) >= 0)
    outlay_statement_table_go_to (self, (OutlayTablePlace) { (guint) parent, -1 }, FALSE);
  else
    return step == OUTLAY_STEP_LEFT;
  return TRUE;
}

static gboolean
step_by_key (OutlayStatementTable *self, guint key, gboolean control, gboolean extend)
{
  OutlayStep step;

  if (!outlay_step_find (key, control, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL, &step))
    return FALSE;
  if (extend || !fold_by_key (self, step))
    outlay_statement_table_go_to (self, take_step (self, step), extend);
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

void
outlay_statement_table_add_keys (OutlayStatementTable *self)
{
  outlay_hand_add_keys (GTK_WIDGET (self), G_CALLBACK (key_pressed_cb), G_CALLBACK (gtk_widget_queue_draw));
}
