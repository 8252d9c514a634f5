/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/charts.h"
#include "chart/scene-data.h"

/* What a chart of several parts is divided by. */
typedef enum
{
  OUTLAY_BY_INITIATIVE,
  OUTLAY_BY_PHASE,
  OUTLAY_BY_KIND, /* of tax */
  OUTLAY_BY_PRODUCT,
} OutlayChartParts;

/* What a chart is built from. */
typedef struct
{
  const OutlayChart *chart;
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection;
  OutlayProjection *compared; /* (nullable) */
  OutlayChartOptions options;
} OutlayChartSource;

/**
 * OutlayChartKind:
 *
 * How charts of one kind are made. A chart of one scenario has `build`; one of several has `build_several`, whose source is that of the first of them. Both fill an
 * empty scene, its table too; `request` adds what they read of the engine. The bridge has none: it is made from a study.
 */
typedef struct
{
  void (*request) (const OutlayChart *chart, OutlayRequest *request);
  void (*build) (OutlayScene *scene, const OutlayChartSource *source);
  void (*build_several) (OutlayScene *scene, const OutlayChartSource *source, OutlayProjection *const *projections, guint n);
  gboolean reads_cells; /* of the split and nothing else: no results */
} OutlayChartKind;

extern const OutlayChartKind outlay_yearly_kind;
extern const OutlayChartKind outlay_funding_kind;
extern const OutlayChartKind outlay_cash_kind;
extern const OutlayChartKind outlay_year_waterfall_kind;
extern const OutlayChartKind outlay_npv_profile_kind;
extern const OutlayChartKind outlay_split_picture_kind;
extern const OutlayChartKind outlay_scenario_lines_kind;
extern const OutlayChartKind outlay_bridge_kind;
extern const OutlayChartKind outlay_flow_kind;
extern const OutlayChartKind outlay_timeline_kind;
extern const OutlayChartKind outlay_use_kind;
extern const OutlayChartKind outlay_targets_kind;

struct _OutlayChart
{
  const char *id;
  const char *title; /* msgid */
  const OutlayChartKind *kind;
  OutlaySeries series;
  OutlayChartParts parts;
  gboolean cumulative; /* summed from the first year on */
  gboolean grouped;    /* of scenarios: bars beside each other */
};

/* A series or an indicator in a request. */
#define OUTLAY_BIT(n) (G_GUINT64_CONSTANT (1) << (n))

#define OUTLAY_N_TAX_KINDS 6
extern const OutlaySeries outlay_tax_kinds[OUTLAY_N_TAX_KINDS];

/* words.c: what charts say of a plan. */
char *outlay_chart_initiative_name (const OutlayChartSource *source, guint initiative);
/* The initiative's colour; in a plan of more than the palette has, another where one of the scene's series has nearly the same already. */
OutlayColour outlay_chart_initiative_colour (const OutlayChartSource *source, OutlayScene *scene, guint initiative);
char *outlay_chart_phase_name (const OutlayChartSource *source, guint phase);
/* "Storage first"; "Base" for the plan itself. */
char *outlay_chart_scenario_name (const OutlayChartSource *source, OutlayScenario *scenario);
/* "Source: projection of Jinchuang Energy Project · Scenario: As announced", below every chart of one scenario; and of several, which may be nothing. */
char *outlay_chart_source_line (const OutlayChartSource *source);
char *outlay_chart_plan_line (OutlayPlan *plan);
/* What stands in a picture as a part of a sentence, as the beginning of one in what is said of it: "In 2028". (transfer full) */
char *outlay_chart_sentence (const char *words);
/* "bn yuan a year", "bn yuan" */
char *outlay_chart_unit_title (const OutlayChartSource *source, OutlayAmountUnit unit, gboolean a_year);
/* The plan's discount rate, and the exponent of the first flow for outlay_npv(). */
double outlay_chart_discounting (const OutlayChartSource *source, double *offset);

/* The axes of amounts over the years, of a scene whose y axis reaches all of them, and how they are written. */
void outlay_chart_set_years (OutlayScene *scene, const OutlayChartSource *source, int first_year, guint n_years, gboolean a_year, OutlayAmountUnit *unit,
                             int *decimals);
/* A chart that has nothing to show says so in its middle; for axes from 0 to 1. */
void outlay_chart_add_emptiness (OutlayScene *scene, const char *words);

/* Lays what somebody wrote over what a scene says of itself; the title is there from the start. */
void outlay_chart_reword (OutlayScene *scene, const OutlayChartOptions *options);

/* The design year, and what the promised lines of a chart need to be told where they stand. */
void outlay_promises_request (OutlayRequest *request);
/* promises.c: lines across the chart for what the plan promises of its series; their words when the unit is known. */
void outlay_promises_add (OutlayScene *scene, const OutlayChartSource *source);
void outlay_promises_write (OutlayScene *scene, OutlayAmountUnit unit);
