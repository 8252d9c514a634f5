/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "plan/split.h"

/* The announced split, in yuan: mining machinery, energy storage and the park, in two phases. */
static const double announced[] = { 1.8e9, 1.2e9, 1.2e9, 0.8e9, 0.12e9, 0.08e9 };

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * (1 + fabs (b)))

typedef struct
{
  guint initiatives;
  guint phases;
  gsize n_cells;
  double *cells; /* at the start */
  OutlaySplit *split;
} Case;

/* Amounts of many magnitudes, some of them 0, a third of them locked. */
static void
case_init (Case *c, gboolean whole)
{
  c->initiatives = g_test_rand_int_range (1, 6);
  c->phases = g_test_rand_int_range (1, 5);
  c->n_cells = c->initiatives * c->phases;
  c->cells = g_new (double, c->n_cells);
  for (gsize k = 0; k < c->n_cells; k++)
    {
      double amount = pow (10, g_test_rand_double_range (-3, 11));

      c->cells[k] = g_test_rand_int_range (0, 6) == 0 ? 0 : whole ? floor (amount) : amount;
    }
  c->split = outlay_split_new (c->initiatives, c->phases, c->cells);
  for (gsize k = 0; k < c->n_cells; k++)
    outlay_split_set_locked (c->split, k / c->phases, k % c->phases, g_test_rand_int_range (0, 3) == 0);
  outlay_split_set_keep_total (c->split, g_test_rand_bit ());
}

static void
case_clear (Case *c)
{
  g_clear_pointer (&c->split, outlay_split_free);
  g_clear_pointer (&c->cells, g_free);
}

static void
assert_sound (Case *c)
{
  const double *cells = outlay_split_cells (c->split);

  for (gsize k = 0; k < c->n_cells; k++)
    {
      g_assert_true (isfinite (cells[k]));
      g_assert_cmpfloat (cells[k], >=, 0);
      if (outlay_split_is_locked (c->split, k / c->phases, k % c->phases))
        g_assert_cmpfloat (cells[k], ==, c->cells[k]);
    }
}

/* To the last digit; at a bound, where cells are emptied, to the one beside it. */
static void
assert_kept (OutlaySplit *split, double total, gboolean within_bounds)
{
  double sum = outlay_split_sum (split, -1, -1);

  if (within_bounds)
    g_assert_cmpfloat (sum, ==, total);
  else
    g_assert_true (sum == total || sum == nextafter (total, INFINITY) || sum == nextafter (total, 0));
}

/* −1 or one of n. */
static int
any_or (guint n)
{
  return g_test_rand_int_range (-1, n);
}

static void
test_set_a_cell (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);
  const double *cells = outlay_split_cells (split);

  outlay_split_set_keep_total (split, TRUE);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, 2.2e9), ==, 2.2e9);
  g_assert_cmpfloat (cells[0], ==, 2.2e9);
  g_assert_cmpfloat (outlay_split_sum (split, -1, -1), ==, 5.2e9);
  /* The other 3.4 billion hold 3.0 now, each in proportion. */
  for (int k = 1; k < 6; k++)
    assert_near (cells[k], announced[k] * 3.0 / 3.4);

  outlay_split_set_keep_total (split, FALSE);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, 1e9), ==, 1e9);
  assert_near (outlay_split_sum (split, -1, -1), 4.0e9);
  assert_near (cells[1], 1.2e9 * 3.0 / 3.4);
}

static void
test_set_sums (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);
  const double *cells = outlay_split_cells (split);

  outlay_split_set_keep_total (split, TRUE);
  g_assert_cmpfloat (outlay_split_set (split, 0, -1, 2.5e9), ==, 2.5e9);
  assert_near (cells[0], 1.5e9);
  assert_near (cells[1], 1.0e9);
  assert_near (cells[2], 1.2e9 * 2.7 / 2.2);
  g_assert_cmpfloat (outlay_split_sum (split, -1, -1), ==, 5.2e9);

  outlay_split_set_cells (split, announced);
  g_assert_cmpfloat (outlay_split_set (split, -1, 1, 1.04e9), ==, 1.04e9);
  assert_near (cells[1], 0.6e9);
  assert_near (cells[0], 1.8e9 * 4.16 / 3.12);

  outlay_split_set_cells (split, announced);
  outlay_split_set_locked (split, 2, -1, TRUE);
  g_assert_cmpfloat (outlay_split_set (split, -1, -1, 6.2e9), ==, 6.2e9);
  g_assert_cmpfloat (cells[4], ==, 0.12e9);
  assert_near (cells[0], 1.8e9 * 6.0 / 5.0);
  g_assert_cmpfloat (outlay_split_set (split, -1, -1, 0), ==, 0.2e9);
  g_assert_cmpfloat (cells[0], ==, 0);
}

static void
test_rest_that_holds_nothing_takes_evenly (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (1, 3, (double[]) { 9, 0, 0 });

  outlay_split_set_keep_total (split, TRUE);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, 12), ==, 9);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, 5), ==, 5);
  g_assert_cmpfloat (outlay_split_cells (split)[1], ==, 2);
  g_assert_cmpfloat (outlay_split_cells (split)[2], ==, 2);
}

/* Whoever gives a plan its first money is not told that the total of nothing has to stay, nor who has one cell alone that it has to. */
static void
test_no_total_to_keep (void)
{
  g_autoptr (OutlaySplit) empty = outlay_split_new (2, 2, (double[]) { 0, 0, 0, 0 });
  g_autoptr (OutlaySplit) single = outlay_split_new (1, 1, (double[]) { 9 });
  double least, most;

  outlay_split_set_keep_total (empty, TRUE);
  outlay_split_bounds (empty, 0, 0, &least, &most);
  g_assert_true (isinf (most));
  g_assert_cmpfloat (outlay_split_set (empty, 0, 0, 5), ==, 5);
  g_assert_cmpfloat (outlay_split_set (empty, 0, 0, 7), ==, 7);
  g_assert_cmpfloat (outlay_split_sum (empty, -1, -1), ==, 7);
  outlay_split_set_keep_total (single, TRUE);
  g_assert_cmpfloat (outlay_split_set (single, 0, 0, 12), ==, 12);
}

static void
test_locks (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);

  outlay_split_set_locked (split, 1, -1, TRUE);
  outlay_split_set_locked (split, -1, 0, TRUE);
  g_assert_true (outlay_split_all_locked (split, 1, -1));
  g_assert_true (outlay_split_all_locked (split, -1, 0));
  g_assert_false (outlay_split_all_locked (split, 0, -1));
  g_assert_false (outlay_split_all_locked (split, -1, -1));
  g_assert_true (outlay_split_is_locked (split, 2, 0));
  g_assert_false (outlay_split_is_locked (split, 2, 1));
  outlay_split_set_locked (split, 1, 1, FALSE);
  g_assert_false (outlay_split_all_locked (split, 1, -1));
}

static void
test_all_locked_nothing_moves (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);

  outlay_split_set_locked (split, -1, -1, TRUE);
  for (int keep = 0; keep < 2; keep++)
    {
      outlay_split_set_keep_total (split, keep);
      for (int i = -1; i < 3; i++)
        for (int p = -1; p < 2; p++)
          {
            double least, most, sum = outlay_split_sum (split, i, p);

            outlay_split_bounds (split, i, p, &least, &most);
            g_assert_cmpfloat (least, ==, sum);
            g_assert_cmpfloat (most, ==, sum);
            g_assert_cmpfloat (outlay_split_set (split, i, p, 1e9), ==, sum);
          }
      g_assert_cmpfloat (outlay_split_move_between_phases (split, 0, 1e8), ==, 0);
      g_assert_cmpfloat (outlay_split_move_between_initiatives (split, 0, 0, 1, 1e8), ==, 0);
    }
  g_assert_cmpmem (outlay_split_cells (split), sizeof announced, announced, sizeof announced);
}

static void
test_nothing_but_amounts (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);

  g_assert_cmpfloat (outlay_split_set (split, 0, 0, NAN), ==, 1.8e9);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, INFINITY), ==, 1.8e9);
  g_assert_cmpfloat (outlay_split_move_between_phases (split, 0, NAN), ==, 0);
  g_assert_cmpfloat (outlay_split_move_between_initiatives (split, 0, 0, 1, -INFINITY), ==, 0);
  g_assert_cmpmem (outlay_split_cells (split), sizeof announced, announced, sizeof announced);
  g_assert_cmpfloat (outlay_split_set (split, 0, 0, -5), ==, 0);
}

static void
test_move_between_phases (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);
  const double *cells = outlay_split_cells (split);

  assert_near (outlay_split_move_between_phases (split, 0, 0.52e9), 0.52e9);
  assert_near (outlay_split_sum (split, -1, 0), 2.6e9);
  for (int i = 0; i < 3; i++)
    {
      assert_near (cells[2 * i], announced[2 * i] * 2.6 / 3.12);
      assert_near (cells[2 * i + 1], announced[2 * i + 1] * 2.6 / 2.08);
    }
  g_assert_cmpfloat (outlay_split_sum (split, -1, -1), ==, 5.2e9);
  /* No more than there is. */
  assert_near (outlay_split_move_between_phases (split, 0, -9e9), -2.6e9);
  g_assert_cmpfloat (cells[1], ==, 0);
}

static void
test_move_between_initiatives (void)
{
  g_autoptr (OutlaySplit) split = outlay_split_new (3, 2, announced);
  const double *cells = outlay_split_cells (split);

  assert_near (outlay_split_move_between_initiatives (split, 1, 0, 1, 0.3e9), 0.3e9);
  assert_near (cells[1], 0.9e9);
  assert_near (cells[3], 1.1e9);
  g_assert_cmpfloat (cells[0], ==, 1.8e9);
  g_assert_cmpfloat (cells[5], ==, 0.08e9);
  assert_near (outlay_split_move_between_initiatives (split, 1, 2, 1, 5e9), 0.08e9);
  assert_near (outlay_split_move_between_initiatives (split, 1, 2, 0, -5e9), -0.9e9);
  g_assert_cmpfloat (outlay_split_sum (split, -1, -1), ==, 5.2e9);
}

static void
test_any_set (void)
{
  for (int n = 0; n < 20000; n++)
    {
      Case c;
      double least, most, amount, reached, total;
      int i, p;

      case_init (&c, n % 2);
      i = any_or (c.initiatives);
      p = any_or (c.phases);
      total = outlay_split_sum (c.split, -1, -1);
      outlay_split_bounds (c.split, i, p, &least, &most);
      g_assert_cmpfloat (least, <=, outlay_split_sum (c.split, i, p));
      g_assert_cmpfloat (most, >=, outlay_split_sum (c.split, i, p));
      amount = n % 7 == 0 ? most : n % 7 == 1 ? least : total * g_test_rand_double_range (-0.2, 1.5);
      amount = n % 2 ? floor (amount) : amount;
      amount = isfinite (amount) ? amount : 1e12;

      reached = outlay_split_set (c.split, i, p, amount);
      assert_sound (&c);
      g_assert_cmpfloat (reached, ==, outlay_split_sum (c.split, i, p));
      g_assert_cmpfloat (fabs (reached - CLAMP (amount, least, most)), <=, 2 * DBL_EPSILON * total + 1e-9 * reached);
      if (amount > least && amount < most)
        g_assert_cmpfloat (fabs (reached - amount), <=, n % 2 ? 0 : 2 * DBL_EPSILON * total);
      if (outlay_split_get_keep_total (c.split) && (i >= 0 || p >= 0) && c.n_cells > 1 && total > 0)
        assert_kept (c.split, total, amount > least && amount < most);
      case_clear (&c);
    }
}

/* What moves, and what gives way, keeps its inner proportions. */
static void
test_any_set_is_proportional (void)
{
  for (int n = 0; n < 5000; n++)
    {
      Case c;
      const double *cells;
      double factors[2] = { NAN, NAN };
      int i;

      case_init (&c, FALSE);
      cells = outlay_split_cells (c.split);
      i = g_test_rand_int_range (0, c.initiatives);
      outlay_split_set (c.split, i, -1, outlay_split_sum (c.split, i, -1) * g_test_rand_double_range (0.5, 1.5));
      for (gsize k = 0; k < c.n_cells; k++)
        {
          double *factor = &factors[(int) (k / c.phases) == i];

          if (c.cells[k] < 1 || outlay_split_is_locked (c.split, k / c.phases, k % c.phases))
            continue;
          if (isnan (*factor))
            *factor = cells[k] / c.cells[k];
          g_assert_cmpfloat_with_epsilon (cells[k] / c.cells[k], *factor, 1e-3);
        }
      case_clear (&c);
    }
}

static void
test_there_and_back (void)
{
  for (int n = 0; n < 5000; n++)
    {
      Case c;
      double sum, least, most;
      int i, p;

      case_init (&c, FALSE);
      i = any_or (c.initiatives);
      p = any_or (c.phases);
      sum = outlay_split_sum (c.split, i, p);
      outlay_split_bounds (c.split, i, p, &least, &most);
      most = MIN (most, 2 * sum);
      if (sum > least && sum < most)
        {
          outlay_split_set (c.split, i, p, sum + (most - sum) * g_test_rand_double_range (0.1, 0.9));
          outlay_split_set (c.split, i, p, sum);
          for (gsize k = 0; k < c.n_cells; k++)
            g_assert_cmpfloat_with_epsilon (outlay_split_cells (c.split)[k], c.cells[k], 1e-13 * outlay_split_sum (c.split, -1, -1));
        }
      case_clear (&c);
    }
}

static void
test_any_move (void)
{
  for (int n = 0; n < 10000; n++)
    {
      Case c;
      double total, amount, moved;

      case_init (&c, FALSE);
      total = outlay_split_sum (c.split, -1, -1);
      amount = total * g_test_rand_double_range (-1, 1);
      if (n % 2 && c.phases > 1)
        moved = outlay_split_move_between_phases (c.split, g_test_rand_int_range (0, c.phases - 1), amount);
      else if (c.initiatives > 1)
        moved = outlay_split_move_between_initiatives (c.split, g_test_rand_int_range (0, c.phases), 0, c.initiatives - 1, amount);
      else
        moved = 0;
      assert_sound (&c);
      assert_kept (c.split, total, fabs (moved - amount) < 1e-9 * fabs (amount));
      g_assert_true (moved == 0 || (moved > 0) == (amount > 0));
      g_assert_cmpfloat (fabs (moved), <=, fabs (amount) * (1 + 1e-9) + 1e-4);
      case_clear (&c);
    }
}

/* A long way leaves the total where it was. */
static void
test_total_does_not_drift (void)
{
  g_autofree double *cells = g_new (double, 1000);
  g_autoptr (OutlaySplit) split = NULL;
  double total;

  for (int k = 0; k < 1000; k++)
    cells[k] = g_test_rand_double_range (1, 1e8);
  split = outlay_split_new (100, 10, cells);
  outlay_split_set_keep_total (split, TRUE);
  total = outlay_split_sum (split, -1, -1);
  for (int n = 0; n < 2000; n++)
    {
      outlay_split_set (split, any_or (100), any_or (9), g_test_rand_double_range (0, 1e9));
      if (outlay_split_sum (split, -1, -1) != total)
        total = outlay_split_set (split, -1, -1, total); /* only where the total itself was set */
    }
  g_assert_cmpfloat (outlay_split_sum (split, -1, -1), ==, total);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/split/set-a-cell", test_set_a_cell);
  g_test_add_func ("/split/set-sums", test_set_sums);
  g_test_add_func ("/split/rest-that-holds-nothing-takes-evenly", test_rest_that_holds_nothing_takes_evenly);
  g_test_add_func ("/split/no-total-to-keep", test_no_total_to_keep);
  g_test_add_func ("/split/locks", test_locks);
  g_test_add_func ("/split/all-locked-nothing-moves", test_all_locked_nothing_moves);
  g_test_add_func ("/split/nothing-but-amounts", test_nothing_but_amounts);
  g_test_add_func ("/split/move-between-phases", test_move_between_phases);
  g_test_add_func ("/split/move-between-initiatives", test_move_between_initiatives);
  g_test_add_func ("/split/any-set", test_any_set);
  g_test_add_func ("/split/any-set-is-proportional", test_any_set_is_proportional);
  g_test_add_func ("/split/there-and-back", test_there_and_back);
  g_test_add_func ("/split/any-move", test_any_move);
  g_test_add_func ("/split/total-does-not-drift", test_total_does_not_drift);
  return g_test_run ();
}
