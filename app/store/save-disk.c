/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/save-private.h"

#define MOST_LINKS 40
#define LONGEST_NAME 255

static OutlaySaveError
find_code (int code)
{
  switch (code)
    {
    case ENOSPC:
    case EDQUOT:
      return OUTLAY_SAVE_ERROR_FULL;
    case EROFS:
      return OUTLAY_SAVE_ERROR_READ_ONLY_PLACE;
    case EACCES:
    case EPERM:
      return OUTLAY_SAVE_ERROR_FORBIDDEN;
    case ENOENT:
    case ENOTDIR:
      return OUTLAY_SAVE_ERROR_NO_FOLDER;
    case ENODEV:
    case ENXIO:
    case ENOTCONN:
    case ESTALE:
    case EHOSTDOWN:
    case EHOSTUNREACH:
    case ENETDOWN:
    case ENETUNREACH:
    case ETIMEDOUT:
      return OUTLAY_SAVE_ERROR_UNREACHABLE;
    case EISDIR:
      return OUTLAY_SAVE_ERROR_IS_FOLDER;
    case ENAMETOOLONG:
    case EINVAL:
    case EILSEQ:
    case ELOOP:
      return OUTLAY_SAVE_ERROR_INVALID_NAME;
    default:
      return OUTLAY_SAVE_ERROR_FAILED;
    }
}

gboolean
outlay_save_fail (GError **error)
{
  g_set_error_literal (error, OUTLAY_SAVE_ERROR, find_code (errno), g_strerror (errno));
  return FALSE;
}

/* What a link says, seen from its own folder. NULL where it is none. */
static char *
follow_link (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = g_file_read_link (path, NULL);

  if (link == NULL)
    return NULL;
  return g_path_is_absolute (link) ? g_steal_pointer (&link) : g_build_filename (folder, link, NULL);
}

char *
outlay_resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = realpath (path, NULL);
  g_autofree char *target = g_strdup (resolved != NULL ? resolved : path);

  /* What does not exist yet has no real path, but may be where a link leads. */
  for (guint n = 0; resolved == NULL && n < MOST_LINKS; n++)
    {
      char *next = follow_link (target);

      if (next == NULL)
        return g_steal_pointer (&target);
      g_free (target);
      target = next;
    }
  if (resolved != NULL)
    return g_steal_pointer (&target);
  errno = ELOOP;
  outlay_save_fail (error);
  return NULL;
}

char *
outlay_name_beside (const char *path, const char *ending)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = NULL;

  if (strlen (name) + strlen (ending) + 1 > LONGEST_NAME)
    {
      char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, name, -1);

      g_free (name);
      name = hash;
    }
  beside = g_strconcat (".", name, ending, NULL);
  return g_build_filename (folder, beside, NULL);
}

int
outlay_create_file (const char *path, mode_t mode, GError **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

  if (fd < 0)
    outlay_save_fail (error);
  return fd;
}

gboolean
outlay_write_bytes (int fd, const char *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n < 0 ? errno : EIO;
          return outlay_save_fail (error);
        }
      bytes += n;
      length -= n;
    }
  return TRUE;
}

/* File systems in user space and network shares need not know what it means to be on disk. */
static gboolean
is_unknown_there (int code)
{
  return code == EINVAL || code == ENOSYS || code == ENOTSUP || code == ENOTTY || code == EBADF;
}

gboolean
outlay_sync (int fd, GError **error)
{
  int status;

  do
    status = fsync (fd);
  while (status != 0 && errno == EINTR);
  return status == 0 || is_unknown_there (errno) || outlay_save_fail (error);
}

gboolean
outlay_sync_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean synced;

  /* One may be allowed to write into a folder without being allowed to read it. */
  if (fd < 0)
    return errno == EACCES || outlay_save_fail (error);
  synced = outlay_sync (fd, error);
  close (fd);
  return synced;
}
