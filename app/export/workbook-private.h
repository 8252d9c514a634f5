/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/workbook.h"
#include "statement/statement.h"
#include "study/projection.h"

/* What the sheets are made from, while the plan is read. */
typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayProjection *projection; /* with everything that outlay_workbook_request() asks for */
  OutlayWorkbook *workbook;
  char *currency;
  guint n_years;
} OutlayBookSource;

/* More would be more colours than anybody tells apart: the largest of them and the others together. */
#define OUTLAY_MOST_SHOWN 12

/* Rows of a sheet that a chart shows. */
typedef struct
{
  guint first_row;  /* one row for each part of the plan; their sum is below */
  guint others_row; /* 0: every part is in the chart */
  GArray *shown;    /* (nullable): guint, the parts in it; NULL for all */
} OutlaySheetBlock;

/* Every sheet has the plan and the scenario above its head. */
#define OUTLAY_HEAD_ROW 3
/* Of a column with plain yuan by the billion. */
#define OUTLAY_MONEY_WIDTH 16

/* Sheets being filled; rows and columns count from 0, and cells come row by row from left to right. */
OutlayWorkbook *outlay_book_alloc (void);
/* (transfer none): with what stands above its head. note: (nullable) */
OutlaySheet *outlay_book_add_sheet (const OutlayBookSource *source, const char *name, const char *note);
/* "All amounts in yuan." (transfer full) */
char *outlay_book_money_note (const OutlayBookSource *source);
void outlay_sheet_add_width (OutlaySheet *sheet, double characters);
/* Nothing for NULL, nor for "" where an empty cell looks like none. */
void outlay_sheet_put_text (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, const char *text);
/* Nothing for NaN and infinities. */
void outlay_sheet_put_number (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, double number);
/* Takes the formula. value: what the engine has for it; where that is none nothing is put. */
void outlay_sheet_take_formula (OutlaySheet *sheet, guint row, guint column, OutlayCellForm form, OutlayRowLook look, char *formula, double value);
/* "B5", into a formula. */
void outlay_formula_add_cell (GString *formula, guint row, guint column);
/* "=SUM(B5:B9)". (transfer full) */
char *outlay_formula_sum (guint first_row, guint first_column, guint last_row, guint last_column);

/* What sheets say of a plan. */
char *outlay_book_name (const OutlayBookSource *source, gpointer node);
/* An indicator that the projection was asked for; an IRR of several roots as all of them. initiative −1: the plan. */
void outlay_book_put_indicator (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint column, OutlayIndicator indicator, int initiative);
/* What a number of this unit counts: "yuan", "persons". */
const char *outlay_book_unit (const OutlayBookSource *source, OutlayUnit unit);
OutlayCellForm outlay_book_form (OutlayUnit unit);
/* "Total" and the years behind it. */
void outlay_book_put_years (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column);
/* The sum of the years that stand behind it. */
void outlay_book_put_total (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column, OutlayCellForm form, OutlayRowLook look, const double *values);
/* The same with the years. */
void outlay_book_put_row (const OutlayBookSource *source, OutlaySheet *sheet, guint row, guint total_column, OutlayCellForm form, const double *values);

/* What charts take from the sheets. */
typedef struct
{
  const OutlaySheet *sheet;
  guint first_column; /* of the years */
  guint rows[OUTLAY_N_SERIES]; /* of Yearly; 0: none */
  guint cumulative_row;
  OutlaySheetBlock blocks[OUTLAY_N_SERIES]; /* of Initiatives or Phases */
} OutlaySheetPlaces;

/* The sheets. */
void outlay_book_add_split (const OutlayBookSource *source);
void outlay_book_add_yearly (const OutlayBookSource *source, OutlaySheetPlaces *places);
void outlay_book_add_initiatives (const OutlayBookSource *source, OutlaySheetPlaces *places);
void outlay_book_add_phases (const OutlayBookSource *source, OutlaySheetPlaces *places);
void outlay_book_add_products (const OutlayBookSource *source);
/* Those of the set 1 << OUTLAY_STATEMENT_… that exist of the scope, a sheet each. */
void outlay_book_add_statements (const OutlayBookSource *source, OutlayScope scope, guint kinds);
void outlay_book_add_indicators (const OutlayBookSource *source);
void outlay_book_add_targets (const OutlayBookSource *source);
void outlay_book_add_assumptions (const OutlayBookSource *source);
void outlay_book_add_charts (const OutlayBookSource *source, const OutlaySheetPlaces *yearly, const OutlaySheetPlaces *initiatives, const OutlaySheetPlaces *phases);

/* workbook-package.c: makes the charts in a file what libxlsxwriter cannot make of them. NULL with a GIO error. */
GBytes *outlay_book_finish_charts (const OutlayWorkbook *workbook, GBytes *xlsx, GError **error);
