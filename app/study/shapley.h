/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Which players have joined: bit i is player i. */
typedef guint64 OutlayCoalition;

#define OUTLAY_PLAYERS_MOST 64
/* The sampling below is not used for fewer players than the exact sum can take, and the sum not for more. */
#define OUTLAY_PLAYERS_EXACT_MOST 16

/* The worth of each of n coalitions; FALSE with an error ends the reckoning. */
typedef gboolean (*OutlayWorthFunc) (const OutlayCoalition *coalitions, guint n, double *worths, gpointer data, GError **error);

/**
 * OutlayGame:
 *
 * A cooperative game: up to 64 players, and what every coalition of them is worth.
 */
typedef struct
{
  guint n_players;
  OutlayWorthFunc worth;
  gpointer data;
} OutlayGame;

static inline OutlayCoalition
outlay_coalition_of_all (guint n_players)
{
  return n_players < 64 ? (1ull << n_players) - 1 : G_MAXUINT64;
}

/* Shapley values: what each player adds on average over all orders of joining. Every coalition is asked for once. */
gboolean outlay_shapley_exact (const OutlayGame *game, double *values, GError **error);
/* Their estimates from orders drawn at random, and the standard errors of these. About so many coalitions are asked for, at least those of two pairs. */
gboolean outlay_shapley_sampled (const OutlayGame *game, guint n_coalitions, guint64 seed, double *values, double *errors, GError **error);
/* The coalitions that the sampled values take. */
guint outlay_shapley_sample_size (guint n_players, guint n_coalitions);
/* Gives what rounding has left of to − from − Σ values to the values. */
void outlay_shapley_settle (double from, double to, double *values, guint n_players);
