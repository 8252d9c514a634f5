/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/workbook-private.h"
#include "plan/resolve.h"

#define FIRST_ROW (OUTLAY_HEAD_ROW + 1)

enum
{
  NUMBER,
  NAME,
  TOTAL,
  FIRST_YEAR,
};

typedef struct
{
  const OutlayBookSource *source;
  OutlayStatement *statement;
  OutlaySheet *sheet;
} Filling;

/* "Energy storage · Phase two", "All amounts of money in yuan" */
static char *
scope_note (const OutlayBookSource *source, OutlayScope scope)
{
  g_autofree char *money = outlay_book_money_note (source);
  g_autofree char *initiative = scope.initiative >= 0 ? outlay_book_name (source, outlay_plan_get_initiative (source->plan, (guint) scope.initiative)) : NULL;
  g_autofree char *phase = scope.phase >= 0 ? outlay_book_name (source, outlay_plan_get_phase (source->plan, (guint) scope.phase)) : NULL;
  GString *note = g_string_new (NULL);

  if (initiative != NULL)
    g_string_append_printf (note, "%s · ", initiative);
  if (phase != NULL)
    g_string_append_printf (note, "%s · ", phase);
  return g_string_free_and_steal (g_string_append (note, money));
}

static void
add_head (const Filling *filling)
{
  const OutlayBookSource *source = filling->source;
  OutlaySheet *sheet = filling->sheet;

  sheet->head_columns = TOTAL;
  /* Translators: above the numbers of rows, "1.1" */
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, NUMBER, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "No."));
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, NAME, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Item"));
  outlay_book_put_years (source, sheet, OUTLAY_HEAD_ROW, TOTAL);
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, FIRST_YEAR + source->n_years, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Name in files"));
  outlay_sheet_add_width (sheet, 7);
  outlay_sheet_add_width (sheet, 44);
  for (guint t = 0; t <= source->n_years; t++)
    outlay_sheet_add_width (sheet, OUTLAY_MONEY_WIDTH);
  outlay_sheet_add_width (sheet, 26);
}

/* How many terms from N on are added and stand right below each other. */
static guint
count_block (const OutlayStatementRow *row, guint n)
{
  guint end = n + 1;

  while (end < row->n_terms && row->terms[n].sign > 0 && row->terms[end].sign > 0 && row->terms[end].row == row->terms[end - 1].row + 1)
    end++;
  return end - n;
}

/* "C5", or "SUM(C5:C9)" of a block of more than two. */
static guint
add_block (GString *formula, const OutlayStatementRow *row, guint n, guint column)
{
  const guint block = row->kind != OUTLAY_STATEMENT_ROW_RATIO ? count_block (row, n) : 1, first = FIRST_ROW + row->terms[n].row;

  if (block <= 2)
    {
      outlay_formula_add_cell (formula, first, column);
      return 1;
    }
  g_string_append (formula, "SUM(");
  outlay_formula_add_cell (formula, first, column);
  g_string_append_c (formula, ':');
  outlay_formula_add_cell (formula, first + block - 1, column);
  g_string_append_c (formula, ')');
  return block;
}

/* "=C5+C6-C7"; a running sum adds to the year before, a ratio divides. */
static char *
row_formula (const OutlayStatementRow *row, guint at, guint year)
{
  const gboolean ratio = row->kind == OUTLAY_STATEMENT_ROW_RATIO;
  GString *formula = g_string_new ("=");

  if (row->kind == OUTLAY_STATEMENT_ROW_RUNNING && year > 0)
    {
      outlay_formula_add_cell (formula, at, FIRST_YEAR + year - 1);
      g_string_append_c (formula, '+');
    }
  for (guint n = 0; n < row->n_terms;)
    {
      if (n > 0 || row->terms[n].sign < 0)
        g_string_append_c (formula, ratio ? '/' : row->terms[n].sign < 0 ? '-' : '+');
      n += add_block (formula, row, n, FIRST_YEAR + year);
    }
  return g_string_free_and_steal (formula);
}

static char *
indented (const OutlayStatementRow *row)
{
  return g_strdup_printf ("%*s%s", (int) (3 * row->depth), "", row->label);
}

static OutlayRowLook
look_of (const OutlayStatementRow *row)
{
  if (row->kind == OUTLAY_STATEMENT_ROW_MEMO)
    return OUTLAY_ROW_LOOK_ASIDE;
  return row->depth == 0 && row->kind == OUTLAY_STATEMENT_ROW_SUM ? OUTLAY_ROW_LOOK_TOTAL : OUTLAY_ROW_LOOK_PLAIN;
}

static void
add_values (const Filling *filling, const OutlayStatementRow *row, guint at, OutlayRowLook look)
{
  const OutlayCellForm form = outlay_book_form (row->unit);
  const guint n_years = filling->source->n_years;

  if (isnan (row->total))
    outlay_sheet_put_text (filling->sheet, at, TOTAL, OUTLAY_CELL_TEXT, look, "");
  else
    outlay_book_put_total (filling->source, filling->sheet, at, TOTAL, form, look, row->values);
  for (guint t = 0; t < n_years; t++)
    if (row->n_terms > 0)
      outlay_sheet_take_formula (filling->sheet, at, FIRST_YEAR + t, form, look, row_formula (row, at, t), row->values[t]);
    else
      outlay_sheet_put_number (filling->sheet, at, FIRST_YEAR + t, form, look, row->values[t]);
}

static void
add_row (const Filling *filling, guint n)
{
  const OutlayStatementRow *row = outlay_statement_row (filling->statement, n);
  const OutlayRowLook look = look_of (row);
  const OutlayCellForm form = row->values == NULL ? OUTLAY_CELL_SECTION : OUTLAY_CELL_TEXT;
  g_autofree char *label = indented (row);
  const guint at = FIRST_ROW + n;

  outlay_sheet_put_text (filling->sheet, at, NUMBER, form, look, row->number);
  outlay_sheet_put_text (filling->sheet, at, NAME, form, look, label);
  if (row->values != NULL)
    add_values (filling, row, at, look);
  outlay_sheet_put_text (filling->sheet, at, FIRST_YEAR + filling->source->n_years, OUTLAY_CELL_FAINT, look, row->name);
}

static void
add_indicators (const Filling *filling, int initiative)
{
  for (guint n = 0; n < outlay_statement_n_indicators (filling->statement); n++)
    {
      const OutlayIndicator indicator = outlay_statement_indicator (filling->statement, n);
      const guint at = FIRST_ROW + outlay_statement_n_rows (filling->statement) + 1 + n;

      outlay_sheet_put_text (filling->sheet, at, NAME, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_PLAIN, _(outlay_indicator_nick (indicator)));
      outlay_book_put_indicator (filling->source, filling->sheet, at, TOTAL, indicator, initiative);
      outlay_sheet_put_text (filling->sheet, at, FIRST_YEAR, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_PLAIN,
                             outlay_book_unit (filling->source, outlay_indicator_unit (indicator)));
      outlay_sheet_put_text (filling->sheet, at, FIRST_YEAR + filling->source->n_years, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_PLAIN,
                             outlay_indicator_name (indicator));
    }
}

static void
add_statement (const OutlayBookSource *source, OutlayStatementKind kind, OutlayScope scope)
{
  g_autoptr (OutlayStatement) statement = outlay_statement_new (source->plan, source->projection, kind, scope);
  g_autofree char *note = scope_note (source, scope);
  const Filling filling = { source, statement, outlay_book_add_sheet (source, outlay_statement_kind_title (kind), note) };

  add_head (&filling);
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    add_row (&filling, n);
  add_indicators (&filling, scope.initiative);
}

void
outlay_book_add_statements (const OutlayBookSource *source, OutlayScope scope, guint kinds)
{
  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if ((kinds >> kind & 1) && outlay_statement_kind_exists (kind, scope))
      add_statement (source, kind, scope);
}
