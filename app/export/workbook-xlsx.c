/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/workbook-private.h"
#include "export/xlsx.h"

/* Of a cell, and of a property. */
#define MOST_CHARACTERS 32767
#define MOST_PROPERTY_CHARACTERS 255

/* Charts, in pixels of a screen; rows have 20, columns of the usual width 64. */
#define CHART_WIDTH 624
#define CHART_HEIGHT 390
#define CHART_ROWS 20
#define CHART_COLUMNS 10
#define MOST_YEAR_LABELS 12
/* Wider sheets are printed on larger paper. */
#define WIDE 150
#define PAPER_A4 9
#define PAPER_A3 8

#define FAINT_COLOUR 0x6b6b6b
#define HEAD_COLOUR 0xe8eef5
#define SECTION_COLOUR 0x1a5fb4
#define GOOD_COLOUR 0x1b7a3d
#define BAD_COLOUR 0xb3261e
#define LINE_COLOUR 0x9a9996
#define GRID_COLOUR 0xdeddda

typedef struct
{
  lxw_workbook *workbook;
  lxw_format *formats[OUTLAY_N_CELL_FORMS][OUTLAY_N_ROW_LOOKS][2]; /* made where one is first asked for; of the first column, and of others */
} Writer;

static char *
cut (const char *text, long most)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), most));
}

static lxw_color_t
colour_number (OutlayColour colour)
{
  return (lxw_color_t) round (colour.red * 255) << 16 | (lxw_color_t) round (colour.green * 255) << 8 | (lxw_color_t) round (colour.blue * 255);
}

/* --- cells --- */

static const char *
number_format (OutlayCellForm form)
{
  switch (form)
    {
    case OUTLAY_CELL_WHOLE:
      return "#,##0";
    case OUTLAY_CELL_DECIMAL:
      return "#,##0.00";
    case OUTLAY_CELL_PERCENT:
      return "0.00%";
    case OUTLAY_CELL_YEAR:
      return "0";
    default:
      return NULL;
    }
}

static void
set_form (lxw_format *format, OutlayCellForm form)
{
  if (number_format (form) != NULL)
    format_set_num_format (format, number_format (form));
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  switch (form)
    {
    case OUTLAY_CELL_TITLE:
      format_set_bold (format);
      format_set_font_size (format, 14);
      break;
    case OUTLAY_CELL_HEAD:
    case OUTLAY_CELL_NUMBER_HEAD:
      format_set_bold (format);
      format_set_bg_color (format, HEAD_COLOUR);
      format_set_bottom (format, LXW_BORDER_THIN);
      format_set_bottom_color (format, LINE_COLOUR);
      format_set_align (format, form == OUTLAY_CELL_HEAD ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
      break;
    case OUTLAY_CELL_SECTION:
      format_set_bold (format);
      format_set_font_color (format, SECTION_COLOUR);
      break;
    case OUTLAY_CELL_GOOD:
    case OUTLAY_CELL_BAD:
      format_set_bold (format);
      format_set_font_color (format, form == OUTLAY_CELL_GOOD ? GOOD_COLOUR : BAD_COLOUR);
      break;
    case OUTLAY_CELL_WRAPPED:
      format_set_text_wrap (format);
      break;
    case OUTLAY_CELL_FAINT:
      format_set_font_color (format, FAINT_COLOUR);
      break;
    default:
      break;
    }
}

static void
set_look (lxw_format *format, OutlayRowLook look)
{
  if (look == OUTLAY_ROW_LOOK_TOTAL)
    {
      format_set_bold (format);
      format_set_top (format, LXW_BORDER_THIN);
      format_set_top_color (format, LINE_COLOUR);
    }
  if (look == OUTLAY_ROW_LOOK_ASIDE)
    {
      format_set_italic (format);
      format_set_font_color (format, FAINT_COLOUR);
    }
}

/* Behind a column of numbers words stand a little apart. */
static gboolean
is_indented (OutlayCellForm form)
{
  return form == OUTLAY_CELL_TEXT || form == OUTLAY_CELL_WRAPPED || form == OUTLAY_CELL_FAINT || form == OUTLAY_CELL_HEAD || form == OUTLAY_CELL_GOOD ||
         form == OUTLAY_CELL_BAD;
}

static lxw_format *
find_format (Writer *writer, const OutlayCell *cell)
{
  lxw_format **format = &writer->formats[cell->form][cell->look][cell->column > 0];

  if (*format == NULL)
    {
      *format = workbook_add_format (writer->workbook);
      set_form (*format, cell->form);
      set_look (*format, cell->look);
      if (cell->column > 0 && is_indented (cell->form))
        {
          format_set_align (*format, LXW_ALIGN_LEFT);
          format_set_indent (*format, 1);
        }
    }
  return *format;
}

static void
write_cell (Writer *writer, lxw_worksheet *worksheet, const OutlayCell *cell)
{
  lxw_format *format = find_format (writer, cell);
  const lxw_col_t column = (lxw_col_t) cell->column;
  g_autofree char *text = NULL;

  if (cell->formula)
    worksheet_write_formula_num (worksheet, cell->row, column, cell->text, format, cell->number);
  else if (cell->text == NULL)
    worksheet_write_number (worksheet, cell->row, column, cell->number, format);
  else
    worksheet_write_string (worksheet, cell->row, column, text = cut (cell->text, MOST_CHARACTERS), format);
}

/* --- charts --- */

static void
add_chart_series (lxw_chart *chart, const OutlaySheetChart *source, const OutlaySheetSeries *row)
{
  const OutlaySheet *data = source->data;
  const lxw_col_t first = (lxw_col_t) source->first_column, last = (lxw_col_t) source->last_column;
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_line line = { .color = colour_number (row->colour), .width = 2.25 };
  lxw_chart_fill fill = { .color = colour_number (row->colour) };

  chart_series_set_categories (series, data->name, data->head_row, first, data->head_row, last);
  chart_series_set_values (series, data->name, row->row, first, row->row, last);
  chart_series_set_name_range (series, data->name, row->row, 0);
  if (row->line)
    chart_series_set_line (series, &line);
  else
    chart_series_set_fill (series, &fill);
}

static void
set_axes (lxw_chart *chart, const OutlaySheetChart *source)
{
  lxw_chart_line grid = { .color = GRID_COLOUR, .width = 0.75 }, none = { .none = LXW_TRUE };
  lxw_chart_font plain = { .bold = LXW_EXPLICIT_FALSE, .size = 10 }, small = { .size = 9 };

  chart_axis_set_num_format (chart->y_axis, source->format);
  chart_axis_set_name (chart->y_axis, source->unit);
  chart_axis_set_name_font (chart->y_axis, &plain);
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  chart_axis_set_line (chart->y_axis, &none);
  chart_axis_set_num_format (chart->x_axis, "0");
  chart_axis_set_num_font (chart->x_axis, &small);
  chart_axis_set_interval_unit (chart->x_axis, (uint16_t) (1 + (source->last_column - source->first_column) / MOST_YEAR_LABELS));
  /* Below the lowest column, not through it. */
  chart_axis_set_label_position (chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

static lxw_chart *
make_chart (Writer *writer, const OutlaySheetChart *source)
{
  lxw_chart *chart = workbook_add_chart (writer->workbook, LXW_CHART_COLUMN_STACKED);
  lxw_chart_font font = { .bold = LXW_EXPLICIT_FALSE, .size = 14 };

  for (guint s = 0; s < source->series->len; s++)
    add_chart_series (chart, source, &g_array_index (source->series, OutlaySheetSeries, s));
  chart_title_set_name (chart, source->title);
  chart_title_set_name_font (chart, &font);
  chart_set_series_gap (chart, 40);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  set_axes (chart, source);
  return chart;
}

static void
insert_chart (Writer *writer, lxw_worksheet *worksheet, const OutlaySheet *sheet, guint n)
{
  lxw_chart *chart = make_chart (writer, g_ptr_array_index (sheet->charts, n));
  lxw_chart_options options = { .x_scale = CHART_WIDTH / 480.0, .y_scale = CHART_HEIGHT / 288.0 };

  worksheet_insert_chart_opt (worksheet, sheet->head_row + n / 2 * CHART_ROWS, (lxw_col_t) (n % 2 * CHART_COLUMNS), chart, &options);
}

/* --- sheets --- */

/* Charts are not to be cut by the end of a page. */
static void
set_paper (lxw_worksheet *worksheet, const OutlaySheet *sheet)
{
  double width = 0;

  for (guint c = 0; c < sheet->widths->len; c++)
    width += g_array_index (sheet->widths, double, c);
  if (sheet->charts->len == 0)
    worksheet_set_landscape (worksheet);
  worksheet_set_paper (worksheet, width > WIDE ? PAPER_A3 : PAPER_A4);
  worksheet_fit_to_pages (worksheet, 1, sheet->charts->len > 0 ? 1 : 0);
  worksheet_set_footer (worksheet, "&L&A&R&P / &N");
}

static void
write_sheet (Writer *writer, const OutlaySheet *sheet)
{
  lxw_worksheet *worksheet = workbook_add_worksheet (writer->workbook, sheet->name);

  for (guint c = 0; c < sheet->widths->len; c++)
    worksheet_set_column (worksheet, (lxw_col_t) c, (lxw_col_t) c, g_array_index (sheet->widths, double, c), NULL);
  for (guint n = 0; n < sheet->cells->len; n++)
    write_cell (writer, worksheet, outlay_sheet_cell (sheet, n));
  for (guint n = 0; n < sheet->charts->len; n++)
    insert_chart (writer, worksheet, sheet, n);
  set_paper (worksheet, sheet);
  if (sheet->charts->len > 0)
    {
      worksheet_gridlines (worksheet, LXW_HIDE_ALL_GRIDLINES);
      return;
    }
  worksheet_freeze_panes (worksheet, sheet->head_row + 1, (lxw_col_t) sheet->head_columns);
  worksheet_repeat_rows (worksheet, 0, sheet->head_row);
  if (sheet->filtered && sheet->n_rows > sheet->head_row + 1)
    worksheet_autofilter (worksheet, sheet->head_row, 0, sheet->n_rows - 1, (lxw_col_t) (sheet->widths->len - 1));
}

static void
fill (lxw_workbook *workbook, gpointer data)
{
  const OutlayWorkbook *source = data;
  Writer writer = { .workbook = workbook };

  for (guint s = 0; s < source->sheets->len; s++)
    write_sheet (&writer, g_ptr_array_index (source->sheets, s));
}

GBytes *
outlay_workbook_to_xlsx (OutlayWorkbook *workbook, GError **error)
{
  g_autofree char *title = cut (workbook->title, MOST_PROPERTY_CHARACTERS), *subject = cut (workbook->subject, MOST_PROPERTY_CHARACTERS);
  g_autoptr (GBytes) bytes = outlay_xlsx_write (fill, workbook, title, subject, error);

  return bytes != NULL ? outlay_book_finish_charts (workbook, bytes, error) : NULL;
}
