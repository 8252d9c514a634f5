/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare-row.h"
#include "ui/compare-session.h"

/* The figures of a comparison that planners ask for first, and the others behind them. */
guint outlay_compare_n_outcomes (gboolean all);
OutlayOutcome outlay_compare_nth_outcome (guint n);
/* "Output value in the design year". (transfer full) */
char *outlay_compare_outcome_name (const OutlayOutcome *outcome);

/* A row for each of them, with differences to the first of the chosen scenarios (of OutlayCompareRow, transfer full). */
GListModel *outlay_compare_indicators_read (OutlayCompareSession *session, gboolean all);
