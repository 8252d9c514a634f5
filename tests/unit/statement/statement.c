/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "statement/statement.h"
#include "support/sample.h"

/* Calls back with every statement of every scope of a case. */
typedef void (*Visit) (OutlayStatement *statement);

static guint
visit_scope (OutlayPlan *plan, OutlayModel *model, OutlayScope scope, Visit visit)
{
  guint visited = 0;

  for (guint kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (outlay_statement_kind_exists (kind, scope))
      {
        OutlayRequest request = { 0 };

        outlay_request_add_statement (&request, kind, scope);
        g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &request);
        g_autoptr (OutlayStatement) statement = outlay_statement_new (plan, projection, kind, scope);

        visit (statement);
        visited++;
      }
  return visited;
}

static guint
visit_case (OutlayPlan *plan, OutlayScenario *scenario, Visit visit)
{
  g_autoptr (OutlayModel) model = outlay_model_new (plan, scenario);
  const OutlayShape *shape = outlay_model_shape (model);
  guint visited = visit_scope (plan, model, OUTLAY_SCOPE_PLAN, visit);

  for (guint i = 0; i < shape->n_initiatives; i++)
    visited += visit_scope (plan, model, OUTLAY_SCOPE_INITIATIVE (i), visit);
  for (guint p = 0; p < shape->n_phases; p++)
    visited += visit_scope (plan, model, OUTLAY_SCOPE_PHASE (p), visit) + visit_scope (plan, model, OUTLAY_SCOPE_CELL (0, p), visit);
  return visited;
}

static void
visit_sample (Visit visit)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  GListModel *scenarios = outlay_plan_get_scenarios (plan);
  guint visited = visit_case (plan, NULL, visit);

  for (guint n = 0; n < g_list_model_get_n_items (scenarios); n++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, n);

      visited += visit_case (plan, scenario, visit);
    }
  g_assert_cmpuint (visited, >, 100);
}

/* --- sums --- */

static double
largest_of (const double *values, guint n)
{
  double largest = 1;

  for (guint t = 0; t < n; t++)
    largest = fmax (largest, isnan (values[t]) ? 0 : fabs (values[t]));
  return largest;
}

/* Of the same series under a request of its own. */
static void
assert_series (OutlayStatement *statement, const OutlayStatementRow *row)
{
  const guint n_years = outlay_statement_years (statement);
  const OutlayScope scope = outlay_statement_scope (statement);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (outlay_projection_model (outlay_statement_projection (statement)), &outlay_request_all);
  const double *expected = outlay_projection_series (projection, (OutlaySeries) row->series, scope);

  for (guint t = 0; t < n_years; t++)
    if (isnan (expected[t]))
      g_assert_true (isnan (row->values[t]));
    else
      g_assert_cmpfloat_with_epsilon (row->values[t], expected[t], 1e-9 * largest_of (expected, n_years) + 1e-3);
}

static void
assert_equal_to_series (OutlayStatement *statement)
{
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    if (outlay_statement_row (statement, n)->series >= 0)
      assert_series (statement, outlay_statement_row (statement, n));
}

/* A sum that the engine knows too is the same number. */
static void
test_engine (void)
{
  visit_sample (assert_equal_to_series);
}

/* --- rows --- */

static void
assert_row (OutlayStatement *statement, guint n)
{
  const OutlayStatementRow *row = outlay_statement_row (statement, n);

  g_assert_cmpint (outlay_statement_find_row (statement, row->name), ==, (int) n);
  g_assert_cmpstr (row->label, !=, "");
  g_assert_true (n > 0 ? row->depth <= outlay_statement_row (statement, n - 1)->depth + 1 : row->depth == 0);
  g_assert_true ((row->kind == OUTLAY_STATEMENT_ROW_HEADING) == (row->values == NULL));
  g_assert_true (row->kind != OUTLAY_STATEMENT_ROW_SUM || row->n_terms > 0);
  g_assert_true (row->kind != OUTLAY_STATEMENT_ROW_RUNNING || row->n_terms == 1);
  for (guint t = 0; t < row->n_terms; t++)
    g_assert_nonnull (outlay_statement_row (statement, row->terms[t].row)->values);
  for (int year = -1; year < (int) outlay_statement_years (statement); year += 7)
    {
      g_autofree char *words = outlay_statement_explain (statement, n, year, "CNY");

      g_assert_true ((*words == '\0') == (row->kind == OUTLAY_STATEMENT_ROW_HEADING));
    }
}

static void
assert_rows (OutlayStatement *statement)
{
  g_assert_cmpuint (outlay_statement_n_rows (statement), >, 2);
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    assert_row (statement, n);
}

static void
test_rows (void)
{
  visit_sample (assert_rows);
}

/* --- explanations --- */

static OutlayStatement *
state (OutlayPlan *plan, OutlayModel *model, OutlayStatementKind kind, OutlayScope scope)
{
  OutlayRequest request = { 0 };
  g_autoptr (OutlayProjection) projection = NULL;

  outlay_request_add_statement (&request, kind, scope);
  projection = outlay_projection_new (model, &request);
  return outlay_statement_new (plan, projection, kind, scope);
}

static void
assert_explained (OutlayPlan *plan, OutlayModel *model, OutlayStatementKind kind, const char *name, int year, const char *expected)
{
  g_autoptr (OutlayStatement) statement = state (plan, model, kind, OUTLAY_SCOPE_PLAN);
  const int row = outlay_statement_find_row (statement, name);
  g_autofree char *words = NULL;

  g_assert_cmpint (row, >=, 0);
  words = outlay_statement_explain (statement, (guint) row, year, "CNY");
  g_assert_cmpstr (words, ==, expected);
}

/* 2025 is the fifth year. */
static void
test_explain (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);

  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "before-tax", 4,
                    "= 1 Cash inflow − 2 Cash outflow\n= 7,097.4 − 7,032.9 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "before-tax", -1,
                    "= 1 Cash inflow − 2 Cash outflow\n= 164,426.5 − 149,285.4 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "before-tax-cumulative", 4,
                    "All of “Net cash flow before income tax” up to the year.\n= (−5,017.8) + 64.5 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "working-capital", 4,
                    "Working capital at the end of the year less that of the year before.\nReceivables and inventory less payables.\n= 1,334.8 − 751.1 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "taxes-and-surcharges", 4,
                    "= Surcharges + Stamp tax + Property tax + Land-use tax\n= 5.8 + 2.1 + 11.4 + 1.4 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROJECT_CASH_FLOW, "revenue", 4,
                    "Quantity sold × price, of every product.");
  assert_explained (plan, model, OUTLAY_STATEMENT_FINANCIAL_CASH_FLOW, "investing", 0,
                    "= −2.2 Cash outflow\n= −650.0 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_PROFIT, "extra-research", 4, "= Extra research deduction × Research\n= 100.0 % × 247.6 m yuan");
  assert_explained (plan, model, OUTLAY_STATEMENT_BALANCE_SHEET, "debt-ratio", 4,
                    "= 2.4 Liabilities ÷ 1 Assets\n= 3,640.2 ÷ 6,813.4");
  assert_explained (plan, model, OUTLAY_STATEMENT_BALANCE_SHEET, "assets", -1,
                    "= 1.1 Current assets + 1.2 Construction in progress + 1.3 Net fixed assets + 1.4 Net intangible assets");
  assert_explained (plan, model, OUTLAY_STATEMENT_LOANS, "opening", 4,
                    "Loan balance at the end of the year before.\nBalance of the year before + draws + interest during construction − principal repaid.");
  assert_explained (plan, model, OUTLAY_STATEMENT_CONSTRUCTION_INVESTMENT, "buildings", 4, "= Share of buildings × Investment");
  assert_explained (plan, model, OUTLAY_STATEMENT_LOANS, "cover", 4, "");
}

/* A price has units of its own, whatever that of the table is. */
static void
test_explain_price (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (OutlayStatement) statement = state (plan, model, OUTLAY_STATEMENT_REVENUE, OUTLAY_SCOPE_INITIATIVE (1));
  const int row = outlay_statement_find_row (statement, "price-large-scale");
  g_autofree char *words = outlay_statement_explain (statement, (guint) row, 4, "CNY");

  g_assert_cmpstr (words, ==, "= 1.1 Large-scale storage ÷ Quantity sold (kWh)\n= 2.09 bn yuan ÷ 2,137,500 units");
}

/* --- another case in the same memory --- */

static void
test_update (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan_load ();
  g_autoptr (OutlayModel) model = outlay_model_new (plan, NULL);
  g_autoptr (OutlayModel) other = outlay_model_new (plan, outlay_plan_find_scenario (plan, "storage-first"));
  g_autoptr (OutlayStatement) statement = state (plan, model, OUTLAY_STATEMENT_PROFIT, OUTLAY_SCOPE_INITIATIVE (1));
  g_autoptr (OutlayStatement) expected = state (plan, other, OUTLAY_STATEMENT_PROFIT, OUTLAY_SCOPE_INITIATIVE (1));
  const guint row = (guint) outlay_statement_find_row (statement, "undistributed"), n_years = outlay_statement_years (statement);
  const double before = outlay_statement_row (statement, row)->values[n_years - 1];

  g_assert_true (outlay_projection_update (outlay_statement_projection (statement), other));
  outlay_statement_update (statement);
  g_assert_cmpfloat (outlay_statement_row (statement, row)->values[n_years - 1], !=, before);
  for (guint n = 0; n < outlay_statement_n_rows (statement); n++)
    for (guint t = 0; t < n_years; t++)
      g_assert_cmpfloat (outlay_statement_row (statement, n)->values[t], ==, outlay_statement_row (expected, n)->values[t]);
}

/* --- names --- */

static void
test_kinds (void)
{
  for (int kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    {
      g_assert_cmpint (outlay_statement_kind_from_name (outlay_statement_kind_name (kind)), ==, kind);
      /* Sheets of a workbook are called so. */
      g_assert_cmpint (g_utf8_strlen (outlay_statement_kind_title (kind), -1), <=, 28);
      g_assert_false (outlay_statement_kind_exists (kind, OUTLAY_SCOPE_PRODUCT (0, 0)));
    }
  g_assert_cmpint (outlay_statement_kind_from_name ("cash"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statement/engine", test_engine);
  g_test_add_func ("/statement/rows", test_rows);
  g_test_add_func ("/statement/explain", test_explain);
  g_test_add_func ("/statement/explain-price", test_explain_price);
  g_test_add_func ("/statement/update", test_update);
  g_test_add_func ("/statement/kinds", test_kinds);
  return g_test_run ();
}
