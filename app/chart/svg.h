/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/layout.h"

/* Title, description and, where a layout is given, texts as texts for a drawing that has none of them. */
GBytes *outlay_svg_complete (GByteArray *drawn, OutlayScene *scene, const OutlayLayout *texts);
