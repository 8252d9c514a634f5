/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlaySplit:
 *
 * The division of the investment: a matrix of initiatives × phases of money, with locks, and what happens to the rest when one part of it is moved.
 * Knows nothing of plans; the window lays its outcome into one.
 *
 * With keep_total the unlocked rest gives way in proportion to what it holds (evenly where it holds nothing); what cannot give way limits the move:
 * every operation returns what was reached. Where there was no money, or there is but one cell, there is no total to keep. Cells
 * never fall below 0, and locked cells never change.
 *
 * A sum is the double nearest to the exact sum of its cells. Where the total is kept, that double is the same before and after; only where
 * a move empties every cell that could take the rounding it may be the next one, for an emptied cell is empty. An amount within the bounds is reached to the
 * last digit where amounts are whole (below 2⁵³); of others, the total's last digit goes first.
 */
typedef struct _OutlaySplit OutlaySplit;

/* cells: n_initiatives × n_phases amounts, finite and ≥ 0, initiative by initiative; copied. */
OutlaySplit *outlay_split_new (guint n_initiatives, guint n_phases, const double *cells);
void outlay_split_free (OutlaySplit *split);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySplit, outlay_split_free)

guint outlay_split_n_initiatives (OutlaySplit *split);
guint outlay_split_n_phases (OutlaySplit *split);
const double *outlay_split_cells (OutlaySplit *split); /* initiative by initiative */
/* Lays other amounts in, locked or not. A drag begins each of its movements from the cells it started with, so that its way leaves no trace. */
void outlay_split_set_cells (OutlaySplit *split, const double *cells);

void outlay_split_set_keep_total (OutlaySplit *split, gboolean keep_total);
gboolean outlay_split_get_keep_total (OutlaySplit *split);
/* −1 for all: (i, −1) locks a row, (−1, p) a column. */
void outlay_split_set_locked (OutlaySplit *split, int initiative, int phase, gboolean locked);
gboolean outlay_split_is_locked (OutlaySplit *split, guint initiative, guint phase);
/* Whether every cell of a row (i, −1), a column (−1, p) or the plan (−1, −1) is locked. */
gboolean outlay_split_all_locked (OutlaySplit *split, int initiative, int phase);

double outlay_split_sum (OutlaySplit *split, int initiative, int phase); /* −1: over all */
/* Sets a cell, a row's sum (i, −1), a column's sum (−1, p) or the total (−1, −1); a sum's cells move in proportion. Setting the total is meant: keep_total does
 * not hold it back. An amount that is not finite moves nothing. Returns the sum that was reached. */
double outlay_split_set (OutlaySplit *split, int initiative, int phase, double amount);
/* The most and the least that set can reach there; most is infinite where nothing limits it. */
void outlay_split_bounds (OutlaySplit *split, int initiative, int phase, double *least, double *most);

/* Moves money between two neighbours in the split picture: from phase p to p + 1 (in each of them every unlocked initiative in proportion, so that the
 * initiatives' shares of a phase stay), or in phase p from initiative a to b. A negative amount moves the other way. The total is kept whatever keep_total
 * says. Returns what was moved. */
double outlay_split_move_between_phases (OutlaySplit *split, guint phase, double amount);
double outlay_split_move_between_initiatives (OutlaySplit *split, guint phase, guint a, guint b, double amount);
