/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/series.h"

/* What an indicator or a series is, in a sentence for a planner: docs/model.md in words. Translated. (transfer none) */
const char *outlay_indicator_definition (OutlayIndicator indicator);
const char *outlay_series_definition (OutlaySeries series);
