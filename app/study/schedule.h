/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/projection.h"

/* When a phase is built: months since year 0. */
typedef struct
{
  double start;
  double planned; /* completion without the delay */
  double completion;
  double money;
} OutlayWorks;

/* Initiatives of a phase whose output rises alike after its completion. */
typedef struct
{
  guint phase;
  guint first;    /* initiative */
  guint second;   /* initiative, where there are several */
  guint n;        /* how many */
  guint n_years;  /* of the ramp-up; at least 1 */
  double *shares; /* of the output that the money builds, in each twelve months; the last holds after */
} OutlayRise;

/**
 * OutlaySchedule:
 *
 * When the phases of a plan are built and how their output rises.
 */
typedef struct
{
  const OutlayShape *shape;
  const double *numbers;
  OutlayWorks *works; /* of each phase */
  GArray *rises;      /* OutlayRise, phase by phase, none where a phase has no money */
  guint *n_rises;     /* of each phase */
  gboolean joined;    /* the initiatives of a phase rise as one, each counting as its money does */
  int first_year;     /* of the calendar that shows it */
  guint n_years;
} OutlaySchedule;

/* most: rows of phases, and of rises where a phase has several; with more of them they are joined. design_year: is shown too; NaN for none. */
void outlay_schedule_init (OutlaySchedule *schedule, OutlayProjection *projection, guint most, double design_year);
void outlay_schedule_clear (OutlaySchedule *schedule);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlaySchedule, outlay_schedule_clear)

/* Which part of year t (from year 0) of the calendar the output that a rise's money builds is in use, as a share of it. */
double outlay_schedule_use (const OutlaySchedule *schedule, const OutlayRise *rise, int year);
/* The month from which on the output is full. */
double outlay_schedule_full (const OutlaySchedule *schedule, const OutlayRise *rise);
static inline OutlayRise *
outlay_schedule_rise (const OutlaySchedule *schedule, guint n)
{
  return &g_array_index (schedule->rises, OutlayRise, n);
}
