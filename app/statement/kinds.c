/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "statement/table.h"

#define BELOW(list) list, G_N_ELEMENTS (list)

static const OutlayIndicator project_indicators[] = {
  OUTLAY_INDICATOR_IRR_BEFORE_TAX, OUTLAY_INDICATOR_IRR_AFTER_TAX, OUTLAY_INDICATOR_NPV_BEFORE_TAX, OUTLAY_INDICATOR_NPV_AFTER_TAX,
  OUTLAY_INDICATOR_PAYBACK_BEFORE_TAX, OUTLAY_INDICATOR_PAYBACK, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED,
};
static const OutlayIndicator equity_indicators[] = { OUTLAY_INDICATOR_IRR_EQUITY, OUTLAY_INDICATOR_NPV_EQUITY };
static const OutlayIndicator investment_indicators[] = { OUTLAY_INDICATOR_TOTAL_INVESTMENT };
static const OutlayIndicator cost_indicators[] = { OUTLAY_INDICATOR_BREAK_EVEN_UTILISATION, OUTLAY_INDICATOR_LEVELISED_COST };
static const OutlayIndicator profit_indicators[] = { OUTLAY_INDICATOR_ROI, OUTLAY_INDICATOR_ROE };
static const OutlayIndicator debt_indicators[] = { OUTLAY_INDICATOR_DEBT_RATIO_MAX };
static const OutlayIndicator loan_indicators[] = {
  OUTLAY_INDICATOR_ICR_MIN, OUTLAY_INDICATOR_ICR_MEAN, OUTLAY_INDICATOR_DSCR_MIN, OUTLAY_INDICATOR_DSCR_MEAN,
};

static const OutlayStatementEntry entries[OUTLAY_N_STATEMENTS] = {
  [OUTLAY_STATEMENT_CONSTRUCTION_INVESTMENT] = { "construction-investment", NC_ ("statement", "Construction and its funding"), TRUE,
                                                 outlay_construction_investment_rows, NULL, 0 },
  [OUTLAY_STATEMENT_INVESTMENT_PLAN] = { "investment-plan", NC_ ("statement", "Investment plan and funding"), FALSE,
                                         outlay_investment_plan_rows, BELOW (investment_indicators) },
  [OUTLAY_STATEMENT_REVENUE] = { "revenue", NC_ ("statement", "Revenue, taxes, surcharges"), TRUE, outlay_revenue_rows, NULL, 0 },
  [OUTLAY_STATEMENT_TOTAL_COST] = { "total-cost", NC_ ("statement", "Total cost by expense"), FALSE, outlay_total_cost_rows, BELOW (cost_indicators) },
  [OUTLAY_STATEMENT_PROJECT_CASH_FLOW] = { "project-cash-flow", NC_ ("statement", "Project cash flow"), FALSE, outlay_project_cash_flow_rows,
                                           BELOW (project_indicators) },
  [OUTLAY_STATEMENT_EQUITY_CASH_FLOW] = { "equity-cash-flow", NC_ ("statement", "Equity cash flow"), FALSE, outlay_equity_cash_flow_rows,
                                          BELOW (equity_indicators) },
  [OUTLAY_STATEMENT_PROFIT] = { "profit", NC_ ("statement", "Profit and its appropriation"), FALSE, outlay_profit_rows,
                                BELOW (profit_indicators) },
  [OUTLAY_STATEMENT_FINANCIAL_CASH_FLOW] = { "financial-cash-flow", NC_ ("statement", "Financial planning cash flow"), FALSE,
                                             outlay_financial_cash_flow_rows, NULL, 0 },
  [OUTLAY_STATEMENT_BALANCE_SHEET] = { "balance-sheet", NC_ ("statement", "Balance sheet"), FALSE, outlay_balance_sheet_rows,
                                       BELOW (debt_indicators) },
  [OUTLAY_STATEMENT_LOANS] = { "loans", NC_ ("statement", "Loans and their repayment"), TRUE, outlay_loans_rows, BELOW (loan_indicators) },
  [OUTLAY_STATEMENT_TAX] = { "tax", NC_ ("statement", "Tax by kind"), TRUE, outlay_tax_rows, NULL, 0 },
};

const OutlayStatementEntry *
outlay_statement_entry (OutlayStatementKind kind)
{
  return &entries[kind];
}

const char *
outlay_statement_word (const char *msgid)
{
  return g_dpgettext2 (NULL, "statement", msgid);
}

/**
 * outlay_statement_kind_name:
 * @kind: a statement
 *
 * Returns: (transfer none): the name that the command line and files use
 */
const char *
outlay_statement_kind_name (OutlayStatementKind kind)
{
  g_return_val_if_fail ((guint) kind < OUTLAY_N_STATEMENTS, "");

  return entries[kind].name;
}

/**
 * outlay_statement_kind_title:
 * @kind: a statement
 *
 * Returns: (transfer none): what stands above it, translated
 */
const char *
outlay_statement_kind_title (OutlayStatementKind kind)
{
  g_return_val_if_fail ((guint) kind < OUTLAY_N_STATEMENTS, "");

  return outlay_statement_word (entries[kind].title);
}

/**
 * outlay_statement_kind_from_name:
 * @name: a name
 *
 * Returns: the #OutlayStatementKind, or −1 for an unknown name
 */
int
outlay_statement_kind_from_name (const char *name)
{
  for (int kind = 0; kind < OUTLAY_N_STATEMENTS; kind++)
    if (g_str_equal (name, entries[kind].name))
      return kind;
  return -1;
}

/**
 * outlay_statement_kind_exists:
 * @kind: a statement
 * @scope: where in the plan
 *
 * Returns: whether there is such a statement of the scope; of products there is none
 */
gboolean
outlay_statement_kind_exists (OutlayStatementKind kind, OutlayScope scope)
{
  return scope.product < 0 && (scope.phase < 0 || entries[kind].by_phase);
}
