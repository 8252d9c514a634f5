/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayTargetReading:
 *
 * A target as a planner reads it under the active scenario. series and indicator are −1 where it is about the other.
 */
typedef struct
{
  char *name;
  char *value;   /* "10.01 bn", "–" for null */
  char *bound;   /* "≥ 10 bn" */
  char *promise; /* "promised ≥ 10", "hurdle ≥ 12 %" */
  int series;
  int indicator;
  gboolean whole_plan; /* of the plan, not of one initiative */
  gboolean met;
} OutlayTargetReading;

void outlay_target_reading_free (OutlayTargetReading *reading);

/* Every target of the plan, in its order (element-type OutlayTargetReading) (transfer full). */
GPtrArray *outlay_targets_read (OutlayDocument *document);
