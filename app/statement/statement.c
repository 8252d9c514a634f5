/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "statement/private.h"
#include "study/measure.h"

/* Of a larger amount nobody reads a tenth of the unit. */
#define MOST_WITH_DECIMAL 1e5

/* --- values --- */

double
outlay_statement_share (OutlayStatement *statement, const OutlayRowEntry *entry, guint initiative)
{
  OutlayModel *model = outlay_projection_model (statement->projection);
  const OutlayShape *shape = outlay_model_shape (model);

  if (entry->share == OUTLAY_SHARE_TAXES)
    return outlay_model_numbers (model)[outlay_shape_taxes (shape, (OutlayTaxesSlot) entry->slot)];
  if (entry->share == OUTLAY_SHARE_INITIATIVE)
    return outlay_model_numbers (model)[outlay_shape_initiative (shape, (OutlayInitiativeSlot) entry->slot, initiative)];
  return 1;
}

/* Each initiative of the scope has a share of its own. */
static void
add_shares (OutlayStatement *statement, const OutlayRowEntry *entry, double *values)
{
  const OutlayScope scope = statement->scope;
  const guint n_initiatives = outlay_model_shape (outlay_projection_model (statement->projection))->n_initiatives;

  for (guint i = 0; i < n_initiatives; i++)
    if (scope.initiative < 0 || scope.initiative == (int) i)
      {
        const double *series = outlay_projection_series (statement->projection, entry->series[0].series, OUTLAY_SCOPE_CELL (i, scope.phase));

        for (guint t = 0; t < statement->n_years; t++)
          values[t] += outlay_statement_share (statement, entry, i) * series[t];
      }
}

/* What is left of terms that cancel out is rounding, not money. */
#define NOISE 4e-16

static void
drop_noise (double *values, const double *sizes, guint n)
{
  for (guint t = 0; t < n; t++)
    if (fabs (values[t]) <= NOISE * sizes[t])
      values[t] = 0;
}

static double *
values_of (OutlayStatement *statement, guint row)
{
  return statement->values + (gsize) row * statement->n_years;
}

static void
add_series (OutlayStatement *statement, OutlayScope scope, OutlayRowSource source, const OutlaySeriesTerm *term, double *values,
            double *sizes)
{
  const guint n_years = statement->n_years;
  const double *series = outlay_projection_series (statement->projection, term->series, scope);
  double before = 0;

  g_return_if_fail (series != NULL);
  for (guint t = 0; t < n_years; t++)
    {
      double value = series[t];

      if (source == OUTLAY_FROM_OPENING)
        value = before;
      else if (source == OUTLAY_FROM_CHANGE)
        value -= before;
      else if (source == OUTLAY_FROM_ALL)
        value += before;
      else if (source == OUTLAY_FROM_LAST && t + 1 < n_years)
        value = 0;
      values[t] += term->sign * value;
      sizes[t] += fabs (value);
      before = source == OUTLAY_FROM_ALL ? value : series[t];
    }
}

static double
sum_up (const double *values, guint n)
{
  double sum = 0;

  for (guint t = 0; t < n; t++)
    sum += values[t];
  return sum;
}

static gboolean
is_flow (OutlayRowSource source)
{
  return source == OUTLAY_FROM_FLOW || source == OUTLAY_FROM_CHANGE || source == OUTLAY_FROM_LAST;
}

static void
read_series (OutlayStatement *statement, guint n)
{
  const OutlayRowEntry *entry = statement->entries[n];
  double *values = values_of (statement, n);
  g_autofree double *sizes = g_new0 (double, statement->n_years);

  memset (values, 0, statement->n_years * sizeof (double));
  if (entry->share == OUTLAY_SHARE_INITIATIVE)
    add_shares (statement, entry, values);
  for (guint term = 0; term < OUTLAY_SERIES_TERMS_MOST && entry->series[term].sign != 0 && entry->share != OUTLAY_SHARE_INITIATIVE; term++)
    add_series (statement, statement->scopes[n], entry->source, &entry->series[term], values, sizes);
  drop_noise (values, sizes, statement->n_years);
  for (guint t = 0; entry->share == OUTLAY_SHARE_TAXES && t < statement->n_years; t++)
    values[t] *= outlay_statement_share (statement, entry, 0);
  if (is_flow (entry->source) || entry->source == OUTLAY_FROM_TERMS)
    statement->rows[n].total = sum_up (values, statement->n_years);
}

static void fill_row (OutlayStatement *statement, guint n, gboolean *filled);

/* A sum of what says nothing over the years says nothing either: NaN is passed on. */
static void
add_terms (OutlayStatement *statement, guint n, gboolean *filled)
{
  OutlayStatementRow *row = &statement->rows[n];
  double *values = values_of (statement, n), size = 0;
  g_autofree double *sizes = g_new0 (double, statement->n_years);

  memset (values, 0, statement->n_years * sizeof (double));
  row->total = 0;
  for (guint term = 0; term < row->n_terms; term++)
    {
      const OutlayStatementTerm *of = &row->terms[term];

      fill_row (statement, of->row, filled);
      for (guint t = 0; t < statement->n_years; t++)
        {
          values[t] += of->sign * values_of (statement, of->row)[t];
          sizes[t] += fabs (values_of (statement, of->row)[t]);
        }
      row->total += of->sign * statement->rows[of->row].total;
      size += fabs (statement->rows[of->row].total);
    }
  drop_noise (values, sizes, statement->n_years);
  drop_noise (&row->total, &size, 1);
}

/* Null where there is nothing to divide by. */
static void
divide (OutlayStatement *statement, guint n)
{
  const OutlayStatementTerm *terms = statement->rows[n].terms;
  const double *over = values_of (statement, terms[0].row), *under = values_of (statement, terms[1].row);

  for (guint t = 0; t < statement->n_years; t++)
    values_of (statement, n)[t] = under[t] != 0 ? over[t] / under[t] : NAN;
}

static void
run_up (OutlayStatement *statement, guint n)
{
  double *values = values_of (statement, n);

  for (guint t = 1; t < statement->n_years; t++)
    values[t] += values[t - 1];
  statement->rows[n].total = NAN;
}

static void
fill_row (OutlayStatement *statement, guint n, gboolean *filled)
{
  if (filled[n])
    return;
  filled[n] = TRUE;
  if (statement->rows[n].n_terms > 0 && statement->rows[n].kind != OUTLAY_STATEMENT_ROW_RATIO)
    add_terms (statement, n, filled);
  else if (statement->entries[n]->source == OUTLAY_FROM_QUOTIENT)
    divide (statement, n);
  else if (statement->rows[n].values != NULL)
    read_series (statement, n);
  if (statement->rows[n].kind == OUTLAY_STATEMENT_ROW_RUNNING)
    run_up (statement, n);
}

const OutlayRowEntry *
outlay_statement_row_entry (OutlayStatement *statement, guint row)
{
  return statement->entries[row];
}

OutlayScope
outlay_statement_row_scope (OutlayStatement *statement, guint row)
{
  return statement->scopes[row];
}

/**
 * outlay_statement_new:
 * @plan: whose names the rows of parts have; what the projection was made of
 * @projection: a projection that was asked for what outlay_request_add_statement() adds
 * @kind: which statement
 * @scope: where in the plan; one for which outlay_statement_kind_exists()
 *
 * Returns: (transfer full): the statement; it holds the projection
 */
OutlayStatement *
outlay_statement_new (OutlayPlan *plan, OutlayProjection *projection, OutlayStatementKind kind, OutlayScope scope)
{
  OutlayStatement *statement;

  g_return_val_if_fail (outlay_statement_kind_exists (kind, scope), NULL);

  statement = g_new0 (OutlayStatement, 1);
  statement->projection = outlay_projection_ref (projection);
  statement->kind = kind;
  statement->scope = scope;
  statement->n_years = outlay_projection_years (projection);
  outlay_statement_add_rows (statement, plan);
  outlay_statement_update (statement);
  return statement;
}

void
outlay_statement_free (OutlayStatement *statement)
{
  outlay_projection_unref (statement->projection);
  for (guint n = 0; n < statement->n_rows; n++)
    g_clear_pointer (&statement->terms[n], g_array_unref);
  g_free (statement->terms);
  g_free (statement->rows);
  g_free (statement->entries);
  g_free (statement->scopes);
  g_string_chunk_free (statement->words);
  g_free (statement->values);
  g_free (statement);
}

void
outlay_statement_update (OutlayStatement *statement)
{
  g_autofree gboolean *filled = g_new0 (gboolean, statement->n_rows);

  for (guint n = 0; n < statement->n_rows; n++)
    fill_row (statement, n, filled);
}

OutlayStatementKind
outlay_statement_kind (OutlayStatement *statement)
{
  return statement->kind;
}

OutlayScope
outlay_statement_scope (OutlayStatement *statement)
{
  return statement->scope;
}

OutlayProjection *
outlay_statement_projection (OutlayStatement *statement)
{
  return statement->projection;
}

guint
outlay_statement_years (OutlayStatement *statement)
{
  return statement->n_years;
}

guint
outlay_statement_n_rows (OutlayStatement *statement)
{
  return statement->n_rows;
}

const OutlayStatementRow *
outlay_statement_row (OutlayStatement *statement, guint row)
{
  g_return_val_if_fail (row < statement->n_rows, NULL);

  return &statement->rows[row];
}

/**
 * outlay_statement_find_row:
 * @statement: a statement
 * @name: the name of one of its rows
 *
 * Returns: its position, or −1 where there is none
 */
int
outlay_statement_find_row (OutlayStatement *statement, const char *name)
{
  for (guint n = 0; n < statement->n_rows; n++)
    if (g_str_equal (statement->rows[n].name, name))
      return (int) n;
  return -1;
}

OutlayAmountUnit
outlay_statement_unit (OutlayStatement *statement, int *decimals)
{
  OutlayAmountUnit unit;
  double largest = 0;

  for (guint n = 0; n < statement->n_rows; n++)
    for (guint t = 0; statement->rows[n].unit == OUTLAY_UNIT_MONEY && t < statement->n_years; t++)
      if (isfinite (values_of (statement, n)[t]))
        largest = MAX (largest, fabs (values_of (statement, n)[t]));
  unit = outlay_amount_unit (largest / 1000);
  *decimals = largest < MOST_WITH_DECIMAL * unit.size;
  return unit;
}

guint
outlay_statement_n_indicators (OutlayStatement *statement)
{
  return statement->scope.phase < 0 ? outlay_statement_entry (statement->kind)->n_indicators : 0;
}

OutlayIndicator
outlay_statement_indicator (OutlayStatement *statement, guint n)
{
  g_return_val_if_fail (n < outlay_statement_n_indicators (statement), 0);

  return outlay_statement_entry (statement->kind)->indicators[n];
}

/* --- requests --- */

/**
 * outlay_request_add_statement:
 * @request: (inout): what a projection will be asked for
 * @kind: which statement
 * @scope: where in the plan; initiatives stand for each other
 *
 * Adds the series that the rows of a statement read, and the indicators below it.
 */
void
outlay_request_add_statement (OutlayRequest *request, OutlayStatementKind kind, OutlayScope scope)
{
  const OutlayStatementEntry *entry = outlay_statement_entry (kind);
  guint64 *indicators = scope.initiative < 0 ? &request->plan_indicators : &request->initiative_indicators;

  for (const OutlayRowEntry *row = entry->rows; row->name != NULL; row++)
    if (row->source == OUTLAY_FROM_PARTS)
      outlay_request_add_parts (request, scope);
    else
      for (guint n = 0; n < OUTLAY_SERIES_TERMS_MOST && row->series[n].sign != 0 && (!outlay_row_is_sum (row) || scope.phase >= 0); n++)
        {
          *outlay_request_series (request, scope) |= 1ull << row->series[n].series;
          if (row->share == OUTLAY_SHARE_INITIATIVE)
            *outlay_request_series (request, OUTLAY_SCOPE_CELL (0, scope.phase)) |= 1ull << row->series[n].series;
        }
  for (guint n = 0; n < entry->n_indicators && scope.phase < 0; n++)
    *indicators |= 1ull << entry->indicators[n];
}
