/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/theme.h"
#include "engine/parameters.h"

/**
 * OutlayChartTable:
 *
 * The numbers of a chart, a row for each of its points and a column for each of its series: what is read aloud, pasted into a spreadsheet, and what an office
 * program draws its own chart from. Every number is as the engine computed it, in plain units; NaN is an empty cell. Belongs to a scene and does not change
 * once that is built.
 */

/* What the columns are together. Where an office program has no such chart it is OTHER. */
typedef enum
{
  OUTLAY_CHART_TABLE_OTHER,
  OUTLAY_CHART_TABLE_STACKED, /* bars upon each other */
  OUTLAY_CHART_TABLE_GROUPED, /* bars beside each other */
  OUTLAY_CHART_TABLE_LINES,
} OutlayChartTableForm;

typedef struct
{
  char *name;
  OutlayUnit unit;
  OutlayInk ink;
  gboolean line;   /* drawn as a line over the bars of the other columns */
  gboolean dashed; /* and that with dashes: what others are compared with */
  double *values;  /* as many as the table has rows */
  char **words;    /* what is read in place of the numbers, one for each row; NULL: the numbers in the column's unit */
} OutlayChartTableColumn;

typedef struct
{
  OutlayChartTableForm form;
  char *heading;   /* of the column of names: "Year" */
  GPtrArray *rows; /* char: their names */
  char **units;    /* (nullable): what each row counts in, where rows count in different units, which the words of columns then leave out */
  GArray *columns; /* OutlayChartTableColumn */
} OutlayChartTable;

OutlayChartTable *outlay_chart_table_new (OutlayChartTableForm form, const char *heading);
void outlay_chart_table_free (OutlayChartTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayChartTable, outlay_chart_table_free)

void outlay_chart_table_add_row (OutlayChartTable *table, const char *name);
void outlay_chart_table_add_years (OutlayChartTable *table, int first_year, guint n_years);
/* After the rows; values: one for each of them, copied. */
OutlayChartTableColumn *outlay_chart_table_add_column (OutlayChartTable *table, const char *name, OutlayUnit unit, OutlayInk ink, const double *values);
/* Of a column whose rows count in units of their own; where no words are set, "–" is read. */
void outlay_chart_table_set_words (const OutlayChartTable *table, OutlayChartTableColumn *column, guint row, const char *words);
static inline const OutlayChartTableColumn *
outlay_chart_table_column (const OutlayChartTable *table, guint n)
{
  return &g_array_index (table->columns, OutlayChartTableColumn, n);
}

/* Of a table whose rows count in units of their own. */
void outlay_chart_table_set_unit (OutlayChartTable *table, guint row, const char *unit);

/* As people read the table: a column in one unit, which its heading names: "Tax (m yuan a year)", and its cells do not: "503.5", "<0.1". (transfer full) */
char *outlay_chart_table_write_heading (const OutlayChartTable *table, guint column, const char *currency);
char *outlay_chart_table_write_cell (const OutlayChartTable *table, guint column, guint row);
/* Lines of cells between tabs, a line of headings first, as spreadsheets take them from the clipboard; numbers by the locale with all their digits, months as
 * "2021-08". */
char *outlay_chart_table_to_text (const OutlayChartTable *table);
