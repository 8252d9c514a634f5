/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plan/scenario.h"
#include "sample.h"
#include "store/writer.h"

/* What a text is after it has been read and written once. */
static char *
rewrite (const char *text, gsize length)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OutlayPlan) plan = outlay_plan_read (text, length, &faults, NULL);
  g_autofree char *told = sample_tell (faults);

  g_assert_cmpstr (told, ==, "");
  return g_string_free (outlay_plan_write (plan), FALSE);
}

static void
test_whole (void)
{
  gsize length;
  g_autofree char *text = sample_text (&length), *again = rewrite (text, length);

  g_assert_cmpstr (again, ==, text);
}

static void
test_shipped (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autofree char *text = NULL, *again = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  again = rewrite (text, length);
  g_assert_cmpstr (again, ==, text);
}

/* Every member is written, also where the file left it out; but no empty text, array or object, and nothing absent. */
static void
test_canonical (void)
{
  static const char text[] =
    "{\"initiatives\":[{\"products\":[{\"unit\":\"t\",\"price\":1E0,\"capacity\":10.0,\"name\":\"\",\"id\":\"c\"}],\"design-investment\":0.1e1,"
    "\"id\":\"b\",\"description\":\"\",\"name\":\"\\u5146\\/\\u0041\"}],\"phases\":[{\"name\":\"\",\"start\":\"2021-01\",\"id\":\"a\"}],\"targets\":[],\"sources\":{},"
    "\"region\":{\"figures\":[],\"name\":\"\"},\"first-year\":2021,\"version\":1,\"format\":\"outlay-plan\",\"scenarios\":[{\"id\":\"s\",\"changes\":{}}]}";
  g_autofree char *written = rewrite (text, strlen (text)), *again = rewrite (written, strlen (written));

  g_assert_cmpstr (again, ==, written);
  g_assert_true (g_str_has_prefix (written, "{\n  \"format\": \"outlay-plan\",\n  \"version\": 1,\n  \"currency\": \"CNY\",\n  \"first-year\": 2021,\n  \"years\": 20,\n"));
  g_assert_nonnull (strstr (written, "      \"id\": \"b\",\n      \"name\": \"兆/A\",\n      \"colour\": null,\n      \"investment\": {\n        \"a\": 0\n      },\n"
                                     "      \"design-investment\": 1,\n      \"scale-exponent\": 1,\n      \"ramp-up\": [1],\n"));
  g_assert_nonnull (strstr (written, "          \"name\": \"\",\n          \"unit\": \"t\",\n          \"capacity\": 10,\n          \"price\": 1,\n"));
  g_assert_true (g_str_has_suffix (written, "\n      \"payable-days\": 0\n    }\n  ],\n  \"scenarios\": [\n    {\n      \"id\": \"s\"\n    }\n  ]\n}\n"));
  g_assert_null (strstr (written, "targets"));
  g_assert_null (strstr (written, "description"));
  g_assert_null (strstr (written, "region"));
}

/* The long name of a series is written. */
static void
test_series (void)
{
  g_autofree char *text = sample_text (NULL), *written = NULL;
  g_autofree char *shorter = sample_replace (text, "\"series\": \"output-value\",\n      \"measure\": \"design-year\",\n      \"at-least\"",
                                             "\"series\": \"output\",\n      \"measure\": \"design-year\",\n      \"at-least\"");

  written = rewrite (shorter, strlen (shorter));
  g_assert_cmpstr (written, ==, text);
}

static char *
read_back (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

typedef struct
{
  char *folder;
  GFile *file;
  OutlayPlan *plan;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("outlay-save-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "plan.outlay.json", NULL);
  fixture->plan = sample_plan ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  g_assert_finalize_object (fixture->plan);
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = sample_text (NULL), *first = NULL, *second = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (outlay_plan_save (fixture->plan, fixture->file, NULL, &error));
  g_assert_no_error (error);
  first = read_back (fixture->file);
  g_assert_cmpstr (first, ==, text);

  g_object_set (fixture->plan, "name", "Other", NULL);
  g_assert_true (outlay_plan_save (fixture->plan, fixture->file, NULL, &error));
  second = read_back (fixture->file);
  g_assert_nonnull (strstr (second, "\"name\": \"Other\""));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The rights of a file that others share stay, and a link stays a link. */
static void
test_save_keeps (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) link = g_file_new_build_filename (fixture->folder, "link.outlay.json", NULL);
  g_autofree char *written = NULL;
  mode_t mask = umask (0077);
  GStatBuf status;

  g_assert_true (g_file_replace_contents (fixture->file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0664), ==, 0);
  g_assert_true (g_file_make_symbolic_link (link, "plan.outlay.json", NULL, NULL));

  g_assert_true (outlay_plan_save (fixture->plan, link, NULL, NULL));
  umask (mask);
  g_assert_cmpint (g_lstat (g_file_peek_path (link), &status), ==, 0);
  g_assert_true (S_ISLNK (status.st_mode));
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0664);
  written = read_back (fixture->file);
  g_assert_cmpuint (strlen (written), >, 1000);
}

static void
test_save_nowhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/plan.outlay.json"), folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) missing = NULL, directory = NULL;

  g_assert_false (outlay_plan_save (fixture->plan, file, NULL, &missing));
  g_assert_error (missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (missing->message, ==, "“/nowhere/plan.outlay.json” could not be saved; what was there before is unchanged. "
                                         "Its folder does not exist. Make the folder or choose another one.");

  g_assert_false (outlay_plan_save (fixture->plan, folder, NULL, &directory));
  g_assert_error (directory, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_assert_true (g_str_has_suffix (directory->message, "There is a folder of that name. Choose another name."));
}

static void
test_save_forbidden (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  g_assert_false (outlay_plan_save (fixture->plan, fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
}

/* When writing breaks off in the middle, the old file is whole and nothing else is left lying about. */
static void
test_save_broken_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit usual, small;

  g_assert_true (g_file_replace_contents (fixture->file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &usual), ==, 0);
  small = (struct rlimit) { 1000, usual.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (outlay_plan_save (fixture->plan, fixture->file, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &usual), ==, 0);

  g_assert_true (error != NULL && error->domain == G_IO_ERROR);
  kept = read_back (fixture->file);
  g_assert_cmpstr (kept, ==, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What could not be opened again is not saved. */
static void
test_save_too_large (Fixture *fixture, gconstpointer data)
{
  g_autofree char *huge = g_strnfill (64 * 1024 * 1024, 'x');
  g_autoptr (GError) error = NULL;

  g_object_set (fixture->plan, "description", huge, NULL);
  g_assert_false (outlay_plan_save (fixture->plan, fixture->file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

static void
test_save_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (outlay_plan_save (fixture->plan, fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (fixture->file, NULL));
}

#define ADD_SAVE(name, function) g_test_add ("/store/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  g_test_add_func ("/store/writer/whole", test_whole);
  g_test_add_func ("/store/writer/shipped", test_shipped);
  g_test_add_func ("/store/writer/canonical", test_canonical);
  g_test_add_func ("/store/writer/series", test_series);
  ADD_SAVE ("file", test_save);
  ADD_SAVE ("keeps", test_save_keeps);
  ADD_SAVE ("nowhere", test_save_nowhere);
  ADD_SAVE ("forbidden", test_save_forbidden);
  ADD_SAVE ("broken-off", test_save_broken_off);
  ADD_SAVE ("too-large", test_save_too_large);
  ADD_SAVE ("cancelled", test_save_cancelled);
  return g_test_run ();
}
