/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/parameters.h"

/* Numbers with a unit as people type them: money as amounts ("8m", "800万元/亩"), shares in per cent ("12" and "12 %" alike), all else plainly. */

/* current: what the field holds, changed by "+0.2bn"; NaN for nothing. On an error, a sentence for who typed, quantity is untouched. */
gboolean outlay_typed_quantity_parse (const char *text, OutlayUnit unit, double current, double *quantity, GError **error);
/* What a field shows for editing, which parses back to the same double, of a share to its last digit or the one beside it; "" for NaN. (transfer full) */
char *outlay_typed_quantity_format (double quantity, OutlayUnit unit);
