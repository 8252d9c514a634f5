/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"

/**
 * OutlayChangeLog:
 *
 * Which nodes of a plan changed, in order, so that who holds numbers of it can take over what is different. Bounded; where something has come or gone, or
 * too much has happened, the past is forgotten, and readers begin anew. Nodes are not owned: those in the log stand in the plan.
 */
typedef struct
{
  GPtrArray *nodes;   /* NULL until something changes */
  guint64 first;      /* the time of the first of them */
  guint64 last_asked; /* the last time that somebody knows */
  guint64 structure;  /* counts what changed where paths lead: objects that came, went or moved, and ids */
} OutlayChangeLog;

OutlayChangeLog *outlay_plan_get_log (OutlayPlan *plan);

void outlay_change_log_clear (OutlayChangeLog *log);
/* A member of a node is different. */
void outlay_change_log_add (OutlayChangeLog *log, OutlayNode *node, const OutlayMember *member);
/* Now. */
guint64 outlay_change_log_get_time (OutlayChangeLog *log);
/* What changed since a time, n nodes, some of them more than once; NULL where that is forgotten. Good until the next change. */
OutlayNode *const *outlay_change_log_since (OutlayChangeLog *log, guint64 time, guint *n);
