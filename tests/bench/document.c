/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a movement of a drag takes until the charts are ready to be drawn: the split gives way, the results that the window shows are computed anew, and
 * scenes are built of them. A cell moves few numbers, a boundary of the split picture all of them. Then the end of a drag and its undoing, all upon a history
 * of many steps, and what that takes. */

#include <locale.h>
#include <malloc.h>
#include <stdlib.h>
#include <time.h>

#include "chart/charts.h"
#include "store/reader.h"
#include "support/small-plan.h"
#include "ui/document.h"
#include "ui/reading.h"
#include "ui/targets.h"

#define MOVEMENTS 100
#define DRAGS 50
#define STEPS 10000

static const char *const charts[] = { "output-value", "revenue", "tax", "split" };

/* How long something took, each time it was done: of the clock, and of the processor in this thread, for what else runs on the machine is in the first. */
typedef struct
{
  double elapsed[MAX (MOVEMENTS, DRAGS)];
  double computed[MAX (MOVEMENTS, DRAGS)];
  guint n;
  double start[2];
} Times;

static double
milliseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return 1e3 * (double) now.tv_sec + 1e-6 * (double) now.tv_nsec;
}

static void
begin (Times *times)
{
  times->start[0] = milliseconds (CLOCK_MONOTONIC);
  times->start[1] = milliseconds (CLOCK_THREAD_CPUTIME_ID);
}

static void
end (Times *times)
{
  times->elapsed[times->n] = milliseconds (CLOCK_MONOTONIC) - times->start[0];
  times->computed[times->n++] = milliseconds (CLOCK_THREAD_CPUTIME_ID) - times->start[1];
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

static void
report (Times *times, const char *what)
{
  qsort (times->elapsed, times->n, sizeof (double), compare);
  qsort (times->computed, times->n, sizeof (double), compare);
  g_print ("  %-9s %6.2f ms (median), %6.2f ms (99 of 100); of the processor in this thread %6.2f ms, %6.2f ms\n", what, times->elapsed[times->n / 2],
           times->elapsed[times->n * 99 / 100], times->computed[times->n / 2], times->computed[times->n * 99 / 100]);
}

static void
want_what_the_window_shows (OutlayDocument *document)
{
  OutlayRequest request = { 0 };

  outlay_readings_request (&request);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    outlay_chart_request (outlay_chart_find (charts[i]), &request);
  outlay_document_want (document, &request);
}

static void
read_strip (OutlayDocument *document)
{
  g_autoptr (GPtrArray) targets = outlay_targets_read (document);

  for (guint kind = 0; kind < OUTLAY_N_READINGS; kind++)
    {
      g_autoptr (OutlayReading) reading = outlay_reading_new (kind, document, targets);

      g_assert_nonnull (reading->value);
    }
}

/* All that the window reads before it draws. */
static void
read_all (OutlayDocument *document)
{
  read_strip (document);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (OutlayScene) scene =
        outlay_chart_build (outlay_chart_find (charts[i]), outlay_document_get_plan (document), outlay_document_get_scenario (document),
                            outlay_document_get_projection (document), outlay_document_get_compared_projection (document), NULL);

      g_assert_nonnull (scene);
    }
}

static void
move (OutlayDocument *document, gboolean boundary, double amount)
{
  OutlaySplit *split = outlay_document_get_split (document);

  if (boundary)
    outlay_split_move_between_phases (split, 0, amount);
  else
    outlay_split_set (split, 0, 0, outlay_split_cells (split)[0] + amount);
  outlay_document_apply_split (document);
}

/* What follows behind a movement in a frame of its own. */
static void
catch_up (OutlayDocument *document)
{
  gboolean compares;

  outlay_document_get_compared (document, &compares);
  if (compares)
    g_usleep (25000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  read_all (document);
}

/* A drag of many movements, then short ones with their end and its undoing: what the window reads before it draws is read after each. */
static void
measure (OutlayDocument *document, guint n_initiatives, gboolean boundary)
{
  OutlayScenario *scenario = outlay_document_get_scenario (document);
  Times first = { .n = 0 }, movement = { .n = 0 }, commit = { .n = 0 }, undo = { .n = 0 }, redo = { .n = 0 };
  gboolean compares;

  read_all (document);
  begin (&first);
  outlay_document_begin_split (document);
  move (document, boundary, 2e7);
  read_all (document);
  end (&first);
  catch_up (document);
  for (guint i = 0; i < MOVEMENTS; i++)
    {
      begin (&movement);
      move (document, boundary, i % 2 == 0 ? 2e7 : -1e7);
      read_all (document);
      end (&movement);
      catch_up (document);
    }
  for (guint i = 0; i < DRAGS; i++)
    {
      begin (&commit);
      outlay_document_commit_split (document, "Move");
      read_all (document);
      end (&commit);
      catch_up (document);
      begin (&undo);
      outlay_document_undo (document);
      read_all (document);
      end (&undo);
      begin (&redo);
      outlay_document_redo (document);
      read_all (document);
      end (&redo);
      outlay_document_undo (document);
      read_all (document);
      outlay_document_begin_split (document);
      move (document, boundary, 2e7);
      read_all (document);
    }
  outlay_document_rollback_split (document);
  outlay_document_get_compared (document, &compares);
  g_print ("%u initiatives, %u steps of history, %s%s%s:\n", n_initiatives, outlay_history_get_position (outlay_document_get_history (document)),
           boundary ? "a boundary" : "a cell", scenario != NULL ? ", in a scenario" : "", compares ? ", compared with another" : "");
  report (&first, "first");
  report (&movement, "movement");
  report (&commit, "commit");
  report (&undo, "undo");
  report (&redo, "redo");
}

/* Bytes that are in use. */
static double
heap (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd);
}

static void
take_steps (OutlayDocument *document, gboolean boundary, guint n_steps)
{
  for (guint i = 0; i < n_steps; i++)
    {
      outlay_document_begin_split (document);
      move (document, boundary, i % 2 == 0 ? 2e7 : -1e7);
      outlay_document_commit_split (document, "Set goods in Phase one to 0.31 bn");
    }
}

/* Whoever undoes many steps at once looks at the last. */
static void
measure_history (OutlayDocument *document, guint n_initiatives)
{
  const double before = heap ();
  double small, large, undone;

  take_steps (document, FALSE, STEPS);
  small = (heap () - before) / STEPS;
  take_steps (document, TRUE, 10);
  large = (heap () - before - small * STEPS) / 10;
  undone = milliseconds (CLOCK_THREAD_CPUTIME_ID);
  for (guint i = 0; i < STEPS; i++)
    outlay_document_undo (document);
  undone = milliseconds (CLOCK_THREAD_CPUTIME_ID) - undone;
  for (guint i = 0; i < STEPS; i++)
    outlay_document_redo (document);
  g_print ("%u initiatives, a step of history: %.0f bytes for a cell, %.0f bytes for a boundary (%.0f bytes a cell); undoing %u steps %.0f ms\n",
           n_initiatives, small, large, large / (2.0 * n_initiatives), STEPS, undone);
}

static void
measure_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (OutlayPlan) plan = outlay_plan_load (file, NULL, NULL, NULL);
  g_autoptr (OutlayDocument) document = outlay_document_new (plan, NULL, NULL);
  const guint n_initiatives = outlay_plan_get_n_initiatives (plan);

  want_what_the_window_shows (document);
  measure_history (document, n_initiatives);
  measure (document, n_initiatives, FALSE);
  measure (document, n_initiatives, TRUE);
}

static void
measure_plan (guint n_initiatives)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayDocument) document = NULL;

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (plan, id, 3e8, 3e8);
    }
  /* Land is paid for by all in proportion to their money: no initiative's results stay as they are where one's money changes. */
  set_number (OUTLAY_NODE (plan), "site-area", 2e5);
  set_number (outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "taxes")), "land-tax", 4);
  document = outlay_document_new (plan, NULL, NULL);
  g_object_set (document, "keep-total", FALSE, NULL);
  want_what_the_window_shows (document);
  measure_history (document, n_initiatives);
  measure (document, n_initiatives, FALSE);
  measure (document, n_initiatives, TRUE);
  outlay_document_set_scenario (document, outlay_plan_find_scenario (plan, "slow"));
  measure (document, n_initiatives, TRUE);
  /* The plan stays as it is; "slower" comes from what is moved. */
  outlay_document_set_compared (document, TRUE, NULL);
  measure (document, n_initiatives, TRUE);
  outlay_document_set_compared (document, TRUE, outlay_plan_find_scenario (plan, "slower"));
  measure (document, n_initiatives, TRUE);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = { 3, 1000, 10000 };

  setlocale (LC_ALL, "C.UTF-8");
  if (argc > 1 && g_str_has_suffix (argv[1], ".json"))
    measure_file (argv[1]);
  else if (argc > 1)
    measure_plan ((guint) atoi (argv[1]));
  for (guint i = 0; argc == 1 && i < G_N_ELEMENTS (sizes); i++)
    measure_plan (sizes[i]);
  return 0;
}
