/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §7 Working capital and §8 Cash flows. Included by kernel.c. */

#include "engine/workspace.h"

static void
working_capital (Workspace *w)
{
  const Mask on_cost = lanes_equal (FINANCE_NUMBER (w, RECEIVABLES_BASIS), lanes_all (OUTLAY_RECEIVABLES_BASIS_OPERATING_COST));
  const Lanes receivable_years = INITIATIVE_NUMBER (w, RECEIVABLE_DAYS) / 360.0;
  const Lanes inventory_years = INITIATIVE_NUMBER (w, INVENTORY_DAYS) / 360.0;
  const Lanes payable_years = INITIATIVE_NUMBER (w, PAYABLE_DAYS) / 360.0;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[RECEIVABLES] = lanes_select (on_cost, y[OPERATING_COST], y[REVENUE]) * receivable_years;
      y[INVENTORY] = y[MATERIALS] * inventory_years;
      y[PAYABLES] = (y[MATERIALS] + y[ENERGY]) * payable_years;
      y[WORKING_CAPITAL] = y[RECEIVABLES] + y[INVENTORY] - y[PAYABLES];
    }
}

/* The three cash flows as the books see them: without what is recovered at the end. */
static void
cash_flows (Workspace *w)
{
  Lanes capital_before = lanes_all (0), credit_before = capital_before;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[CASH_FLOW_BEFORE_TAX] = y[SURPLUS] - y[CAPEX] - (y[WORKING_CAPITAL] - capital_before) + (credit_before - y[VAT_CREDIT]);
      y[CASH_FLOW_AFTER_TAX] = y[CASH_FLOW_BEFORE_TAX] - y[ADJUSTED_INCOME_TAX];
      y[EQUITY_CASH_FLOW] = y[CASH_FLOW_BEFORE_TAX] - y[INCOME_TAX] + y[LOAN_DRAW] - y[INTEREST] - y[LOAN_REPAYMENT];
      capital_before = y[WORKING_CAPITAL];
      credit_before = y[VAT_CREDIT];
    }
}

/* Working capital and net assets come back in the last year; equity settles the loans that are left. */
static void
recover (Workspace *w)
{
  Lanes *y = w->scope.years[w->n_years - 1];
  const Lanes own = y[NET_ASSETS_BEFORE_FINANCING];
  const Lanes recovered = y[WORKING_CAPITAL] + own;

  y[CASH_FLOW_BEFORE_TAX] += recovered;
  y[CASH_FLOW_AFTER_TAX] += recovered;
  y[EQUITY_CASH_FLOW] += recovered + (y[NET_ASSETS] - own) - y[LOAN_BALANCE];
}
