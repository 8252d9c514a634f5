/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/scene-data.h"
#include "export/pptx-private.h"

/* By decimals. */
static const char *const formats[] = { "#,##0", "#,##0.0", "#,##0.00" };

static void
series_clear (gpointer data)
{
  OutlayOfficeSeries *series = data;

  g_free (series->name);
  g_free (series->values);
}

static const OutlayAxis *
value_axis (OutlayScene *scene)
{
  return scene->y.kind == OUTLAY_AXIS_VALUE ? &scene->y : &scene->x;
}

static OutlayOfficeSeries *
add_series (OutlayOfficeChart *chart, const char *name, OutlayInk ink, gboolean line)
{
  const OutlayOfficeSeries series = { g_strdup (name), ink, line, FALSE, FALSE, FALSE, g_new (double, chart->table->rows->len) };

  g_array_append_val (chart->series, series);
  return &g_array_index (chart->series, OutlayOfficeSeries, chart->series->len - 1);
}

static void
add_columns (OutlayOfficeChart *chart, double unit, gboolean lines)
{
  for (guint c = 0; c < chart->table->columns->len; c++)
    {
      const OutlayChartTableColumn *column = outlay_chart_table_column (chart->table, c);
      const gboolean line = column->line || chart->table->form == OUTLAY_CHART_TABLE_LINES;
      OutlayOfficeSeries *series;

      if (line != lines)
        continue;
      series = add_series (chart, column->name, column->ink, line);
      series->dashed = column->dashed;
      for (guint r = 0; r < chart->table->rows->len; r++)
        series->values[r] = column->values[r] / unit;
    }
}

static void
add_rules (OutlayOfficeChart *chart, OutlayScene *scene, double unit)
{
  for (guint n = 0; n < scene->rules->len; n++)
    {
      const OutlayRule *rule = &g_array_index (scene->rules, OutlayRule, n);
      OutlayOfficeSeries *series = add_series (chart, rule->label, rule->ink, TRUE);

      series->dashed = series->thin = TRUE;
      for (guint r = 0; r < chart->table->rows->len; r++)
        series->values[r] = rule->value / unit;
    }
}

/* Where some of a stack is below zero its top is not its sum. */
static double
total_of (const OutlayOfficeChart *chart, guint row)
{
  double sum = 0;

  for (guint s = 0; s < chart->n_bars; s++)
    {
      const double value = outlay_office_chart_series (chart, s)->values[row];

      if (value < 0)
        return NAN;
      sum += isnan (value) ? 0 : value;
    }
  return sum;
}

/* Office programs have no labels for a whole stack: a line that is not seen has them. */
static void
add_totals (OutlayOfficeChart *chart)
{
  OutlayOfficeSeries *series;

  if (!chart->stacked || chart->sideways || chart->n_bars < 2)
    return;
  series = add_series (chart, C_ ("table", "Total"), OUTLAY_INK (TEXT), TRUE);
  series->total = TRUE;
  for (guint r = 0; r < chart->table->rows->len; r++)
    series->values[r] = total_of (chart, r);
}

static double
most_of (const OutlayOfficeChart *chart)
{
  double most = 0;

  for (guint r = 0; r < chart->table->rows->len; r++)
    {
      double sum = 0;

      for (guint s = 0; s < chart->series->len; s++)
        {
          const OutlayOfficeSeries *series = outlay_office_chart_series (chart, s);
          const double value = isnan (series->values[r]) ? 0 : fabs (series->values[r]);

          most = MAX (most, value);
          sum += chart->stacked && !series->line ? value : 0;
        }
      most = MAX (most, sum);
    }
  return most;
}

gboolean
outlay_pptx_has_chart (OutlayScene *scene)
{
  const OutlayChartTable *table = outlay_scene_get_table (scene);

  if (table == NULL || table->form == OUTLAY_CHART_TABLE_OTHER || table->columns->len == 0 || table->rows->len == 0 ||
      (scene->x.kind == OUTLAY_AXIS_VALUE) == (scene->y.kind == OUTLAY_AXIS_VALUE))
    return FALSE;
  for (guint c = 1; c < table->columns->len; c++)
    if (outlay_chart_table_column (table, c)->unit != outlay_chart_table_column (table, 0)->unit)
      return FALSE;
  return TRUE;
}

void
outlay_office_chart_init (OutlayOfficeChart *chart, OutlayScene *scene)
{
  const double unit = value_axis (scene)->unit.size;

  chart->table = outlay_scene_get_table (scene);
  chart->unit = outlay_scene_get_subtitle (scene);
  chart->stacked = chart->table->form == OUTLAY_CHART_TABLE_STACKED;
  chart->sideways = scene->x.kind == OUTLAY_AXIS_VALUE;
  chart->series = g_array_new (FALSE, FALSE, sizeof (OutlayOfficeSeries));
  g_array_set_clear_func (chart->series, series_clear);
  add_columns (chart, unit, FALSE);
  chart->n_bars = chart->series->len;
  add_columns (chart, unit, TRUE);
  /* A line over bars that lie would stand across them. */
  if (!chart->sideways)
    add_rules (chart, scene, unit);
  add_totals (chart);
  chart->most = most_of (chart);
  chart->format = formats[outlay_chart_decimals (chart->most, (OutlayAmountUnit) { 1, "" })];
}

void
outlay_office_chart_clear (OutlayOfficeChart *chart)
{
  g_array_unref (chart->series);
}
