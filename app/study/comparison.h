/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/measure.h"

/**
 * OutlayOrigin:
 *
 * Where the value that holds in a scenario comes from: the plan, a change of its own, or a change of a scenario that it comes from.
 */
typedef enum
{
  OUTLAY_ORIGIN_PLAN,
  OUTLAY_ORIGIN_OWN,
  OUTLAY_ORIGIN_INHERITED,
} OutlayOrigin;

/* What a path is in one of the compared scenarios. */
typedef struct
{
  OutlayValue value;
  OutlayOrigin origin;
  OutlayScenario *from; /* (nullable): whose change it is; NULL: the plan's own value. Not owned */
} OutlayHolding;

/**
 * OutlayDifference:
 *
 * A number or text of the plan that is not the same in all compared scenarios. Nodes and scenarios are the plan's: a difference lives no longer than an
 * edit of the plan.
 */
typedef struct
{
  OutlayParameter parameter;
  char *path;
  guint n_scenarios;
  OutlayHolding *holdings; /* one for each scenario, in the order they were given */
} OutlayDifference;

void outlay_difference_free (OutlayDifference *difference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDifference, outlay_difference_free)

/* Of the path itself, else of the nearest object around it. (nullable) (transfer none) */
OutlaySource *outlay_difference_find_source (const OutlayDifference *difference, gboolean *own);
/* A scenario's value as people read it, told apart from the others': "0.03 %" beside "0.05 %". (transfer full) */
char *outlay_difference_format (const OutlayDifference *difference, OutlayPlan *plan, guint scenario);

/* What differs between scenarios (NULL: the plan itself), of OutlayDifference, in the order of the file. In proportion to the changes of the scenarios and
 * those that they come from, not to the plan. (transfer full) */
GPtrArray *outlay_plan_compare (OutlayPlan *plan, OutlayScenario *const *scenarios, guint n);

/**
 * OutlayComparison:
 *
 * The results of several scenarios of one plan side by side: every indicator of the plan, the design-year measures of output value, sales and tax, and what
 * its targets read. Belongs to one thread at a time.
 */
typedef struct _OutlayComparison OutlayComparison;

/* more: (nullable): what else will be read from the projections, the yearly series of a chart for instance. */
OutlayComparison *outlay_comparison_new (OutlayPlan *plan, OutlayScenario *const *scenarios, guint n, const OutlayRequest *more);
/* In two steps: what is asked of models, and computing it, which needs the plan no more and may be done in another thread. FALSE: cancelled. */
OutlayComparison *outlay_comparison_prepare (OutlayPlan *plan, OutlayModel *const *models, guint n, const OutlayRequest *more);
gboolean outlay_comparison_run (OutlayComparison *comparison, GCancellable *cancellable);
/* A run takes a small part of a frame. */
gboolean outlay_comparison_is_light (OutlayComparison *comparison);
void outlay_comparison_free (OutlayComparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayComparison, outlay_comparison_free)

guint outlay_comparison_n_scenarios (OutlayComparison *comparison);
OutlayScenario *outlay_comparison_scenario (OutlayComparison *comparison, guint scenario);
/* (transfer none) */
OutlayProjection *outlay_comparison_projection (OutlayComparison *comparison, guint scenario);
/* NaN: null. Of an IRR that is not unique outlay_projection_irr_roots() tells the roots. */
double outlay_comparison_value (OutlayComparison *comparison, guint scenario, const OutlayOutcome *outcome);
/* How many of the plan's targets a scenario meets, of how many. */
guint outlay_comparison_targets_met (OutlayComparison *comparison, guint scenario, guint *n_targets);
