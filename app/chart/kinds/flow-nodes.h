/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayFlow:
 *
 * Amounts that go from the nodes of one column to those of the next, all drawn at one scale. Heights are in y from 0 to 1; every node is as high as what flows
 * through it, and nodes of nothing take no room. Nodes that are too low for a name stand further apart; a column has room for 15 of them.
 */
typedef struct
{
  guint n_from;
  guint n_to;
  double *amounts;   /* n_from rows of n_to, not negative */
  guint *from_order; /* the nodes of a column from the top */
  guint *to_order;
  double *from;      /* what leaves each node, by its number */
  double *to;        /* what reaches each */
  double *from_top;
  double *to_top;
  double total;
  double scale;      /* of an amount to a height */
} OutlayFlow;

/* amounts: copied. Orders: (nullable): NULL is as the nodes are numbered. */
void outlay_flow_init (OutlayFlow *flow, const double *amounts, guint n_from, guint n_to, const guint *from_order, const guint *to_order);
void outlay_flow_clear (OutlayFlow *flow);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFlow, outlay_flow_clear)

/* The tops of a link at its two ends; links leave and reach a node in the order of the nodes that they come from and go to. */
void outlay_flow_link (const OutlayFlow *flow, guint from, guint to, double *from_top, double *to_top);

/* How much crosses how much: the sum over pairs of links that cross of the product of their amounts. orders as above. */
double outlay_flow_crossings (const double *amounts, guint n_from, guint n_to, const guint *to_order);
/* Fills an order of the second column: as it is numbered, unless by the mean place of what reaches a node clearly less crosses. */
void outlay_flow_choose_order (const double *amounts, guint n_from, guint n_to, guint *to_order);
