/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/table.h"

static void
row_free (gpointer data)
{
  OutlayDeckRow *row = data;

  g_strfreev (row->cells);
  g_free (row);
}

OutlayDeckTable *
outlay_deck_table_new (void)
{
  OutlayDeckTable *table = g_new0 (OutlayDeckTable, 1);

  table->columns = g_array_new (FALSE, TRUE, sizeof (OutlayDeckColumn));
  table->rows = g_ptr_array_new_with_free_func (row_free);
  table->n_fixed = 1;
  return table;
}

void
outlay_deck_table_free (OutlayDeckTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

void
outlay_deck_table_add_column (OutlayDeckTable *table, gboolean number)
{
  const OutlayDeckColumn column = { .number = number };

  g_return_if_fail (table->rows->len == 0);
  g_array_append_val (table->columns, column);
}

OutlayDeckRow *
outlay_deck_table_add_row (OutlayDeckTable *table, OutlayRowKind kind)
{
  OutlayDeckRow *row = g_new0 (OutlayDeckRow, 1);

  row->kind = kind;
  row->cells = g_new0 (char *, table->columns->len + 1);
  for (guint c = 0; c < table->columns->len; c++)
    row->cells[c] = g_strdup ("");
  g_ptr_array_add (table->rows, row);
  return row;
}

void
outlay_deck_row_take (OutlayDeckRow *row, guint column, char *text)
{
  g_free (row->cells[column]);
  row->cells[column] = text;
}
