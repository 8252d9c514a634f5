/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/series.h"

/* What an indicator is, in a sentence for a planner: docs/model.md §10 in words. Translated. (transfer none) */
const char *outlay_indicator_definition (OutlayIndicator indicator);
