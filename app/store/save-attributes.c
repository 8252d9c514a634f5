/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "store/save-private.h"

/* What a sandbox's portal tells of a file, on no disk. */
#define OF_THE_PORTAL "user.document-portal."
#define ACCESS_LIST "system.posix_acl_access"

/* What others have given to the file; a kernel's own labels come with the folder. */
static gboolean
is_of_people (const char *name)
{
  return (g_str_has_prefix (name, "user.") && !g_str_has_prefix (name, OF_THE_PORTAL)) || g_str_has_prefix (name, "system.");
}

static gboolean
copy_attribute (const char *path, int fd, const char *name)
{
  g_autofree char *value = NULL;
  gssize size = getxattr (path, name, NULL, 0);

  if (size < 0)
    return FALSE;
  value = g_malloc (size + 1);
  size = getxattr (path, name, value, size);
  return size >= 0 && fsetxattr (fd, name, value, size, 0) == 0;
}

/* A null-separated list. NULL and 0 where the file system has no such thing. */
static char *
list_attributes (const char *path, gsize *length)
{
  gssize size = listxattr (path, NULL, 0);
  char *names = size > 0 ? g_malloc (size) : NULL;

  size = names != NULL ? listxattr (path, names, size) : 0;
  *length = MAX (size, 0);
  return names;
}

/* Only what differs is asked for: a disk without owners and permissions refuses to be told the ones it shows. */
static gboolean
copy_owner_and_mode (const struct stat *status, int fd)
{
  const mode_t mode = status->st_mode & 07777;
  struct stat own;

  if (fstat (fd, &own) != 0)
    return FALSE;
  if ((own.st_uid != status->st_uid || own.st_gid != status->st_gid) && fchown (fd, status->st_uid, status->st_gid) != 0)
    return FALSE;
  return (own.st_mode & 07777) == mode || fchmod (fd, mode) == 0;
}

gboolean
outlay_copy_attributes (const char *path, const struct stat *status, int fd)
{
  gsize length;
  g_autofree char *names = list_attributes (path, &length);

  /* A folder may have laid an access list of its own over the new file. Without it the mode is the file's own. */
  fremovexattr (fd, ACCESS_LIST);
  if (!copy_owner_and_mode (status, fd))
    return FALSE;
  for (const char *name = names; name != NULL && name < names + length; name += strlen (name) + 1)
    if (is_of_people (name) && !copy_attribute (path, fd, name))
      return FALSE;
  return TRUE;
}
