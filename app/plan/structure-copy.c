/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "plan/copy.h"
#include "plan/naming.h"
#include "plan/structure-private.h"

/* What the plan has for an original, laid in for its copy: money in cells, sources, changes of scenarios. */

typedef struct
{
  OutlayHistory *history;
  OutlayNode *original;
  OutlayNode *copy;
  char *from; /* paths of the two */
  char *to;
} Following;

static gboolean
is_cell_of (OutlayNode *phase, const char *path)
{
  const char *last = strrchr (path, '.');

  return OUTLAY_IS_PHASE (phase) && last != NULL && g_str_equal (last + 1, outlay_node_get_id (phase)) && g_str_has_prefix (path, "initiatives.") &&
         last - path > (gssize) strlen (".investment") && g_str_has_prefix (last - strlen (".investment"), ".investment.");
}

gboolean
outlay_structure_is_inside (OutlayNode *object, const char *around, const char *path)
{
  const gsize length = strlen (around);

  return (g_str_has_prefix (path, around) && (path[length] == '.' || path[length] == '\0')) || is_cell_of (object, path);
}

/* "initiatives.mining.repair-rate" → "initiatives.mining-copy.repair-rate"; NULL where the path is about something else. (transfer full) */
static char *
translate (Following *following, const char *path)
{
  if (!outlay_structure_is_inside (following->original, following->from, path))
    return NULL;
  if (is_cell_of (following->original, path))
    return g_strdup_printf ("%.*s.%s", (int) (strrchr (path, '.') - path), path, outlay_node_get_id (following->copy));
  return g_strconcat (following->to, path + strlen (following->from), NULL);
}

/* --- cells --- */

static gboolean
copy_cells (Following *following, GError **error)
{
  OutlayPlan *plan = following->history->plan;

  for (guint i = 0; OUTLAY_IS_PHASE (following->copy) && i < outlay_plan_get_n_initiatives (plan); i++)
    {
      OutlayInitiative *initiative = outlay_plan_get_initiative (plan, i);
      const double money = outlay_initiative_get_investment (initiative, outlay_node_get_position (following->original));
      const OutlayParameter cell = { OUTLAY_NODE (initiative), outlay_node_find_member (OUTLAY_NODE (initiative), "investment"),
                                     (int) outlay_node_get_position (following->copy) };
      g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

      outlay_value_set_number (&value, money);
      if (money != 0 && !outlay_history_set (following->history, NULL, &cell, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* --- sources --- */

static gboolean
copy_source (Following *following, const OutlayMember *list, OutlayNode *source, const char *path, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (following->history->plan);
  g_autoptr (OutlayNode) copy = OUTLAY_NODE (outlay_source_new (path));
  guint n;
  const OutlayMember *members = outlay_node_members (source, &n);

  for (guint i = 0; i < n; i++)
    outlay_node_copy_member (copy, source, &members[i]);
  return outlay_history_insert (following->history, plan, list, outlay_node_get_n_children (plan, list), copy, error);
}

static gboolean
copy_sources (Following *following, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (following->history->plan);
  const OutlayMember *list = outlay_node_find_member (plan, "sources");
  const guint n = outlay_node_get_n_children (plan, list);

  for (guint i = 0; i < n; i++)
    {
      OutlayNode *source = outlay_node_get_nth_child (plan, list, i);
      g_autofree char *path = translate (following, outlay_node_get_id (source));

      if (path != NULL && !copy_source (following, list, source, path, error))
        return FALSE;
    }
  return TRUE;
}

/* --- scenarios --- */

static gboolean
is_never (const char *name, gpointer data)
{
  return FALSE;
}

static gboolean
copy_change (Following *following, OutlayScenario *scenario, const char *path, const char *from, const OutlayValue *value, GError **error)
{
  g_autofree char *name_path = g_strconcat (following->from, ".name", NULL), *name = NULL;
  g_auto (OutlayValue) renamed = OUTLAY_VALUE_INIT;

  /* Where a scenario gives the original another name, the copy is a copy of that. */
  if (g_str_equal (from, name_path) && value->type == OUTLAY_VALUE_STRING)
    {
      name = outlay_copy_name_make (value->string, is_never, NULL);
      outlay_value_set_string (&renamed, name);
      value = &renamed;
    }
  return outlay_history_set_path (following->history, scenario, path, value, error);
}

static gboolean
copy_changes (Following *following, OutlayScenario *scenario, GError **error)
{
  const guint n = outlay_scenario_get_n_changes (scenario);

  for (guint i = 0; i < n; i++)
    {
      const OutlayValue *value;
      g_autofree char *from = g_strdup (outlay_scenario_get_change (scenario, i, &value));
      g_autofree char *path = translate (following, from);
      g_auto (OutlayValue) kept = OUTLAY_VALUE_INIT;

      outlay_value_copy (&kept, value);
      if (path != NULL && !copy_change (following, scenario, path, from, &kept, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
outlay_structure_follow (OutlayHistory *history, OutlayNode *original, OutlayNode *copy, GError **error)
{
  g_autofree char *from = outlay_structure_path (original), *to = outlay_structure_path (copy);
  Following following = { history, original, copy, from, to };
  GListModel *scenarios = outlay_plan_get_scenarios (history->plan);

  if (!copy_cells (&following, error) || !copy_sources (&following, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, i);

      if (!copy_changes (&following, scenario, error))
        return FALSE;
    }
  return TRUE;
}
