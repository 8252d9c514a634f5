/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/node.h"

/* Ids and names for what comes into a list of the plan. */

/* An id that nothing in the list has, of the letters and digits of a name: "Energy storage" → "energy-storage". Where the name has none, as a Chinese one, it
 * is made of the stem and a number from `number` on, "initiative-4"; with number 0 of the stem alone. (transfer full) */
char *outlay_id_make (OutlayNode *parent, const OutlayMember *list, const char *name, const char *stem, guint number);

typedef gboolean (*OutlayNameTaken) (const char *name, gpointer data);
/* The first name of a copy that is not taken: "Slow (copy)", and "Slow (copy 2)" of either. (transfer full) */
char *outlay_copy_name_make (const char *name, OutlayNameTaken taken, gpointer data);
