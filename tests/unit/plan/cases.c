/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plan/cases.h"
#include "support/small-plan.h"

#define N_SCENARIOS 3

typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenarios[N_SCENARIOS];
} Subject;

static void
subject_init (Subject *subject)
{
  subject->plan = make_plan ();
  subject->scenarios[0] = NULL;
  subject->scenarios[1] = outlay_plan_find_scenario (subject->plan, "slow");
  subject->scenarios[2] = outlay_plan_find_scenario (subject->plan, "slower");
}

static gboolean
is_same (OutlayModel *a, OutlayModel *b)
{
  return outlay_shape_equal (outlay_model_shape (a), outlay_model_shape (b)) && outlay_model_scenario (a) == outlay_model_scenario (b) &&
         memcmp (outlay_model_numbers (a), outlay_model_numbers (b), outlay_model_shape (a)->n_numbers * sizeof (double)) == 0;
}

/* Every case is what a model made anew would be. */
static void
assert_up_to_date (OutlayCases *cases, const Subject *subject)
{
  for (guint s = 0; s < N_SCENARIOS; s++)
    {
      g_autoptr (OutlayModel) model = outlay_cases_get (cases, subject->scenarios[s]), fresh = outlay_model_new (subject->plan, subject->scenarios[s]);

      g_assert_true (is_same (model, fresh));
    }
}

/* Numbers, texts, cells, changes, the chain, the plan's years, an object more and one less. */
static void
edit (const Subject *subject, guint n)
{
  OutlayNode *plan = OUTLAY_NODE (subject->plan), *mining = OUTLAY_NODE (outlay_plan_get_initiative (subject->plan, 0));
  OutlayNode *slow = OUTLAY_NODE (subject->scenarios[1]), *slower = OUTLAY_NODE (subject->scenarios[2]);

  switch (n)
    {
    case 0: set_number (plan, "discount-rate", 0.05); break;
    case 1: set_cells (mining, 7e8, 1e8); break;
    case 2: change_number (slow, "initiatives.mining.investment.early", 4e8); break;
    case 3: change_number (slow, "discount-rate", 0.1); break;
    case 4: outlay_scenario_remove_change (OUTLAY_SCENARIO (slow), "initiatives.mining.investment.early"); break;
    case 5: set_text (slower, "from", NULL); break;
    case 6: set_text (plan, "name", "Other"); break;
    case 7: change_number (slower, "years", 30); break;
    case 8: set_number (plan, "years", 31); break;
    case 9: outlay_node_set_numbers (mining, outlay_node_find_member (mining, "ramp-up"), (double[]) { 0.2, 0.4, 0.6, 1 }, 4); break;
    case 10: add_initiative (subject->plan, "more", 1e8, 2e8); break;
    case 11: set_number (OUTLAY_NODE (outlay_initiative_get_product (outlay_plan_get_initiative (subject->plan, 2), 0)), "price", 1); break;
    default: g_list_store_remove (outlay_node_get_children (plan, outlay_node_find_member (plan, "initiatives")), 1); break;
    }
}
#define N_EDITS 13

static void
test_follow (void)
{
  Subject subject;
  g_autoptr (OutlayCases) cases = NULL;

  subject_init (&subject);
  cases = outlay_cases_new (subject.plan);
  assert_up_to_date (cases, &subject);
  for (guint n = 0; n < N_EDITS; n++)
    {
      edit (&subject, n);
      assert_up_to_date (cases, &subject);
    }
  g_object_unref (subject.plan);
}

/* Whoever holds a model has it as it was, whatever is edited, and even when nobody else has it any more. */
static void
test_given (void)
{
  Subject subject;
  g_autoptr (OutlayCases) cases = NULL;
  g_autoptr (GPtrArray) given = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);

  subject_init (&subject);
  cases = outlay_cases_new (subject.plan);
  for (guint n = 0; n <= N_EDITS; n++)
    {
      for (guint s = 0; s < N_SCENARIOS; s++)
        {
          g_ptr_array_add (given, outlay_cases_get (cases, subject.scenarios[s]));
          g_ptr_array_add (wanted, outlay_model_new (subject.plan, subject.scenarios[s]));
        }
      if (n < N_EDITS)
        edit (&subject, n);
    }
  for (guint i = 0; i < given->len; i++)
    g_assert_true (is_same (given->pdata[i], wanted->pdata[i]));
  g_object_unref (subject.plan);
}

/* Nothing is copied where nothing is different, nor where nobody has it. */
static void
test_share (void)
{
  Subject subject;
  g_autoptr (OutlayCases) cases = NULL;
  OutlayModel *first, *second;

  subject_init (&subject);
  cases = outlay_cases_new (subject.plan);
  first = outlay_cases_get (cases, NULL);
  second = outlay_cases_get (cases, NULL);
  g_assert_true (first == second);
  edit (&subject, 0);
  outlay_model_unref (second);
  second = outlay_cases_get (cases, NULL);
  g_assert_true (first != second);
  outlay_model_unref (first);
  first = second;
  outlay_model_unref (second);
  edit (&subject, 1);
  second = outlay_cases_get (cases, NULL);
  g_assert_true (first == second);
  outlay_model_unref (second);
  g_object_unref (subject.plan);
}

/* From a model that goes on with cells of its own come cases without them. */
static void
test_learn (void)
{
  const double moved[] = { 1, 2, 3, 4, 5, 6 };
  Subject subject;
  g_autoptr (OutlayCases) cases = NULL;
  g_autoptr (OutlayModel) model = NULL;

  subject_init (&subject);
  model = outlay_model_new (subject.plan, subject.scenarios[1]);
  outlay_model_set_cells (model, moved);
  cases = outlay_cases_new (subject.plan);
  outlay_cases_learn (cases, model);
  assert_up_to_date (cases, &subject);
  g_assert_cmpfloat (outlay_model_cell (model, 0, 0), ==, 1);
  outlay_cases_keep (cases, subject.scenarios, 1);
  assert_up_to_date (cases, &subject);
  g_object_unref (subject.plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/follow", test_follow);
  g_test_add_func ("/cases/given", test_given);
  g_test_add_func ("/cases/share", test_share);
  g_test_add_func ("/cases/learn", test_learn);
  return g_test_run ();
}
