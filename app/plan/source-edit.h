/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"

/**
 * OutlaySourceText:
 *
 * What a source says: how well a number is founded, who says so and where, an address, a date. Texts may be NULL.
 */
typedef struct
{
  OutlayStatus status;
  const char *text;
  const char *link; /* http or https */
  const char *date; /* "2021", "2021-08" or "2021-08-27" */
} OutlaySourceText;

/* Each is one step of the history; where one is refused nothing is changed. path: of a number or an object of the plan. */
gboolean outlay_source_set (OutlayHistory *history, const char *path, const OutlaySourceText *source, GError **error);
/* Where there is none there is no step. */
gboolean outlay_source_remove (OutlayHistory *history, const char *path, GError **error);

/* Whether a link is an address that a browser opens, and a date one of the calendar; "" is. The sentence says what was expected. */
gboolean outlay_source_check_link (const char *link, GError **error);
gboolean outlay_source_check_date (const char *date, GError **error);

/*< private > As a part of an open step (whole-step.h). */
gboolean outlay_source_lay (OutlayHistory *history, const char *path, const OutlaySourceText *source, GError **error);
