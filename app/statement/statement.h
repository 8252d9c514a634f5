/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/amount.h"
#include "study/projection.h"

/**
 * OutlayStatementKind:
 *
 * The standard statements of a feasibility study, in the order in which it prints them: those of 建设项目经济评价方法与参数, third edition
 * (2006), which have their equivalents elsewhere. Rows that the model never fills are left out; what the model has besides (own use, the
 * change of the VAT credit) has rows of its own.
 */
typedef enum
{
  OUTLAY_STATEMENT_CONSTRUCTION_INVESTMENT,
  OUTLAY_STATEMENT_INVESTMENT_PLAN,
  OUTLAY_STATEMENT_REVENUE,
  OUTLAY_STATEMENT_TOTAL_COST,
  OUTLAY_STATEMENT_PROJECT_CASH_FLOW,
  OUTLAY_STATEMENT_EQUITY_CASH_FLOW,
  OUTLAY_STATEMENT_PROFIT,
  OUTLAY_STATEMENT_FINANCIAL_CASH_FLOW,
  OUTLAY_STATEMENT_BALANCE_SHEET,
  OUTLAY_STATEMENT_LOANS,
  OUTLAY_STATEMENT_TAX,
  OUTLAY_N_STATEMENTS,
} OutlayStatementKind;

/* Names as the command line takes them; titles are translated. */
const char *outlay_statement_kind_name (OutlayStatementKind kind);
const char *outlay_statement_kind_title (OutlayStatementKind kind); /* short enough for the name of a sheet */
/* −1: there is none of that name. */
int outlay_statement_kind_from_name (const char *name);
/* Every statement exists of the plan and of an initiative; of a phase or a cell those whose series do. */
gboolean outlay_statement_kind_exists (OutlayStatementKind kind, OutlayScope scope);

/* Adds what a statement reads. */
void outlay_request_add_statement (OutlayRequest *request, OutlayStatementKind kind, OutlayScope scope);

typedef enum
{
  OUTLAY_STATEMENT_ROW_HEADING, /* a name alone: no values */
  OUTLAY_STATEMENT_ROW_ITEM,    /* told by the model */
  OUTLAY_STATEMENT_ROW_SUM,     /* of the rows that its terms name */
  OUTLAY_STATEMENT_ROW_RUNNING, /* its one term, summed up to the year */
  OUTLAY_STATEMENT_ROW_RATIO,   /* its first term over its second; no money */
  OUTLAY_STATEMENT_ROW_MEMO,    /* told by the model, or a sum where it has terms; part of no other sum above it */
} OutlayStatementRowKind;

typedef struct
{
  guint row;
  int sign; /* 1 or −1 */
} OutlayStatementTerm;

typedef struct
{
  const char *name;   /* of this row in its statement, in kebab-case, for files */
  const char *number; /* as the method counts: "1", "1.1"; "" where it has none */
  const char *label;  /* translated */
  guint depth;        /* 0: the outermost; a row is folded into the next one above that is less deep */
  OutlayStatementRowKind kind;
  OutlayUnit unit;
  const double *values; /* n_years, NaN for null; NULL of a heading */
  double total;         /* NaN where a sum over the years says nothing: of balances, running sums and ratios */
  guint n_terms;
  const OutlayStatementTerm *terms;
  int series; /* the OutlaySeries that these values are, also of a sum; −1: no single one */
} OutlayStatementRow;

/**
 * OutlayStatement:
 *
 * One statement of one scope of a projection, as data: rows of yearly values. Belongs to the projection's thread.
 */
typedef struct _OutlayStatement OutlayStatement;

OutlayStatement *outlay_statement_new (OutlayPlan *plan, OutlayProjection *projection, OutlayStatementKind kind, OutlayScope scope);
void outlay_statement_free (OutlayStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayStatement, outlay_statement_free)
/* Reads the projection again, after outlay_projection_update(). */
void outlay_statement_update (OutlayStatement *statement);

OutlayStatementKind outlay_statement_kind (OutlayStatement *statement);
OutlayScope outlay_statement_scope (OutlayStatement *statement);
OutlayProjection *outlay_statement_projection (OutlayStatement *statement);
guint outlay_statement_years (OutlayStatement *statement);
guint outlay_statement_n_rows (OutlayStatement *statement);
/* Owned by the statement. */
const OutlayStatementRow *outlay_statement_row (OutlayStatement *statement, guint row);
int outlay_statement_find_row (OutlayStatement *statement, const char *name);

/* One unit for all of its money, in which rows can be added up by eye: the one that suits a thousandth of the largest amount. */
OutlayAmountUnit outlay_statement_unit (OutlayStatement *statement, int *decimals);

/* More terms than this are told by their number: the initiatives of a large plan. */
#define OUTLAY_STATEMENT_TERMS_TOLD 24

/* The indicators that the method prints below it, in order; none below a phase's. Values: outlay_projection_indicator_text(). */
guint outlay_statement_n_indicators (OutlayStatement *statement);
OutlayIndicator outlay_statement_indicator (OutlayStatement *statement, guint n);

/* Where a value comes from, in one or two lines: the terms of a sum by name and by value, or how the model computes it. year −1: the total.
 * currency: (nullable). (transfer full) */
char *outlay_statement_explain (OutlayStatement *statement, guint row, int year, const char *currency);
