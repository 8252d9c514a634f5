/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayNearest:
 *
 * The known name that was probably meant by an unknown one: name by name, the one with the fewest slips (a letter missing, added, wrong, or two
 * swapped) is kept. Lives on the stack and owns nothing.
 */
typedef struct
{
  const char *name;
  const char *best; /* NULL where nothing comes near */
  guint slips;
} OutlayNearest;

#define OUTLAY_NEAREST_INIT(name) ((OutlayNearest) { (name), NULL, G_MAXUINT })

void outlay_nearest_consider (OutlayNearest *nearest, const char *known);
const char *outlay_nearest_of (const char *name, const char *const *known);
