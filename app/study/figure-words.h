/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/counts.h"
#include "study/measure.h"

/* How public figures and the plan's part in them are told. (transfer full) */

/* A number in a unit that somebody wrote: "650 bn yuan a year" where it begins with a currency, "28.1 %" of a "share", "1,256 firms". */
char *outlay_figure_format (double value, const char *unit, const char *currency);
/* The value of a figure under a scenario (NULL: the plan itself). */
char *outlay_figure_format_value (OutlayPlan *plan, OutlayScenario *scenario, OutlayFigure *figure);
/* A share with two digits that are not 0, however small it is: "1.5 %", "0.0015 %"; "–" for NaN. */
char *outlay_share_format (double share);
/* What is measured of a series: "Output value, design year". */
char *outlay_measure_label (OutlaySeries series, OutlayMeasure measure);
/* "design year", "mean of the years" … */
const char *outlay_measure_name (OutlayMeasure measure);
