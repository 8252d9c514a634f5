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
} OutlayChartParts;

struct _OutlayChart
{
  const char *id;
  const char *title; /* msgid */
  OutlaySeries series;
  OutlayChartParts parts;
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

char *outlay_chart_initiative_name (const OutlayChartSource *source, guint initiative);
/* The initiative's colour; in a plan of more than the palette has, another where one of the scene's series has nearly the same already. */
OutlayColour outlay_chart_initiative_colour (const OutlayChartSource *source, OutlayScene *scene, guint initiative);
char *outlay_chart_phase_name (const OutlayChartSource *source, guint phase);
/* "Storage first"; "Base" for the plan itself. */
char *outlay_chart_scenario_name (const OutlayChartSource *source, OutlayScenario *scenario);
/* "Jinchuang Energy Project · As announced", the small print of every chart. */
char *outlay_chart_source_note (const OutlayChartSource *source);
/* Decimals that show about four digits of the largest of some amounts. */
int outlay_chart_decimals (double largest, OutlayAmountUnit unit);
