/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statement/table.h"

struct _OutlayStatement
{
  OutlayProjection *projection;
  OutlayStatementKind kind;
  OutlayScope scope;
  guint n_years;
  guint n_rows;
  OutlayStatementRow *rows;
  const OutlayRowEntry **entries;
  OutlayScope *scopes; /* of each row: the statement's, or that of a part */
  double *values; /* n_years of each row */
  GArray **terms;      /* of each row that is made of others: OutlayStatementTerm */
  GStringChunk *words; /* of rows whose names come from the plan */
};

gboolean outlay_row_is_sum (const OutlayRowEntry *row);
void outlay_statement_add_rows (OutlayStatement *statement, OutlayPlan *plan);
/* Adds what the rows of parts read. */
void outlay_request_add_parts (OutlayRequest *request, OutlayScope scope);
