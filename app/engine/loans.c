/* SPDX-License-Identifier: GPL-3.0-or-later */

/* docs/model.md §4 Loans. Included by kernel.c. */

#include "engine/workspace.h"

/* Instalment for a balance of 1: ρ / (1 − (1 + ρ)^−n), 1 / n where ρ = 0 */
static double
annuity (double rate, double n)
{
  return rate == 0 ? 1 / n : rate / -expm1 (-n * log1p (rate));
}

static void
loan_terms (Workspace *w)
{
  const Lanes repayment = FINANCE_NUMBER (w, REPAYMENT);
  LoanTerms *loan = &w->loan;

  loan->interest_rate = FINANCE_NUMBER (w, INTEREST_RATE);
  loan->debt_share = FINANCE_NUMBER (w, DEBT_SHARE);
  loan->repayment_years = FINANCE_NUMBER (w, REPAYMENT_YEARS);
  loan->equal_instalment = lanes_equal (repayment, lanes_all (OUTLAY_REPAYMENT_EQUAL_INSTALMENT));
  loan->from_earnings = lanes_equal (repayment, lanes_all (OUTLAY_REPAYMENT_FROM_EARNINGS));
  loan->annuity = lanes_all (0);
  for (int lane = 0; lane < LANE_WIDTH; lane++)
    if (repayment[lane] == OUTLAY_REPAYMENT_EQUAL_INSTALMENT)
      loan->annuity[lane] = annuity (loan->interest_rate[lane], loan->repayment_years[lane]);
}

static void
loans_begin (Workspace *w)
{
  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];

      cell->debt = w->loan.debt_share * cell->investment;
      cell->balance = lanes_all (0);
      cell->instalment = lanes_all (0);
      cell->repaying_years = lanes_all (0);
      cell->capitalised_so_far = lanes_all (0);
    }
}

/* Draws and interest of year t. */
static void
loans_accrue (Workspace *w, guint t)
{
  Lanes draws = lanes_all (0), capitalised = draws, expensed = draws;

  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];
      const Phase *phase = &w->phases[cell->phase];

      cell->draw = cell->debt * phase->spending[t];
      cell->interest = w->loan.interest_rate * (cell->balance + cell->draw / 2.0);
      cell->capitalised = phase->building[t] * cell->interest;
      cell->expensed = (1.0 - phase->building[t]) * cell->interest;
      cell->capitalised_so_far += cell->capitalised;
      draws += cell->draw;
      capitalised += cell->capitalised;
      expensed += cell->expensed;
    }
  ROW (w, LOAN_DRAW)[t] = draws;
  ROW (w, INTEREST_CAPITALISED)[t] = capitalised;
  ROW (w, INTEREST)[t] = expensed;
}

static Lanes
instalment (const Workspace *w, Cell *cell)
{
  const Mask first = lanes_equal (cell->repaying_years, lanes_all (1));

  if (mask_any (first))
    {
      const Lanes begin = lanes_select (w->loan.equal_instalment, cell->balance * w->loan.annuity,
                                        cell->balance / w->loan.repayment_years);

      cell->instalment = lanes_select (first, begin, cell->instalment);
    }
  return cell->instalment - lanes_where (w->loan.equal_instalment, cell->interest);
}

/* left: what earnings leave for the phases that follow */
static Lanes
principal (const Workspace *w, Cell *cell, Mask repaying, Lanes *left)
{
  Lanes due;

  cell->repaying_years += lanes_where (repaying, lanes_all (1));
  due = lanes_min (cell->balance, instalment (w, cell));
  due = lanes_select (lanes_equal (cell->repaying_years, w->loan.repayment_years), cell->balance, due);
  due = lanes_select (w->loan.from_earnings, lanes_min (cell->balance, *left), due);
  due = lanes_where (repaying, due);
  *left -= due;
  return due;
}

static void
keep_loan (const Workspace *w, const Cell *cell, Lanes repaid, guint t)
{
  cell_row (w, cell, OUTLAY_SERIES_LOAN_DRAW)[t] = cell->draw;
  cell_row (w, cell, OUTLAY_SERIES_INTEREST_CAPITALISED)[t] = cell->capitalised;
  cell_row (w, cell, OUTLAY_SERIES_INTEREST)[t] = cell->expensed;
  cell_row (w, cell, OUTLAY_SERIES_LOAN_REPAYMENT)[t] = repaid;
  cell_row (w, cell, OUTLAY_SERIES_LOAN_BALANCE)[t] = cell->balance;
}

/* Principal of year t, once its profit is known. */
static void
loans_repay (Workspace *w, guint t)
{
  const Lanes now = lanes_all (12.0 * t), none = lanes_all (0);
  Lanes left = lanes_positive (ROW (w, NET_PROFIT)[t] + ROW (w, DEPRECIATION)[t]);
  Lanes repayments = none, balances = none, any_repaying = none;

  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];
      const Mask repaying = lanes_at_most (w->phases[cell->phase].completion, now);
      const Lanes repaid = principal (w, cell, repaying, &left);

      any_repaying = lanes_select (mask_and (repaying, lanes_less (none, cell->balance)), lanes_all (1), any_repaying);
      cell->balance = cell->balance + cell->draw + cell->capitalised - repaid;
      repayments += repaid;
      balances += cell->balance;
      if (w->batch->needs.phases)
        keep_loan (w, cell, repaid, t);
    }
  ROW (w, LOAN_REPAYMENT)[t] = repayments;
  ROW (w, LOAN_BALANCE)[t] = balances;
  OTHER_ROW (w, REPAYING)[t] = any_repaying;
}
