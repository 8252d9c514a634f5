/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "study/projection.h"

static double
phase_number (OutlayProjection *projection, OutlayPhaseSlot slot, guint phase)
{
  OutlayModel *model = outlay_projection_model (projection);

  return outlay_model_numbers (model)[outlay_shape_phase (outlay_model_shape (model), slot, phase)];
}

static gboolean
has_money (OutlayProjection *projection, guint phase)
{
  OutlayModel *model = outlay_projection_model (projection);

  for (guint i = 0; i < outlay_model_shape (model)->n_initiatives; i++)
    if (outlay_model_cell (model, i, phase) > 0)
      return TRUE;
  return FALSE;
}

static void
add_late_phases (OutlayProjection *projection, OutlayPlan *plan, GPtrArray *warnings)
{
  int after = outlay_projection_first_year (projection) + (int) outlay_projection_years (projection);

  for (guint p = 0; p < outlay_model_shape (outlay_projection_model (projection))->n_phases; p++)
    {
      double completion = phase_number (projection, OUTLAY_PHASE_START, p) + phase_number (projection, OUTLAY_PHASE_BUILD_MONTHS, p) +
                          phase_number (projection, OUTLAY_PHASE_DELAY_MONTHS, p);

      if (completion <= 12.0 * after || !has_money (projection, p))
        continue;
      g_autofree char *name = outlay_plan_resolve_name (plan, outlay_model_scenario (outlay_projection_model (projection)),
                                                        OUTLAY_NODE (outlay_plan_get_phase (plan, p)));
      g_ptr_array_add (warnings, g_strdup_printf (_("%s is completed after %d, the last year of the projection: not all of its money is spent."),
                                                  name, after - 1));
    }
}

static double
product_number (OutlayProjection *projection, OutlayProductSlot slot, guint product)
{
  OutlayModel *model = outlay_projection_model (projection);

  return outlay_model_numbers (model)[outlay_shape_product (outlay_model_shape (model), slot, product)];
}

/* It has products, and none of them can be made and is worth anything: most likely they were not filled in. One without products is a road or a park, which is
 * right to earn nothing. */
static gboolean
earns_nothing (OutlayProjection *projection, guint initiative)
{
  OutlayModel *model = outlay_projection_model (projection);
  const OutlayShape *shape = outlay_model_shape (model);

  for (guint product = shape->first_product[initiative]; product < shape->first_product[initiative + 1]; product++)
    if (product_number (projection, OUTLAY_PRODUCT_CAPACITY, product) > 0 &&
        (product_number (projection, OUTLAY_PRODUCT_PRICE, product) > 0 || product_number (projection, OUTLAY_PRODUCT_OWN_USE_VALUE, product) > 0))
      return FALSE;
  for (guint p = 0; p < shape->n_phases; p++)
    if (outlay_model_cell (model, initiative, p) > 0)
      return shape->first_product[initiative] < shape->first_product[initiative + 1];
  return FALSE;
}

static void
add_idle_initiatives (OutlayProjection *projection, OutlayPlan *plan, GPtrArray *warnings)
{
  OutlayModel *model = outlay_projection_model (projection);
  g_autofree char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < outlay_model_shape (model)->n_initiatives; i++)
    if (earns_nothing (projection, i) && n++ == 0)
      name = outlay_plan_resolve_name (plan, outlay_model_scenario (model), OUTLAY_NODE (outlay_plan_get_initiative (plan, i)));
  if (n == 1)
    g_ptr_array_add (warnings, g_strdup_printf (_("%s has money but earns nothing: none of its products has both a capacity and a price."), name));
  else if (n > 1)
    g_ptr_array_add (warnings, g_strdup_printf (ngettext ("%s and %u more initiative have money but earn nothing: none of their products has both a capacity and a price.",
                                                          "%s and %u more initiatives have money but earn nothing: none of their products has both a capacity and a price.",
                                                          n - 1), name, n - 1));
}

static void
add_roots (OutlayProjection *projection, GPtrArray *warnings)
{
  static const OutlayIndicator rates[] = { OUTLAY_INDICATOR_IRR_BEFORE_TAX, OUTLAY_INDICATOR_IRR_AFTER_TAX, OUTLAY_INDICATOR_IRR_EQUITY };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    {
      guint n_roots;

      outlay_projection_irr_roots (projection, rates[r], -1, &n_roots);
      if (n_roots > 1)
        g_ptr_array_add (warnings, g_strdup_printf (ngettext ("%s: not unique, %u rate makes the present value zero.",
                                                              "%s: not unique, %u rates make the present value zero.", n_roots),
                                                    _(outlay_indicator_nick (rates[r])), n_roots));
    }
}

/* Such a rate is found where what is left in the last year is all that comes back: a number, but no return. */
static void
add_loss (OutlayProjection *projection, GPtrArray *warnings)
{
  const OutlayIndicator rate = OUTLAY_INDICATOR_IRR_AFTER_TAX;
  guint n_roots;
  const double *roots = outlay_projection_irr_roots (projection, rate, -1, &n_roots);

  if (n_roots == 1 && roots[0] < 0)
    g_ptr_array_add (warnings, g_strdup_printf (_("%s is below zero: over all years the plan brings back less than is spent on it."), _(outlay_indicator_nick (rate))));
}

/**
 * outlay_projection_warnings:
 * @projection: a projection; of the IRRs only those that were asked for are looked at
 * @plan: its plan
 *
 * What a planner should know before believing the results.
 *
 * Returns: (transfer full) (element-type utf8): sentences; empty where there is nothing to say
 */
GPtrArray *
outlay_projection_warnings (OutlayProjection *projection, OutlayPlan *plan)
{
  GPtrArray *warnings = g_ptr_array_new_with_free_func (g_free);

  add_late_phases (projection, plan, warnings);
  add_idle_initiatives (projection, plan, warnings);
  add_roots (projection, warnings);
  add_loss (projection, warnings);
  if (outlay_projection_imbalance (projection) > OUTLAY_IMBALANCE_MOST)
    g_ptr_array_add (warnings, g_strdup (_("The books do not balance. Please report this plan: the results cannot be trusted.")));
  return warnings;
}
