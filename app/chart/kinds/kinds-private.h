/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/charts.h"
#include "chart/scene-data.h"

typedef enum
{
  OUTLAY_BY_INITIATIVE,
  OUTLAY_BY_PHASE,
  OUTLAY_BY_KIND, /* of tax */
  OUTLAY_BY_CELL, /* the split picture */
  OUTLAY_BY_SCENARIO, /* scenarios laid over each other */
  OUTLAY_BY_CHANGE,   /* the bridge between two scenarios */
} OutlayChartParts;

struct _OutlayChart
{
  const char *id;
  const char *title; /* msgid */
  OutlaySeries series;
  OutlayChartParts parts;
  gboolean cumulative; /* BY_SCENARIO: summed from the first year on */
};

/* What a chart is built from. */
typedef struct
{
  const OutlayChart *chart;
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection;
  OutlayProjection *compared; /* (nullable) */
} OutlayChartSource;

#define OUTLAY_N_TAX_KINDS 6
extern const OutlaySeries outlay_tax_kinds[OUTLAY_N_TAX_KINDS];

/* yearly.c, split-picture.c: fill an empty scene. */
void outlay_yearly_build (OutlayScene *scene, const OutlayChartSource *source);
void outlay_split_picture_build (OutlayScene *scene, const OutlayChartSource *source);
/* scenario-lines.c: the same of several scenarios; source is that of the first. */
void outlay_scenario_lines_build (OutlayScene *scene, const OutlayChartSource *source, OutlayProjection *const *projections, guint n);
/* promises.c: lines across the chart for what the plan promises of its series; their words when the unit is known. */
void outlay_promises_add (OutlayScene *scene, const OutlayChartSource *source);
void outlay_promises_write (OutlayScene *scene, OutlayAmountUnit unit);

char *outlay_chart_initiative_name (const OutlayChartSource *source, guint initiative);
/* The initiative's colour; in a plan of more than the palette has, another where one of the scene's series has nearly the same already. */
OutlayColour outlay_chart_initiative_colour (const OutlayChartSource *source, OutlayScene *scene, guint initiative);
char *outlay_chart_phase_name (const OutlayChartSource *source, guint phase);
/* "Storage first"; "Base" for the plan itself. */
char *outlay_chart_scenario_name (const OutlayChartSource *source, OutlayScenario *scenario);
/* "Jinchuang Energy Project · As announced", the small print of every chart. */
char *outlay_chart_source_note (const OutlayChartSource *source);
/* "bn yuan a year", "bn yuan" */
char *outlay_chart_unit_title (const OutlayChartSource *source, OutlayAmountUnit unit, gboolean a_year);
/* Makes the axis reach a value; nothing where it is not finite. */
void outlay_axis_widen (OutlayAxis *axis, double value);
/* Decimals that show about four digits of the largest of some amounts. */
int outlay_chart_decimals (double largest, OutlayAmountUnit unit);
