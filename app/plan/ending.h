/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "plan/unit.h"

/**
 * OutlayEnding:
 * @exponent: number × 10^exponent × @size / @own is what it comes to in the unit of its field
 *
 * A unit that people write behind a number of land or time and that its field may not be shown in: "100 mu", "18 months", "1.5年".
 */
typedef struct
{
  int exponent;
  double size;
  double own;
} OutlayEnding;

/* Whether text, as outlay_amount_normalise() leaves it, ends with such a unit behind a number of that kind; length: how much of it stands before. */
gboolean outlay_ending_find (OutlayUnit kind, const char *text, gsize *length, OutlayEnding *ending);
double outlay_ending_apply (const OutlayEnding *ending, double number);
/* That the word at the end of text, which cannot be read, is no unit of that kind, and which are. (transfer full) (nullable): no word stands there, or numbers
 * of that kind have no units of their own. */
char *outlay_ending_complain (OutlayUnit kind, const char *text);
