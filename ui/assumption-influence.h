/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/assumption-row.h"

/**
 * OutlayAssumptionInfluence:
 *
 * Weighs the numbers of rows beside the frame: what moving each of them by a tenth does. What is under way is given up for what is asked for later.
 */
#define OUTLAY_TYPE_ASSUMPTION_INFLUENCE (outlay_assumption_influence_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionInfluence, outlay_assumption_influence, OUTLAY, ASSUMPTION_INFLUENCE, GObject)

OutlayAssumptionInfluence *outlay_assumption_influence_new (OutlayDocument *document);
/* rows: (transfer full): OutlayAssumptionRow, whose cells are weighed; they are told of it, with ::weighed after all of them. */
void outlay_assumption_influence_weigh (OutlayAssumptionInfluence *influence, GPtrArray *rows);
void outlay_assumption_influence_stop (OutlayAssumptionInfluence *influence);
gboolean outlay_assumption_influence_is_busy (OutlayAssumptionInfluence *influence);
