/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/measure.h"

/* Why it has no value, where it has none. Translated. (transfer none) */
const char *outlay_indicator_null_reason (OutlayIndicator indicator);

/**
 * OutlayIndicatorInput:
 *
 * Something that an indicator is computed from: a number of the plan, or another result.
 */
typedef struct
{
  const char *path; /* of the plan's number; NULL: a result */
  int indicator;    /* an OutlayIndicator; −1: a measure of a series */
  int series;
  OutlayMeasure measure;
} OutlayIndicatorInput;

/* As many of them as n_inputs says, of the program's own memory. */
const OutlayIndicatorInput *outlay_indicator_inputs (OutlayIndicator indicator, guint *n_inputs);
/* Adds what the inputs of every indicator read, of the plan and of each initiative. */
void outlay_request_add_indicator_inputs (OutlayRequest *request);
