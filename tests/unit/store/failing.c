/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call by which a plan is saved fails in turn, or the program ends there: the file is the old plan or the new one, whole. */
#define _GNU_SOURCE /* unshare */
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include "saving.h"
#include "support/failing-io.h"

#define NAME "plan.outlay.json"

typedef enum
{
  PLAIN,
  MISSING,  /* there is no file yet */
  LINKED,   /* it is called by a symbolic link to a symbolic link */
  DANGLING, /* whose end does not exist yet */
  HARD,     /* it has another name */
} Kind;

static const char *const kind_names[] = { "plain", "missing", "linked", "dangling", "hard" };

static gboolean
has_old (Kind kind)
{
  return kind == PLAIN || kind == LINKED || kind == HARD;
}

static void
prepare (Folder *folder, Kind kind)
{
  g_autofree char *path = folder_path (folder, NAME);
  g_autofree char *other = folder_path (folder, "other.outlay.json");
  g_autofree char *middle = folder_path (folder, "link");

  folder_empty (folder);
  if (kind == LINKED || kind == DANGLING)
    {
      g_assert_cmpint (symlink ("other.outlay.json", middle), ==, 0);
      g_assert_cmpint (symlink ("link", path), ==, 0);
    }
  if (has_old (kind))
    folder_put (folder, kind == LINKED ? "other.outlay.json" : NAME, folder->old->str);
  if (kind == HARD)
    g_assert_cmpint (link (path, other), ==, 0);
}

/* Links of both kinds are what they were, and both names show the same. */
static void
check_kind (Folder *folder, Kind kind)
{
  g_autofree char *path = folder_path (folder, NAME);
  g_autofree char *text = folder_get (folder, NAME), *other = folder_get (folder, "other.outlay.json");
  GStatBuf status;

  if (kind == PLAIN || kind == MISSING)
    return;
  g_assert_cmpstr (text, ==, other);
  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  if (kind == HARD)
    g_assert_cmpuint (status.st_nlink, ==, 2);
  else
    g_assert_true (S_ISLNK (status.st_mode));
}

static gboolean
is_old (Folder *folder, Kind kind)
{
  g_autofree char *path = folder_path (folder, NAME);

  return has_old (kind) ? folder_holds (folder, NAME, folder->old) : !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
check_failure (Folder *folder, Kind kind, const GError *error, gboolean for_good)
{
  const gboolean interrupted = error != NULL && error->code == OUTLAY_SAVE_ERROR_INTERRUPTED;
  g_autoptr (GError) reason = NULL;

  if (error != NULL)
    g_assert_cmpuint (error->domain, ==, OUTLAY_SAVE_ERROR);
  /* Only where the old text could not be put back either. */
  g_assert_true (!interrupted || (kind == HARD && for_good));
  if (error == NULL || error->code == OUTLAY_SAVE_ERROR_UNCONFIRMED)
    g_assert_true (folder_holds (folder, NAME, folder->new));
  else if (!interrupted)
    g_assert_true (is_old (folder, kind));
  g_assert_true (outlay_plan_finish_saving (folder->file, &reason));
  g_assert_no_error (reason);
  g_assert_true (folder_holds (folder, NAME, folder->new) || (is_old (folder, kind) && !interrupted));
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
}

static void
check_state (Folder *folder, OutlayFileState *state, const GError *error)
{
  OutlayFileChange change;

  if (error != NULL && error->code != OUTLAY_SAVE_ERROR_UNCONFIRMED)
    g_assert_null (state);
  else
    {
      g_assert_true (outlay_file_state_compare (state, folder->file, &change, NULL, NULL, NULL));
      g_assert_cmpint (change, ==, OUTLAY_FILE_SAME);
    }
}

/* Saves with the at-th call failing; whether there was such a call. */
static gboolean
save_failing (Folder *folder, Kind kind, FailingIo how, guint at, int code)
{
  g_autoptr (OutlayFileState) state = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;
  guint n_calls;

  prepare (folder, kind);
  failing_io_arm (how, at, code);
  saved = outlay_plan_replace (folder->file, folder->new, NULL, &state, NULL, &error);
  n_calls = failing_io_disarm ();
  g_assert_true (saved == (error == NULL));
  g_assert_true (saved || how != FAILING_IO_HALF);
  check_state (folder, state, error);
  check_failure (folder, kind, error, how == FAILING_IO_ALL);
  check_kind (folder, kind);
  return n_calls >= at;
}

static void
test_failing (Folder *folder, gconstpointer data)
{
  const Kind kind = GPOINTER_TO_UINT (data);
  static const int codes[] = { ENOSPC, EIO, EDQUOT, EROFS };
  static const FailingIo ways[] = { FAILING_IO_ERROR, FAILING_IO_SHORT, FAILING_IO_HALF, FAILING_IO_ALL };

  for (guint w = 0; w < G_N_ELEMENTS (ways); w++)
    for (guint c = 0; c < G_N_ELEMENTS (codes); c++)
      {
        guint at = 1;

        while (save_failing (folder, kind, ways[w], at, codes[c]))
          at++;
        /* Creating, writing, syncing, renaming or overwriting, syncing the folder: the calls are seen at all. */
        g_assert_cmpuint (at, >, 5);
      }
}

/* Saves in a process that ends at the at-th call. FALSE where it came to the end. */
static gboolean
save_killed (Folder *folder, guint at)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      failing_io_arm (FAILING_IO_KILL, at, 0);
      _exit (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, NULL) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_true (WEXITSTATUS (status) == 0 || WEXITSTATUS (status) == FAILING_IO_KILLED);
  return WEXITSTATUS (status) != 0;
}

static void
test_killed (Folder *folder, gconstpointer data)
{
  const Kind kind = GPOINTER_TO_UINT (data);
  gboolean killed = TRUE;
  guint n_torn = 0;

  for (guint at = 1; killed; at++)
    {
      g_autoptr (GError) error = NULL;

      prepare (folder, kind);
      killed = save_killed (folder, at);
      n_torn += !is_old (folder, kind) && !folder_holds (folder, NAME, folder->new);
      g_assert_true (outlay_plan_finish_saving (folder->file, &error));
      g_assert_no_error (error);
      g_assert_true (is_old (folder, kind) || folder_holds (folder, NAME, folder->new));
      g_assert_true (killed || folder_holds (folder, NAME, folder->new));
      if (has_old (kind))
        check_kind (folder, kind);
      /* What is left lying about hinders nobody. */
      g_assert_true (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (folder_holds (folder, NAME, folder->new));
      check_kind (folder, kind);
    }
  /* Only a file that is written in place can be met torn at all, and it was. */
  g_assert_true ((n_torn > 0) == (kind == HARD));
}

/* What makes it last through a power cut cannot be seen in the file: the new text is on disk before it has the name, and the name before all is well. */
static void
test_order (Folder *folder, gconstpointer data)
{
  prepare (folder, PLAIN);
  failing_io_arm (FAILING_IO_ERROR, 0, 0);
  g_assert_true (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, NULL));
  failing_io_disarm ();
  g_assert_cmpstr (failing_io_trace (), ==, "open write fchmod fsync rename unlink fsync ");

  /* In place: the copy and its name, then the file, and only then the copy goes. */
  prepare (folder, HARD);
  failing_io_arm (FAILING_IO_ERROR, 0, 0);
  g_assert_true (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, NULL));
  failing_io_disarm ();
  g_assert_cmpstr (failing_io_trace (), ==, "unlink open write fsync fsync fallocate write ftruncate fsync unlink ");
}

/* Each fault of a disk has its own code, whichever call it is met at first. */
static void
test_codes (Folder *folder, gconstpointer data)
{
  static const struct
  {
    int errno_code;
    OutlaySaveError code;
  } codes[] = {
    { ENOSPC, OUTLAY_SAVE_ERROR_FULL },        { EDQUOT, OUTLAY_SAVE_ERROR_FULL },           { EROFS, OUTLAY_SAVE_ERROR_READ_ONLY_PLACE },
    { EACCES, OUTLAY_SAVE_ERROR_FORBIDDEN },   { ENOENT, OUTLAY_SAVE_ERROR_NO_FOLDER },      { ENOTCONN, OUTLAY_SAVE_ERROR_UNREACHABLE },
    { ESTALE, OUTLAY_SAVE_ERROR_UNREACHABLE }, { ENAMETOOLONG, OUTLAY_SAVE_ERROR_INVALID_NAME }, { EIO, OUTLAY_SAVE_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;

      failing_io_arm (FAILING_IO_ALL, 1, codes[i].errno_code);
      g_assert_false (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, &error));
      failing_io_disarm ();
      g_assert_error (error, OUTLAY_SAVE_ERROR, (int) codes[i].code);
      g_assert_true (g_str_has_prefix (error->message, "“"));
    }
}

/* A disk whose files cannot be laid over one another (some in user space) is written in place; one that knows no syncing is not asked twice. */
static void
test_poor_disk (Folder *folder, gconstpointer data)
{
  static const int codes[] = { EPERM, ENOSYS, EXDEV, EBUSY, EOPNOTSUPP, EINVAL };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint at = 1; at < 9; at++)
      {
        g_autoptr (GError) error = NULL;
        GStatBuf before, after;
        gboolean saved;

        prepare (folder, PLAIN);
        g_assert_cmpint (g_stat (g_file_peek_path (folder->file), &before), ==, 0);
        failing_io_arm (FAILING_IO_ERROR, at, codes[i]);
        saved = outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, &error);
        failing_io_disarm ();
        g_assert_true (folder_holds (folder, NAME, saved || error->code == OUTLAY_SAVE_ERROR_UNCONFIRMED ? folder->new : folder->old));
        g_assert_cmpint (g_stat (g_file_peek_path (folder->file), &after), ==, 0);
        if (at == 5 && codes[i] != EINVAL)
          {
            g_assert_no_error (error);
            g_assert_cmpuint (after.st_ino, ==, before.st_ino);
          }
      }
}

/* In a process of its own, whose mounts nobody else sees. 77: it may not mount. */
static int
save_on_full_disk (Folder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filling = g_strnfill (4096, 'x'), *path = folder_path (folder, "filling");
  int fd;

  if (unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return 77;
  if (mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 || mount ("none", folder->folder, "tmpfs", 0, "size=128k") != 0)
    return 77;
  folder_put (folder, NAME, folder->old->str);
  fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  while (write (fd, filling, 4096) > 0)
    ;
  close (fd);
  if (outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, &error) || !g_error_matches (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_FULL))
    return 2;
  if (!folder_holds (folder, NAME, folder->old) || folder_count_hidden (folder) != 0)
    return 3;
  g_unlink (path);
  if (!outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, NULL) || !folder_holds (folder, NAME, folder->new))
    return 4;
  return 0;
}

static void
test_full_disk (Folder *folder, gconstpointer data)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (save_on_full_disk (folder));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("no disk may be mounted here");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint kind = 0; kind < G_N_ELEMENTS (kind_names); kind++)
    {
      g_autofree char *failing = g_strconcat ("/store/failing/call/", kind_names[kind], NULL);
      g_autofree char *killed = g_strconcat ("/store/failing/killed/", kind_names[kind], NULL);

      g_test_add (failing, Folder, GUINT_TO_POINTER (kind), folder_set_up, test_failing, folder_tear_down);
      g_test_add (killed, Folder, GUINT_TO_POINTER (kind), folder_set_up, test_killed, folder_tear_down);
    }
  g_test_add ("/store/failing/order", Folder, NULL, folder_set_up, test_order, folder_tear_down);
  g_test_add ("/store/failing/codes", Folder, NULL, folder_set_up, test_codes, folder_tear_down);
  g_test_add ("/store/failing/poor-disk", Folder, NULL, folder_set_up, test_poor_disk, folder_tear_down);
  g_test_add ("/store/failing/full-disk", Folder, NULL, folder_set_up, test_full_disk, folder_tear_down);
  return g_test_run ();
}
