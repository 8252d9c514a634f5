/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/assumptions.h"
#include "plan/member.h"
#include "unit/store/sample.h"

typedef struct
{
  OutlayPlan *plan;
  GHashTable *seen; /* path → group + 1 */
  OutlayAssumptionGroup last;
  guint groups;     /* of the object, as a set */
} Walk;

static void
grouped_cb (OutlayAssumptionGroup group, const OutlayParameter *parameter, gpointer data)
{
  Walk *walk = data;
  char *path = outlay_parameter_path (parameter);
  OutlayAssumptionGroup found;

  g_assert_true (outlay_assumption_find_group (parameter->node, parameter->member, &found) && found == group);
  /* Those of a group stand together. */
  if (group != walk->last)
    g_assert_false (walk->groups & 1u << group);
  walk->groups |= 1u << group;
  walk->last = group;
  if (!g_hash_table_insert (walk->seen, path, GUINT_TO_POINTER (group + 1)))
    g_error ("%s is in two places", path);
}

static void
walk_whole (Walk *walk, OutlayNode *whole)
{
  g_autoptr (GPtrArray) objects = outlay_assumptions_list_objects (walk->plan, whole);

  for (guint i = 0; i < objects->len; i++)
    {
      walk->groups = 0;
      walk->last = OUTLAY_N_ASSUMPTION_GROUPS;
      g_assert_true (outlay_assumptions_find_whole (objects->pdata[i]) == whole);
      outlay_assumptions_foreach (walk->plan, objects->pdata[i], grouped_cb, walk);
    }
}

static void
each_cb (const OutlayParameter *parameter, gpointer data)
{
  Walk *walk = data;
  g_autofree char *path = outlay_parameter_path (parameter);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  outlay_parameter_get (parameter, &value);
  if (!outlay_parameter_is_number (parameter) && parameter->member->kind != OUTLAY_MEMBER_MONTH && parameter->member->kind != OUTLAY_MEMBER_CHOICE)
    return;
  if (value.type != OUTLAY_VALUE_ABSENT && !g_hash_table_contains (walk->seen, path))
    g_error ("%s is in no group", path);
  g_hash_table_remove (walk->seen, path);
}

/* Every number, month and choice of the plan that has everything stands in one group, once. */
static void
test_everything_once (void)
{
  g_autoptr (OutlayPlan) plan = sample_plan ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk walk = { .plan = plan, .seen = seen };
  GHashTableIter iter;
  gpointer path, group;

  walk_whole (&walk, OUTLAY_NODE (plan));
  for (guint i = 0; i < outlay_plan_get_n_phases (plan); i++)
    walk_whole (&walk, OUTLAY_NODE (outlay_plan_get_phase (plan, i)));
  for (guint i = 0; i < outlay_plan_get_n_initiatives (plan); i++)
    walk_whole (&walk, OUTLAY_NODE (outlay_plan_get_initiative (plan, i)));
  g_assert_cmpuint (g_hash_table_size (seen), >, 150);
  outlay_plan_foreach_parameter (plan, each_cb, &walk);
  /* What is left are names and what else is no number. */
  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &path, &group))
    if (GPOINTER_TO_UINT (group) - 1 != OUTLAY_ASSUMPTION_ABOUT)
      g_error ("%s is no number of the plan", (const char *) path);
}

static void
test_names (void)
{
  for (guint group = 0; group < OUTLAY_N_ASSUMPTION_GROUPS; group++)
    g_assert_cmpuint (strlen (outlay_assumption_group_name (group)), >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assumptions/everything-once", test_everything_once);
  g_test_add_func ("/assumptions/names", test_names);
  return g_test_run ();
}
