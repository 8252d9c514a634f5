/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/node.h"

/* Another object of the same class that holds the same, to the last bit, with objects of its own below it; it stands nowhere. (transfer full) */
OutlayNode *outlay_node_copy (OutlayNode *node);
/* Makes one member of an object hold what it holds in another of the same class; lists must be empty before. */
void outlay_node_copy_member (OutlayNode *to, OutlayNode *from, const OutlayMember *member);
