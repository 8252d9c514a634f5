/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/report.h"
#include "statement/statement.h"

/**
 * OutlayStatements:
 *
 * What `outlay-cli statement` prints: statements of one scope of a plan.
 */
typedef struct
{
  OutlayReport report;
  OutlayScope scope;
  GPtrArray *statements; /* OutlayStatement */
} OutlayStatements;

/* Names of statements joined by commas, and "all"; FALSE where one is unknown, which has then been said. */
gboolean outlay_statements_read (const char *words, guint *kinds, gboolean *all);

/* Each writes everything. */
void outlay_statements_append_json (const OutlayStatements *statements, GString *text);
void outlay_statements_append_csv (const OutlayStatements *statements, GString *text);
void outlay_statements_append_text (const OutlayStatements *statements, GString *text);

static inline OutlayStatement *
outlay_statements_nth (const OutlayStatements *statements, guint n)
{
  return g_ptr_array_index (statements->statements, n);
}
