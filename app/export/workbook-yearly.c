/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "export/workbook-private.h"

#define S(SYMBOL) OUTLAY_SERIES_##SYMBOL
/* Nothing ends a list of terms. */
#define PLUS(SYMBOL) { 1, OUTLAY_SERIES_##SYMBOL }
#define MINUS(SYMBOL) { -1, OUTLAY_SERIES_##SYMBOL }
#define MOST_TERMS 10
#define CUMULATIVE -1

enum
{
  NAME,
  UNIT,
  TOTAL,
  FIRST_YEAR,
};

typedef struct
{
  int sign; /* 0: the list ends here */
  OutlaySeries series;
} Term;

/* A row, with what docs/model.md says it is made of where all of that is shown too. */
typedef struct
{
  const char *section; /* msgid: begins here */
  int series;          /* CUMULATIVE: the cash flow after tax from the first year on */
  gboolean adds;       /* a sum over the years means something */
  Term sum[MOST_TERMS];
  Term over[MOST_TERMS]; /* the sum is divided by these */
} Row;

static const Row rows[] = {
  { N_("Investment"), S (INVESTMENT), TRUE },
  { NULL, S (CAPEX), TRUE },
  { NULL, S (INTEREST_CAPITALISED), TRUE },
  { N_("Output and sales"), S (OUTPUT_VALUE), TRUE },
  { NULL, S (REVENUE), TRUE },
  { NULL, S (OWN_USE), TRUE },
  { NULL, S (SUBSIDY), TRUE },
  { N_("Costs"), S (MATERIALS), TRUE },
  { NULL, S (ENERGY), TRUE },
  { NULL, S (WAGES), TRUE },
  { NULL, S (REPAIRS), TRUE },
  { NULL, S (RESEARCH), TRUE },
  { NULL, S (OTHER_COST), TRUE },
  { NULL, S (OPERATING_COST), TRUE, { PLUS (MATERIALS), PLUS (ENERGY), PLUS (WAGES), PLUS (REPAIRS), PLUS (RESEARCH), PLUS (OTHER_COST) } },
  { NULL, S (DEPRECIATION), TRUE },
  { NULL, S (AMORTISATION), TRUE },
  { NULL, S (INTEREST), TRUE },
  { N_("Taxes"), S (VAT_OUT), TRUE },
  { NULL, S (VAT_IN), TRUE },
  { NULL, S (VAT_REFUND), TRUE },
  { NULL, S (VAT_PAYABLE), TRUE },
  { NULL, S (SURCHARGES), TRUE },
  { NULL, S (STAMP_TAX), TRUE },
  { NULL, S (PROPERTY_TAX), TRUE },
  { NULL, S (LAND_TAX), TRUE },
  { NULL, S (INCOME_TAX), TRUE },
  { NULL, S (TAX), TRUE, { PLUS (VAT_PAYABLE), PLUS (SURCHARGES), PLUS (STAMP_TAX), PLUS (PROPERTY_TAX), PLUS (LAND_TAX), PLUS (INCOME_TAX) } },
  { NULL, S (LOCAL_TAX), TRUE },
  { NULL, S (ADJUSTED_INCOME_TAX), TRUE },
  { N_("Profit"), S (EBIT), TRUE,
    { PLUS (REVENUE), PLUS (OWN_USE), PLUS (SUBSIDY), MINUS (OPERATING_COST), MINUS (SURCHARGES), MINUS (STAMP_TAX), MINUS (PROPERTY_TAX), MINUS (LAND_TAX),
      MINUS (DEPRECIATION) } },
  { NULL, S (PROFIT_BEFORE_TAX), TRUE, { PLUS (EBIT), MINUS (INTEREST) } },
  { NULL, S (LOSS_USED), TRUE },
  { NULL, S (TAXABLE_INCOME), TRUE },
  { NULL, S (NET_PROFIT), TRUE, { PLUS (PROFIT_BEFORE_TAX), MINUS (INCOME_TAX) } },
  { NULL, S (STATUTORY_RESERVE), TRUE },
  { NULL, S (DIVIDENDS), TRUE },
  { N_("Cash flows"), S (CASH_FLOW_BEFORE_TAX), TRUE },
  { NULL, S (CASH_FLOW_AFTER_TAX), TRUE, { PLUS (CASH_FLOW_BEFORE_TAX), MINUS (ADJUSTED_INCOME_TAX) } },
  { NULL, CUMULATIVE, FALSE },
  { NULL, S (LOAN_DRAW), TRUE },
  { NULL, S (LOAN_REPAYMENT), TRUE },
  { NULL, S (EQUITY_INJECTED), TRUE },
  { NULL, S (EQUITY_CASH_FLOW), TRUE },
  { N_("Balances at the end of the year"), S (CASH), FALSE },
  { NULL, S (RECEIVABLES), FALSE },
  { NULL, S (INVENTORY), FALSE },
  { NULL, S (VAT_CREDIT), FALSE },
  { NULL, S (NET_ASSETS), FALSE },
  { NULL, S (CONSTRUCTION_IN_PROGRESS), FALSE },
  { NULL, S (INTANGIBLE_ASSETS), FALSE },
  { NULL, S (NET_ASSETS_BEFORE_FINANCING), FALSE },
  { NULL, S (ASSETS), FALSE, { PLUS (CASH), PLUS (RECEIVABLES), PLUS (INVENTORY), PLUS (VAT_CREDIT), PLUS (NET_ASSETS) } },
  { NULL, S (PAYABLES), FALSE },
  { NULL, S (LOAN_BALANCE), FALSE },
  { NULL, S (LIABILITIES), FALSE, { PLUS (PAYABLES), PLUS (LOAN_BALANCE) } },
  { NULL, S (EQUITY), FALSE },
  { NULL, S (UNDISTRIBUTED_PROFIT), FALSE },
  { NULL, S (WORKING_CAPITAL), FALSE, { PLUS (RECEIVABLES), PLUS (INVENTORY), MINUS (PAYABLES) } },
  { N_("Ratios and effects"), S (ICR), FALSE, { PLUS (EBIT) }, { PLUS (INTEREST) } },
  { NULL, S (DSCR), FALSE, { PLUS (EBIT), PLUS (DEPRECIATION), MINUS (INCOME_TAX) }, { PLUS (INTEREST), PLUS (LOAN_REPAYMENT) } },
  { NULL, S (DEBT_RATIO), FALSE, { PLUS (LIABILITIES) }, { PLUS (ASSETS) } },
  { NULL, S (JOBS), FALSE },
  { NULL, S (CO2_AVOIDED), TRUE },
};

/* Where every row stands: formulas look up and down. */
static void
place (OutlaySheetPlaces *places)
{
  guint at = OUTLAY_HEAD_ROW + 1;

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      at += rows[r].section != NULL;
      if (rows[r].series == CUMULATIVE)
        places->cumulative_row = at;
      else
        places->rows[rows[r].series] = at;
      at++;
    }
}

static void
add_terms (GString *formula, const OutlaySheetPlaces *places, const Term *terms, guint column)
{
  for (const Term *term = terms; term->sign != 0; term++)
    {
      if (term != terms || term->sign < 0)
        g_string_append_c (formula, term->sign > 0 ? '+' : '-');
      outlay_formula_add_cell (formula, places->rows[term->series], column);
    }
}

static char *
sum_formula (const Row *row, const OutlaySheetPlaces *places, guint column)
{
  const gboolean ratio = row->over[0].sign != 0;
  GString *formula = g_string_new (ratio ? "=(" : "=");

  add_terms (formula, places, row->sum, column);
  if (ratio)
    {
      g_string_append (formula, ")/(");
      add_terms (formula, places, row->over, column);
      g_string_append_c (formula, ')');
    }
  return g_string_free_and_steal (formula);
}

static void
add_cumulative (const OutlayBookSource *source, const OutlaySheetPlaces *places, OutlaySheet *sheet)
{
  const double *flow = outlay_projection_series (source->projection, OUTLAY_SERIES_CASH_FLOW_AFTER_TAX, OUTLAY_SCOPE_PLAN);
  const guint row = places->cumulative_row;
  double sum = 0;

  outlay_sheet_put_text (sheet, row, NAME, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_TOTAL, _("Cumulative cash flow after tax"));
  outlay_sheet_put_text (sheet, row, UNIT, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_TOTAL, outlay_book_unit (source, OUTLAY_UNIT_MONEY));
  outlay_sheet_put_text (sheet, row, TOTAL, OUTLAY_CELL_TEXT, OUTLAY_ROW_LOOK_TOTAL, "");
  for (guint t = 0; t < source->n_years; t++)
    {
      GString *formula = g_string_new ("=");

      sum += flow[t];
      if (t > 0)
        outlay_formula_add_cell (formula, row, FIRST_YEAR + t - 1);
      if (t > 0)
        g_string_append_c (formula, '+');
      outlay_formula_add_cell (formula, places->rows[OUTLAY_SERIES_CASH_FLOW_AFTER_TAX], FIRST_YEAR + t);
      outlay_sheet_take_formula (sheet, row, FIRST_YEAR + t, OUTLAY_CELL_WHOLE, OUTLAY_ROW_LOOK_TOTAL, g_string_free_and_steal (formula), sum);
    }
  outlay_sheet_put_text (sheet, row, FIRST_YEAR + source->n_years, OUTLAY_CELL_FAINT, OUTLAY_ROW_LOOK_TOTAL, "");
}

static void
add_row (const OutlayBookSource *source, const OutlaySheetPlaces *places, OutlaySheet *sheet, const Row *row)
{
  const OutlaySeries series = (OutlaySeries) row->series;
  const OutlayUnit unit = outlay_series_unit (series);
  const OutlayCellForm form = outlay_book_form (unit);
  const gboolean made = row->sum[0].sign != 0;
  const OutlayRowLook look = made && row->over[0].sign == 0 ? OUTLAY_ROW_LOOK_TOTAL : OUTLAY_ROW_LOOK_PLAIN;
  const double *values = outlay_projection_series (source->projection, series, OUTLAY_SCOPE_PLAN);
  const guint at = places->rows[series];

  outlay_sheet_put_text (sheet, at, NAME, OUTLAY_CELL_TEXT, look, _(outlay_series_nick (series)));
  outlay_sheet_put_text (sheet, at, UNIT, OUTLAY_CELL_FAINT, look, outlay_book_unit (source, unit));
  if (row->adds)
    outlay_book_put_total (source, sheet, at, TOTAL, form, look, values);
  else
    outlay_sheet_put_text (sheet, at, TOTAL, OUTLAY_CELL_TEXT, look, "");
  for (guint t = 0; t < source->n_years; t++)
    if (made)
      outlay_sheet_take_formula (sheet, at, FIRST_YEAR + t, form, look, sum_formula (row, places, FIRST_YEAR + t), values[t]);
    else
      outlay_sheet_put_number (sheet, at, FIRST_YEAR + t, form, look, values[t]);
  outlay_sheet_put_text (sheet, at, FIRST_YEAR + source->n_years, OUTLAY_CELL_FAINT, look, outlay_series_name (series));
}

static void
add_head (const OutlayBookSource *source, OutlaySheet *sheet)
{
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, NAME, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Series"));
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, UNIT, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, _("Unit"));
  outlay_book_put_years (source, sheet, OUTLAY_HEAD_ROW, TOTAL);
  /* Translators: above the names that files and the command line have for yearly series */
  outlay_sheet_put_text (sheet, OUTLAY_HEAD_ROW, FIRST_YEAR + source->n_years, OUTLAY_CELL_HEAD, OUTLAY_ROW_LOOK_PLAIN, C_ ("table", "Name in files"));
  outlay_sheet_add_width (sheet, 30);
  outlay_sheet_add_width (sheet, 8);
  for (guint t = 0; t <= source->n_years; t++)
    outlay_sheet_add_width (sheet, OUTLAY_MONEY_WIDTH);
  outlay_sheet_add_width (sheet, 22);
}

void
outlay_book_add_yearly (const OutlayBookSource *source, OutlaySheetPlaces *places)
{
  OutlaySheet *sheet = outlay_book_add_sheet (source, C_ ("sheet", "Yearly"), NULL);

  places->sheet = sheet;
  places->first_column = FIRST_YEAR;
  place (places);
  add_head (source, sheet);
  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      if (rows[r].section != NULL)
        outlay_sheet_put_text (sheet, sheet->n_rows, NAME, OUTLAY_CELL_SECTION, OUTLAY_ROW_LOOK_PLAIN, _(rows[r].section));
      if (rows[r].series == CUMULATIVE)
        add_cumulative (source, places, sheet);
      else
        add_row (source, places, sheet, &rows[r]);
    }
  source->workbook->yearly = sheet;
}
