/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the changes of a scenario lead to, and all that it changes of the split at once. A scenario may change every cell of ten thousand initiatives: looking
 * each path up again and again would take longer than a frame. */

#include "plan/scenario-private.h"

#include <math.h>

#include "plan/change-log.h"

/* Entries of a list of numbers come and go with its length. */
static gboolean
stays (const OutlayParameter *parameter)
{
  return parameter->index < 0 || parameter->member->kind == OUTLAY_MEMBER_CELLS;
}

/* When paths lead where they lead now; 0 where nobody tells the scenario, which stands in no plan. */
static guint64
get_time (OutlayScenario *self, OutlayPlan *plan)
{
  return outlay_node_get_parent (OUTLAY_NODE (self)) == OUTLAY_NODE (plan) ? outlay_plan_get_log (plan)->structure + 1 : 0;
}

static gboolean
find (OutlayPlan *plan, OutlayChange *change, guint64 now)
{
  if (now != 0 && change->found_at == now)
    return TRUE;
  change->found_at = 0;
  if (!outlay_parameter_find (plan, change->path, &change->found, NULL))
    return FALSE;
  if (stays (&change->found))
    change->found_at = now;
  return TRUE;
}

/* The change of each cell; NULL where there is none. */
static OutlayChange **
find_cells (OutlayScenario *self, OutlayPlan *plan)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);
  const guint64 now = get_time (self, plan);
  OutlayChange **cells = g_new0 (OutlayChange *, (gsize) outlay_plan_get_n_initiatives (plan) * n_phases);

  for (guint i = 0; i < self->changes->len; i++)
    {
      OutlayChange *change = self->changes->pdata[i];

      if (find (plan, change, now) && change->found.member->kind == OUTLAY_MEMBER_CELLS)
        cells[outlay_node_get_position (change->found.node) * n_phases + (guint) change->found.index] = change;
    }
  return cells;
}

static void
append_cell (OutlayScenario *self, const OutlayParameter *cell, guint64 now, const char *phase, double amount)
{
  OutlayChange *change = g_new0 (OutlayChange, 1);

  change->path = g_strconcat ("initiatives.", outlay_node_get_id (cell->node), ".investment.", phase, NULL);
  change->found = *cell;
  change->found_at = now;
  /* The file knows one zero. */
  outlay_value_set_number (&change->value, amount == 0 ? 0 : amount);
  g_ptr_array_add (self->changes, change);
  g_hash_table_insert (self->by_path, change->path, change);
}

static const char **
list_phases (OutlayPlan *plan)
{
  const guint n = outlay_plan_get_n_phases (plan);
  const char **ids = g_new (const char *, n);

  for (guint p = 0; p < n; p++)
    ids[p] = outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (plan, p)));
  return ids;
}

/* It has no path any more until it is swept out. */
static void
strike (OutlayScenario *self, OutlayChange *change)
{
  g_hash_table_remove (self->by_path, change->path);
  g_clear_pointer (&change->path, g_free);
}

static void
sweep (GPtrArray *changes)
{
  guint n_left = 0;

  for (guint i = 0; i < changes->len; i++)
    if (((OutlayChange *) changes->pdata[i])->path != NULL)
      {
        gpointer struck = changes->pdata[n_left];

        changes->pdata[n_left++] = changes->pdata[i];
        changes->pdata[i] = struck;
      }
  g_ptr_array_set_size (changes, (int) n_left);
}

/**
 * outlay_scenario_find_change:
 * @scenario: a scenario
 * @plan: the plan that its changes are laid over
 * @position: from 0, in the order of the file
 * @parameter: (out): what it changes
 * @value: (out) (optional) (transfer none): what that is in this scenario
 *
 * Like outlay_scenario_get_change(), but says where the path leads; looked up once as long as nothing comes, goes or moves in the plan.
 *
 * Returns: whether the plan has such a path; a change of another one changes nothing
 */
gboolean
outlay_scenario_find_change (OutlayScenario *scenario, OutlayPlan *plan, guint position, OutlayParameter *parameter, const OutlayValue **value)
{
  OutlayChange *change;

  g_return_val_if_fail (position < scenario->changes->len, FALSE);
  change = scenario->changes->pdata[position];
  if (!find (plan, change, get_time (scenario, plan)))
    return FALSE;
  *parameter = change->found;
  if (value != NULL)
    *value = &change->value;
  return TRUE;
}

/**
 * outlay_scenario_get_cells:
 * @scenario: a scenario
 * @plan: the plan that its changes are laid over
 *
 * Returns: (transfer full): what the scenario itself says of each cell, by initiative · phases + phase; NaN where it says nothing
 */
double *
outlay_scenario_get_cells (OutlayScenario *scenario, OutlayPlan *plan)
{
  g_autofree OutlayChange **changes = find_cells (scenario, plan);
  const gsize n = (gsize) outlay_plan_get_n_initiatives (plan) * outlay_plan_get_n_phases (plan);
  double *cells = g_new (double, n);

  for (gsize cell = 0; cell < n; cell++)
    cells[cell] = changes[cell] != NULL ? changes[cell]->value.number : NAN;
  return cells;
}

/**
 * outlay_scenario_set_cells:
 * @scenario: a scenario
 * @plan: the plan that its changes are laid over
 * @cells: (array length=n): cells, by initiative · phases + phase, each once
 * @amounts: (array length=n): what they shall be; NaN where the change shall be taken away
 * @n: how many
 *
 * What outlay_scenario_set_change() and outlay_scenario_remove_change() do of each, told once. Those that are new stand last, in their order.
 */
void
outlay_scenario_set_cells (OutlayScenario *scenario, OutlayPlan *plan, const guint *cells, const double *amounts, guint n)
{
  const guint n_phases = outlay_plan_get_n_phases (plan);
  const OutlayMember *initiatives = outlay_node_find_member (OUTLAY_NODE (plan), "initiatives"), *investment = NULL;
  const guint64 now = get_time (scenario, plan);
  g_autofree OutlayChange **changes = find_cells (scenario, plan);
  g_autofree const char **phases = list_phases (plan);

  for (guint i = 0; i < n; i++)
    {
      OutlayChange *change = changes[cells[i]];
      OutlayNode *initiative = outlay_node_get_nth_child (OUTLAY_NODE (plan), initiatives, cells[i] / n_phases);
      const guint phase = cells[i] % n_phases;

      if (investment == NULL)
        investment = outlay_node_find_member (initiative, "investment");
      if (change != NULL && isnan (amounts[i]))
        strike (scenario, change);
      else if (change != NULL)
        outlay_value_set_number (&change->value, amounts[i] == 0 ? 0 : amounts[i]);
      else if (!isnan (amounts[i]))
        append_cell (scenario, &(OutlayParameter) { initiative, investment, (int) phase }, now, phases[phase], amounts[i]);
    }
  sweep (scenario->changes);
  outlay_scenario_notify_changes (scenario);
}
