/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "engine/parameters.h"

/**
 * OutlayShape:
 *
 * How many of everything a plan has, and where each of its numbers stands in one flat array of doubles.
 *
 * Numbers of one kind stand side by side: first the plan's own, taxes', finance's and assets' numbers; then for each
 * phase parameter its value in every phase, for each initiative parameter its value in every initiative, for each
 * product parameter its value in every product (products of all initiatives in one row); then the cells, initiative by
 * initiative, and the ramp-up shares, initiative by initiative.
 *
 * Choices are stored as the enumerator, months as 12 · year + month − 1, an absent market limit as +infinity.
 */
typedef struct
{
  guint n_years;
  guint n_phases;
  guint n_initiatives;
  guint n_products;     /* of all initiatives */
  guint n_ramp_up;      /* of all initiatives */
  guint *first_product; /* n_initiatives + 1: products first_product[i] … first_product[i + 1] − 1 are initiative i's */
  guint *first_ramp_up; /* n_initiatives + 1, likewise */

  gsize taxes;
  gsize finance;
  gsize assets;
  gsize phases;
  gsize initiatives;
  gsize products;
  gsize cells;
  gsize ramp_ups;
  gsize n_numbers;
} OutlayShape;

/* products_of[i] and ramp_ups_of[i] are the lengths for initiative i. Free with outlay_shape_clear(). */
void outlay_shape_init (OutlayShape *shape, guint n_years, guint n_phases, guint n_initiatives, const guint *products_of,
                        const guint *ramp_ups_of);
void outlay_shape_copy (OutlayShape *shape, const OutlayShape *from);
void outlay_shape_clear (OutlayShape *shape);
/* Whether two models of these shapes can be cases of one batch. */
gboolean outlay_shape_equal (const OutlayShape *a, const OutlayShape *b);

static inline gsize
outlay_shape_plan (const OutlayShape *shape, OutlayPlanSlot slot)
{
  (void) shape;
  return slot;
}

static inline gsize
outlay_shape_taxes (const OutlayShape *shape, OutlayTaxesSlot slot)
{
  return shape->taxes + slot;
}

static inline gsize
outlay_shape_finance (const OutlayShape *shape, OutlayFinanceSlot slot)
{
  return shape->finance + slot;
}

static inline gsize
outlay_shape_assets (const OutlayShape *shape, OutlayAssetsSlot slot)
{
  return shape->assets + slot;
}

static inline gsize
outlay_shape_phase (const OutlayShape *shape, OutlayPhaseSlot slot, guint phase)
{
  return shape->phases + (gsize) slot * shape->n_phases + phase;
}

static inline gsize
outlay_shape_initiative (const OutlayShape *shape, OutlayInitiativeSlot slot, guint initiative)
{
  return shape->initiatives + (gsize) slot * shape->n_initiatives + initiative;
}

/* product counts from 0 over the products of all initiatives: shape->first_product[i] + j */
static inline gsize
outlay_shape_product (const OutlayShape *shape, OutlayProductSlot slot, guint product)
{
  return shape->products + (gsize) slot * shape->n_products + product;
}

static inline gsize
outlay_shape_cell (const OutlayShape *shape, guint initiative, guint phase)
{
  return shape->cells + (gsize) initiative * shape->n_phases + phase;
}

/* year counts from 0: the first twelve months after completion */
static inline gsize
outlay_shape_ramp_up (const OutlayShape *shape, guint initiative, guint year)
{
  return shape->ramp_ups + shape->first_ramp_up[initiative] + year;
}
