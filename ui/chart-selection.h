/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "chart/charts.h"

/**
 * Which charts go into presentations and decks: ids in the setting "presented-charts", in the order in which they are shown. Charts that this version does not
 * know are passed over.
 */

/* OutlayChart: chosen ones in their order. (transfer container) */
GPtrArray *outlay_chart_selection_get (GSettings *settings);
gboolean outlay_chart_selection_has (GSettings *settings, const char *id);
/* A chart that comes stands behind those that the catalogue has before it. */
void outlay_chart_selection_set (GSettings *settings, const char *id, gboolean selected);
/* One chart in the place of another. */
void outlay_chart_selection_replace (GSettings *settings, const char *id, const char *by);
