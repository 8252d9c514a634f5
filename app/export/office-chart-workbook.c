/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "export/pptx-private.h"
#include "export/xlsx.h"

#define NAME_WIDTH 14
/* Of a spreadsheet's cell. */
#define MOST_CHARACTERS 32767

static void
write_name (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *name)
{
  g_autofree char *cut = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), MOST_CHARACTERS));

  worksheet_write_string (sheet, row, column, cut, NULL);
}

static void
fill (lxw_workbook *workbook, gpointer data)
{
  const OutlayOfficeChart *chart = data;
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Sheet1");
  lxw_format *format = workbook_add_format (workbook);

  format_set_num_format (format, chart->format);
  worksheet_set_column (sheet, 0, (lxw_col_t) chart->series->len, NAME_WIDTH, NULL);
  write_name (sheet, 0, 0, *chart->unit != '\0' ? chart->unit : chart->table->heading);
  for (guint r = 0; r < chart->table->rows->len; r++)
    write_name (sheet, 1 + r, 0, g_ptr_array_index (chart->table->rows, r));
  for (guint s = 0; s < chart->series->len; s++)
    {
      const OutlayOfficeSeries *series = outlay_office_chart_series (chart, s);

      write_name (sheet, 0, (lxw_col_t) (1 + s), series->name);
      for (guint r = 0; r < chart->table->rows->len; r++)
        if (isfinite (series->values[r]))
          worksheet_write_number (sheet, 1 + r, (lxw_col_t) (1 + s), series->values[r], format);
    }
}

GBytes *
outlay_office_chart_to_workbook (const OutlayOfficeChart *chart, GError **error)
{
  return outlay_xlsx_write (fill, (gpointer) chart, NULL, NULL, error);
}
