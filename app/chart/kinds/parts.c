/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/parts.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  guint item;
  double weight;
} Candidate;

static int
compare_weights (const Candidate *left, const Candidate *right)
{
  if (left->weight != right->weight)
    return left->weight > right->weight ? -1 : 1;
  return left->item < right->item ? -1 : left->item > right->item;
}

/* A null counts as nothing. */
static inline double
known (double value)
{
  return isnan (value) ? 0 : value;
}

/* Several years side by side: a plan may have ten thousand rows, and what the sum of one waits for is the time of a drag. */
static double
weigh (const double *row, guint n_points)
{
  double sums[4] = { 0 };
  guint t = 0;

  if (row == NULL)
    return 0;
  for (; t + 4 <= n_points; t += 4)
    for (guint k = 0; k < 4; k++)
      sums[k] += fabs (known (row[t + k]));
  for (; t < n_points; t++)
    sums[0] += fabs (known (row[t]));
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* Keeps the most weighty candidates, the weightiest first. */
static void
consider (Candidate *chosen, guint *n_chosen, guint most, Candidate candidate)
{
  guint place = *n_chosen;

  if (place == most && (most == 0 || compare_weights (&candidate, &chosen[most - 1]) > 0))
    return;
  for (place = MIN (place, most - 1); place > 0 && compare_weights (&candidate, &chosen[place - 1]) < 0; place--)
    chosen[place] = chosen[place - 1];
  chosen[place] = candidate;
  *n_chosen = MIN (*n_chosen + 1, most);
}

/* For each item whether it is shown by itself. */
static gboolean *
choose (guint n_items, guint n_points, guint most, const double *const *rows)
{
  gboolean *shown = g_new0 (gboolean, MAX (n_items, 1));
  const guint n_shown = n_items <= most ? n_items : most - 1;
  g_autofree Candidate *chosen = g_new (Candidate, MAX (n_shown, 1));
  guint n_chosen = 0;

  for (guint i = 0; i < n_items; i++)
    consider (chosen, &n_chosen, n_shown, (Candidate) { i, n_items <= most ? 0 : weigh (rows[i], n_points) });
  for (guint c = 0; c < n_chosen; c++)
    shown[chosen[c].item] = TRUE;
  return shown;
}

static void
add_row (double *restrict sum, const double *restrict row, guint n_points)
{
  for (guint t = 0; row != NULL && t < n_points; t++)
    sum[t] += known (row[t]);
}

void
outlay_parts_init (OutlayParts *parts, guint n_items, guint n_points, guint most, OutlayRowFunc row, gpointer data)
{
  g_autofree const double **rows = g_new (const double *, MAX (n_items, 1));
  g_autofree gboolean *shown = NULL;

  for (guint i = 0; i < n_items; i++)
    rows[i] = row (i, data);
  shown = choose (n_items, n_points, most, rows);
  *parts = (OutlayParts) { .n_points = n_points, .n = MIN (n_items, most), .n_others = n_items > most ? n_items - most + 1 : 0 };
  parts->values = g_new0 (double, MAX (parts->n * n_points, 1));
  parts->items = g_new (int, MAX (parts->n, 1));
  for (guint i = 0, next = 0; i < n_items; i++)
    {
      guint part = shown[i] ? next++ : parts->n - 1;

      parts->items[part] = shown[i] ? (int) i : -1;
      add_row (parts->values + part * n_points, rows[i], n_points);
    }
}

void
outlay_parts_clear (OutlayParts *parts)
{
  g_clear_pointer (&parts->values, g_free);
  g_clear_pointer (&parts->items, g_free);
}

char *
outlay_parts_others_name (const OutlayParts *parts)
{
  return g_strdup_printf (ngettext ("%u other", "%u others", parts->n_others), parts->n_others);
}
