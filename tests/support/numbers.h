/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/batch.h"

/**
 * TestNumbers:
 *
 * A plan as the engine sees it: a shape and its numbers, without a document around it.
 */
typedef struct
{
  OutlayShape shape;
  double *numbers;
} TestNumbers;

/* Every number at its standard value: ramp-up 1, no money, products without capacity. */
TestNumbers *test_numbers_new (guint n_years, guint n_phases, guint n_initiatives, const guint *products_of,
                               const guint *ramp_ups_of);
/* One initiative of design investment 1,000 with one product, whose money nothing reduces: no tax, no depreciation (all of the assets'
 * value is left at the end of their life). */
TestNumbers *test_numbers_plain (guint n_years, guint n_phases, guint n_ramp_ups);
/* Any plan that a file may hold, within bounds that keep its sums in proportion. */
TestNumbers *test_numbers_random (guint32 seed);
/* A plan whose numbers stand at the ends of what a file may hold: least, greatest or standard. */
TestNumbers *test_numbers_extreme (guint32 seed);
/* Another case of the same shape: some numbers are drawn anew. */
TestNumbers *test_numbers_vary (const TestNumbers *from, guint32 seed);
/* n initiatives in two phases over 22 years, the size of the Jinchuang plan where n is 3. */
TestNumbers *test_numbers_sized (guint n_initiatives);
TestNumbers *test_numbers_copy (const TestNumbers *from);
void test_numbers_free (TestNumbers *numbers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestNumbers, test_numbers_free)

/* One projection with everything, in every lane. */
OutlayBatch *test_numbers_project (const TestNumbers *numbers);
/* Value of lane 0. */
double test_value (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope, guint year);
double test_indicator (const OutlayBatch *batch, OutlayIndicator indicator, int initiative);
/* Asserts each year of a series, to 1e−12 of its largest value. */
void test_assert_series (const OutlayBatch *batch, OutlaySeries series, OutlayScope scope, const double *expected, guint n);

#define TEST_PLAN(test, SYMBOL) (test)->numbers[outlay_shape_plan (&(test)->shape, OUTLAY_PLAN_##SYMBOL)]
#define TEST_TAXES(test, SYMBOL) (test)->numbers[outlay_shape_taxes (&(test)->shape, OUTLAY_TAXES_##SYMBOL)]
#define TEST_FINANCE(test, SYMBOL) (test)->numbers[outlay_shape_finance (&(test)->shape, OUTLAY_FINANCE_##SYMBOL)]
#define TEST_ASSETS(test, SYMBOL) (test)->numbers[outlay_shape_assets (&(test)->shape, OUTLAY_ASSETS_##SYMBOL)]
#define TEST_PHASE(test, SYMBOL, p) (test)->numbers[outlay_shape_phase (&(test)->shape, OUTLAY_PHASE_##SYMBOL, p)]
#define TEST_INITIATIVE(test, SYMBOL, i) \
  (test)->numbers[outlay_shape_initiative (&(test)->shape, OUTLAY_INITIATIVE_##SYMBOL, i)]
#define TEST_PRODUCT(test, SYMBOL, j) \
  (test)->numbers[outlay_shape_product (&(test)->shape, OUTLAY_PRODUCT_##SYMBOL, j)]
#define TEST_CELL(test, i, p) (test)->numbers[outlay_shape_cell (&(test)->shape, i, p)]
#define TEST_RAMP_UP(test, i, g) (test)->numbers[outlay_shape_ramp_up (&(test)->shape, i, g)]
#define TEST_SERIES(batch, SYMBOL, scope, ...) \
  test_assert_series (batch, OUTLAY_SERIES_##SYMBOL, scope, (const double[]) { __VA_ARGS__ }, \
                      G_N_ELEMENTS (((const double[]) { __VA_ARGS__ })))
#define TEST_MONTH(year, month) (12.0 * (year) + (month) - 1)
