/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/scene.h"

/**
 * Golden images: pictures that were looked at and found right. A picture holds where no more than GOLDEN_PIXELS of its pixels differ by more than
 * GOLDEN_DIFFERENCE of 255 in a channel: other versions of cairo and FreeType shade the rims of glyphs and curves a little differently, while a mark or a text
 * that moves by a pixel differs in many more. What was drawn instead is left beside the test's program.
 */
#define GOLDEN_DIFFERENCE 40
#define GOLDEN_PIXELS 0.003

/* Compares with images/NAME.png, or writes it where OUTLAY_GOLDEN_UPDATE is set. */
void golden_check (OutlayScene *scene, const char *name, double width, double height, const OutlayStyle *style);
