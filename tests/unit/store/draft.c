/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "store/draft.h"
#include "store/writer.h"
#include "support/editor.h"
#include "support/small-plan.h"

typedef struct
{
  char *drafts;
  OutlayPlan *plan;
  OutlayHistory *history;
  OutlayDraft *draft;
  TestEditor editor;
} Work;

static void
set_up (Work *work, gconstpointer data)
{
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) base = NULL;
  g_autofree char *folder = g_dir_make_tmp ("outlay-drafts-XXXXXX", NULL);

  work->drafts = g_build_filename (folder, "state", "drafts", NULL);
  work->plan = make_plan ();
  work->history = outlay_history_new (work->plan);
  text = outlay_plan_write (work->plan);
  base = g_string_free_to_bytes (g_steal_pointer (&text));
  test_editor_init (&work->editor, work->plan, work->history);
  work->draft = outlay_draft_new (work->drafts, base, work->plan, work->history, &(OutlayFileMark) { (char *) "file:///a", (char *) "00" });
}

static void
tear_down (Work *work, gconstpointer data)
{
  g_autofree char *state = g_path_get_dirname (work->drafts), *folder = g_path_get_dirname (state);
  g_autoptr (GPtrArray) left = outlay_drafts_list (work->drafts);

  g_clear_object (&work->draft);
  for (guint i = 0; i < left->len; i++)
    outlay_draft_remove (left->pdata[i]);
  g_rmdir (work->drafts);
  g_rmdir (state);
  g_rmdir (folder);
  test_editor_clear (&work->editor);
  g_clear_object (&work->history);
  g_clear_object (&work->plan);
  g_free (work->drafts);
}

static void
wait_until_kept (OutlayDraft *draft)
{
  while (!outlay_draft_is_kept (draft))
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error (outlay_draft_get_error (draft));
}

static OutlayRecovery *
recover (Work *work)
{
  g_autoptr (GPtrArray) folders = outlay_drafts_list (work->drafts);
  g_autoptr (GError) error = NULL;
  OutlayRecovery *recovery;

  g_assert_cmpuint (folders->len, ==, 1);
  recovery = outlay_draft_recover (folders->pdata[0], &error);
  g_assert_no_error (error);
  return recovery;
}

static void
assert_same (Work *work, OutlayRecovery *recovery)
{
  TestEditor reader = { .plan = recovery->plan };
  g_autofree char *text = test_editor_write (&reader), *expected = test_editor_write (&work->editor);

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (outlay_history_get_n_steps (recovery->journal->history), ==, outlay_history_get_n_steps (work->history));
  g_assert_cmpuint (outlay_history_get_position (recovery->journal->history), ==, outlay_history_get_position (work->history));
}

/* The next process, which goes on with what it finds. */
static void
restart (Work *work)
{
  g_autoptr (OutlayRecovery) recovery = NULL;

  g_clear_object (&work->draft);
  recovery = recover (work);
  assert_same (work, recovery);
  test_editor_clear (&work->editor);
  g_set_object (&work->history, recovery->journal->history);
  g_set_object (&work->plan, recovery->plan);
  test_editor_init (&work->editor, work->plan, work->history);
  work->draft = outlay_draft_resume (recovery);
}

static void
go_on (Work *work, const char *description)
{
  if (g_test_rand_bit ())
    test_editor_walk (&work->editor);
  else
    test_editor_step (&work->editor, description);
}

/* Through any number of restarts nothing is lost, neither of the plan nor of its steps. */
static void
test_restarts (Work *work, gconstpointer data)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autofree char *description = g_strdup_printf ("round %u", round);

      /* Their ids must be new ones in every round. */
      work->editor.n_made = round * 1000;
      for (guint i = 0; i < 20; i++)
        go_on (work, description);
      wait_until_kept (work->draft);
      restart (work);
    }
}

/* What is dragged is kept while it is dragged, and is a step after a restart. */
static void
test_drag (Work *work, gconstpointer data)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (work->plan, "site-area", &parameter, NULL));
  outlay_history_begin (work->history, "drag");
  for (guint i = 1; i <= 5; i++)
    {
      outlay_value_set_number (&value, i);
      g_assert_true (outlay_history_set (work->history, NULL, &parameter, &value, NULL));
    }
  wait_until_kept (work->draft);
  g_clear_object (&work->draft);
  {
    g_autoptr (OutlayRecovery) recovery = recover (work);

    g_assert_cmpstr (outlay_history_get_undo_description (recovery->journal->history), ==, "drag");
  }
  outlay_history_commit (work->history, NULL);
  restart (work);
  /* It is a step of the journal now, which others may follow. */
  outlay_value_set_number (&value, 9);
  g_assert_true (outlay_parameter_find (work->plan, "site-area", &parameter, NULL));
  g_assert_true (outlay_history_set (work->history, NULL, &parameter, &value, NULL));
  wait_until_kept (work->draft);
  restart (work);
  g_assert_cmpuint (outlay_history_get_n_steps (work->history), ==, 2);
}

static void
test_drag_taken_back (Work *work, gconstpointer data)
{
  outlay_history_begin (work->history, "drag");
  while (outlay_draft_is_kept (work->draft) || outlay_history_get_position (work->history) > 0)
    test_editor_edit (&work->editor);
  wait_until_kept (work->draft);
  outlay_history_rollback (work->history);
  wait_until_kept (work->draft);
  restart (work);
  g_assert_cmpuint (outlay_history_get_n_steps (work->history), ==, 0);
}

static void
test_one_process (Work *work, gconstpointer data)
{
  g_autoptr (GPtrArray) folders = NULL;
  g_autoptr (GError) error = NULL;

  wait_until_kept (work->draft);
  folders = outlay_drafts_list (work->drafts);
  g_assert_cmpuint (folders->len, ==, 1);
  g_assert_null (outlay_draft_recover (folders->pdata[0], &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
}

static void
test_discard (Work *work, gconstpointer data)
{
  const gboolean early = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) folders = NULL;

  if (!early)
    wait_until_kept (work->draft);
  outlay_draft_discard (work->draft);
  wait_until_kept (work->draft);
  /* Nothing that happens later brings it back. */
  test_editor_step (&work->editor, "late");
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  folders = outlay_drafts_list (work->drafts);
  g_assert_cmpuint (folders->len, ==, 0);
}

static void
notified_cb (gboolean *notified)
{
  *notified = TRUE;
}

/* A disk that takes nothing is told; what happened meanwhile is kept as soon as it can be. */
static void
test_trouble (Work *work, gconstpointer data)
{
  g_autofree char *state = g_path_get_dirname (work->drafts);
  gboolean notified = FALSE;

  /* In the way of the folder that is to be made; the draft of set_up() has not been begun yet, or is put aside. */
  outlay_draft_discard (work->draft);
  wait_until_kept (work->draft);
  g_rmdir (work->drafts);
  g_assert_true (g_file_set_contents (work->drafts, "", 0, NULL));
  {
    g_autoptr (GString) text = outlay_plan_write (work->plan);
    g_autoptr (GBytes) base = g_string_free_to_bytes (g_steal_pointer (&text));

    g_clear_object (&work->draft);
    work->draft = outlay_draft_new (work->drafts, base, work->plan, work->history, &(OutlayFileMark) { 0 });
  }
  g_signal_connect_swapped (work->draft, "notify::error", G_CALLBACK (notified_cb), &notified);
  while (!notified)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (outlay_draft_get_error (work->draft));
  test_editor_step (&work->editor, "meanwhile");
  g_unlink (work->drafts);
  notified = FALSE;
  while (!notified)
    g_main_context_iteration (NULL, TRUE);
  wait_until_kept (work->draft);
  restart (work);
}

/* A draft that was never begun, one whose plan is no plan, and what becomes of them. */
static void
test_unreadable (Work *work, gconstpointer data)
{
  g_autofree char *place = NULL, *base = NULL, *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) folders = NULL;

  wait_until_kept (work->draft);
  g_clear_object (&work->draft);
  folders = outlay_drafts_list (work->drafts);
  folder = g_strdup (folders->pdata[0]);
  base = g_build_filename (folder, "base.outlay.json", NULL);
  g_assert_true (g_file_set_contents (base, "{", 1, NULL));
  g_assert_null (outlay_draft_recover (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_unlink (base);
  g_assert_null (outlay_draft_recover (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  place = outlay_draft_set_aside (folder);
  g_assert_nonnull (place);
  {
    g_autoptr (GPtrArray) left = outlay_drafts_list (work->drafts);

    g_assert_cmpuint (left->len, ==, 0);
  }
  outlay_draft_remove (place);
}

static void
add (const char *path, void (*test) (Work *, gconstpointer), gconstpointer data)
{
  g_test_add (path, Work, data, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  add ("/store/draft/restarts", test_restarts, NULL);
  add ("/store/draft/drag", test_drag, NULL);
  add ("/store/draft/drag-taken-back", test_drag_taken_back, NULL);
  add ("/store/draft/one-process", test_one_process, NULL);
  add ("/store/draft/discard", test_discard, GINT_TO_POINTER (FALSE));
  add ("/store/draft/discard-early", test_discard, GINT_TO_POINTER (TRUE));
  add ("/store/draft/trouble", test_trouble, NULL);
  add ("/store/draft/unreadable", test_unreadable, NULL);
  return g_test_run ();
}
