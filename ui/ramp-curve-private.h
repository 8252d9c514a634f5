/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/bubble.h"
#include "ui/drag-way.h"
#include "ui/hand.h"
#include "ui/number-edit.h"
#include "ui/pen.h"
#include "ui/ramp-curve.h"
#include "ui/split-cell.h"

typedef struct
{
  double scale; /* of texts */
  OutlayRectangle plot;
  double band;  /* width of a year */
  double upper; /* share at the top */
  guint n;      /* years; one band more shows what holds after */
} OutlayRampLayout;

struct _OutlayRampCurve
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  guint initiative;
  OutlaySplitFocus focus;
  GtkLabel *bubble;
  OutlayPenTexts texts;

  int hovered; /* year from 0; −1: none */
  gboolean over_dot;
  guint chosen;

  OutlayNumberEdit *drag;
  OutlayDragWay drag_way;
  guint dragged;
  double drag_upper; /* of the axis while a point is dragged */
  double drag_at;
};

/* --- ramp-curve.c --- */

void outlay_ramp_curve_lay (OutlayRampCurve *curve, OutlayRampLayout *layout);
void outlay_ramp_curve_get_parameter (OutlayRampCurve *curve, guint year, OutlayParameter *parameter);
double outlay_ramp_curve_get (OutlayRampCurve *curve, guint year);
gboolean outlay_ramp_curve_is_overridden (OutlayRampCurve *curve, guint year);
void outlay_ramp_curve_point (OutlayRampCurve *curve, const OutlayRampLayout *layout, guint year, double *x, double *y);
OutlayRectangle outlay_ramp_curve_dot (OutlayRampCurve *curve, const OutlayRampLayout *layout, guint year);
/* "Year 2: 85 %", and what it is without the scenario. (transfer full) */
char *outlay_ramp_curve_describe (OutlayRampCurve *curve, guint year);
/* "85 %", with decimals where it has some. (transfer full) */
char *outlay_ramp_curve_format (double share);
void outlay_ramp_curve_tell (OutlayRampCurve *curve, const char *words, gboolean loud);
void outlay_ramp_curve_name_focus (OutlayRampCurve *curve);

/* --- ramp-curve-draw.c --- */

void outlay_ramp_curve_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);

/* --- ramp-curve-hand.c --- */

void outlay_ramp_curve_add_hand (OutlayRampCurve *curve);
void outlay_ramp_curve_cancel_drag (OutlayRampCurve *curve);
void outlay_ramp_curve_choose (OutlayRampCurve *curve, guint year);
gboolean outlay_ramp_curve_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);
