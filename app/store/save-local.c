/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store/save-private.h"

#define ANY_MODE 0666
#define OWN_MODE 0600
#define ENDING ".outlay-new"
#define N_LETTERS 6
#define MOST_TRIES 100
/* No save takes this long: what is older was left by one that was killed. */
#define STRAY_SECONDS (60 * 60)

/* A file whose protection root could pass over is protected all the same. */
static gboolean
check_writable (OutlayReplacing *replacing, GError **error)
{
  const gboolean writable = (replacing->status.st_mode & 0222) != 0 && faccessat (AT_FDCWD, replacing->target, W_OK, AT_EACCESS) == 0;

  if (writable)
    return TRUE;
  if ((replacing->status.st_mode & 0222) != 0 && errno != EACCES && errno != EPERM)
    return outlay_save_fail (error);
  g_set_error_literal (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_READ_ONLY_FILE, g_strerror (EACCES));
  return FALSE;
}

static char *
make_ending (void)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  char word[N_LETTERS + 1] = "";

  for (guint i = 0; i < N_LETTERS; i++)
    word[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  return g_strconcat (".", word, ENDING, NULL);
}

/* The new file beside the old one, and its name. */
static int
create_beside (OutlayReplacing *replacing, char **path, GError **error)
{
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      g_autofree char *ending = make_ending ();
      g_autoptr (GError) reason = NULL;
      int fd;

      *path = outlay_name_beside (replacing->target, ending);
      fd = outlay_create_file (*path, replacing->exists ? OWN_MODE : ANY_MODE, &reason);
      if (fd >= 0)
        return fd;
      g_clear_pointer (path, g_free);
      if (errno != EEXIST || i + 1 == MOST_TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return -1;
        }
    }
  return -1;
}

static void
remove_stray (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf status;

  if (g_lstat (path, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid () &&
      status.st_mtime + STRAY_SECONDS < g_get_real_time () / G_USEC_PER_SEC)
    unlink (path);
}

/* What earlier saves of this file left when they were killed. */
static void
remove_strays (const char *target)
{
  g_autofree char *pattern = outlay_name_beside (target, "");
  g_autofree char *start = g_path_get_basename (pattern);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strlen (name) == strlen (start) + 1 + N_LETTERS + strlen (ENDING) && g_str_has_prefix (name, start) && g_str_has_suffix (name, ENDING))
      remove_stray (folder, name);
}

/* Where a new file cannot be laid over the old one, its content still can: a file that is mounted by itself, a folder whose files only their owners may
 * remove, file systems in user space. */
static gboolean
is_kept_from_renaming (int code)
{
  return code == EPERM || code == EACCES || code == EBUSY || code == EXDEV || code == ENOSYS || code == ENOTSUP || code == EINVAL;
}

typedef enum
{
  FAILED,
  REPLACED,
  IN_PLACE, /* the other way has to be gone */
} Outcome;

static Outcome
lay_over (OutlayReplacing *replacing, int fd, const char *path, GError **error)
{
  struct stat status;

  if (rename (path, replacing->target) != 0)
    {
      if (is_kept_from_renaming (errno))
        return IN_PLACE;
      outlay_save_fail (error);
      return FAILED;
    }
  if (fstat (fd, &status) == 0)
    replacing->state = outlay_file_state_new (replacing->bytes, replacing->length, &status, NULL);
  else
    replacing->state = outlay_file_state_new (replacing->bytes, replacing->length, NULL, NULL);
  return REPLACED;
}

static Outcome
fill_and_lay_over (OutlayReplacing *replacing, int fd, const char *path, GError **error)
{
  if (!outlay_write_bytes (fd, replacing->bytes, replacing->length, error))
    return FAILED;
  if (replacing->exists && !outlay_copy_attributes (replacing->target, &replacing->status, fd))
    return IN_PLACE;
  if (!outlay_sync (fd, error) || !outlay_replace_check (replacing, error))
    return FAILED;
  return lay_over (replacing, fd, path, error);
}

/* That the new name is not on disk cannot be taken back by any further writing to that disk. */
static gboolean
confirm (OutlayReplacing *replacing, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (outlay_sync_folder_of (replacing->target, &reason))
    return TRUE;
  g_set_error_literal (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_UNCONFIRMED, reason->message);
  return FALSE;
}

static gboolean
replace_by_new_file (OutlayReplacing *replacing, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *sibling = outlay_name_beside (replacing->target, OUTLAY_SAVING_ENDING);
  int fd = create_beside (replacing, &path, error);
  Outcome outcome;

  if (fd < 0)
    return FALSE;
  outcome = fill_and_lay_over (replacing, fd, path, error);
  close (fd);
  if (outcome != REPLACED)
    unlink (path);
  else
    unlink (sibling); /* whatever it would have finished is past */
  if (outcome == IN_PLACE)
    return outlay_replace_in_place (replacing, error);
  return outcome == REPLACED && confirm (replacing, error);
}

/* A terminal, a pipe: nothing that could be replaced. */
static gboolean
write_through (OutlayReplacing *replacing, GError **error)
{
  int fd = open (replacing->target, O_WRONLY | O_CLOEXEC);
  gboolean written;

  if (fd < 0)
    return outlay_save_fail (error);
  written = outlay_write_bytes (fd, replacing->bytes, replacing->length, error);
  close (fd);
  return written;
}

/* Where the place itself has been taken away, that is what is told. */
static void
look_for_place (OutlayReplacing *replacing, GError *error)
{
  if ((error->code == OUTLAY_SAVE_ERROR_NO_FOLDER || error->code == OUTLAY_SAVE_ERROR_DELETED) && replacing->expected != NULL &&
      outlay_file_state_is_elsewhere (replacing->expected, replacing->target))
    error->code = OUTLAY_SAVE_ERROR_UNREACHABLE;
}

static gboolean
replace_target (OutlayReplacing *replacing, GError **error)
{
  replacing->exists = stat (replacing->target, &replacing->status) == 0;
  if (!replacing->exists && errno != ENOENT)
    return outlay_save_fail (error);
  if (replacing->exists && S_ISDIR (replacing->status.st_mode))
    {
      errno = EISDIR;
      return outlay_save_fail (error);
    }
  if (replacing->exists && !S_ISREG (replacing->status.st_mode))
    return write_through (replacing, error);
  if (replacing->exists && !check_writable (replacing, error))
    return FALSE;
  remove_strays (replacing->target);
  if (replacing->exists && replacing->status.st_nlink > 1)
    return outlay_replace_in_place (replacing, error);
  return replace_by_new_file (replacing, error);
}

gboolean
outlay_replace_local (const char *path, OutlayReplacing *replacing, GError **error)
{
  g_autofree char *target = outlay_resolve_links (path, error);
  GError *reason = NULL;

  if (target == NULL)
    return FALSE;
  replacing->target = target;
  if (replace_target (replacing, &reason))
    return TRUE;
  look_for_place (replacing, reason);
  g_propagate_error (error, reason);
  return FALSE;
}
