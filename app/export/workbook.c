/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <xlsxwriter.h>

#include "export/pptx-private.h"

/* The first day of the zip format, for every workbook. */
#define CREATED 315532800
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
fill (lxw_workbook *workbook, const OutlayOfficeChart *chart)
{
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

static lxw_error
write_workbook (const OutlayOfficeChart *chart, const char **buffer, size_t *size)
{
  lxw_workbook_options options = { .output_buffer = buffer, .output_buffer_size = size };
  lxw_workbook *workbook = workbook_new_opt (NULL, &options);
  lxw_doc_properties properties = { .created = CREATED };

  workbook_set_properties (workbook, &properties);
  fill (workbook, chart);
  return workbook_close (workbook);
}

GBytes *
outlay_office_chart_to_workbook (const OutlayOfficeChart *chart, GError **error)
{
  /* libxlsxwriter prints numbers with the decimal point of the locale. */
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  locale_t own = uselocale (plain);
  const char *buffer = NULL;
  size_t size = 0;
  lxw_error status = write_workbook (chart, &buffer, &size);

  uselocale (own);
  freelocale (plain);
  if (status == LXW_NO_ERROR && buffer != NULL)
    return g_bytes_new_with_free_func (buffer, size, free, (gpointer) buffer);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The workbook of a chart could not be made: %s."), lxw_strerror (status));
  return NULL;
}
