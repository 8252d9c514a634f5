/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/contents.h"

#define TOTAL 1
#define FIRST_YEAR 2
/* Ratios and shares. */
#define FINE_DECIMALS 2

static void
add_head (const OutlayDeckSource *source, OutlayDeckTable *table, guint n_years)
{
  OutlayDeckRow *row;

  for (guint c = 0; c < FIRST_YEAR + n_years; c++)
    outlay_deck_table_add_column (table, c > 0);
  row = outlay_deck_table_add_row (table, OUTLAY_ROW_HEAD);
  outlay_deck_row_take (row, 0, g_strdup (C_ ("table", "Item")));
  outlay_deck_row_take (row, TOTAL, g_strdup (C_ ("table", "Total")));
  for (guint t = 0; t < n_years; t++)
    outlay_deck_row_take (row, FIRST_YEAR + t, g_strdup_printf ("%d", outlay_projection_first_year (source->projection) + (int) t));
}

/* "  1.1 Revenue", moved by spaces that no line is broken at. */
static char *
row_name (const OutlayStatementRow *row, gboolean percent)
{
  GString *name = g_string_new (NULL);

  for (guint n = 0; n < 2 * row->depth; n++)
    g_string_append (name, "\u00a0");
  if (*row->number != '\0')
    g_string_append_printf (name, "%s ", row->number);
  g_string_append (name, row->label);
  if (percent)
    g_string_append (name, " (%)");
  return g_string_free_and_steal (name);
}

static void
add_row (OutlayDeckTable *table, const OutlayStatementRow *row, OutlayAmountUnit money, int money_decimals, guint n_years)
{
  const gboolean counts_money = row->unit == OUTLAY_UNIT_MONEY, percent = row->unit == OUTLAY_UNIT_SHARE;
  const OutlayAmountUnit unit = counts_money ? money : (OutlayAmountUnit) { percent ? 0.01 : 1, "" };
  const int decimals = counts_money ? money_decimals : FINE_DECIMALS;
  const gboolean strong = row->depth == 0 && row->kind == OUTLAY_STATEMENT_ROW_SUM;
  OutlayDeckRow *line = outlay_deck_table_add_row (table, strong || row->values == NULL ? OUTLAY_ROW_TOTAL : OUTLAY_ROW_BODY);

  outlay_deck_row_take (line, 0, row_name (row, percent));
  if (!isnan (row->total))
    outlay_deck_row_take (line, TOTAL, outlay_amount_format_in (row->total, unit, decimals));
  for (guint t = 0; row->values != NULL && t < n_years; t++)
    outlay_deck_row_take (line, FIRST_YEAR + t, outlay_amount_format_in (row->values[t], unit, decimals));
}

OutlayDeckTable *
outlay_deck_statement_table (const OutlayDeckSource *source, OutlayStatementKind kind, char **subtitle)
{
  g_autoptr (OutlayStatement) statement = outlay_statement_new (source->plan, source->projection, kind, OUTLAY_SCOPE_PLAN);
  const guint n_years = outlay_statement_years (statement);
  int decimals;
  const OutlayAmountUnit unit = outlay_statement_unit (statement, &decimals);
  OutlayDeckTable *table = outlay_deck_table_new ();

  *subtitle = outlay_chart_money_text (source->plan, source->scenario, unit);
  add_head (source, table, n_years);
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    add_row (table, outlay_statement_row (statement, n), unit, decimals, n_years);
  return table;
}
