/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §9 Books. Included by kernel.c. */

#include "engine/workspace.h"

/* Cash, the equity that keeps it from falling below 0, and dividends. equity: Σ injected + Σ (net profit − dividends) */
static void
distribute (Workspace *w)
{
  const Lanes reserve_rate = FINANCE_NUMBER (w, RESERVE_RATE), payout = FINANCE_NUMBER (w, PAYOUT);
  const Lanes *flow = ROW (w, EQUITY_CASH_FLOW), *profit = ROW (w, NET_PROFIT);
  Lanes *injected = ROW (w, EQUITY_INJECTED), *dividends = ROW (w, DIVIDENDS), *cash = ROW (w, CASH), *equity = ROW (w, EQUITY);
  Lanes in_hand = lanes_all (0), profits = in_hand, undistributed = in_hand, sum = in_hand;

  for (guint t = 0; t < w->n_years; t++)
    {
      Lanes reserve;

      in_hand += flow[t];
      injected[t] = lanes_positive (-in_hand);
      profits += profit[t];
      reserve = reserve_rate * lanes_positive (lanes_min (profit[t], profits));
      undistributed += profit[t] - reserve;
      dividends[t] = payout * lanes_positive (lanes_min (lanes_min (profit[t] - reserve, undistributed), in_hand));
      undistributed -= dividends[t];
      in_hand = in_hand + injected[t] - dividends[t];
      sum += injected[t] + profit[t] - dividends[t];
      cash[t] = in_hand;
      equity[t] = sum;
    }
}

/* Both sides of the balance sheet. Returns the largest gap between them, as a share of the largest assets, or of the equity put in
 * where losses consumed so much of it that the assets are nothing beside it. */
static Lanes
balance_sheet (Workspace *w)
{
  const Lanes *cash = ROW (w, CASH), *receivables = ROW (w, RECEIVABLES), *inventory = ROW (w, INVENTORY);
  const Lanes *credit = ROW (w, VAT_CREDIT), *net = ROW (w, NET_ASSETS), *payables = ROW (w, PAYABLES);
  const Lanes *loans = ROW (w, LOAN_BALANCE), *equity = ROW (w, EQUITY), *injected = ROW (w, EQUITY_INJECTED);
  Lanes *assets = ROW (w, ASSETS), *liabilities = ROW (w, LIABILITIES);
  Lanes gap = lanes_all (0), largest = gap, spoiled = gap, put_in = gap;

  for (guint t = 0; t < w->n_years; t++)
    {
      assets[t] = cash[t] + receivables[t] + inventory[t] + credit[t] + net[t];
      liabilities[t] = payables[t] + loans[t];
      gap = lanes_max (lanes_abs (assets[t] - liabilities[t] - equity[t]), gap);
      put_in += injected[t];
      largest = lanes_max (lanes_max (assets[t], put_in), largest);
      spoiled += equity[t] - equity[t]; /* NaN, which a maximum would hide */
    }
  return lanes_select (lanes_equal (gap + spoiled, lanes_all (0)), lanes_all (0), gap / largest + spoiled);
}
