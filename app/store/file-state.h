/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

/**
 * OutlayFileState:
 *
 * What a file was when it was read or written here, so that it is known later whether somebody else has changed it. The content decides: a file that was
 * only touched, copied over by itself or moved to another disk is the same. Never changes, so any thread may read it.
 */
typedef struct _OutlayFileState OutlayFileState;

typedef enum
{
  OUTLAY_FILE_SAME,
  OUTLAY_FILE_CHANGED,
  OUTLAY_FILE_DELETED,
} OutlayFileChange;

#define OUTLAY_TYPE_FILE_STATE (outlay_file_state_get_type ())
GType outlay_file_state_get_type (void);

/* status and etag (each nullable) are the file's while it had exactly these bytes: the one of a local file, the other of a remote one. */
OutlayFileState *outlay_file_state_new (const char *bytes, gsize length, const struct stat *status, const char *etag);
/* A state that was kept as its digest, such as with a draft. */
OutlayFileState *outlay_file_state_new_for_digest (const char *digest);
OutlayFileState *outlay_file_state_ref (OutlayFileState *state);
void outlay_file_state_unref (OutlayFileState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFileState, outlay_file_state_unref)

/* outlay_digest() of the content. */
const char *outlay_file_state_get_digest (OutlayFileState *state);
/* Whether the state is that of a file on another disk than path is (or would be) on: the place it was in has been taken away. */
gboolean outlay_file_state_is_elsewhere (OutlayFileState *state, const char *path);

/* Tells whether somebody has changed the file, and its etag now (out, optional, nullable). FALSE where that cannot be seen: an error of GIO. */
gboolean outlay_file_state_compare (OutlayFileState *state, GFile *file, OutlayFileChange *change, char **etag, GCancellable *cancellable, GError **error);
