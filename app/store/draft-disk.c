/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/draft-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#define OWN_FOLDER 0700
#define OWN_FILE 0600

static gboolean
fail (GError **error, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), _("Changes cannot be kept as a draft: %s"), g_strerror (code));
  return FALSE;
}

/* A new name in a folder is only there after a power cut when the folder was written too. */
static gboolean
sync_folder (const char *folder, GError **error)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), code;

  if (fd < 0)
    return fail (error, errno);
  code = fsync (fd) == 0 ? 0 : errno;
  close (fd);
  return code == 0 || fail (error, code);
}

static gboolean
write_base (OutlayDraftDisk *disk, GError **error)
{
  g_autofree char *path = g_build_filename (disk->folder, OUTLAY_DRAFT_BASE, NULL);
  g_autoptr (GError) reason = NULL;

  if (disk->base == NULL)
    return TRUE;
  if (g_mkdir_with_parents (disk->folder, OWN_FOLDER) != 0)
    return fail (error, errno);
  if (!g_file_set_contents_full (path, g_bytes_get_data (disk->base, NULL), (gssize) g_bytes_get_size (disk->base),
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, OWN_FILE, &reason))
    {
      g_set_error (error, G_IO_ERROR, (int) g_io_error_from_file_error (reason->code), _("Changes cannot be kept as a draft: %s"), reason->message);
      return FALSE;
    }
  g_clear_pointer (&disk->base, g_bytes_unref);
  return TRUE;
}

/* The plan first: a journal without one would mean nothing. */
static gboolean
begin (OutlayDraftDisk *disk, GError **error)
{
  g_autofree char *parent = NULL;

  if (disk->journal >= 0)
    return TRUE;
  parent = g_path_get_dirname (disk->folder);
  if (!write_base (disk, error))
    return FALSE;
  disk->journal = outlay_draft_disk_open (disk->folder, O_CREAT, error);
  return disk->journal >= 0 && sync_folder (disk->folder, error) && sync_folder (parent, error);
}

static gboolean
write_all (OutlayDraftDisk *disk, const GString *records)
{
  gsize done = 0;

  while (done < records->len)
    {
      gssize n = pwrite (disk->journal, records->str + done, records->len - done, disk->length + (goffset) done);

      if (n < 0 && errno != EINTR)
        return FALSE;
      done += n > 0 ? (gsize) n : 0;
    }
  return TRUE;
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
  int code;

  if (!begin (disk, error))
    return FALSE;
  if (write_all (disk, records) && fdatasync (disk->journal) == 0)
    {
      disk->length += (goffset) records->len;
      return TRUE;
    }
  code = errno;
  /* Should this fail too, the seal of the torn line tells it from a whole one. */
  if (ftruncate (disk->journal, disk->length) != 0)
    g_debug ("The torn end of a journal stays: %s", g_strerror (errno));
  return fail (error, code);
}

int
outlay_draft_disk_open (const char *folder, int flags, GError **error)
{
  g_autofree char *path = g_build_filename (folder, OUTLAY_DRAFT_JOURNAL, NULL);
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | flags, OWN_FILE);

  if (fd < 0)
    {
      fail (error, errno);
      return -1;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) == 0)
    return fd;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY, _("Another Outlay works on this draft."));
  close (fd);
  return -1;
}
