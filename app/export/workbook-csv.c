/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export/csv.h"
#include "export/workbook.h"

/* Without it spreadsheets take the bytes of a UTF-8 text for the letters of whatever the system once used. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Spreadsheets compute what begins like a formula, be it a name or not; behind an apostrophe it stays a text. */
static void
append_text (GString *csv, const char *text)
{
  g_autofree char *guarded = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? g_strconcat ("'", text, NULL) : NULL;

  outlay_csv_append_string (csv, guarded != NULL ? guarded : text, ',');
}

/* One line: the cells from n on that stand in the same row, in as many fields as the head has. Returns the first cell behind it. */
static guint
append_row (GString *csv, const OutlaySheet *sheet, guint n)
{
  const guint row = outlay_sheet_cell (sheet, n)->row;

  for (guint column = 0; column < sheet->widths->len; column++)
    {
      const OutlayCell *cell = n < sheet->cells->len ? outlay_sheet_cell (sheet, n) : NULL;

      if (cell == NULL || cell->row != row || cell->column != column)
        {
          g_string_append_c (csv, ',');
          continue;
        }
      if (cell->text != NULL && !cell->formula)
        append_text (csv, cell->text);
      else
        outlay_csv_append_number (csv, cell->number, ',');
      n++;
    }
  g_string_truncate (csv, csv->len - 1);
  g_string_append (csv, "\r\n");
  return n;
}

/**
 * outlay_workbook_to_csv:
 * @workbook: a workbook
 *
 * The yearly table of the plan for spreadsheets: RFC 4180 with its CR LF, UTF-8 with a byte order mark, a line for each series, every digit of a number with
 * a point before its decimals. A text that would begin like a formula has an apostrophe before it.
 *
 * Returns: (transfer full): the file
 */
GBytes *
outlay_workbook_to_csv (OutlayWorkbook *workbook)
{
  const OutlaySheet *sheet = workbook->yearly;
  GString *csv = g_string_new (BYTE_ORDER_MARK);

  for (guint n = 0; n < sheet->cells->len;)
    if (outlay_sheet_cell (sheet, n)->row < sheet->head_row || outlay_sheet_cell (sheet, n)->form == OUTLAY_CELL_SECTION)
      n++;
    else
      n = append_row (csv, sheet, n);
  return g_string_free_to_bytes (csv);
}
