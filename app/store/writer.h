/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/plan.h"
#include "store/json-text.h"

/* The canonical text of the plan file. */
GString *outlay_plan_write (OutlayPlan *plan);
/* One object of the plan, which need not stand in it now, as a value inside another text. */
void outlay_node_write (OutlayNode *node, OutlayPlan *plan, OutlayJsonText *json);
/* Replaces the file atomically; the old one is intact on any error. replace takes a text of outlay_plan_write() and may run in any thread. */
gboolean outlay_plan_replace (GFile *file, GString *text, GCancellable *cancellable, GError **error);
gboolean outlay_plan_save (OutlayPlan *plan, GFile *file, GCancellable *cancellable, GError **error);
