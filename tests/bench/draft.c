/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeping a draft costs: while a hand edits, what the window's own thread does for a step and how soon the step is on disk; and how long a start takes to bring
 * back a plan with all its steps. */

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#include "store/draft.h"
#include "store/writer.h"
#include "support/small-plan.h"

#define STEPS 10000

static double
processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e6 + (double) now.tv_nsec / 1e3;
}

static OutlayPlan *
make_large (guint n_initiatives)
{
  OutlayPlan *plan = make_plan ();

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (plan, id, 3e8, 3e8);
    }
  return plan;
}

static void
make_step (OutlayHistory *history, OutlayPlan *plan, guint step)
{
  OutlayNode *initiative = OUTLAY_NODE (outlay_plan_get_initiative (plan, step % outlay_plan_get_n_initiatives (plan)));
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_value_set_number (&value, step + 1);
  outlay_history_begin (history, "Set an amount");
  outlay_history_set (history, NULL, &(OutlayParameter) { initiative, outlay_node_find_member (initiative, "investment"), 0 }, &value, NULL);
  outlay_history_commit (history, NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static void
wait_until_kept (OutlayDraft *draft)
{
  while (!outlay_draft_is_kept (draft))
    g_main_context_iteration (NULL, TRUE);
}

/* Each step by itself, as a hand makes them. */
static void
measure_steps (OutlayDraft *draft, OutlayHistory *history, OutlayPlan *plan)
{
  enum { MEASURED = 200 };
  double taken[MEASURED], kept[MEASURED];

  for (guint i = 0; i < MEASURED; i++)
    {
      const gint64 start = g_get_monotonic_time ();
      const double before = processor_time ();

      make_step (history, plan, i);
      taken[i] = processor_time () - before;
      wait_until_kept (draft);
      kept[i] = (double) (g_get_monotonic_time () - start) / 1e3;
    }
  qsort (taken, MEASURED, sizeof *taken, compare);
  qsort (kept, MEASURED, sizeof *kept, compare);
  g_print ("  a step: %.0f µs of the window's thread (median), on disk after %.1f ms (median), %.1f ms (99 of 100)\n", taken[MEASURED / 2],
           kept[MEASURED / 2], kept[MEASURED * 99 / 100]);
}

static void
measure_start (const char *drafts)
{
  g_autoptr (GPtrArray) folders = outlay_drafts_list (drafts);
  g_autoptr (OutlayRecovery) recovery = NULL;
  const gint64 start = g_get_monotonic_time ();

  while ((recovery = outlay_draft_recover (folders->pdata[0], NULL)) == NULL)
    g_usleep (1000);
  g_print ("  brought back with %u steps, a journal of %.1f MB: %.0f ms, beside the window\n", outlay_history_get_n_steps (recovery->journal->history),
           (double) recovery->journal->length / 1e6, (double) (g_get_monotonic_time () - start) / 1e3);
  outlay_draft_remove (folders->pdata[0]);
}

static void
measure (guint n_initiatives)
{
  g_autofree char *drafts = g_dir_make_tmp ("outlay-bench-XXXXXX", NULL);
  g_autoptr (OutlayPlan) plan = make_large (n_initiatives);
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  g_autoptr (GBytes) base = g_string_free_to_bytes (outlay_plan_write (plan));
  g_autoptr (OutlayDraft) draft = outlay_draft_new (drafts, base, plan, history, &(OutlayFileMark) { 0 });

  g_print ("%u initiatives\n", n_initiatives);
  wait_until_kept (draft);
  measure_steps (draft, history, plan);
  for (guint step = outlay_history_get_n_steps (history); step < STEPS; step++)
    make_step (history, plan, step);
  wait_until_kept (draft);
  g_clear_object (&draft);
  measure_start (drafts);
  g_rmdir (drafts);
}

int
main (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  measure (3);
  measure (10000);
  return 0;
}
