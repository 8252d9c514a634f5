/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

/**
 * OutlayNumberEdit:
 *
 * One number of the plan, or of the active scenario, from the first movement of a hand to the last: a drag or a key. Whatever way the hand took, the end is one
 * step of the history, and none where it led back to the start.
 */
typedef struct _OutlayNumberEdit OutlayNumberEdit;

/* In which way a number was moved against an end of its range. */
typedef enum
{
  OUTLAY_LIMIT_NONE,
  OUTLAY_LIMIT_LEAST,
  OUTLAY_LIMIT_MOST,
} OutlayLimit;

/* least, most: what the hand may reach. NULL where what is being typed somewhere cannot be read. */
OutlayNumberEdit *outlay_number_edit_begin (OutlayDocument *document, const OutlayParameter *parameter, double least, double most);
/* Ends it as one step, or without one; frees the edit. */
void outlay_number_edit_commit (OutlayNumberEdit *edit, const char *description);
void outlay_number_edit_rollback (OutlayNumberEdit *edit);

/* Sets the number, within its range; returns what was reached. */
double outlay_number_edit_set (OutlayNumberEdit *edit, double number, OutlayLimit *limit);
/* Moves by a way of the hand to a number of whole parts of one: whole numbers (1), tenths (10), hundredths (100). The way may come in pieces of any size. */
double outlay_number_edit_move (OutlayNumberEdit *edit, double way, guint parts, OutlayLimit *limit);
/* Whether it is another number than at the beginning. */
gboolean outlay_number_edit_is_moved (OutlayNumberEdit *edit);
