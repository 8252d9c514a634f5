/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/* Edits of single values by hand. */

/* Lays n values into the active scenario, or the plan, as one step. FALSE where one is refused: then nothing is changed, and failed (nullable) is which one.
 * description: (nullable): what it is called in the history; of one value it is made from it. */
gboolean outlay_document_set_parameters (OutlayDocument *document, const OutlayParameter *parameters, const OutlayValue *values, guint n,
                                         const char *description, guint *failed, GError **error);
/* The value that holds in the active scenario. */
void outlay_document_get_value (OutlayDocument *document, const OutlayParameter *parameter, OutlayValue *value);
/* Whether the active scenario has a value of its own there. path: of the parameter */
gboolean outlay_document_is_changed (OutlayDocument *document, const char *path);
/* Takes the active scenario's own values away, of one member: a step, "Return Energy storage: Wage to the plan’s value". */
gboolean outlay_document_return_values (OutlayDocument *document, const OutlayParameter *parameters, guint n, GError **error);
/* Another ramp-up of an initiative, with more years or fewer: a step of the plan, for a scenario cannot have other years than it. */
gboolean outlay_document_set_years (OutlayDocument *document, OutlayInitiative *initiative, const double *shares, guint n, GError **error);
/* How many of n values are 1,000 times or more, or less, of what holds now: as where another unit was meant. */
guint outlay_document_count_leaps (OutlayDocument *document, const OutlayParameter *parameters, const OutlayValue *values, guint n);
/* What holds without it: "in the plan: 8 %", "in “Slow”: 8 %". (transfer full) */
char *outlay_document_describe_origin (OutlayDocument *document, const OutlayParameter *parameter);
/* A value in words, a choice or a text too. (transfer full) */
char *outlay_document_format_value (OutlayDocument *document, const OutlayParameter *parameter, const OutlayValue *value);
