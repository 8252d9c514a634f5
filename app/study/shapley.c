/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/shapley.h"

#include <math.h>
#include <string.h>

/* The fewest pairs of orders from which a spread can be told. */
#define LEAST_PAIRS 2

/* Neumaier's sum: as good as one in twice the digits, so that the order in which 4096 terms come does not show. */
typedef struct
{
  double sum;
  double rest;
} Sum;

static void
sum_add (Sum *sum, double term)
{
  double total = sum->sum + term;

  sum->rest += fabs (sum->sum) >= fabs (term) ? (sum->sum - total) + term : (term - total) + sum->sum;
  sum->sum = total;
}

static double
sum_total (const Sum *sum)
{
  return sum->sum + sum->rest;
}

/* --- exact --- */

/* weights[s] = s! (n − 1 − s)! / n!: the share of orders in which just these s players have come before a given one. */
static void
weigh (guint n, double *weights)
{
  weights[0] = 1.0 / n;
  for (guint s = 1; s < n; s++)
    weights[s] = weights[s - 1] * s / (n - s);
}

static double
exact_value (const double *worths, guint n, guint player, const double *weights)
{
  const OutlayCoalition joins = 1ull << player;
  Sum sum = { 0, 0 };

  for (OutlayCoalition before = 0; before < 1ull << n; before++)
    if ((before & joins) == 0)
      sum_add (&sum, weights[__builtin_popcountll (before)] * (worths[before | joins] - worths[before]));
  return sum_total (&sum);
}

/**
 * outlay_shapley_exact:
 * @game: a game of 1 to OUTLAY_PLAYERS_EXACT_MOST players
 * @values: (out caller-allocates) (array): the value of each player
 * @error: what the game's function says
 *
 * Shapley (1953): φ_i = Σ_S |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)) over all coalitions S without i. A player who never changes anything has exactly 0.
 *
 * Returns: whether every coalition has a worth
 */
gboolean
outlay_shapley_exact (const OutlayGame *game, double *values, GError **error)
{
  guint n = game->n_players, n_coalitions = 1u << n;
  g_autofree OutlayCoalition *coalitions = g_new (OutlayCoalition, n_coalitions);
  g_autofree double *worths = g_new (double, n_coalitions), *weights = g_new (double, n);

  g_return_val_if_fail (n >= 1 && n <= OUTLAY_PLAYERS_EXACT_MOST, FALSE);
  for (guint i = 0; i < n_coalitions; i++)
    coalitions[i] = i;
  if (!game->worth (coalitions, n_coalitions, worths, game->data, error))
    return FALSE;
  weigh (n, weights);
  for (guint player = 0; player < n; player++)
    values[player] = exact_value (worths, n, player, weights);
  return TRUE;
}

/* --- sampled --- */

/* Means and sums of squared deviations by Welford, of each player. */
typedef struct
{
  guint n;
  double *means;
  double *squares;
} Spread;

static void
spread_add (Spread *spread, guint player, double value)
{
  double deviation = value - spread->means[player];

  spread->means[player] += deviation / spread->n;
  spread->squares[player] += deviation * (value - spread->means[player]);
}

static void
shuffle (guint *order, guint n, GRand *rand)
{
  for (guint i = n - 1; i > 0; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1), held = order[i];

      order[i] = order[j];
      order[j] = held;
    }
}

/* The coalitions that grow along an order and along its reverse, without nobody and all. */
static void
grow (const guint *order, guint n, OutlayCoalition *coalitions)
{
  OutlayCoalition first = 0, last = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      coalitions[i] = first |= 1ull << order[i];
      coalitions[n - 1 + i] = last |= 1ull << order[n - 1 - i];
    }
}

static double
step_of (const double *worths, const double *ends, guint n, guint step)
{
  double after = step + 1 < n ? worths[step] : ends[1];

  return after - (step > 0 ? worths[step - 1] : ends[0]);
}

/* One pair: what a player adds in an order and in its reverse, where it is late if it was early. */
static void
take_pair (Spread *spread, const guint *order, const double *worths, const double *ends, guint n)
{
  spread->n++;
  for (guint i = 0; i < n; i++)
    spread_add (spread, order[i], (step_of (worths, ends, n, i) + step_of (worths + n - 1, ends, n, n - 1 - i)) / 2);
}

static guint
count_pairs (guint n_players, guint n_coalitions)
{
  return MAX (LEAST_PAIRS, n_coalitions / (2 * MAX (1, n_players - 1)));
}

guint
outlay_shapley_sample_size (guint n_players, guint n_coalitions)
{
  return 2 + count_pairs (n_players, n_coalitions) * 2 * (n_players - 1);
}

static gboolean
sample (const OutlayGame *game, guint n_pairs, GRand *rand, Spread *spread, GError **error)
{
  guint n = game->n_players;
  const OutlayCoalition nobody_and_all[] = { 0, outlay_coalition_of_all (n) };
  g_autofree OutlayCoalition *coalitions = g_new (OutlayCoalition, 2 * n);
  g_autofree double *worths = g_new (double, 2 * n);
  g_autofree guint *order = g_new (guint, n);
  double ends[2];

  if (!game->worth (nobody_and_all, 2, ends, game->data, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint pair = 0; pair < n_pairs; pair++)
    {
      shuffle (order, n, rand);
      grow (order, n, coalitions);
      if (!game->worth (coalitions, 2 * (n - 1), worths, game->data, error))
        return FALSE;
      take_pair (spread, order, worths, ends, n);
    }
  return TRUE;
}

/**
 * outlay_shapley_sampled:
 * @game: a game of 2 to OUTLAY_PLAYERS_MOST players
 * @n_coalitions: about how many coalitions may be asked for
 * @seed: the same one gives the same values
 * @values: (out caller-allocates) (array): the estimate for each player
 * @errors: (out caller-allocates) (array): its standard error
 * @error: what the game's function says
 *
 * Orders are drawn in pairs, one and its reverse: who gains by coming early in the one comes late in the other, and most of the chance cancels. The pairs are
 * independent, so the spread of their means gives the standard error.
 *
 * Returns: whether every coalition that was asked for has a worth
 */
gboolean
outlay_shapley_sampled (const OutlayGame *game, guint n_coalitions, guint64 seed, double *values, double *errors, GError **error)
{
  guint n = game->n_players, n_pairs = count_pairs (n, n_coalitions);
  const guint32 seeds[] = { (guint32) seed, (guint32) (seed >> 32) };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  Spread spread = { 0, values, errors };

  g_return_val_if_fail (n >= 2 && n <= OUTLAY_PLAYERS_MOST, FALSE);
  memset (values, 0, n * sizeof *values);
  memset (errors, 0, n * sizeof *errors);
  if (!sample (game, n_pairs, rand, &spread, error))
    return FALSE;
  for (guint player = 0; player < n; player++)
    errors[player] = sqrt (errors[player] / (n_pairs - 1.0) / n_pairs);
  return TRUE;
}

/* --- what rounding leaves --- */

static double
rest_of (double from, double to, const double *values, guint n)
{
  Sum sum = { to, 0 };

  sum_add (&sum, -from);
  for (guint i = 0; i < n; i++)
    sum_add (&sum, -values[i]);
  return sum_total (&sum);
}

/* The largest value below a bound; n where there is none but 0. */
static guint
find_largest (const double *values, guint n, double below)
{
  guint largest = n;

  for (guint i = 0; i < n; i++)
    if (values[i] != 0 && fabs (values[i]) < below && (largest == n || fabs (values[i]) > fabs (values[largest])))
      largest = i;
  return largest;
}

/**
 * outlay_shapley_settle:
 * @from: the worth of nobody
 * @to: the worth of all
 * @values: (inout) (array length=n_players): values that add up to @to − @from but for rounding
 * @n_players: how many
 *
 * Makes the values add up: the sum of @from and all values, taken exactly and rounded once, is @to. The largest value takes up what is left, by which it
 * changes in its last digits at most; what its last digit cannot say goes to the next smaller one, and so on. A value of 0 stays 0. Where every value is
 * larger than @to no doubles may add up to its last bit: half of the last bit of the smallest value is then the most that is missing.
 */
void
outlay_shapley_settle (double from, double to, double *values, guint n_players)
{
  double below = INFINITY, rest;
  guint largest;

  /* The exact sum is to − rest. */
  while ((rest = rest_of (from, to, values, n_players)), to - rest != to && (largest = find_largest (values, n_players, below)) < n_players)
    {
      below = fabs (values[largest]);
      values[largest] += rest;
    }
}
