/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/counts.h"
#include "plan/label.h"
#include "plan/member.h"
#include "study/comparison.h"

/* A difference and where it stands in the file. */
typedef struct
{
  OutlayPlace place;
  OutlayDifference *difference;
} Placed;

static OutlayDifference *
difference_new (const OutlayParameter *parameter, const char *path, guint n_scenarios)
{
  OutlayDifference *difference = g_new0 (OutlayDifference, 1);

  difference->parameter = *parameter;
  difference->path = g_strdup (path);
  difference->n_scenarios = n_scenarios;
  difference->holdings = g_new0 (OutlayHolding, n_scenarios);
  return difference;
}

/* The difference that is about a parameter; known and all get it where nobody has changed that before. */
static OutlayDifference *
take (GHashTable *known, GPtrArray *all, const OutlayParameter *parameter, const char *path, guint n_scenarios)
{
  OutlayDifference *difference = g_hash_table_lookup (known, parameter);

  if (difference != NULL)
    return difference;
  difference = difference_new (parameter, path, n_scenarios);
  g_hash_table_insert (known, &difference->parameter, difference);
  g_ptr_array_add (all, difference);
  return difference;
}

/* Takes up a chain from its end to its root: the nearest change of each parameter. */
static void
take_scenario (GHashTable *known, GPtrArray *all, OutlayPlan *plan, OutlayScenario *const *scenarios, guint n, guint which)
{
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (scenarios[which]);

  for (guint i = 0; i < chain->len; i++)
    for (guint c = 0; c < outlay_scenario_get_n_changes (chain->pdata[i]); c++)
      {
        OutlayParameter parameter;
        const OutlayValue *value;
        OutlayHolding *holding;

        if (!outlay_scenario_find_change (chain->pdata[i], plan, c, &parameter, &value))
          continue;
        holding = &take (known, all, &parameter, outlay_scenario_get_change (chain->pdata[i], c, NULL), n)->holdings[which];
        if (holding->from != NULL)
          continue;
        outlay_value_copy (&holding->value, value);
        holding->from = chain->pdata[i];
        holding->origin = i == 0 ? OUTLAY_ORIGIN_OWN : OUTLAY_ORIGIN_INHERITED;
      }
}

static void
fill_up (OutlayDifference *difference)
{
  g_auto (OutlayValue) own = OUTLAY_VALUE_INIT;

  outlay_parameter_get (&difference->parameter, &own);
  for (guint i = 0; i < difference->n_scenarios; i++)
    if (difference->holdings[i].from == NULL)
      outlay_value_copy (&difference->holdings[i].value, &own);
}

/* A series under its other name is the same series, null is the same as nothing, and numbers are the same to the engine. */
static gboolean
is_same (const OutlayMember *member, const OutlayValue *a, const OutlayValue *b)
{
  double left, right;

  if (a->type != OUTLAY_VALUE_STRING && b->type != OUTLAY_VALUE_STRING)
    {
      left = outlay_member_to_number (member, a);
      right = outlay_member_to_number (member, b);
      return left == right || (isnan (left) && isnan (right));
    }
  if (member->kind == OUTLAY_MEMBER_SERIES && a->type == b->type)
    return outlay_series_from_name (a->string) == outlay_series_from_name (b->string);
  return outlay_value_equal (a, b);
}

static gboolean
differs (const OutlayDifference *difference)
{
  for (guint i = 1; i < difference->n_scenarios; i++)
    if (!is_same (difference->parameter.member, &difference->holdings[0].value, &difference->holdings[i].value))
      return TRUE;
  return FALSE;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  return outlay_place_compare (&((const Placed *) a)->place, &((const Placed *) b)->place);
}

/* Who drags boundaries changes things in the order of the file: often nothing is to be done. */
static void
sort (GPtrArray *differences)
{
  g_autoptr (GArray) placed = g_array_sized_new (FALSE, FALSE, sizeof (Placed), differences->len);
  gboolean sorted = TRUE;

  for (guint i = 0; i < differences->len; i++)
    {
      OutlayDifference *difference = differences->pdata[i];
      const Placed next = { outlay_parameter_place (&difference->parameter), difference };

      g_array_append_val (placed, next);
      sorted = sorted && (i == 0 || by_place (&g_array_index (placed, Placed, i - 1), &next) <= 0);
    }
  if (!sorted)
    g_array_sort (placed, by_place);
  for (guint i = 0; i < differences->len; i++)
    differences->pdata[i] = g_array_index (placed, Placed, i).difference;
}

void
outlay_difference_free (OutlayDifference *difference)
{
  for (guint i = 0; i < difference->n_scenarios; i++)
    outlay_value_clear (&difference->holdings[i].value);
  g_free (difference->holdings);
  g_free (difference->path);
  g_free (difference);
}

/**
 * outlay_difference_find_source:
 * @difference: a difference
 * @own: (out) (optional): whether the source is the path's own, not one of an object around it
 *
 * Returns: (nullable) (transfer none): the source of the path itself, else of the nearest object around it; outlay_node_get_id() is the path it belongs to
 */
OutlaySource *
outlay_difference_find_source (const OutlayDifference *difference, gboolean *own)
{
  OutlayNode *root = difference->parameter.node;

  while (outlay_node_get_parent (root) != NULL)
    root = outlay_node_get_parent (root);
  if (own != NULL)
    *own = outlay_plan_find_source (OUTLAY_PLAN (root), difference->path) != NULL;
  return outlay_plan_find_source_around (OUTLAY_PLAN (root), difference->path);
}

/**
 * outlay_plan_compare:
 * @plan: a plan
 * @scenarios: (array length=n): scenarios of it; %NULL among them is the plan itself
 * @n: how many
 *
 * Finds every number and text that is not the same in all of the scenarios. A change that says what holds in the others too is no difference; one of a path
 * that the plan does not have changes nothing.
 *
 * Returns: (transfer full) (element-type OutlayDifference): the differences, in the order of the file
 */
GPtrArray *
outlay_plan_compare (OutlayPlan *plan, OutlayScenario *const *scenarios, guint n)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_difference_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GHashTable) known = g_hash_table_new (outlay_parameter_hash, outlay_parameter_equal);

  for (guint i = 0; i < n; i++)
    take_scenario (known, all, plan, scenarios, n, i);
  for (guint i = 0; i < all->len; i++)
    {
      OutlayDifference *difference = all->pdata[i];

      fill_up (difference);
      if (differs (difference))
        g_ptr_array_add (differences, difference);
      else
        outlay_difference_free (difference);
    }
  sort (differences);
  return differences;
}

/* Between numbers that are not the same; INFINITY where there are no two. */
static double
least_distance (const OutlayDifference *difference)
{
  const OutlayMember *member = difference->parameter.member;
  double least = INFINITY;

  for (guint i = 0; i < difference->n_scenarios; i++)
    for (guint j = 0; j < i; j++)
      {
        const double one = outlay_member_to_number (member, &difference->holdings[i].value);
        const double distance = fabs (one - outlay_member_to_number (member, &difference->holdings[j].value));

        if (distance > 0)
          least = MIN (least, distance);
      }
  return least;
}

/**
 * outlay_difference_format:
 * @difference: a difference
 * @plan: whose scenarios they are
 * @scenario: from 0
 *
 * Returns: (transfer full): the value in a scenario with its unit, as people read it, in enough decimals to tell it from those of the others
 */
char *
outlay_difference_format (const OutlayDifference *difference, OutlayPlan *plan, guint scenario)
{
  g_return_val_if_fail (scenario < difference->n_scenarios, NULL);
  return outlay_parameter_value_format (plan, NULL, &difference->parameter, &difference->holdings[scenario].value, least_distance (difference));
}
