/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "export/workbook-private.h"
#include "export/zip.h"

/*
 * What libxlsxwriter cannot: charts of columns and lines, and charts of formulas that show their values before anybody computes them. Both are written into the
 * parts that it made of the charts (ECMA-376, chart parts).
 */

#define CHART_PART "xl/charts/chart"
#define SERIES "<c:ser>"
#define SERIES_END "</c:ser>"
#define SHAPE_END "</c:spPr>"
#define VALUES "<c:val>"
#define COUNT "<c:ptCount"
#define CACHE_END "</c:numCache>"
#define GAP "<c:gapWidth"
#define AXES "<c:axId"
#define BARS_END "</c:barChart>"

/* --- values --- */

static void
append_points (GString *part, const OutlaySheetChart *chart, guint row)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (part, COUNT " val=\"%u\"/>", chart->last_column - chart->first_column + 1);
  for (guint n = 0; n < chart->data->cells->len; n++)
    {
      const OutlayCell *cell = outlay_sheet_cell (chart->data, n);

      if (cell->row == row && cell->column >= chart->first_column && cell->column <= chart->last_column)
        g_string_append_printf (part, "<c:pt idx=\"%u\"><c:v>%s</c:v></c:pt>", cell->column - chart->first_column,
                                g_ascii_dtostr (digits, sizeof digits, cell->number));
    }
}

/* The points of every series; NULL where the part has not the form that is expected. */
static GString *
fill_values (const char *part, const OutlaySheetChart *chart)
{
  g_autoptr (GString) filled = g_string_new (NULL);

  for (guint s = 0; s < chart->series->len; s++)
    {
      const char *values = strstr (part, VALUES), *count = values != NULL ? strstr (values, COUNT) : NULL;
      const char *end = count != NULL ? strstr (count, CACHE_END) : NULL;

      if (end == NULL)
        return NULL;
      g_string_append_len (filled, part, count - part);
      append_points (filled, chart, g_array_index (chart->series, OutlaySheetSeries, s).row);
      part = end;
    }
  g_string_append (filled, part);
  return g_steal_pointer (&filled);
}

/* --- lines --- */

/* A line has no marker at each year; its place is behind the looks of the line. */
static void
append_lines (GString *part, const char *series, gsize length)
{
  g_autofree char *text = g_strndup (series, length);
  g_auto (GStrv) pieces = g_strsplit (text, SERIES_END, -1);

  for (char **piece = pieces; *piece != NULL && **piece != '\0'; piece++)
    {
      const char *shape = strstr (*piece, SHAPE_END);
      const gsize before = shape != NULL ? (gsize) (shape - *piece) + strlen (SHAPE_END) : 0;

      g_string_append_len (part, *piece, (gssize) before);
      g_string_append (part, "<c:marker><c:symbol val=\"none\"/></c:marker>");
      g_string_append (part, *piece + before);
      g_string_append (part, SERIES_END);
    }
}

/* The last n series of the columns become lines on the same axes. */
static GString *
draw_lines (const char *part, guint n)
{
  const char *end = strstr (part, BARS_END), *gap = end != NULL ? g_strrstr_len (part, end - part, GAP) : NULL;
  const char *axes = gap != NULL ? strstr (gap, AXES) : NULL, *first = gap;
  GString *drawn;

  for (guint s = 0; s < n && first != NULL; s++)
    first = g_strrstr_len (part, first - part, SERIES);
  if (first == NULL || axes == NULL)
    return NULL;
  drawn = g_string_new_len (part, first - part);
  g_string_append_len (drawn, gap, end - gap);
  g_string_append (drawn, BARS_END "<c:lineChart><c:grouping val=\"standard\"/>");
  append_lines (drawn, first, (gsize) (gap - first));
  g_string_append (drawn, "<c:marker val=\"1\"/>");
  g_string_append_len (drawn, axes, end - axes);
  g_string_append (drawn, "</c:lineChart>");
  g_string_append (drawn, end + strlen (BARS_END));
  return drawn;
}

/* --- the archive --- */

static GString *
finish_chart (const char *part, const OutlaySheetChart *chart)
{
  g_autoptr (GString) filled = fill_values (part, chart);
  guint n_lines = 0;

  for (guint s = 0; s < chart->series->len; s++)
    n_lines += g_array_index (chart->series, OutlaySheetSeries, s).line ? 1 : 0;
  if (filled == NULL || n_lines == 0)
    return g_steal_pointer (&filled);
  return draw_lines (filled->str, n_lines);
}

/* Parts are counted from 1 in the order in which the charts were written. */
static const OutlaySheetChart *
find_chart (const OutlayWorkbook *workbook, const char *name)
{
  guint number = g_str_has_prefix (name, CHART_PART) ? (guint) g_ascii_strtoull (name + strlen (CHART_PART), NULL, 10) : 0;

  for (guint s = 0; number > 0 && s < workbook->sheets->len; s++)
    {
      const OutlaySheet *sheet = g_ptr_array_index (workbook->sheets, s);

      if (number <= sheet->charts->len)
        return g_ptr_array_index (sheet->charts, number - 1);
      number -= sheet->charts->len;
    }
  return NULL;
}

static gboolean
copy_entry (const OutlayWorkbook *workbook, struct archive *archive, struct archive_entry *entry, OutlayZip *zip)
{
  const char *name = archive_entry_pathname (entry);
  const OutlaySheetChart *chart = find_chart (workbook, name);
  const gsize size = (gsize) archive_entry_size (entry);
  g_autofree char *data = g_malloc0 (size + 1);
  g_autoptr (GBytes) bytes = NULL;
  GString *finished;

  if (archive_read_data (archive, data, size) != (la_ssize_t) size)
    return FALSE;
  if (chart != NULL)
    {
      if ((finished = finish_chart (data, chart)) == NULL)
        return FALSE;
      outlay_zip_take_text (zip, name, finished);
      return TRUE;
    }
  bytes = g_bytes_new_take (g_steal_pointer (&data), size);
  outlay_zip_add (zip, name, bytes);
  return TRUE;
}

/**
 * outlay_book_finish_charts:
 * @workbook: the workbook
 * @xlsx: what libxlsxwriter made of it
 * @error: a GIO error
 *
 * Returns: (transfer full): the same with charts that are as the workbook has them
 */
GBytes *
outlay_book_finish_charts (const OutlayWorkbook *workbook, GBytes *xlsx, GError **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  g_autoptr (OutlayZip) zip = outlay_zip_new ();
  gsize size;
  const void *data = g_bytes_get_data (xlsx, &size);
  gboolean whole = archive_read_support_format_zip_seekable (archive) == ARCHIVE_OK && archive_read_open_memory (archive, data, size) == ARCHIVE_OK;
  int status = ARCHIVE_EOF;

  while (whole && (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    whole = copy_entry (workbook, archive, entry, zip);
  archive_read_free (archive);
  if (whole && status == ARCHIVE_EOF)
    return outlay_zip_finish (zip, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The charts of the workbook could not be made."));
  return NULL;
}
