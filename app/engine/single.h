/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/batch.h"

/**
 * OutlaySingle:
 *
 * One case of a plan, computed to the bits that it has in a batch, but in the least time: the lanes hold eight of its initiatives instead of eight cases,
 * and a run computes only what its numbers have changed. For what follows a hand, be the plan as large as it may. Belongs to one thread; a
 * run in which much has changed takes others to help.
 */
typedef struct _OutlaySingle OutlaySingle;

OutlaySingle *outlay_single_new (const OutlayShape *shape, const OutlayRequest *request);
void outlay_single_free (OutlaySingle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlaySingle, outlay_single_free)

const OutlayShape *outlay_single_shape (const OutlaySingle *self);

/* numbers: shape->n_numbers doubles. Returns the number of initiatives that had to be computed. */
guint outlay_single_run (OutlaySingle *self, const double *numbers);
/* The same where nothing but cells differs from the last run. */
guint outlay_single_run_cells (OutlaySingle *self, const double *numbers);

/* n_years doubles, NaN for the model's null; NULL when it was not requested or does not exist at that scope. Owned, valid until the next run. The rows of
 * one series stand side by side, initiative by initiative. */
const double *outlay_single_series (const OutlaySingle *self, OutlaySeries series, OutlayScope scope);
/* NULL when it was not requested. initiative −1: the plan. */
const double *outlay_single_indicator (const OutlaySingle *self, OutlayIndicator indicator, int initiative);
/* Every root of one of the three IRRs, ascending; owned. NULL and 0 where there is none. */
const double *outlay_single_irr_roots (const OutlaySingle *self, OutlayIndicator irr, int initiative, guint *n_roots);
/* What outlay_batch_imbalance() tells of the case. */
const double *outlay_single_imbalance (const OutlaySingle *self);
