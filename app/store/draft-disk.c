/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "store/save-private.h"

#define OWN_FOLDER 0700
#define OWN_FILE 0600

/* Takes the reason. */
static gboolean
explain (GError **error, GError *reason)
{
  g_prefix_error (&reason, "%s ", _("Changes cannot be kept as a draft:"));
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
fail (GError **error)
{
  GError *reason = NULL;

  outlay_save_fail (&reason);
  return explain (error, reason);
}

static gboolean
write_base (OutlayDraftDisk *disk, GError **error)
{
  g_autofree char *path = g_build_filename (disk->folder, OUTLAY_DRAFT_BASE, NULL);
  GError *reason = NULL;

  if (disk->base == NULL)
    return TRUE;
  if (g_mkdir_with_parents (disk->folder, OWN_FOLDER) != 0)
    return fail (error);
  if (!g_file_set_contents_full (path, g_bytes_get_data (disk->base, NULL), (gssize) g_bytes_get_size (disk->base),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, OWN_FILE, &reason))
    return explain (error, reason);
  g_clear_pointer (&disk->base, g_bytes_unref);
  return TRUE;
}

/* The plan first: a journal without one would mean nothing. New names are there after a power cut only when their folders were written too. */
static gboolean
begin (OutlayDraftDisk *disk, GError **error)
{
  g_autofree char *path = g_build_filename (disk->folder, OUTLAY_DRAFT_JOURNAL, NULL);
  GError *reason = NULL;

  if (disk->journal >= 0)
    return TRUE;
  if (!write_base (disk, error))
    return FALSE;
  disk->journal = outlay_draft_disk_open (disk->folder, O_CREAT, error);
  if (disk->journal < 0)
    return FALSE;
  return (outlay_sync_folder_of (path, &reason) && outlay_sync_folder_of (disk->folder, &reason)) || explain (error, reason);
}

void
outlay_draft_disk_clear (OutlayDraftDisk *disk)
{
  g_free (disk->folder);
  g_clear_pointer (&disk->base, g_bytes_unref);
  if (disk->journal >= 0)
    close (disk->journal);
  disk->journal = -1;
}

gboolean
outlay_draft_disk_append (OutlayDraftDisk *disk, const GString *records, GError **error)
{
  GError *reason = NULL;

  if (!begin (disk, error))
    return FALSE;
  if (lseek (disk->journal, disk->length, SEEK_SET) < 0)
    return fail (error);
  if (outlay_write_bytes (disk->journal, records->str, records->len, &reason) && outlay_sync (disk->journal, &reason))
    {
      disk->length += (goffset) records->len;
      return TRUE;
    }
  /* Should this fail too, the seal of the torn line tells it from a whole one. */
  if (ftruncate (disk->journal, disk->length) != 0)
    g_debug ("The torn end of a journal stays: %s", g_strerror (errno));
  return explain (error, reason);
}

int
outlay_draft_disk_open (const char *folder, int flags, GError **error)
{
  g_autofree char *path = g_build_filename (folder, OUTLAY_DRAFT_JOURNAL, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, OWN_FILE);

  if (fd < 0 && errno == ENOENT)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The draft was never begun."));
  else if (fd < 0)
    fail (error);
  if (fd < 0)
    return -1;
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("Another Outlay works on this draft."));
  close (fd);
  return -1;
}
