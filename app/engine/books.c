/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §9 Books. Included by kernel.c. */

#include "engine/workspace.h"

/* Cash, the equity that keeps it from falling below 0, and dividends. equity: Σ injected + Σ (net profit − dividends) */
static void
distribute (Workspace *w)
{
  const Lanes reserve_rate = FINANCE_NUMBER (w, RESERVE_RATE), payout = FINANCE_NUMBER (w, PAYOUT);
  Lanes in_hand = lanes_all (0), profits = in_hand, undistributed = in_hand, sum = in_hand;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      in_hand += y[EQUITY_CASH_FLOW];
      y[EQUITY_INJECTED] = lanes_positive (-in_hand);
      profits += y[NET_PROFIT];
      y[STATUTORY_RESERVE] = reserve_rate * lanes_positive (lanes_min (y[NET_PROFIT], profits));
      undistributed += y[NET_PROFIT] - y[STATUTORY_RESERVE];
      y[DIVIDENDS] = payout * lanes_positive (lanes_min (lanes_min (y[NET_PROFIT] - y[STATUTORY_RESERVE], undistributed), in_hand));
      undistributed -= y[DIVIDENDS];
      y[UNDISTRIBUTED_PROFIT] = undistributed;
      in_hand = in_hand + y[EQUITY_INJECTED] - y[DIVIDENDS];
      sum += y[EQUITY_INJECTED] + y[NET_PROFIT] - y[DIVIDENDS];
      y[CASH] = in_hand;
      y[EQUITY] = sum;
    }
}

/* Both sides of the balance sheet. Returns the largest gap between them, as a share of the largest assets, or of the equity put in
 * where losses consumed so much of it that the assets are nothing beside it. */
static Lanes
balance_sheet (Workspace *w)
{
  Lanes gap = lanes_all (0), largest = gap, spoiled = gap, put_in = gap;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes *y = w->scope.years[t];

      y[ASSETS] = y[CASH] + y[RECEIVABLES] + y[INVENTORY] + y[VAT_CREDIT] + y[NET_ASSETS];
      y[LIABILITIES] = y[PAYABLES] + y[LOAN_BALANCE];
      gap = lanes_max (lanes_abs (y[ASSETS] - y[LIABILITIES] - y[EQUITY]), gap);
      put_in += y[EQUITY_INJECTED];
      largest = lanes_max (lanes_max (y[ASSETS], put_in), largest);
      spoiled += y[EQUITY] - y[EQUITY]; /* NaN, which a maximum would hide */
    }
  return lanes_select (lanes_equal (gap + spoiled, lanes_all (0)), lanes_all (0), gap / largest + spoiled);
}
