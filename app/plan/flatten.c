/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/flatten.h"

#include <glib/gi18n.h>

#include "plan/copy.h"
#include "plan/resolve.h"

static void
set_text (OutlayNode *node, const char *member, const char *text)
{
  outlay_node_set_string (node, outlay_node_find_member (node, member), text);
}

/* What is said of the plan's own number does not vouch for the scenario's: that one is assumed, and says where. */
static void
take_over_source (OutlayPlan *flat, const char *path, const char *scenario)
{
  OutlaySource *source = outlay_plan_find_source_around (flat, path);
  g_autoptr (OutlaySource) own = NULL;
  /* Translators: where a number comes from: a scenario of another plan */
  g_autofree char *text = g_strdup_printf (_("Scenario “%s”"), scenario);

  if (source == NULL)
    return;
  own = g_str_equal (outlay_node_get_id (OUTLAY_NODE (source)), path) ? g_object_ref (source) : outlay_source_new (path);
  outlay_node_set_number (OUTLAY_NODE (own), outlay_node_find_member (OUTLAY_NODE (own), "status"), OUTLAY_STATUS_ASSUMED);
  set_text (OUTLAY_NODE (own), "text", text);
  set_text (OUTLAY_NODE (own), "link", NULL);
  set_text (OUTLAY_NODE (own), "date", NULL);
  if (own != source)
    g_list_store_append (outlay_node_get_children (OUTLAY_NODE (flat), outlay_node_find_member (OUTLAY_NODE (flat), "sources")), own);
}

/* Lays one scenario of the chain into the plan; remembers for every path who was the last to change it. */
static void
lay_changes (OutlayPlan *flat, OutlayScenario *scenario, GHashTable *changed)
{
  for (guint i = 0; i < outlay_scenario_get_n_changes (scenario); i++)
    {
      const OutlayValue *value;
      const char *path = outlay_scenario_get_change (scenario, i, &value);
      OutlayParameter parameter;

      if (!outlay_parameter_find (flat, path, &parameter, NULL))
        continue;
      outlay_parameter_set (&parameter, value);
      g_hash_table_replace (changed, (gpointer) path, scenario);
    }
}

static gboolean
is_different (OutlayPlan *one, OutlayPlan *other, const char *path)
{
  OutlayParameter left, right;
  g_auto (OutlayValue) a = OUTLAY_VALUE_INIT;
  g_auto (OutlayValue) b = OUTLAY_VALUE_INIT;

  if (!outlay_parameter_find (one, path, &left, NULL) || !outlay_parameter_find (other, path, &right, NULL))
    return FALSE;
  outlay_parameter_get (&left, &a);
  outlay_parameter_get (&right, &b);
  return !outlay_value_equal (&a, &b);
}

static void
take_over_sources (OutlayPlan *flat, OutlayPlan *plan, GHashTable *changed)
{
  g_autoptr (GPtrArray) paths = g_hash_table_get_keys_as_ptr_array (changed);

  g_ptr_array_sort_values (paths, (GCompareFunc) strcmp);
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      g_autofree char *name = outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (g_hash_table_lookup (changed, path)));

      if (is_different (plan, flat, path))
        take_over_source (flat, path, name);
    }
}

/* "Jinchuang Energy Project — Storage first"; what describes the scenario is added to what describes the plan. */
static void
tell_scenario (OutlayPlan *flat, OutlayPlan *plan, OutlayScenario *scenario, GHashTable *changed)
{
  OutlayNode *node = OUTLAY_NODE (flat);
  const char *plan_name = outlay_node_get_string (node, outlay_node_find_member (node, "name"));
  const char *told = outlay_node_get_string (node, outlay_node_find_member (node, "description"));
  const char *own = outlay_node_get_string (OUTLAY_NODE (scenario), outlay_node_find_member (OUTLAY_NODE (scenario), "description"));
  g_autofree char *name = outlay_plan_resolve_name (plan, NULL, OUTLAY_NODE (scenario));
  /* Translators: the name of a plan that one of its scenarios has become: the plan’s name and the scenario’s */
  g_autofree char *title = plan_name[0] != '\0' ? g_strdup_printf (C_ ("plan and scenario", "%s — %s"), plan_name, name) : g_strdup (name);
  g_autofree char *text = told[0] != '\0' && own[0] != '\0' ? g_strdup_printf ("%s\n\n%s", told, own) : g_strconcat (told, own, NULL);

  if (!g_hash_table_contains (changed, "name"))
    set_text (node, "name", title);
  if (!g_hash_table_contains (changed, "description"))
    set_text (node, "description", text);
}

static OutlayPlan *
copy_without_scenarios (OutlayPlan *plan)
{
  OutlayPlan *copy = outlay_plan_new ();
  guint n;
  const OutlayMember *members = outlay_node_members (OUTLAY_NODE (plan), &n);

  for (guint i = 0; i < n; i++)
    if (members[i].child_type != OUTLAY_TYPE_SCENARIO)
      outlay_node_copy_member (OUTLAY_NODE (copy), OUTLAY_NODE (plan), &members[i]);
  return copy;
}

/**
 * outlay_plan_flatten:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, or %NULL for the plan itself
 *
 * Makes a plan of its own of what a scenario makes of the plan: every change of the scenario and of those it comes from is laid into the numbers, and no
 * scenarios are left. Its results are the scenario's to the last bit.
 *
 * Targets, uncertainties, correlations and figures are kept as they are: a distribution of factors now multiplies the scenario's number, as it does under the
 * scenario. Sources are kept for what the scenario leaves as it is. Where a number differs from the plan's the plan's source does not vouch for it any more:
 * it becomes an assumption of the scenario, named in the source's text, so that neither its own former source nor that of its object is taken for its. A
 * number that never had a source gets none, which is an assumption too.
 *
 * Returns: (transfer full): a plan without scenarios
 */
OutlayPlan *
outlay_plan_flatten (OutlayPlan *plan, OutlayScenario *scenario)
{
  OutlayPlan *flat = copy_without_scenarios (plan);
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (scenario);
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = chain->len; i-- > 0;)
    lay_changes (flat, chain->pdata[i], changed);
  if (scenario == NULL)
    return flat;
  take_over_sources (flat, plan, changed);
  tell_scenario (flat, plan, scenario, changed);
  return flat;
}
