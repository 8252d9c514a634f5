/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How the statements are declared: one static table each. */

#include "statement/statement.h"

/* What a row makes of its series, or of its terms. */
typedef enum
{
  OUTLAY_FROM_NOTHING,
  OUTLAY_FROM_FLOW,     /* the series of the year */
  OUTLAY_FROM_BALANCE,  /* the same, of something that stands at the end of the year */
  OUTLAY_FROM_OPENING,  /* its value at the end of the year before */
  OUTLAY_FROM_CHANGE,   /* its change on the year before */
  OUTLAY_FROM_LAST,     /* its value in the last year, which alone counts */
  OUTLAY_FROM_ALL,      /* its sum up to the year */
  OUTLAY_FROM_TERMS,    /* the sum of rows */
  OUTLAY_FROM_RUN,      /* the sum of a row up to the year */
  OUTLAY_FROM_QUOTIENT, /* its first term over its second, of no series */
  OUTLAY_FROM_PARTS,    /* no row but a place: there are the initiatives of a plan or phase, the products of an initiative */
} OutlayRowSource;

typedef struct
{
  OutlaySeries series;
  int sign; /* 0: none */
} OutlaySeriesTerm;

#define OUTLAY_SERIES_TERMS_MOST 6

typedef enum
{
  OUTLAY_SHARE_ALL,
  OUTLAY_SHARE_TAXES,      /* an OutlayTaxesSlot */
  OUTLAY_SHARE_INITIATIVE, /* an OutlayInitiativeSlot: of every initiative by itself */
} OutlayRowShare;

typedef struct
{
  const char *number;
  const char *name;
  const char *nick; /* msgid of context "statement" */
  guint depth;
  OutlayStatementRowKind kind;
  OutlayRowSource source;
  const char *terms; /* names of rows with signs between: "inflow - outflow"; of a ratio "over / under" */
  OutlaySeriesTerm series[OUTLAY_SERIES_TERMS_MOST]; /* of a sum: what it must equal, if the engine tells it */
  OutlayRowShare share; /* of a row that is only a share of its series: whose number tells which */
  guint slot;           /* of that number */
} OutlayRowEntry;

typedef struct
{
  const char *name;
  const char *title; /* msgid of context "statement" */
  gboolean by_phase;
  const OutlayRowEntry *rows; /* up to one without a name */
  const OutlayIndicator *indicators;
  guint n_indicators;
} OutlayStatementEntry;

#define PLUS(SYMBOL) { OUTLAY_SERIES_##SYMBOL, 1 }
#define LESS(SYMBOL) { OUTLAY_SERIES_##SYMBOL, -1 }

#define PARTS { "", "parts", NULL, 1, OUTLAY_STATEMENT_ROW_HEADING, OUTLAY_FROM_PARTS, NULL, { { 0, 0 } } }
#define HEADING(number, name, nick, depth) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_HEADING, OUTLAY_FROM_NOTHING, NULL, { { 0, 0 } } }
#define FLOW(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_FLOW, NULL, { __VA_ARGS__ } }
#define BALANCE(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_BALANCE, NULL, { __VA_ARGS__ } }
#define OPENING(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_OPENING, NULL, { __VA_ARGS__ } }
#define CHANGE(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_CHANGE, NULL, { __VA_ARGS__ } }
#define LAST(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_LAST, NULL, { __VA_ARGS__ } }
#define ALL(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_ALL, NULL, { __VA_ARGS__ } }
/* SYMBOL: of the number that the series is multiplied by */
#define SHARE_OF(number, name, nick, depth, SYMBOL, ...) \
  { number, name, nick, depth, OUTLAY_STATEMENT_ROW_ITEM, OUTLAY_FROM_FLOW, NULL, { __VA_ARGS__ }, OUTLAY_SHARE_TAXES, OUTLAY_TAXES_##SYMBOL }
#define MEMO_SHARE_OF(number, name, nick, depth, SYMBOL, ...) \
  { number, name, nick, depth, OUTLAY_STATEMENT_ROW_MEMO, OUTLAY_FROM_FLOW, NULL, { __VA_ARGS__ }, OUTLAY_SHARE_INITIATIVE, OUTLAY_INITIATIVE_##SYMBOL }
/* terms: "over / under" */
#define RATIO(number, name, nick, depth, terms, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_RATIO, OUTLAY_FROM_BALANCE, terms, { __VA_ARGS__ } }
#define MEMO(number, name, nick, depth, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_MEMO, OUTLAY_FROM_FLOW, NULL, { __VA_ARGS__ } }
/* What follows the terms is the series that they must amount to. */
#define SUM(number, name, nick, depth, terms, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_SUM, OUTLAY_FROM_TERMS, terms, { __VA_ARGS__ } }
#define RUNNING(number, name, nick, depth, row, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_RUNNING, OUTLAY_FROM_RUN, row, { __VA_ARGS__ } }
#define MEMO_SUM(number, name, nick, depth, terms, ...) { number, name, nick, depth, OUTLAY_STATEMENT_ROW_MEMO, OUTLAY_FROM_TERMS, terms, { __VA_ARGS__ } }

extern const OutlayRowEntry outlay_construction_investment_rows[];
extern const OutlayRowEntry outlay_investment_plan_rows[];
extern const OutlayRowEntry outlay_revenue_rows[];
extern const OutlayRowEntry outlay_total_cost_rows[];
extern const OutlayRowEntry outlay_project_cash_flow_rows[];
extern const OutlayRowEntry outlay_equity_cash_flow_rows[];
extern const OutlayRowEntry outlay_profit_rows[];
extern const OutlayRowEntry outlay_financial_cash_flow_rows[];
extern const OutlayRowEntry outlay_balance_sheet_rows[];
extern const OutlayRowEntry outlay_loans_rows[];
extern const OutlayRowEntry outlay_tax_rows[];

const OutlayStatementEntry *outlay_statement_entry (OutlayStatementKind kind);
const char *outlay_statement_word (const char *msgid); /* translated in the context "statement" */
/* What of the plan a row is about. */
OutlayScope outlay_statement_row_scope (OutlayStatement *statement, guint row);
/* The part of its series that a row is. initiative: where it is one's own. */
double outlay_statement_share (OutlayStatement *statement, const OutlayRowEntry *entry, guint initiative);
/* The entry that a row was made of. */
const OutlayRowEntry *outlay_statement_row_entry (OutlayStatement *statement, guint row);
