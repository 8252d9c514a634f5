/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/validate.h"

/* One change that a scenario lays over what held before. */
typedef struct _OutlayStep OutlayStep;
struct _OutlayStep
{
  OutlayParameter parameter;
  const OutlayValue *value;
  OutlayStep *before; /* (nullable): the parent's change of the same */
};

/**
 * OutlayCheck:
 *
 * A plan as one scenario makes it, and where its faults go. The rules read every member through it, so that they hold for scenarios as for the plan.
 */
typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenario; /* NULL: the plan itself */
  GHashTable *overlay;      /* OutlayParameter → OutlayStep: what the scenario and its parents change */
  GPtrArray *steps;         /* owned: the way from the plan to the scenario */
  GArray *own;              /* of OutlayParameter: what the scenario itself changes */
  OutlayFaultFunc func;
  gpointer data;
  guint n_faults;
} OutlayCheck;

void outlay_check_init (OutlayCheck *check, OutlayPlan *plan, OutlayFaultFunc func, gpointer data);
void outlay_check_clear (OutlayCheck *check);
/* Lays one change of the scenario over; leave takes changes back until so many are left. */
void outlay_check_lay (OutlayCheck *check, const OutlayParameter *parameter, const OutlayValue *value);
void outlay_check_leave (OutlayCheck *check, guint n_steps);

/* A member under the scenario: NaN or NULL where it is absent or null. */
double outlay_check_number (OutlayCheck *check, OutlayNode *node, const char *name);
const char *outlay_check_string (OutlayCheck *check, OutlayNode *node, const char *name);

/* A fault of the named members (ending with NULL) of node; takes the message. Of a scenario it is told at what the scenario changes of them. */
void outlay_check_fault (OutlayCheck *check, OutlayNode *node, char *message, ...) G_GNUC_NULL_TERMINATED;
/* A fault at paths that the caller knows; paths gets its end. */
void outlay_check_report (OutlayCheck *check, GPtrArray *paths, const char *message);
void outlay_check_report_one (OutlayCheck *check, char *path, const char *message);
char *outlay_check_scenario_path (OutlayScenario *scenario, const char *rest);
/* Whether there is use in looking for more. */
gboolean outlay_check_goes_on (OutlayCheck *check);

/* Whatever rules the node has a part in (rules.c); of the plan: its years. */
void outlay_check_node (OutlayCheck *check, OutlayNode *node);
gboolean outlay_check_has_rule (const OutlayParameter *parameter);
/* The parameters that have a part in a rule together with this one, itself among them; an empty array where there is none. */
GArray *outlay_check_related (OutlayPlan *plan, const OutlayParameter *parameter);

/* All scenarios, each under its parent (scenario-tree.c). related: (nullable): only what they change of these. */
void outlay_check_scenarios (OutlayCheck *check, GArray *related);
void outlay_check_scenario (OutlayCheck *check, OutlayScenario *scenario);

/* Uncertainties and correlations, which no scenario changes (risk-rules.c). */
void outlay_check_risks (OutlayCheck *check);

/* Whether a symmetric matrix with ones in its diagonal is positive definite. pairs: first, second and the value of each entry off the diagonal.
 * Where it is not, the last pair of those numbers that hang together and fail. */
typedef struct
{
  guint first;
  guint second;
  double value;
} OutlayPair;
/* Numbers that hang together beyond this are refused unseen: nobody has estimated as many correlations. */
#define OUTLAY_MOST_CORRELATED 500
gboolean outlay_matrix_is_definite (const OutlayPair *pairs, guint n_pairs, guint n, guint *failing, gboolean *too_many);
