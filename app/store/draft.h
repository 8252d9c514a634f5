/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/journal.h"

/**
 * OutlayDraft:
 *
 * The plan of a window as it is kept between saves: a folder with the plan as it was opened and the journal of all that was done since. It follows the
 * plan's history by itself; what happens reaches the disk at once, in a thread, and takes as long as it changes. A draft belongs to one process at a time.
 *
 * Property: error (GError, nullable): why the last change could not be kept; it is tried again until it can.
 */
#define OUTLAY_TYPE_DRAFT (outlay_draft_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDraft, outlay_draft, OUTLAY, DRAFT, GObject)

/* The folder of all drafts of this user. */
char *outlay_drafts_folder (void);

/* A new draft under a folder of drafts. base: a text of the plan before the first step of the history: what it was read from, or outlay_plan_write(). */
OutlayDraft *outlay_draft_new (const char *drafts, GBytes *base, OutlayPlan *plan, OutlayHistory *history, const OutlayFileMark *origin);

/* The plan as it was at a position (−1: none that a step leads to) is about to be written to its file, which will be known by this digest. Not before
 * outlay_draft_is_written(): else a file that is ahead of the draft would look like somebody else's after a crash. */
void outlay_draft_saving (OutlayDraft *draft, int position, const char *digest);
/* The plan is on disk as it was at a position (−1: none that a step leads to). */
void outlay_draft_saved (OutlayDraft *draft, int position, const OutlayFileMark *origin);
void outlay_draft_set_view (OutlayDraft *draft, const OutlayView *view);
/* Owned by the draft, until it is told of another one. */
const OutlayView *outlay_draft_get_view (OutlayDraft *draft);
/* What waits for more of its kind is written now: the window closes. */
void outlay_draft_settle (OutlayDraft *draft);
const GError *outlay_draft_get_error (OutlayDraft *draft);
/* Everything that was told of is on disk. */
gboolean outlay_draft_is_written (OutlayDraft *draft);
/* The same, and nothing waits to be told of. */
gboolean outlay_draft_is_kept (OutlayDraft *draft);
/* Nobody needs it any more: its folder goes, and nothing more is written. */
void outlay_draft_discard (OutlayDraft *draft);

/**
 * OutlayRecovery:
 *
 * What an earlier process left: the plan with its history, its file and how it was shown.
 */
typedef struct
{
  char *folder;
  OutlayPlan *plan;
  OutlayJournal *journal;
  GBytes *base;
  int lock; /* the open journal */
} OutlayRecovery;

void outlay_recovery_free (OutlayRecovery *recovery);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayRecovery, outlay_recovery_free)

/* The folders of drafts, in the order in which they were begun. (element-type filename) */
GPtrArray *outlay_drafts_list (const char *drafts);
/* Reads a draft and takes it over. G_IO_ERROR_BUSY where another process works on it; G_IO_ERROR_NOT_FOUND where it never was whole; G_IO_ERROR_INVALID_DATA where
 * it cannot be understood. May run in any thread. */
OutlayRecovery *outlay_draft_recover (const char *folder, GError **error);
/* Goes on with it; takes the lock over. */
OutlayDraft *outlay_draft_resume (OutlayRecovery *recovery);
/* Removes a folder of a draft that is not open. */
void outlay_draft_remove (const char *folder);
/* Puts a draft that cannot be understood out of the way, for people to look at; gives the new place. (transfer full) (nullable) */
char *outlay_draft_set_aside (const char *folder);
