/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/charts.h"
#include "chart/palette.h"
#include "chart/theme.h"
#include "export/workbook-private.h"
#include "plan/amount.h"

static const OutlaySeries tax_kinds[] = {
  OUTLAY_SERIES_VAT_PAYABLE,  OUTLAY_SERIES_SURCHARGES, OUTLAY_SERIES_STAMP_TAX,
  OUTLAY_SERIES_PROPERTY_TAX, OUTLAY_SERIES_LAND_TAX,   OUTLAY_SERIES_INCOME_TAX,
};

static double
largest_of (const OutlayBookSource *source, OutlaySeries series)
{
  const double *values = outlay_projection_series (source->projection, series, OUTLAY_SCOPE_PLAN);
  double largest = 0;

  for (guint t = 0; t < source->n_years; t++)
    largest = MAX (largest, fabs (values[t]));
  return largest;
}

/* A number format that shows plain numbers in a unit: each comma leaves out three digits. A hundred million is no power of a thousand: there the point is
 * a mere sign between the digits of millions, and ten thousand likewise. */
static char *
axis_format (OutlayAmountUnit unit, double largest)
{
  const double shown = largest / unit.size;
  g_autoptr (GString) format = g_string_new (shown >= 5 ? "#,##0" : shown >= 0.5 ? "0.0" : "0.00");

  if (unit.size == 1e8)
    return g_strdup ("0\\.00,,");
  if (unit.size == 1e4)
    return g_strdup ("0\\.0,");
  for (double size = unit.size; size >= 1e3; size /= 1e3)
    g_string_append_c (format, ',');
  return g_string_free_and_steal (g_steal_pointer (&format));
}

static OutlaySheetChart *
add_chart (const OutlayBookSource *source, OutlaySheet *sheet, const OutlaySheetPlaces *places, const char *title, double largest)
{
  OutlaySheetChart *chart = g_new0 (OutlaySheetChart, 1);
  const OutlayAmountUnit unit = outlay_amount_unit (largest);

  chart->title = g_strdup (title);
  chart->unit = outlay_chart_money_text (source->plan, source->scenario, unit);
  chart->format = axis_format (unit, largest);
  chart->data = places->sheet;
  chart->first_column = places->first_column;
  chart->last_column = places->first_column + source->n_years - 1;
  chart->series = g_array_new (FALSE, FALSE, sizeof (OutlaySheetSeries));
  g_ptr_array_add (sheet->charts, chart);
  return chart;
}

static void
add_series (OutlaySheetChart *chart, guint row, OutlayInk ink, gboolean line)
{
  const OutlaySheetSeries series = { row, outlay_ink_fill (ink, OUTLAY_THEME_LIGHT), line };

  g_array_append_val (chart->series, series);
}

static OutlayInk
coloured (OutlayColour colour)
{
  return (OutlayInk) { OUTLAY_INK_COLOUR, colour };
}

static void
add_initiatives (const OutlayBookSource *source, OutlaySheet *sheet, const OutlaySheetPlaces *places, const char *id, OutlaySeries series)
{
  const OutlaySheetBlock *block = &places->blocks[series];
  const guint n = block->shown != NULL ? block->shown->len : outlay_plan_get_n_initiatives (source->plan);
  OutlaySheetChart *chart = add_chart (source, sheet, places, outlay_chart_title (outlay_chart_find (id)), largest_of (source, series));

  for (guint s = 0; s < n; s++)
    {
      const guint part = block->shown != NULL ? g_array_index (block->shown, guint, s) : s;
      /* The largest of many may have the same place in the palette. */
      const OutlayColour colour = block->shown != NULL ? outlay_palette_colour (s) : outlay_palette_initiative (source->plan, source->scenario, part);

      add_series (chart, block->first_row + part, coloured (colour), FALSE);
    }
  if (block->others_row != 0)
    add_series (chart, block->others_row, OUTLAY_INK (OTHERS), FALSE);
}

/* A year's phases are few, or the chart shows the largest. */
static void
add_phases (const OutlayBookSource *source, OutlaySheet *sheet, const OutlaySheetPlaces *places, const char *id, OutlaySeries series)
{
  const OutlaySheetBlock *block = &places->blocks[series];
  const guint n_phases = outlay_plan_get_n_phases (source->plan), n = block->shown != NULL ? block->shown->len : n_phases;
  OutlaySheetChart *chart = add_chart (source, sheet, places, outlay_chart_title (outlay_chart_find (id)), largest_of (source, series));

  for (guint s = 0; s < n; s++)
    {
      const guint part = block->shown != NULL ? g_array_index (block->shown, guint, s) : s;

      add_series (chart, block->first_row + part, coloured (outlay_palette_phase (part, n_phases)), FALSE);
    }
  if (block->others_row != 0)
    add_series (chart, block->others_row, OUTLAY_INK (OTHERS), FALSE);
}

static void
add_tax_kinds (const OutlayBookSource *source, OutlaySheet *sheet, const OutlaySheetPlaces *places)
{
  OutlaySheetChart *chart = add_chart (source, sheet, places, outlay_chart_title (outlay_chart_find ("tax-by-kind")), largest_of (source, OUTLAY_SERIES_TAX));

  for (guint k = 0; k < G_N_ELEMENTS (tax_kinds); k++)
    if (largest_of (source, tax_kinds[k]) > 0)
      add_series (chart, places->rows[tax_kinds[k]], coloured (outlay_palette_kind (k)), FALSE);
}

static void
add_cash (const OutlayBookSource *source, OutlaySheet *sheet, const OutlaySheetPlaces *places)
{
  const double *flow = outlay_projection_series (source->projection, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_SCOPE_PLAN);
  double largest = largest_of (source, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX), sum = 0;
  OutlaySheetChart *chart;

  for (guint t = 0; t < source->n_years; t++)
    {
      sum += flow[t];
      largest = MAX (largest, fabs (sum));
    }
  chart = add_chart (source, sheet, places, _("Cash flow after tax, and cumulative"), largest);
  add_series (chart, places->rows[OUTLAY_SERIES_CASH_FLOW_AFTER_TAX], coloured (outlay_palette_colour (0)), FALSE);
  add_series (chart, places->cumulative_row, OUTLAY_INK (TARGET), TRUE);
}

void
outlay_book_add_charts (const OutlayBookSource *source, const OutlaySheetPlaces *yearly, const OutlaySheetPlaces *initiatives, const OutlaySheetPlaces *phases)
{
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Charts"), NULL);

  if (outlay_plan_get_n_initiatives (source->plan) > 0)
    {
      add_initiatives (source, sheet, initiatives, "output-value", OUTLAY_SERIES_OUTPUT_VALUE);
      add_initiatives (source, sheet, initiatives, "revenue", OUTLAY_SERIES_REVENUE);
      add_initiatives (source, sheet, initiatives, "tax", OUTLAY_SERIES_TAX);
      add_initiatives (source, sheet, initiatives, "investment", OUTLAY_SERIES_INVESTMENT);
    }
  if (outlay_plan_get_n_phases (source->plan) > 0)
    add_phases (source, sheet, phases, "investment-by-phase", OUTLAY_SERIES_INVESTMENT);
  add_tax_kinds (source, sheet, yearly);
  add_cash (source, sheet, yearly);
}
