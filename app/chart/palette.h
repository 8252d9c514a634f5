/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/colour.h"
#include "plan/scenario.h"

/* Colours that are told apart by people with the common colour blindnesses; after as many the same hues come again, lighter and darker. */
#define OUTLAY_PALETTE_SIZE 8
OutlayColour outlay_palette_colour (guint n);

/* The colour of an initiative everywhere: its own under the scenario, else its place's in the palette. In the light theme. */
OutlayColour outlay_palette_initiative (OutlayPlan *plan, OutlayScenario *scenario, guint initiative);
/* Phases follow each other in time: one hue from dark to light. */
OutlayColour outlay_palette_phase (guint phase, guint n_phases);
/* The colour of a scenario (NULL: the plan itself) wherever several are shown: its place's in the plan. */
OutlayColour outlay_palette_scenario (OutlayPlan *plan, OutlayScenario *scenario);
/* Kinds of tax and other parts of a whole that are neither initiatives nor phases. */
OutlayColour outlay_palette_kind (guint kind);
