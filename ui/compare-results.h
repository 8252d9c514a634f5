/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/comparison.h"
#include "ui/document.h"

/**
 * OutlayCompareResults:
 *
 * What scenarios of a document bring, computed when somebody asks: at once where that is a small part of a frame, else in a thread. The thread has models
 * that nobody changes (OutlayCases), so it never meets the plan; what changes meanwhile leaves it behind, and it begins anew.
 */
typedef struct _OutlayCompareResults OutlayCompareResults;

/* func is called when results are there that somebody waited for. Does not own the document, which must outlive it. */
typedef void (*OutlayCompareResultsFunc) (gpointer data);
OutlayCompareResults *outlay_compare_results_new (OutlayDocument *document, OutlayCompareResultsFunc func, gpointer data);
void outlay_compare_results_free (OutlayCompareResults *results);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayCompareResults, outlay_compare_results_free)

/* Something is different, or these are others. chosen: OutlayScenario, NULL for the plan itself; kept. */
void outlay_compare_results_forget (OutlayCompareResults *results, GPtrArray *chosen);
/* Sees to it that there are results: whether they are there already. */
gboolean outlay_compare_results_compute (OutlayCompareResults *results);

/* (nullable): NULL where it is not computed. Owned by the results until they are forgotten. */
OutlayComparison *outlay_compare_results_get_comparison (OutlayCompareResults *results);
/* Found when they are asked for, which takes as long as there are changes. Likewise. */
GPtrArray *outlay_compare_results_get_differences (OutlayCompareResults *results);
/* The plan under a scenario as it is now, for other threads too. (transfer full) */
OutlayModel *outlay_compare_results_get_model (OutlayCompareResults *results, OutlayScenario *scenario);
