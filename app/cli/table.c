/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#define GAP 2
#define WIDTH_WITHOUT_TERMINAL 120

struct _OutlayTable
{
  guint n_columns;
  GPtrArray *cells;
};

static guint
display_width (const char *text)
{
  guint width = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }
  return width;
}

static guint
terminal_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint64 width;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 20, 10000, &width, NULL))
    return (guint) width;
  if (ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
    return size.ws_col;
  return WIDTH_WITHOUT_TERMINAL;
}

static const char *
cell (OutlayTable *table, guint row, guint column)
{
  return table->cells->pdata[row * table->n_columns + column];
}

static guint
n_rows (OutlayTable *table)
{
  return table->cells->len / table->n_columns;
}

static guint
column_width (OutlayTable *table, guint column)
{
  guint width = 0;

  for (guint row = 0; row < n_rows (table); row++)
    width = MAX (width, display_width (cell (table, row, column)));
  return width;
}

static void
append_spaces (GString *output, guint n)
{
  while (n-- > 0)
    g_string_append_c (output, ' ');
}

/* Columns first … last − 1 behind the first column. */
static void
append_block (OutlayTable *table, const guint *widths, guint first, guint last, GString *output)
{
  for (guint row = 0; row < n_rows (table); row++)
    {
      g_string_append (output, cell (table, row, 0));
      append_spaces (output, widths[0] - display_width (cell (table, row, 0)));
      for (guint column = first; column < last; column++)
        {
          append_spaces (output, GAP + widths[column] - display_width (cell (table, row, column)));
          g_string_append (output, cell (table, row, column));
        }
      g_string_append_c (output, '\n');
    }
}

OutlayTable *
outlay_table_new (guint n_columns)
{
  OutlayTable *table = g_new0 (OutlayTable, 1);

  table->n_columns = n_columns;
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
outlay_table_free (OutlayTable *table)
{
  g_ptr_array_unref (table->cells);
  g_free (table);
}

void
outlay_table_take (OutlayTable *table, char *text)
{
  g_ptr_array_add (table->cells, text);
}

void
outlay_table_add (OutlayTable *table, const char *text)
{
  outlay_table_take (table, g_strdup (text));
}

void
outlay_table_append (OutlayTable *table, GString *output)
{
  g_autofree guint *widths = g_new (guint, table->n_columns);
  guint most = terminal_width ();

  for (guint column = 0; column < table->n_columns; column++)
    widths[column] = column_width (table, column);
  for (guint first = 1, last; first < table->n_columns; first = last)
    {
      guint width = widths[0] + GAP + widths[first];

      for (last = first + 1; last < table->n_columns && width + GAP + widths[last] <= most; last++)
        width += GAP + widths[last];
      if (first > 1)
        g_string_append_c (output, '\n');
      append_block (table, widths, first, last, output);
    }
}
