/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "sample.h"
#include "support/reading.h"

#define MUTANTS 3000

/* What a slip of the hand or an editor puts into a file. */
static const char *const tokens[] = {
  "", "0", "-1", "1e999", "0.5", "null", "true", "\"\"", "\"x\"", "{}", "[]", ",", ":", "{", "}", "[", "]", "\"", "\\", "'", "//", "/*", "\n", "\t",
  "NaN", "\\ud800", "\\u0000", "\xff", "\xef\xbb\xbf", "\"2021-08\"", "\"initiatives.mining.name\"", "\"late\"", "\"id\"", "9007199254740993",
};

/* Replaces up to a few bytes by a token, another piece of the text, or other bytes. */
static void
mutate (GString *text, GRand *rand)
{
  gsize at = g_rand_int_range (rand, 0, text->len + 1), length = g_rand_int_range (rand, 0, 12);
  gsize from = g_rand_int_range (rand, 0, text->len + 1);

  if (g_rand_int_range (rand, 0, 3) > 0)
    g_string_erase (text, at, MIN (length, text->len - at));
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      g_string_insert (text, at, tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))]);
      break;
    case 1:
      {
        g_autofree char *piece = g_strndup (text->str + MIN (from, text->len), MIN (40, text->len - MIN (from, text->len)));

        g_string_insert (text, at, piece);
        break;
      }
    default:
      g_string_insert_c (text, at, (char) g_rand_int_range (rand, 0, 256));
    }
}

/* However a file is broken, there is a whole plan or none. */
static void
test_mutants (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *sample = sample_text (NULL);
  guint n_plans = 0;

  for (guint i = 0; i < MUTANTS; i++)
    {
      g_autoptr (GString) text = g_string_new (sample);
      guint n = g_rand_int_range (rand, 1, 5);

      for (guint k = 0; k < n; k++)
        mutate (text, rand);
      n_plans += test_reading (text->str, text->len);
    }
  /* Some edits harm nothing, such as another digit. */
  g_test_message ("%u of %u mutants are plans", n_plans, MUTANTS);
  g_assert_cmpuint (n_plans, >, 0);
  g_assert_cmpuint (n_plans, <, MUTANTS / 2);
}

/* A file that was not wholly written is never taken for one. */
static void
test_truncated (void)
{
  g_autofree char *sample = sample_text (NULL);
  gsize length = strlen (sample);

  for (gsize kept = 0; kept < length - 1; kept += 7)
    g_assert_false (test_reading (sample, kept));
  g_assert_true (test_reading (sample, length - 1));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/mutation/mutants", test_mutants);
  g_test_add_func ("/store/mutation/truncated", test_truncated);
  return g_test_run ();
}
