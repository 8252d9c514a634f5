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
  LoanTerms *loan = w->loan;

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

      cell->debt = w->loan->debt_share * cell->investment;
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
  const Lanes rate = w->loan->interest_rate, none = lanes_all (0);
  Lanes draws = none, capitalised = none, expensed = none;
  Lanes *y = w->scope.years[t];

  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];
      const Lanes building = cell->phase->years[t].building;
      const Lanes draw = cell->debt * cell->phase->years[t].spending;

      cell->draw = cell->interest = cell->capitalised = cell->expensed = none;
      cell->borrows = !lanes_all_equal_to (cell->balance + draw, 0);
      if (!cell->borrows)
        continue;
      cell->draw = draw;
      cell->interest = rate * (cell->balance + draw / 2.0);
      cell->capitalised = building * cell->interest;
      cell->expensed = (1.0 - building) * cell->interest;
      cell->capitalised_so_far += cell->capitalised;
      draws += draw;
      capitalised += cell->capitalised;
      expensed += cell->expensed;
    }
  y[LOAN_DRAW] = draws;
  y[INTEREST_CAPITALISED] = capitalised;
  y[INTEREST] = expensed;
}

static Lanes
instalment (const Workspace *w, Cell *cell)
{
  const Mask first = lanes_equal (cell->repaying_years, lanes_all (1));

  if (mask_any (first))
    {
      const Lanes begin = lanes_select (w->loan->equal_instalment, cell->balance * w->loan->annuity,
                                        cell->balance / w->loan->repayment_years);

      cell->instalment = lanes_select (first, begin, cell->instalment);
    }
  return cell->instalment - lanes_where (w->loan->equal_instalment, cell->interest);
}

/* left: what earnings leave for the phases that follow */
static Lanes
principal (const Workspace *w, Cell *cell, Mask repaying, Lanes *left)
{
  Lanes due;

  cell->repaying_years += lanes_where (repaying, lanes_all (1));
  due = lanes_min (cell->balance, instalment (w, cell));
  due = lanes_select (lanes_equal (cell->repaying_years, w->loan->repayment_years), cell->balance, due);
  due = lanes_select (w->loan->from_earnings, lanes_min (cell->balance, *left), due);
  due = lanes_where (repaying, due);
  *left -= due;
  return due;
}

/* Repays what is due of one loan in year t, and closes its year. Once a loan is paid back there is nothing to reckon. */
static Lanes
repay (const Workspace *w, Cell *cell, guint t, Lanes *left, Lanes *repaying_now)
{
  const Mask repaying = lanes_at_most (cell->phase->completion, lanes_all (12.0 * t));
  const Mask owing = lanes_less (lanes_all (0), cell->balance);
  Lanes repaid;

  if (!cell->borrows)
    return lanes_all (0);
  repaid = principal (w, cell, repaying, left);
  *repaying_now = lanes_select (mask_and (repaying, owing), lanes_all (1), *repaying_now);
  cell->balance = cell->balance + cell->draw + cell->capitalised - repaid;
  return repaid;
}

static void
keep_loan (const Workspace *w, const Cell *cell, Lanes repaid, guint t)
{
  cell_row (w, cell, LOAN_DRAW)[t] = cell->draw;
  cell_row (w, cell, INTEREST_CAPITALISED)[t] = cell->capitalised;
  cell_row (w, cell, INTEREST)[t] = cell->expensed;
  cell_row (w, cell, LOAN_REPAYMENT)[t] = repaid;
  cell_row (w, cell, LOAN_BALANCE)[t] = cell->balance;
}

/* Principal of year t, once its profit is known. */
static void
loans_repay (Workspace *w, guint t)
{
  const Lanes none = lanes_all (0);
  Lanes *y = w->scope.years[t];
  Lanes left = lanes_positive (y[NET_PROFIT] + y[DEPRECIATION]);
  Lanes repayments = none, balances = none, repaying_now = none;

  for (guint k = 0; k < w->n_cells; k++)
    {
      Cell *cell = &w->cells[k];
      const Lanes repaid = repay (w, cell, t, &left, &repaying_now);

      repayments += repaid;
      balances += cell->balance;
      if (w->batch->needs.phases)
        keep_loan (w, cell, repaid, t);
    }
  y[LOAN_REPAYMENT] = repayments;
  y[LOAN_BALANCE] = balances;
  y[REPAYING] = repaying_now;
}
