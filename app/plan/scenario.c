/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/scenario-private.h"

#include "plan/declare.h"

G_DEFINE_FINAL_TYPE (OutlayScenario, outlay_scenario, OUTLAY_TYPE_NODE)

static const OutlayMember scenario_members[] = {
  OUTLAY_ID_ROW
  OUTLAY_NAME_ROW (OPTIONAL)
  OUTLAY_DESCRIPTION_ROW
  OUTLAY_ABSENT_ROW ("from", REFERENCE, N_("From"), N_("Scenario over which its changes are laid; the plan itself where there is none"))
  { .name = "changes", .kind = OUTLAY_MEMBER_CHANGES, .nick = N_("Changes"), .blurb = N_("What is different, by path") },
};

static void
change_free (gpointer data)
{
  OutlayChange *change = data;

  g_free (change->path);
  outlay_value_clear (&change->value);
  g_free (change);
}

/* From the last on: undoing takes away what came last, and there may be a change for each cell of a large plan. */
static guint
find_position (OutlayScenario *self, const OutlayChange *change)
{
  guint position = self->changes->len - 1;

  while (self->changes->pdata[position] != change)
    position--;
  return position;
}

static void
outlay_scenario_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayScenario *self = OUTLAY_SCENARIO (object);
  g_autoptr (GStrvBuilder) paths = NULL;

  if (outlay_param_spec_get_member (pspec)->kind != OUTLAY_MEMBER_CHANGES)
    {
      G_OBJECT_CLASS (outlay_scenario_parent_class)->get_property (object, id, value, pspec);
      return;
    }
  paths = g_strv_builder_new ();
  for (guint i = 0; i < self->changes->len; i++)
    g_strv_builder_add (paths, ((OutlayChange *) self->changes->pdata[i])->path);
  g_value_take_boxed (value, g_strv_builder_end (paths));
}

static void
outlay_scenario_finalize (GObject *object)
{
  OutlayScenario *self = OUTLAY_SCENARIO (object);

  g_hash_table_unref (self->by_path);
  g_ptr_array_unref (self->changes);
  G_OBJECT_CLASS (outlay_scenario_parent_class)->finalize (object);
}

static void
outlay_scenario_class_init (OutlayScenarioClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_scenario_get_property;
  object_class->finalize = outlay_scenario_finalize;
  outlay_node_class_install (OUTLAY_NODE_CLASS (klass), scenario_members, G_N_ELEMENTS (scenario_members));
}

static void
outlay_scenario_init (OutlayScenario *self)
{
  outlay_node_prepare (OUTLAY_NODE (self));
  self->changes = g_ptr_array_new_with_free_func (change_free);
  self->by_path = g_hash_table_new (g_str_hash, g_str_equal);
}

void
outlay_scenario_notify_changes (OutlayScenario *self)
{
  outlay_node_notify (OUTLAY_NODE (self), outlay_node_find_member (OUTLAY_NODE (self), "changes"));
}

/**
 * outlay_scenario_get_n_changes:
 * @scenario: a scenario
 *
 * Returns: the number of its own changes
 */
guint
outlay_scenario_get_n_changes (OutlayScenario *scenario)
{
  return scenario->changes->len;
}

/**
 * outlay_scenario_get_change:
 * @scenario: a scenario
 * @position: from 0, in the order of the file
 * @value: (out) (optional) (transfer none): what the path is in this scenario
 *
 * Returns: (transfer none): the path of the change
 */
const char *
outlay_scenario_get_change (OutlayScenario *scenario, guint position, const OutlayValue **value)
{
  OutlayChange *change;

  g_return_val_if_fail (position < scenario->changes->len, NULL);
  change = scenario->changes->pdata[position];
  if (value != NULL)
    *value = &change->value;
  return change->path;
}

/**
 * outlay_scenario_lookup:
 * @scenario: a scenario
 * @path: a path
 *
 * Returns: (nullable) (transfer none): this scenario's own change of the path, or %NULL where it has none
 */
const OutlayValue *
outlay_scenario_lookup (OutlayScenario *scenario, const char *path)
{
  OutlayChange *change = g_hash_table_lookup (scenario->by_path, path);

  return change != NULL ? &change->value : NULL;
}

/**
 * outlay_scenario_get_position:
 * @scenario: a scenario
 * @path: a path
 *
 * Returns: the position of the change of that path, or the number of changes where there is none
 */
guint
outlay_scenario_get_position (OutlayScenario *scenario, const char *path)
{
  const OutlayChange *change = g_hash_table_lookup (scenario->by_path, path);

  return change != NULL ? find_position (scenario, change) : scenario->changes->len;
}

/**
 * outlay_scenario_insert_change:
 * @scenario: a scenario
 * @position: where a path that is not changed yet is laid in, at most the number of changes; one that is stays where it is
 * @path: a path
 * @value: what it shall be
 *
 * Like outlay_scenario_set_change(), but a new change takes a position of its own: so undo brings a removed change back to its line of the file.
 */
void
outlay_scenario_insert_change (OutlayScenario *scenario, guint position, const char *path, const OutlayValue *value)
{
  OutlayChange *change = g_hash_table_lookup (scenario->by_path, path);

  g_return_if_fail (change != NULL || position <= scenario->changes->len);
  if (change != NULL && outlay_value_equal (&change->value, value))
    return;
  if (change == NULL)
    {
      change = g_new0 (OutlayChange, 1);
      change->path = g_strdup (path);
      g_ptr_array_insert (scenario->changes, (int) position, change);
      g_hash_table_insert (scenario->by_path, change->path, change);
    }
  outlay_value_copy (&change->value, value);
  outlay_scenario_notify_changes (scenario);
}

/**
 * outlay_scenario_set_change:
 * @scenario: a scenario
 * @path: a path
 * @value: a number, a text or null, as outlay_parameter_check() accepts it
 *
 * Lays a change over the plan; a new one stands last. Nothing is checked: the reader and #OutlayHistory do.
 */
void
outlay_scenario_set_change (OutlayScenario *scenario, const char *path, const OutlayValue *value)
{
  outlay_scenario_insert_change (scenario, scenario->changes->len, path, value);
}

/**
 * outlay_scenario_remove_change:
 * @scenario: a scenario
 * @path: a path
 *
 * Takes the scenario's own change of a path away, so that its parent's value holds again. Without such a change nothing happens.
 */
void
outlay_scenario_remove_change (OutlayScenario *scenario, const char *path)
{
  OutlayChange *change = g_hash_table_lookup (scenario->by_path, path);

  if (change == NULL)
    return;
  g_hash_table_remove (scenario->by_path, path);
  g_ptr_array_remove_index (scenario->changes, find_position (scenario, change));
  outlay_scenario_notify_changes (scenario);
}

/**
 * outlay_scenario_get_from:
 * @scenario: a scenario of a plan
 *
 * Returns: (nullable) (transfer none): the scenario over which the changes are laid; %NULL for the plan itself
 */
OutlayScenario *
outlay_scenario_get_from (OutlayScenario *scenario)
{
  OutlayNode *plan = outlay_node_get_parent (OUTLAY_NODE (scenario));

  return plan != NULL ? outlay_plan_find_origin (OUTLAY_PLAN (plan), scenario) : NULL;
}

/**
 * outlay_plan_find_origin:
 * @plan: a plan
 * @scenario: a scenario, which need not stand in the plan
 *
 * Returns: (nullable) (transfer none): the scenario of the plan over which the changes are laid; %NULL for the plan itself
 */
OutlayScenario *
outlay_plan_find_origin (OutlayPlan *plan, OutlayScenario *scenario)
{
  const char *from = outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), "from"));

  return from != NULL ? outlay_plan_find_scenario (plan, from) : NULL;
}

/**
 * outlay_scenario_get_chain:
 * @scenario: (nullable): a scenario of a plan, or %NULL for the plan itself
 *
 * Returns: (transfer container) (element-type OutlayScenario): the scenario, the one it comes from, and so on to the one that comes from the plan; a cycle is
 *   followed once
 */
GPtrArray *
outlay_scenario_get_chain (OutlayScenario *scenario)
{
  GPtrArray *chain = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (; scenario != NULL && g_hash_table_add (seen, scenario); scenario = outlay_scenario_get_from (scenario))
    g_ptr_array_add (chain, scenario);
  return chain;
}

/**
 * outlay_plan_resolve:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, or %NULL for the plan itself
 * @parameter: a parameter of the plan
 * @value: an initialised value
 *
 * Gives the value that holds in a scenario: the nearest change up the chain of parents, else the plan's own.
 */
void
outlay_plan_resolve (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, OutlayValue *value)
{
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (scenario);
  g_autofree char *path = chain->len > 0 ? outlay_parameter_path (parameter) : NULL;

  for (guint i = 0; i < chain->len; i++)
    {
      const OutlayValue *change = outlay_scenario_lookup (chain->pdata[i], path);

      if (change != NULL)
        {
          outlay_value_copy (value, change);
          return;
        }
    }
  outlay_parameter_get (parameter, value);
}
