/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/goal-edit.h"
#include "support/plan-edit.h"
#include "support/small-plan.h"

/* What the tests of edits that reach through the whole plan share. */

/* A plan in which everything refers to everything. */
static inline OutlayPlan *
make_woven_plan (void)
{
  OutlayPlan *plan = make_plan ();
  OutlayNode *slow = OUTLAY_NODE (outlay_plan_find_scenario (plan, "slow")), *target, *figure;

  set_text (OUTLAY_NODE (outlay_plan_get_initiative (plan, 1)), "name", "Storage");
  target = add_target (plan, "stored", "quantity", 10);
  set_text (target, "initiative", "storage");
  set_text (target, "product", "goods");
  figure = add_figure (plan, "market", 5e9);
  set_text (figure, "initiative", "storage");
  add_source (plan, "initiatives.storage.products.goods.price");
  add_source (plan, "initiatives.storage");
  add_source (plan, "uncertainties.2.low");
  add_source (plan, "correlations.1");
  add_source (plan, "targets.stored");
  add_source (plan, "region.figures.market");
  add_source (plan, "phases.late");
  add_source (plan, "initiatives.storage.investment.late");
  add_uncertainty (plan, "initiatives.storage.investment.late");
  add_uncertainty (plan, "discount-rate");
  add_source (plan, "uncertainties.4.high");
  change_number (slow, "initiatives.storage.products.goods.price", 4e5);
  change_text (slow, "initiatives.storage.name", "Slow storage");
  change_number (slow, "initiatives.storage.investment.late", 1e8);
  change_number (slow, "targets.stored.at-least", 5);
  change_text (slow, "targets.promised.initiative", "storage");
  return plan;
}

static inline gboolean
names (OutlayPlan *plan, const char *word)
{
  g_autofree char *text = write_text (plan);

  return strstr (text, word) != NULL;
}

static inline OutlayNode *
find (OutlayPlan *plan, const char *path)
{
  OutlayParameter found;

  g_assert_true (outlay_plan_find_path (plan, path, &found, NULL));
  return found.node;
}

static inline OutlayTarget *
make_target (const char *name, gboolean at_most, double bound)
{
  OutlayTarget *draft = g_object_new (OUTLAY_TYPE_TARGET, NULL);

  set_text (OUTLAY_NODE (draft), "name", name);
  outlay_target_judge_indicator (draft, "investment-per-mu");
  outlay_target_bound (draft, at_most, bound);
  return draft;
}
