/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast a plan of many initiatives is checked, compiled and edited, on one core. */

#include <locale.h>

#include "plan/history.h"
#include "plan/model.h"
#include "plan/validate.h"
#include "support/small-plan.h"

#define ROUNDS 5
#define EDITS 1000

typedef struct
{
  OutlayPlan *plan;
  OutlayHistory *history;
  OutlayParameter cell;
} Subject;

static void
no_fault (const char *const *paths, const char *message, gpointer data)
{
  g_error ("%s: %s", paths[0], message);
}

static void
check_plan (Subject *subject)
{
  outlay_plan_validate_all (subject->plan, no_fault, NULL);
}

static void
compile_plan (Subject *subject)
{
  g_autoptr (OutlayModel) model = outlay_model_new (subject->plan, NULL);

  g_assert_nonnull (model);
}

/* As a drag does it: any number of movements are one step. */
static void
edit_cell (Subject *subject)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_history_begin (subject->history, NULL);
  for (guint i = 0; i < EDITS; i++)
    {
      outlay_value_set_number (&value, i);
      g_assert_true (outlay_history_set (subject->history, NULL, &subject->cell, &value, NULL));
    }
  outlay_history_rollback (subject->history);
}

/* Milliseconds: the least of several rounds, as others use the machine too. */
static double
time_of (void (*func) (Subject *subject), Subject *subject)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < ROUNDS; round++)
    {
      const gint64 begin = g_get_monotonic_time ();

      func (subject);
      best = MIN (best, (double) (g_get_monotonic_time () - begin) / 1000);
    }
  return best;
}

static OutlayPlan *
make_large_plan (guint n_initiatives)
{
  OutlayPlan *plan = make_plan ();

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("initiative-%u", i);

      add_initiative (plan, id, 1e8 + i, 2e8);
    }
  return plan;
}

static void
bench_plan (guint n_initiatives)
{
  g_autoptr (OutlayPlan) plan = make_large_plan (n_initiatives);
  g_autoptr (OutlayHistory) history = outlay_history_new (plan);
  Subject subject = { .plan = plan, .history = history };

  g_assert_true (outlay_parameter_find (plan, "initiatives.storage.investment.late", &subject.cell, NULL));
  g_print ("a plan of %u initiatives: checked in %.2f ms, compiled in %.2f ms, a cell edited in %.2f µs\n",
           n_initiatives, time_of (check_plan, &subject), time_of (compile_plan, &subject),
           time_of (edit_cell, &subject) * 1000 / EDITS);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bench_plan (1000);
  bench_plan (5000);
  bench_plan (10000);
  return 0;
}
