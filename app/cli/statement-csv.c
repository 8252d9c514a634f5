/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli/statement.h"
#include "export/csv.h"

typedef struct
{
  const OutlayStatements *statements;
  OutlayStatement *statement;
  GString *text;
} Lines;

/* One value a line; year −1: of none. */
static void
append_line (const Lines *lines, const char *kind, const char *name, const char *number, const char *label, int year, double value)
{
  const OutlayReport *report = &lines->statements->report;
  const OutlayScope scope = lines->statements->scope;
  GString *text = lines->text;

  outlay_csv_append_string (text, outlay_plan_name (report->plan), ',');
  outlay_csv_append_string (text, outlay_scenario_name (report->scenario), ',');
  outlay_csv_append_string (text, scope.initiative >= 0 ? outlay_report_initiative_id (report, (guint) scope.initiative) : NULL, ',');
  outlay_csv_append_string (text, scope.phase >= 0 ? outlay_report_phase_id (report, (guint) scope.phase) : NULL, ',');
  outlay_csv_append_string (text, outlay_statement_kind_name (outlay_statement_kind (lines->statement)), ',');
  outlay_csv_append_string (text, kind, ',');
  outlay_csv_append_string (text, name, ',');
  outlay_csv_append_string (text, number, ',');
  outlay_csv_append_string (text, label, ',');
  outlay_csv_append_number (text, year >= 0 ? year : NAN, ',');
  outlay_csv_append_number (text, value, '\n');
}

static void
append_row (const Lines *lines, const OutlayStatementRow *row)
{
  const int first_year = outlay_projection_first_year (lines->statements->report.projection);

  if (row->values == NULL)
    return;
  append_line (lines, "total", row->name, row->number, row->label, -1, row->total);
  for (guint t = 0; t < outlay_statement_years (lines->statement); t++)
    append_line (lines, "row", row->name, row->number, row->label, first_year + (int) t, row->values[t]);
}

/* An IRR that is not unique takes a line for each of its roots. */
static void
append_indicator (const Lines *lines, OutlayIndicator indicator)
{
  const char *name = outlay_indicator_name (indicator), *nick = _(outlay_indicator_nick (indicator));
  OutlayProjection *projection = lines->statements->report.projection;
  const int initiative = lines->statements->scope.initiative;
  guint n_roots = 0;
  const double *roots = outlay_projection_irr_roots (projection, indicator, initiative, &n_roots);

  if (n_roots < 2)
    append_line (lines, "indicator", name, NULL, nick, -1, outlay_projection_indicator (projection, indicator, initiative));
  for (guint root = 0; n_roots >= 2 && root < n_roots; root++)
    append_line (lines, "indicator", name, NULL, nick, -1, roots[root]);
}

void
outlay_statements_append_csv (const OutlayStatements *statements, GString *text)
{
  g_string_append (text, "plan,scenario,initiative,phase,statement,kind,row,number,label,year,value\n");
  for (guint s = 0; s < statements->statements->len; s++)
    {
      OutlayStatement *statement = outlay_statements_nth (statements, s);
      const Lines lines = { statements, statement, text };

      for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
        append_row (&lines, outlay_statement_row (statement, n));
      for (guint n = 0; n < outlay_statement_n_indicators (statement); n++)
        append_indicator (&lines, outlay_statement_indicator (statement, n));
    }
}
