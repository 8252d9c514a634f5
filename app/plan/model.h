/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/shape.h"
#include "plan/scenario.h"

/**
 * OutlayModel:
 *
 * A plan under one scenario, flattened for the engine: a shape and its numbers. Reference counted. Who made it may change it, as
 * long as nobody else holds it.
 */
typedef struct _OutlayModel OutlayModel;

/* scenario NULL: the plan itself. */
OutlayModel *outlay_model_new (OutlayPlan *plan, OutlayScenario *scenario);
OutlayModel *outlay_model_ref (OutlayModel *model);
void outlay_model_unref (OutlayModel *model);
gboolean outlay_model_is_shared (OutlayModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayModel, outlay_model_unref)

/* The scenario it was made under; NULL for the plan itself. Not owned. */
OutlayScenario *outlay_model_scenario (OutlayModel *model);
const OutlayShape *outlay_model_shape (OutlayModel *model);
const double *outlay_model_numbers (OutlayModel *model);
/* Where the number of a parameter stands; FALSE where it is not a number. */
gboolean outlay_model_index (OutlayModel *model, const OutlayParameter *parameter, gsize *index);

/* Takes over what was edited since, in place of cells that were set; FALSE where it has to be made anew. */
gboolean outlay_model_update (OutlayModel *model, OutlayPlan *plan);
gboolean outlay_model_is_outdated (OutlayModel *model, OutlayPlan *plan);
gboolean outlay_model_is_outdated_throughout (OutlayModel *model, OutlayPlan *plan);
/* A new one as the plan is now, from another of the same plan; NULL where it has to be made anew. (transfer full) */
OutlayModel *outlay_model_derive (OutlayModel *model, OutlayPlan *plan, OutlayScenario *scenario);
/* How often something but its cells changed. */
guint outlay_model_version (OutlayModel *model);
/* While a hand moves money: other cells, n_initiatives × n_phases doubles, initiative by initiative. */
void outlay_model_set_cells (OutlayModel *model, const double *cells);

static inline double
outlay_model_cell (OutlayModel *model, guint initiative, guint phase)
{
  return outlay_model_numbers (model)[outlay_shape_cell (outlay_model_shape (model), initiative, phase)];
}
