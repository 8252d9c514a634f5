/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

/* A small plan of everything that a plan can hold, made without files. */

static inline void
set_text (OutlayNode *node, const char *name, const char *text)
{
  outlay_node_set_string (node, outlay_node_find_member (node, name), text);
}

static inline void
set_number (OutlayNode *node, const char *name, double number)
{
  outlay_node_set_number (node, outlay_node_find_member (node, name), number);
}

static inline OutlayNode *
add_child (OutlayNode *parent, const char *list, const char *id)
{
  const OutlayMember *member = outlay_node_find_member (parent, list);
  g_autoptr (OutlayNode) child = g_object_new (member->child_type, NULL);

  if (id != NULL)
    set_text (child, "id", id);
  g_list_store_append (outlay_node_get_children (parent, member), child);
  return child;
}

static inline void
set_cells (OutlayNode *initiative, double first, double second)
{
  const OutlayMember *investment = outlay_node_find_member (initiative, "investment");

  outlay_node_set_entry (initiative, investment, 0, first);
  outlay_node_set_entry (initiative, investment, 1, second);
}

static inline void
add_initiative (OutlayPlan *plan, const char *id, double first, double second)
{
  OutlayNode *initiative = add_child (OUTLAY_NODE (plan), "initiatives", id);
  OutlayNode *product;

  set_text (initiative, "name", id);
  set_number (initiative, "design-investment", 1e9);
  set_cells (initiative, first, second);
  product = add_child (initiative, "products", "goods");
  set_text (product, "unit", "t");
  set_number (product, "capacity", 1000);
  set_number (product, "price", 5e5);
}

static inline OutlayNode *
add_scenario (OutlayPlan *plan, const char *id, const char *from)
{
  OutlayNode *scenario = add_child (OUTLAY_NODE (plan), "scenarios", id);

  set_text (scenario, "from", from);
  return scenario;
}

static inline void
change_number (OutlayNode *scenario, const char *path, double number)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_number (&value, number);
  outlay_scenario_set_change (OUTLAY_SCENARIO (scenario), path, &value);
}

static inline void
change_text (OutlayNode *scenario, const char *path, const char *text)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_string (&value, text);
  outlay_scenario_set_change (OUTLAY_SCENARIO (scenario), path, &value);
}

static inline OutlayNode *
add_uncertainty (OutlayPlan *plan, const char *path)
{
  OutlayNode *uncertainty = add_child (OUTLAY_NODE (plan), "uncertainties", NULL);

  set_text (uncertainty, "path", path);
  set_number (uncertainty, "distribution", OUTLAY_DISTRIBUTION_TRIANGULAR);
  set_number (uncertainty, "low", 1);
  set_number (uncertainty, "mode", 2);
  set_number (uncertainty, "high", 3);
  return uncertainty;
}

static inline OutlayNode *
add_correlation (OutlayPlan *plan, const char *first, const char *second, double rho)
{
  OutlayNode *correlation = add_child (OUTLAY_NODE (plan), "correlations", NULL);

  outlay_node_set_pair (correlation, outlay_node_find_member (correlation, "between"), first, second);
  set_number (correlation, "rho", rho);
  return correlation;
}

static inline OutlayNode *
add_target (OutlayPlan *plan, const char *id, const char *series, double at_least)
{
  OutlayNode *target = add_child (OUTLAY_NODE (plan), "targets", id);

  set_text (target, "series", series);
  set_number (target, "measure", OUTLAY_MEASURE_DESIGN_YEAR);
  set_number (target, "at-least", at_least);
  return target;
}

static inline OutlayNode *
add_figure (OutlayPlan *plan, const char *id, double number)
{
  OutlayNode *region = outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "region"));
  OutlayNode *figure = add_child (region, "figures", id);

  set_number (figure, "value", number);
  return figure;
}

static inline void
add_source (OutlayPlan *plan, const char *path)
{
  g_autoptr (OutlaySource) source = outlay_source_new (path);

  g_list_store_append (outlay_node_get_children (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "sources")), source);
}

static inline OutlayPlan *
make_plan (void)
{
  OutlayPlan *plan = outlay_plan_new ();
  OutlayNode *node = OUTLAY_NODE (plan);

  set_text (node, "name", "Sample");
  add_child (node, "phases", "early");
  add_child (node, "phases", "late");
  set_number (add_child (node, "phases", "last"), "start", 12 * 2027 + 6);
  add_initiative (plan, "mining", 6e8, 0);
  add_initiative (plan, "storage", 3e8, 4e8);
  outlay_node_set_numbers (OUTLAY_NODE (outlay_plan_get_initiative (plan, 1)),
                           outlay_node_find_member (OUTLAY_NODE (outlay_plan_get_initiative (plan, 1)), "ramp-up"),
                           (double[]) { 0.5, 0.8, 1 }, 3);
  add_target (plan, "promised", "revenue", 1e8);
  add_uncertainty (plan, "initiatives.mining.products.goods.price");
  add_uncertainty (plan, "initiatives.storage.products.goods.price");
  add_correlation (plan, "initiatives.mining.products.goods.price", "initiatives.storage.products.goods.price", 0.5);
  add_source (plan, "initiatives.mining");
  add_source (plan, "initiatives.mining.investment.early");
  add_figure (plan, "gdp", 1e12);
  change_number (add_scenario (plan, "slow", NULL), "initiatives.mining.investment.early", 5e8);
  change_number (add_scenario (plan, "slower", "slow"), "phases.late.delay-months", 6);
  return plan;
}
