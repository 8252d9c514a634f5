/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "cli/statement.h"

static const char *const kinds[] = {
  [OUTLAY_STATEMENT_ROW_HEADING] = "heading", [OUTLAY_STATEMENT_ROW_ITEM] = "item",   [OUTLAY_STATEMENT_ROW_SUM] = "sum",
  [OUTLAY_STATEMENT_ROW_RUNNING] = "running", [OUTLAY_STATEMENT_ROW_RATIO] = "ratio", [OUTLAY_STATEMENT_ROW_MEMO] = "memo",
};

static const char *
term_name (OutlayStatement *statement, const OutlayStatementRow *row, guint n)
{
  return outlay_statement_row (statement, row->terms[n].row)->name;
}

/* "terms": {"inflow": 1, "outflow": -1}; of a ratio "over": "liabilities", "under": "assets" */
static void
append_terms (OutlayJsonText *json, OutlayStatement *statement, const OutlayStatementRow *row)
{
  if (row->kind == OUTLAY_STATEMENT_ROW_RATIO)
    {
      outlay_json_text_string_member (json, "over", term_name (statement, row, 0));
      outlay_json_text_string_member (json, "under", term_name (statement, row, 1));
      return;
    }
  outlay_json_text_member (json, "terms");
  outlay_json_text_begin_object (json);
  for (guint n = 0; n < row->n_terms; n++)
    outlay_json_text_number_member (json, term_name (statement, row, n), row->terms[n].sign);
  outlay_json_text_end_object (json);
}

static void
append_values (OutlayJsonText *json, const OutlayStatementRow *row, guint n_years)
{
  outlay_json_text_number_member (json, "total", row->total);
  outlay_json_text_member (json, "values");
  outlay_json_text_begin_row (json);
  for (guint t = 0; t < n_years; t++)
    outlay_json_text_number (json, row->values[t]);
  outlay_json_text_end_row (json);
}

static void
append_row (OutlayJsonText *json, OutlayStatement *statement, const OutlayStatementRow *row)
{
  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, "name", row->name);
  outlay_json_text_string_member (json, "number", row->number);
  outlay_json_text_string_member (json, "label", row->label);
  outlay_json_text_number_member (json, "depth", row->depth);
  outlay_json_text_string_member (json, "kind", kinds[row->kind]);
  if (row->series >= 0)
    outlay_json_text_string_member (json, "series", outlay_series_name ((OutlaySeries) row->series));
  if (row->n_terms > 0)
    append_terms (json, statement, row);
  if (row->values != NULL)
    append_values (json, row, outlay_statement_years (statement));
  outlay_json_text_end_object (json);
}

static void
append_statement (OutlayJsonText *json, const OutlayStatements *statements, OutlayStatement *statement)
{
  outlay_json_text_member (json, outlay_statement_kind_name (outlay_statement_kind (statement)));
  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, "title", outlay_statement_kind_title (outlay_statement_kind (statement)));
  outlay_json_text_member (json, "rows");
  outlay_json_text_begin_array (json);
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    append_row (json, statement, outlay_statement_row (statement, n));
  outlay_json_text_end_array (json);
  outlay_json_text_member (json, "indicators");
  outlay_json_text_begin_object (json);
  for (guint n = 0; n < outlay_statement_n_indicators (statement); n++)
    outlay_report_append_json_indicator (&statements->report, outlay_statement_indicator (statement, n), statements->scope.initiative, json);
  outlay_json_text_end_object (json);
  outlay_json_text_end_object (json);
}

void
outlay_statements_append_json (const OutlayStatements *statements, GString *text)
{
  const OutlayReport *report = &statements->report;
  OutlayJsonText json;

  outlay_json_text_init (&json, text);
  outlay_json_text_begin_object (&json);
  outlay_report_append_json_head (report, &json);
  if (statements->scope.initiative >= 0)
    outlay_json_text_string_member (&json, "initiative", outlay_report_initiative_id (report, (guint) statements->scope.initiative));
  if (statements->scope.phase >= 0)
    outlay_json_text_string_member (&json, "phase", outlay_report_phase_id (report, (guint) statements->scope.phase));
  outlay_json_text_member (&json, "statements");
  outlay_json_text_begin_object (&json);
  for (guint n = 0; n < statements->statements->len; n++)
    append_statement (&json, statements, outlay_statements_nth (statements, n));
  outlay_json_text_end_object (&json);
  outlay_json_text_end_object (&json);
  g_string_append_c (text, '\n');
}
