/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "statement/table.h"
#include "study/definition.h"

#define SHARE_NICK(SYMBOL, name, KIND, UNIT, minimum, maximum, standard, PRESENCE, nick, blurb) nick,

static const char *const taxes_nicks[] = { OUTLAY_TAXES_PARAMETERS (SHARE_NICK) };
static const char *const initiative_nicks[] = { OUTLAY_INITIATIVE_PARAMETERS (SHARE_NICK) };

/* What a sentence about one value is written with. */
typedef struct
{
  OutlayStatement *statement;
  int year; /* −1: the total */
  OutlayAmountUnit unit; /* of the statement, so that what is written is what its cells show */
  int decimals;
  const char *currency;
} Explanation;

static double
value_in (const Explanation *explanation, const OutlayStatementRow *row)
{
  return explanation->year < 0 ? row->total : row->values[explanation->year];
}

static void
append_amount (const Explanation *explanation, GString *text, double value)
{
  g_autofree char *amount = outlay_amount_format_in (value, explanation->unit, explanation->decimals);

  g_string_append_printf (text, value < 0 ? "(%s)" : "%s", amount);
}

/* " m yuan", behind a line of amounts */
static void
append_unit (const Explanation *explanation, GString *text)
{
  const char *word = explanation->unit.word, *currency = outlay_currency_word (explanation->currency);

  if (*word != '\0' || currency != NULL)
    g_string_append_c (text, ' ');
  if (*word != '\0' && currency != NULL)
    g_string_append_printf (text, C_ ("chart unit", "%s %s"), word, currency);
  else
    g_string_append (text, currency != NULL ? currency : word);
}

/* "= " before the first term, " + ", " − " or " ÷ " before another. */
static void
append_sign (GString *text, guint term, int sign, gboolean ratio)
{
  if (ratio && term > 0)
    g_string_append (text, " ÷ ");
  else
    g_string_append (text, term == 0 ? (sign < 0 ? "= −" : "= ") : sign < 0 ? " − " : " + ");
}

static void
append_row_name (GString *text, const OutlayStatementRow *row)
{
  g_string_append_printf (text, *row->number != '\0' ? "%s %s" : "%s%s", row->number, row->label);
}

/* What makes a price has units of its own. */
static void
append_term (const Explanation *explanation, const OutlayStatementRow *row, const OutlayStatementRow *term, GString *text)
{
  g_autofree char *quantity = outlay_quantity_format (value_in (explanation, term), (int) term->unit, explanation->currency);

  if (row->unit == OUTLAY_UNIT_MONEY_PER_UNIT)
    g_string_append (text, quantity);
  else
    append_amount (explanation, text, value_in (explanation, term));
}

/* "The sum of 300 rows, from “1.1 Smart mining machinery” to “1.300 Energy storage”." */
static void
append_many (const Explanation *explanation, const OutlayStatementRow *row, GString *text)
{
  const OutlayStatementRow *first = outlay_statement_row (explanation->statement, row->terms[0].row);
  const OutlayStatementRow *last = outlay_statement_row (explanation->statement, row->terms[row->n_terms - 1].row);

  g_string_append_printf (text, ngettext ("The sum of %u row, from “%s %s” to “%s %s”.", "The sum of %u rows, from “%s %s” to “%s %s”.", row->n_terms),
                          row->n_terms, first->number, first->label, last->number, last->label);
}

/* The values only where there is one: of balances there is no total. */
static void
append_terms (const Explanation *explanation, const OutlayStatementRow *row, GString *text)
{
  const gboolean ratio = row->kind == OUTLAY_STATEMENT_ROW_RATIO;

  for (guint n = 0; n < row->n_terms; n++)
    {
      append_sign (text, n, row->terms[n].sign, ratio);
      append_row_name (text, outlay_statement_row (explanation->statement, row->terms[n].row));
    }
  if (isnan (value_in (explanation, row)))
    return;
  g_string_append_c (text, '\n');
  for (guint n = 0; n < row->n_terms; n++)
    {
      append_sign (text, n, row->terms[n].sign, ratio);
      append_term (explanation, row, outlay_statement_row (explanation->statement, row->terms[n].row), text);
    }
  if (!ratio)
    append_unit (explanation, text);
}

static void
append_running (const Explanation *explanation, const OutlayStatementRow *row, GString *text)
{
  const OutlayStatementRow *of = outlay_statement_row (explanation->statement, row->terms[0].row);
  const int year = explanation->year;

  g_string_append_printf (text, _("All of “%s” up to the year."), of->label);
  if (year < 0)
    return;
  g_string_append (text, "\n= ");
  append_amount (explanation, text, year > 0 ? row->values[year - 1] : 0);
  g_string_append (text, " + ");
  append_amount (explanation, text, of->values[year]);
  append_unit (explanation, text);
}

static void
append_year (const Explanation *explanation, const double *series, GString *text)
{
  double value = 0;

  for (guint t = 0; t < outlay_statement_years (explanation->statement); t++)
    if (explanation->year < 0 || explanation->year == (int) t)
      value += series[t];
  append_amount (explanation, text, value);
}

/* Several series that make one row, by name and value. */
static void
append_series (const Explanation *explanation, const OutlayRowEntry *entry, GString *text)
{
  for (guint n = 0; n < OUTLAY_SERIES_TERMS_MOST && entry->series[n].sign != 0; n++)
    {
      append_sign (text, n, entry->series[n].sign, FALSE);
      g_string_append (text, _(outlay_series_nick (entry->series[n].series)));
    }
  if (explanation->year < 0 && entry->source == OUTLAY_FROM_BALANCE)
    return;
  g_string_append_c (text, '\n');
  for (guint n = 0; n < OUTLAY_SERIES_TERMS_MOST && entry->series[n].sign != 0; n++)
    {
      const double *series = outlay_projection_series (outlay_statement_projection (explanation->statement), entry->series[n].series,
                                                       outlay_statement_scope (explanation->statement));

      append_sign (text, n, entry->series[n].sign, FALSE);
      append_year (explanation, series, text);
    }
  append_unit (explanation, text);
}

static void
append_change (const Explanation *explanation, const double *series, GString *text)
{
  const int last = (int) outlay_statement_years (explanation->statement) - 1;

  g_string_append (text, "\n= ");
  append_amount (explanation, text, series[explanation->year < 0 ? last : explanation->year]);
  g_string_append (text, " − ");
  append_amount (explanation, text, explanation->year > 0 ? series[explanation->year - 1] : 0);
  append_unit (explanation, text);
}

/* A number times a series, by name and by value unless there are several such numbers. */
static void
append_share (const Explanation *explanation, const OutlayRowEntry *entry, const double *series, GString *text)
{
  const gboolean own = entry->share == OUTLAY_SHARE_INITIATIVE;
  const int initiative = outlay_statement_scope (explanation->statement).initiative;
  g_autofree char *share = NULL;

  g_string_append_printf (text, "= %s × %s", _(own ? initiative_nicks[entry->slot] : taxes_nicks[entry->slot]), _(outlay_series_nick (entry->series[0].series)));
  if (own && initiative < 0)
    return;
  share = outlay_quantity_format (outlay_statement_share (explanation->statement, entry, (guint) MAX (initiative, 0)), OUTLAY_UNIT_SHARE, NULL);
  g_string_append_printf (text, "\n= %s × ", share);
  append_year (explanation, series, text);
  append_unit (explanation, text);
}

static void
append_source (GString *text, OutlayRowSource source, const char *series)
{
  /* Translators: %s is the name of a yearly result, as in "Loan balance" */
  if (source == OUTLAY_FROM_OPENING)
    g_string_append_printf (text, _("%s at the end of the year before.\n"), series);
  else if (source == OUTLAY_FROM_CHANGE)
    g_string_append_printf (text, _("%s at the end of the year less that of the year before.\n"), series);
  else if (source == OUTLAY_FROM_LAST)
    g_string_append_printf (text, _("%s at the end of the last year, in that year alone.\n"), series);
  else if (source == OUTLAY_FROM_ALL)
    g_string_append_printf (text, _("%s of all years up to this one.\n"), series);
}

static void
append_item (const Explanation *explanation, guint row, GString *text)
{
  const OutlayRowEntry *entry = outlay_statement_row_entry (explanation->statement, row);
  const OutlaySeries series = entry->series[0].series;
  const double *values = outlay_projection_series (outlay_statement_projection (explanation->statement), series,
                                                   outlay_statement_row_scope (explanation->statement, row));

  if (entry->share != OUTLAY_SHARE_ALL)
    {
      append_share (explanation, entry, values, text);
      return;
    }
  append_source (text, entry->source, _(outlay_series_nick (series)));
  if (outlay_statement_row_scope (explanation->statement, row).product >= 0 && series == OUTLAY_SERIES_REVENUE)
    g_string_append (text, _("Quantity sold × price."));
  else
    g_string_append (text, outlay_series_definition (series));
  if (entry->source == OUTLAY_FROM_CHANGE)
    append_change (explanation, values, text);
}

/**
 * outlay_statement_explain:
 * @statement: a statement
 * @row: the position of a row
 * @year: a year counted from the first, or −1 for the total
 * @currency: (nullable): the plan's ISO 4217 code
 *
 * Says where a value comes from: which rows a sum is made of, by name and by value in outlay_statement_unit(), so that it can be traced; what the model makes of which
 * inputs for all else.
 *
 * Returns: (transfer full): one or a few lines; empty for a heading
 */
char *
outlay_statement_explain (OutlayStatement *statement, guint row, int year, const char *currency)
{
  const OutlayStatementRow *of = outlay_statement_row (statement, row);
  Explanation explanation = { .statement = statement, .year = year, .currency = currency };
  g_autoptr (GString) text = g_string_new (NULL);
  const OutlayRowEntry *entry;

  g_return_val_if_fail (of != NULL && year < (int) outlay_statement_years (statement), NULL);

  explanation.unit = outlay_statement_unit (statement, &explanation.decimals);
  entry = outlay_statement_row_entry (statement, row);
  if (of->values == NULL)
    return g_strdup ("");
  if (of->kind == OUTLAY_STATEMENT_ROW_RUNNING)
    append_running (&explanation, of, text);
  else if (of->n_terms > OUTLAY_STATEMENT_TERMS_TOLD)
    append_many (&explanation, of, text);
  else if (of->n_terms > 0)
    append_terms (&explanation, of, text);
  else if (entry->series[1].sign != 0)
    append_series (&explanation, entry, text);
  else
    append_item (&explanation, row, text);
  return g_string_free_and_steal (g_steal_pointer (&text));
}
