/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/statement-table-private.h"

/* The same section under another scenario, or of another initiative, stays folded. */
static char *
key_of (OutlayFigures *figures, guint row)
{
  const OutlayFiguresRow what = outlay_figures_row (figures, row);

  return g_strjoin ("\n", figures->id, what.number, what.name, NULL);
}

gboolean
outlay_statement_table_is_folded (OutlayStatementTable *self, guint row)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->folded) == 0 || !outlay_figures_is_parent (self->figures, row))
    return FALSE;
  key = key_of (self->figures, row);
  return g_hash_table_contains (self->folded, key);
}

void
outlay_statement_table_list_rows (OutlayStatementTable *self)
{
  guint below = G_MAXUINT; /* rows deeper than this are folded away */

  g_array_set_size (self->rows, 0);
  for (guint row = 0; self->figures != NULL && row < self->figures->n_rows; row++)
    {
      const guint depth = outlay_figures_row (self->figures, row).depth;

      if (depth > below)
        continue;
      below = outlay_statement_table_is_folded (self, row) ? depth : G_MAXUINT;
      g_array_append_val (self->rows, row);
    }
}

guint
outlay_statement_table_find_row (OutlayStatementTable *self, guint row)
{
  guint n = 0;

  while (n + 1 < self->rows->len && outlay_table_nth_row (self, n + 1) <= row)
    n++;
  return n;
}

static void
fold (OutlayStatementTable *self, guint row, gboolean folded)
{
  g_autofree char *key = key_of (self->figures, row);

  if (folded)
    g_hash_table_add (self->folded, g_steal_pointer (&key));
  else
    g_hash_table_remove (self->folded, key);
}

/* What is folded away can have no cursor. */
static void
show_folds (OutlayStatementTable *self)
{
  outlay_statement_table_list_rows (self);
  self->cursor.row = outlay_table_nth_row (self, outlay_statement_table_find_row (self, self->cursor.row));
  self->anchor = self->cursor;
  outlay_statement_table_refresh (self);
}

void
outlay_statement_table_set_folded (OutlayStatementTable *self, guint row, gboolean folded)
{
  if (!outlay_figures_is_parent (self->figures, row) || outlay_statement_table_is_folded (self, row) == folded)
    return;
  fold (self, row, folded);
  show_folds (self);
}

void
outlay_statement_table_fold_all (OutlayStatementTable *self, gboolean folded)
{
  if (self->figures == NULL || self->figures->n_rows == 0)
    return;
  for (guint row = 0; row < self->figures->n_rows; row++)
    if (outlay_figures_is_parent (self->figures, row))
      fold (self, row, folded);
  show_folds (self);
}
