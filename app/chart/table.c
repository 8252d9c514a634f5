/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/charts.h"
#include "plan/amount.h"
#include "plan/unit.h"
#include "plan/value.h"

/* Fifteen significant digits are what a spreadsheet keeps. */
#define NUMBER "%.15g"

static void
column_clear (gpointer data)
{
  OutlayChartTableColumn *column = data;

  g_free (column->name);
  g_free (column->values);
  g_strfreev (column->words);
}

/* A name that has a tab or an end of line in it would be two cells. */
static void
append_name (GString *text, const char *name)
{
  gsize start = text->len;

  g_string_append (text, name);
  g_strdelimit (text->str + start, "\t\r\n", ' ');
}

static void
append_value (GString *text, const OutlayChartTableColumn *column, guint row)
{
  const double value = column->values[row];
  g_autofree char *month = NULL;

  if (isnan (value))
    return;
  if (column->unit != OUTLAY_UNIT_MONTH)
    {
      g_string_append_printf (text, NUMBER, value);
      return;
    }
  month = outlay_month_format (value);
  g_string_append (text, month);
}

static void
append_row (GString *text, const OutlayChartTable *table, guint row)
{
  append_name (text, g_ptr_array_index (table->rows, row));
  for (guint c = 0; c < table->columns->len; c++)
    {
      g_string_append_c (text, '\t');
      append_value (text, outlay_chart_table_column (table, c), row);
    }
  g_string_append_c (text, '\n');
}

static double
largest_of (const OutlayChartTable *table, const OutlayChartTableColumn *column)
{
  double largest = 0;

  for (guint r = 0; r < table->rows->len; r++)
    if (isfinite (column->values[r]))
      largest = MAX (largest, fabs (column->values[r]));
  return largest;
}

static OutlayAmountUnit
scale_of (const OutlayChartTable *table, const OutlayChartTableColumn *column)
{
  return outlay_quantity_scale ((int) column->unit, largest_of (table, column));
}

/* None where all numbers are whole. */
static int
decimals_of (const OutlayChartTable *table, const OutlayChartTableColumn *column, OutlayAmountUnit scale)
{
  gboolean whole = scale.size == 1;

  for (guint r = 0; r < table->rows->len; r++)
    whole = whole && !(fabs (column->values[r] - round (column->values[r])) > 0);
  if (whole)
    return 0;
  return outlay_unit_is_share (column->unit) ? 1 : outlay_chart_decimals (largest_of (table, column), scale);
}

OutlayChartTable *
outlay_chart_table_new (OutlayChartTableForm form, const char *heading)
{
  OutlayChartTable *table = g_new0 (OutlayChartTable, 1);

  table->form = form;
  table->heading = g_strdup (heading);
  table->rows = g_ptr_array_new_with_free_func (g_free);
  table->columns = g_array_new (FALSE, TRUE, sizeof (OutlayChartTableColumn));
  g_array_set_clear_func (table->columns, column_clear);
  return table;
}

void
outlay_chart_table_free (OutlayChartTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_strfreev (table->units);
  g_free (table->heading);
  g_free (table);
}

void
outlay_chart_table_add_row (OutlayChartTable *table, const char *name)
{
  g_return_if_fail (table->columns->len == 0);
  g_ptr_array_add (table->rows, g_strdup (name));
}

void
outlay_chart_table_add_years (OutlayChartTable *table, int first_year, guint n_years)
{
  for (guint t = 0; t < n_years; t++)
    {
      g_autofree char *year = g_strdup_printf ("%d", first_year + (int) t);

      outlay_chart_table_add_row (table, year);
    }
}

OutlayChartTableColumn *
outlay_chart_table_add_column (OutlayChartTable *table, const char *name, OutlayUnit unit, OutlayInk ink, const double *values)
{
  OutlayChartTableColumn column = { g_strdup (name), unit, ink, FALSE, FALSE, g_memdup2 (values, table->rows->len * sizeof *values), NULL };

  g_array_append_val (table->columns, column);
  return &g_array_index (table->columns, OutlayChartTableColumn, table->columns->len - 1);
}

void
outlay_chart_table_set_words (const OutlayChartTable *table, OutlayChartTableColumn *column, guint row, const char *words)
{
  g_return_if_fail (row < table->rows->len && words != NULL);
  if (column->words == NULL)
    {
      column->words = g_new0 (char *, table->rows->len + 1);
      for (guint r = 0; r < table->rows->len; r++)
        column->words[r] = g_strdup ("–");
    }
  g_set_str (&column->words[row], words);
}

void
outlay_chart_table_set_unit (OutlayChartTable *table, guint row, const char *unit)
{
  g_return_if_fail (row < table->rows->len);
  if (table->units == NULL)
    {
      table->units = g_new0 (char *, table->rows->len + 1);
      for (guint r = 0; r < table->rows->len; r++)
        table->units[r] = g_strdup ("");
    }
  g_set_str (&table->units[row], unit);
}

char *
outlay_chart_table_write_heading (const OutlayChartTable *table, guint column, const char *currency)
{
  const OutlayChartTableColumn *one = outlay_chart_table_column (table, column);
  g_autofree char *unit = outlay_quantity_unit ((int) one->unit, scale_of (table, one), currency);

  if (one->words != NULL || *unit == '\0')
    return g_strdup (one->name);
  /* Translators: the heading of a column and the unit of its numbers, as in "Tax (m yuan a year)" */
  return g_strdup_printf (C_ ("table", "%s (%s)"), one->name, unit);
}

char *
outlay_chart_table_write_cell (const OutlayChartTable *table, guint column, guint row)
{
  const OutlayChartTableColumn *one = outlay_chart_table_column (table, column);
  const OutlayAmountUnit scale = scale_of (table, one);

  if (one->words != NULL)
    return g_strdup (one->words[row]);
  if (one->unit == OUTLAY_UNIT_MONTH || one->unit == OUTLAY_UNIT_CALENDAR_YEAR)
    return outlay_quantity_format (one->values[row], (int) one->unit, NULL);
  return outlay_amount_format_part (one->values[row], scale, decimals_of (table, one, scale));
}

char *
outlay_chart_table_to_text (const OutlayChartTable *table)
{
  GString *text = g_string_new (NULL);

  append_name (text, table->heading);
  for (guint c = 0; c < table->columns->len; c++)
    {
      g_string_append_c (text, '\t');
      append_name (text, outlay_chart_table_column (table, c)->name);
    }
  g_string_append_c (text, '\n');
  for (guint r = 0; r < table->rows->len; r++)
    append_row (text, table, r);
  return g_string_free_and_steal (text);
}
