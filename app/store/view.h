/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * OutlayView:
 *
 * How a window showed its plan. Strings may be NULL: the plan itself, a comparison with nothing, the first page. Where scenarios are named that may be the plan
 * itself, "base" stands for it. A name need not mean anything any more when it is read.
 */
typedef struct
{
  char *scenario; /* an id */
  char *compared; /* an id */
  char *page;
  char **chosen;        /* ids: the scenarios that somebody chose to lay side by side; NULL: nobody did */
  char *bridge_from;    /* an id */
  char *bridge_to;      /* an id */
  char *bridge_outcome; /* the name of an indicator or a series */
  char *statement;      /* its name, of the results; NULL: the indicators */
  char *initiative;     /* an id: what these are of; NULL: the plan, or a phase */
  char *phase;          /* an id */
  int width;            /* of the window; 0 where it is not known */
  int height;
  gboolean maximized;
} OutlayView;

void outlay_view_copy (OutlayView *view, const OutlayView *from);
void outlay_view_clear (OutlayView *view);
gboolean outlay_view_equal (const OutlayView *a, const OutlayView *b);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayView, outlay_view_clear)
