/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/nearest.h"

#include <string.h>

/* Longer names are not worth a guess; ids have at most as many. */
#define LONGEST 64

/* A guess may differ in a third of the letters, in two at least, but never in all. */
static guint
most_slips (gsize length)
{
  return MIN (MAX (2, (guint) length / 3), (guint) length - 1);
}

/* The optimal string alignment distance: Levenshtein's with neighbours swapped as one slip. */
static guint
count_slips (const char *a, gsize n_a, const char *b, gsize n_b)
{
  guint rows[3][LONGEST + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];

  for (gsize j = 0; j <= n_b; j++)
    above[j] = j;
  for (gsize i = 1; i <= n_a; i++)
    {
      guint *oldest = before;

      row[0] = i;
      for (gsize j = 1; j <= n_b; j++)
        {
          row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            row[j] = MIN (row[j], before[j - 2] + 1);
        }
      before = above;
      above = row;
      row = oldest;
    }
  return above[n_b];
}

/**
 * outlay_nearest_consider:
 * @nearest: what is known so far
 * @known: a known name; must live as long as @nearest is used
 *
 * Keeps @known where it is nearer to the name than all before it.
 */
void
outlay_nearest_consider (OutlayNearest *nearest, const char *known)
{
  gsize n_name = strlen (nearest->name), n_known = strlen (known);
  guint slips;

  if (n_name < 1 || n_name > LONGEST || n_known > LONGEST || MAX (n_name, n_known) - MIN (n_name, n_known) > most_slips (n_name))
    return;
  slips = count_slips (nearest->name, n_name, known, n_known);
  if (slips < nearest->slips && slips <= most_slips (n_name))
    {
      nearest->slips = slips;
      nearest->best = known;
    }
}

/**
 * outlay_nearest_of:
 * @name: an unknown name
 * @known: (array zero-terminated=1): the known ones
 *
 * Returns: (nullable) (transfer none): the known name that comes nearest, or %NULL where none comes near
 */
const char *
outlay_nearest_of (const char *name, const char *const *known)
{
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (name);

  for (; *known != NULL; known++)
    outlay_nearest_consider (&nearest, *known);
  return nearest.best;
}
