/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "statement/table.h"
#include "study/measure.h"

/* Of a larger amount nobody reads a tenth of the unit. */
#define MOST_WITH_DECIMAL 1e5

struct _OutlayStatement
{
  OutlayProjection *projection;
  OutlayStatementKind kind;
  OutlayScope scope;
  guint n_years;
  guint n_rows;
  OutlayStatementRow *rows;
  const OutlayRowEntry **entries;
  double *values; /* n_years of each row */
};

/* --- what there is of a scope --- */

static gboolean
is_sum (const OutlayRowEntry *row)
{
  return row->source == OUTLAY_FROM_TERMS || row->source == OUTLAY_FROM_RUN;
}

static gboolean
exists_by_phase (const OutlaySeriesTerm *terms)
{
  for (guint n = 0; n < OUTLAY_SERIES_TERMS_MOST && terms[n].sign != 0; n++)
    if (!outlay_levels_have_phases (outlay_series_levels (terms[n].series)))
      return FALSE;
  return terms[0].sign != 0;
}

static const OutlayRowEntry *
find_entry (const OutlayRowEntry *rows, const char *name, gsize length)
{
  for (const OutlayRowEntry *row = rows; row->name != NULL; row++)
    if (strlen (row->name) == length && memcmp (row->name, name, length) == 0)
      return row;
  return NULL;
}

/* The next of "a + b - c": its name and sign. Returns what follows it; NULL where nothing is left. */
static const char *
next_term (const char *terms, const char **name, gsize *length, int *sign)
{
  *sign = 1;
  for (; *terms == ' ' || *terms == '+' || *terms == '/' || (*terms == '-' && terms[1] == ' '); terms++)
    if (*terms == '-')
      *sign = -1;
  if (*terms == '\0')
    return NULL;
  *name = terms;
  *length = strcspn (terms, " ");
  return terms + *length;
}

static gboolean row_exists (const OutlayRowEntry *rows, const OutlayRowEntry *row, gboolean by_phase);

static gboolean
terms_exist (const OutlayRowEntry *rows, const OutlayRowEntry *row, gboolean by_phase)
{
  const char *name;
  gsize length;
  int sign;

  for (const char *rest = row->terms; (rest = next_term (rest, &name, &length, &sign)) != NULL;)
    if (!row_exists (rows, find_entry (rows, name, length), by_phase))
      return FALSE;
  return TRUE;
}

/* A heading is there for one of the rows below it. */
static gboolean
heads_something (const OutlayRowEntry *rows, const OutlayRowEntry *heading, gboolean by_phase)
{
  for (const OutlayRowEntry *row = heading + 1; row->name != NULL && row->depth > heading->depth; row++)
    if (row_exists (rows, row, by_phase))
      return TRUE;
  return FALSE;
}

/* Of a phase there is what its series tell; a sum whose rows are not there is told by its own series. */
static gboolean
row_exists (const OutlayRowEntry *rows, const OutlayRowEntry *row, gboolean by_phase)
{
  if (!by_phase)
    return TRUE;
  if (row->source == OUTLAY_FROM_NOTHING)
    return heads_something (rows, row, by_phase);
  return (is_sum (row) && terms_exist (rows, row, by_phase)) || exists_by_phase (row->series);
}

/* --- building --- */

static void
read_terms (OutlayStatement *statement, OutlayStatementRow *row, const char *terms)
{
  const char *name;
  gsize length;
  int sign;

  while ((terms = next_term (terms, &name, &length, &sign)) != NULL)
    for (guint n = 0; n < statement->n_rows; n++)
      if (strlen (statement->rows[n].name) == length && memcmp (statement->rows[n].name, name, length) == 0)
        row->terms[row->n_terms++] = (OutlayStatementTerm) { n, sign };
}

static int
only_series (const OutlayRowEntry *entry)
{
  const gboolean itself = (entry->source == OUTLAY_FROM_FLOW && !entry->shared) || entry->source == OUTLAY_FROM_BALANCE || is_sum (entry);

  return itself && entry->series[0].sign == 1 && entry->series[1].sign == 0 ? (int) entry->series[0].series : -1;
}

static void
add_row (OutlayStatement *statement, const OutlayRowEntry *entry, gboolean by_terms)
{
  const gboolean ratio = entry->kind == OUTLAY_STATEMENT_ROW_RATIO;
  const guint n = statement->n_rows++;

  statement->entries[n] = entry;
  statement->rows[n] = (OutlayStatementRow) {
    .name = entry->name,
    .number = entry->number,
    .label = outlay_statement_word (entry->nick),
    .depth = entry->depth,
    .kind = by_terms || !is_sum (entry) ? entry->kind : OUTLAY_STATEMENT_ROW_ITEM,
    .unit = ratio ? outlay_series_unit (entry->series[0].series) : OUTLAY_UNIT_MONEY,
    .values = entry->source != OUTLAY_FROM_NOTHING ? statement->values + (gsize) n * statement->n_years : NULL,
    .total = NAN,
    .series = only_series (entry),
  };
}

static void
add_rows (OutlayStatement *statement)
{
  const OutlayRowEntry *rows = outlay_statement_entry (statement->kind)->rows;
  const gboolean by_phase = statement->scope.phase >= 0;
  gsize most = 0;

  while (rows[most].name != NULL)
    most++;
  statement->rows = g_new0 (OutlayStatementRow, most);
  statement->entries = g_new0 (const OutlayRowEntry *, most);
  statement->values = g_new0 (double, most * statement->n_years);
  for (const OutlayRowEntry *row = rows; row->name != NULL; row++)
    if (row_exists (rows, row, by_phase))
      add_row (statement, row, !by_phase || (is_sum (row) && terms_exist (rows, row, by_phase)));
  for (guint n = 0; n < statement->n_rows; n++)
    if (statement->entries[n]->terms != NULL && statement->rows[n].kind != OUTLAY_STATEMENT_ROW_ITEM)
      read_terms (statement, &statement->rows[n], statement->entries[n]->terms);
}

/* --- values --- */

double
outlay_statement_share (OutlayStatement *statement, const OutlayRowEntry *entry)
{
  OutlayModel *model = outlay_projection_model (statement->projection);

  return outlay_model_numbers (model)[outlay_shape_taxes (outlay_model_shape (model), entry->times)];
}

static double *
values_of (OutlayStatement *statement, guint row)
{
  return statement->values + (gsize) row * statement->n_years;
}

static void
add_series (OutlayStatement *statement, OutlayRowSource source, const OutlaySeriesTerm *term, double *values)
{
  const guint n_years = statement->n_years;
  const double *series = outlay_projection_series (statement->projection, term->series, statement->scope);
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

  memset (values, 0, statement->n_years * sizeof (double));
  for (guint term = 0; term < OUTLAY_SERIES_TERMS_MOST && entry->series[term].sign != 0; term++)
    add_series (statement, entry->source, &entry->series[term], values);
  for (guint t = 0; entry->shared && t < statement->n_years; t++)
    values[t] *= outlay_statement_share (statement, entry);
  if (is_flow (entry->source) || entry->source == OUTLAY_FROM_TERMS)
    statement->rows[n].total = sum_up (values, statement->n_years);
}

static void fill_row (OutlayStatement *statement, guint n, gboolean *filled);

/* A sum of what says nothing over the years says nothing either: NaN is passed on. */
static void
add_terms (OutlayStatement *statement, guint n, gboolean *filled)
{
  OutlayStatementRow *row = &statement->rows[n];
  double *values = values_of (statement, n);

  memset (values, 0, statement->n_years * sizeof (double));
  row->total = 0;
  for (guint term = 0; term < row->n_terms; term++)
    {
      const OutlayStatementTerm *of = &row->terms[term];

      fill_row (statement, of->row, filled);
      for (guint t = 0; t < statement->n_years; t++)
        values[t] += of->sign * values_of (statement, of->row)[t];
      row->total += of->sign * statement->rows[of->row].total;
    }
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

/**
 * outlay_statement_new:
 * @projection: a projection that was asked for what outlay_request_add_statement() adds
 * @kind: which statement
 * @scope: where in the plan; one for which outlay_statement_kind_exists()
 *
 * Returns: (transfer full): the statement; it holds the projection
 */
OutlayStatement *
outlay_statement_new (OutlayProjection *projection, OutlayStatementKind kind, OutlayScope scope)
{
  OutlayStatement *statement;

  g_return_val_if_fail (outlay_statement_kind_exists (kind, scope), NULL);

  statement = g_new0 (OutlayStatement, 1);
  statement->projection = outlay_projection_ref (projection);
  statement->kind = kind;
  statement->scope = scope;
  statement->n_years = outlay_projection_years (projection);
  add_rows (statement);
  outlay_statement_update (statement);
  return statement;
}

void
outlay_statement_free (OutlayStatement *statement)
{
  outlay_projection_unref (statement->projection);
  g_free (statement->rows);
  g_free (statement->entries);
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
    for (guint n = 0; n < OUTLAY_SERIES_TERMS_MOST && row->series[n].sign != 0 && (!is_sum (row) || scope.phase >= 0); n++)
      *outlay_request_series (request, scope) |= 1ull << row->series[n].series;
  for (guint n = 0; n < entry->n_indicators && scope.phase < 0; n++)
    *indicators |= 1ull << entry->indicators[n];
}
