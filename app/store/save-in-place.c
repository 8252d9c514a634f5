/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* fallocate */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/reader.h"
#include "store/save-private.h"

#define OWN_MODE 0600
#define ANY_MODE 0666
/* After this long it was not the broken-off save that wrote a whole plan. */
#define MEANWHILE_SECONDS 60

static gboolean
read_all (int fd, GByteArray *bytes, GError **error)
{
  guint8 chunk[65536];
  gssize n;

  while ((n = pread (fd, chunk, sizeof chunk, bytes->len)) != 0)
    if (n > 0)
      g_byte_array_append (bytes, chunk, n);
    else if (errno != EINTR)
      return outlay_save_fail (error);
  return TRUE;
}

/* Room is asked for first, so that a full disk is known before the first byte is lost. */
static gboolean
overwrite (int fd, const char *bytes, gsize length, GError **error)
{
  if (length > 0 && fallocate (fd, FALLOC_FL_KEEP_SIZE, 0, (off_t) length) != 0 && (errno == ENOSPC || errno == EDQUOT || errno == EFBIG))
    return outlay_save_fail (error);
  if (lseek (fd, 0, SEEK_SET) != 0)
    return outlay_save_fail (error);
  if (!outlay_write_bytes (fd, bytes, length, error))
    return FALSE;
  if (ftruncate (fd, (off_t) length) != 0)
    return outlay_save_fail (error);
  return outlay_sync (fd, error);
}

/* The text to come, whole and on disk before anything of the old is touched. Whoever finishes the save waits for the lock. */
static int
make_sibling (const char *path, OutlayReplacing *replacing, GError **error)
{
  int fd;

  if (unlink (path) != 0 && errno != ENOENT)
    {
      outlay_save_fail (error);
      return -1;
    }
  fd = outlay_create_file (path, OWN_MODE, error);
  if (fd < 0)
    return -1;
  flock (fd, LOCK_EX | LOCK_NB);
  if (outlay_write_bytes (fd, replacing->bytes, replacing->length, error) && outlay_sync (fd, error) && outlay_sync_folder_of (path, error))
    return fd;
  unlink (path);
  close (fd);
  return -1;
}

/* Says what is torn, and keeps the copy by which it can be made whole. */
static gboolean
fail_torn (GError **error)
{
  GError *reason = g_steal_pointer (error);

  g_set_error_literal (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_INTERRUPTED, reason->message);
  g_error_free (reason);
  return FALSE;
}

static gboolean
write_into (OutlayReplacing *replacing, int fd, const char *sibling, GError **error)
{
  g_autoptr (GByteArray) old = g_byte_array_new ();
  struct stat status;
  GError *reason = NULL;

  if (!read_all (fd, old, error) || !outlay_replace_check (replacing, error))
    {
      unlink (sibling);
      return FALSE;
    }
  if (!overwrite (fd, replacing->bytes, replacing->length, &reason))
    {
      const gboolean restored = overwrite (fd, (const char *) old->data, old->len, NULL);

      g_propagate_error (error, reason);
      if (!restored)
        return fail_torn (error);
      unlink (sibling);
      return FALSE;
    }
  unlink (sibling);
  replacing->state = outlay_file_state_new (replacing->bytes, replacing->length, fstat (fd, &status) == 0 ? &status : NULL, NULL);
  return TRUE;
}

gboolean
outlay_replace_in_place (OutlayReplacing *replacing, GError **error)
{
  g_autofree char *sibling = outlay_name_beside (replacing->target, OUTLAY_SAVING_ENDING);
  int fd = open (replacing->target, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (replacing->exists ? 0 : O_CREAT | O_EXCL), ANY_MODE);
  int sibling_fd;
  gboolean replaced = FALSE;

  if (fd < 0)
    return outlay_save_fail (error);
  sibling_fd = make_sibling (sibling, replacing, error);
  if (sibling_fd >= 0)
    {
      replaced = write_into (replacing, fd, sibling, error);
      close (sibling_fd);
    }
  if (!replaced && !replacing->exists)
    unlink (replacing->target);
  close (fd);
  return replaced;
}

/* Only what this user's own Outlay can have made is trusted to be written over a plan. */
static gboolean
is_ours (int fd, struct stat *status)
{
  return fstat (fd, status) == 0 && S_ISREG (status->st_mode) && status->st_uid == geteuid () && (status->st_mode & 0777) == OWN_MODE &&
         status->st_nlink == 1 && status->st_size <= OUTLAY_PLAN_FILE_MOST;
}

static gboolean
is_plan (GByteArray *text)
{
  g_autoptr (OutlayPlan) plan = outlay_plan_read ((const char *) text->data, text->len, NULL, NULL);

  return plan != NULL;
}

static gboolean
is_same (GByteArray *a, GByteArray *b)
{
  return a->len == b->len && memcmp (a->data, b->data, a->len) == 0;
}

/* Whether the plan is still as the broken-off save left it and not yet what it was to be. A text that is whole may be a mixture of both all the same: in that
 * case only the time tells it from what somebody has saved since. */
static gboolean
is_broken_off (GByteArray *torn, GByteArray *whole, const struct stat *torn_status, const struct stat *whole_status)
{
  return is_plan (whole) && !is_same (torn, whole) && (torn_status->st_mtime <= whole_status->st_mtime + MEANWHILE_SECONDS || !is_plan (torn));
}

static gboolean
finish (const char *target, int fd, const struct stat *status, GError **error)
{
  g_autoptr (GByteArray) torn = g_byte_array_new ();
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  int target_fd = open (target, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  struct stat target_status;
  gboolean done;

  if (target_fd < 0)
    return outlay_save_fail (error);
  done = fstat (target_fd, &target_status) == 0 && S_ISREG (target_status.st_mode) && read_all (fd, whole, error) &&
         read_all (target_fd, torn, error);
  if (done && is_broken_off (torn, whole, &target_status, status))
    done = overwrite (target_fd, (const char *) whole->data, whole->len, error);
  close (target_fd);
  return done;
}

/**
 * outlay_plan_finish_saving:
 * @file: a plan file that is about to be read
 * @error: return location for an error of %OUTLAY_SAVE_ERROR
 *
 * Writes what a save that was broken off in the middle of a file had still to write. Only files of several names or of another owner are written in place and
 * can be met so. Whatever is found beside the file is judged: it must be whole, a plan, and this user's own. Does nothing while another program saves, and
 * nothing at all, cheaply, where no save was broken off.
 *
 * Returns: whether the file may be read; what is wrong with it otherwise is only that it may be torn
 */
gboolean
outlay_plan_finish_saving (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *target = path != NULL ? outlay_resolve_links (path, NULL) : NULL;
  g_autofree char *sibling = target != NULL ? outlay_name_beside (target, OUTLAY_SAVING_ENDING) : NULL;
  int fd = sibling != NULL ? open (sibling, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) : -1;
  struct stat status;
  gboolean done = TRUE;

  if (fd < 0)
    return TRUE;
  if (is_ours (fd, &status) && (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK))
    {
      done = finish (target, fd, &status, error);
      if (done)
        unlink (sibling);
    }
  close (fd);
  return done;
}
