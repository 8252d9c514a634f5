/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"

/* Edits of what a plan is made of: phases, initiatives and products come, are copied, take other places and leave; targets and figures of the region leave and
 * take other places alike. Each is one step of the history with a description for people, of the plan itself and with it of every scenario; where one is
 * refused nothing is changed. None while a command is open. */

/* A plan to begin with: one phase, one initiative, one product, nothing in them. (transfer full) */
OutlayPlan *outlay_structure_new_plan (int year);

/* At the end of its list, with defaults that hold in every scenario: a phase starts when the last one is built, an initiative has one product and no money.
 * name: (nullable): a name by number in the reader's language, "Initiative 4". (nullable) (transfer none) */
OutlayPhase *outlay_structure_add_phase (OutlayHistory *history, const char *name, GError **error);
OutlayInitiative *outlay_structure_add_initiative (OutlayHistory *history, const char *name, GError **error);
OutlayProduct *outlay_structure_add_product (OutlayHistory *history, OutlayInitiative *initiative, const char *name, GError **error);

/* Another phase, initiative or product behind it that holds the same under another id and name, in the plan and in every scenario: money in cells, sources and
 * changes of scenarios are copied with it. Targets, uncertainties and correlations stay what they are: of the original. (nullable) (transfer none) */
OutlayNode *outlay_structure_duplicate (OutlayHistory *history, OutlayNode *object, GError **error);

/* Another place among its siblings. */
gboolean outlay_structure_move (OutlayHistory *history, OutlayNode *object, guint position, GError **error);

/* Takes it out with everything that refers to it: cells, changes of scenarios, targets, figures, uncertainties, correlations, sources. */
gboolean outlay_structure_remove (OutlayHistory *history, OutlayNode *object, GError **error);

/* How many objects may be added beside or below, and whether this one may be removed: for what is greyed out. */
gboolean outlay_structure_can_add (OutlayNode *parent, const char *list);
gboolean outlay_structure_can_remove (OutlayNode *object);
