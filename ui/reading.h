/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayReadingKind:
 *
 * The figures of the indicator strip, from left to right.
 */
typedef enum
{
  OUTLAY_READING_INVESTMENT,
  OUTLAY_READING_OUTPUT,
  OUTLAY_READING_SALES,
  OUTLAY_READING_TAX,
  OUTLAY_READING_NPV,
  OUTLAY_READING_IRR,
  OUTLAY_READING_PAYBACK,
  OUTLAY_N_READINGS,
} OutlayReadingKind;

typedef enum
{
  OUTLAY_MARK_NONE,
  OUTLAY_MARK_MET,
  OUTLAY_MARK_MISSED,
} OutlayMark;

/**
 * OutlayReading:
 *
 * What one card of the strip says: texts only, so that it can be tested without a window.
 */
typedef struct
{
  char *title;      /* "Output, 2028" */
  char *value;      /* "10.01"; "–" where there is none */
  char *unit;       /* "bn", "%" */
  char *note;       /* a target, why there is no value, or what the figure is */
  char *difference; /* (nullable): "+0.63 bn vs Storage first"; NULL where nothing is compared */
  char *details;    /* the exact value, the definition and every target */
  OutlayMark mark;
} OutlayReading;

void outlay_reading_free (OutlayReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReading, outlay_reading_free)

/* Adds what the readings need. */
void outlay_readings_request (OutlayRequest *request);
/* targets: of outlay_targets_read(). */
OutlayReading *outlay_reading_new (OutlayReadingKind kind, OutlayDocument *document, GPtrArray *targets);
