/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
#include "plan/amount.h"
#include "store/json-text.h"
#include "study/projection.h"

/**
 * OutlayReport:
 *
 * What `outlay-cli project` prints: a projection and which of it.
 */
typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection;
  guint64 series; /* sets of 1 << OUTLAY_SERIES_… */
  gboolean by_plan;
  gboolean by_initiative;
  gboolean by_phase;
  gboolean by_cell;
} OutlayReport;

static inline gboolean
outlay_report_has (const OutlayReport *report, OutlaySeries series)
{
  return (report->series >> series & 1) != 0;
}

/* Objects of the report's plan by their position. */
guint outlay_report_n_initiatives (const OutlayReport *report);
guint outlay_report_n_phases (const OutlayReport *report);
guint outlay_report_n_products (const OutlayReport *report, guint initiative);
const char *outlay_report_initiative_id (const OutlayReport *report, guint initiative);
const char *outlay_report_phase_id (const OutlayReport *report, guint phase);
const char *outlay_report_product_id (const OutlayReport *report, guint initiative, guint product);

const char *outlay_report_currency (const OutlayReport *report);
/* All roots of an IRR that is not unique. (transfer full) */
char *outlay_report_indicator_text (const OutlayReport *report, OutlayIndicator indicator, int initiative);

/* One unit for numbers up to largest that are to be read off against each other, and their decimals. */
OutlayAmountUnit outlay_report_scale (OutlayUnit unit, double largest, int *digits);

/* Parts of what project prints, for others that print results. initiative −1: the plan. */
/* The members that say what is told of which years. */
void outlay_report_append_json_head (const OutlayReport *report, OutlayJsonText *json);
void outlay_report_append_json_indicator (const OutlayReport *report, OutlayIndicator indicator, int initiative, OutlayJsonText *json);
void outlay_report_append_json_indicators (const OutlayReport *report, int initiative, OutlayJsonText *json);
void outlay_report_append_json_targets (const OutlayReport *report, OutlayJsonText *json);
void outlay_report_append_csv_header (GString *text);
void outlay_report_append_csv_value (const OutlayReport *report, const char *kind, const char *name, double value, GString *text);
void outlay_report_append_csv_indicators (const OutlayReport *report, int initiative, GString *text);
void outlay_report_append_csv_targets (const OutlayReport *report, GString *text);
