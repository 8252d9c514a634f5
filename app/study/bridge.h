/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/measure.h"

/**
 * OUTLAY_BRIDGE_ERROR:
 *
 * Why a difference cannot be explained: the message is a sentence for a planner, with a way on.
 */
#define OUTLAY_BRIDGE_ERROR (outlay_bridge_error_quark ())
GQuark outlay_bridge_error_quark (void);

typedef enum
{
  OUTLAY_BRIDGE_ERROR_NO_VALUE, /* the outcome is null in one of the scenarios, or with some of the changes only */
} OutlayBridgeError;

/* Up to so many players every coalition of them is computed; above, coalitions are sampled. */
#define OUTLAY_BRIDGE_EXACT_MOST 12
/* Cases that a sampled bridge computes: as many as the largest exact one. */
#define OUTLAY_BRIDGE_EVALUATIONS (1 << OUTLAY_BRIDGE_EXACT_MOST)
/* Nobody reads a bridge of more steps; objects are then taken together. */
#define OUTLAY_BRIDGE_STEPS_MOST 64

/* What one step of a bridge stands for. */
typedef enum
{
  OUTLAY_BRIDGE_BY_INPUT,   /* each changed number; those that a rule of the plan ties together are one */
  OUTLAY_BRIDGE_BY_OBJECT,  /* each product, initiative, phase; the taxes, the finance, the assets; the plan's own numbers */
  OUTLAY_BRIDGE_BY_VENTURE, /* initiatives with their products */
  OUTLAY_BRIDGE_BY_KIND,    /* all initiatives, all products, all phases … */
} OutlayBridgeGrouping;

/**
 * OutlayBridgeStep:
 * @label: "Energy storage: Price", in the reader's language
 * @paths: the changed inputs, in the order of the file
 * @contribution: what they add, in the unit of the outcome
 * @standard_error: of a sampled contribution; 0 where it is exact
 */
typedef struct
{
  char *label;
  char **paths;
  double contribution;
  double standard_error;
} OutlayBridgeStep;

/**
 * OutlayBridge:
 *
 * The difference of one outcome between two scenarios, change by change: from + Σ contributions = to. A contribution is the Shapley value of its inputs: what
 * they add on average over all orders in which the changes could be made one after the other. It depends on no order, is 0 for a change without effect, and
 * the same for two changes that always have the same effect.
 */
typedef struct _OutlayBridge OutlayBridge;

/* Reads the plan and computes nothing: what follows needs the plan no more and may run in another thread. */
OutlayBridge *outlay_bridge_prepare (OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences, const OutlayOutcome *outcome,
                                     guint64 seed);
/* Computes the steps; fraction goes from 0 to 1. progress: (nullable), called in the thread that runs. */
typedef void (*OutlayBridgeProgress) (double fraction, gpointer data);
gboolean outlay_bridge_run (OutlayBridge *bridge, OutlayBridgeProgress progress, gpointer data, GCancellable *cancellable, GError **error);
/* Both at once. from and to: NULL is the plan itself. */
OutlayBridge *outlay_bridge_new (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome, guint64 seed,
                                 GCancellable *cancellable, GError **error);
void outlay_bridge_free (OutlayBridge *bridge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayBridge, outlay_bridge_free)

/* After a run. */
double outlay_bridge_from (OutlayBridge *bridge);
double outlay_bridge_to (OutlayBridge *bridge);
/* In the order of the file, also those that add nothing; none where no input differs. */
guint outlay_bridge_n_steps (OutlayBridge *bridge);
const OutlayBridgeStep *outlay_bridge_step (OutlayBridge *bridge, guint step);
OutlayBridgeGrouping outlay_bridge_grouping (OutlayBridge *bridge);
gboolean outlay_bridge_is_exact (OutlayBridge *bridge);
