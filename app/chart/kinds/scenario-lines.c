/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "chart/palette.h"
#include "plan/resolve.h"

#define LINE_WIDTH 2.2
#define POINT_RADIUS 3.2
/* Names whose lines end within this share of the axis stand in the order of the values that are written beside them. */
#define NEAR 0.05
/* A share of the axis that nobody sees. */
#define UNSEEN 1e-6
#define GROUP_START 0.1
#define GROUP_END 0.9
/* Of what a bar has of its year that much is left free. */
#define BETWEEN_BARS 0.08
#define CORNER 1.5

/* Scenarios over the years of the model, each a line over the others or a bar beside them, the first of them being what the others are compared with. */
typedef struct
{
  const OutlayChartSource *source; /* of the first scenario */
  OutlayProjection *const *projections;
  guint n;
  OutlayScene *scene;
  int first_year;
  guint n_years;
  double *values; /* n rows of n_years; NaN in years that a scenario does not have; a sum stays what it was when a scenario has ended */
  int written;    /* year of the values that are written, from 0 */
  OutlayAmountUnit unit;
  int decimals;
} Lines;

static void
find_years (Lines *lines)
{
  int last = 0;

  lines->first_year = G_MAXINT;
  for (guint s = 0; s < lines->n; s++)
    {
      int first = outlay_projection_first_year (lines->projections[s]);

      lines->first_year = MIN (lines->first_year, first);
      last = MAX (last, first + (int) outlay_projection_years (lines->projections[s]));
    }
  lines->n_years = (guint) MAX (last - lines->first_year, 1);
}

static void
read_values (Lines *lines)
{
  lines->values = g_new (double, lines->n * lines->n_years);
  for (guint i = 0; i < lines->n * lines->n_years; i++)
    lines->values[i] = NAN;
  for (guint s = 0; s < lines->n; s++)
    {
      OutlayProjection *projection = lines->projections[s];
      const double *row = outlay_projection_series (projection, lines->source->chart->series, OUTLAY_SCOPE_PLAN);
      guint offset = (guint) (outlay_projection_first_year (projection) - lines->first_year);
      double sum = 0;

      for (guint t = 0; row != NULL && t < outlay_projection_years (projection); t++)
        {
          sum += isnan (row[t]) ? 0 : row[t];
          lines->values[s * lines->n_years + offset + t] = lines->source->chart->cumulative ? sum : row[t];
        }
      for (guint t = offset + outlay_projection_years (projection); lines->source->chart->cumulative && t < lines->n_years; t++)
        lines->values[s * lines->n_years + t] = sum;
    }
}

/* The first scenario's design year; of a sum the last year. */
static int
written_year (const Lines *lines)
{
  double year = outlay_projection_indicator (lines->projections[0], OUTLAY_INDICATOR_DESIGN_YEAR, -1);

  if (lines->source->chart->cumulative || isnan (year))
    return (int) lines->n_years - 1;
  return CLAMP ((int) year - lines->first_year, 0, (int) lines->n_years - 1);
}

static void
set_axes (Lines *lines)
{
  OutlayScene *scene = lines->scene;

  for (guint i = 0; i < lines->n * lines->n_years; i++)
    outlay_axis_widen (&scene->y, lines->values[i]);
  for (guint r = 0; r < scene->rules->len; r++)
    outlay_axis_widen (&scene->y, g_array_index (scene->rules, OutlayRule, r).value);
  outlay_chart_set_years (scene, lines->source, lines->first_year, lines->n_years, !lines->source->chart->cumulative, &lines->unit, &lines->decimals);
}

/* --- marks --- */

static double
last_value (const double *row, guint n)
{
  while (n-- > 0)
    if (!isnan (row[n]))
      return row[n];
  return 0;
}

static void
name_line (Lines *lines, guint s)
{
  OutlayScenario *scenario = outlay_model_scenario (outlay_projection_model (lines->projections[s]));
  g_autofree char *name = outlay_chart_scenario_name (lines->source, scenario);
  OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_scenario (lines->source->plan, scenario) };
  const double *row = lines->values + s * lines->n_years;
  OutlaySceneSeries *series = outlay_scene_nth_series (lines->scene, outlay_scene_add_series (lines->scene, name, ink, (int) s));

  series->value = outlay_amount_format_part (row[lines->written], lines->unit, lines->decimals);
  series->anchor = last_value (row, lines->n_years);
  /* Where room is short the first chosen stay. */
  series->weight = lines->n - s;
}

static double
written_value (const Lines *lines, guint s)
{
  return lines->values[s * lines->n_years + lines->written];
}

/* Lines that cross after the written year, or end at one value, would else be named in another order than that of what is written. */
static void
order_names (Lines *lines)
{
  const double span = lines->scene->y.upper - lines->scene->y.lower;

  for (guint s = 0; s < lines->n; s++)
    if (!isnan (written_value (lines, s)))
      outlay_scene_nth_series (lines->scene, s)->anchor += UNSEEN * written_value (lines, s);
  for (guint pass = 0; pass < lines->n; pass++)
    for (guint a = 0; a < lines->n; a++)
      for (guint b = 0; b < lines->n; b++)
        {
          OutlaySceneSeries *one = outlay_scene_nth_series (lines->scene, a), *other = outlay_scene_nth_series (lines->scene, b);
          const double anchor = one->anchor;

          if (written_value (lines, a) > written_value (lines, b) && anchor < other->anchor && other->anchor - anchor < NEAR * span)
            {
              one->anchor = other->anchor;
              other->anchor = anchor;
            }
        }
}

static void
add_line (Lines *lines, guint s)
{
  OutlayInk ink = outlay_scene_nth_series (lines->scene, s)->ink;
  const double *row = lines->values + s * lines->n_years;
  OutlayMark *line = outlay_scene_add_mark (lines->scene, OUTLAY_MARK_LINE, ink, (int) s, lines->n_years);
  OutlayMark *point = outlay_scene_add_mark (lines->scene, OUTLAY_MARK_POINT, ink, -1, 1);

  line->width = LINE_WIDTH;
  /* The first lies uppermost and lets equal ones be seen through its gaps. */
  line->dashed = s == 0 && lines->n > 1;
  for (guint t = 0; t < lines->n_years; t++)
    {
      line->x0[t] = line->x1[t] = t + 0.5;
      line->y0[t] = line->values[t] = row[t];
    }
  point->part = (int) s;
  point->width = POINT_RADIUS;
  point->x0[0] = lines->written + 0.5;
  point->y0[0] = row[lines->written];
}

/* A scenario's bars, one in each year beside those of the others. */
static void
add_bars (Lines *lines, guint s)
{
  OutlayMark *bars = outlay_scene_add_mark (lines->scene, OUTLAY_MARK_BAR, outlay_scene_nth_series (lines->scene, s)->ink, (int) s, lines->n_years);
  const double *row = lines->values + s * lines->n_years, width = (GROUP_END - GROUP_START) / lines->n;

  bars->radius = CORNER;
  bars->ends = g_new (guint8, lines->n_years);
  memset (bars->ends, 1, lines->n_years);
  for (guint t = 0; t < lines->n_years; t++)
    {
      bars->x0[t] = t + GROUP_START + s * width;
      bars->x1[t] = bars->x0[t] + width * (1 - BETWEEN_BARS);
      bars->y1[t] = isnan (row[t]) ? 0 : row[t];
      bars->values[t] = row[t];
    }
}

/* --- words --- */

static void
set_words (Lines *lines)
{
  OutlayScene *scene = lines->scene;
  g_autofree char *source_line = outlay_chart_plan_line (lines->source->plan), *heading = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);

  scene->heading = g_strdup_printf (C_ ("chart", "in %d"), lines->first_year + lines->written);
  heading = outlay_chart_sentence (scene->heading);
  /* Translators: what a screen reader says of a chart of scenarios: title, unit, years, then "in 2028"; the scenarios and their values follow */
  g_string_printf (summary, _("%s, %s, %d to %d. %s:"), scene->title, scene->subtitle, lines->first_year,
                   lines->first_year + (int) lines->n_years - 1, heading);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, s)->name, outlay_scene_nth_series (scene, s)->value);
  g_set_str (&scene->summary, summary->str);
  outlay_scene_set_source (scene, source_line);
}

static void
set_table (Lines *lines)
{
  OutlayScene *scene = lines->scene;
  const OutlayChartTableForm form = lines->source->chart->grouped ? OUTLAY_CHART_TABLE_GROUPED : OUTLAY_CHART_TABLE_LINES;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (form, C_ ("table", "Year")));

  outlay_chart_table_add_years (table, lines->first_year, lines->n_years);
  for (guint s = 0; s < lines->n; s++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, s);

      outlay_chart_table_add_column (table, series->name, outlay_series_unit (lines->source->chart->series), series->ink, lines->values + s * lines->n_years)->dashed =
          s == 0 && lines->n > 1 && !lines->source->chart->grouped;
    }
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  outlay_promises_request (request);
  request->plan_series |= OUTLAY_BIT (chart->series);
}

static void
build_several (OutlayScene *scene, const OutlayChartSource *source, OutlayProjection *const *projections, guint n)
{
  Lines lines = { .source = source, .projections = projections, .n = n, .scene = scene };

  find_years (&lines);
  read_values (&lines);
  lines.written = written_year (&lines);
  if (!source->chart->cumulative)
    outlay_promises_add (scene, source);
  set_axes (&lines);
  outlay_promises_write (scene, lines.unit);
  for (guint s = 0; s < n; s++)
    name_line (&lines, s);
  if (!source->chart->grouped)
    order_names (&lines);
  for (guint s = 0; s < n && source->chart->grouped; s++)
    add_bars (&lines, s);
  for (guint s = n; s-- > 0 && !source->chart->grouped;)
    add_line (&lines, s);
  set_words (&lines);
  set_table (&lines);
  g_free (lines.values);
}

const OutlayChartKind outlay_scenario_lines_kind = { .request = request, .build_several = build_several };
