/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "engine/parameters.h"

static inline gboolean
outlay_unit_is_money (OutlayUnit unit)
{
  return unit >= OUTLAY_UNIT_MONEY && unit <= OUTLAY_UNIT_MONEY_PER_MU;
}

/* Which people read in per cent. */
static inline gboolean
outlay_unit_is_share (OutlayUnit unit)
{
  return unit == OUTLAY_UNIT_SHARE || unit == OUTLAY_UNIT_SHARE_A_YEAR;
}

/* What a number counts, in words: "share a year", "money", "m²". Translated; "" for OUTLAY_UNIT_NONE. (transfer none) */
const char *outlay_unit_name (OutlayUnit unit);
