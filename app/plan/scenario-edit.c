/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/scenario-edit.h"

#include <glib/gi18n.h>

#include "plan/copy.h"
#include "plan/history-private.h"
#include "plan/naming.h"
#include "plan/resolve.h"

static const OutlayMember *
scenarios_of (OutlayPlan *plan)
{
  return outlay_node_find_member (OUTLAY_NODE (plan), "scenarios");
}

static OutlayScenario *
nth_scenario (OutlayPlan *plan, guint position)
{
  return OUTLAY_SCENARIO (outlay_node_get_nth_child (OUTLAY_NODE (plan), scenarios_of (plan), position));
}

static guint
count_scenarios (OutlayPlan *plan)
{
  return outlay_node_get_n_children (OUTLAY_NODE (plan), scenarios_of (plan));
}

static void
set_text (OutlayScenario *scenario, const char *member, const char *text)
{
  outlay_node_set_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), member), text);
}

static char *
name_of (OutlayHistory *history, OutlayScenario *scenario)
{
  return outlay_plan_resolve_name (history->plan, NULL, OUTLAY_NODE (scenario));
}

/* What people typed, without blanks around it; NULL with an error where that is nothing. */
static char *
read_name (const char *name, GError **error)
{
  char *stripped = g_strstrip (g_strdup (name));

  if (stripped[0] != '\0')
    return stripped;
  g_free (stripped);
  g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("A scenario needs a name by which it can be chosen."));
  return NULL;
}

/* Closes the step, or takes it back. */
static gboolean
finish (OutlayHistory *history, gboolean done)
{
  if (done)
    outlay_history_commit (history, NULL);
  else
    outlay_history_rollback (history);
  return done;
}

static gboolean
set_member (OutlayHistory *history, OutlayScenario *scenario, const char *member, const char *text, GError **error)
{
  const OutlayParameter parameter = { OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), member), -1 };
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (text != NULL)
    outlay_value_set_string (&value, text);
  return outlay_history_set (history, NULL, &parameter, &value, error);
}

/* Behind the scenario and all that come from it, near or far. */
static guint
place_after (OutlayPlan *plan, OutlayScenario *scenario)
{
  guint position = count_scenarios (plan);

  if (scenario == NULL)
    return position;
  while (position > 0)
    {
      g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (nth_scenario (plan, position - 1));

      if (g_ptr_array_find (chain, scenario, NULL))
        break;
      position--;
    }
  return position;
}

static OutlayScenario *
insert (OutlayHistory *history, const char *description, OutlayScenario *scenario, guint position, GError **error)
{
  outlay_history_begin (history, description);
  return finish (history, outlay_history_insert (history, OUTLAY_NODE (history->plan), scenarios_of (history->plan), position, OUTLAY_NODE (scenario), error))
           ? scenario
           : NULL;
}

/* Whoever comes from the scenario takes over what it does not change itself: first its numbers, which stay the same by it, then where it comes from. */
static gboolean
inherit (OutlayHistory *history, OutlayScenario *child, OutlayScenario *scenario, GError **error)
{
  for (guint i = 0; i < outlay_scenario_get_n_changes (scenario); i++)
    {
      const OutlayValue *value;
      const char *path = outlay_scenario_get_change (scenario, i, &value);
      OutlayParameter parameter;

      if (outlay_scenario_lookup (child, path) == NULL &&
          (!outlay_parameter_find (history->plan, path, &parameter, error) || !outlay_history_set (history, child, &parameter, value, error)))
        return FALSE;
    }
  return set_member (history, child, "from", outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), "from")),
                     error);
}

static gboolean
bequeath (OutlayHistory *history, OutlayScenario *scenario, GError **error)
{
  for (guint i = 0; i < count_scenarios (history->plan); i++)
    {
      OutlayScenario *child = nth_scenario (history->plan, i);

      if (outlay_scenario_get_from (child) == scenario && !inherit (history, child, scenario, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_name (const char *name, gpointer plan)
{
  return outlay_plan_has_scenario_name (plan, name, NULL);
}

/* --- public --- */

/**
 * outlay_history_create_scenario:
 * @history: a history without an open command
 * @from: (nullable): the scenario that it comes from; %NULL for the plan itself
 * @name: its name, from which its id is made
 * @description: (nullable): what it is about
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the name is empty
 *
 * Makes a scenario that changes nothing yet. It stands behind @from and all that come from that.
 *
 * Returns: (nullable) (transfer none): the scenario
 */
OutlayScenario *
outlay_history_create_scenario (OutlayHistory *history, OutlayScenario *from, const char *name, const char *description, GError **error)
{
  g_autofree char *shown = read_name (name, error);
  g_autofree char *id = shown != NULL ? outlay_plan_make_scenario_id (history->plan, shown) : NULL;
  g_autoptr (OutlayScenario) scenario = g_object_new (OUTLAY_TYPE_SCENARIO, NULL);
  g_autofree char *step = NULL;

  if (shown == NULL)
    return NULL;
  /* Translators: a step of the history: a new scenario of that name */
  step = g_strdup_printf (_("Create “%s”"), shown);
  set_text (scenario, "id", id);
  set_text (scenario, "name", shown);
  set_text (scenario, "description", description);
  set_text (scenario, "from", from != NULL ? outlay_node_get_id (OUTLAY_NODE (from)) : NULL);
  return insert (history, step, scenario, place_after (history->plan, from), error);
}

/**
 * outlay_history_duplicate_scenario:
 * @history: a history without an open command
 * @scenario: a scenario of the plan
 * @name: the other's name, from which its id is made
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the name is empty
 *
 * Makes a scenario that comes from the same and changes the same as @scenario, and stands behind it.
 *
 * Returns: (nullable) (transfer none): the new scenario
 */
OutlayScenario *
outlay_history_duplicate_scenario (OutlayHistory *history, OutlayScenario *scenario, const char *name, GError **error)
{
  g_autofree char *shown = read_name (name, error);
  g_autofree char *id = shown != NULL ? outlay_plan_make_scenario_id (history->plan, shown) : NULL;
  g_autoptr (OutlayScenario) copy = OUTLAY_SCENARIO (outlay_node_copy (OUTLAY_NODE (scenario)));
  g_autofree char *original = name_of (history, scenario);
  g_autofree char *step = NULL;

  if (shown == NULL)
    return NULL;
  /* Translators: a step of the history: a scenario and the name of its copy */
  step = g_strdup_printf (_("Duplicate “%s” as “%s”"), original, shown);
  set_text (copy, "id", id);
  set_text (copy, "name", shown);
  return insert (history, step, copy, outlay_node_get_position (OUTLAY_NODE (scenario)) + 1, error);
}

/**
 * outlay_history_rename_scenario:
 * @history: a history without an open command
 * @scenario: a scenario of the plan
 * @name: its new name
 * @description: (nullable): what it is about; %NULL to leave that as it is
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where the name is empty
 *
 * Gives a scenario another name and description. Where both are as before there is no step.
 *
 * Returns: whether it was done
 */
gboolean
outlay_history_rename_scenario (OutlayHistory *history, OutlayScenario *scenario, const char *name, const char *description, GError **error)
{
  g_autofree char *before = name_of (history, scenario);
  g_autofree char *after = read_name (name, error);
  g_autofree char *text = NULL;

  if (after == NULL)
    return FALSE;
  if (g_str_equal (before, after))
    /* Translators: a step of the history: a scenario has another description */
    text = g_strdup_printf (_("Describe “%s”"), after);
  else
    /* Translators: a step of the history: a scenario and its new name */
    text = g_strdup_printf (_("Rename “%s” to “%s”"), before, after);
  outlay_history_begin (history, text);
  return finish (history, (g_str_equal (before, after) || set_member (history, scenario, "name", after, error)) &&
                            (description == NULL || set_member (history, scenario, "description", description, error)));
}

/**
 * outlay_history_delete_scenario:
 * @history: a history without an open command
 * @scenario: a scenario of the plan
 * @error: OUTLAY_PLAN_ERROR_CONFLICT
 *
 * Takes a scenario out of the plan. Those that come from it are laid over what it comes from and take over those of its changes that they do not override, so
 * that none of their numbers is different.
 *
 * Returns: whether it was done
 */
gboolean
outlay_history_delete_scenario (OutlayHistory *history, OutlayScenario *scenario, GError **error)
{
  g_autofree char *name = name_of (history, scenario);
  /* Translators: a step of the history: a scenario is gone */
  g_autofree char *step = g_strdup_printf (_("Delete “%s”"), name);

  outlay_history_begin (history, step);
  return finish (history, bequeath (history, scenario, error) && outlay_history_remove (history, OUTLAY_NODE (scenario), error));
}

/**
 * outlay_history_move_scenario:
 * @history: a history without an open command
 * @scenario: a scenario of the plan
 * @position: where it shall stand
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Gives a scenario another position in the list, which is that of every choice and table.
 *
 * Returns: %FALSE where there is no such position
 */
gboolean
outlay_history_move_scenario (OutlayHistory *history, OutlayScenario *scenario, guint position, GError **error)
{
  const gboolean down = position > outlay_node_get_position (OUTLAY_NODE (scenario));
  g_autofree char *name = name_of (history, scenario);

  /* Translators: steps of the history: a scenario takes another place in the list */
  g_autofree char *step = down ? g_strdup_printf (_("Move “%s” down"), name) : g_strdup_printf (_("Move “%s” up"), name);

  outlay_history_begin (history, step);
  return finish (history, outlay_history_move (history, OUTLAY_NODE (scenario), position, error));
}

/**
 * outlay_plan_make_scenario_id:
 * @plan: a plan
 * @name: a scenario's name
 *
 * Makes an id of the letters and digits of a name, without accents: "Étape 1: storage" → "etape-1-storage". Where nothing can be made of it, as of a Chinese
 * name, it is "scenario"; where another scenario has it, a number is added.
 *
 * Returns: (transfer full): an id that no scenario of the plan has
 */
char *
outlay_plan_make_scenario_id (OutlayPlan *plan, const char *name)
{
  return outlay_id_make (OUTLAY_NODE (plan), scenarios_of (plan), name, "scenario", 0);
}

/**
 * outlay_plan_has_scenario_name:
 * @plan: a plan
 * @name: a name
 * @but: (nullable): a scenario that does not count
 *
 * Returns: whether a scenario of the plan has the name
 */
gboolean
outlay_plan_has_scenario_name (OutlayPlan *plan, const char *name, OutlayScenario *but)
{
  for (guint i = 0; i < count_scenarios (plan); i++)
    {
      OutlayScenario *scenario = nth_scenario (plan, i);
      g_autofree char *other = outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (scenario));

      if (scenario != but && g_str_equal (name, other))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_plan_make_scenario_name:
 * @plan: a plan
 * @name: a name
 *
 * Returns: (transfer full): @name, with a number behind it where a scenario of the plan has it already
 */
char *
outlay_plan_make_scenario_name (OutlayPlan *plan, const char *name)
{
  char *free_name = g_strdup (name);

  for (guint number = 2; outlay_plan_has_scenario_name (plan, free_name, NULL); number++)
    {
      g_free (free_name);
      free_name = g_strdup_printf ("%s %u", name, number);
    }
  return free_name;
}

/**
 * outlay_plan_make_copy_name:
 * @plan: a plan
 * @name: the name of what is copied, which may be a copy itself
 *
 * Returns: (transfer full): the first name of a copy that no scenario of the plan has: "Slow (copy)", "Slow (copy 2)"
 */
char *
outlay_plan_make_copy_name (OutlayPlan *plan, const char *name)
{
  return outlay_copy_name_make (name, has_name, plan);
}
