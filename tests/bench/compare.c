/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast scenarios are compared and their differences explained, on one core. */

#include <locale.h>
#include <time.h>

#include "plan/cases.h"
#include "store/reader.h"
#include "study/bridge.h"
#include "study/comparison.h"
#include "support/small-plan.h"

#define ROUNDS 21

typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenarios[2];
  OutlayOutcome outcome;
  OutlayModel *models[2];
  GPtrArray *differences;
} Subject;

static void
find_differences (Subject *subject)
{
  g_ptr_array_unref (outlay_plan_compare (subject->plan, subject->scenarios, 2));
}

static void
compare (Subject *subject)
{
  outlay_comparison_free (outlay_comparison_new (subject->plan, subject->scenarios, 2, NULL));
}

static void
explain (Subject *subject)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayBridge) bridge =
    outlay_bridge_new (subject->plan, subject->scenarios[0], subject->scenarios[1], &subject->outcome, 1, NULL, &error);

  g_assert_no_error (error);
}

/* What remains for the thread of the window. */
static void
prepare (OutlayCases *cases, Subject *subject)
{
  g_autoptr (OutlayModel) base = outlay_cases_get (cases, subject->scenarios[0]), other = outlay_cases_get (cases, subject->scenarios[1]);

  outlay_comparison_free (outlay_comparison_prepare (subject->plan, (OutlayModel *const[]) { base, other }, 2, NULL));
  outlay_bridge_free (outlay_bridge_prepare (subject->plan, base, other, NULL, &subject->outcome, 1));
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
cpu_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return 1e3 * (double) now.tv_sec + 1e-6 * (double) now.tv_nsec;
}

/* Milliseconds of one core: the median of several rounds. */
static double
time_of (void (*func) (Subject *subject), Subject *subject, guint rounds)
{
  double times[ROUNDS];

  for (guint round = 0; round < rounds; round++)
    {
      const double begin = cpu_milliseconds ();

      func (subject);
      times[round] = cpu_milliseconds () - begin;
    }
  qsort (times, rounds, sizeof *times, by_size);
  return times[rounds / 2];
}

/* At first from a model of the plan that the window has; then after an edit, while a thread still has the models from before. */
static void
time_preparing (Subject *subject, const char *what)
{
  g_autoptr (OutlayModel) model = outlay_model_new (subject->plan, NULL), base = NULL, other = NULL;
  g_autoptr (OutlayCases) cases = outlay_cases_new (subject->plan);
  double begin = cpu_milliseconds (), first;

  outlay_cases_learn (cases, model);
  prepare (cases, subject);
  first = cpu_milliseconds () - begin;
  base = outlay_cases_get (cases, subject->scenarios[0]);
  other = outlay_cases_get (cases, subject->scenarios[1]);
  set_number (OUTLAY_NODE (subject->plan), "discount-rate", 0.07);
  begin = cpu_milliseconds ();
  prepare (cases, subject);
  g_print ("%s prepared for a thread in %.1f ms, after an edit in %.1f ms; ", what, first, cpu_milliseconds () - begin);
}

/* Twelve changes of every kind, and with more others of each product: sixteen objects, which are sampled. */
static void
change_jinchuang (OutlayNode *scenario, gboolean more)
{
  static const struct { const char *path; double number; } changes[] = {
    { "discount-rate", 0.07 }, { "taxes.surcharge-rate", 0.1 }, { "finance.debt-share", 0.6 }, { "finance.interest-rate", 0.036 },
    { "assets.residual", 0.03 }, { "phases.phase-1.delay-months", 4 }, { "phases.phase-2.delay-months", 12 },
    { "initiatives.mining.investment.phase-1", 1.5e9 }, { "initiatives.storage.investment.phase-1", 1.5e9 },
    { "initiatives.mining.products.machines.price", 1.6e6 }, { "initiatives.storage.products.household.price", 2.1e6 },
    { "initiatives.park.staff", 60 }, { "initiatives.storage.products.large-scale.price", 0.9e6 },
    { "initiatives.storage.products.commercial.price", 1.2e6 }, { "initiatives.park.products.electricity.price", 0.4 },
    { "initiatives.park.products.charging.price", 0.5 }, { "initiatives.park.products.peak-shifting.own-use-value", 0.5 },
  };

  for (guint i = 0; i < (more ? G_N_ELEMENTS (changes) : 12); i++)
    change_number (scenario, changes[i].path, changes[i].number);
}

static void
bench_jinchuang (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (OutlayPlan) plan = outlay_plan_load (file, NULL, NULL, NULL);
  OutlayNode *twelve = add_scenario (plan, "twelve", NULL), *many = add_scenario (plan, "many", NULL);
  Subject subject = { plan, { NULL, OUTLAY_SCENARIO (twelve) }, OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX), { NULL }, NULL };

  change_jinchuang (twelve, FALSE);
  change_jinchuang (many, TRUE);
  outlay_outcome_from_name ("npv-after-tax", &subject.outcome);
  g_print ("the Jinchuang plan: two scenarios compared in %.2f ms; a bridge of NPV over 12 changes, exact, in %.1f ms", time_of (compare, &subject, ROUNDS),
           time_of (explain, &subject, ROUNDS));
  outlay_outcome_from_name ("irr-after-tax", &subject.outcome);
  g_print (", of IRR in %.1f ms", time_of (explain, &subject, ROUNDS));
  outlay_outcome_from_name ("tax", &subject.outcome);
  g_print (", of tax in %.1f ms", time_of (explain, &subject, ROUNDS));
  outlay_outcome_from_name ("npv-after-tax", &subject.outcome);
  subject.scenarios[1] = OUTLAY_SCENARIO (many);
  g_print ("; of NPV over 16 objects, sampled, in %.0f ms\n", time_of (explain, &subject, 5));
}

static void
bench_large (guint n_initiatives, guint n_changes)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *few = add_scenario (plan, "few", NULL), *many = add_scenario (plan, "many", "few");
  Subject subject = { plan, { NULL, OUTLAY_SCENARIO (few) }, OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX), { NULL }, NULL };

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("initiative-%u", i), *cell = g_strdup_printf ("initiatives.initiative-%u.investment.late", i);

      add_initiative (plan, id, 1e8 + i, 2e8);
      if (i < n_changes + 2)
        change_number (i < 6 ? few : many, cell, 3e8);
    }
  g_print ("%u initiatives: %u changes found in %.3f ms, ", n_initiatives, 4u, time_of (find_differences, &subject, ROUNDS));
  g_print ("compared in %.0f ms, explained exactly in %.0f ms; ", time_of (compare, &subject, 3), time_of (explain, &subject, 3));
  time_preparing (&subject, "both");
  subject.scenarios[1] = OUTLAY_SCENARIO (many);
  time_preparing (&subject, "of many changes");
  g_print ("%u changes found in %.2f ms\n", n_changes, time_of (find_differences, &subject, ROUNDS));
}

static void
derive_models (Subject *subject)
{
  g_autoptr (OutlayCases) cases = outlay_cases_new (subject->plan);
  OutlayModel *plain = outlay_model_new (subject->plan, NULL);

  outlay_cases_learn (cases, plain);
  for (guint side = 0; side < 2; side++)
    outlay_model_unref (outlay_cases_get (cases, subject->scenarios[side]));
  outlay_model_unref (plain);
}

static void
prepare_bridge (Subject *subject)
{
  outlay_bridge_free (outlay_bridge_prepare (subject->plan, subject->models[0], subject->models[1], subject->differences, &subject->outcome, 1));
}

/* Each part of what the thread of the window does where a scenario changes every cell. */
static void
bench_changes (guint n_initiatives)
{
  g_autoptr (OutlayPlan) plan = make_plan ();
  OutlayNode *all = add_scenario (plan, "all", NULL);
  Subject subject = { plan, { NULL, OUTLAY_SCENARIO (all) }, OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX), { NULL }, NULL };

  for (guint i = 2; i < n_initiatives; i++)
    {
      g_autofree char *id = g_strdup_printf ("initiative-%u", i);
      g_autofree char *early = g_strdup_printf ("initiatives.%s.investment.early", id), *late = g_strdup_printf ("initiatives.%s.investment.late", id);

      add_initiative (plan, id, 1e8 + i, 2e8);
      change_number (all, early, 5e7 + i);
      change_number (all, late, 3e8);
    }
  for (guint side = 0; side < 2; side++)
    subject.models[side] = outlay_model_new (plan, subject.scenarios[side]);
  subject.differences = outlay_plan_compare (plan, subject.scenarios, 2);
  g_print ("%u initiatives, %u changes: models made in %.1f ms, changes found in %.1f ms, a bridge prepared in %.1f ms\n", n_initiatives,
           outlay_scenario_get_n_changes (OUTLAY_SCENARIO (all)), time_of (derive_models, &subject, ROUNDS), time_of (find_differences, &subject, ROUNDS),
           time_of (prepare_bridge, &subject, ROUNDS));
  for (guint side = 0; side < 2; side++)
    outlay_model_unref (subject.models[side]);
  g_ptr_array_unref (subject.differences);
}

int
main (void)
{
  setlocale (LC_ALL, "");
  bench_jinchuang ();
  bench_large (10000, 1000);
  bench_changes (5002);
  bench_changes (10000);
  return 0;
}
