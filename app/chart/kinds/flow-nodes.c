/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/kinds/flow-nodes.h"

/* Between nodes, in y; and from a node that is too low for its name to the next one, so that names have lines of their own. */
#define GAP 0.028
#define LEAST_PITCH 0.066
/* Of an interval that holds the scale. */
#define HALVINGS 48
/* A plan's own order is worth some crossings. */
#define CLEARLY_LESS 0.9

static guint *
copy_order (const guint *order, guint n)
{
  guint *copy = g_new (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    copy[i] = order != NULL ? order[i] : i;
  return copy;
}

static double
gap_after (double height)
{
  return MAX (GAP, LEAST_PITCH - height);
}

/* What is left free between the nodes of a column, but for the last one's. */
static double
add_gaps (const double *amounts, const guint *order, guint n, double scale)
{
  double gaps = 0, last = 0;

  for (guint i = 0; i < n; i++)
    if (amounts[order[i]] > 0)
      {
        last = gap_after (scale * amounts[order[i]]);
        gaps += last;
      }
  return gaps - last;
}

/* The higher column fills the height. The gaps depend on the scale, but a column never becomes lower as the scale grows. */
static double
find_scale (const OutlayFlow *flow)
{
  double low = 0, high = flow->total > 0 ? 1 / flow->total : 0;

  for (guint n = 0; n < HALVINGS; n++)
    {
      const double scale = (low + high) / 2;
      const double gaps = MAX (add_gaps (flow->from, flow->from_order, flow->n_from, scale), add_gaps (flow->to, flow->to_order, flow->n_to, scale));

      if (scale * flow->total + gaps > 1)
        high = scale;
      else
        low = scale;
    }
  return low;
}

/* Nodes from the top to the bottom, in the middle of the height. */
static void
stack_nodes (const OutlayFlow *flow, const double *amounts, const guint *order, guint n, double *tops)
{
  double top = (1 + flow->scale * flow->total + add_gaps (amounts, order, n, flow->scale)) / 2;

  for (guint i = 0; i < n; i++)
    {
      const guint node = order[i];

      tops[node] = top;
      if (amounts[node] > 0)
        top -= flow->scale * amounts[node] + gap_after (flow->scale * amounts[node]);
    }
}

void
outlay_flow_init (OutlayFlow *flow, const double *amounts, guint n_from, guint n_to, const guint *from_order, const guint *to_order)
{
  *flow = (OutlayFlow) { .n_from = n_from, .n_to = n_to, .from_order = copy_order (from_order, n_from), .to_order = copy_order (to_order, n_to) };
  flow->amounts = g_memdup2 (amounts, sizeof (double) * n_from * n_to);
  flow->from = g_new0 (double, 2 * (n_from + n_to));
  flow->to = flow->from + n_from;
  flow->from_top = flow->to + n_to;
  flow->to_top = flow->from_top + n_from;
  for (guint f = 0; f < n_from; f++)
    for (guint t = 0; t < n_to; t++)
      {
        flow->from[f] += amounts[f * n_to + t];
        flow->to[t] += amounts[f * n_to + t];
        flow->total += amounts[f * n_to + t];
      }
  flow->scale = find_scale (flow);
  stack_nodes (flow, flow->from, flow->from_order, n_from, flow->from_top);
  stack_nodes (flow, flow->to, flow->to_order, n_to, flow->to_top);
}

void
outlay_flow_clear (OutlayFlow *flow)
{
  g_clear_pointer (&flow->amounts, g_free);
  g_clear_pointer (&flow->from_order, g_free);
  g_clear_pointer (&flow->to_order, g_free);
  g_clear_pointer (&flow->from, g_free);
}

void
outlay_flow_link (const OutlayFlow *flow, guint from, guint to, double *from_top, double *to_top)
{
  *from_top = flow->from_top[from];
  *to_top = flow->to_top[to];
  for (guint t = 0; t < flow->n_to && flow->to_order[t] != to; t++)
    *from_top -= flow->scale * flow->amounts[from * flow->n_to + flow->to_order[t]];
  for (guint f = 0; f < flow->n_from && flow->from_order[f] != from; f++)
    *to_top -= flow->scale * flow->amounts[flow->from_order[f] * flow->n_to + to];
}

double
outlay_flow_crossings (const double *amounts, guint n_from, guint n_to, const guint *to_order)
{
  double crossings = 0;

  for (guint upper = 0; upper < n_from; upper++)
    for (guint lower = upper + 1; lower < n_from; lower++)
      {
        double above = 0; /* what the lower node sends to places above the current one */

        for (guint t = 0; t < n_to; t++)
          {
            crossings += amounts[upper * n_to + to_order[t]] * above;
            above += amounts[lower * n_to + to_order[t]];
          }
      }
  return crossings;
}

static double
mean_place (const double *amounts, guint n_from, guint n_to, guint node)
{
  double sum = 0, weighted = 0;

  for (guint f = 0; f < n_from; f++)
    {
      sum += amounts[f * n_to + node];
      weighted += f * amounts[f * n_to + node];
    }
  return sum > 0 ? weighted / sum : n_from;
}

/* By insertion, which leaves equal ones in their order. */
static void
sort_by_place (const double *amounts, guint n_from, guint n_to, guint *order)
{
  for (guint i = 0; i < n_to; i++)
    {
      guint place = i;

      for (; place > 0 && mean_place (amounts, n_from, n_to, order[place - 1]) > mean_place (amounts, n_from, n_to, i); place--)
        order[place] = order[place - 1];
      order[place] = i;
    }
}

void
outlay_flow_choose_order (const double *amounts, guint n_from, guint n_to, guint *to_order)
{
  g_autofree guint *own = copy_order (NULL, n_to);

  sort_by_place (amounts, n_from, n_to, to_order);
  if (outlay_flow_crossings (amounts, n_from, n_to, to_order) < CLEARLY_LESS * outlay_flow_crossings (amounts, n_from, n_to, own))
    return;
  for (guint t = 0; t < n_to; t++)
    to_order[t] = t;
}
