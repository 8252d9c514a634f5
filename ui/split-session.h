/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"
#include "ui/split-grid.h"

/**
 * OutlaySplitSession:
 *
 * One edit of the split from its first movement to its end: a drag, a key, a typed amount. Each movement starts from the cells at the beginning, so the way a
 * drag took leaves no trace; the end is one step of the history.
 */
typedef struct _OutlaySplitSession OutlaySplitSession;

OutlaySplitSession *outlay_split_session_begin (OutlayDocument *document);
/* Ends it as one step, or without one; frees the session. */
void outlay_split_session_commit (OutlaySplitSession *session, const char *description);
void outlay_split_session_rollback (OutlaySplitSession *session);

/* Return what was reached or moved, as #OutlaySplit does. */
double outlay_split_session_set (OutlaySplitSession *session, OutlaySplitPlace place, double amount);
double outlay_split_session_move_between_phases (OutlaySplitSession *session, guint phase, double amount);
double outlay_split_session_move_between_initiatives (OutlaySplitSession *session, guint phase, guint a, guint b, double amount);

/* The amount at the beginning. */
double outlay_split_session_start (OutlaySplitSession *session, OutlaySplitPlace place);

/* With Shift a drag moves this much less. */
#define OUTLAY_SPLIT_FINE 0.1

/* The largest of 1, 2 and 5 times a power of ten that is not above limit (> 0). */
double outlay_split_round_step (double limit);
/* What a drag counts in: about a pixel's worth, and no less than the last of two digits in the unit that `size` is the size of; a tenth of a pixel's where the
 * movement is fine. */
double outlay_split_drag_step (double per_pixel, double size, gboolean fine);

/* "Mining machinery in Phase one", "Mining machinery", "Phase one", "the plan". (transfer full) */
char *outlay_split_place_name (OutlayDocument *document, OutlaySplitPlace place);
/* "Set Mining machinery in Phase one to 1.80 bn", "Move 0.30 bn from Phase one to Phase two". (transfer full) */
char *outlay_split_describe_set (OutlayDocument *document, OutlaySplitPlace place, double amount);
char *outlay_split_describe_move_between_phases (OutlayDocument *document, guint phase, double amount);
char *outlay_split_describe_move_between_initiatives (OutlayDocument *document, guint phase, guint a, guint b, double amount);
