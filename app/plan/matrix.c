/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <math.h>

#include "plan/check.h"

/* The numbers as a graph, neighbours in one row; groups are those that hang together. */
typedef struct
{
  const OutlayPair *pairs;
  guint n_pairs;
  guint n;
  guint *first;     /* n + 1: where the neighbours of each begin */
  guint *neighbour; /* the pair that leads there, of 2 · n_pairs */
  guint *place;     /* of each in its group; G_MAXUINT where it was not reached yet */
} Graph;

static void
graph_init (Graph *graph, const OutlayPair *pairs, guint n_pairs, guint n)
{
  g_autofree guint *filled = g_new0 (guint, n);

  *graph = (Graph) { pairs, n_pairs, n, g_new0 (guint, n + 1), g_new (guint, 2 * (gsize) n_pairs), g_new (guint, n) };
  for (guint i = 0; i < n_pairs; i++)
    {
      graph->first[pairs[i].first + 1]++;
      graph->first[pairs[i].second + 1]++;
    }
  for (guint i = 0; i < n; i++)
    {
      graph->first[i + 1] += graph->first[i];
      graph->place[i] = G_MAXUINT;
    }
  for (guint i = 0; i < n_pairs; i++)
    {
      guint a = pairs[i].first, b = pairs[i].second;

      graph->neighbour[graph->first[a] + filled[a]++] = i;
      graph->neighbour[graph->first[b] + filled[b]++] = i;
    }
}

static void
graph_clear (Graph *graph)
{
  g_free (graph->first);
  g_free (graph->neighbour);
  g_free (graph->place);
}

/* Those that hang together with start, nearest first: so each row of their matrix begins not far before its diagonal. */
static GArray *
gather (Graph *graph, guint start)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

  graph->place[start] = 0;
  g_array_append_val (group, start);
  for (guint i = 0; i < group->len; i++)
    {
      guint at = g_array_index (group, guint, i);

      for (guint k = graph->first[at]; k < graph->first[at + 1]; k++)
        {
          const OutlayPair *pair = &graph->pairs[graph->neighbour[k]];
          guint other = pair->first == at ? pair->second : pair->first;

          if (graph->place[other] != G_MAXUINT)
            continue;
          graph->place[other] = group->len;
          g_array_append_val (group, other);
        }
    }
  return group;
}

/* The lower triangle of the group's matrix, and where each row begins. */
static double *
fill_matrix (Graph *graph, const GArray *group, guint *begin, guint *last_pair)
{
  guint m = group->len;
  double *matrix = g_new0 (double, (gsize) m * m);

  for (guint i = 0; i < m; i++)
    {
      guint at = g_array_index (group, guint, i);

      matrix[i * m + i] = 1;
      begin[i] = i;
      for (guint k = graph->first[at]; k < graph->first[at + 1]; k++)
        {
          const OutlayPair *pair = &graph->pairs[graph->neighbour[k]];
          guint j = graph->place[pair->first == at ? pair->second : pair->first];

          *last_pair = MAX (*last_pair, graph->neighbour[k]);
          if (j >= i)
            continue;
          matrix[i * m + j] = pair->value;
          begin[i] = MIN (begin[i], j);
        }
    }
  return matrix;
}

/* Cholesky's factorisation, row by row from where each begins: left of that the factor is 0 as well. A pivot that is lost in rounding is none. */
static gboolean
factorise (double *matrix, const guint *begin, guint m)
{
  for (guint i = 0; i < m; i++)
    {
      double *row = matrix + (gsize) i * m;

      for (guint j = begin[i]; j <= i; j++)
        {
          const double *other = matrix + (gsize) j * m;
          double sum = row[j];

          for (guint k = MAX (begin[i], begin[j]); k < j; k++)
            sum -= row[k] * other[k];
          if (j < i)
            row[j] = sum / other[j];
          else if (sum <= m * DBL_EPSILON)
            return FALSE;
          else
            row[i] = sqrt (sum);
        }
    }
  return TRUE;
}

static gboolean
is_group_definite (Graph *graph, const GArray *group, guint *last_pair)
{
  g_autofree guint *begin = g_new (guint, group->len);
  g_autofree double *matrix = fill_matrix (graph, group, begin, last_pair);

  return factorise (matrix, begin, group->len);
}

gboolean
outlay_matrix_is_definite (const OutlayPair *pairs, guint n_pairs, guint n, guint *failing, gboolean *too_many)
{
  Graph graph;
  gboolean definite = TRUE;

  graph_init (&graph, pairs, n_pairs, n);
  for (guint i = 0; i < n && definite; i++)
    if (graph.place[i] == G_MAXUINT)
      {
        g_autoptr (GArray) group = gather (&graph, i);

        *failing = 0;
        *too_many = group->len > OUTLAY_MOST_CORRELATED;
        if (*too_many)
          *failing = graph.neighbour[graph.first[i]];
        definite = !*too_many && is_group_definite (&graph, group, failing);
      }
  graph_clear (&graph);
  return definite;
}
