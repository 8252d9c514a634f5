/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/bubble.h"
#include "ui/drag-way.h"
#include "ui/hand.h"
#include "ui/split-boundary.h"
#include "ui/split-cell.h"
#include "ui/split-picture.h"
#include "ui/split-session.h"

struct _OutlaySplitPicture
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  OutlayChartView *view;
  OutlaySplitFocus focus;
  GtkLabel *bubble; /* the two amounts while a boundary is moved */

  GArray *boundaries; /* of the picture as it is drawn; NULL: to be found */
  int hovered;        /* −1: none */
  int chosen;         /* by keyboard */
  OutlaySplitBoundary at; /* which that is, wherever in the list */
  guint words;        /* the source that tells a screen reader of a change */

  OutlaySplitSession *drag;
  OutlayDragWay drag_way;
  OutlaySplitBoundary dragged;
  double drag_per_pixel;
  double drag_at;     /* where the pointer was when the amount was drag_amount */
  double drag_amount; /* moved so far, before rounding */
  double drag_moved;
};

GArray *outlay_split_picture_boundaries (OutlaySplitPicture *picture);
/* The boundary that is dragged, hovered or chosen, for drawing and words; NULL where there is none. */
const OutlaySplitBoundary *outlay_split_picture_active (OutlaySplitPicture *picture);
/* "Phase one 3.12 bn · Phase two 2.08 bn". (transfer full) */
char *outlay_split_picture_describe (OutlaySplitPicture *picture, const OutlaySplitBoundary *boundary);
/* Tells a screen reader of the chosen one as it is now. */
void outlay_split_picture_name_chosen (OutlaySplitPicture *picture);
/* Shows the amounts at both sides of a boundary. NULL: takes the words away. */
void outlay_split_picture_tell (OutlaySplitPicture *picture, const OutlaySplitBoundary *boundary);

/* --- split-picture-drag.c --- */

void outlay_split_picture_add_pointer (OutlaySplitPicture *picture);
void outlay_split_picture_add_keys (OutlaySplitPicture *picture);
void outlay_split_picture_cancel_drag (OutlaySplitPicture *picture);
