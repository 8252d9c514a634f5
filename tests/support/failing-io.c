/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
/* Both names of every call are defined here, so that neither may be an alias of the other. */
#undef _FILE_OFFSET_BITS
#include "failing-io.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static __thread gboolean armed;
static __thread FailingIo how;
static __thread guint at;
static __thread guint n_calls;
static __thread int code;
static __thread char trace[1024];

/* The C library's own function of that name. */
#define REAL(name) ((__typeof__ (&name)) find_real (#name))

static void *
find_real (const char *name)
{
  void *real = dlsym (RTLD_NEXT, name);

  if (real == NULL)
    abort ();
  return real;
}

static gboolean
is_under (const char *path)
{
  const char *folder = getenv ("FAILING_IO_UNDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static gboolean
is_open_under (int fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[MAX (length, 0)] = '\0';
  return is_under (path);
}

/* What the environment says now: an errno, -1 for slowness, 0 for a healthy disk. */
static int
read_environment (void)
{
  const char *path = getenv ("FAILING_IO_WHILE");
  char word[16] = "";
  int fd = path != NULL ? REAL (open64) (path, O_RDONLY | O_CLOEXEC) : -1;

  if (fd < 0)
    return 0;
  if (read (fd, word, sizeof word - 1) < 0)
    word[0] = '\0';
  close (fd);
  return strncmp (word, "slow", 4) == 0 ? -1 : atoi (word);
}

static void
note (const char *name)
{
  const size_t length = strlen (trace);

  snprintf (trace + length, sizeof trace - length, "%s ", name);
}

/* Whether this call fails. */
static gboolean
fails (const char *name, gboolean is_meant)
{
  if (armed)
    {
      note (name);
      n_calls++;
      if (how == FAILING_IO_KILL && n_calls == at)
        _exit (FAILING_IO_KILLED);
      if (how == FAILING_IO_HALF || (how == FAILING_IO_ALL ? at == 0 || n_calls < at || strcmp (name, "unlink") == 0 : n_calls != at))
        return FALSE;
      errno = code;
      return TRUE;
    }
  if (is_meant)
    {
      int now = read_environment ();

      if (now > 0)
        {
          errno = now;
          return TRUE;
        }
    }
  return FALSE;
}

/* A write that is told to do half of its work, and then no more. */
static gboolean
is_halved (void)
{
  return armed && n_calls + 1 == at && how != FAILING_IO_ERROR && how != FAILING_IO_ALL;
}

void
failing_io_arm (FailingIo new_how, guint new_at, int new_code)
{
  how = new_how;
  at = new_at;
  code = new_code;
  n_calls = 0;
  trace[0] = '\0';
  armed = TRUE;
}

guint
failing_io_disarm (void)
{
  armed = FALSE;
  return n_calls;
}

const char *
failing_io_trace (void)
{
  return trace;
}

static gboolean
creates (int flags)
{
  return (flags & (O_CREAT | O_TRUNC)) != 0;
}

#define OPEN(name)                                                     \
  int name (const char *path, int flags, ...)                          \
  {                                                                    \
    va_list arguments;                                                 \
    mode_t mode;                                                       \
                                                                       \
    va_start (arguments, flags);                                       \
    mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;    \
    va_end (arguments);                                                \
    if (creates (flags) && fails ("open", is_under (path)))            \
      return -1;                                                       \
    return REAL (name) (path, flags, mode);                            \
  }

#define OPENAT(name)                                                   \
  int name (int folder, const char *path, int flags, ...)              \
  {                                                                    \
    va_list arguments;                                                 \
    mode_t mode;                                                       \
                                                                       \
    va_start (arguments, flags);                                       \
    mode = (flags & O_CREAT) != 0 ? va_arg (arguments, mode_t) : 0;    \
    va_end (arguments);                                                \
    if (creates (flags) && fails ("open", is_under (path)))            \
      return -1;                                                       \
    return REAL (name) (folder, path, flags, mode);                    \
  }

OPEN (open)
OPEN (open64)
OPENAT (openat)
OPENAT (openat64)

ssize_t
write (int fd, const void *bytes, size_t length)
{
  if (is_halved () && length > 1)
    {
      ssize_t n = REAL (write) (fd, bytes, length / 2);

      if (how == FAILING_IO_KILL)
        _exit (FAILING_IO_KILLED);
      note ("write");
      n_calls++;
      at += how == FAILING_IO_SHORT;
      return n;
    }
  return fails ("write", is_open_under (fd)) ? -1 : REAL (write) (fd, bytes, length);
}

int
fsync (int fd)
{
  if (!armed && is_open_under (fd) && read_environment () < 0)
    sleep (1);
  return fails ("fsync", is_open_under (fd)) ? -1 : REAL (fsync) (fd);
}

int
fdatasync (int fd)
{
  return fails ("fdatasync", is_open_under (fd)) ? -1 : REAL (fdatasync) (fd);
}

int
rename (const char *from, const char *to)
{
  return fails ("rename", is_under (to)) ? -1 : REAL (rename) (from, to);
}

int
unlink (const char *path)
{
  return fails ("unlink", is_under (path)) ? -1 : REAL (unlink) (path);
}

int
ftruncate (int fd, off_t length)
{
  return fails ("ftruncate", is_open_under (fd)) ? -1 : REAL (ftruncate) (fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return fails ("ftruncate", is_open_under (fd)) ? -1 : REAL (ftruncate64) (fd, length);
}

int
fallocate (int fd, int mode, off_t offset, off_t length)
{
  return fails ("fallocate", is_open_under (fd)) ? -1 : REAL (fallocate) (fd, mode, offset, length);
}

int
fallocate64 (int fd, int mode, off64_t offset, off64_t length)
{
  return fails ("fallocate", is_open_under (fd)) ? -1 : REAL (fallocate64) (fd, mode, offset, length);
}

int
fchmod (int fd, mode_t mode)
{
  return fails ("fchmod", is_open_under (fd)) ? -1 : REAL (fchmod) (fd, mode);
}

int
fchown (int fd, uid_t user, gid_t group)
{
  return fails ("fchown", is_open_under (fd)) ? -1 : REAL (fchown) (fd, user, group);
}
