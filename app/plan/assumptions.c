/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/assumptions.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  const char *member;
  OutlayAssumptionGroup group;
} Assumption;

static const char *const names[] = {
  [OUTLAY_ASSUMPTION_ABOUT] = NC_ ("assumptions", "About"),
  [OUTLAY_ASSUMPTION_HORIZON] = NC_ ("assumptions", "Horizon and discounting"),
  [OUTLAY_ASSUMPTION_WORKS] = NC_ ("assumptions", "Works"),
  [OUTLAY_ASSUMPTION_INVESTMENT] = NC_ ("assumptions", "Investment"),
  [OUTLAY_ASSUMPTION_MARKET] = NC_ ("assumptions", "Market and price"),
  [OUTLAY_ASSUMPTION_OUTPUT] = NC_ ("assumptions", "Output"),
  [OUTLAY_ASSUMPTION_COST] = NC_ ("assumptions", "Cost"),
  [OUTLAY_ASSUMPTION_PEOPLE] = NC_ ("assumptions", "People"),
  [OUTLAY_ASSUMPTION_TAX] = NC_ ("assumptions", "Tax and subsidy"),
  [OUTLAY_ASSUMPTION_FINANCE] = NC_ ("assumptions", "Finance"),
  [OUTLAY_ASSUMPTION_ASSETS] = NC_ ("assumptions", "Lives of assets"),
  [OUTLAY_ASSUMPTION_TARGET] = NC_ ("assumptions", "Target"),
  [OUTLAY_ASSUMPTION_REGION] = NC_ ("assumptions", "Public figure"),
};

/* Every assumption of an object once, in the order in which it is read; those of one group stand together. */

static const Assumption of_plan[] = {
  { "name", OUTLAY_ASSUMPTION_ABOUT },
  { "description", OUTLAY_ASSUMPTION_ABOUT },
  { "currency", OUTLAY_ASSUMPTION_ABOUT },
  { "first-year", OUTLAY_ASSUMPTION_HORIZON },
  { "years", OUTLAY_ASSUMPTION_HORIZON },
  { "discount-rate", OUTLAY_ASSUMPTION_HORIZON },
  { "discounting", OUTLAY_ASSUMPTION_HORIZON },
  { "site-area", OUTLAY_ASSUMPTION_HORIZON },
  { NULL, 0 },
};

static const Assumption of_taxes[] = {
  { "surcharge-rate", OUTLAY_ASSUMPTION_TAX },
  { "stamp-rate", OUTLAY_ASSUMPTION_TAX },
  { "property-rate", OUTLAY_ASSUMPTION_TAX },
  { "land-tax", OUTLAY_ASSUMPTION_TAX },
  { "vat-refund", OUTLAY_ASSUMPTION_TAX },
  { "research-extra", OUTLAY_ASSUMPTION_TAX },
  { "local-vat-share", OUTLAY_ASSUMPTION_TAX },
  { "local-income-tax-share", OUTLAY_ASSUMPTION_TAX },
  { NULL, 0 },
};

static const Assumption of_finance[] = {
  { "debt-share", OUTLAY_ASSUMPTION_FINANCE },
  { "interest-rate", OUTLAY_ASSUMPTION_FINANCE },
  { "repayment", OUTLAY_ASSUMPTION_FINANCE },
  { "repayment-years", OUTLAY_ASSUMPTION_FINANCE },
  { "receivables-basis", OUTLAY_ASSUMPTION_FINANCE },
  { "payout", OUTLAY_ASSUMPTION_FINANCE },
  { "reserve-rate", OUTLAY_ASSUMPTION_FINANCE },
  { NULL, 0 },
};

static const Assumption of_assets[] = {
  { "building-life", OUTLAY_ASSUMPTION_ASSETS },
  { "equipment-life", OUTLAY_ASSUMPTION_ASSETS },
  { "intangible-life", OUTLAY_ASSUMPTION_ASSETS },
  { "residual", OUTLAY_ASSUMPTION_ASSETS },
  { NULL, 0 },
};

static const Assumption of_phase[] = {
  { "name", OUTLAY_ASSUMPTION_ABOUT },
  { "start", OUTLAY_ASSUMPTION_WORKS },
  { "build-months", OUTLAY_ASSUMPTION_WORKS },
  { "delay-months", OUTLAY_ASSUMPTION_WORKS },
  { "floor-area", OUTLAY_ASSUMPTION_WORKS },
  { NULL, 0 },
};

static const Assumption of_initiative[] = {
  { "name", OUTLAY_ASSUMPTION_ABOUT },
  { "description", OUTLAY_ASSUMPTION_ABOUT },
  { "colour", OUTLAY_ASSUMPTION_ABOUT },
  { "investment", OUTLAY_ASSUMPTION_INVESTMENT },
  { "design-investment", OUTLAY_ASSUMPTION_INVESTMENT },
  { "scale-exponent", OUTLAY_ASSUMPTION_INVESTMENT },
  { "building-share", OUTLAY_ASSUMPTION_INVESTMENT },
  { "equipment-share", OUTLAY_ASSUMPTION_INVESTMENT },
  { "ramp-up", OUTLAY_ASSUMPTION_OUTPUT },
  { "repair-rate", OUTLAY_ASSUMPTION_COST },
  { "research-rate", OUTLAY_ASSUMPTION_COST },
  { "other-cost-rate", OUTLAY_ASSUMPTION_COST },
  { "staff", OUTLAY_ASSUMPTION_PEOPLE },
  { "wage", OUTLAY_ASSUMPTION_PEOPLE },
  { "wage-growth", OUTLAY_ASSUMPTION_PEOPLE },
  { "income-tax-rate", OUTLAY_ASSUMPTION_TAX },
  { "tax-exempt-years", OUTLAY_ASSUMPTION_TAX },
  { "tax-half-years", OUTLAY_ASSUMPTION_TAX },
  { "tax-half-rate", OUTLAY_ASSUMPTION_TAX },
  { "loss-years", OUTLAY_ASSUMPTION_TAX },
  { "input-vat-rate", OUTLAY_ASSUMPTION_TAX },
  { "investment-vat-share", OUTLAY_ASSUMPTION_TAX },
  { "subsidy", OUTLAY_ASSUMPTION_TAX },
  { "subsidy-years", OUTLAY_ASSUMPTION_TAX },
  { "receivable-days", OUTLAY_ASSUMPTION_FINANCE },
  { "inventory-days", OUTLAY_ASSUMPTION_FINANCE },
  { "payable-days", OUTLAY_ASSUMPTION_FINANCE },
  { NULL, 0 },
};

static const Assumption of_product[] = {
  { "name", OUTLAY_ASSUMPTION_ABOUT },
  { "unit", OUTLAY_ASSUMPTION_ABOUT },
  { "price", OUTLAY_ASSUMPTION_MARKET },
  { "price-growth", OUTLAY_ASSUMPTION_MARKET },
  { "market-limit", OUTLAY_ASSUMPTION_MARKET },
  { "market-growth", OUTLAY_ASSUMPTION_MARKET },
  { "sell-through", OUTLAY_ASSUMPTION_MARKET },
  { "own-use-value", OUTLAY_ASSUMPTION_MARKET },
  { "capacity", OUTLAY_ASSUMPTION_OUTPUT },
  { "degradation", OUTLAY_ASSUMPTION_OUTPUT },
  { "co2-avoided", OUTLAY_ASSUMPTION_OUTPUT },
  { "material-cost", OUTLAY_ASSUMPTION_COST },
  { "material-growth", OUTLAY_ASSUMPTION_COST },
  { "energy-cost", OUTLAY_ASSUMPTION_COST },
  { "energy-growth", OUTLAY_ASSUMPTION_COST },
  { "vat-rate", OUTLAY_ASSUMPTION_TAX },
  { NULL, 0 },
};

static const Assumption of_target[] = {
  { "measure", OUTLAY_ASSUMPTION_TARGET },
  { "at-least", OUTLAY_ASSUMPTION_TARGET },
  { "at-most", OUTLAY_ASSUMPTION_TARGET },
  { NULL, 0 },
};

static const Assumption of_region[] = {
  { "name", OUTLAY_ASSUMPTION_ABOUT },
  { NULL, 0 },
};

static const Assumption of_figure[] = {
  { "value", OUTLAY_ASSUMPTION_REGION },
  { "year", OUTLAY_ASSUMPTION_REGION },
  { "measure", OUTLAY_ASSUMPTION_REGION },
  { NULL, 0 },
};

static const Assumption *
assumptions_of (OutlayNode *object)
{
  const struct
  {
    GType type;
    const Assumption *assumptions;
  } all[] = {
    { OUTLAY_TYPE_PRODUCT, of_product }, { OUTLAY_TYPE_INITIATIVE, of_initiative }, { OUTLAY_TYPE_PHASE, of_phase },   { OUTLAY_TYPE_PLAN, of_plan },
    { OUTLAY_TYPE_TAXES, of_taxes },     { OUTLAY_TYPE_FINANCE, of_finance },       { OUTLAY_TYPE_ASSETS, of_assets }, { OUTLAY_TYPE_TARGET, of_target },
    { OUTLAY_TYPE_REGION, of_region },   { OUTLAY_TYPE_FIGURE, of_figure },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (G_OBJECT_TYPE (object) == all[i].type)
      return all[i].assumptions;
  return NULL;
}

static gboolean
is_absent (OutlayNode *object, const OutlayMember *member)
{
  return member->absent && (member->kind == OUTLAY_MEMBER_REAL || member->kind == OUTLAY_MEMBER_INTEGER || member->kind == OUTLAY_MEMBER_CHOICE) &&
         isnan (outlay_node_get_number (object, member));
}

/* How many entries a member has; 0 where it is one value. */
static guint
count_entries (OutlayPlan *plan, OutlayNode *object, const OutlayMember *member)
{
  guint n = 0;

  if (member->kind == OUTLAY_MEMBER_CELLS)
    return outlay_plan_get_n_phases (plan);
  if (member->kind == OUTLAY_MEMBER_SHARES)
    outlay_node_get_numbers (object, member, &n);
  return n;
}

static void
add_children (GPtrArray *objects, OutlayNode *parent, const char *list)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);

  for (guint i = 0; i < outlay_node_get_n_children (parent, member); i++)
    g_ptr_array_add (objects, outlay_node_get_nth_child (parent, member, i));
}

static void
add_child (GPtrArray *objects, OutlayNode *parent, const char *name)
{
  OutlayNode *child = outlay_node_get_child (parent, outlay_node_find_member (parent, name));

  if (child != NULL)
    g_ptr_array_add (objects, child);
}

/**
 * outlay_assumption_group_name:
 * @group: a group
 *
 * Returns: (transfer none): what a planner calls it, in the reader's language
 */
const char *
outlay_assumption_group_name (OutlayAssumptionGroup group)
{
  g_return_val_if_fail (group < OUTLAY_N_ASSUMPTION_GROUPS, "");

  return g_dpgettext2 (NULL, "assumptions", names[group]);
}

/**
 * outlay_assumption_find_group:
 * @node: an object of the plan
 * @member: one of its members
 * @group: (out): the group that it belongs to
 *
 * Returns: whether it belongs to one
 */
gboolean
outlay_assumption_find_group (OutlayNode *node, const OutlayMember *member, OutlayAssumptionGroup *group)
{
  const Assumption *assumption = assumptions_of (node);

  for (; assumption != NULL && assumption->member != NULL; assumption++)
    if (g_str_equal (assumption->member, member->name))
      {
        *group = assumption->group;
        return TRUE;
      }
  return FALSE;
}

/**
 * outlay_assumptions_foreach:
 * @plan: a plan
 * @object: one of its objects
 * @func: (scope call): called for each
 * @data: for @func
 *
 * Calls @func for the assumptions of one object, in the order in which they are read.
 */
void
outlay_assumptions_foreach (OutlayPlan *plan, OutlayNode *object, OutlayAssumptionFunc func, gpointer data)
{
  const Assumption *assumption = assumptions_of (object);

  for (; assumption != NULL && assumption->member != NULL; assumption++)
    {
      OutlayParameter parameter = { object, outlay_node_find_member (object, assumption->member), -1 };
      const guint n = parameter.member != NULL ? count_entries (plan, object, parameter.member) : 0;

      if (parameter.member == NULL || is_absent (object, parameter.member))
        continue;
      if (n == 0)
        func (assumption->group, &parameter, data);
      for (parameter.index = 0; parameter.index < (int) n; parameter.index++)
        func (assumption->group, &parameter, data);
    }
}

/**
 * outlay_assumptions_list_objects:
 * @plan: a plan
 * @whole: the plan, one of its phases or one of its initiatives
 *
 * Returns: (transfer container): @whole and the objects whose assumptions are read with it, in order
 */
GPtrArray *
outlay_assumptions_list_objects (OutlayPlan *plan, OutlayNode *whole)
{
  GPtrArray *objects = g_ptr_array_new ();
  OutlayNode *region;

  g_ptr_array_add (objects, whole);
  if (OUTLAY_IS_INITIATIVE (whole))
    add_children (objects, whole, "products");
  if (!OUTLAY_IS_PLAN (whole))
    return objects;
  add_child (objects, whole, "taxes");
  add_child (objects, whole, "finance");
  add_child (objects, whole, "assets");
  add_children (objects, whole, "targets");
  region = outlay_node_get_child (whole, outlay_node_find_member (whole, "region"));
  if (region != NULL && outlay_plan_get_n_figures (plan) > 0)
    {
      g_ptr_array_add (objects, region);
      add_children (objects, region, "figures");
    }
  return objects;
}

/**
 * outlay_assumptions_find_whole:
 * @object: an object that has assumptions
 *
 * Returns: (transfer none): the plan, the phase or the initiative with which it is read
 */
OutlayNode *
outlay_assumptions_find_whole (OutlayNode *object)
{
  while (!OUTLAY_IS_PLAN (object) && !OUTLAY_IS_PHASE (object) && !OUTLAY_IS_INITIATIVE (object) && outlay_node_get_parent (object) != NULL)
    object = outlay_node_get_parent (object);
  return object;
}
