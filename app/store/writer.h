/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"
#include "store/json-text.h"

/* The canonical text of the plan file. */
GString *outlay_plan_write (OutlayPlan *plan);
/* One object of the plan, which need not stand in it now, as a value inside another text. */
void outlay_node_write (OutlayNode *node, OutlayPlan *plan, OutlayJsonText *json);

/**
 * OutlayPlanWriter:
 *
 * Writes the same text in pieces, so that a large plan holds nobody up. The plan must not change between the pieces.
 */
typedef struct _OutlayPlanWriter OutlayPlanWriter;

OutlayPlanWriter *outlay_plan_writer_new (OutlayPlan *plan);
/* Goes on until the text is whole or the time is up, as g_get_monotonic_time() has it; 0: no matter how long. Whether it is whole. */
gboolean outlay_plan_writer_step (OutlayPlanWriter *writer, gint64 deadline);
/* The text, which must be whole. (transfer full) */
GString *outlay_plan_writer_steal_text (OutlayPlanWriter *writer);
void outlay_plan_writer_free (OutlayPlanWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayPlanWriter, outlay_plan_writer_free)
