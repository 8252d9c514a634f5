/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a movement of a drag takes before anything is drawn: the split gives way, its cells go into the plan, and the results that the window shows are
 * computed anew. A cell moves few numbers, a boundary of the split picture all of them. */

#include <locale.h>
#include <stdlib.h>

#include "chart/charts.h"
#include "support/small-plan.h"
#include "ui/document.h"
#include "ui/reading.h"
#include "ui/targets.h"

#define MOVEMENTS 100

static void
want_what_the_window_shows (OutlayDocument *document)
{
  static const char *const charts[] = { "output-value", "revenue", "tax", "split" };
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

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : 1;
}

/* Milliseconds. The first movement of a drag has more to do: it remembers what was there. */
static void
measure (OutlayDocument *document, const char *name, gboolean boundary)
{
  double taken[MOVEMENTS], first;

  read_strip (document);
  outlay_document_begin_split (document);
  for (guint i = 0; i < MOVEMENTS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      move (document, boundary, i % 2 == 0 ? 1e7 : -1e7);
      read_strip (document);
      taken[i] = (double) (g_get_monotonic_time () - start) / 1000;
    }
  outlay_document_rollback_split (document);
  first = taken[0];
  qsort (taken, MOVEMENTS, sizeof (double), compare);
  g_print ("%s: %.2f ms (median), the first %.2f ms\n", name, taken[MOVEMENTS / 2], first);
}

static void
measure_plan (guint n_initiatives)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  g_autoptr (OutlayDocument) document = NULL;
  g_autofree char *cell = g_strdup_printf ("%u initiatives, a cell", n_initiatives);
  g_autofree char *boundary = g_strdup_printf ("%u initiatives, a boundary", n_initiatives);

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%u", i);

      add_initiative (plan, id, 3e8, 3e8);
    }
  document = outlay_document_new (plan, NULL);
  g_object_set (document, "keep-total", FALSE, NULL);
  want_what_the_window_shows (document);
  measure (document, cell, FALSE);
  measure (document, boundary, TRUE);
}

int
main (void)
{
  setlocale (LC_ALL, "C.UTF-8");
  measure_plan (3);
  measure_plan (1000);
  return 0;
}
