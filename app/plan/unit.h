/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/parameters.h"

/* What a number counts, in words: "share a year", "money", "m²". Translated; "" for OUTLAY_UNIT_NONE. (transfer none) */
const char *outlay_unit_name (OutlayUnit unit);
