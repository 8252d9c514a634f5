/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "study/measure.h"
#include "ui/targets.h"

static const char *
target_string (OutlayTarget *target, const char *name)
{
  return outlay_node_get_string (OUTLAY_NODE (target), outlay_node_find_member (OUTLAY_NODE (target), name));
}

static OutlayNode *
find_child (GListModel *children, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OutlayNode) child = g_list_model_get_item (children, i);

      if (g_strcmp0 (outlay_node_get_id (child), id) == 0)
        return child;
    }
  return NULL;
}

/* The unit of the product that a target counts; "" for other targets. */
static const char *
product_unit (OutlayPlan *plan, OutlayTarget *target)
{
  const char *product = target_string (target, "product");
  OutlayNode *node;

  if (product == NULL)
    return "";
  node = find_child (outlay_plan_get_initiatives (plan), target_string (target, "initiative"));
  node = node != NULL ? find_child (outlay_initiative_get_products (OUTLAY_INITIATIVE (node)), product) : NULL;
  return node != NULL ? outlay_node_get_string (node, outlay_node_find_member (node, "unit")) : "";
}

/* What a product counts is told in its own unit, to the last one. */
static char *
format (double value, OutlayUnit unit, const char *currency, const char *product)
{
  if (product[0] == '\0' || isnan (value))
    return outlay_quantity_format (value, unit, currency);
  return g_strdup_printf ("%'.0f %s", value, product);
}

/* "10 bn", "12 %": a bound is a round number, and no zeros are added to it. */
static char *
format_bound (const OutlayTargetState *state, const char *product)
{
  const gboolean money = state->unit == OUTLAY_UNIT_MONEY;
  const gboolean share = state->unit == OUTLAY_UNIT_SHARE || state->unit == OUTLAY_UNIT_SHARE_A_YEAR;
  const OutlayAmountUnit unit = money ? outlay_amount_unit (fabs (state->bound)) : (OutlayAmountUnit) { 0.01, _("%") };
  g_autofree char *number = NULL;

  if (!money && !share)
    return format (state->bound, state->unit, NULL, product);
  number = outlay_amount_format_in (state->bound, unit, outlay_fewest_digits (state->bound / unit.size));
  /* Translators: a number and its unit, as in "10 bn" or "12 %"; Chinese sets no space */
  return g_strdup_printf (C_("number and unit", "%s %s"), number, unit.word);
}

static OutlayTargetReading *
read_target (OutlayDocument *document, OutlayTarget *target, const char *currency)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  OutlayTargetReading *reading = g_new0 (OutlayTargetReading, 1);
  const char *product = product_unit (plan, target);
  const char *name = target_string (target, "name");
  const char *series = target_string (target, "series");
  const char *indicator = target_string (target, "indicator");
  g_autofree char *bound = NULL;
  OutlayTargetState state;

  outlay_projection_target (outlay_document_get_projection (document), plan, target, &state);
  reading->series = series != NULL ? outlay_series_from_name (series) : -1;
  reading->indicator = indicator != NULL ? outlay_indicator_from_name (indicator) : -1;
  bound = format_bound (&state, product);
  reading->name = g_strdup (name != NULL && name[0] != '\0' ? name : outlay_node_get_id (OUTLAY_NODE (target)));
  reading->value = format (state.value, state.unit, currency, product);
  reading->bound = g_strdup_printf (state.at_least ? "≥ %s" : "≤ %s", bound);
  /* Translators: what a target asks for, as in "promised ≥ 10 bn" */
  reading->promise = g_strdup_printf (reading->series >= 0 || state.unit == OUTLAY_UNIT_MONEY ? _("promised %s") : _("hurdle %s"), reading->bound);
  reading->whole_plan = target_string (target, "initiative") == NULL;
  reading->met = state.met;
  return reading;
}

int
outlay_fewest_digits (double figure)
{
  int digits = 0;

  while (digits < 3 && fabs (figure * pow (10, digits) - round (figure * pow (10, digits))) > 1e-6)
    digits++;
  return digits;
}

void
outlay_target_reading_free (OutlayTargetReading *reading)
{
  g_free (reading->name);
  g_free (reading->value);
  g_free (reading->bound);
  g_free (reading->promise);
  g_free (reading);
}

GPtrArray *
outlay_targets_read (OutlayDocument *document)
{
  GListModel *targets = outlay_plan_get_targets (outlay_document_get_plan (document));
  GPtrArray *readings = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_target_reading_free);
  g_autofree char *currency = outlay_document_get_currency (document);

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, i);

      g_ptr_array_add (readings, read_target (document, target, currency));
    }
  return readings;
}
