/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "plan/history-private.h"
#include "store/journal.h"
#include "store/reader.h"
#include "store/writer.h"
#include "support/small-plan.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Each line of the input as a record whose seal is right: without that, none would ever be looked at. */
static GString *
seal (const char *data, size_t size)
{
  GString *journal = g_string_new (NULL);

  while (size > 0)
    {
      const char *end = memchr (data, '\n', size);
      const gsize length = end != NULL ? (gsize) (end - data) : size;
      g_autofree char *digest = outlay_digest (data, length);

      g_string_append_printf (journal, "%.*s ", OUTLAY_JOURNAL_SEAL, digest);
      g_string_append_len (journal, data, (gssize) length);
      g_string_append_c (journal, '\n');
      data += MIN (length + 1, size);
      size -= MIN (length + 1, size);
    }
  return journal;
}

static void
assert_whole (OutlayPlan *plan)
{
  g_autoptr (GString) text = outlay_plan_write (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayPlan) again = outlay_plan_read (text->str, text->len, NULL, &error);

  g_assert_no_error (error);
}

static GString *
write_new (void)
{
  g_autoptr (OutlayPlan) plan = make_plan ();

  return outlay_plan_write (plan);
}

/* All its steps, written again, lead to the same plan. */
static void
assert_written_again (OutlayHistory *history, OutlayPlan *plan)
{
  g_autoptr (OutlayPlan) again = make_plan ();
  g_autoptr (GString) text = g_string_new (NULL), before = outlay_plan_write (plan), after = NULL;
  g_autoptr (OutlayJournal) journal = NULL;

  outlay_journal_append_start (text, &(OutlayFileMark) { 0 });
  for (guint step = 0; step < outlay_history_get_n_steps (history); step++)
    outlay_journal_append_step (text, outlay_history_get_command (history, step), FALSE);
  outlay_journal_append_position (text, outlay_history_get_position (history));
  journal = outlay_journal_read (again, text->str, text->len, NULL);
  g_assert_true (journal != NULL && journal->whole);
  after = outlay_plan_write (again);
  g_assert_cmpstr (after->str, ==, before->str);
}

/* What was read is a plan that can be kept, and walking back through its steps leads to where the journal began. */
static void
read_records (const char *data, size_t size)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (GString) text = seal (data, size), before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayJournal) journal = outlay_journal_read (plan, text->str, text->len, &error);

  g_assert_true ((journal == NULL) == (error != NULL));
  if (journal == NULL || outlay_history_get_n_steps (journal->history) == 0)
    return;
  assert_whole (plan);
  assert_written_again (journal->history, plan);
  if (outlay_history_get_position (journal->history) > 0)
    outlay_history_go_to (journal->history, 0);
  after = outlay_plan_write (plan);
  before = write_new ();
  g_assert_cmpstr (after->str, ==, before->str);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  read_records ((const char *) data, size);
  return 0;
}
