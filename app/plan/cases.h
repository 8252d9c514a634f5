/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/model.h"

/**
 * OutlayCases:
 *
 * The models of a plan's scenarios, brought up to date with every edit when they are asked for, at the cost of the edit. Belongs to the thread of the plan. A
 * model that it gives never changes as long as somebody holds it, so other threads may read it while the plan is edited.
 */
typedef struct _OutlayCases OutlayCases;

OutlayCases *outlay_cases_new (OutlayPlan *plan);
void outlay_cases_free (OutlayCases *cases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCases, outlay_cases_free)

/* The plan as it is now under a scenario (NULL: itself). (transfer full) */
OutlayModel *outlay_cases_get (OutlayCases *cases, OutlayScenario *scenario);
/* Where there is none yet: a copy of a model that somebody has made already, for others to be made from. */
void outlay_cases_learn (OutlayCases *cases, OutlayModel *model);
/* Forgets all but those of these scenarios. */
void outlay_cases_keep (OutlayCases *cases, OutlayScenario *const *scenarios, guint n);
