/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/appraisal.h"

#define OUTLAY_FLOWS_ERROR (outlay_flows_error_quark ())
GQuark outlay_flows_error_quark (void);

/**
 * OutlayFlowsError:
 *
 * SYNTAX  the text is no table of flows; the sentence begins with line:column
 * RANGE   there is nothing to appraise, or more than can be
 */
typedef enum
{
  OUTLAY_FLOWS_ERROR_SYNTAX,
  OUTLAY_FLOWS_ERROR_RANGE,
} OutlayFlowsError;

/* first_period: 0 or 1, when the first flow comes; −1: as the table lets expect. */
gboolean outlay_flows_read (const char *text, gsize length, int first_period, OutlayFlows *flows, GError **error);
