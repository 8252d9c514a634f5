/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/comparison.h"

#include <math.h>
#include <string.h>

#include "plan/label.h"
#include "plan/member.h"

/* Numbers times years of all cases: on the slowest of today's laptops some four milliseconds, a quarter of a frame. */
#define LIGHT 1500000

struct _OutlayComparison
{
  OutlayPlan *plan; /* not owned, and not looked at by a run */
  OutlayRequest request;
  GPtrArray *models;
  GPtrArray *projections; /* one for each model once it has run */
};

/* What one compared scenario and those that it comes from change: the nearest change of each path. */
typedef struct
{
  OutlayScenario *scenario;
  GHashTable *changes; /* path → Change */
} Changes;

typedef struct
{
  const OutlayValue *value;
  OutlayScenario *from;
} Change;

static void
changes_clear (gpointer data)
{
  g_hash_table_unref (((Changes *) data)->changes);
}

/* Takes up a chain from its end to its root; paths gets those that nobody has named before. */
static void
changes_init (Changes *changes, OutlayScenario *scenario, GHashTable *known, GPtrArray *paths)
{
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (scenario);

  changes->scenario = scenario;
  changes->changes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < chain->len; i++)
    for (guint c = 0; c < outlay_scenario_get_n_changes (chain->pdata[i]); c++)
      {
        Change change = { NULL, chain->pdata[i] };
        const char *path = outlay_scenario_get_change (chain->pdata[i], c, &change.value);

        if (!g_hash_table_contains (changes->changes, path))
          g_hash_table_insert (changes->changes, (char *) path, g_memdup2 (&change, sizeof change));
        if (g_hash_table_add (known, (char *) path))
          g_ptr_array_add (paths, (char *) path);
      }
}

/* --- differences --- */

static void
hold (OutlayHolding *holding, const Changes *changes, const char *path, const OutlayValue *plan_value)
{
  const Change *change = g_hash_table_lookup (changes->changes, path);

  holding->value = OUTLAY_VALUE_INIT;
  outlay_value_copy (&holding->value, change != NULL ? change->value : plan_value);
  holding->from = change != NULL ? change->from : NULL;
  holding->origin = change == NULL ? OUTLAY_ORIGIN_PLAN : change->from == changes->scenario ? OUTLAY_ORIGIN_OWN : OUTLAY_ORIGIN_INHERITED;
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

static void
find_source (OutlayPlan *plan, OutlayDifference *difference)
{
  difference->source = outlay_plan_find_source_around (plan, difference->path);
  difference->own_source = outlay_plan_find_source (plan, difference->path) != NULL;
}

static OutlayDifference *
difference_new (const OutlayParameter *parameter, const char *path, GArray *sides)
{
  OutlayDifference *difference = g_new0 (OutlayDifference, 1);
  g_auto (OutlayValue) own = OUTLAY_VALUE_INIT;

  outlay_parameter_get (parameter, &own);
  difference->parameter = *parameter;
  difference->path = g_strdup (path);
  difference->n_scenarios = sides->len;
  difference->holdings = g_new0 (OutlayHolding, sides->len);
  for (guint i = 0; i < sides->len; i++)
    hold (&difference->holdings[i], &g_array_index (sides, Changes, i), path, &own);
  return difference;
}

static int
by_place (gconstpointer a, gconstpointer b)
{
  const OutlayDifference *left = *(OutlayDifference *const *) a, *right = *(OutlayDifference *const *) b;

  return outlay_parameter_compare (&left->parameter, &right->parameter);
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
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GArray) sides = g_array_sized_new (FALSE, TRUE, sizeof (Changes), n);

  g_array_set_clear_func (sides, changes_clear);
  g_array_set_size (sides, n);
  for (guint i = 0; i < n; i++)
    changes_init (&g_array_index (sides, Changes, i), scenarios[i], known, paths);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (OutlayDifference) difference = NULL;
      OutlayParameter parameter;

      if (!outlay_parameter_find (plan, paths->pdata[i], &parameter, NULL))
        continue;
      difference = difference_new (&parameter, paths->pdata[i], sides);
      if (!differs (difference))
        continue;
      find_source (plan, difference);
      g_ptr_array_add (differences, g_steal_pointer (&difference));
    }
  g_ptr_array_sort (differences, by_place);
  return differences;
}

/* --- results --- */

static void
make_request (OutlayComparison *comparison, const OutlayRequest *more)
{
  static const OutlaySeries series[] = { OUTLAY_SERIES_OUTPUT_VALUE, OUTLAY_SERIES_REVENUE, OUTLAY_SERIES_TAX };
  OutlayRequest *request = &comparison->request;

  if (more != NULL)
    *request = *more;
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    outlay_request_add_outcome (request, &(OutlayOutcome) { -1, (int) series[i], OUTLAY_MEASURE_DESIGN_YEAR, OUTLAY_SCOPE_PLAN });
  for (guint i = 0; i < comparison->models->len; i++)
    outlay_request_add_measures (request, comparison->plan, outlay_model_scenario (comparison->models->pdata[i]));
  request->plan_indicators |= (1ull << OUTLAY_N_INDICATORS) - 1;
}

/**
 * outlay_comparison_prepare:
 * @plan: a plan without faults
 * @models: (array length=n): scenarios of it as they are now, which nobody changes any more
 * @n: how many
 * @more: (nullable): what else will be read from the projections
 *
 * Finds out what the scenarios will be asked for, and computes nothing.
 *
 * Returns: (transfer full): a comparison to run
 */
OutlayComparison *
outlay_comparison_prepare (OutlayPlan *plan, OutlayModel *const *models, guint n, const OutlayRequest *more)
{
  OutlayComparison *comparison = g_new0 (OutlayComparison, 1);

  comparison->plan = plan;
  comparison->models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  comparison->projections = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_projection_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (comparison->models, outlay_model_ref (models[i]));
  make_request (comparison, more);
  return comparison;
}

/**
 * outlay_comparison_is_light:
 * @comparison: a prepared comparison
 *
 * Returns: whether a run takes so little time that nothing is won by another thread
 */
gboolean
outlay_comparison_is_light (OutlayComparison *comparison)
{
  gsize weight = 0;

  for (guint i = 0; i < comparison->models->len; i++)
    {
      const OutlayShape *shape = outlay_model_shape (comparison->models->pdata[i]);

      weight += shape->n_numbers * shape->n_years;
    }
  return weight <= LIGHT;
}

/**
 * outlay_comparison_run:
 * @comparison: a prepared comparison
 * @cancellable: (nullable): ends it between two scenarios
 *
 * Computes the scenarios. Reads the models alone, so it may run in any thread, and the results then be read in another.
 *
 * Returns: whether there are results; %FALSE where it was cancelled
 */
gboolean
outlay_comparison_run (OutlayComparison *comparison, GCancellable *cancellable)
{
  for (guint i = comparison->projections->len; i < comparison->models->len; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      g_ptr_array_add (comparison->projections, outlay_projection_new (comparison->models->pdata[i], &comparison->request));
    }
  return TRUE;
}

/**
 * outlay_comparison_new:
 * @plan: a plan without faults
 * @scenarios: (array length=n): scenarios of it; %NULL among them is the plan itself
 * @n: how many
 * @more: (nullable): what else will be read from the projections
 *
 * Computes the scenarios. The comparison keeps the results of this moment and does not follow later edits; the plan must outlive it.
 *
 * Returns: (transfer full): the comparison
 */
OutlayComparison *
outlay_comparison_new (OutlayPlan *plan, OutlayScenario *const *scenarios, guint n, const OutlayRequest *more)
{
  g_autoptr (GPtrArray) models = g_ptr_array_new_with_free_func ((GDestroyNotify) outlay_model_unref);
  OutlayComparison *comparison;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (models, outlay_model_new (plan, scenarios[i]));
  comparison = outlay_comparison_prepare (plan, (OutlayModel *const *) models->pdata, n, more);
  outlay_comparison_run (comparison, NULL);
  return comparison;
}

void
outlay_comparison_free (OutlayComparison *comparison)
{
  g_ptr_array_unref (comparison->projections);
  g_ptr_array_unref (comparison->models);
  g_free (comparison);
}

guint
outlay_comparison_n_scenarios (OutlayComparison *comparison)
{
  return comparison->models->len;
}

OutlayScenario *
outlay_comparison_scenario (OutlayComparison *comparison, guint scenario)
{
  g_return_val_if_fail (scenario < comparison->models->len, NULL);
  return outlay_model_scenario (comparison->models->pdata[scenario]);
}

OutlayProjection *
outlay_comparison_projection (OutlayComparison *comparison, guint scenario)
{
  g_return_val_if_fail (scenario < comparison->projections->len, NULL);
  return comparison->projections->pdata[scenario];
}

double
outlay_comparison_value (OutlayComparison *comparison, guint scenario, const OutlayOutcome *outcome)
{
  g_return_val_if_fail (scenario < comparison->projections->len, NAN);
  return outlay_projection_outcome (comparison->projections->pdata[scenario], outcome);
}

/**
 * outlay_comparison_targets_met:
 * @comparison: a comparison
 * @scenario: from 0
 * @n_targets: (out): how many targets the plan has
 *
 * Returns: how many of them the scenario meets
 */
guint
outlay_comparison_targets_met (OutlayComparison *comparison, guint scenario, guint *n_targets)
{
  GListModel *targets = outlay_plan_get_targets (comparison->plan);
  guint met = 0;

  g_return_val_if_fail (scenario < comparison->projections->len, 0);
  *n_targets = g_list_model_get_n_items (targets);
  for (guint n = 0; n < *n_targets; n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      outlay_projection_target (comparison->projections->pdata[scenario], comparison->plan, target, &state);
      met += state.met;
    }
  return met;
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
 * @scenario: from 0
 * @currency: (nullable): the plan's ISO 4217 code
 *
 * Returns: (transfer full): the value in a scenario with its unit, as people read it, in enough decimals to tell it from those of the others
 */
char *
outlay_difference_format (const OutlayDifference *difference, guint scenario, const char *currency)
{
  g_return_val_if_fail (scenario < difference->n_scenarios, NULL);
  return outlay_parameter_format_apart (&difference->parameter, &difference->holdings[scenario].value, currency, least_distance (difference));
}
