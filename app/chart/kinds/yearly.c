/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/items.h"
#include "chart/kinds/parts.h"
#include "study/measure.h"

/* As many as can be told apart and named beside each other. */
#define MOST_PARTS 9
/* A chart of what is spent in a few years does not show the empty rest. */
#define LEAST_YEARS 4
#define LINE_WIDTH 2.2
#define POINT_RADIUS 3.2
#define COMPARED_START 0.06
#define COMPARED_END 0.94

typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  OutlayParts parts;
  guint n_years;
  const double *totals;
  const double *compared; /* (nullable) */
  gboolean lines;         /* a line for each part in place of stacked bars: their sum and what is promised of it are not there */
  int design;             /* year of the values that are written, from 0; −1 for none */
  OutlayAmountUnit unit;
  int decimals;
} Yearly;

/* --- what is shown --- */

static guint
count_years (const OutlayChartSource *source, const double *totals)
{
  guint all = outlay_projection_years (source->projection), last = all;

  if (source->chart->series != OUTLAY_SERIES_INVESTMENT || source->options.all_years)
    return all;
  while (last > 0 && totals[last - 1] == 0)
    last--;
  return MIN (all, MAX (last, LEAST_YEARS));
}

/* The design year; of an investment, which is over by then, none. */
static int
written_year (const OutlayChartSource *source, guint n_years)
{
  double year = outlay_projection_indicator (source->projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  int t = isnan (year) ? -1 : (int) year - outlay_projection_first_year (source->projection);

  return source->chart->series != OUTLAY_SERIES_INVESTMENT && t >= 0 && (guint) t < n_years ? t : -1;
}

static double
sum_of (const double *row, guint n)
{
  double sum = 0;

  for (guint t = 0; t < n; t++)
    sum += isnan (row[t]) ? 0 : row[t];
  return sum;
}

/* What is written beside a name: the value in the design year, or the sum where the chart has none. */
static double
written_value (const Yearly *yearly, const double *row)
{
  return yearly->design >= 0 ? row[yearly->design] : sum_of (row, yearly->n_years);
}

static char *
write_value (const Yearly *yearly, double value)
{
  return outlay_amount_format_part (value, yearly->unit, yearly->decimals);
}

/* --- axes --- */

static void
find_range (Yearly *yearly)
{
  OutlayAxis *axis = &yearly->scene->y;

  for (guint t = 0; t < yearly->n_years; t++)
    {
      double above = 0, below = 0;

      for (guint p = 0; p < yearly->parts.n; p++)
        {
          double value = yearly->parts.values[p * yearly->n_years + t], *end = value >= 0 ? &above : &below;

          *end = yearly->lines ? (value >= 0 ? MAX (*end, value) : MIN (*end, value)) : *end + value;
        }
      outlay_axis_widen (axis, above);
      outlay_axis_widen (axis, below);
      if (yearly->compared != NULL)
        outlay_axis_widen (axis, yearly->compared[t]);
    }
  for (guint r = 0; r < yearly->scene->rules->len; r++)
    outlay_axis_widen (axis, g_array_index (yearly->scene->rules, OutlayRule, r).value);
}

static void
set_axes (Yearly *yearly)
{
  OutlayScene *scene = yearly->scene;

  find_range (yearly);
  outlay_chart_set_years (scene, yearly->source, outlay_projection_first_year (yearly->source->projection), yearly->n_years, TRUE, &yearly->unit, &yearly->decimals);
}

/* --- marks --- */

static void
add_parts (Yearly *yearly)
{
  const OutlayChartSource *source = yearly->source;

  for (guint p = 0; p < yearly->parts.n; p++)
    {
      const double *row = yearly->parts.values + p * yearly->n_years;
      int item = yearly->parts.items[p];
      g_autofree char *name = item < 0 ? outlay_parts_others_name (&yearly->parts) : outlay_items_name (source, (guint) item);
      OutlayInk ink = item < 0 ? OUTLAY_INK (OTHERS) : (OutlayInk) { OUTLAY_INK_COLOUR, outlay_items_colour (source, yearly->scene, (guint) item) };
      guint s = outlay_scene_add_series (yearly->scene, name, ink, item);

      outlay_scene_nth_series (yearly->scene, s)->value = write_value (yearly, written_value (yearly, row));
      outlay_scene_nth_series (yearly->scene, s)->weight = fabs (sum_of (row, yearly->n_years));
    }
}

/* The first lies uppermost. */
static void
add_lines (Yearly *yearly)
{
  for (guint p = yearly->parts.n; p-- > 0;)
    {
      OutlaySceneSeries *series = outlay_scene_nth_series (yearly->scene, p);
      const double *row = yearly->parts.values + p * yearly->n_years;
      OutlayMark *line = outlay_scene_add_mark (yearly->scene, OUTLAY_MARK_LINE, series->ink, (int) p, yearly->n_years);

      series->anchor = row[yearly->n_years - 1];
      line->width = LINE_WIDTH;
      for (guint t = 0; t < yearly->n_years; t++)
        {
          line->x0[t] = line->x1[t] = t + 0.5;
          line->y0[t] = line->values[t] = row[t];
        }
      if (yearly->design >= 0)
        outlay_scene_add_point (yearly->scene, p, POINT_RADIUS, yearly->design + 0.5, row[yearly->design]);
    }
}

/* The totals of the other scenario: a short line over each bar. */
static void
add_compared (Yearly *yearly)
{
  const OutlayChartSource *source = yearly->source;
  g_autofree char *name = NULL;
  OutlaySceneSeries *series;
  OutlayMark *mark;
  guint s;

  if (yearly->compared == NULL)
    return;
  name = outlay_chart_scenario_name (source, outlay_model_scenario (outlay_projection_model (source->compared)));
  s = outlay_scene_add_series (yearly->scene, name, OUTLAY_INK (COMPARED), -1);
  series = outlay_scene_nth_series (yearly->scene, s);
  series->value = write_value (yearly, written_value (yearly, yearly->compared));
  series->anchor = yearly->compared[yearly->n_years - 1];
  series->weight = G_MAXDOUBLE;
  mark = outlay_scene_add_mark (yearly->scene, OUTLAY_MARK_LINE, OUTLAY_INK (COMPARED), (int) s, yearly->n_years);
  mark->pieces = TRUE;
  mark->width = 1.6;
  for (guint t = 0; t < yearly->n_years; t++)
    {
      mark->x0[t] = t + COMPARED_START;
      mark->x1[t] = t + COMPARED_END;
      mark->values[t] = yearly->compared[t];
      /* Years of nothing in both are left empty. */
      mark->y0[t] = yearly->compared[t] == 0 && yearly->totals[t] == 0 ? NAN : yearly->compared[t];
    }
}

/* The total of the design year over its bar; of an investment the total of every year. */
static void
add_totals (Yearly *yearly)
{
  guint first = yearly->design >= 0 ? (guint) yearly->design : 0, n = yearly->design >= 0 ? 1 : yearly->n_years;
  OutlayMark *mark = outlay_scene_add_mark (yearly->scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, n);

  mark->strong = mark->totals = TRUE;
  mark->decimals = yearly->decimals;
  for (guint i = 0; i < n; i++)
    {
      guint t = first + i;
      double above = 0;

      for (guint p = 0; p < yearly->parts.n; p++)
        above += MAX (yearly->parts.values[p * yearly->n_years + t], 0);
      if (yearly->compared != NULL)
        above = MAX (above, yearly->compared[t]);
      mark->x0[i] = mark->x1[i] = t + 0.5;
      mark->y0[i] = above;
      mark->labels[i].lead = yearly->totals[t] == 0 && yearly->design < 0 ? g_strdup ("") : write_value (yearly, yearly->totals[t]);
    }
}

static void
add_bars (Yearly *yearly)
{
  outlay_scene_add_stack (yearly->scene, 0, yearly->parts.n, yearly->n_years, yearly->parts.values);
  add_compared (yearly);
  add_totals (yearly);
}

/* --- words --- */

static void
set_heading (Yearly *yearly)
{
  int first = outlay_projection_first_year (yearly->source->projection);

  if (yearly->design >= 0)
    /* Translators: above the values of a calendar year, as in "in 2028" */
    yearly->scene->heading = g_strdup_printf (C_ ("chart", "in %d"), first + yearly->design);
  else
    yearly->scene->heading = g_strdup (C_ ("chart", "in all"));
}

static void
set_summary (Yearly *yearly)
{
  OutlayScene *scene = yearly->scene;
  int first = outlay_projection_first_year (yearly->source->projection);
  g_autofree char *total = write_value (yearly, written_value (yearly, yearly->totals));
  /* Translators: what a screen reader says of a chart: title, unit, years, then "in 2028", the total; and the parts follow */
  g_autofree char *head = g_strdup_printf (_("%s, %s, %d to %d. Total %s: %s."), scene->title, scene->subtitle, first,
                                           first + (int) yearly->n_years - 1, scene->heading, total);
  g_autoptr (GString) summary = g_string_new (head);

  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, s)->name, outlay_scene_nth_series (scene, s)->value);
  for (guint r = 0; r < scene->rules->len; r++)
    {
      g_autofree char *promise = outlay_chart_sentence (g_array_index (scene->rules, OutlayRule, r).label);

      g_string_append_printf (summary, " %s.", promise);
    }
  g_set_str (&scene->summary, summary->str);
}

static void
set_table (Yearly *yearly)
{
  OutlayScene *scene = yearly->scene;
  const OutlayChartTableForm form = yearly->lines ? OUTLAY_CHART_TABLE_LINES : OUTLAY_CHART_TABLE_STACKED;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (form, C_ ("table", "Year")));
  const OutlayUnit unit = outlay_series_unit (yearly->source->chart->series);

  outlay_chart_table_add_years (table, scene->x.first_year, yearly->n_years);
  for (guint p = 0; p < yearly->parts.n; p++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, p);

      outlay_chart_table_add_column (table, series->name, unit, series->ink, yearly->parts.values + p * yearly->n_years);
    }
  if (yearly->compared != NULL)
    outlay_chart_table_add_column (table, outlay_scene_nth_series (scene, yearly->parts.n)->name, unit, OUTLAY_INK (COMPARED), yearly->compared)->line = TRUE;
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  outlay_promises_request (request);
  outlay_items_request (chart, request);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Yearly yearly = { .source = source, .scene = scene, .lines = source->options.lines };
  g_autofree char *source_line = outlay_chart_source_line (source);

  yearly.totals = outlay_projection_series (source->projection, source->chart->series, OUTLAY_SCOPE_PLAN);
  g_return_if_fail (yearly.totals != NULL);
  yearly.n_years = count_years (source, yearly.totals);
  if (!yearly.lines && source->compared != NULL && outlay_projection_years (source->compared) >= yearly.n_years)
    yearly.compared = outlay_projection_series (source->compared, source->chart->series, OUTLAY_SCOPE_PLAN);
  yearly.design = written_year (source, yearly.n_years);
  outlay_parts_init (&yearly.parts, outlay_items_count (source), yearly.n_years, MOST_PARTS, outlay_items_row, (gpointer) source);

  if (!yearly.lines)
    outlay_promises_add (scene, source);
  set_axes (&yearly);
  outlay_promises_write (scene, yearly.unit);
  add_parts (&yearly);
  if (yearly.lines)
    add_lines (&yearly);
  else
    add_bars (&yearly);
  set_heading (&yearly);
  set_summary (&yearly);
  set_table (&yearly);
  outlay_scene_set_source (scene, source_line);
  outlay_parts_clear (&yearly.parts);
}

const OutlayChartKind outlay_yearly_kind = { .request = request, .build = build };
