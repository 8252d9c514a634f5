/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows a statement of a scope has: those of its table that there are, and those of the parts of a plan. */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "plan/resolve.h"
#include "statement/private.h"
#include "study/measure.h"

/* --- what there is of a scope --- */

gboolean
outlay_row_is_sum (const OutlayRowEntry *row)
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
  return (outlay_row_is_sum (row) && terms_exist (rows, row, by_phase)) || exists_by_phase (row->series);
}

/* --- building --- */

static void
add_term (OutlayStatement *statement, OutlayStatementRow *row, guint of, int sign)
{
  GArray **terms = &statement->terms[row - statement->rows];

  if (*terms == NULL)
    *terms = g_array_new (FALSE, FALSE, sizeof (OutlayStatementTerm));
  g_array_append_val (*terms, ((OutlayStatementTerm) { of, sign }));
  row->terms = (const OutlayStatementTerm *) (*terms)->data;
  row->n_terms = (*terms)->len;
}

static void
read_terms (OutlayStatement *statement, OutlayStatementRow *row, const char *terms)
{
  const char *name;
  gsize length;
  int sign;

  while ((terms = next_term (terms, &name, &length, &sign)) != NULL)
    for (guint n = 0; n < statement->n_rows; n++)
      if (strlen (statement->rows[n].name) == length && memcmp (statement->rows[n].name, name, length) == 0)
        add_term (statement, row, n, sign);
}

static int
only_series (const OutlayRowEntry *entry)
{
  const gboolean itself = (entry->source == OUTLAY_FROM_FLOW && entry->share == OUTLAY_SHARE_ALL) || entry->source == OUTLAY_FROM_BALANCE || outlay_row_is_sum (entry);

  return itself && entry->series[0].sign == 1 && entry->series[1].sign == 0 ? (int) entry->series[0].series : -1;
}

static void
add_row (OutlayStatement *statement, const OutlayRowEntry *entry, gboolean by_terms)
{
  const guint n = statement->n_rows++;

  statement->entries[n] = entry;
  statement->scopes[n] = statement->scope;
  statement->rows[n] = (OutlayStatementRow) {
    .name = entry->name,
    .number = entry->number,
    .label = entry->nick != NULL ? outlay_statement_word (entry->nick) : NULL,
    .depth = entry->depth,
    .kind = by_terms || !outlay_row_is_sum (entry) ? entry->kind : OUTLAY_STATEMENT_ROW_ITEM,
    .unit = entry->series[0].sign != 0 ? outlay_series_unit (entry->series[0].series) : OUTLAY_UNIT_MONEY,
    .values = entry->source != OUTLAY_FROM_NOTHING ? statement->values + (gsize) n * statement->n_years : NULL,
    .total = NAN,
    .series = only_series (entry),
  };
}

/* --- parts --- */

/* What an initiative or a product has; the names and numbers of their rows begin so. */
static const OutlayRowEntry part_row = FLOW ("1.", "revenue-", NULL, 1, PLUS (REVENUE));
static const OutlayRowEntry quantity_row = FLOW ("", "quantity-", NULL, 2, PLUS (QUANTITY_SOLD));
static const OutlayRowEntry price_row = { "", "price-", NULL, 2, OUTLAY_STATEMENT_ROW_RATIO, OUTLAY_FROM_QUOTIENT, NULL, { { 0, 0 } } };

static gboolean
has_initiatives (OutlayScope scope)
{
  return scope.initiative < 0;
}

static gboolean
has_products (OutlayScope scope)
{
  return scope.initiative >= 0 && scope.phase < 0;
}

static guint
count_parts (const OutlayStatement *statement, OutlayPlan *plan)
{
  if (has_initiatives (statement->scope))
    return outlay_plan_get_n_initiatives (plan);
  return has_products (statement->scope) ? outlay_initiative_get_n_products (outlay_plan_get_initiative (plan, (guint) statement->scope.initiative)) : 0;
}

static OutlayStatementRow *
add_part_row (OutlayStatement *statement, const OutlayRowEntry *entry, OutlayScope scope, OutlayNode *part, char *label)
{
  const guint n = statement->n_rows;
  g_autofree char *name = g_strconcat (entry->name, outlay_node_get_id (part), NULL);

  add_row (statement, entry, FALSE);
  statement->scopes[n] = scope;
  statement->rows[n].kind = entry->kind;
  statement->rows[n].series = -1;
  statement->rows[n].name = g_string_chunk_insert (statement->words, name);
  statement->rows[n].label = g_string_chunk_insert (statement->words, label);
  g_free (label);
  return &statement->rows[n];
}

static void
add_revenue (OutlayStatement *statement, OutlayPlan *plan, OutlayScope scope, OutlayNode *part, guint position, guint whole)
{
  const guint n = statement->n_rows;
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (statement->projection));
  OutlayStatementRow *row = add_part_row (statement, &part_row, scope, part, outlay_plan_resolve_name (plan, scenario, part));
  g_autofree char *number = g_strdup_printf ("%s%u", part_row.number, position + 1);

  row->number = g_string_chunk_insert (statement->words, number);
  add_term (statement, &statement->rows[whole], n, 1);
}

/* What is sold of a product and at which price, each with its unit, since neither is in that of the table. */
static void
add_sales (OutlayStatement *statement, OutlayPlan *plan, OutlayScope scope, OutlayNode *product)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (statement->projection));
  const guint revenue = statement->n_rows - 1;
  g_autofree char *unit = outlay_plan_resolve_string (plan, scenario, product, "unit");
  g_autofree char *code = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  const char *unit_word = unit != NULL && *unit != '\0' ? unit : C_ ("statement", "unit"), *currency = outlay_currency_word (code);
  OutlayStatementRow *price;

  /* Translators: %s is the unit of a product, as in "Quantity sold (kWh)" */
  add_part_row (statement, &quantity_row, scope, product, g_strdup_printf (C_ ("statement", "Quantity sold (%s)"), unit_word));
  /* Translators: a currency and the unit of a product, as in "Price (yuan per kWh)" */
  price = add_part_row (statement, &price_row, scope, product,
                        g_strdup_printf (C_ ("statement", "Price (%s per %s)"), currency != NULL ? currency : C_ ("statement", "money"), unit_word));
  price->unit = OUTLAY_UNIT_MONEY_PER_UNIT;
  add_term (statement, price, revenue, 1);
  add_term (statement, price, revenue + 1, 1);
}

/* The row above, which holds all of them, becomes their sum. */
static void
add_parts (OutlayStatement *statement, OutlayPlan *plan)
{
  const OutlayScope scope = statement->scope;
  const guint whole = statement->n_rows - 1;

  for (guint n = 0; n < count_parts (statement, plan); n++)
    if (has_initiatives (scope))
      add_revenue (statement, plan, OUTLAY_SCOPE_CELL (n, scope.phase), OUTLAY_NODE (outlay_plan_get_initiative (plan, n)), n, whole);
    else
      {
        OutlayNode *product = OUTLAY_NODE (outlay_initiative_get_product (outlay_plan_get_initiative (plan, (guint) scope.initiative), n));

        add_revenue (statement, plan, OUTLAY_SCOPE_PRODUCT (scope.initiative, n), product, n, whole);
        add_sales (statement, plan, OUTLAY_SCOPE_PRODUCT (scope.initiative, n), product);
      }
  if (statement->rows[whole].n_terms > 0)
    statement->rows[whole].kind = OUTLAY_STATEMENT_ROW_SUM;
}

void
outlay_request_add_parts (OutlayRequest *request, OutlayScope scope)
{
  if (has_initiatives (scope))
    *outlay_request_series (request, OUTLAY_SCOPE_CELL (0, scope.phase)) |= 1ull << OUTLAY_SERIES_REVENUE;
  else if (has_products (scope))
    request->product_series |= 1ull << OUTLAY_SERIES_REVENUE | 1ull << OUTLAY_SERIES_QUANTITY_SOLD;
}

/* --- all of them --- */

#define ROWS_OF_PART 3

static void
make_room (OutlayStatement *statement, OutlayPlan *plan)
{
  const OutlayRowEntry *rows = outlay_statement_entry (statement->kind)->rows;
  gsize most = 0;

  for (const OutlayRowEntry *row = rows; row->name != NULL; row++)
    most += row->source == OUTLAY_FROM_PARTS ? ROWS_OF_PART * count_parts (statement, plan) : 1;
  statement->words = g_string_chunk_new (256);
  statement->rows = g_new0 (OutlayStatementRow, most);
  statement->entries = g_new0 (const OutlayRowEntry *, most);
  statement->scopes = g_new0 (OutlayScope, most);
  statement->terms = g_new0 (GArray *, most);
  statement->values = g_new0 (double, most * statement->n_years);
}

void
outlay_statement_add_rows (OutlayStatement *statement, OutlayPlan *plan)
{
  const OutlayRowEntry *rows = outlay_statement_entry (statement->kind)->rows;
  const gboolean by_phase = statement->scope.phase >= 0;

  make_room (statement, plan);
  for (const OutlayRowEntry *row = rows; row->name != NULL; row++)
    if (row->source == OUTLAY_FROM_PARTS)
      add_parts (statement, plan);
    else if (row_exists (rows, row, by_phase))
      add_row (statement, row, !by_phase || (outlay_row_is_sum (row) && terms_exist (rows, row, by_phase)));
  for (guint n = 0; n < statement->n_rows; n++)
    if (statement->entries[n]->terms != NULL && statement->rows[n].kind != OUTLAY_STATEMENT_ROW_ITEM)
      read_terms (statement, &statement->rows[n], statement->entries[n]->terms);
}
