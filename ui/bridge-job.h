/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/bridge.h"

/**
 * OutlayBridgeJob:
 *
 * A bridge that is computed beside the frame: the data of its task. It knows the plan no more.
 */
typedef struct
{
  OutlayBridge *bridge; /* NULL: somebody has taken it */
  OutlayScenario *from; /* (nullable) */
  OutlayScenario *to;
  OutlayOutcome outcome;
  int permille; /* atomic */
} OutlayBridgeJob;

/* from, to: the plan under two scenarios, which nobody changes any more. differences: what outlay_plan_compare() found between these and maybe others.
 * source is kept until callback has been called; the result is a boolean. Cancel it by the task's cancellable. (transfer full) */
GTask *outlay_bridge_job_start (gpointer source, OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences,
                                const OutlayOutcome *outcome, GAsyncReadyCallback callback);
/* How far it is, 0 to 1. */
double outlay_bridge_job_get_fraction (GTask *task);
