/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/history.h"
#include "plan/command.h"
#include "store/view.h"

/**
 * OutlayFileMark:
 *
 * The file a plan came from or was last saved to, and what the file held then, as outlay_digest() tells it. Both NULL where there is none: then what it
 * is, in words, where there is something to say.
 */
typedef struct
{
  char *uri;
  char *digest;
  char *words;
} OutlayFileMark;

void outlay_file_mark_copy (OutlayFileMark *origin, const OutlayFileMark *from);
void outlay_file_mark_clear (OutlayFileMark *origin);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFileMark, outlay_file_mark_clear)

/**
 * OutlayJournal:
 *
 * What is read from the journal of a draft. A journal is a text of lines, each a checksum and a JSON object on one line, that only grows:
 *
 *     start   the plan's file, once at the beginning
 *     step    a step of the history; what could be redone before it is gone
 *     doing   a step that is still being done, such as a drag; what follows replaces it
 *     dropped it was taken back
 *     at      so many steps are in force: undo, redo
 *     saving  which position is about to be written to disk, and what it is known by
 *     saved   which position is on disk, and where
 *     view    how the window shows the plan
 *
 * A line that is torn, as by a power cut, ends the journal.
 */
typedef struct
{
  OutlayHistory *history;
  OutlayFileMark origin;
  char *saving;   /* (nullable): what the file holds if the last save reached it without being told of, by its digest */
  int saving_at;  /* the position that is; −1: none that a step leads to */
  OutlayView view;
  gsize length;   /* of what is good; writing goes on behind it */
  gboolean whole; /* nothing stood behind it */
  gboolean doing; /* the last step is one that was still being done: it is no step of the journal yet */
} OutlayJournal;

/* Steps are laid over plan, which is as it was when the journal was begun. The text is not trusted. */
OutlayJournal *outlay_journal_read (OutlayPlan *plan, const char *text, gsize length, GError **error);
void outlay_journal_free (OutlayJournal *journal);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayJournal, outlay_journal_free)

/* From now on the history keeps what a journal tells of its steps. To be called before the first that is to be written. */
void outlay_journal_follow (OutlayHistory *history);

/* Records, each with its line break; in any thread. */
void outlay_journal_append_start (GString *text, const OutlayFileMark *origin);
void outlay_journal_append_step (GString *text, OutlayCommand *command, gboolean doing);
void outlay_journal_append_dropped (GString *text);
void outlay_journal_append_position (GString *text, guint position);
void outlay_journal_append_saving (GString *text, int position, const char *digest);
void outlay_journal_append_saved (GString *text, int position, const OutlayFileMark *origin);
void outlay_journal_append_view (GString *text, const OutlayView *view);

/* What a text is known by: its SHA-256 in hexadecimal digits. */
char *outlay_digest (const char *text, gsize length);
/* The first digits of the digest of a record, which stand before it. */
#define OUTLAY_JOURNAL_SEAL 16
