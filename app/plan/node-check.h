/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"

/* Whether all that an object holds, and all objects below it, is of the type and range of its declaration, is there where it must be, and has ids of its own.
 * What spans members and refers to other objects is for the plan to check when the object stands in it (validate.h). */
gboolean outlay_node_check (OutlayNode *node, OutlayPlan *plan, GError **error);
