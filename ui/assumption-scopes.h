/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayAssumptionScopes:
 *
 * The list of what assumptions are read of: the plan, its phases (as their list), each initiative.
 *
 * Properties: document; chosen (GObject, nullable).
 */
#define OUTLAY_TYPE_ASSUMPTION_SCOPES (outlay_assumption_scopes_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionScopes, outlay_assumption_scopes, OUTLAY, ASSUMPTION_SCOPES, AdwBin)

GObject *outlay_assumption_scopes_get_chosen (OutlayAssumptionScopes *scopes);
/* What an object is read with: the plan, the phases or an initiative. */
void outlay_assumption_scopes_choose (OutlayAssumptionScopes *scopes, OutlayNode *object);
/* "Phases", "Energy storage" under the active scenario. (transfer full) */
char *outlay_assumption_scope_name (OutlayDocument *document, GObject *scope);
/* Whether the chosen one is what is shown; where it is not, none is selected until it is again or another is chosen. */
void outlay_assumption_scopes_set_open (OutlayAssumptionScopes *scopes, gboolean open);
/* Names and colours may be others. */
void outlay_assumption_scopes_refresh (OutlayAssumptionScopes *scopes);

/**
 * OutlayAssumptionScopes::activated:
 *
 * Somebody chose one by hand.
 *
 * OutlayAssumptionScopes::move:
 * @initiative: the one that is to take another place
 * @position: which
 */
