/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare-row.h"
#include "ui/compare-session.h"

/**
 * OutlayCompareInputs:
 *
 * A row for each input that the chosen scenarios do not agree on, under a heading for its object: a GListModel of OutlayCompareRow that makes a row when it is
 * asked for it. Once the session has changed, rows that nobody had asked for are empty.
 */
#define OUTLAY_TYPE_COMPARE_INPUTS (outlay_compare_inputs_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareInputs, outlay_compare_inputs, OUTLAY, COMPARE_INPUTS, GObject)

GListModel *outlay_compare_inputs_new (OutlayCompareSession *session);
/* Shows what others say where they are about the same, without a row that comes or goes. Returns whether they are. */
gboolean outlay_compare_inputs_take (OutlayCompareInputs *inputs, OutlayCompareInputs *others);
