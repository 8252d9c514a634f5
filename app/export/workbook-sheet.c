/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "export/workbook-private.h"
#include "plan/amount.h"
#include "plan/resolve.h"
#include "plan/unit.h"

/* Of a sheet's name, as spreadsheets have it. */
#define MOST_NAME_CHARACTERS 31

static void
cell_clear (gpointer data)
{
  g_free (((OutlayCell *) data)->text);
}

static void
chart_free (gpointer data)
{
  OutlaySheetChart *chart = data;

  g_free (chart->title);
  g_free (chart->unit);
  g_free (chart->format);
  g_array_unref (chart->series);
  g_free (chart);
}

static void
sheet_free (gpointer data)
{
  OutlaySheet *sheet = data;

  g_free (sheet->name);
  g_array_unref (sheet->cells);
  g_array_unref (sheet->widths);
  g_ptr_array_unref (sheet->charts);
  g_free (sheet);
}

static gboolean
has_sheet (OutlayWorkbook *workbook, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  for (guint s = 0; s < workbook->sheets->len; s++)
    {
      g_autofree char *other = g_utf8_casefold (((OutlaySheet *) g_ptr_array_index (workbook->sheets, s))->name, -1);

      if (g_str_equal (folded, other))
        return TRUE;
    }
  return FALSE;
}

/* Whatever a translator writes, the workbook opens: no character that formulas read, no more than fit, no name twice in whatever case. */
static char *
sheet_name (OutlayWorkbook *workbook, const char *wanted)
{
  g_autofree char *cut = g_utf8_substring (wanted, 0, MIN (g_utf8_strlen (wanted, -1), MOST_NAME_CHARACTERS - 3));
  char *name;

  g_strdelimit (cut, "[]:*?/\\", '-');
  for (char *end = cut; *end == '\''; end++)
    *end = ' ';
  if (g_str_has_suffix (cut, "'"))
    cut[strlen (cut) - 1] = ' ';
  g_strstrip (cut);
  name = g_strdup (*cut != '\0' ? cut : "Outlay");
  for (guint n = 2; has_sheet (workbook, name); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s %u", cut, n);
    }
  return name;
}

static OutlayCell *
add_cell (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look)
{
  OutlayCell cell = { .row = row, .column = column, .form = form, .look = look };

  g_array_append_val (sheet->cells, cell);
  sheet->n_rows = MAX (sheet->n_rows, row + 1);
  return &g_array_index (sheet->cells, OutlayCell, sheet->cells->len - 1);
}

OutlayWorkbook *
outlay_book_alloc (void)
{
  OutlayWorkbook *workbook = g_new0 (OutlayWorkbook, 1);

  g_atomic_ref_count_init (&workbook->references);
  workbook->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return workbook;
}

OutlayWorkbook *
outlay_workbook_ref (OutlayWorkbook *workbook)
{
  g_atomic_ref_count_inc (&workbook->references);
  return workbook;
}

void
outlay_workbook_unref (OutlayWorkbook *workbook)
{
  if (!g_atomic_ref_count_dec (&workbook->references))
    return;
  g_ptr_array_unref (workbook->sheets);
  g_free (workbook->title);
  g_free (workbook->subject);
  g_free (workbook);
}

OutlaySheet *
outlay_book_add_sheet (const OutlayBookSource *source, const char *name, const char *note)
{
  OutlaySheet *sheet = g_new0 (OutlaySheet, 1);

  sheet->name = sheet_name (source->workbook, name);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (OutlayCell));
  g_array_set_clear_func (sheet->cells, cell_clear);
  sheet->widths = g_array_new (FALSE, FALSE, sizeof (double));
  sheet->charts = g_ptr_array_new_with_free_func (chart_free);
  sheet->head_row = OUTLAY_HEAD_ROW;
  sheet->head_columns = 1;
  outlay_sheet_put_text (sheet, 0, 0, OUTLAY_CELL_TITLE, OUTLAY_ROW_LOOK_PLAIN, source->workbook->title);
  outlay_sheet_put_text (sheet, 1, 0, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_PLAIN, source->workbook->subject);
  outlay_sheet_put_text (sheet, 2, 0, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_PLAIN, note);
  g_ptr_array_add (source->workbook->sheets, sheet);
  return sheet;
}

void
outlay_sheet_add_width (OutlaySheet *sheet, double characters)
{
  g_array_append_val (sheet->widths, characters);
}

void
outlay_sheet_put_text (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, const char *text)
{
  const gboolean seen = form == OUTLAY_CELL_HEAD || form == OUTLAY_CELL_NUMBER_HEAD || look == OUTLAY_ROW_LOOK_TOTAL;

  if (text != NULL && (*text != '\0' || seen))
    add_cell (sheet, row, column, form, look)->text = g_strdup (text);
}

void
outlay_sheet_put_number (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, double number)
{
  if (isfinite (number))
    add_cell (sheet, row, column, form, look)->number = number;
}

void
outlay_sheet_take_formula (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, char *formula, double value)
{
  g_autofree char *taken = formula;
  OutlayCell *cell;

  if (!isfinite (value))
    return;
  cell = add_cell (sheet, row, column, form, look);
  cell->formula = TRUE;
  cell->text = g_steal_pointer (&taken);
  cell->number = value;
}

void
outlay_formula_add_cell (GString *formula, guint row, guint column)
{
  char letters[8];
  guint n = sizeof letters;

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--n] = (char) ('A' + (rest - 1) % 26);
  g_string_append_len (formula, letters + n, sizeof letters - n);
  g_string_append_printf (formula, "%u", row + 1);
}

char *
outlay_formula_sum (guint first_row, guint first_column, guint last_row, guint last_column)
{
  GString *formula = g_string_new ("=SUM(");

  outlay_formula_add_cell (formula, first_row, first_column);
  g_string_append_c (formula, ':');
  outlay_formula_add_cell (formula, last_row, last_column);
  g_string_append_c (formula, ')');
  return g_string_free_and_steal (formula);
}

/* --- what sheets say of a plan --- */

char *
outlay_book_name (const OutlayBookSource *source, gpointer node)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (node));
}

const char *
outlay_book_unit (const OutlayBookSource *source, OutlayUnit unit)
{
  const char *currency = outlay_currency_word (source->currency);

  return unit == OUTLAY_UNIT_MONEY && currency != NULL ? currency : outlay_unit_name (unit);
}

char *
outlay_book_money_note (const OutlayBookSource *source)
{
  /* Translators: %s is the word for the money, as in "yuan" */
  return g_strdup_printf (_("All amounts of money in %s"), outlay_book_unit (source, OUTLAY_UNIT_MONEY));
}

OutlayCellForm
outlay_book_form (OutlayUnit unit)
{
  switch (unit)
    {
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR:
      return OUTLAY_CELL_PERCENT;
    case OUTLAY_UNIT_CALENDAR_YEAR:
      return OUTLAY_CELL_YEAR;
    case OUTLAY_UNIT_NONE:
    case OUTLAY_UNIT_YEARS:
    case OUTLAY_UNIT_MONEY_PER_UNIT:
      return OUTLAY_CELL_DECIMAL;
    default:
      return OUTLAY_CELL_WHOLE;
    }
}

void
outlay_book_put_years (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column)
{
  const int first_year = outlay_projection_first_year (source->projection);

  outlay_sheet_put_text (sheet, row, total_column, OUTLAY_CELL_NUMBER_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Total"));
  for (guint t = 0; t < source->n_years; t++)
    outlay_sheet_put_number (sheet, row, total_column + 1 + t, OUTLAY_CELL_NUMBER_HEAD, OUTLAY_ROW_LOOK_PLAIN, first_year + (int) t);
}

void
outlay_book_put_total (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column, OutlayCellForm form, OutlayRowLook look, const double *values)
{
  double sum = 0;

  for (guint t = 0; t < source->n_years; t++)
    sum += values[t];
  outlay_sheet_take_formula (sheet, row, total_column, form, look, outlay_formula_sum (row, total_column + 1, row, total_column + source->n_years), sum);
}

void
outlay_book_put_row (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column, OutlayCellForm form, const double *values)
{
  outlay_book_put_total (source, sheet, row, total_column, form, OUTLAY_ROW_LOOK_PLAIN, values);
  for (guint t = 0; t < source->n_years; t++)
    outlay_sheet_put_number (sheet, row, total_column + 1 + t, form, OUTLAY_ROW_LOOK_PLAIN, values[t]);
}
