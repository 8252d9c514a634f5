/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving beside the frame: a large plan's text is written in pieces while the plan may be edited, and what is saved is always one whole state of it. */
#include <glib/gstdio.h>
#include <locale.h>

#include "store/reader.h"
#include "store/save.h"
#include "store/writer.h"
#include "support/small-plan.h"
#include "ui/document.h"

/* More than one piece, however fast the machine. */
#define MANY 9000

typedef struct
{
  char *folder;
  GFile *file;
  OutlayDocument *document;
  gboolean ended;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  outlay_plan_freeze (plan);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (plan, id, 1e6, 2e6);
    }
  outlay_plan_thaw (plan);
  fixture->folder = g_dir_make_tmp ("outlay-document-XXXXXX", NULL);
  fixture->file = g_file_new_build_filename (fixture->folder, "plan.outlay.json", NULL);
  fixture->document = outlay_document_new (plan, NULL, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer left = fixture->document;

  /* The thread may let go of it a moment later. */
  g_object_add_weak_pointer (left, &left);
  g_object_unref (fixture->document);
  while (g_atomic_pointer_get (&left) != NULL)
    g_thread_yield ();
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_object_unref (fixture->file);
  g_clear_error (&fixture->error);
  g_free (fixture->folder);
}

static void
edit (Fixture *fixture, double rate)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  OutlayParameter parameter;

  g_assert_true (outlay_parameter_find (outlay_document_get_plan (fixture->document), "discount-rate", &parameter, NULL));
  outlay_value_set_number (&value, rate);
  g_assert_true (outlay_history_set (outlay_document_get_history (fixture->document), NULL, &parameter, &value, NULL));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_clear_error (&fixture->error);
  outlay_document_save_finish (fixture->document, result, &fixture->error);
  fixture->ended = TRUE;
}

static void
begin (Fixture *fixture, gboolean lay_over)
{
  fixture->ended = FALSE;
  outlay_document_save (fixture->document, fixture->file, lay_over, NULL, saved_cb, fixture);
}

static void
end (Fixture *fixture)
{
  while (!fixture->ended)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_file_is_plan (Fixture *fixture)
{
  g_autoptr (GString) text = outlay_plan_write (outlay_document_get_plan (fixture->document));
  g_autofree char *found = NULL;

  g_assert_no_error (fixture->error);
  g_assert_true (g_file_load_contents (fixture->file, NULL, &found, NULL, NULL, NULL));
  g_assert_true (g_str_equal (found, text->str));
}

static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  edit (fixture, 0.09);
  begin (fixture, FALSE);
  /* The frame is let through before the text is whole. */
  g_assert_true (g_main_context_pending (NULL));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
  end (fixture);
  assert_file_is_plan (fixture);
  g_assert_false (outlay_document_get_unsaved (fixture->document));
}

/* What was written of the plan as it was is written anew. */
static void
test_edited_meanwhile (Fixture *fixture, gconstpointer data)
{
  begin (fixture, FALSE);
  g_main_context_iteration (NULL, TRUE);
  edit (fixture, 0.09);
  end (fixture);
  assert_file_is_plan (fixture);
  g_assert_false (outlay_document_get_unsaved (fixture->document));
}

/* Somebody who never rests is saved all the same. */
static void
test_edited_always (Fixture *fixture, gconstpointer data)
{
  g_autoptr (OutlayPlan) plan = NULL;

  begin (fixture, FALSE);
  for (guint i = 0; !fixture->ended; i++)
    {
      edit (fixture, i % 2 == 0 ? 0.09 : 0.1);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_no_error (fixture->error);
  plan = outlay_plan_load (fixture->file, NULL, NULL, NULL);
  g_assert_nonnull (plan);
}

/* The text is written at once; what is done while the thread has it is no longer in it. */
static void
test_stepped_back (Fixture *fixture, gconstpointer data)
{
  edit (fixture, 0.09);
  begin (fixture, FALSE);
  outlay_document_undo (fixture->document);
  end (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (outlay_document_get_unsaved (fixture->document));
  outlay_document_redo (fixture->document);
  g_assert_false (outlay_document_get_unsaved (fixture->document));
  assert_file_is_plan (fixture);
}

/* Another step stands where the saved one stood. */
static void
test_stepped_aside (Fixture *fixture, gconstpointer data)
{
  edit (fixture, 0.09);
  begin (fixture, FALSE);
  outlay_document_undo (fixture->document);
  edit (fixture, 0.1);
  end (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (outlay_document_get_unsaved (fixture->document));
  outlay_document_undo (fixture->document);
  g_assert_true (outlay_document_get_unsaved (fixture->document));
}

static void
test_changed_by_others (Fixture *fixture, gconstpointer data)
{
  begin (fixture, FALSE);
  end (fixture);
  g_assert_no_error (fixture->error);
  g_assert_true (g_file_replace_contents (fixture->file, "{}", 2, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  edit (fixture, 0.09);
  begin (fixture, FALSE);
  end (fixture);
  g_assert_error (fixture->error, OUTLAY_SAVE_ERROR, OUTLAY_SAVE_ERROR_CHANGED);
  g_assert_true (outlay_document_get_unsaved (fixture->document));
  begin (fixture, TRUE);
  end (fixture);
  assert_file_is_plan (fixture);
  /* From then on it is theirs no more. */
  edit (fixture, 0.1);
  begin (fixture, FALSE);
  end (fixture);
  assert_file_is_plan (fixture);
}

#define ADD(name, n, function) g_test_add ("/ui/document-save/" name, Fixture, GUINT_TO_POINTER (n), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  ADD ("pieces", MANY, test_pieces);
  ADD ("edited-meanwhile", MANY, test_edited_meanwhile);
  ADD ("edited-always", MANY, test_edited_always);
  ADD ("stepped-back", 0, test_stepped_back);
  ADD ("stepped-aside", 0, test_stepped_aside);
  ADD ("changed-by-others", 0, test_changed_by_others);
  return g_test_run ();
}
