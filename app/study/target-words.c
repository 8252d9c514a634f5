/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "study/target-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"
#include "plan/unit.h"

#define MOST_DECIMALS 6

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
  g_autofree char *number = NULL;

  if (product == NULL || *product == '\0' || isnan (value))
    return outlay_quantity_format_apart (value, (int) unit, currency, least);
  number = outlay_amount_format_in (value, (OutlayAmountUnit) { 1, "" }, 0);
  return g_strdup_printf ("%s %s", number, product);
}

/* With as many decimals as tell on which side of the bound it is. */
char *
outlay_target_format_value (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state)
{
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  g_autofree char *product = product_unit (plan, scenario, target);

  return format (state->value, state->unit, currency, product, fabs (state->value - state->bound));
}

/* Of a number that is written in a scale; more of them while it would read as the other one does. */
static char *
write_apart (double value, double other, OutlayAmountUnit scale, int digits)
{
  char *text = outlay_amount_format_in (value, scale, digits);

  while (digits < MOST_DECIMALS && value != other && isfinite (value))
    {
      g_autofree char *beside = outlay_amount_format_in (other, scale, digits);

      if (!g_str_equal (text, beside))
        break;
      digits = MAX (digits, 0) + 1;
      g_free (text);
      text = outlay_amount_format_in (value, scale, digits);
    }
  return text;
}

void
outlay_target_write_apart (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state, char **value, char **bound,
                           char **unit)
{
  const double largest = MAX (fabs (state->bound), isnan (state->value) ? 0 : fabs (state->value));
  const gboolean counts = state->unit != OUTLAY_UNIT_CALENDAR_YEAR && state->unit != OUTLAY_UNIT_MONTH;
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  g_autofree char *product = product_unit (plan, scenario, target);
  const gboolean named = product != NULL && *product != '\0';
  const OutlayAmountUnit scale = named ? (OutlayAmountUnit) { 1, "" } : outlay_quantity_scale ((int) state->unit, largest);
  const int usual = named || scale.size == 1 ? (named || state->value == floor (state->value) ? 0 : 1) : scale.size < 1 ? 1 : -1;

  *unit = named ? g_strdup (product) : counts ? outlay_quantity_unit ((int) state->unit, scale, currency) : g_strdup ("");
  *value = counts ? write_apart (state->value, state->bound, scale, usual) : outlay_quantity_format (state->value, (int) state->unit, NULL);
  *bound = counts ? outlay_amount_format_in (state->bound, scale, outlay_amount_fewest_digits (state->bound / scale.size))
                  : outlay_quantity_format (state->bound, (int) state->unit, NULL);
}

/* A bound is a round number, and no zeros are added to it. */
char *
outlay_target_format_bound (OutlayPlan *plan, OutlayScenario *scenario, OutlayTarget *target, const OutlayTargetState *state)
{
  const gboolean money = state->unit == OUTLAY_UNIT_MONEY;
  const gboolean share = outlay_unit_is_share (state->unit);
  const OutlayAmountUnit unit = money ? outlay_amount_unit (fabs (state->bound)) : (OutlayAmountUnit) { 0.01, _("%") };
  g_autofree char *product = product_unit (plan, scenario, target), *number = NULL;

  if (!money && !share)
    return format (state->bound, state->unit, NULL, product, INFINITY);
  number = outlay_amount_format_in (state->bound, unit, outlay_amount_fewest_digits (state->bound / unit.size));
  /* Translators: a number and its unit, as in "10 bn" or "12 %"; Chinese sets no space */
  return g_strchomp (g_strdup_printf (C_ ("number and unit", "%s %s"), number, unit.word));
}
