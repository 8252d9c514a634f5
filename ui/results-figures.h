/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "statement/statement.h"
#include "ui/document.h"
#include "ui/figures.h"

/* Of a document's results as they are now, which are asked for as far as they have not been; good until its next edit. (transfer full) */

/* A statement over the years, the total first, and below it the indicators that belong to it. The scope exists (outlay_statement_kind_exists()). */
OutlayFigures *outlay_statement_figures_new (OutlayDocument *document, OutlayStatementKind kind, OutlayScope scope);
/* Every indicator: of the plan, with its hurdle, and of each initiative, or of one alone where the scope is that. */
OutlayFigures *outlay_indicator_figures_new (OutlayDocument *document, OutlayScope scope);

/* "Jinchuang Energy Project", an initiative's or a phase's name. (transfer full) */
char *outlay_scope_name (OutlayDocument *document, OutlayScope scope);
/* The scenario that is shown; NULL: the plan itself. (transfer full) */
char *outlay_scenario_title (OutlayDocument *document);
