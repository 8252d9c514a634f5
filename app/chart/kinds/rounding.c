/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/kinds/rounding.h"

#include <math.h>

static int
compare_remainders (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *remainders = data;
  double left = remainders[*(const guint *) a], right = remainders[*(const guint *) b];

  return left > right ? -1 : left < right;
}

void
outlay_round_together (double *values, guint n, double total, double unit)
{
  g_autofree double *remainders = g_new (double, n + 1);
  g_autofree guint *order = g_new (guint, n + 1);
  double missing = round (total / unit);

  for (guint i = 0; i < n; i++)
    {
      double exact = values[i] / unit, below = floor (exact);

      remainders[i] = exact - below;
      order[i] = i;
      missing -= below;
      values[i] = below * unit;
    }
  g_sort_array (order, n, sizeof *order, compare_remainders, remainders);
  for (guint i = 0; i < n && missing > 0; i++, missing--)
    values[order[i]] += unit;
}
