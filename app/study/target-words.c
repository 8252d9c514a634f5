/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/target-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"

static OutlayNode *
find_child (OutlayNode *parent, const char *list, const char *id)
{
  return parent != NULL && id != NULL ? outlay_node_find_child (parent, outlay_node_find_member (parent, list), id) : NULL;
}

/* The unit of the product that a target counts; NULL for other targets. */
static char *
product_unit (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target)
{
  g_autofree char *initiative = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (target), "initiative");
  g_autofree char *product = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (target), "product");
  OutlayNode *node = find_child (find_child (OUTLAY_NODE (plan), "initiatives", initiative), "products", product);

  return node != NULL ? outlay_plan_resolve_string (plan, scenario, node, "unit") : NULL;
}

/* What a product counts is told in its own unit, to the last one. */
static char *
format (double value, OutlayUnit unit, const char *currency, const char *product, double least)
{
  if (product == NULL || *product == '\0' || isnan (value))
    return outlay_quantity_format_apart (value, (int) unit, currency, least);
  return g_strdup_printf ("%'.0f %s", value, product);
}

/* With as many decimals as tell on which side of the bound it is. */
char *
outlay_target_format_value (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state)
{
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  g_autofree char *product = product_unit (plan, scenario, target);

  return format (state->value, state->unit, currency, product, fabs (state->value - state->bound));
}

/* A bound is a round number, and no zeros are added to it. */
char *
outlay_target_format_bound (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state)
{
  const gboolean money = state->unit == OUTLAY_UNIT_MONEY;
  const gboolean share = state->unit == OUTLAY_UNIT_SHARE || state->unit == OUTLAY_UNIT_SHARE_A_YEAR;
  const OutlayAmountUnit unit = money ? outlay_amount_unit (fabs (state->bound)) : (OutlayAmountUnit) { 0.01, _("%") };
  g_autofree char *product = product_unit (plan, scenario, target), *number = NULL;

  if (!money && !share)
    return format (state->bound, state->unit, NULL, product, INFINITY);
  number = outlay_amount_format_in (state->bound, unit, outlay_amount_fewest_digits (state->bound / unit.size));
  /* Translators: a number and its unit, as in "10 bn" or "12 %"; Chinese sets no space */
  return g_strchomp (g_strdup_printf (C_ ("number and unit", "%s %s"), number, unit.word));
}
