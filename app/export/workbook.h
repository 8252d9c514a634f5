/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/colour.h"
#include "engine/batch.h"
#include "plan/scenario.h"

/**
 * OutlayWorkbook:
 *
 * The tables of a plan as a spreadsheet: the split, the years, its initiatives, phases and products, indicators, targets and assumptions, with charts, where sums
 * are formulas that carry the engine's value. Building one reads the plan and computes; from then on it is independent of the plan and never changes, so
 * that its files can be made in any thread. The same plan gives the same bytes in the same language. Reference counted.
 */
typedef struct _OutlayWorkbook OutlayWorkbook;

/* scenario: (nullable): one of the plan's; NULL is the plan itself. */
OutlayWorkbook *outlay_workbook_new (OutlayPlan *plan, OutlayScenario *scenario);
/* Statements alone; kinds: a set of 1 << OUTLAY_STATEMENT_… */
OutlayWorkbook *outlay_workbook_new_statements (OutlayPlan *plan, OutlayScenario *scenario, OutlayScope scope, guint kinds);
OutlayWorkbook *outlay_workbook_ref (OutlayWorkbook *workbook);
void outlay_workbook_unref (OutlayWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayWorkbook, outlay_workbook_unref)

/* The bytes of a file; from any thread. XLSX: NULL with a GIO error. */
GBytes *outlay_workbook_to_xlsx (OutlayWorkbook *workbook, GError **error);
GBytes *outlay_workbook_to_csv (OutlayWorkbook *workbook);

/* --- what it holds, for the writers and tests --- */

/* What a cell is, from which follow its number format and its looks. */
typedef enum
{
  OUTLAY_CELL_TEXT,
  OUTLAY_CELL_WRAPPED, /* a sentence, on as many lines as it takes */
  OUTLAY_CELL_FAINT,   /* what only machines and the curious need: paths, units */
  OUTLAY_CELL_TITLE,
  OUTLAY_CELL_HEAD,
  OUTLAY_CELL_NUMBER_HEAD, /* a head above numbers; a year is a number itself */
  OUTLAY_CELL_SECTION,
  OUTLAY_CELL_GOOD,
  OUTLAY_CELL_BAD,
  OUTLAY_CELL_WHOLE,   /* 1,234,567 */
  OUTLAY_CELL_DECIMAL, /* 1.23 */
  OUTLAY_CELL_PERCENT, /* 12.3% */
  OUTLAY_CELL_YEAR,    /* 2031 */
  OUTLAY_CELL_EXACT,   /* every digit */
  OUTLAY_N_CELL_FORMS,
} OutlayCellForm;

typedef enum
{
  OUTLAY_ROW_LOOK_PLAIN,
  OUTLAY_ROW_LOOK_TOTAL,
  OUTLAY_ROW_LOOK_ASIDE, /* what is not part of the sum below or above it */
  OUTLAY_N_ROW_LOOKS,
} OutlayRowLook;

typedef struct
{
  guint row;
  guint column;
  OutlayCellForm form;
  OutlayRowLook look;
  gboolean formula;
  char *text;    /* (nullable): the words, or the formula with its "="; NULL for a number */
  double number; /* of a number, or what the engine has for a formula */
} OutlayCell;

typedef struct
{
  char *name; /* as spreadsheets allow it, and no other sheet's */
  GArray *cells; /* OutlayCell, row by row from left to right */
  GArray *widths; /* double: of the columns, in characters */
  guint n_rows;
  guint head_row; /* the last row that stays in view, with all above it */
  guint head_columns; /* so many that stay in view too */
  gboolean filtered; /* the rows below the head can be picked from */
  GPtrArray *charts; /* OutlaySheetChart, two beside each other */
} OutlaySheet;

/* A row of a sheet as a chart shows it; its name is in the first column. */
typedef struct
{
  guint row;
  OutlayColour colour;
  gboolean line; /* over the columns */
} OutlaySheetSeries;

typedef struct
{
  char *title;
  char *unit;       /* "bn yuan a year" */
  char *format;     /* of the axis's numbers, which shows them in that unit */
  const OutlaySheet *data; /* has the rows, and the years in its head */
  guint first_column; /* of the years */
  guint last_column;
  GArray *series;   /* OutlaySheetSeries: columns first */
} OutlaySheetChart;

struct _OutlayWorkbook
{
  gatomicrefcount references;
  char *title;
  char *subject;
  GPtrArray *sheets; /* OutlaySheet */
  const OutlaySheet *yearly;
};

static inline const OutlayCell *
outlay_sheet_cell (const OutlaySheet *sheet, guint n)
{
  return &g_array_index (sheet->cells, OutlayCell, n);
}
