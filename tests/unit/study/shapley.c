/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <math.h>
#include <string.h>

#include "study/shapley.h"

#define GAMES 200
#define MOST 7

/* A game by its table. */
typedef struct
{
  guint n;
  double worths[1 << 13];
  guint n_asked;
} Table;

static gboolean
look_up (const OutlayCoalition *coalitions, guint n, double *worths, gpointer data, GError **error)
{
  Table *table = data;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (coalitions[i], <, 1u << table->n);
      worths[i] = table->worths[coalitions[i]];
    }
  table->n_asked += n;
  return TRUE;
}

static void
table_random (Table *table, guint n, GRand *rand)
{
  double size = pow (10, g_rand_double_range (rand, -3, 10));

  table->n = n;
  table->n_asked = 0;
  for (guint i = 0; i < 1u << n; i++)
    table->worths[i] = size * g_rand_double_range (rand, -1, 1);
}

static double
last (const Table *table)
{
  return table->worths[(1u << table->n) - 1];
}

static void
exact (Table *table, double *values)
{
  const OutlayGame game = { table->n, look_up, table };

  g_assert_true (outlay_shapley_exact (&game, values, NULL));
}

static double
size_of (const Table *table)
{
  double size = 0;

  for (guint i = 0; i < 1u << table->n; i++)
    size = fmax (size, fabs (table->worths[i]));
  return size;
}

static void
assert_near (const Table *table, double found, double expected)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-12 * size_of (table));
}

/* Every order of joining, one after the other. */
static void
walk_orders (const Table *table, guint joined, guint n_joined, double *sums, guint *n_orders)
{
  if (n_joined == table->n)
    {
      (*n_orders)++;
      return;
    }
  for (guint player = 0; player < table->n; player++)
    if ((joined >> player & 1) == 0)
      {
        guint before = *n_orders;

        walk_orders (table, joined | 1u << player, n_joined + 1, sums, n_orders);
        sums[player] += (*n_orders - before) * (table->worths[joined | 1u << player] - table->worths[joined]);
      }
}

static void
test_all_orders (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  Table table;

  for (guint g = 0; g < GAMES; g++)
    {
      double values[MOST], sums[MOST] = { 0 };
      guint n_orders = 0;

      table_random (&table, (guint) g_rand_int_range (rand, 1, MOST + 1), rand);
      exact (&table, values);
      g_assert_cmpuint (table.n_asked, ==, 1u << table.n);
      walk_orders (&table, 0, 0, sums, &n_orders);
      for (guint player = 0; player < table.n; player++)
        assert_near (&table, values[player], sums[player] / n_orders);
    }
}

/* Shewchuk's exact sum: parts that do not overlap. */
static double
exact_rest (double from, double to, const double *values, guint n)
{
  double parts[80] = { 0 };
  guint n_parts = 0;

  for (guint i = 0; i < n + 2; i++)
    {
      double term = i < n ? values[i] : i == n ? from : -to;
      guint kept = 0;

      for (guint p = 0; p < n_parts; p++)
        {
          double part = parts[p], high = term + part, low = fabs (term) < fabs (part) ? term - (high - part) : part - (high - term);

          if (low != 0)
            parts[kept++] = low;
          term = high;
        }
      parts[kept++] = term;
      n_parts = kept;
    }
  for (guint p = 1; p < n_parts; p++)
    parts[0] += parts[p];
  return parts[0];
}

/* Exactly; or where all values are larger than the end, to the last digit of the smallest. */
static void
assert_adds_up (double from, double to, const double *values, guint n)
{
  double rest = exact_rest (from, to, values, n), least = INFINITY;

  for (guint i = 0; i < n; i++)
    if (values[i] != 0)
      least = fmin (least, fabs (values[i]));
  if (least <= fabs (to))
    g_assert_cmpfloat (to + rest, ==, to);
  else
    g_assert_cmpfloat (fabs (rest), <=, (nextafter (least, INFINITY) - least) / 2);
}

static void
test_adds_up (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);
  Table table;
  guint off = 0;

  for (guint g = 0; g < GAMES; g++)
    {
      double values[MOST], before[MOST];

      table_random (&table, (guint) g_rand_int_range (rand, 2, MOST + 1), rand);
      exact (&table, values);
      memcpy (before, values, sizeof values);
      off += last (&table) + exact_rest (table.worths[0], last (&table), values, table.n) != last (&table);
      outlay_shapley_settle (table.worths[0], last (&table), values, table.n);
      assert_adds_up (table.worths[0], last (&table), values, table.n);
      for (guint player = 0; player < table.n; player++)
        assert_near (&table, values[player], before[player]);
    }
  /* There was something to settle. */
  g_assert_cmpuint (off, >, GAMES / 20);
}

/* Ends of very different size, and values that cancel. */
static void
test_settles_sizes (void)
{
  double far[] = { 1e9 / 3, -1e9 / 7, 0, 1e-3 };
  double crossing[] = { -1e9 + 0.1, 1.0 / 3 };

  outlay_shapley_settle (1.1e9, 1.1e9 + (far[0] + far[1] + far[3]), far, 4);
  assert_adds_up (1.1e9, 1.1e9 + (1e9 / 3 - 1e9 / 7 + 1e-3), far, 4);
  g_assert_cmpfloat (far[2], ==, 0);
  outlay_shapley_settle (1e9, 0.433, crossing, 2);
  assert_adds_up (1e9, 0.433, crossing, 2);
}

static void
test_null_players (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  Table table;

  for (guint g = 0; g < GAMES; g++)
    {
      double values[MOST];
      guint idle;

      table_random (&table, (guint) g_rand_int_range (rand, 2, MOST + 1), rand);
      idle = (guint) g_rand_int_range (rand, 0, (gint32) table.n);
      for (guint i = 0; i < 1u << table.n; i++)
        table.worths[i] = table.worths[i & ~(1u << idle)];
      exact (&table, values);
      outlay_shapley_settle (table.worths[0], last (&table), values, table.n);
      g_assert_cmpfloat (values[idle], ==, 0);
    }
}

static guint
swap_first_two (guint coalition)
{
  return (coalition & ~3u) | (coalition & 1) << 1 | (coalition >> 1 & 1);
}

static void
test_symmetry (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  Table table;

  for (guint g = 0; g < GAMES; g++)
    {
      double values[MOST];

      table_random (&table, (guint) g_rand_int_range (rand, 2, MOST + 1), rand);
      for (guint i = 0; i < 1u << table.n; i++)
        table.worths[i] = table.worths[MIN (i, swap_first_two (i))];
      exact (&table, values);
      assert_near (&table, values[0], values[1]);
    }
}

static void
test_way_back (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  Table table, back;

  for (guint g = 0; g < GAMES; g++)
    {
      double values[MOST], negated[MOST];

      table_random (&table, (guint) g_rand_int_range (rand, 1, MOST + 1), rand);
      back = table;
      for (guint i = 0; i < 1u << table.n; i++)
        back.worths[i] = table.worths[((1u << table.n) - 1) ^ i];
      exact (&table, values);
      exact (&back, negated);
      for (guint player = 0; player < table.n; player++)
        assert_near (&table, negated[player], -values[player]);
    }
}

static void
test_sampled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  Table table;
  guint far = 0, n = 0;

  for (guint g = 0; g < 40; g++)
    {
      double values[13], sampled[13], again[13], errors[13], sum = 0;

      table_random (&table, (guint) g_rand_int_range (rand, 4, 13), rand);
      exact (&table, values);
      table.n_asked = 0;
      g_assert_true (outlay_shapley_sampled (&(OutlayGame) { table.n, look_up, &table }, 2000, g, sampled, errors, NULL));
      g_assert_cmpuint (table.n_asked, ==, outlay_shapley_sample_size (table.n, 2000));
      g_assert_cmpuint (table.n_asked, <=, 2002);
      for (guint player = 0; player < table.n; player++)
        {
          g_assert_cmpfloat (errors[player], >, 0);
          g_assert_cmpfloat (fabs (sampled[player] - values[player]), <, 5 * errors[player]);
          far += fabs (sampled[player] - values[player]) > 2 * errors[player];
          sum += sampled[player];
          n++;
        }
      assert_near (&table, sum, last (&table) - table.worths[0]);
      outlay_shapley_sampled (&(OutlayGame) { table.n, look_up, &table }, 2000, g, again, errors, NULL);
      g_assert_cmpmem (sampled, table.n * sizeof *sampled, again, table.n * sizeof *again);
    }
  /* Standard errors that mean what they say: about one in twenty estimates lies further off than two of them. */
  g_assert_cmpuint (far, <, n / 10);
  g_assert_cmpuint (far, >, n / 100);
}

/* Who adds the same in every order is known from the first on. */
static void
test_sampled_sum (void)
{
  Table table = { .n = 5 };
  double values[5], errors[5];

  for (guint i = 0; i < 1u << table.n; i++)
    for (guint player = 0; player < table.n; player++)
      table.worths[i] += (i >> player & 1) * (player + 1) * 1024.0;
  g_assert_true (outlay_shapley_sampled (&(OutlayGame) { table.n, look_up, &table }, 100, 1, values, errors, NULL));
  for (guint player = 0; player < table.n; player++)
    {
      g_assert_cmpfloat (values[player], ==, (player + 1) * 1024.0);
      g_assert_cmpfloat (errors[player], ==, 0);
    }
}

static gboolean
fail (const OutlayCoalition *coalitions, guint n, double *worths, gpointer data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "no");
  return FALSE;
}

static void
test_failure (void)
{
  const OutlayGame game = { 3, fail, NULL };
  g_autoptr (GError) error = NULL;
  double values[3], errors[3];

  g_assert_false (outlay_shapley_exact (&game, values, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (outlay_shapley_sampled (&game, 100, 1, values, errors, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shapley/all-orders", test_all_orders);
  g_test_add_func ("/shapley/adds-up", test_adds_up);
  g_test_add_func ("/shapley/settles-sizes", test_settles_sizes);
  g_test_add_func ("/shapley/null-players", test_null_players);
  g_test_add_func ("/shapley/symmetry", test_symmetry);
  g_test_add_func ("/shapley/way-back", test_way_back);
  g_test_add_func ("/shapley/sampled", test_sampled);
  g_test_add_func ("/shapley/sampled-sum", test_sampled_sum);
  g_test_add_func ("/shapley/failure", test_failure);
  return g_test_run ();
}
