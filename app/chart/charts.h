/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"
#include "plan/amount.h"
#include "plan/scenario.h"
#include "study/bridge.h"
#include "study/comparison.h"

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
  gboolean all_years; /* also those in which nothing is spent any more */
  gboolean lines; /* a yearly chart of parts: a line for each of them in place of stacked bars */
  guint part;     /* of a chart that can be of an initiative: 1 + its position; 0: of the plan */
  int year;       /* calendar year of a chart of one year; 0: the design year */
} OutlayChartOptions;

guint outlay_chart_count (void);
const OutlayChart *outlay_chart_nth (guint n);
const OutlayChart *outlay_chart_find (const char *id);
const char *outlay_chart_id (const OutlayChart *chart);
const char *outlay_chart_title (const OutlayChart *chart); /* translated */
/* Whether it reads results, and not the cells of the split alone. */
gboolean outlay_chart_reads_results (const OutlayChart *chart);
/* Whether these options change anything of it. */
gboolean outlay_chart_takes_lines (const OutlayChart *chart);
gboolean outlay_chart_takes_year (const OutlayChart *chart);
/* Adds what the chart reads to a request. */
void outlay_chart_request (const OutlayChart *chart, OutlayRequest *request);
/* The same where the chart is to be of an initiative. */
void outlay_chart_request_initiatives (const OutlayChart *chart, OutlayRequest *request);

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

/* Any chart of a plan, with what it needs of the engine; scenarios, n of them, and outcome are for those that compare, and for a bridge. */
OutlayScene *outlay_chart_compute (const OutlayChart *chart, OutlayPlan *plan, OutlayScenario *scenario, OutlayScenario *const *scenarios, guint n,
                                   const OutlayOutcome *outcome, const OutlayChartOptions *options, GError **error);
/* "Source: projection of Jinchuang Energy Project · Scenario: As announced": what charts of one scenario say, for tables beside them. (transfer full) */
char *outlay_chart_source_text (OutlayPlan *plan, OutlayScenario *scenario);
/* "bn yuan": what charts call money in a unit. (transfer full) */
char *outlay_chart_money_text (OutlayPlan *plan, OutlayScenario *scenario, OutlayAmountUnit unit);
/* Decimals that show about four digits of the largest of some amounts. */
int outlay_chart_decimals (double largest, OutlayAmountUnit unit);
