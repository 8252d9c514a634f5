/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "engine/cashflow.h"

#define BAR_START 0.14
#define BAR_END 0.86
#define LINE_WIDTH 2.4
#define THIN_WIDTH 1.4
#define POINT_RADIUS 4.5
#define SMALL_RADIUS 3.4

enum
{
  FLOW,
  CUMULATIVE,
  DISCOUNTED,
  N_ROWS,
};

/* The after-tax cash flow of each year as bars, and what it has come to by the end of each as lines, which cross 0 where the money is back. */
typedef struct
{
  const OutlayChartSource *source;
  OutlayScene *scene;
  guint n_years;
  double *rows[N_ROWS];
  double payback[N_ROWS]; /* model.md §10, in years from the first works; NaN: null. None of FLOW. */
  double start;           /* of the first works, in years from the first year on */
  OutlayAmountUnit unit;
  int decimals;
} Cash;

/* --- numbers --- */

/* model.md §10: of the earliest phase with money; 0 without any, where there is no payback either. */
static double
first_works (const OutlayChartSource *source)
{
  OutlayModel *model = outlay_projection_model (source->projection);
  const OutlayShape *shape = outlay_model_shape (model);
  const double new_year = 12.0 * outlay_projection_first_year (source->projection);
  double first = INFINITY;

  for (guint p = 0; p < shape->n_phases; p++)
    for (guint i = 0; i < shape->n_initiatives; i++)
      if (outlay_model_cell (model, i, p) > 0)
        first = MIN (first, outlay_model_numbers (model)[outlay_shape_phase (shape, OUTLAY_PHASE_START, p)] - new_year);
  return isfinite (first) ? first / 12 : 0;
}

static void
read_values (Cash *cash)
{
  OutlayProjection *projection = cash->source->projection;
  const double *flows = outlay_projection_series (projection, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_SCOPE_PLAN);
  double offset, rate = outlay_chart_discounting (cash->source, &offset), sum = 0;

  cash->n_years = outlay_projection_years (projection);
  for (guint r = 0; r < N_ROWS; r++)
    cash->rows[r] = g_new (double, cash->n_years);
  for (guint t = 0; t < cash->n_years; t++)
    {
      cash->rows[FLOW][t] = flows[t];
      cash->rows[CUMULATIVE][t] = sum += flows[t];
      cash->rows[DISCOUNTED][t] = outlay_npv (flows, t + 1, rate, offset);
    }
  cash->payback[CUMULATIVE] = outlay_projection_indicator (projection, OUTLAY_INDICATOR_PAYBACK, -1);
  cash->payback[DISCOUNTED] = outlay_projection_indicator (projection, OUTLAY_INDICATOR_PAYBACK_DISCOUNTED, -1);
  cash->start = first_works (cash->source);
}

static void
set_axes (Cash *cash)
{
  OutlayScene *scene = cash->scene;

  for (guint r = 0; r < N_ROWS; r++)
    for (guint t = 0; t < cash->n_years; t++)
      outlay_axis_widen (&scene->y, cash->rows[r][t]);
  outlay_chart_set_years (scene, cash->source, outlay_projection_first_year (cash->source->projection), cash->n_years, FALSE, &cash->unit, &cash->decimals);
}

/* --- marks --- */

static void
add_series (Cash *cash, guint row, const char *name, OutlayInk ink)
{
  OutlaySceneSeries *series = outlay_scene_nth_series (cash->scene, outlay_scene_add_series (cash->scene, name, ink, -1));
  const double last = cash->rows[row][cash->n_years - 1];

  series->value = outlay_amount_format_part (last, cash->unit, cash->decimals);
  series->anchor = last;
  series->weight = row == CUMULATIVE ? 3 : row == FLOW ? 2 : 1;
}

/* The years that bring money, and those that cost it. */
static void
add_bars (Cash *cash, gboolean rise)
{
  OutlayMark *bars = outlay_scene_add_mark (cash->scene, OUTLAY_MARK_BAR, rise ? OUTLAY_INK (RISE) : OUTLAY_INK (FALL), FLOW, cash->n_years);

  bars->radius = 2;
  bars->ends = g_new0 (guint8, cash->n_years);
  for (guint t = 0; t < cash->n_years; t++)
    {
      const double flow = cash->rows[FLOW][t];

      bars->x0[t] = t + BAR_START;
      bars->x1[t] = t + BAR_END;
      bars->y1[t] = rise ? MAX (flow, 0) : MIN (flow, 0);
      bars->values[t] = bars->y1[t];
      bars->ends[t] = bars->y1[t] != 0;
    }
}

/* Each point at the end of its year, so that the line crosses 0 where the payback says; a short piece leads there from the start. */
static void
add_line (Cash *cash, guint row, double width, gboolean dashed)
{
  const OutlayInk ink = outlay_scene_nth_series (cash->scene, row)->ink;
  OutlayMark *lead = outlay_scene_add_mark (cash->scene, OUTLAY_MARK_LINE, ink, -1, 2);
  OutlayMark *line = outlay_scene_add_mark (cash->scene, OUTLAY_MARK_LINE, ink, (int) row, cash->n_years);

  lead->width = line->width = width;
  lead->dashed = line->dashed = dashed;
  lead->part = (int) row;
  lead->x0[1] = lead->x1[1] = 1;
  lead->y0[1] = cash->rows[row][0];
  for (guint t = 0; t < cash->n_years; t++)
    {
      line->x0[t] = line->x1[t] = t + 1;
      line->y0[t] = line->values[t] = cash->rows[row][t];
    }
}

/* "mid-2031", of years from the first one on. */
static char *
write_moment (const Cash *cash, double moment)
{
  const double third = 1.0 / 3;
  const int year = outlay_projection_first_year (cash->source->projection) + (int) floor (moment);
  const double part = moment - floor (moment);

  if (part < third)
    return g_strdup_printf (C_ ("part of a year", "early %d"), year);
  if (part < 2 * third)
    return g_strdup_printf (C_ ("part of a year", "mid-%d"), year);
  return g_strdup_printf (C_ ("part of a year", "late %d"), year);
}

static void
mark_payback (Cash *cash, guint row)
{
  const double years = cash->payback[row], moment = cash->start + years;
  const gboolean main = row == CUMULATIVE;
  g_autofree char *length = NULL, *when = NULL, *lead = NULL, *tail = NULL;

  if (isnan (years))
    return;
  length = outlay_quantity_format (years, OUTLAY_UNIT_YEARS, NULL);
  when = write_moment (cash, moment);
  /* Translators: beside a point of a chart: "payback 9.9 years", and before a comma and "mid-2031"; likewise with discounted flows */
  tail = g_strdup_printf (main ? C_ ("chart", "payback %s") : C_ ("chart", "discounted %s"), length);
  /* Translators: the moment follows what happens then, as in "payback 9.9 years, mid-2031" */
  lead = g_strdup_printf (C_ ("chart", "%s, %s"), tail, when);
  outlay_scene_add_point (cash->scene, row, main ? POINT_RADIUS : SMALL_RADIUS, moment, 0);
  outlay_scene_add_corner_text (cash->scene, row, OUTLAY_CORNER_BELOW, moment, 0, lead, tail)->strong = main;
}

static void
add_marks (Cash *cash)
{
  add_series (cash, FLOW, C_ ("chart", "Yearly"), OUTLAY_INK (RISE));
  add_series (cash, CUMULATIVE, C_ ("chart", "Cumulative"), OUTLAY_INK (TEXT));
  add_series (cash, DISCOUNTED, C_ ("chart", "Discounted"), OUTLAY_INK (MUTED));
  add_bars (cash, TRUE);
  add_bars (cash, FALSE);
  add_line (cash, DISCOUNTED, THIN_WIDTH, TRUE);
  add_line (cash, CUMULATIVE, LINE_WIDTH, FALSE);
  mark_payback (cash, CUMULATIVE);
  mark_payback (cash, DISCOUNTED);
}

/* --- words --- */

/* Why there is no payback: model.md §10 knows two reasons. */
static const char *
explain (const Cash *cash, guint row)
{
  const double last = cash->rows[row][cash->n_years - 1];

  if (last < 0)
    return row == CUMULATIVE ? _("The money is not back by the end of the last year.") : _("Discounted, the money is not back by the end of the last year.");
  return row == CUMULATIVE ? _("There is no payback: the cumulative flow is never negative.")
                           : _("There is no discounted payback: the discounted cumulative flow is never negative.");
}

static void
append_payback (const Cash *cash, guint row, GString *summary)
{
  g_autofree char *length = outlay_quantity_format (cash->payback[row], OUTLAY_UNIT_YEARS, NULL);
  g_autofree char *when = isnan (cash->payback[row]) ? NULL : write_moment (cash, cash->start + cash->payback[row]);

  g_string_append_c (summary, ' ');
  if (when == NULL)
    g_string_append (summary, explain (cash, row));
  else
    g_string_append_printf (summary, row == CUMULATIVE ? _("Payback: %s, %s.") : _("Discounted payback: %s, %s."), length, when);
}

static void
set_words (Cash *cash)
{
  OutlayScene *scene = cash->scene;
  const int first = scene->x.first_year, last = first + (int) cash->n_years - 1;
  g_autofree char *source_line = outlay_chart_source_line (cash->source), *note = NULL, *heading = NULL;
  g_autoptr (GString) summary = g_string_new (NULL);

  scene->heading = g_strdup_printf (C_ ("chart", "in %d"), last);
  heading = outlay_chart_sentence (scene->heading);
  g_string_printf (summary, _("%s, %s, %d to %d. %s:"), scene->title, scene->subtitle, first, last, heading);
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s: %s.", outlay_scene_nth_series (scene, s)->name, outlay_scene_nth_series (scene, s)->value);
  append_payback (cash, CUMULATIVE, summary);
  append_payback (cash, DISCOUNTED, summary);
  g_set_str (&scene->summary, summary->str);
  note = g_strjoin ("\n", _("The last year recovers working capital and the book value of assets."),
                    isnan (cash->payback[CUMULATIVE]) ? explain (cash, CUMULATIVE) : NULL, NULL);
  outlay_scene_set_note (scene, note);
  outlay_scene_set_source (scene, source_line);
}

static void
set_table (Cash *cash)
{
  OutlayScene *scene = cash->scene;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_STACKED, C_ ("table", "Year")));

  outlay_chart_table_add_years (table, scene->x.first_year, cash->n_years);
  for (guint r = 0; r < N_ROWS; r++)
    {
      const OutlaySceneSeries *series = outlay_scene_nth_series (scene, r);

      OutlayChartTableColumn *column = outlay_chart_table_add_column (table, series->name, OUTLAY_UNIT_MONEY, series->ink, cash->rows[r]);

      column->line = r != FLOW;
      column->dashed = r == DISCOUNTED;
    }
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  (void) chart;
  request->plan_series |= OUTLAY_BIT (OUTLAY_SERIES_CASH_FLOW_AFTER_TAX);
  request->plan_indicators |= OUTLAY_BIT (OUTLAY_INDICATOR_PAYBACK) | OUTLAY_BIT (OUTLAY_INDICATOR_PAYBACK_DISCOUNTED);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  Cash cash = { .source = source, .scene = scene };

  read_values (&cash);
  set_axes (&cash);
  add_marks (&cash);
  set_words (&cash);
  set_table (&cash);
  for (guint r = 0; r < N_ROWS; r++)
    g_free (cash.rows[r]);
}

const OutlayChartKind outlay_cash_kind = { .request = request, .build = build };
