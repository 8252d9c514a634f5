/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "study/measure.h"

/* Where results are read: a projection, or one lane of a batch. */
typedef struct
{
  OutlayProjection *projection; /* NULL: of the batch */
  OutlayBatch *batch;
  guint lane;
} Results;

/* A yearly series. */
typedef struct
{
  const double *values; /* NULL: it was not asked for */
  guint stride;
  guint n_years;
} Row;

static Row
find_row (const Results *results, OutlaySeries series, OutlayScope scope)
{
  const double *lanes;

  if (results->projection != NULL)
    return (Row) { outlay_projection_series (results->projection, series, scope), 1, outlay_projection_years (results->projection) };
  lanes = outlay_batch_series (results->batch, series, scope);
  return (Row) { lanes != NULL ? lanes + results->lane : NULL, OUTLAY_LANES, outlay_batch_shape (results->batch)->n_years };
}

static double
find_indicator (const Results *results, OutlayIndicator indicator, int initiative)
{
  const double *lanes;

  if (results->projection != NULL)
    return outlay_projection_indicator (results->projection, indicator, initiative);
  lanes = outlay_batch_indicator (results->batch, indicator, initiative);
  return lanes != NULL ? lanes[results->lane] : NAN;
}

static double
first_year_of (const Results *results)
{
  if (results->projection != NULL)
    return outlay_projection_first_year (results->projection);
  return outlay_batch_number (results->batch, outlay_shape_plan (outlay_batch_shape (results->batch), OUTLAY_PLAN_FIRST_YEAR))[results->lane];
}

static double
at (Row row, guint year)
{
  return row.values[year * row.stride];
}

static double
design_year_of (const Results *results, Row row, OutlayScope scope)
{
  const double year = find_indicator (results, OUTLAY_INDICATOR_DESIGN_YEAR, scope.initiative);

  g_return_val_if_fail (!isnan (year), NAN);
  return at (row, (guint) (year - first_year_of (results)));
}

static double
mean_of_earning_years (const Results *results, Row row, OutlayScope scope)
{
  const OutlayScope venture = { scope.initiative, -1, -1 };
  Row revenue = find_row (results, OUTLAY_SERIES_REVENUE, venture);
  Row own_use = find_row (results, OUTLAY_SERIES_OWN_USE, venture);
  double sum = 0;
  guint n = 0;

  g_return_val_if_fail (revenue.values != NULL && own_use.values != NULL, NAN);
  for (guint t = 0; t < row.n_years; t++)
    if (at (revenue, t) + at (own_use, t) > 0 && !isnan (at (row, t)))
      {
        sum += at (row, t);
        n++;
      }
  return n > 0 ? sum / n : NAN;
}

static double
peak_of (Row row)
{
  double peak = NAN;

  for (guint t = 0; t < row.n_years; t++)
    peak = fmax (peak, at (row, t));
  return peak;
}

static double
total_of (Row row)
{
  double sum = 0;
  guint found = 0;

  for (guint t = 0; t < row.n_years; t++)
    if (!isnan (at (row, t)))
      {
        sum += at (row, t);
        found++;
      }
  return found > 0 ? sum : NAN;
}

static double
measure (const Results *results, OutlaySeries series, OutlayMeasure measure, OutlayScope scope)
{
  Row row = find_row (results, series, scope);

  g_return_val_if_fail (row.values != NULL, NAN);
  switch (measure)
    {
    case OUTLAY_MEASURE_DESIGN_YEAR:
      return design_year_of (results, row, scope);
    case OUTLAY_MEASURE_MEAN:
      return mean_of_earning_years (results, row, scope);
    case OUTLAY_MEASURE_PEAK:
      return peak_of (row);
    case OUTLAY_MEASURE_TOTAL:
      return total_of (row);
    }
  g_return_val_if_reached (NAN);
}

/**
 * outlay_projection_measure:
 * @projection: a projection with the series, and with revenue, own-use and the design year of its scope
 * @series: a yearly series
 * @kind: how one number is made of it
 * @scope: where in the plan
 *
 * Returns: the measure, by model.md §10; %NAN for null
 */
double
outlay_projection_measure (OutlayProjection *projection, OutlaySeries series, OutlayMeasure kind, OutlayScope scope)
{
  return measure (&(Results) { .projection = projection }, series, kind, scope);
}

/**
 * outlay_outcome_from_name:
 * @name: the name of an indicator or of a series
 * @outcome: (out): the indicator of the plan, else the series in the plan's design year
 *
 * A name that is both an indicator's and a series' is the indicator's.
 *
 * Returns: whether there is an outcome of that name; quantities of products have none, as they belong to no plan
 */
gboolean
outlay_outcome_from_name (const char *name, OutlayOutcome *outcome)
{
  int indicator = outlay_indicator_from_name (name), series = indicator < 0 ? outlay_series_from_name (name) : -1;

  if (indicator < 0 && (series < 0 || outlay_series_levels ((OutlaySeries) series) == OUTLAY_LEVELS_PRODUCT))
    return FALSE;
  *outcome = (OutlayOutcome) { indicator, series, OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN };
  return TRUE;
}

/**
 * outlay_outcome_name:
 * @outcome: an outcome
 *
 * Returns: (transfer none): the name of its indicator or series in files and on the command line
 */
const char *
outlay_outcome_name (const OutlayOutcome *outcome)
{
  return outcome->indicator >= 0 ? outlay_indicator_name ((OutlayIndicator) outcome->indicator) : outlay_series_name ((OutlaySeries) outcome->series);
}

/**
 * outlay_outcome_nick:
 * @outcome: an outcome
 *
 * Returns: (transfer none): what a planner reads, an untranslated msgid; of a series without its measure
 */
const char *
outlay_outcome_nick (const OutlayOutcome *outcome)
{
  return outcome->indicator >= 0 ? outlay_indicator_nick ((OutlayIndicator) outcome->indicator) : outlay_series_nick ((OutlaySeries) outcome->series);
}

/**
 * outlay_outcome_unit:
 * @outcome: an outcome
 *
 * Returns: what it counts
 */
OutlayUnit
outlay_outcome_unit (const OutlayOutcome *outcome)
{
  return outcome->indicator >= 0 ? outlay_indicator_unit ((OutlayIndicator) outcome->indicator)
                                 : outlay_series_unit ((OutlaySeries) MAX (0, outcome->series));
}

static double
read_outcome (const Results *results, const OutlayOutcome *outcome)
{
  if (outcome->indicator < 0)
    return measure (results, (OutlaySeries) outcome->series, outcome->measure, outcome->scope);
  return find_indicator (results, (OutlayIndicator) outcome->indicator, outcome->scope.initiative);
}

/**
 * outlay_batch_outcome:
 * @batch: a batch that has run, for what outlay_request_add_outcome() asks
 * @lane: one of its cases
 * @outcome: what is to be read
 *
 * Returns: the value, by model.md §10; %NAN for null and for an IRR that is not unique
 */
double
outlay_batch_outcome (OutlayBatch *batch, guint lane, const OutlayOutcome *outcome)
{
  return read_outcome (&(Results) { .batch = batch, .lane = lane }, outcome);
}

/**
 * outlay_projection_outcome:
 * @projection: a projection for what outlay_request_add_outcome() asks
 * @outcome: what is to be read
 *
 * Returns: the value; %NAN for null and for an IRR that is not unique
 */
double
outlay_projection_outcome (OutlayProjection *projection, const OutlayOutcome *outcome)
{
  return read_outcome (&(Results) { .projection = projection }, outcome);
}

/* The set of a request that a series of this scope belongs to. */
guint64 *
outlay_request_series (OutlayRequest *request, OutlayScope scope)
{
  if (scope.product >= 0)
    return &request->product_series;
  if (scope.phase >= 0)
    return scope.initiative >= 0 ? &request->cell_series : &request->phase_series;
  return scope.initiative >= 0 ? &request->initiative_series : &request->plan_series;
}

/**
 * outlay_request_add_outcome:
 * @request: (inout): what will be asked of the engine
 * @outcome: what is to be read
 *
 * Adds what the outcome reads. A part's years count by the initiative or the plan that it belongs to.
 */
void
outlay_request_add_outcome (OutlayRequest *request, const OutlayOutcome *outcome)
{
  const OutlayScope venture = { outcome->scope.initiative, -1, -1 };
  guint64 *indicators = venture.initiative < 0 ? &request->plan_indicators : &request->initiative_indicators;

  if (outcome->indicator >= 0)
    *indicators |= 1ull << outcome->indicator;
  if (outcome->series < 0)
    return;
  *outlay_request_series (request, outcome->scope) |= 1ull << outcome->series;
  *outlay_request_series (request, venture) |= 1ull << OUTLAY_SERIES_REVENUE | 1ull << OUTLAY_SERIES_OWN_USE;
  *indicators |= 1ull << OUTLAY_INDICATOR_DESIGN_YEAR;
}
