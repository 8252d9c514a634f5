/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made of a copy that lies beside a plan, as a save in place leaves it that was broken off. */
#include <fcntl.h>
#include <locale.h>
#include <sys/file.h>
#include <utime.h>

#include "saving.h"

#define NAME "plan.outlay.json"
#define SIBLING "." NAME ".outlay-saving"

/* The plan half overwritten, and the whole one beside it. */
static void
tear (Folder *folder)
{
  g_autofree char *torn = g_strndup (folder->new->str, folder->new->len / 2);
  g_autofree char *sibling = folder_path (folder, SIBLING);

  folder_put (folder, SIBLING, folder->new->str);
  g_assert_cmpint (g_chmod (sibling, 0600), ==, 0);
  folder_put (folder, NAME, torn);
}

static void
set_time (Folder *folder, const char *name, gint64 ago)
{
  g_autofree char *path = folder_path (folder, name);
  struct utimbuf times = { .modtime = g_get_real_time () / G_USEC_PER_SEC - ago };

  times.actime = times.modtime;
  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
finish (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_plan_finish_saving (folder->file, &error));
  g_assert_no_error (error);
}

/* The plan stays as it is. */
static void
assert_leaves (Folder *folder)
{
  g_autofree char *before = folder_get (folder, NAME), *after = NULL;

  finish (folder);
  after = folder_get (folder, NAME);
  g_assert_cmpstr (after, ==, before);
}

static void
test_torn (Folder *folder, gconstpointer data)
{
  g_autoptr (GFile) link = g_file_new_build_filename (folder->folder, "link", NULL);

  tear (folder);
  g_assert_cmpint (symlink (NAME, g_file_peek_path (link)), ==, 0);
  g_assert_true (outlay_plan_finish_saving (link, NULL));
  g_assert_true (folder_holds (folder, NAME, folder->new));
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
}

/* Nothing of it has to do with a plan that is not torn. */
static void
test_nothing_to_do (Folder *folder, gconstpointer data)
{
  g_autoptr (GFile) missing = g_file_new_build_filename (folder->folder, "missing", NULL);

  assert_leaves (folder);
  g_assert_true (outlay_plan_finish_saving (missing, NULL));
}

/* A mixture can happen to be a plan. */
static void
test_mixture (Folder *folder, gconstpointer data)
{
  tear (folder);
  folder_put (folder, NAME, folder->old->str);
  finish (folder);
  g_assert_true (folder_holds (folder, NAME, folder->new));
}

/* What somebody saved an hour later is theirs; torn it is still, however often it was looked at. */
static void
test_saved_since (Folder *folder, gconstpointer data)
{
  tear (folder);
  set_time (folder, SIBLING, 60 * 60);
  folder_put (folder, NAME, folder->old->str);
  assert_leaves (folder);
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);

  tear (folder);
  set_time (folder, SIBLING, 60 * 60);
  finish (folder);
  g_assert_true (folder_holds (folder, NAME, folder->new));
}

/* A later save that went well leaves nothing to be finished. */
static void
test_saved_again (Folder *folder, gconstpointer data)
{
  tear (folder);
  g_assert_true (outlay_plan_replace (folder->file, folder->old, NULL, NULL, NULL, NULL));
  assert_leaves (folder);
  g_assert_true (folder_holds (folder, NAME, folder->old));
}

/* The copy broke off itself: then nothing of the plan was touched. */
static void
test_copy_torn (Folder *folder, gconstpointer data)
{
  g_autofree char *sibling = folder_path (folder, SIBLING);

  folder_put (folder, SIBLING, "{\"format\": \"outlay-plan\", ");
  g_assert_cmpint (g_chmod (sibling, 0600), ==, 0);
  assert_leaves (folder);
  g_assert_cmpuint (folder_count_hidden (folder), ==, 0);
}

/* What another could have put there is not written over a plan: a file that others may write, a link, a folder, a pipe, somebody else's file. */
static void
test_untrusted (Folder *folder, gconstpointer data)
{
  g_autofree char *sibling = folder_path (folder, SIBLING), *other = folder_path (folder, "other");

  tear (folder);
  g_assert_cmpint (g_chmod (sibling, 0666), ==, 0);
  assert_leaves (folder);

  g_assert_cmpint (g_chmod (sibling, 0600), ==, 0);
  g_assert_cmpint (link (sibling, other), ==, 0);
  assert_leaves (folder);

  g_assert_cmpint (g_unlink (sibling), ==, 0);
  g_assert_cmpint (symlink (other, sibling), ==, 0);
  assert_leaves (folder);

  g_assert_cmpint (g_unlink (sibling), ==, 0);
  g_assert_cmpint (mkfifo (sibling, 0600), ==, 0);
  assert_leaves (folder);

  g_assert_cmpint (g_unlink (sibling), ==, 0);
  g_assert_cmpint (g_mkdir (sibling, 0600), ==, 0);
  assert_leaves (folder);

  g_assert_cmpint (g_rmdir (sibling), ==, 0);
  tear (folder);
  if (geteuid () == 0 && chown (sibling, 4321, 4321) == 0)
    assert_leaves (folder);
}

/* Another window of Outlay is at it. */
static void
test_under_way (Folder *folder, gconstpointer data)
{
  g_autofree char *sibling = folder_path (folder, SIBLING);
  int fd;

  tear (folder);
  fd = open (sibling, O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (flock (fd, LOCK_EX | LOCK_NB), ==, 0);
  assert_leaves (folder);
  close (fd);
  finish (folder);
  g_assert_true (folder_holds (folder, NAME, folder->new));
}

#define ADD(name, function) g_test_add ("/store/finish/" name, Folder, NULL, folder_set_up, function, folder_tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  ADD ("torn", test_torn);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("mixture", test_mixture);
  ADD ("saved-since", test_saved_since);
  ADD ("saved-again", test_saved_again);
  ADD ("copy-torn", test_copy_torn);
  ADD ("untrusted", test_untrusted);
  ADD ("under-way", test_under_way);
  return g_test_run ();
}
