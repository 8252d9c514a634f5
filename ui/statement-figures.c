/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/results-figures.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/charts.h"
#include "plan/amount.h"
#include "plan/resolve.h"
#include "study/definition.h"
#include "ui/document-scenarios.h"

typedef struct
{
  OutlayFigures parent;
  OutlayStatement *statement;
  OutlayProjection *projection;
  guint n_statement_rows; /* the indicators follow them */
  int initiative;
  OutlayAmountUnit unit;
  int decimals;
} StatementFigures;

static OutlayIndicator
indicator_at (StatementFigures *self, guint row)
{
  return outlay_statement_indicator (self->statement, row - self->n_statement_rows);
}

static gboolean
is_indicator (StatementFigures *self, guint row)
{
  return row >= self->n_statement_rows;
}

static void
get_row (OutlayFigures *figures, guint row, OutlayFiguresRow *result)
{
  StatementFigures *self = (StatementFigures *) figures;
  const OutlayStatementRow *what;

  if (is_indicator (self, row))
    {
      result->name = _(outlay_indicator_nick (indicator_at (self, row)));
      result->unit = outlay_indicator_unit (indicator_at (self, row));
      return;
    }
  what = outlay_statement_row (self->statement, row);
  *result = (OutlayFiguresRow) { what->number, what->label, what->depth, FALSE, what->unit };
  result->says_unit = what->values == NULL || what->unit == OUTLAY_UNIT_UNITS || what->unit == OUTLAY_UNIT_MONEY_PER_UNIT;
  result->strong = what->kind == OUTLAY_STATEMENT_ROW_SUM || what->kind == OUTLAY_STATEMENT_ROW_HEADING;
}

static char *
write_column (OutlayFigures *figures, guint column)
{
  StatementFigures *self = (StatementFigures *) figures;

  return column == 0 ? g_strdup (_("Total")) : g_strdup_printf ("%d", outlay_projection_first_year (self->projection) + (int) column - 1);
}

static double
get_value (OutlayFigures *figures, guint row, guint column)
{
  StatementFigures *self = (StatementFigures *) figures;
  const OutlayStatementRow *what;

  if (is_indicator (self, row))
    return column == 0 ? outlay_projection_indicator (self->projection, indicator_at (self, row), self->initiative) : NAN;
  what = outlay_statement_row (self->statement, row);
  if (column == 0)
    return what->total;
  return what->values != NULL ? what->values[column - 1] : NAN;
}

static char *
write_indicator (StatementFigures *self, guint row)
{
  return outlay_projection_indicator_text (self->projection, indicator_at (self, row), self->initiative, self->parent.currency);
}

/* A sum over the years that says nothing leaves its place empty; of a year a dash tells that there is no value. */
static char *
write_text (OutlayFigures *figures, guint row, guint column)
{
  StatementFigures *self = (StatementFigures *) figures;
  const double value = get_value (figures, row, column);
  const OutlayStatementRow *what;

  if (is_indicator (self, row))
    return column == 0 ? write_indicator (self, row) : g_strdup ("");
  what = outlay_statement_row (self->statement, row);
  if (what->values == NULL || (column == 0 && isnan (value)))
    return g_strdup ("");
  if (what->unit != OUTLAY_UNIT_MONEY)
    return outlay_quantity_format (value, (int) what->unit, NULL);
  return outlay_amount_format_in (value, self->unit, value == 0 ? 0 : self->decimals);
}

static char *
write_whole (OutlayFigures *figures, guint row, guint column)
{
  StatementFigures *self = (StatementFigures *) figures;

  if (is_indicator (self, row))
    return column == 0 ? write_indicator (self, row) : g_strdup ("");
  return outlay_quantity_format (get_value (figures, row, column), (int) outlay_statement_row (self->statement, row)->unit, figures->currency);
}

/* What is rounded to 0 is not negative to the eye. */
static OutlayFigureTone
get_tone (OutlayFigures *figures, guint row, guint column)
{
  StatementFigures *self = (StatementFigures *) figures;
  const double value = get_value (figures, row, column);
  const gboolean money = outlay_figures_row (figures, row).unit == OUTLAY_UNIT_MONEY && !is_indicator (self, row);

  if (isnan (value) || value == 0)
    return OUTLAY_FIGURE_FAINT;
  return value < (money ? -0.5 * self->unit.size * pow (10, -self->decimals) : 0) ? OUTLAY_FIGURE_NEGATIVE : OUTLAY_FIGURE_PLAIN;
}

/* What is added or subtracted in a sum; of anything else the rows alone. */
static char *
write_term (const OutlayStatementRow *row, const char *label, int sign)
{
  if (row->kind != OUTLAY_STATEMENT_ROW_SUM && row->kind != OUTLAY_STATEMENT_ROW_MEMO)
    return g_strdup (label);
  /* Translators: what is added or subtracted in a sum, as in "− Operating cost" */
  return g_strdup_printf (sign < 0 ? _("− %s") : _("+ %s"), label);
}

/* The rows that it is made of, each a way there; of a row of the model what the statement says of it. */
static void
explain (OutlayFigures *figures, guint row, guint column, OutlayReason *reason)
{
  StatementFigures *self = (StatementFigures *) figures;
  const OutlayStatementRow *what;

  if (is_indicator (self, row))
    {
      reason->sentence = g_strdup (outlay_indicator_definition (indicator_at (self, row)));
      return;
    }
  what = outlay_statement_row (self->statement, row);
  if (what->n_terms == 0 || what->n_terms > OUTLAY_STATEMENT_TERMS_TOLD || what->kind == OUTLAY_STATEMENT_ROW_RATIO)
    reason->sentence = outlay_statement_explain (self->statement, row, (int) column - 1, figures->currency);
  for (guint n = 0; n < what->n_terms && what->n_terms <= OUTLAY_STATEMENT_TERMS_TOLD; n++)
    {
      const OutlayStatementTerm *term = &what->terms[n];

      outlay_reason_add (reason, write_term (what, outlay_statement_row (self->statement, term->row)->label, term->sign),
                         write_whole (figures, term->row, column), (int) term->row);
    }
}

static void
clear (OutlayFigures *figures)
{
  StatementFigures *self = (StatementFigures *) figures;

  outlay_statement_free (self->statement);
  outlay_projection_unref (self->projection);
}

static const OutlayFiguresClass class = { get_row, write_column, get_value, write_text, write_whole, get_tone, explain, clear };

char *
outlay_scope_name (OutlayDocument *document, OutlayScope scope)
{
  g_autofree char *initiative = scope.initiative >= 0 ? outlay_document_get_initiative_name (document, (guint) scope.initiative) : NULL;

  if (scope.phase >= 0)
    return outlay_document_get_phase_name (document, (guint) scope.phase);
  if (initiative != NULL)
    return g_steal_pointer (&initiative);
  return g_strdup (outlay_document_get_title (document));
}

char *
outlay_scenario_title (OutlayDocument *document)
{
  OutlayScenario *scenario = outlay_document_get_scenario (document);

  return scenario != NULL ? outlay_document_get_scenario_name (document, scenario) : NULL;
}

OutlayFigures *
outlay_statement_figures_new (OutlayDocument *document, OutlayStatementKind kind, OutlayScope scope)
{
  StatementFigures *self = outlay_figures_alloc (&class, sizeof *self);
  OutlayFigures *figures = &self->parent;
  OutlayRequest request = { 0 };

  outlay_request_add_statement (&request, kind, scope);
  outlay_document_want (document, &request);
  self->projection = outlay_projection_ref (outlay_document_get_projection (document));
  self->statement = outlay_statement_new (outlay_document_get_plan (document), self->projection, kind, scope);
  self->n_statement_rows = outlay_statement_n_rows (self->statement);
  self->initiative = scope.initiative;
  self->unit = outlay_statement_unit (self->statement, &self->decimals);
  figures->id = g_strdup (outlay_statement_kind_name (kind));
  figures->title = g_strdup (outlay_statement_kind_title (kind));
  figures->scope = outlay_scope_name (document, scope);
  figures->scenario = outlay_scenario_title (document);
  figures->unit = outlay_chart_money_text (outlay_document_get_plan (document), outlay_document_get_scenario (document), self->unit);
  figures->currency = outlay_document_get_currency (document);
  figures->n_rows = self->n_statement_rows + outlay_statement_n_indicators (self->statement);
  figures->n_columns = 1 + outlay_statement_years (self->statement);
  figures->n_fixed = 1;
  return figures;
}
