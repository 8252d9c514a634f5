/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/shape.h"

#include <string.h>

static guint *
running_sums (const guint *lengths, guint n)
{
  guint *sums = g_new (guint, n + 1);

  sums[0] = 0;
  for (guint i = 0; i < n; i++)
    sums[i + 1] = sums[i] + lengths[i];
  return sums;
}

/**
 * outlay_shape_init:
 * @shape: (out caller-allocates): the shape
 * @n_years: number of calendar years, at least 1
 * @n_phases: number of phases
 * @n_initiatives: number of initiatives
 * @products_of: (array length=n_initiatives): products of each initiative
 * @ramp_ups_of: (array length=n_initiatives): ramp-up shares of each initiative, at least 1
 *
 * Lays out the numbers of a plan. Free with outlay_shape_clear().
 */
void
outlay_shape_init (OutlayShape *shape, guint n_years, guint n_phases, guint n_initiatives, const guint *products_of,
                   const guint *ramp_ups_of)
{
  shape->n_years = n_years;
  shape->n_phases = n_phases;
  shape->n_initiatives = n_initiatives;
  shape->first_product = running_sums (products_of, n_initiatives);
  shape->first_ramp_up = running_sums (ramp_ups_of, n_initiatives);
  shape->n_products = shape->first_product[n_initiatives];
  shape->n_ramp_up = shape->first_ramp_up[n_initiatives];

  shape->taxes = OUTLAY_N_PLAN_PARAMETERS;
  shape->finance = shape->taxes + OUTLAY_N_TAXES_PARAMETERS;
  shape->assets = shape->finance + OUTLAY_N_FINANCE_PARAMETERS;
  shape->phases = shape->assets + OUTLAY_N_ASSETS_PARAMETERS;
  shape->initiatives = shape->phases + (gsize) OUTLAY_N_PHASE_PARAMETERS * n_phases;
  shape->products = shape->initiatives + (gsize) OUTLAY_N_INITIATIVE_PARAMETERS * n_initiatives;
  shape->cells = shape->products + (gsize) OUTLAY_N_PRODUCT_PARAMETERS * shape->n_products;
  shape->ramp_ups = shape->cells + (gsize) n_initiatives * n_phases;
  shape->n_numbers = shape->ramp_ups + shape->n_ramp_up;
}

/**
 * outlay_shape_copy:
 * @shape: (out caller-allocates): the copy
 * @from: a shape
 *
 * Copies @from. Free with outlay_shape_clear().
 */
void
outlay_shape_copy (OutlayShape *shape, const OutlayShape *from)
{
  gsize size = (from->n_initiatives + 1) * sizeof (guint);

  *shape = *from;
  shape->first_product = g_memdup2 (from->first_product, size);
  shape->first_ramp_up = g_memdup2 (from->first_ramp_up, size);
}

/**
 * outlay_shape_clear:
 * @shape: a shape
 *
 * Frees what @shape holds, and empties it.
 */
void
outlay_shape_clear (OutlayShape *shape)
{
  g_free (shape->first_product);
  g_free (shape->first_ramp_up);
  memset (shape, 0, sizeof *shape);
}

/**
 * outlay_shape_equal:
 * @a: a shape
 * @b: another shape
 *
 * Returns: whether two models of these shapes can be cases of one batch
 */
gboolean
outlay_shape_equal (const OutlayShape *a, const OutlayShape *b)
{
  gsize size = (a->n_initiatives + 1) * sizeof (guint);

  return a->n_years == b->n_years
         && a->n_phases == b->n_phases
         && a->n_initiatives == b->n_initiatives
         && memcmp (a->first_product, b->first_product, size) == 0
         && memcmp (a->first_ramp_up, b->first_ramp_up, size) == 0;
}
