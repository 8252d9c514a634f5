/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/file-state.h"

#include "store/journal.h"

#define CHUNK (256 * 1024)
/* The coarsest clock of file systems in use: what was written within it of the last look may have changed without a trace. */
#define COARSEST_TIME 2

struct _OutlayFileState
{
  gatomicrefcount references;
  char *digest;
  char *etag;
  goffset size; /* -1: not known */
  gboolean has_status;
  gboolean settled; /* any later change shows in the status */
  struct stat status;
};

G_DEFINE_BOXED_TYPE (OutlayFileState, outlay_file_state, outlay_file_state_ref, outlay_file_state_unref)

static OutlayFileState *
state_new (char *digest, goffset size)
{
  OutlayFileState *state = g_new0 (OutlayFileState, 1);

  g_atomic_ref_count_init (&state->references);
  state->digest = digest;
  state->size = size;
  return state;
}

static gboolean
is_same_time (const struct timespec *a, const struct timespec *b)
{
  return a->tv_sec == b->tv_sec && a->tv_nsec == b->tv_nsec;
}

/* That nothing was written since is seen without reading the file. */
static gboolean
is_untouched (OutlayFileState *state, GFile *file)
{
  const struct stat *old = &state->status;
  struct stat now;

  return state->settled && g_file_peek_path (file) != NULL && stat (g_file_peek_path (file), &now) == 0 && now.st_dev == old->st_dev &&
         now.st_ino == old->st_ino && now.st_size == old->st_size && is_same_time (&now.st_mtim, &old->st_mtim) &&
         is_same_time (&now.st_ctim, &old->st_ctim);
}

/* As outlay_digest() does it, piece by piece. */
static gboolean
hash_stream (GInputStream *stream, GChecksum *checksum, goffset *size, GCancellable *cancellable, GError **error)
{
  g_autofree guchar *chunk = g_malloc (CHUNK);
  gssize n;

  *size = 0;
  while ((n = g_input_stream_read (stream, chunk, CHUNK, cancellable, error)) > 0)
    {
      g_checksum_update (checksum, chunk, n);
      *size += n;
    }
  return n == 0;
}

static gboolean
compare_content (OutlayFileState *state, GFile *file, OutlayFileChange *change, GCancellable *cancellable, GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  goffset size;

  if (stream == NULL || !hash_stream (G_INPUT_STREAM (stream), checksum, &size, cancellable, error))
    return FALSE;
  *change = g_str_equal (state->digest, g_checksum_get_string (checksum)) ? OUTLAY_FILE_SAME : OUTLAY_FILE_CHANGED;
  return TRUE;
}

/* Whether the content need not be looked at. */
static gboolean
compare_info (OutlayFileState *state, GFileInfo *info, OutlayFileChange *change)
{
  if (state->etag != NULL && g_strcmp0 (state->etag, g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE)) == 0)
    return TRUE;
  if (state->size < 0 || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE) || g_file_info_get_size (info) == state->size)
    return FALSE;
  *change = OUTLAY_FILE_CHANGED;
  return TRUE;
}

/* A folder that is there, the nearest above. */
static gboolean
stat_place (const char *path, struct stat *status)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (stat (folder, status) != 0)
    {
      char *above = g_path_get_dirname (folder);

      if (g_str_equal (above, folder))
        {
          g_free (above);
          return FALSE;
        }
      g_free (folder);
      folder = above;
    }
  return TRUE;
}

OutlayFileState *
outlay_file_state_new (const char *bytes, gsize length, const struct stat *status, const char *etag)
{
  OutlayFileState *state = state_new (outlay_digest (bytes, length), (goffset) length);

  state->etag = g_strdup (etag);
  if (status != NULL)
    {
      state->has_status = TRUE;
      state->status = *status;
      state->settled = status->st_mtim.tv_sec + COARSEST_TIME < g_get_real_time () / G_USEC_PER_SEC;
    }
  return state;
}

OutlayFileState *
outlay_file_state_new_for_digest (const char *digest)
{
  return state_new (g_strdup (digest), -1);
}

OutlayFileState *
outlay_file_state_ref (OutlayFileState *state)
{
  g_atomic_ref_count_inc (&state->references);
  return state;
}

void
outlay_file_state_unref (OutlayFileState *state)
{
  if (!g_atomic_ref_count_dec (&state->references))
    return;
  g_free (state->digest);
  g_free (state->etag);
  g_free (state);
}

const char *
outlay_file_state_get_digest (OutlayFileState *state)
{
  return state->digest;
}

gboolean
outlay_file_state_is_elsewhere (OutlayFileState *state, const char *path)
{
  struct stat place;

  return state->has_status && stat_place (path, &place) && place.st_dev != state->status.st_dev;
}

/**
 * outlay_file_state_compare:
 * @state: what the file was
 * @file: the file
 * @change: (out): what has become of it
 * @etag: (out) (optional) (nullable): the file's etag now
 * @cancellable: (nullable): to stop
 * @error: return location for an error of GIO, where the file cannot be read
 *
 * Tells whether somebody has changed a file. Reads it only where its times, size and number or its etag leave that open.
 *
 * Returns: whether that could be told
 */
gboolean
outlay_file_state_compare (OutlayFileState *state, GFile *file, OutlayFileChange *change, char **etag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) reason = NULL;

  *change = OUTLAY_FILE_SAME;
  if (etag != NULL)
    *etag = NULL;
  if (is_untouched (state, file))
    return TRUE;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable, &reason);
  if (info == NULL && g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      *change = OUTLAY_FILE_DELETED;
      return TRUE;
    }
  if (info == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (etag != NULL)
    *etag = g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ETAG_VALUE));
  return compare_info (state, info, change) || compare_content (state, file, change, cancellable, error);
}
