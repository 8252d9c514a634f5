/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/model.h"

#include <math.h>
#include <string.h>

#include "plan/change-log.h"
#include "plan/node-private.h"

struct _OutlayModel
{
  gatomicrefcount references;
  OutlayScenario *scenario;
  OutlayShape shape;
  double *numbers;
  GArray *laid;  /* of Laid, in order */
  guint64 time;  /* of the plan's log */
  guint version; /* counts updates */
  double *held;  /* the cells that the plan holds, while others are set; NULL otherwise */
  const OutlayMember *investment; /* of every initiative; NULL until one has been read */
  const OutlayMember *ramp_up;
};

/* A scenario's change, and the number that it covers. */
typedef struct
{
  gsize index;
  double below;
} Laid;

/* Where the numbers of a node of the plan begin, how far apart they stand, and how many there are. */
typedef struct
{
  gsize first;
  gsize stride;
  guint n;
} Stretch;

static double
find_n_years (OutlayPlan *plan, OutlayScenario *scenario)
{
  g_auto (OutlayValue) years = OUTLAY_VALUE_INIT;
  const OutlayParameter parameter = { OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), "years"), -1 };

  outlay_plan_resolve (plan, scenario, &parameter, &years);
  return years.number;
}

static void
lay_out (OutlayModel *model, OutlayPlan *plan)
{
  guint n = outlay_plan_get_n_initiatives (plan);
  g_autofree guint *products_of = g_new (guint, n);
  g_autofree guint *ramp_ups_of = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      OutlayInitiative *initiative = outlay_plan_get_initiative (plan, i);

      products_of[i] = outlay_initiative_get_n_products (initiative);
      ramp_ups_of[i] = outlay_initiative_get_ramp_up_years (initiative);
    }
  outlay_shape_init (&model->shape, (guint) find_n_years (plan, model->scenario), outlay_plan_get_n_phases (plan), n, products_of, ramp_ups_of);
  model->numbers = g_new0 (double, model->shape.n_numbers);
}

/* The engine's slots are the first ones of a node. A null is no limit there. */
static void
copy_numbers (OutlayModel *model, OutlayNode *node, gsize first, gsize stride, guint n)
{
  const double *numbers = outlay_node_private (node)->numbers;

  for (guint slot = 0; slot < n; slot++)
    model->numbers[first + slot * stride] = isnan (numbers[slot]) ? INFINITY : numbers[slot];
}

static void
copy_object (OutlayModel *model, OutlayPlan *plan, const char *name, gsize first, guint n)
{
  copy_numbers (model, outlay_node_get_child (OUTLAY_NODE (plan), outlay_node_find_member (OUTLAY_NODE (plan), name)), first, 1, n);
}

static void
copy_array (OutlayModel *model, OutlayInitiative *initiative, const OutlayMember *member, gsize first, guint most)
{
  guint n;
  const double *numbers = outlay_node_get_numbers (OUTLAY_NODE (initiative), member, &n);

  n = MIN (n, most);
  if (n > 0)
    memcpy (model->numbers + first, numbers, n * sizeof *numbers);
  for (guint k = n; k < most; k++)
    model->numbers[first + k] = 0;
}

static void
copy_arrays (OutlayModel *model, OutlayInitiative *initiative, guint i)
{
  const OutlayShape *shape = &model->shape;

  if (model->investment == NULL)
    {
      model->investment = outlay_node_find_member (OUTLAY_NODE (initiative), "investment");
      model->ramp_up = outlay_node_find_member (OUTLAY_NODE (initiative), "ramp-up");
    }
  copy_array (model, initiative, model->investment, outlay_shape_cell (shape, i, 0), shape->n_phases);
  copy_array (model, initiative, model->ramp_up, outlay_shape_ramp_up (shape, i, 0), shape->first_ramp_up[i + 1] - shape->first_ramp_up[i]);
}

static void
copy_initiative (OutlayModel *model, OutlayPlan *plan, guint i)
{
  const OutlayShape *shape = &model->shape;
  OutlayInitiative *initiative = outlay_plan_get_initiative (plan, i);
  guint first = shape->first_product[i], n_products = shape->first_product[i + 1] - first;

  copy_numbers (model, OUTLAY_NODE (initiative), shape->initiatives + i, shape->n_initiatives, OUTLAY_N_INITIATIVE_PARAMETERS);
  copy_arrays (model, initiative, i);
  for (guint j = 0; j < n_products; j++)
    copy_numbers (model, OUTLAY_NODE (outlay_initiative_get_product (initiative, j)), shape->products + first + j, shape->n_products,
                  OUTLAY_N_PRODUCT_PARAMETERS);
}

static void
copy_plan (OutlayModel *model, OutlayPlan *plan)
{
  const OutlayShape *shape = &model->shape;

  copy_numbers (model, OUTLAY_NODE (plan), 0, 1, OUTLAY_N_PLAN_PARAMETERS);
  copy_object (model, plan, "taxes", shape->taxes, OUTLAY_N_TAXES_PARAMETERS);
  copy_object (model, plan, "finance", shape->finance, OUTLAY_N_FINANCE_PARAMETERS);
  copy_object (model, plan, "assets", shape->assets, OUTLAY_N_ASSETS_PARAMETERS);
  for (guint p = 0; p < shape->n_phases; p++)
    copy_numbers (model, OUTLAY_NODE (outlay_plan_get_phase (plan, p)), shape->phases + p, shape->n_phases, OUTLAY_N_PHASE_PARAMETERS);
  for (guint i = 0; i < shape->n_initiatives; i++)
    copy_initiative (model, plan, i);
}

/* A change whose path the plan does not know (any more) changes nothing. */
static void
lay_changes (OutlayModel *model, OutlayPlan *plan, OutlayScenario *scenario)
{
  for (guint n = 0; n < outlay_scenario_get_n_changes (scenario); n++)
    {
      const OutlayValue *value;
      OutlayParameter parameter;
      Laid laid;

      if (!outlay_scenario_find_change (scenario, plan, n, &parameter, &value) || !outlay_model_index (model, &parameter, &laid.index))
        continue;
      laid.below = model->numbers[laid.index];
      g_array_append_val (model->laid, laid);
      model->numbers[laid.index] = value->type == OUTLAY_VALUE_NULL ? INFINITY : outlay_member_to_number (parameter.member, value);
    }
}

static void
lay_scenario (OutlayModel *model, OutlayPlan *plan)
{
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (model->scenario);

  for (guint i = chain->len; i-- > 0;)
    lay_changes (model, plan, chain->pdata[i]);
}

static void
lift_scenario (OutlayModel *model)
{
  for (guint n = model->laid->len; n-- > 0;)
    model->numbers[g_array_index (model->laid, Laid, n).index] = g_array_index (model->laid, Laid, n).below;
  g_array_set_size (model->laid, 0);
}

static OutlayModel *
model_copy (OutlayModel *model)
{
  OutlayModel *copy = g_new0 (OutlayModel, 1);

  g_atomic_ref_count_init (&copy->references);
  copy->scenario = model->scenario;
  outlay_shape_copy (&copy->shape, &model->shape);
  copy->numbers = g_memdup2 (model->numbers, model->shape.n_numbers * sizeof (double));
  copy->laid = g_array_copy (model->laid);
  copy->time = model->time;
  copy->held = g_memdup2 (model->held, model->held != NULL ? (gsize) model->shape.n_initiatives * model->shape.n_phases * sizeof (double) : 0);
  return copy;
}

/* Returns from cells that were set to those of the plan. */
static void
return_cells (OutlayModel *model)
{
  if (model->held != NULL)
    memcpy (model->numbers + model->shape.cells, model->held, (gsize) model->shape.n_initiatives * model->shape.n_phases * sizeof (double));
  g_clear_pointer (&model->held, g_free);
}

static gboolean
find_stretch (const OutlayShape *shape, OutlayNode *node, Stretch *stretch)
{
  GType type = G_OBJECT_TYPE (node);
  OutlayNode *parent = outlay_node_get_parent (node);
  guint position = outlay_node_get_position (node);

  if (type == OUTLAY_TYPE_PLAN)
    *stretch = (Stretch) { 0, 1, OUTLAY_N_PLAN_PARAMETERS };
  else if (parent == NULL)
    return FALSE;
  else if (type == OUTLAY_TYPE_TAXES)
    *stretch = (Stretch) { shape->taxes, 1, OUTLAY_N_TAXES_PARAMETERS };
  else if (type == OUTLAY_TYPE_FINANCE)
    *stretch = (Stretch) { shape->finance, 1, OUTLAY_N_FINANCE_PARAMETERS };
  else if (type == OUTLAY_TYPE_ASSETS)
    *stretch = (Stretch) { shape->assets, 1, OUTLAY_N_ASSETS_PARAMETERS };
  else if (type == OUTLAY_TYPE_PHASE)
    *stretch = (Stretch) { shape->phases + position, shape->n_phases, OUTLAY_N_PHASE_PARAMETERS };
  else if (type == OUTLAY_TYPE_INITIATIVE)
    *stretch = (Stretch) { shape->initiatives + position, shape->n_initiatives, OUTLAY_N_INITIATIVE_PARAMETERS };
  else if (type == OUTLAY_TYPE_PRODUCT)
    *stretch = (Stretch) { shape->products + shape->first_product[outlay_node_get_position (parent)] + position, shape->n_products,
                           OUTLAY_N_PRODUCT_PARAMETERS };
  else
    return FALSE;
  return TRUE;
}

/* Takes the numbers of a node anew. FALSE where they are not as many as before. */
static gboolean
take_node (OutlayModel *model, OutlayNode *node)
{
  const OutlayShape *shape = &model->shape;
  const guint position = outlay_node_get_position (node);
  Stretch stretch;

  if (!find_stretch (shape, node, &stretch))
    return TRUE;
  copy_numbers (model, node, stretch.first, stretch.stride, stretch.n);
  if (!OUTLAY_IS_INITIATIVE (node))
    return TRUE;
  copy_arrays (model, OUTLAY_INITIATIVE (node), position);
  return outlay_initiative_get_ramp_up_years (OUTLAY_INITIATIVE (node)) == shape->first_ramp_up[position + 1] - shape->first_ramp_up[position];
}

/* Lays the changes of the scenario anew over what the plan has now. FALSE where that has another shape. */
static gboolean
follow (OutlayModel *model, OutlayPlan *plan)
{
  OutlayChangeLog *log = outlay_plan_get_log (plan);
  guint n;
  OutlayNode *const *nodes = outlay_change_log_since (log, model->time, &n);

  if (nodes == NULL || find_n_years (plan, model->scenario) != model->shape.n_years)
    return FALSE;
  lift_scenario (model);
  for (guint i = 0; i < n; i++)
    if (!take_node (model, nodes[i]))
      return FALSE;
  lay_scenario (model, plan);
  model->time = outlay_change_log_get_time (log);
  model->version++;
  return TRUE;
}

/**
 * outlay_model_new:
 * @plan: a plan without faults
 * @scenario: (nullable): one of its scenarios, or %NULL for the plan itself
 *
 * Flattens a plan for the engine: its own numbers, with the changes of the scenario's parents and then its own laid over them. The model does not follow
 * later edits by itself.
 *
 * Returns: (transfer full): the model
 */
OutlayModel *
outlay_model_new (OutlayPlan *plan, OutlayScenario *scenario)
{
  OutlayModel *model = g_new0 (OutlayModel, 1);

  g_atomic_ref_count_init (&model->references);
  model->scenario = scenario;
  lay_out (model, plan);
  model->laid = g_array_new (FALSE, FALSE, sizeof (Laid));
  model->time = outlay_change_log_get_time (outlay_plan_get_log (plan));
  copy_plan (model, plan);
  lay_scenario (model, plan);
  return model;
}

/**
 * outlay_model_update:
 * @model: a model that no other thread reads
 * @plan: its plan
 *
 * Takes over what was edited since the model was made or updated, and forgets cells that were set, at the cost of that and of the scenario's changes, however large the plan is.
 *
 * Returns: %FALSE where the plan has another shape, or too much happened to know; then the model means nothing any more
 */
gboolean
outlay_model_update (OutlayModel *model, OutlayPlan *plan)
{
  return_cells (model);
  return !outlay_model_is_outdated (model, plan) || follow (model, plan);
}

/**
 * outlay_model_is_outdated:
 * @model: a model
 * @plan: its plan
 *
 * Returns: whether anything was edited since the model was made or updated
 */
gboolean
outlay_model_is_outdated (OutlayModel *model, OutlayPlan *plan)
{
  guint n;

  return outlay_change_log_since (outlay_plan_get_log (plan), model->time, &n) == NULL || n > 0;
}

/**
 * outlay_model_is_outdated_throughout:
 * @model: a model
 * @plan: its plan
 *
 * Returns: whether anything but initiatives and their products was edited since the model was made or updated; %FALSE where too much happened to know
 */
gboolean
outlay_model_is_outdated_throughout (OutlayModel *model, OutlayPlan *plan)
{
  guint n;
  OutlayNode *const *nodes = outlay_change_log_since (outlay_plan_get_log (plan), model->time, &n);

  for (guint i = 0; nodes != NULL && i < n; i++)
    if (!OUTLAY_IS_INITIATIVE (nodes[i]) && !OUTLAY_IS_PRODUCT (nodes[i]))
      return TRUE;
  return FALSE;
}

/**
 * outlay_model_derive:
 * @model: a model, which is only read
 * @plan: its plan
 * @scenario: (nullable): the same scenario or another one of the plan, or %NULL for the plan itself
 *
 * What outlay_model_new() would make, by way of a copy: at the cost of the numbers and not of the objects of the plan.
 *
 * Returns: (transfer full) (nullable): a model as the plan is now; %NULL where it has another shape or too much happened to know
 */
OutlayModel *
outlay_model_derive (OutlayModel *model, OutlayPlan *plan, OutlayScenario *scenario)
{
  g_autoptr (OutlayModel) copy = model_copy (model);

  return_cells (copy);
  copy->scenario = scenario;
  return follow (copy, plan) ? g_steal_pointer (&copy) : NULL;
}

/**
 * outlay_model_version:
 * @model: a model
 *
 * Returns: how often something but its cells changed
 */
guint
outlay_model_version (OutlayModel *model)
{
  return model->version;
}

/**
 * outlay_model_ref:
 * @model: a model
 *
 * Returns: (transfer full): @model with one more reference; safe from any thread
 */
OutlayModel *
outlay_model_ref (OutlayModel *model)
{
  g_atomic_ref_count_inc (&model->references);
  return model;
}

/**
 * outlay_model_is_shared:
 * @model: a model
 *
 * Returns: whether anybody but the caller holds it, who may be reading it in another thread
 */
gboolean
outlay_model_is_shared (OutlayModel *model)
{
  return !g_atomic_ref_count_compare (&model->references, 1);
}

/**
 * outlay_model_unref:
 * @model: (transfer full): a model
 *
 * Drops a reference; the last one frees the model.
 */
void
outlay_model_unref (OutlayModel *model)
{
  if (!g_atomic_ref_count_dec (&model->references))
    return;
  outlay_shape_clear (&model->shape);
  g_array_unref (model->laid);
  g_free (model->held);
  g_free (model->numbers);
  g_free (model);
}

/**
 * outlay_model_scenario:
 * @model: a model
 *
 * Returns: (nullable) (transfer none): the scenario it was made under, which the plan owns; %NULL for the plan itself
 */
OutlayScenario *
outlay_model_scenario (OutlayModel *model)
{
  return model->scenario;
}

/**
 * outlay_model_shape:
 * @model: a model
 *
 * Returns: (transfer none): how many of everything there are, and where each number stands
 */
const OutlayShape *
outlay_model_shape (OutlayModel *model)
{
  return &model->shape;
}

/**
 * outlay_model_numbers:
 * @model: a model
 *
 * Returns: (transfer none): the n_numbers doubles of the shape, in plain units: months for months, enumerators for choices, infinity for no limit
 */
const double *
outlay_model_numbers (OutlayModel *model)
{
  return model->numbers;
}

/**
 * outlay_model_set_cells:
 * @model: a model that no other thread reads
 * @cells: the amounts, initiative by initiative
 *
 * Lays other cells in until the next outlay_model_update(), as a drag does at every movement: numbers change, not objects. Whoever shows results of the
 * model updates them after this.
 */
void
outlay_model_set_cells (OutlayModel *model, const double *cells)
{
  const gsize size = (gsize) model->shape.n_initiatives * model->shape.n_phases * sizeof *cells;

  if (model->held == NULL)
    model->held = g_memdup2 (model->numbers + model->shape.cells, size);
  memcpy (model->numbers + model->shape.cells, cells, size);
}

/**
 * outlay_model_index:
 * @model: a model
 * @parameter: a parameter of its plan
 * @index: (out): where its number stands in outlay_model_numbers()
 *
 * Returns: whether the engine computes with the parameter: a number, month or choice of the plan, taxes, finance, assets, phases, initiatives and
 *   products, a cell or a ramp-up share
 */
gboolean
outlay_model_index (OutlayModel *model, const OutlayParameter *parameter, gsize *index)
{
  const OutlayMember *member = parameter->member;
  Stretch stretch;

  if (!find_stretch (&model->shape, parameter->node, &stretch))
    return FALSE;
  if (member->engine)
    *index = stretch.first + member->slot * stretch.stride;
  else if (member->kind == OUTLAY_MEMBER_CELLS && parameter->index >= 0)
    *index = outlay_shape_cell (&model->shape, outlay_node_get_position (parameter->node), (guint) parameter->index);
  else if (member->kind == OUTLAY_MEMBER_SHARES && parameter->index >= 0)
    *index = outlay_shape_ramp_up (&model->shape, outlay_node_get_position (parameter->node), (guint) parameter->index);
  else
    return FALSE;
  return TRUE;
}
