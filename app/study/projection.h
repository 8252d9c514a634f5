/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/single.h"
#include "plan/model.h"

/**
 * OutlayProjection:
 *
 * The results of one case, each series a plain array of n_years doubles: what the window, the charts, the statements and the command line read.
 * Reference counted; belongs to one thread. NaN is the model's null.
 */
typedef struct _OutlayProjection OutlayProjection;

OutlayProjection *outlay_projection_new (OutlayModel *model, const OutlayRequest *request);
/* Another case of the same shape in the same memory, or the same one after it has changed; only by who holds the projection alone. */
gboolean outlay_projection_update (OutlayProjection *projection, OutlayModel *model);
OutlayProjection *outlay_projection_ref (OutlayProjection *projection);
void outlay_projection_unref (OutlayProjection *projection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayProjection, outlay_projection_unref)

guint outlay_projection_years (OutlayProjection *projection);
int outlay_projection_first_year (OutlayProjection *projection);
/* n_years doubles, or NULL where it was not asked for or does not exist there. */
const double *outlay_projection_series (OutlayProjection *projection, OutlaySeries series, OutlayScope scope);
double outlay_projection_indicator (OutlayProjection *projection, OutlayIndicator indicator, int initiative);
const double *outlay_projection_irr_roots (OutlayProjection *projection, OutlayIndicator irr, int initiative, guint *n_roots);
/* What the books may be off by (model.md §9), as outlay_projection_imbalance() tells it: more is a fault of the program. */
#define OUTLAY_IMBALANCE_MOST 1e-9
double outlay_projection_imbalance (OutlayProjection *projection);
OutlayModel *outlay_projection_model (OutlayProjection *projection);

/* Sentences about what a planner should know: a phase with money that completes after the last year, an IRR that is not unique … */
GPtrArray *outlay_projection_warnings (OutlayProjection *projection, OutlayPlan *plan);
