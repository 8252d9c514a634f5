/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/scenario.h"

typedef struct
{
  char *path;
  OutlayValue value;
  OutlayParameter found; /* where the path leads */
  guint64 found_at;      /* when it did: the structure of the plan's log, and 1; 0: never looked for */
} OutlayChange;

struct _OutlayScenario
{
  OutlayNode parent_instance;

  GPtrArray *changes;  /* OutlayChange, owned, in the order of the file */
  GHashTable *by_path; /* path → change */
};

/* Changes came, went, or say something else. */
void outlay_scenario_notify_changes (OutlayScenario *scenario);
