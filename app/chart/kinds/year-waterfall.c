/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/waterfall.h"

#define MOST_SERIES 4

/* A row: series added, or taken away, or the sum up to there. */
typedef struct
{
  const char *name; /* (nullable): msgid; NULL: the series' own */
  int sign;         /* 0: a sum */
  guint n_series;
  OutlaySeries series[MOST_SERIES];
} Entry;

/* model.md §6: EBIT, profit before tax and net profit are what stands before them added up. */
static const Entry entries[] = {
  { NULL, 0, 1, { OUTLAY_SERIES_REVENUE } },
  { NULL, 1, 1, { OUTLAY_SERIES_OWN_USE } },
  { NULL, 1, 1, { OUTLAY_SERIES_SUBSIDY } },
  { NULL, -1, 1, { OUTLAY_SERIES_MATERIALS } },
  { NULL, -1, 1, { OUTLAY_SERIES_ENERGY } },
  { NULL, -1, 1, { OUTLAY_SERIES_WAGES } },
  { NULL, -1, 1, { OUTLAY_SERIES_REPAIRS } },
  { NULL, -1, 1, { OUTLAY_SERIES_RESEARCH } },
  { NULL, -1, 1, { OUTLAY_SERIES_OTHER_COST } },
  { N_("Other taxes"), -1, 4,
    { OUTLAY_SERIES_SURCHARGES, OUTLAY_SERIES_STAMP_TAX, OUTLAY_SERIES_PROPERTY_TAX, OUTLAY_SERIES_LAND_TAX } },
  { NULL, -1, 1, { OUTLAY_SERIES_DEPRECIATION } },
  { NULL, 0, 1, { OUTLAY_SERIES_EBIT } },
  { NULL, -1, 1, { OUTLAY_SERIES_INTEREST } },
  { NULL, 0, 1, { OUTLAY_SERIES_PROFIT_BEFORE_TAX } },
  { NULL, -1, 1, { OUTLAY_SERIES_INCOME_TAX } },
  { NULL, 0, 1, { OUTLAY_SERIES_NET_PROFIT } },
};

/* The year asked for, else the design year, from 0; the nearest of the plan. */
static guint
shown_year (const OutlayChartSource *source)
{
  const int first = outlay_projection_first_year (source->projection), last = (int) outlay_projection_years (source->projection) - 1;
  const double design = outlay_projection_indicator (source->projection, OUTLAY_INDICATOR_DESIGN_YEAR, -1);
  const int year = source->options.year != 0 ? source->options.year : isnan (design) ? first : (int) design;

  return (guint) CLAMP (year - first, 0, last);
}

static double
value_of (const OutlayChartSource *source, const Entry *entry, guint t)
{
  double sum = 0;

  for (guint s = 0; s < entry->n_series; s++)
    sum += outlay_projection_series (source->projection, entry->series[s], OUTLAY_SCOPE_PLAN)[t];
  return entry->sign < 0 ? -sum : sum;
}

/* Steps of nothing are left out, and sums before which there is then no step; the first and the last row are always there. */
static void
add_rows (OutlayWaterfall *waterfall, const OutlayChartSource *source, guint t)
{
  gboolean stepped = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const Entry *entry = &entries[i];
      const double value = value_of (source, entry, t);
      const gboolean sum = entry->sign == 0, shown = sum ? stepped || i + 1 == G_N_ELEMENTS (entries) : value != 0;

      if (shown)
        outlay_waterfall_add (waterfall, entry->name != NULL ? _(entry->name) : _(outlay_series_nick (entry->series[0])), value, sum);
      stepped = sum ? FALSE : stepped || shown;
    }
}

static void
write_rows (OutlayWaterfall *waterfall, const char *unit)
{
  for (guint i = 0; i < waterfall->rows->len; i++)
    {
      OutlayWaterfallRow *row = outlay_waterfall_row (waterfall, i);
      g_autofree char *number = outlay_amount_format_in (row->shown, waterfall->unit, waterfall->decimals);

      row->written = g_strconcat (!row->sum && row->shown > 0 ? "+" : "", number, NULL);
      row->unit = g_strdup (unit);
    }
}

static void
set_table (OutlayScene *scene, const OutlayWaterfall *waterfall)
{
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Item")));
  g_autofree double *values = g_new (double, waterfall->rows->len);

  for (guint i = 0; i < waterfall->rows->len; i++)
    {
      outlay_chart_table_add_row (table, outlay_waterfall_row (waterfall, i)->name);
      values[i] = outlay_waterfall_row (waterfall, i)->value;
    }
  outlay_chart_table_add_column (table, C_ ("table", "Amount"), OUTLAY_UNIT_MONEY, OUTLAY_INK (COMPARED), values);
}

static void
request (const OutlayChart *chart, OutlayRequest *request)
{
  (void) chart;
  outlay_promises_request (request);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    for (guint s = 0; s < entries[i].n_series; s++)
      request->plan_series |= OUTLAY_BIT (entries[i].series[s]);
}

static void
build (OutlayScene *scene, const OutlayChartSource *source)
{
  const guint t = shown_year (source);
  const int year = outlay_projection_first_year (source->projection) + (int) t;
  g_auto (OutlayWaterfall) waterfall = { 0 };
  g_autofree char *source_line = outlay_chart_source_line (source), *unit = NULL, *subtitle = NULL, *head = NULL;

  outlay_waterfall_init (&waterfall);
  add_rows (&waterfall, source, t);
  waterfall.unit = outlay_amount_unit (outlay_waterfall_largest (&waterfall));
  outlay_waterfall_choose_decimals (&waterfall);
  outlay_waterfall_round (&waterfall);
  unit = outlay_chart_unit_title (source, waterfall.unit, FALSE);
  /* Translators: what the figures of a chart of one year are: "bn yuan in 2028" */
  subtitle = g_strdup_printf (C_ ("chart unit", "%s in %d"), unit, year);
  write_rows (&waterfall, unit);
  outlay_scene_set_subtitle (scene, subtitle);
  outlay_scene_set_source (scene, source_line);
  outlay_waterfall_draw (&waterfall, scene, FALSE);
  head = g_strdup_printf ("%s, %s", scene->title, subtitle);
  outlay_waterfall_summarise (scene, head);
  set_table (scene, &waterfall);
}

const OutlayChartKind outlay_year_waterfall_kind = { .request = request, .build = build };
