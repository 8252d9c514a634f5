/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/command.h"
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
