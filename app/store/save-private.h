/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/save.h"

/* What a file that is written in place is called meanwhile, whole. */
#define OUTLAY_SAVING_ENDING ".outlay-saving"

/**
 * OutlayReplacing:
 *
 * One replacing of one local file, through its steps.
 */
typedef struct
{
  const char *target; /* the path of the file itself, behind all links */
  const char *bytes;
  gsize length;
  OutlayFileState *expected;  /* (nullable) */
  OutlayFileState *state;     /* (out) (nullable): what the file is, once it has the new bytes */
  GCancellable *cancellable;  /* (nullable) */
  gboolean exists;
  struct stat status; /* of what exists */
} OutlayReplacing;

/* Each FALSE sets an error of OUTLAY_SAVE_ERROR whose message is the bare reason. */
gboolean outlay_replace_local (const char *path, OutlayReplacing *replacing, GError **error);
/* Writes into the file itself, where a new one in its place would lose something; a copy beside it holds the text meanwhile. */
gboolean outlay_replace_in_place (OutlayReplacing *replacing, GError **error);
/* Whether the file is still what was expected, to be asked last before it is replaced. */
gboolean outlay_replace_check (OutlayReplacing *replacing, GError **error);

/* FALSE always, with an error for errno. */
gboolean outlay_save_fail (GError **error);
/* The file itself behind links of any kind, also where it does not exist yet. NULL with an error where they go in a circle. (transfer full) */
char *outlay_resolve_links (const char *path, GError **error);
/* A hidden name beside a file that is no longer than a name may be. (transfer full) */
char *outlay_name_beside (const char *path, const char *ending);

/* A new file that nobody else may read unless mode says so; -1 with an error. */
int outlay_create_file (const char *path, mode_t mode, GError **error);
gboolean outlay_write_bytes (int fd, const char *bytes, gsize length, GError **error);
/* On disk, where the file system knows of such a thing. */
gboolean outlay_sync (int fd, GError **error);
gboolean outlay_sync_folder_of (const char *path, GError **error);

/* Owner, group, permissions, access control lists and extended attributes. FALSE where not all of them can be had. */
gboolean outlay_copy_attributes (const char *path, const struct stat *status, int fd);
