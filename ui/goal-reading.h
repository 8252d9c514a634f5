/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayGoalReading:
 *
 * What a list says of a target or of a public figure under the active scenario: texts only, so that it can be tested without a window.
 */
typedef struct
{
  char *name;
  char *value;   /* "≥ 10 bn"; "650 bn yuan a year" */
  char *note;    /* what is judged and who says so; the year of a figure and who says so */
  char *plan;    /* (nullable): what the plan has: "Output value, design year: 10.01 bn yuan"; NULL where a figure is set against nothing */
  char *share;   /* (nullable): the plan's part in a figure: "1.5 %" */
  double part;   /* the same as a number; NaN where there is none */
  char *link;    /* (nullable): where a figure can be read */
  gboolean judged; /* a target, which is met or missed */
  gboolean met;
} OutlayGoalReading;

/* goal: a target or a public figure of the document's plan. */
OutlayGoalReading *outlay_goal_reading_new (OutlayDocument *document, OutlayNode *goal);
void outlay_goal_reading_free (OutlayGoalReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayGoalReading, outlay_goal_reading_free)
