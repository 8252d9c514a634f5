/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <math.h>

#include "plan/resolve.h"
#include "study/bridge-private.h"
#include "study/shapley.h"

G_DEFINE_QUARK (outlay-bridge-error-quark, outlay_bridge_error)

struct _OutlayBridge
{
  OutlayOutcome outcome;
  guint64 seed;
  OutlayModel *models[2]; /* from, to */
  char *names[2];
  OutlayBridgePlayers players;
  double ends[2];
};

/* A run: coalitions go into the lanes of a batch. Changes of the plan's years make another shape, which has a batch of its own. */
typedef struct
{
  OutlayBridge *bridge;
  OutlayBatch *batches[2];     /* before and after the years have changed; the second NULL where they do not */
  OutlayCoalition reshapers;   /* whose joining changes the years */
  guint waiting[OUTLAY_LANES]; /* the coalitions in the lanes */
  guint n_waiting;
  guint n_done;
  guint n_all;
  OutlayBridgeProgress progress;
  gpointer data;
  GCancellable *cancellable;
} Run;

static guint
n_players (OutlayBridge *bridge)
{
  return bridge->players.steps->len;
}

/* --- sentences --- */

static char *
scenario_name (OutlayPlan *plan, OutlayScenario *scenario)
{
  return scenario != NULL ? outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (scenario)) : g_strdup (_("the plan itself"));
}

static const char *
indicator_word (OutlayBridge *bridge)
{
  return _(outlay_outcome_nick (&bridge->outcome));
}

static void
refuse_end (OutlayBridge *bridge, guint end, GError **error)
{
  g_set_error (error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_NO_VALUE,
               _("“%s” has no single value in “%s”, so there is no difference to explain. Choose another indicator, “%s” for instance."),
               indicator_word (bridge), bridge->names[end], _(outlay_indicator_nick (OUTLAY_INDICATOR_NPV_AFTER_TAX)));
}

static gboolean
refuse (OutlayBridge *bridge, OutlayCoalition coalition, GError **error)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *made = NULL;

  if (coalition == 0 || coalition == outlay_coalition_of_all (n_players (bridge)))
    {
      refuse_end (bridge, coalition != 0, error);
      return FALSE;
    }
  for (guint player = 0; player < n_players (bridge); player++)
    if (coalition >> player & 1)
      g_ptr_array_add (labels, ((OutlayBridgeStep *) bridge->players.steps->pdata[player])->label);
  made = outlay_bridge_join_labels ((char *const *) labels->pdata, labels->len);
  g_set_error (error, OUTLAY_BRIDGE_ERROR, OUTLAY_BRIDGE_ERROR_NO_VALUE,
               _("“%s” has no single value on the way from “%s” to “%s”, where only some of the changes are made (%s), so its difference cannot be shared "
                 "out among them. Choose another indicator, “%s” for instance."),
               indicator_word (bridge), bridge->names[0], bridge->names[1], made, _(outlay_indicator_nick (OUTLAY_INDICATOR_NPV_AFTER_TAX)));
  return FALSE;
}

/* --- coalitions --- */

static void
lay (Run *run, OutlayBatch *batch, OutlayCoalition coalition)
{
  const GArray *inputs = run->bridge->players.inputs;

  for (guint i = 0; i < inputs->len; i++)
    {
      const OutlayBridgeInput *input = &g_array_index (inputs, OutlayBridgeInput, i);

      outlay_batch_number (batch, input->index)[run->n_waiting] = coalition >> input->player & 1 ? input->to : input->from;
    }
}

/* Computes the lanes that have been laid. */
static gboolean
flush (Run *run, OutlayBatch *batch, const OutlayCoalition *coalitions, double *worths, GError **error)
{
  outlay_batch_run_first (batch, run->n_waiting);
  for (guint lane = 0; lane < run->n_waiting; lane++)
    {
      double worth = outlay_batch_outcome (batch, lane, &run->bridge->outcome);

      if (!isfinite (worth))
        return refuse (run->bridge, coalitions[run->waiting[lane]], error);
      worths[run->waiting[lane]] = worth;
    }
  run->n_done += run->n_waiting;
  run->n_waiting = 0;
  if (run->progress != NULL)
    run->progress (MIN (1.0, (double) run->n_done / run->n_all), run->data);
  return !g_cancellable_set_error_if_cancelled (run->cancellable, error);
}

static gboolean
find_worths_of_shape (Run *run, guint shape, const OutlayCoalition *coalitions, guint n, double *worths, GError **error)
{
  OutlayBatch *batch = run->batches[shape];

  for (guint i = 0; i < n; i++)
    if (((coalitions[i] & run->reshapers) != 0) == shape)
      {
        lay (run, batch, coalitions[i]);
        run->waiting[run->n_waiting++] = i;
        if (run->n_waiting == OUTLAY_LANES && !flush (run, batch, coalitions, worths, error))
          return FALSE;
      }
  return run->n_waiting == 0 || flush (run, batch, coalitions, worths, error);
}

static gboolean
find_worths (const OutlayCoalition *coalitions, guint n, double *worths, gpointer data, GError **error)
{
  Run *run = data;

  return find_worths_of_shape (run, 0, coalitions, n, worths, error) &&
         (run->batches[1] == NULL || find_worths_of_shape (run, 1, coalitions, n, worths, error));
}

/* --- a run --- */

static void
run_init (Run *run, OutlayBridge *bridge)
{
  OutlayModel *const *models = bridge->models;
  gsize years = outlay_shape_plan (outlay_model_shape (models[0]), OUTLAY_PLAN_YEARS);
  gboolean reshaped = !outlay_shape_equal (outlay_model_shape (models[0]), outlay_model_shape (models[1]));
  OutlayRequest request = { 0 };

  outlay_request_add_outcome (&request, &bridge->outcome);
  for (guint shape = 0; shape < (reshaped ? 2 : 1); shape++)
    {
      run->batches[shape] = outlay_batch_new (outlay_model_shape (models[shape]), &request);
      outlay_batch_fill (run->batches[shape], outlay_model_numbers (models[0]));
    }
  for (guint i = 0; i < bridge->players.inputs->len; i++)
    {
      const OutlayBridgeInput *input = &g_array_index (bridge->players.inputs, OutlayBridgeInput, i);

      if (input->index == years)
        run->reshapers = 1ull << input->player;
    }
}

static void
run_clear (Run *run)
{
  for (guint shape = 0; shape < 2; shape++)
    g_clear_pointer (&run->batches[shape], outlay_batch_free);
}

static guint
count_coalitions (OutlayBridge *bridge)
{
  guint n = n_players (bridge);

  return 2 + (outlay_bridge_is_exact (bridge) ? 1u << n : outlay_shapley_sample_size (n, OUTLAY_BRIDGE_EVALUATIONS));
}

/* The two ends first: where one of them has no value that is the reason to tell. */
static gboolean
compute (Run *run, double *values, double *errors, GError **error)
{
  OutlayBridge *bridge = run->bridge;
  guint n = n_players (bridge);
  const OutlayGame game = { n, find_worths, run };
  const OutlayCoalition ends[] = { 0, outlay_coalition_of_all (n) };

  run->n_all = count_coalitions (bridge);
  if (!find_worths (ends, 2, bridge->ends, run, error))
    return FALSE;
  if (n == 0)
    return TRUE;
  if (outlay_bridge_is_exact (bridge))
    return outlay_shapley_exact (&game, values, error);
  return outlay_shapley_sampled (&game, OUTLAY_BRIDGE_EVALUATIONS, bridge->seed, values, errors, error);
}

/* --- public --- */

/**
 * outlay_bridge_prepare:
 * @plan: a plan without faults
 * @from: one of its scenarios, or the plan itself, as it is now, which nobody changes any more
 * @to: another
 * @differences: (nullable) (element-type OutlayDifference): what outlay_plan_compare() found between these and maybe others, as the plan is now
 * @outcome: what is to be explained
 * @seed: of the random orders where there are too many players for the exact sum; the same one gives the same bridge
 *
 * Finds out which inputs differ and who the players are. Every changed number is one while there are at most OUTLAY_BRIDGE_EXACT_MOST of them, otherwise
 * every object; numbers that a rule of the plan ties together move together, so that each coalition is a plan that a file may hold.
 *
 * Returns: (transfer full): a bridge to run
 */
OutlayBridge *
outlay_bridge_prepare (OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences, const OutlayOutcome *outcome, guint64 seed)
{
  OutlayBridge *bridge = g_new0 (OutlayBridge, 1);

  bridge->outcome = *outcome;
  bridge->seed = seed;
  bridge->models[0] = outlay_model_ref (from);
  bridge->models[1] = outlay_model_ref (to);
  bridge->names[0] = scenario_name (plan, outlay_model_scenario (from));
  bridge->names[1] = scenario_name (plan, outlay_model_scenario (to));
  bridge->ends[0] = bridge->ends[1] = NAN;
  outlay_bridge_players_init (&bridge->players, plan, from, to, differences);
  return bridge;
}

/**
 * outlay_bridge_run:
 * @bridge: a prepared bridge
 * @progress: (nullable) (scope call): is told how far it is
 * @data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: OUTLAY_BRIDGE_ERROR_NO_VALUE where the outcome is null or not unique in a scenario or with some of the changes, G_IO_ERROR_CANCELLED
 *
 * Computes the contributions. Their sum with the first end, taken exactly and rounded once, is the other end: what rounding leaves goes to the last digits
 * of the largest contributions, never to one that is 0.
 *
 * Returns: whether there is a bridge
 */
gboolean
outlay_bridge_run (OutlayBridge *bridge, OutlayBridgeProgress progress, gpointer data, GCancellable *cancellable, GError **error)
{
  Run run = { .bridge = bridge, .progress = progress, .data = data, .cancellable = cancellable };
  double values[OUTLAY_PLAYERS_MOST] = { 0 }, errors[OUTLAY_PLAYERS_MOST] = { 0 };
  gboolean done;

  run_init (&run, bridge);
  done = compute (&run, values, errors, error);
  run_clear (&run);
  if (!done)
    return FALSE;
  outlay_shapley_settle (bridge->ends[0], bridge->ends[1], values, n_players (bridge));
  for (guint player = 0; player < n_players (bridge); player++)
    {
      OutlayBridgeStep *step = bridge->players.steps->pdata[player];

      step->contribution = values[player];
      step->standard_error = errors[player];
    }
  return TRUE;
}

/**
 * outlay_bridge_new:
 * @plan: a plan without faults
 * @from: (nullable): one of its scenarios, or %NULL for the plan itself
 * @to: (nullable): another
 * @outcome: what is to be explained
 * @seed: see outlay_bridge_prepare()
 * @cancellable: (nullable): ends it early
 * @error: see outlay_bridge_run()
 *
 * Returns: (transfer full) (nullable): the bridge
 */
OutlayBridge *
outlay_bridge_new (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome, guint64 seed,
                   GCancellable *cancellable, GError **error)
{
  g_autoptr (OutlayModel) from_model = outlay_model_new (plan, from), to_model = outlay_model_new (plan, to);
  g_autoptr (OutlayBridge) bridge = outlay_bridge_prepare (plan, from_model, to_model, NULL, outcome, seed);

  if (!outlay_bridge_run (bridge, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&bridge);
}

void
outlay_bridge_free (OutlayBridge *bridge)
{
  outlay_bridge_players_clear (&bridge->players);
  for (guint end = 0; end < 2; end++)
    {
      outlay_model_unref (bridge->models[end]);
      g_free (bridge->names[end]);
    }
  g_free (bridge);
}

/**
 * outlay_bridge_from:
 * @bridge: a bridge that has run
 *
 * Returns: the outcome in the first scenario
 */
double
outlay_bridge_from (OutlayBridge *bridge)
{
  return bridge->ends[0];
}

/**
 * outlay_bridge_to:
 * @bridge: a bridge that has run
 *
 * Returns: the outcome in the second scenario
 */
double
outlay_bridge_to (OutlayBridge *bridge)
{
  return bridge->ends[1];
}

guint
outlay_bridge_n_steps (OutlayBridge *bridge)
{
  return n_players (bridge);
}

/**
 * outlay_bridge_step:
 * @bridge: a bridge
 * @step: from 0
 *
 * Returns: (transfer none): the step; what it adds is known after a run
 */
const OutlayBridgeStep *
outlay_bridge_step (OutlayBridge *bridge, guint step)
{
  g_return_val_if_fail (step < n_players (bridge), NULL);
  return bridge->players.steps->pdata[step];
}

OutlayBridgeGrouping
outlay_bridge_grouping (OutlayBridge *bridge)
{
  return bridge->players.grouping;
}

/**
 * outlay_bridge_is_exact:
 * @bridge: a bridge
 *
 * Returns: whether its steps are summed over all coalitions; otherwise they are sampled and have a standard error
 */
gboolean
outlay_bridge_is_exact (OutlayBridge *bridge)
{
  return n_players (bridge) <= OUTLAY_BRIDGE_EXACT_MOST;
}
