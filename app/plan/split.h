/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlaySplit:
 *
 * The division of the investment: a matrix of initiatives × phases of money, with locks, and what happens to the rest when one part of it is moved. Knows
 * nothing of plans; the window lays its outcome into one.
 *
 * With keep_total the unlocked rest gives way in proportion to what it holds (evenly where it holds nothing); what cannot give way limits the move:
 * every operation returns what was reached. Cells never fall below 0. The sum is kept to the last digit.
 */
typedef struct _OutlaySplit OutlaySplit;

OutlaySplit *outlay_split_new (guint n_initiatives, guint n_phases, const double *cells);
void outlay_split_free (OutlaySplit *split);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySplit, outlay_split_free)

const double *outlay_split_cells (OutlaySplit *split); /* initiative by initiative */
void outlay_split_set_keep_total (OutlaySplit *split, gboolean keep_total);
/* −1 for all: (i, −1) locks a row, (−1, p) a column. */
void outlay_split_set_locked (OutlaySplit *split, int initiative, int phase, gboolean locked);
gboolean outlay_split_is_locked (OutlaySplit *split, guint initiative, guint phase);

double outlay_split_sum (OutlaySplit *split, int initiative, int phase); /* −1: over all */
/* Sets a cell, a row's sum (i, −1), a column's sum (−1, p) or the total (−1, −1); a sum's cells move in proportion. */
double outlay_split_set (OutlaySplit *split, int initiative, int phase, double amount);
/* The most and the least that set can reach there. */
void outlay_split_bounds (OutlaySplit *split, int initiative, int phase, double *least, double *most);
/* Moves money between two neighbours in the split picture: between phases p and p + 1 (every initiative in proportion), or in phase p between
 * initiatives a and b. The total is kept whatever keep_total says. Returns what was moved. */
double outlay_split_move_between_phases (OutlaySplit *split, guint phase, double amount);
double outlay_split_move_between_initiatives (OutlaySplit *split, guint phase, guint a, guint b, double amount);
