/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/compare-session.h"

/**
 * OutlayCompareChoice:
 *
 * The plan and its scenarios as buttons in the order of the plan: those that are pressed are compared. The last one stays pressed.
 */
#define OUTLAY_TYPE_COMPARE_CHOICE (outlay_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareChoice, outlay_compare_choice, OUTLAY, COMPARE_CHOICE, AdwBin)

void outlay_compare_choice_show (OutlayCompareChoice *choice, OutlayCompareSession *session);
