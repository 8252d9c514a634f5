/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/number-edit.h"

/* What of a phase can be taken hold of: the works as a whole, their end, and the end of the delay behind them. */
typedef enum
{
  OUTLAY_PHASE_START_DATE,
  OUTLAY_PHASE_BUILDING,
  OUTLAY_PHASE_DELAY,
  OUTLAY_PHASE_N_PARTS,
  OUTLAY_PHASE_NOTHING = OUTLAY_PHASE_N_PARTS,
} OutlayPhasePart;

/* The number that a part stands for. */
void outlay_phase_get_parameter (OutlayDocument *document, guint phase, OutlayPhasePart part, OutlayParameter *parameter);
double outlay_phase_get (OutlayDocument *document, guint phase, OutlayPhasePart part);
/* Begins to move it, within what it may be. */
OutlayNumberEdit *outlay_phase_begin (OutlayDocument *document, guint phase, OutlayPhasePart part);

/* Why it went no further: "A phase begins within the plan’s years, 2021 – 2040". (transfer full) */
char *outlay_phase_describe_limit (OutlayDocument *document, OutlayPhasePart part);
/* "Aug 2021 → Aug 2023, 24 months"; with a delay also by how much. (transfer full) */
char *outlay_phase_describe_span (OutlayDocument *document, guint phase);
/* A step of the history: "Start “Phase two” in Sep 2026". (transfer full) */
char *outlay_phase_describe_step (OutlayDocument *document, guint phase, OutlayPhasePart part);
/* The same of a number that a scenario has of its own and gives up. (transfer full) */
char *outlay_phase_describe_return (OutlayDocument *document, guint phase, OutlayPhasePart part);
/* "Changed here; in the plan: Aug 2021". (transfer full) */
char *outlay_phase_describe_origin (OutlayDocument *document, guint phase, OutlayPhasePart part);
/* What it is, and how it is written: "Start", "Aug 2021"; "Building time", "24 months". (transfer full) the second */
const char *outlay_phase_part_name (OutlayPhasePart part);
char *outlay_phase_format (OutlayPhasePart part, double number);
