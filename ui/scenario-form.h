/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayScenarioForm:
 *
 * Asks for the name and the description of a scenario, and for what a new one comes from.
 */
#define OUTLAY_TYPE_SCENARIO_FORM (outlay_scenario_form_get_type ())
G_DECLARE_FINAL_TYPE (OutlayScenarioForm, outlay_scenario_form, OUTLAY, SCENARIO_FORM, AdwDialog)

/* A new scenario; from is proposed as what it comes from (NULL: the plan itself). */
void outlay_scenario_form_present_new (OutlayDocument *document, OutlayScenario *from, GtkWidget *parent);
/* Name and description of one that there is. */
void outlay_scenario_form_present (OutlayDocument *document, OutlayScenario *scenario, GtkWidget *parent);
/* Shows at an entry, and tells a screen reader, whether what is typed there is the name of another scenario. */
void outlay_scenario_name_mark (GtkWidget *entry, gboolean taken);
