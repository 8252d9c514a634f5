/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"

/* Targets and the public figures of the region: both are filled in as a draft that stands nowhere (g_object_new(), or outlay_node_copy() of the one that is
 * edited) and laid into the plan as one step. They leave and take other places by structure.h. */

/* What a target is judged by: one or the other, as the file has it. measure goes with series; initiative and product are NULL for the whole plan. */
void outlay_target_judge_series (OutlayTarget *draft, const char *series, OutlayMeasure measure);
void outlay_target_judge_indicator (OutlayTarget *draft, const char *indicator);
void outlay_target_judge_part (OutlayTarget *draft, const char *initiative, const char *product);
/* Exactly one bound. */
void outlay_target_bound (OutlayTarget *draft, gboolean at_most, double bound);

/* What a figure is set against; series NULL: nothing. initiative NULL: the whole plan. */
void outlay_figure_set_against (OutlayFigure *draft, const char *series, OutlayMeasure measure, const char *initiative);

/* target NULL: a new one behind all others. The draft's id does not matter. What scenarios change of it and cannot hold any more leaves them.
 * (nullable) (transfer none) */
OutlayTarget *outlay_target_save (OutlayHistory *history, OutlayTarget *target, OutlayTarget *draft, GError **error);
/* link: (nullable): where the figure can be read, kept as the source of the figure; "" takes it away, NULL leaves it alone. */
OutlayFigure *outlay_figure_save (OutlayHistory *history, OutlayFigure *figure, OutlayFigure *draft, const char *link, GError **error);
/* The link of a figure of the plan; NULL where it has none. (nullable) (transfer none) */
const char *outlay_figure_get_link (OutlayPlan *plan, OutlayFigure *figure);
