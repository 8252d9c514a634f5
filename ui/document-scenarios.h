/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/* Edits of the plan's scenarios: each is one step of the history, which the window tells with a way back. What is being typed somewhere is taken into the plan
 * first. FALSE or NULL where that cannot be read, which is told where it stands (no error), or where the edit is refused (error). */

/* A new scenario over another (NULL: the plan), a copy of one: they are shown at once. */
OutlayScenario *outlay_document_create_scenario (OutlayDocument *document, OutlayScenario *from, const char *name, const char *description, GError **error);
OutlayScenario *outlay_document_duplicate_scenario (OutlayDocument *document, OutlayScenario *scenario, GError **error);
/* description NULL: as it is. */
gboolean outlay_document_rename_scenario (OutlayDocument *document, OutlayScenario *scenario, const char *name, const char *description, GError **error);
gboolean outlay_document_delete_scenario (OutlayDocument *document, OutlayScenario *scenario, GError **error);
gboolean outlay_document_move_scenario (OutlayDocument *document, OutlayScenario *scenario, guint position, GError **error);

/* Takes the active scenario's own value of a parameter away, so that the one holds that it would have without. */
gboolean outlay_document_return_parameter (OutlayDocument *document, const OutlayParameter *parameter, const char *description, GError **error);

/* The name to show of a scenario (NULL: "Base", the plan itself). (transfer full) */
char *outlay_document_get_scenario_name (OutlayDocument *document, OutlayScenario *scenario);
/* Whether another scenario, or the plan itself, is called so. scenario: (nullable): of which it would be the name, and may be if it is already. */
gboolean outlay_document_is_name_taken (OutlayDocument *document, OutlayScenario *scenario, const char *name);
