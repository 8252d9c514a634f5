/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/series.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *nick;
  OutlayUnit unit;
  OutlayLevels levels;
} SeriesEntry;

typedef struct
{
  const char *name;
  const char *nick;
  OutlayUnit unit;
} IndicatorEntry;

#define SERIES_ENTRY(SYMBOL, name, UNIT, LEVELS, nick) { name, nick, OUTLAY_UNIT_##UNIT, OUTLAY_LEVELS_##LEVELS },
#define INDICATOR_ENTRY(SYMBOL, name, UNIT, nick) { name, nick, OUTLAY_UNIT_##UNIT },

static const SeriesEntry series_entries[] = { OUTLAY_SERIES (SERIES_ENTRY) };
static const IndicatorEntry indicator_entries[] = { OUTLAY_INDICATORS (INDICATOR_ENTRY) };

/**
 * outlay_series_name:
 * @series: a series
 *
 * Returns: (transfer none): the name that plan files, tables and the command line use
 */
const char *
outlay_series_name (OutlaySeries series)
{
  return series_entries[series].name;
}

/**
 * outlay_series_nick:
 * @series: a series
 *
 * Returns: (transfer none): what a planner reads, an untranslated msgid
 */
const char *
outlay_series_nick (OutlaySeries series)
{
  return series_entries[series].nick;
}

/**
 * outlay_series_unit:
 * @series: a series
 *
 * Returns: what a value of the series counts; #OUTLAY_UNIT_UNITS are the product's own units
 */
OutlayUnit
outlay_series_unit (OutlaySeries series)
{
  return series_entries[series].unit;
}

/**
 * outlay_series_levels:
 * @series: a series
 *
 * Returns: where in a plan the series exists
 */
OutlayLevels
outlay_series_levels (OutlaySeries series)
{
  return series_entries[series].levels;
}

/**
 * outlay_series_from_name:
 * @name: a name, or one of the other names "sales" (revenue) and "output" (output-value)
 *
 * Returns: the #OutlaySeries, or -1 for an unknown name
 */
int
outlay_series_from_name (const char *name)
{
  if (strcmp (name, "sales") == 0)
    return OUTLAY_SERIES_REVENUE;
  if (strcmp (name, "output") == 0)
    return OUTLAY_SERIES_OUTPUT_VALUE;
  for (int s = 0; s < OUTLAY_N_SERIES; s++)
    if (strcmp (name, series_entries[s].name) == 0)
      return s;
  return -1;
}

/**
 * outlay_indicator_name:
 * @indicator: an indicator
 *
 * Returns: (transfer none): the name that plan files, tables and the command line use
 */
const char *
outlay_indicator_name (OutlayIndicator indicator)
{
  return indicator_entries[indicator].name;
}

/**
 * outlay_indicator_nick:
 * @indicator: an indicator
 *
 * Returns: (transfer none): what a planner reads, an untranslated msgid
 */
const char *
outlay_indicator_nick (OutlayIndicator indicator)
{
  return indicator_entries[indicator].nick;
}

/**
 * outlay_indicator_unit:
 * @indicator: an indicator
 *
 * Returns: what the indicator counts
 */
OutlayUnit
outlay_indicator_unit (OutlayIndicator indicator)
{
  return indicator_entries[indicator].unit;
}

/**
 * outlay_indicator_from_name:
 * @name: a name
 *
 * Returns: the #OutlayIndicator, or -1 for an unknown name
 */
int
outlay_indicator_from_name (const char *name)
{
  for (int i = 0; i < OUTLAY_N_INDICATORS; i++)
    if (strcmp (name, indicator_entries[i].name) == 0)
      return i;
  return -1;
}
