/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"
#include "plan/scenario.h"
#include "study/bridge.h"

/**
 * OutlayChart:
 *
 * A chart of the catalogue: id ("output-value", "revenue-by-phase", "tax-by-kind", "split"), title, and what of the engine it needs.
 * "sales" and "output" are accepted for "revenue" and "output-value" in any id; "revenue" alone is by initiative. "compare-…" lay scenarios over each other,
 * "bridge" explains the difference between two, "year-waterfall" what becomes of the sales of one year.
 */
typedef struct _OutlayChart OutlayChart;

/**
 * OutlayChartOptions:
 *
 * What somebody wants different in a chart. Zeros are the chart as it comes. A text of NULL is the chart's own, an empty one is left out.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *note;
  const char *source;
  gboolean lines; /* a yearly chart of parts: a line for each of them in place of stacked bars */
  int year;       /* calendar year of a chart of one year; 0: the design year */
} OutlayChartOptions;

guint outlay_chart_count (void);
const OutlayChart *outlay_chart_nth (guint n);
const OutlayChart *outlay_chart_find (const char *id);
const char *outlay_chart_id (const OutlayChart *chart);
const char *outlay_chart_title (const OutlayChart *chart); /* translated */
/* Adds what the chart reads to a request. */
void outlay_chart_request (const OutlayChart *chart, OutlayRequest *request);

/* The scene of a chart under a projection that was asked for what outlay_chart_request() says. compared and options may be NULL. */
OutlayScene *outlay_chart_build (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, OutlayProjection *projection,
                                 OutlayProjection *compared, const OutlayChartOptions *options);

/* Charts of several scenarios. */
gboolean outlay_chart_compares (const OutlayChart *chart);
OutlayScene *outlay_chart_build_compared (const OutlayChart *chart, OutlayPlan *plan, OutlayProjection *const *projections, guint n,
                                          const OutlayChartOptions *options);

/* The bridge from one scenario to another (NULL: the plan itself), which has been run: what each change adds, the small ones joined. */
gboolean outlay_chart_is_bridge (const OutlayChart *chart);
OutlayScene *outlay_bridge_chart_build (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome, OutlayBridge *bridge,
                                        const OutlayChartOptions *options);
