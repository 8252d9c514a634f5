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
  const Lanes *revenue = ROW (w, REVENUE), *cost = ROW (w, OPERATING_COST);
  const Lanes *materials = ROW (w, MATERIALS), *energy = ROW (w, ENERGY);
  Lanes *receivables = ROW (w, RECEIVABLES), *inventory = ROW (w, INVENTORY), *payables = ROW (w, PAYABLES);
  Lanes *sum = ROW (w, WORKING_CAPITAL);

  for (guint t = 0; t < w->n_years; t++)
    {
      receivables[t] = lanes_select (on_cost, cost[t], revenue[t]) * receivable_years;
      inventory[t] = materials[t] * inventory_years;
      payables[t] = (materials[t] + energy[t]) * payable_years;
      sum[t] = receivables[t] + inventory[t] - payables[t];
    }
}

/* The three cash flows as the books see them: without what is recovered at the end. */
static void
cash_flows (Workspace *w)
{
  const Lanes *surplus = OTHER_ROW (w, SURPLUS), *capex = OTHER_ROW (w, CAPEX), *capital = ROW (w, WORKING_CAPITAL);
  const Lanes *credit = ROW (w, VAT_CREDIT), *income_tax_ = ROW (w, INCOME_TAX), *adjusted = ROW (w, ADJUSTED_INCOME_TAX);
  const Lanes *draw = ROW (w, LOAN_DRAW), *interest = ROW (w, INTEREST), *repayment = ROW (w, LOAN_REPAYMENT);
  Lanes *before_tax = ROW (w, CASH_FLOW_BEFORE_TAX), *after_tax = ROW (w, CASH_FLOW_AFTER_TAX);
  Lanes *equity = ROW (w, EQUITY_CASH_FLOW);
  Lanes capital_before = lanes_all (0), credit_before = capital_before;

  for (guint t = 0; t < w->n_years; t++)
    {
      before_tax[t] = surplus[t] - capex[t] - (capital[t] - capital_before) + (credit_before - credit[t]);
      equity[t] = before_tax[t] - income_tax_[t] + draw[t] - interest[t] - repayment[t];
      capital_before = capital[t];
      credit_before = credit[t];
    }
  if (w->batch->needs.adjusted_tax)
    for (guint t = 0; t < w->n_years; t++)
      after_tax[t] = before_tax[t] - adjusted[t];
}

/* Working capital and net assets come back in the last year; equity settles the loans that are left. own: NA° */
static void
recover (Workspace *w, Lanes own)
{
  const guint last = w->n_years - 1;
  const Lanes recovered = ROW (w, WORKING_CAPITAL)[last] + own;

  ROW (w, CASH_FLOW_BEFORE_TAX)[last] += recovered;
  ROW (w, CASH_FLOW_AFTER_TAX)[last] += recovered;
  ROW (w, EQUITY_CASH_FLOW)[last] += recovered + (ROW (w, NET_ASSETS)[last] - own) - ROW (w, LOAN_BALANCE)[last];
}
