/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every call by which a draft is written fails in turn, or the program ends there: what was kept before is kept, and what failed is kept when it is tried again. */
#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <sys/wait.h>
#include <unistd.h>

#include "plan/history-private.h"
#include "store/draft-disk.h"
#include "store/save.h"
#include "store/writer.h"
#include "support/failing-io.h"
#include "support/small-plan.h"

typedef enum
{
  START, /* the folder, the plan and the first record */
  STEP,  /* a record behind others */
} Stage;

typedef struct
{
  char *top;
  GBytes *base;
  GString *start;
  GString *step;
} Kept;

static void
make_step (GString *text)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  outlay_value_set_number (&value, 7);
  g_assert_true (outlay_parameter_find (plan, "site-area", &parameter, NULL));
  g_assert_true (outlay_history_set (history, NULL, &parameter, &value, NULL));
  outlay_journal_append_step (text, outlay_history_get_command (history, 0), FALSE);
}

static void
set_up (Kept *kept, gconstpointer data)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  kept->top = g_dir_make_tmp ("outlay-failing-XXXXXX", NULL);
  kept->base = g_string_free_to_bytes (outlay_plan_write (plan));
  kept->start = g_string_new (NULL);
  kept->step = g_string_new (NULL);
  outlay_journal_append_start (kept->start, &(OutlayFileMark) { 0 });
  make_step (kept->step);
}

static void
tear_down (Kept *kept, gconstpointer data)
{
  g_rmdir (kept->top);
  g_free (kept->top);
  g_bytes_unref (kept->base);
  g_string_free (kept->start, TRUE);
  g_string_free (kept->step, TRUE);
}

static void
disk_init (OutlayDraftDisk *disk, Kept *kept)
{
  *disk = (OutlayDraftDisk) { g_build_filename (kept->top, "draft", NULL), g_bytes_ref (kept->base), -1, 0 };
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
append (OutlayDraftDisk *disk, const GString *records)
{
  g_autoptr (GError) error = NULL;

  outlay_draft_disk_append (disk, records, &error);
  g_assert_no_error (error);
}

/* How many steps there are; −1 where there is no draft. */
static int
count_steps (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayRecovery) recovery = outlay_draft_recover (folder, &error);

  if (recovery != NULL)
    return (int) outlay_history_get_n_steps (recovery->journal->history);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  return -1;
}

static gboolean
write_failing (OutlayDraftDisk *disk, const GString *records, FailingIo how, guint at, guint *n_calls)
{
  g_autoptr (GError) error = NULL;
  gboolean written;

  failing_io_arm (how, at, ENOSPC);
  written = outlay_draft_disk_append (disk, records, &error);
  *n_calls = failing_io_disarm ();
  if (!written)
    g_assert_true (g_error_matches (error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_FULL) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC));
  return written;
}

/* Whether there was such a call. */
static gboolean
fail_once (Kept *kept, Stage stage, FailingIo how, guint at)
{
  const GString *records = stage == START ? kept->start : kept->step;
  g_autofree char *folder = g_build_filename (kept->top, "draft", NULL);
  OutlayDraftDisk disk;
  guint n_calls;

  disk_init (&disk, kept);
  if (stage == STEP)
    append (&disk, kept->start);
  if (!write_failing (&disk, records, how, at, &n_calls))
    append (&disk, records);
  append (&disk, kept->step);
  outlay_draft_disk_clear (&disk);
  /* The same step twice is one that changes nothing the second time, where the journal ends. */
  g_assert_cmpint (count_steps (folder), ==, 1);
  empty (folder);
  return at <= n_calls;
}

static gboolean
end_there (Kept *kept, Stage stage, guint at)
{
  g_autofree char *folder = g_build_filename (kept->top, "draft", NULL);
  OutlayDraftDisk disk;
  int status;
  pid_t child;

  disk_init (&disk, kept);
  if (stage == STEP)
    append (&disk, kept->start);
  child = fork ();
  if (child == 0)
    {
      failing_io_arm (FAILING_IO_KILL, at, 0);
      outlay_draft_disk_append (&disk, stage == START ? kept->start : kept->step, NULL);
      _exit (0);
    }
  waitpid (child, &status, 0);
  outlay_draft_disk_clear (&disk);
  g_assert_cmpint (count_steps (folder), >=, stage == START ? -1 : 0);
  empty (folder);
  return WEXITSTATUS (status) == FAILING_IO_KILLED;
}

static void
test_failures (Kept *kept, gconstpointer data)
{
  static const FailingIo hows[] = { FAILING_IO_ERROR, FAILING_IO_SHORT, FAILING_IO_HALF, FAILING_IO_ALL };
  const Stage stage = GPOINTER_TO_INT (data);

  for (guint i = 0; i < G_N_ELEMENTS (hows); i++)
    {
      guint at = 1;

      while (fail_once (kept, stage, hows[i], at))
        at++;
      g_assert_cmpuint (at, >, 1);
    }
}

static void
test_ends (Kept *kept, gconstpointer data)
{
  guint at = 1;

  while (end_there (kept, GPOINTER_TO_INT (data), at))
    at++;
  g_assert_cmpuint (at, >, 1);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/draft-failing/start", Kept, GINT_TO_POINTER (START), set_up, test_failures, tear_down);
  g_test_add ("/store/draft-failing/step", Kept, GINT_TO_POINTER (STEP), set_up, test_failures, tear_down);
  g_test_add ("/store/draft-failing/ends-at-start", Kept, GINT_TO_POINTER (START), set_up, test_ends, tear_down);
  g_test_add ("/store/draft-failing/ends-at-step", Kept, GINT_TO_POINTER (STEP), set_up, test_ends, tear_down);
  return g_test_run ();
}
