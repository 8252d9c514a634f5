/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/draft.h"

#define OUTLAY_DRAFT_BASE "base.outlay.json"
#define OUTLAY_DRAFT_JOURNAL "journal"

/**
 * OutlayDraftDisk:
 *
 * A draft's folder as it is written. Used by one thread at a time.
 */
typedef struct
{
  char *folder;
  GBytes *base; /* until it is on disk */
  int journal;  /* open and locked; −1 before the first record */
  goffset length; /* of what is known to be whole */
} OutlayDraftDisk;

void outlay_draft_disk_clear (OutlayDraftDisk *disk);
/* Appends records and waits until they are on disk. On an error of GIO the journal ends where it ended before. */
gboolean outlay_draft_disk_append (OutlayDraftDisk *disk, const GString *records, GError **error);
/* Opens the journal and locks it for this process; flags as of open(). −1 on error; G_IO_ERROR_BUSY where another process has it. */
int outlay_draft_disk_open (const char *folder, int flags, GError **error);
