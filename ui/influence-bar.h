/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "study/influence.h"

/**
 * OutlayInfluenceBar:
 *
 * What a tenth more and a tenth less of a number do to one outcome: two bars from a common middle, the amount behind each.
 */
#define OUTLAY_TYPE_INFLUENCE_BAR (outlay_influence_bar_get_type ())
G_DECLARE_FINAL_TYPE (OutlayInfluenceBar, outlay_influence_bar, OUTLAY, INFLUENCE_BAR, GtkWidget)

GtkWidget *outlay_influence_bar_new (OutlayInfluenceOutcome outcome);
/* influence: (nullable): copied; largest: the effect that is as long as a bar can be. words: (nullable): the same for a screen reader, and more of it */
void outlay_influence_bar_show (OutlayInfluenceBar *bar, const OutlayInfluence *influence, double largest, const char *words);

/* What the bars of the rows below are about, in their column; NULL for bars. */
void outlay_influence_bar_set_caption (OutlayInfluenceBar *bar, const char *caption);

/* The greatest effect of either direction; 0 for none. */
double outlay_influence_largest (const OutlayInfluence *influence, OutlayInfluenceOutcome outcome);
