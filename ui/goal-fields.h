/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/document.h"

/**
 * OutlayGoalFields:
 *
 * The rows of a form in which a measure of the plan is chosen: a series with its measure, or an indicator; of the whole plan, an initiative or a product.
 */
typedef struct
{
  AdwComboRow *what;
  AdwComboRow *measure;
  AdwComboRow *initiative;
  AdwComboRow *product; /* (nullable): only series of the plan and of initiatives, and none at all, can be chosen then; no indicators */

  OutlayDocument *document;
  GArray *choices; /* OutlayGoalChoice, in the order of `what` */
} OutlayGoalFields;

/* −1 for what it is not. */
typedef struct
{
  int series;
  int indicator;
} OutlayGoalChoice;

/* The rows are the caller's. goal: (nullable): a target or figure whose choices are shown. */
void outlay_goal_fields_fill (OutlayGoalFields *fields, OutlayDocument *document, OutlayNode *goal);
void outlay_goal_fields_clear (OutlayGoalFields *fields);
/* Something was chosen: only what goes with it is to be seen. */
void outlay_goal_fields_update (OutlayGoalFields *fields);

OutlayGoalChoice outlay_goal_fields_get_choice (OutlayGoalFields *fields);
OutlayMeasure outlay_goal_fields_get_measure (OutlayGoalFields *fields);
/* Ids; NULL for the whole plan, and where no product goes with the choice. (transfer none) */
const char *outlay_goal_fields_get_initiative (OutlayGoalFields *fields);
const char *outlay_goal_fields_get_product (OutlayGoalFields *fields);
OutlayUnit outlay_goal_fields_get_unit (OutlayGoalFields *fields);
