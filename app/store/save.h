/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/plan.h"
#include "store/file-state.h"

#define OUTLAY_SAVE_ERROR (outlay_save_error_quark ())
GQuark outlay_save_error_quark (void);

/**
 * OutlaySaveError:
 * @OUTLAY_SAVE_ERROR_FAILED: anything else
 * @OUTLAY_SAVE_ERROR_FULL: no room on the disk, or no more of it for this user
 * @OUTLAY_SAVE_ERROR_READ_ONLY_PLACE: the disk takes no writing
 * @OUTLAY_SAVE_ERROR_READ_ONLY_FILE: the file is protected against writing
 * @OUTLAY_SAVE_ERROR_FORBIDDEN: no right to write in the folder
 * @OUTLAY_SAVE_ERROR_NO_FOLDER: the folder is not there
 * @OUTLAY_SAVE_ERROR_UNREACHABLE: the disk or the server is not there
 * @OUTLAY_SAVE_ERROR_CHANGED: somebody else has changed the file
 * @OUTLAY_SAVE_ERROR_DELETED: the file is gone, and its folder is there
 * @OUTLAY_SAVE_ERROR_TOO_LARGE: the plan could not be opened again
 * @OUTLAY_SAVE_ERROR_INVALID_NAME: no file may have that name
 * @OUTLAY_SAVE_ERROR_IS_FOLDER: a folder has that name
 * @OUTLAY_SAVE_ERROR_UNCONFIRMED: the new text is in place, but the disk did not confirm it
 * @OUTLAY_SAVE_ERROR_INTERRUPTED: the file is torn; outlay_plan_finish_saving() can make it whole
 *
 * Why a file was not saved. What was there before is unchanged, with the last two as the only exceptions. A way on from each is in its sentence.
 */
typedef enum
{
  OUTLAY_SAVE_ERROR_FAILED,
  OUTLAY_SAVE_ERROR_FULL,
  OUTLAY_SAVE_ERROR_READ_ONLY_PLACE,
  OUTLAY_SAVE_ERROR_READ_ONLY_FILE,
  OUTLAY_SAVE_ERROR_FORBIDDEN,
  OUTLAY_SAVE_ERROR_NO_FOLDER,
  OUTLAY_SAVE_ERROR_UNREACHABLE,
  OUTLAY_SAVE_ERROR_CHANGED,
  OUTLAY_SAVE_ERROR_DELETED,
  OUTLAY_SAVE_ERROR_TOO_LARGE,
  OUTLAY_SAVE_ERROR_INVALID_NAME,
  OUTLAY_SAVE_ERROR_IS_FOLDER,
  OUTLAY_SAVE_ERROR_UNCONFIRMED,
  OUTLAY_SAVE_ERROR_INTERRUPTED,
} OutlaySaveError;

/* Replaces the file as a whole and durably, in any thread. expected (nullable): what the file must still be. state (out, optional): what it is now. */
gboolean outlay_file_replace (GFile *file, const char *bytes, gsize length, OutlayFileState *expected, OutlayFileState **state,
                              GCancellable *cancellable, GError **error);
/* The same with a text of outlay_plan_write(), which must not be larger than a plan file may be. */
gboolean outlay_plan_replace (GFile *file, GString *text, OutlayFileState *expected, OutlayFileState **state, GCancellable *cancellable, GError **error);
gboolean outlay_plan_save (OutlayPlan *plan, GFile *file, GCancellable *cancellable, GError **error);

/* Makes a plan whole whose saving was broken off in the middle. To be called before a plan is read. */
gboolean outlay_plan_finish_saving (GFile *file, GError **error);
