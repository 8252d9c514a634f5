/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/counts.h"

/**
 * The values of a plan as a person writes them into a field beside which their unit stands: "1,505,000" beside "yuan a set", "5" beside "%", "2026-08".
 */

/* Every digit of it in that unit, so that reading it gives the same double; "" for what is null. (transfer full) */
char *outlay_parameter_write (const OutlayParameter *parameter, const OutlayValue *value, OutlayAmountUnit unit);

/* Understands what was typed: an amount or a small calculation as outlay_amount_parse() does, with or without the unit beside the
 * field, land in mu or hectares, time in months or years, a percentage with or without its sign, months loosely
 * ("2026-8", "8/2026", "Aug 2026", "2026年8月"), "no limit" or nothing where there may be none; and checks it. On an error value is left alone. */
gboolean outlay_parameter_read (const OutlayParameter *parameter, const char *text, OutlayAmountUnit unit, const OutlayValue *current, OutlayValue *value,
                                GError **error);
/* "from 0 % to 100 %", "at least 0", in the units of people; NULL where any number is possible. (transfer full) */
char *outlay_parameter_limits (const OutlayParameter *parameter);

/**
 * Quantities in fields that name their unit themselves: money as amounts ("8m", "800万元/亩"), shares in per cent ("12" and "12 %" alike), all else plainly.
 */

/* Reading it gives the same double; "" for NaN. (transfer full) */
char *outlay_quantity_write (double quantity, OutlayUnit kind);
/* current: what the field holds, changed by "+0.2bn"; NaN for nothing. On an error, a sentence for who typed, quantity is left alone. */
gboolean outlay_quantity_read (const char *text, OutlayUnit kind, double current, double *quantity, GError **error);

/* "August 2026" however it is written; FALSE, and month left alone, for anything else. */
gboolean outlay_month_read (const char *text, double *month);
