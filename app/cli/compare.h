/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/report.h"
#include "study/bridge.h"
#include "study/comparison.h"

/**
 * OutlayContrast:
 *
 * What `outlay-cli compare` prints: scenarios side by side, and a bridge from the first to each other one.
 */
typedef struct
{
  OutlayPlan *plan;
  GPtrArray *scenarios; /* NULL among them is the plan itself */
  GPtrArray *differences;
  OutlayComparison *comparison;
  OutlayOutcome outcome;
  GPtrArray *bridges; /* to each scenario; NULL to the first, and where there is none */
  gboolean by_plan;
  gboolean by_initiative;
} OutlayContrast;

/* What of a series in the plan's design year is compared besides the indicators. */
#define OUTLAY_N_CONTRASTED 3
extern const OutlayOutcome outlay_contrasted[OUTLAY_N_CONTRASTED];

OutlayReport outlay_contrast_report (const OutlayContrast *contrast, guint scenario);
const char *outlay_contrast_id (const OutlayContrast *contrast, guint scenario);
/* How well the number is founded: "assumed" where it has no source. */
OutlayStatus outlay_difference_status (const OutlayDifference *difference);

/* Each writes everything. */
void outlay_contrast_append_json (const OutlayContrast *contrast, GString *text);
void outlay_contrast_append_csv (const OutlayContrast *contrast, GString *text);
void outlay_contrast_append_text (const OutlayContrast *contrast, GString *text);

/* What --scenarios says: ids joined by commas, at least two different ones; NULL for all. FALSE where it is wrong, which has then been said. */
gboolean outlay_scenarios_read (const char *words, char ***ids);
/* The scenarios of these ids, each once, without ids the plan itself and all of its own. */
OutlayExit outlay_scenarios_find (OutlayPlan *plan, char *const *ids, GPtrArray *scenarios);
/* What --bridge says: the name of an indicator or a series. */
gboolean outlay_outcome_read (const char *name, OutlayOutcome *outcome);
