/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/charts.h"
#include "cli/statement.h"
#include "cli/table.h"
#include "plan/resolve.h"

static char *
row_label (const OutlayStatementRow *row, const char *unit)
{
  GString *text = g_string_new (NULL);

  for (guint n = 0; n < row->depth; n++)
    g_string_append (text, "  ");
  if (*row->number != '\0')
    g_string_append_printf (text, "%s ", row->number);
  g_string_append (text, row->label);
  if (*unit != '\0')
    g_string_append_printf (text, " (%s)", unit);
  return g_string_free_and_steal (text);
}

static void
add_row (OutlayTable *table, const OutlayStatementRow *row, OutlayAmountUnit money, int money_digits, guint n_years)
{
  const gboolean counts_money = row->unit == OUTLAY_UNIT_MONEY;
  int digits = money_digits;
  const OutlayAmountUnit unit = counts_money ? money : outlay_report_scale (row->unit, 0, &digits);

  outlay_table_take (table, row_label (row, counts_money ? "" : unit.word));
  outlay_table_take (table, isnan (row->total) ? g_strdup ("") : outlay_amount_format_in (row->total, unit, digits));
  for (guint t = 0; t < n_years; t++)
    outlay_table_take (table, row->values != NULL ? outlay_amount_format_in (row->values[t], unit, digits) : g_strdup (""));
}

static void
append_indicators (const OutlayStatements *statements, OutlayStatement *statement, GString *text)
{
  g_autoptr (OutlayTable) table = outlay_table_new (2);

  for (guint n = 0; n < outlay_statement_n_indicators (statement); n++)
    {
      const OutlayIndicator indicator = outlay_statement_indicator (statement, n);

      outlay_table_add (table, _(outlay_indicator_nick (indicator)));
      outlay_table_take (table, outlay_report_indicator_text (&statements->report, indicator, statements->scope.initiative));
    }
  if (outlay_statement_n_indicators (statement) == 0)
    return;
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

static void
append_statement (const OutlayStatements *statements, OutlayStatement *statement, GString *text)
{
  const guint n_years = outlay_statement_years (statement);
  int digits;
  const OutlayAmountUnit money = outlay_statement_unit (statement, &digits);
  g_autofree char *unit = outlay_chart_money_text (statements->report.plan, statements->report.scenario, money);
  g_autoptr (OutlayTable) table = outlay_table_new (2 + n_years);

  g_string_append_printf (text, "\n%s\n\n", outlay_statement_kind_title (outlay_statement_kind (statement)));
  outlay_table_add (table, unit);
  outlay_table_add (table, C_ ("table", "Total"));
  for (guint t = 0; t < n_years; t++)
    outlay_table_take (table, g_strdup_printf ("%d", outlay_projection_first_year (statements->report.projection) + (int) t));
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    add_row (table, outlay_statement_row (statement, n), money, digits, n_years);
  outlay_table_append (table, text);
  append_indicators (statements, statement, text);
}

static void
append_part (const OutlayStatements *statements, gpointer node, GString *text)
{
  g_autofree char *name = outlay_plan_resolve_name (statements->report.plan, statements->report.scenario, OUTLAY_NODE (node));

  g_string_append_printf (text, " · %s", name);
}

void
outlay_statements_append_text (const OutlayStatements *statements, GString *text)
{
  const OutlayReport *report = &statements->report;

  g_string_append (text, outlay_plan_name (report->plan));
  if (report->scenario != NULL)
    {
      g_autofree char *name = outlay_plan_resolve_name (report->plan, NULL, OUTLAY_NODE (report->scenario));

      g_string_append_printf (text, " · %s", name);
    }
  if (statements->scope.initiative >= 0)
    append_part (statements, outlay_plan_get_initiative (report->plan, (guint) statements->scope.initiative), text);
  if (statements->scope.phase >= 0)
    append_part (statements, outlay_plan_get_phase (report->plan, (guint) statements->scope.phase), text);
  g_string_append_c (text, '\n');
  for (guint n = 0; n < statements->statements->len; n++)
    append_statement (statements, outlay_statements_nth (statements, n), text);
}
