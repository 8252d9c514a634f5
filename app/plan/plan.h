/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/node.h"

/**
 * OUTLAY_PLAN_ERROR:
 *
 * Errors of editing a plan: the message is a sentence for a planner.
 */
#define OUTLAY_PLAN_ERROR (outlay_plan_error_quark ())
GQuark outlay_plan_error_quark (void);

typedef enum
{
  OUTLAY_PLAN_ERROR_UNKNOWN_PATH,
  OUTLAY_PLAN_ERROR_WRONG_TYPE,
  OUTLAY_PLAN_ERROR_OUT_OF_RANGE,
  OUTLAY_PLAN_ERROR_UNKNOWN_ID,
  OUTLAY_PLAN_ERROR_CONFLICT, /* members that contradict each other: shares over 1, cycles, a duplicate id */
} OutlayPlanError;

#define OUTLAY_TYPE_PLAN (outlay_plan_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPlan, outlay_plan, OUTLAY, PLAN, OutlayNode)
#define OUTLAY_TYPE_TAXES (outlay_taxes_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTaxes, outlay_taxes, OUTLAY, TAXES, OutlayNode)
#define OUTLAY_TYPE_FINANCE (outlay_finance_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFinance, outlay_finance, OUTLAY, FINANCE, OutlayNode)
#define OUTLAY_TYPE_ASSETS (outlay_assets_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssets, outlay_assets, OUTLAY, ASSETS, OutlayNode)
#define OUTLAY_TYPE_PHASE (outlay_phase_get_type ())
G_DECLARE_FINAL_TYPE (OutlayPhase, outlay_phase, OUTLAY, PHASE, OutlayNode)
#define OUTLAY_TYPE_INITIATIVE (outlay_initiative_get_type ())
G_DECLARE_FINAL_TYPE (OutlayInitiative, outlay_initiative, OUTLAY, INITIATIVE, OutlayNode)
#define OUTLAY_TYPE_PRODUCT (outlay_product_get_type ())
G_DECLARE_FINAL_TYPE (OutlayProduct, outlay_product, OUTLAY, PRODUCT, OutlayNode)
#define OUTLAY_TYPE_TARGET (outlay_target_get_type ())
G_DECLARE_FINAL_TYPE (OutlayTarget, outlay_target, OUTLAY, TARGET, OutlayNode)
#define OUTLAY_TYPE_UNCERTAINTY (outlay_uncertainty_get_type ())
G_DECLARE_FINAL_TYPE (OutlayUncertainty, outlay_uncertainty, OUTLAY, UNCERTAINTY, OutlayNode)
#define OUTLAY_TYPE_CORRELATION (outlay_correlation_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCorrelation, outlay_correlation, OUTLAY, CORRELATION, OutlayNode)
#define OUTLAY_TYPE_SOURCE (outlay_source_get_type ())
G_DECLARE_FINAL_TYPE (OutlaySource, outlay_source, OUTLAY, SOURCE, OutlayNode)
#define OUTLAY_TYPE_REGION (outlay_region_get_type ())
G_DECLARE_FINAL_TYPE (OutlayRegion, outlay_region, OUTLAY, REGION, OutlayNode)
#define OUTLAY_TYPE_FIGURE (outlay_figure_get_type ())
G_DECLARE_FINAL_TYPE (OutlayFigure, outlay_figure, OUTLAY, FIGURE, OutlayNode)
#define OUTLAY_TYPE_SCENARIO (outlay_scenario_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenario, outlay_scenario, OUTLAY, SCENARIO, OutlayNode)

OutlayPlan *outlay_plan_new (void);

/* Children in file order; GListModels of the types above. Not owned. */
GListModel *outlay_plan_get_phases (OutlayPlan *plan);
GListModel *outlay_plan_get_initiatives (OutlayPlan *plan);
GListModel *outlay_plan_get_targets (OutlayPlan *plan);
GListModel *outlay_plan_get_scenarios (OutlayPlan *plan);
GListModel *outlay_plan_get_uncertainties (OutlayPlan *plan);
GListModel *outlay_plan_get_correlations (OutlayPlan *plan);
guint outlay_plan_get_n_phases (OutlayPlan *plan);
guint outlay_plan_get_n_initiatives (OutlayPlan *plan);
/* By id, at the same cost in every plan. (nullable) (transfer none) */
OutlayScenario *outlay_plan_find_scenario (OutlayPlan *plan, const char *id); /* NULL for "base" and for an unknown id */
OutlayInitiative *outlay_plan_find_initiative (OutlayPlan *plan, const char *id);
OutlaySource *outlay_plan_find_source (OutlayPlan *plan, const char *path);
OutlaySource *outlay_plan_find_source_around (OutlayPlan *plan, const char *path);
/* outlay_node_get_id() of a source is its path. Sources stand in file order under the member "sources". */
OutlaySource *outlay_source_new (const char *path);
/* (nullable) (transfer none) */
OutlayPhase *outlay_plan_get_phase (OutlayPlan *plan, guint phase);
OutlayInitiative *outlay_plan_get_initiative (OutlayPlan *plan, guint initiative);
GListModel *outlay_initiative_get_products (OutlayInitiative *initiative);
guint outlay_initiative_get_n_products (OutlayInitiative *initiative);
OutlayProduct *outlay_initiative_get_product (OutlayInitiative *initiative, guint product); /* (nullable) (transfer none) */

/* The public figures of the plan's region, in file order; none where the plan has no region. (transfer none) */
guint outlay_plan_get_n_figures (OutlayPlan *plan);
OutlayFigure *outlay_plan_get_figure (OutlayPlan *plan, guint figure);

/* Cells by the phase's position in the plan; ramp-up by year from 0. */
double outlay_initiative_get_investment (OutlayInitiative *initiative, guint phase);
guint outlay_initiative_get_ramp_up_years (OutlayInitiative *initiative);
double outlay_initiative_get_ramp_up (OutlayInitiative *initiative, guint year);

/**
 * OutlayPlan::changed:
 * @plan: the plan
 *
 * Something of the plan is different: a number, a text, a list, a scenario. Emitted once after outlay_plan_thaw() for all that changed while frozen.
 */
void outlay_plan_freeze (OutlayPlan *plan);
void outlay_plan_thaw (OutlayPlan *plan);
gboolean outlay_plan_is_frozen (OutlayPlan *plan);
