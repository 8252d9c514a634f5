/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "study/schedule.h"
#include "ui/bubble.h"
#include "ui/chart-lens.h"
#include "ui/drag-way.h"
#include "ui/hand.h"
#include "ui/pen.h"
#include "ui/phase-bars.h"
#include "ui/phase-dates.h"
#include "ui/split-cell.h"

/* Where everything stands, in pixels. */
typedef struct
{
  double scale;  /* of texts */
  gboolean slim; /* names stand above the bars, not beside them */
  double left;   /* of the calendar */
  double right;
  double head;   /* its height */
  double row;    /* of a phase: height */
  double bar;    /* height */
  double bar_y;  /* below the top of its row */
  int first_year; /* that is seen */
  guint n_years;
} OutlayPhaseLayout;

/* A part of a phase's bar; phase −1 for none. */
typedef struct
{
  int phase;
  OutlayPhasePart part;
  gboolean dot; /* the mark of a number that the scenario has of its own */
} OutlayPhasePlace;

struct _OutlayPhaseBars
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  OutlayChartLens *lens;
  GtkAdjustment *adjustment;
  OutlaySplitFocus focus;
  GtkLabel *bubble; /* dates while a bar is moved, and why it goes no further */
  GtkWidget *popover; /* (nullable): dates as text */
  OutlayPenTexts texts;
  double plot_left;
  double plot_right;
  gboolean slim; /* when it was last allocated */
  guint resizing;

  OutlaySchedule schedule; /* as it is drawn */
  gboolean scheduled;
  double design_year; /* NaN: none */
  gboolean design_known;

  OutlayPhasePlace hovered;
  guint chosen; /* by keyboard */

  OutlayNumberEdit *drag;
  OutlayDragWay drag_way;
  OutlayPhasePlace dragged;
  double drag_at; /* the pointer's way so far */
};

/* --- phase-bars-layout.c --- */

void outlay_phase_bars_lay (OutlayPhaseBars *bars, OutlayPhaseLayout *layout);
void outlay_phase_bars_lay_at (OutlayPhaseBars *bars, double width, OutlayPhaseLayout *layout);
const OutlaySchedule *outlay_phase_bars_schedule (OutlayPhaseBars *bars);
guint outlay_phase_bars_count (OutlayPhaseBars *bars);
double outlay_phase_layout_x (const OutlayPhaseLayout *layout, double month);
double outlay_phase_layout_month_width (const OutlayPhaseLayout *layout);
/* The bar of a phase: the works as planned, and the delay. */
OutlayRectangle outlay_phase_layout_bar (const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase, OutlayPhasePart part);
/* Where a scenario's own number is marked. */
OutlayRectangle outlay_phase_layout_dot (const OutlayPhaseLayout *layout, const OutlayWorks *works, guint phase, OutlayPhasePart part);
OutlayPhasePlace outlay_phase_bars_pick (OutlayPhaseBars *bars, double x, double y);
gboolean outlay_phase_bars_is_overridden (OutlayPhaseBars *bars, guint phase, OutlayPhasePart part);
/* How far the head is below the top, where the rows have been scrolled. */
double outlay_phase_bars_scrolled (OutlayPhaseBars *bars);

/* --- phase-bars-draw.c, phase-bars-labels.c --- */

void outlay_phase_bars_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void outlay_phase_bars_draw_texts (OutlayPen *pen, const OutlayPhaseLayout *layout, const OutlaySchedule *schedule, guint phase);
void outlay_phase_bars_draw_head (OutlayPen *pen, const OutlayPhaseLayout *layout);

/* --- phase-bars-drag.c --- */

void outlay_phase_bars_add_pointer (OutlayPhaseBars *bars);
void outlay_phase_bars_cancel_drag (OutlayPhaseBars *bars);
gboolean outlay_phase_bars_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* --- phase-bars-keys.c --- */

void outlay_phase_bars_add_keys (OutlayPhaseBars *bars);
/* Moves the keyboard to a phase and shows it. */
void outlay_phase_bars_choose (OutlayPhaseBars *bars, guint phase);
/* All that a screen reader says of a phase. (transfer full) */
char *outlay_phase_bars_describe (OutlayPhaseBars *bars, guint phase);
/* Returns what a scenario has of its own, as one step; of one part or (OUTLAY_PHASE_NOTHING) of all. */
void outlay_phase_bars_return (OutlayPhaseBars *bars, guint phase, OutlayPhasePart part);
void outlay_phase_bars_edit (OutlayPhaseBars *bars, guint phase);

/* --- phase-bars.c --- */

/* The words and values of the chosen phase, for whoever asks. */
void outlay_phase_bars_name_focus (OutlayPhaseBars *bars);
