/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What saving over a file keeps, what it refuses, and what it notices. tests/unit/store/failing.c has what happens when the disk fails. */
#include <fcntl.h>
#include <locale.h>
#include <string.h>
#include <sys/wait.h>
#include <sys/xattr.h>
#include <utime.h>

#include "saving.h"

#define NAME "plan.outlay.json"
#define STRANGER 4321

static gboolean
save (Folder *folder, GError **error)
{
  return outlay_plan_replace (folder->file, folder->new, NULL, NULL, NULL, error);
}

static void
assert_saves (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (folder, &error));
  g_assert_no_error (error);
  g_assert_true (folder_holds (folder, NAME, folder->new));
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
}

/* Refused with this code and a sentence that tells the file; what was there is as it was. */
static void
assert_refuses (Folder *folder, OutlayFileState *expected, OutlaySaveError code)
{
  g_autofree char *before = folder_get (folder, NAME), *after = NULL;
  g_autofree char *name = g_strdup_printf ("“%s”", NAME);
  g_autoptr (OutlayFileState) state = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (outlay_plan_replace (folder->file, folder->new, expected, &state, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_null (state);
  after = folder_get (folder, NAME);
  g_assert_cmpstr (after, ==, before);
}

static void
get_status (Folder *folder, GStatBuf *status)
{
  g_assert_cmpint (g_stat (g_file_peek_path (folder->file), status), ==, 0);
}

/* --- what is kept --- */

static void
test_mode (Folder *folder, gconstpointer data)
{
  mode_t mask = umask (0077);
  GStatBuf status;

  g_assert_cmpint (g_chmod (g_file_peek_path (folder->file), 0664), ==, 0);
  assert_saves (folder);
  umask (mask);
  get_status (folder, &status);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0664);
}

static void
test_new_file (Folder *folder, gconstpointer data)
{
  mode_t mask = umask (0027);
  GStatBuf status;

  g_unlink (g_file_peek_path (folder->file));
  assert_saves (folder);
  umask (mask);
  get_status (folder, &status);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
}

static void
test_owner (Folder *folder, gconstpointer data)
{
  GStatBuf status;

  if (geteuid () != 0)
    {
      g_test_skip ("only root may give files away");
      return;
    }
  if (chown (g_file_peek_path (folder->file), STRANGER, STRANGER) != 0)
    {
      g_test_skip ("nobody else is known here");
      return;
    }
  assert_saves (folder);
  get_status (folder, &status);
  g_assert_cmpuint (status.st_uid, ==, STRANGER);
  g_assert_cmpuint (status.st_gid, ==, STRANGER);
}

/* A file of somebody else who lets everybody write stays theirs. */
static void
test_shared (Folder *folder, gconstpointer data)
{
  GStatBuf before, after;
  pid_t child;
  int end;

  if (geteuid () != 0)
    {
      g_test_skip ("only root may become somebody else");
      return;
    }
  g_assert_cmpint (g_chmod (folder->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (folder->file), 0666), ==, 0);
  get_status (folder, &before);
  child = fork ();
  if (child == 0)
    _exit (setgid (STRANGER) != 0 || setuid (STRANGER) != 0 ? 77 : save (folder, NULL) ? 0 : 1);
  g_assert_cmpint (waitpid (child, &end, 0), ==, child);
  g_assert_true (WIFEXITED (end));
  if (WEXITSTATUS (end) == 77)
    {
      g_test_skip ("nobody else is known here");
      return;
    }
  g_assert_cmpint (WEXITSTATUS (end), ==, 0);
  g_assert_true (folder_holds (folder, NAME, folder->new));
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
  get_status (folder, &after);
  g_assert_cmpuint (after.st_uid, ==, before.st_uid);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
}

static void
assert_keeps_attribute (Folder *folder, const char *name, gconstpointer value, gsize size)
{
  const char *path = g_file_peek_path (folder->file);
  char found[256];

  if (setxattr (path, name, value, size, 0) != 0)
    {
      g_test_skip ("this disk knows no such attributes");
      return;
    }
  assert_saves (folder);
  g_assert_cmpint (getxattr (path, name, found, sizeof found), ==, (gssize) size);
  g_assert_cmpint (memcmp (found, value, size), ==, 0);
}

static void
test_attributes (Folder *folder, gconstpointer data)
{
  assert_keeps_attribute (folder, "user.outlay.test", "kept", 4);
}

/* What a sandbox's portal says of a file cannot be written, and is no reason to write into the file instead of laying a new one over it. */
static void
test_word_of_the_portal (Folder *folder, gconstpointer data)
{
  const char *path = g_file_peek_path (folder->file), *name = "user.document-portal.host-path";
  char found[256];
  GStatBuf before, after;

  if (setxattr (path, name, "/elsewhere", 10, 0) != 0)
    {
      g_test_skip ("this disk knows no such attributes");
      return;
    }
  get_status (folder, &before);
  assert_saves (folder);
  get_status (folder, &after);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
  g_assert_cmpint (getxattr (path, name, found, sizeof found), <, 0);
}

/* The owner reads and writes, user 4321 too, everybody else nothing: as the kernel keeps it (linux/posix_acl_xattr.h). */
static void
test_access_list (Folder *folder, gconstpointer data)
{
  static const struct
  {
    guint32 version;
    struct
    {
      guint16 tag, permissions;
      guint32 id;
    } entries[5];
  } list = { 2, { { 1, 6, -1u }, { 2, 6, STRANGER }, { 4, 0, -1u }, { 16, 6, -1u }, { 32, 0, -1u } } };

  assert_keeps_attribute (folder, "system.posix_acl_access", &list, sizeof list);
}

static void
test_hard_link (Folder *folder, gconstpointer data)
{
  g_autofree char *other = folder_path (folder, "other");
  GStatBuf before, after;

  g_assert_cmpint (link (g_file_peek_path (folder->file), other), ==, 0);
  get_status (folder, &before);
  assert_saves (folder);
  get_status (folder, &after);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  g_assert_true (folder_holds (folder, "other", folder->new));
}

static void
test_links (Folder *folder, gconstpointer data)
{
  g_autoptr (GFile) link = g_file_new_build_filename (folder->folder, "link", NULL);
  g_autofree char *circle = folder_path (folder, "circle");
  g_autoptr (GFile) round = g_file_new_for_path (circle);
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_cmpint (symlink (NAME, g_file_peek_path (link)), ==, 0);
  g_assert_true (outlay_plan_replace (link, folder->new, NULL, NULL, NULL, NULL));
  g_assert_cmpint (g_lstat (g_file_peek_path (link), &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_true (folder_holds (folder, NAME, folder->new));

  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  g_assert_false (outlay_plan_replace (round, folder->new, NULL, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_INVALID_NAME);
}

/* The hidden names beside it need not be longer than a name may be. */
static void
test_long_name (Folder *folder, gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'n'), *longer = g_strnfill (256, 'n');
  g_autoptr (GFile) file = g_file_new_build_filename (folder->folder, name, NULL);
  g_autoptr (GFile) too_long = g_file_new_build_filename (folder->folder, longer, NULL);
  g_autofree char *other = folder_path (folder, "other");
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_plan_replace (file, folder->new, NULL, NULL, NULL, NULL));
  g_assert_cmpint (link (g_file_peek_path (file), other), ==, 0);
  g_assert_true (outlay_plan_replace (file, folder->old, NULL, NULL, NULL, NULL));
  g_assert_true (folder_holds (folder, "other", folder->old));
  g_assert_false (outlay_plan_replace (too_long, folder->new, NULL, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_INVALID_NAME);
}

/* --- what is refused --- */

static void
test_read_only_file (Folder *folder, gconstpointer data)
{
  g_assert_cmpint (g_chmod (g_file_peek_path (folder->file), 0444), ==, 0);
  assert_refuses (folder, NULL, OUTLAY_SAVE_ERROR_READ_ONLY_FILE);
}

static void
test_nowhere (Folder *folder, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/plan.outlay.json"), itself = g_file_new_for_path (folder->folder);
  g_autoptr (GFile) below = g_file_get_child (folder->file, NAME);
  g_autoptr (GError) missing = NULL, directory = NULL, none = NULL;

  g_assert_false (outlay_plan_replace (file, folder->new, NULL, NULL, NULL, &missing));
  g_assert_error (missing, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_NO_FOLDER);
  g_assert_cmpstr (missing->message, ==, "“plan.outlay.json” could not be saved; what was there before is unchanged. "
                                         "Its folder does not exist. Make the folder or choose another one.");
  g_assert_false (outlay_plan_replace (itself, folder->new, NULL, NULL, NULL, &directory));
  g_assert_error (directory, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_IS_FOLDER);
  g_assert_false (outlay_plan_replace (below, folder->new, NULL, NULL, NULL, &none));
  g_assert_error (none, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_NO_FOLDER);
}

static void
test_forbidden (Folder *folder, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (g_chmod (folder->folder, 0500), ==, 0);
  assert_refuses (folder, NULL, OUTLAY_SAVE_ERROR_FORBIDDEN);
  g_assert_cmpint (g_chmod (folder->folder, 0700), ==, 0);
}

/* What could not be opened again is not saved. */
static void
test_too_large (Folder *folder, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (64 * 1024 * 1024, 'x');
  g_autoptr (OutlayPlan) plan = sample_plan ();
  g_autoptr (GError) error = NULL;

  g_object_set (plan, "description", huge, NULL);
  g_assert_false (outlay_plan_save (plan, folder->file, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_TOO_LARGE);
  g_assert_true (folder_holds (folder, NAME, folder->old));
}

static void
test_cancelled (Folder *folder, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_plan_replace (folder->file, folder->new, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (folder_holds (folder, NAME, folder->old));
}

/* --- what is noticed --- */

static OutlayFileState *
load_state (Folder *folder)
{
  OutlayFileState *state = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_load_state (folder->file, &state, NULL, NULL, NULL, NULL);

  g_assert_nonnull (plan);
  g_assert_nonnull (state);
  return state;
}

static void
set_time (Folder *folder, gint64 ago)
{
  struct utimbuf times = { .modtime = g_get_real_time () / G_USEC_PER_SEC - ago };

  times.actime = times.modtime;
  g_assert_cmpint (utime (g_file_peek_path (folder->file), &times), ==, 0);
}

/* Touched, copied over itself, moved away and put back: nobody has changed the plan. */
static void
test_unchanged (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) state = load_state (folder), next = NULL;

  g_assert_true (outlay_plan_replace (folder->file, folder->new, state, &next, NULL, NULL));
  set_time (folder, 100);
  g_assert_true (outlay_plan_replace (folder->file, folder->new, next, NULL, NULL, NULL));
  folder_put (folder, NAME, folder->new->str);
  g_assert_true (outlay_plan_replace (folder->file, folder->old, next, NULL, NULL, NULL));
  g_assert_true (folder_holds (folder, NAME, folder->old));
}

static void
test_changed (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) state = load_state (folder), hashed = outlay_file_state_new_for_digest (outlay_file_state_get_digest (state));

  folder_put (folder, NAME, "{}");
  assert_refuses (folder, state, OUTLAY_SAVE_ERROR_CHANGED);
  assert_refuses (folder, hashed, OUTLAY_SAVE_ERROR_CHANGED);
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
  assert_saves (folder);
}

/* A change that leaves length and time as they were is one too. */
static void
test_changed_in_secret (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) state = NULL;
  int fd;

  set_time (folder, 100);
  state = load_state (folder);
  fd = open (g_file_peek_path (folder->file), O_WRONLY | O_CLOEXEC);
  g_assert_cmpint (pwrite (fd, "?", 1, 100), ==, 1);
  close (fd);
  set_time (folder, 100);
  assert_refuses (folder, state, OUTLAY_SAVE_ERROR_CHANGED);
}

/* Within the last ticks of a disk's clock a file may change and keep its times: then only its content tells. Once they are old, it is not even read. */
static void
test_times (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) young = NULL, old = NULL;
  OutlayFileChange change;
  GStatBuf status;

  get_status (folder, &status);
  young = outlay_file_state_new (folder->new->str, folder->old->len, &status, NULL);
  g_assert_true (outlay_file_state_compare (young, folder->file, &change, NULL, NULL, NULL));
  g_assert_cmpint (change, ==, OUTLAY_FILE_CHANGED);

  set_time (folder, 100);
  get_status (folder, &status);
  old = outlay_file_state_new (folder->new->str, folder->old->len, &status, NULL);
  g_assert_true (outlay_file_state_compare (old, folder->file, &change, NULL, NULL, NULL));
  g_assert_cmpint (change, ==, OUTLAY_FILE_SAME);
}

static void
test_changed_hard_link (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) state = load_state (folder);
  g_autofree char *other = folder_path (folder, "other");

  g_assert_true (g_file_set_contents_full (g_file_peek_path (folder->file), "{}", 2, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (link (g_file_peek_path (folder->file), other), ==, 0);
  assert_refuses (folder, state, OUTLAY_SAVE_ERROR_CHANGED);
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
}

static void
test_deleted (Folder *folder, gconstpointer data)
{
  g_autoptr (OutlayFileState) state = load_state (folder);

  g_unlink (g_file_peek_path (folder->file));
  assert_refuses (folder, state, OUTLAY_SAVE_ERROR_DELETED);
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
  assert_saves (folder);
}

/* A plan that was on another disk, of which only the folder is left where it was mounted, or not even that. */
static void
test_unmounted (Folder *folder, gconstpointer data)
{
  g_autofree char *inner = folder_path (folder, "stick/plan");
  g_autoptr (GFile) vanished = g_file_new_for_path (inner);
  g_autoptr (OutlayFileState) state = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  get_status (folder, &status);
  status.st_dev++;
  state = outlay_file_state_new (folder->old->str, folder->old->len, &status, NULL);
  g_unlink (g_file_peek_path (folder->file));
  assert_refuses (folder, state, OUTLAY_SAVE_ERROR_UNREACHABLE);
  g_assert_false (outlay_plan_replace (vanished, folder->new, state, NULL, NULL, &error));
  g_assert_error (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_UNREACHABLE);
}

/* --- what others have left --- */

/* A save that was killed leaves a hidden file; a later one of the same plan removes it. */
static void
test_strays (Folder *folder, gconstpointer data)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autofree char *stray = folder_path (folder, "." NAME ".a1b2c3.outlay-new");

  folder_put (folder, "." NAME ".a1b2c3.outlay-new", "{");
  folder_put (folder, "." NAME ".d4e5f6.outlay-new", "{");
  folder_put (folder, ".other.a1b2c3.outlay-new", "{");
  g_assert_cmpint (utime (stray, &long_ago), ==, 0);
  g_assert_true (save (folder, NULL));
  /* The second may be of a save that is still under way, the third is of another plan. */
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (folder_count_hidden (folder), ==, 2);
}

#define ADD(name, function) g_test_add ("/store/save/" name, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  ADD ("mode", test_mode);
  ADD ("new-file", test_new_file);
  ADD ("owner", test_owner);
  ADD ("shared", test_shared);
  ADD ("attributes", test_attributes);
  ADD ("word-of-the-portal", test_word_of_the_portal);
  ADD ("access-list", test_access_list);
  ADD ("hard-link", test_hard_link);
  ADD ("links", test_links);
  ADD ("long-name", test_long_name);
  ADD ("read-only-file", test_read_only_file);
  ADD ("nowhere", test_nowhere);
  ADD ("forbidden", test_forbidden);
  ADD ("too-large", test_too_large);
  ADD ("cancelled", test_cancelled);
  ADD ("unchanged", test_unchanged);
  ADD ("changed", test_changed);
  ADD ("changed-in-secret", test_changed_in_secret);
  ADD ("times", test_times);
  ADD ("changed-hard-link", test_changed_hard_link);
  ADD ("deleted", test_deleted);
  ADD ("unmounted", test_unmounted);
  ADD ("strays", test_strays);
  return g_test_run ();
}
