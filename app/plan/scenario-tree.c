/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/check.h"
#include "plan/nearest.h"

/* The scenarios as a tree under the plan, by position; the plan stands at n. */
typedef struct
{
  OutlayCheck *check;
  GArray *related;  /* (nullable): look at these parameters only */
  GPtrArray *paths; /* of related */
  guint n;
  int *first_child;
  int *next_sibling;
} Tree;

static OutlayScenario *
nth_scenario (Tree *tree, guint position)
{
  OutlayNode *plan = OUTLAY_NODE (tree->check->plan);

  return OUTLAY_SCENARIO (outlay_node_get_nth_child (plan, outlay_node_find_member (plan, "scenarios"), position));
}

static void
check_origin (Tree *tree, OutlayScenario *scenario)
{
  OutlayNode *node = OUTLAY_NODE (scenario);
  const char *from = outlay_node_get_string (node, outlay_node_find_member (node, "from"));
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (from);
  g_autofree char *message = NULL;

  if (g_strcmp0 (outlay_node_get_id (node), "base") == 0)
    outlay_check_report_one (tree->check, outlay_check_scenario_path (scenario, "id"), _("found “base”, which names the plan itself; expected another id"));
  if (from == NULL || outlay_scenario_get_from (scenario) != NULL)
    return;
  for (guint i = 0; i < tree->n; i++)
    outlay_nearest_consider (&nearest, outlay_node_get_id (OUTLAY_NODE (nth_scenario (tree, i))));
  message = nearest.best != NULL ? g_strdup_printf (_("found “%s”, which is no scenario; did you mean “%s”?"), from, nearest.best)
                                 : g_strdup_printf (_("found “%s”, expected the id of a scenario, or nothing for the plan itself"), from);
  outlay_check_report_one (tree->check, outlay_check_scenario_path (scenario, "from"), message);
}

static void
plant (Tree *tree)
{
  tree->n = g_list_model_get_n_items (outlay_plan_get_scenarios (tree->check->plan));
  tree->first_child = g_new (int, tree->n + 1);
  tree->next_sibling = g_new (int, tree->n + 1);
  for (guint i = 0; i <= tree->n; i++)
    tree->first_child[i] = -1;
  /* Backwards, so that siblings come in the order of the file. */
  for (guint i = tree->n; i-- > 0;)
    {
      OutlayScenario *from = outlay_scenario_get_from (nth_scenario (tree, i));
      guint parent = from != NULL ? outlay_node_get_position (OUTLAY_NODE (from)) : tree->n;

      tree->next_sibling[i] = tree->first_child[parent];
      tree->first_child[parent] = (int) i;
    }
}

static void
lay_change (Tree *tree, const char *path, const OutlayValue *value)
{
  OutlayParameter parameter;
  g_autoptr (GError) error = NULL;

  if (outlay_parameter_find (tree->check->plan, path, &parameter, &error) && !outlay_parameter_is_changeable (&parameter))
    g_set_error (&error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH, _("found “%s”, which no scenario may change"), path);
  else if (error == NULL && outlay_parameter_check (&parameter, value, &error) && outlay_check_has_rule (&parameter))
    outlay_check_lay (tree->check, &parameter, value);
  if (error != NULL)
    {
      g_autofree char *rest = g_strconcat ("changes.", path, NULL);

      outlay_check_report_one (tree->check, outlay_check_scenario_path (tree->check->scenario, rest), error->message);
    }
}

static void
lay_changes (Tree *tree, OutlayScenario *scenario)
{
  const OutlayValue *value;

  for (guint i = 0; tree->related != NULL && i < tree->related->len; i++)
    if ((value = outlay_scenario_lookup (scenario, tree->paths->pdata[i])) != NULL)
      outlay_check_lay (tree->check, &g_array_index (tree->related, OutlayParameter, i), value);
  for (guint i = 0; tree->related == NULL && i < outlay_scenario_get_n_changes (scenario); i++)
    {
      const char *path = outlay_scenario_get_change (scenario, i, &value);

      lay_change (tree, path, value);
    }
}

/* Each object that the scenario touches once. */
static void
check_own (OutlayCheck *check)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean years;

  for (guint i = 0; i < check->own->len; i++)
    g_hash_table_add (seen, g_array_index (check->own, OutlayParameter, i).node);
  years = g_hash_table_contains (seen, check->plan);
  for (guint i = 0; i < check->own->len && outlay_check_goes_on (check); i++)
    {
      OutlayNode *node = g_array_index (check->own, OutlayParameter, i).node;

      /* The plan's years look at every phase. */
      if (g_hash_table_remove (seen, node) && !(years && OUTLAY_IS_PHASE (node)))
        outlay_check_node (check, node);
    }
}

/* Returns how many steps led to the parent. */
static guint
enter (Tree *tree, OutlayScenario *scenario, gboolean checks)
{
  guint before = tree->check->steps->len;

  tree->check->scenario = scenario;
  g_array_set_size (tree->check->own, 0);
  lay_changes (tree, scenario);
  if (checks)
    check_own (tree->check);
  return before;
}

/* Depth first without recursion: chains may be as long as the file. Returns the scenarios that were reached, by position. */
static gboolean *
walk (Tree *tree)
{
  gboolean *reached = g_new0 (gboolean, tree->n);
  g_autofree guint *marks = g_new (guint, tree->n);
  g_autofree int *way = g_new (int, tree->n + 1);
  guint depth = 0;
  int next = tree->first_child[tree->n];

  while (outlay_check_goes_on (tree->check) && (next >= 0 || depth > 0))
    if (next >= 0)
      {
        reached[next] = TRUE;
        marks[depth] = enter (tree, nth_scenario (tree, (guint) next), TRUE);
        way[depth++] = next;
        next = tree->first_child[next];
      }
    else
      {
        outlay_check_leave (tree->check, marks[--depth]);
        next = tree->next_sibling[way[depth]];
      }
  outlay_check_leave (tree->check, 0);
  tree->check->scenario = NULL;
  return reached;
}

/* Whoever is not reached from the plan stands in a cycle or comes from one; each cycle is one fault, of all its members. */
static void
check_cycles (Tree *tree, gboolean *reached)
{
  for (guint i = 0; i < tree->n && outlay_check_goes_on (tree->check); i++)
    {
      g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GHashTable) way = g_hash_table_new (NULL, NULL);
      OutlayScenario *scenario = nth_scenario (tree, i), *first;

      while (!reached[outlay_node_get_position (OUTLAY_NODE (scenario))])
        {
          reached[outlay_node_get_position (OUTLAY_NODE (scenario))] = TRUE;
          g_hash_table_add (way, scenario);
          scenario = outlay_scenario_get_from (scenario);
        }
      if (!g_hash_table_contains (way, scenario))
        continue;
      first = scenario;
      do
        g_ptr_array_add (paths, outlay_check_scenario_path (scenario, "from"));
      while ((scenario = outlay_scenario_get_from (scenario)) != first);
      outlay_check_report (tree->check, paths, _("found scenarios that come from each other in a circle, expected that each leads back to the plan"));
    }
}

static void
tree_init (Tree *tree, OutlayCheck *check, GArray *related)
{
  *tree = (Tree) { .check = check, .related = related };
  tree->paths = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; related != NULL && i < related->len; i++)
    g_ptr_array_add (tree->paths, outlay_parameter_path (&g_array_index (related, OutlayParameter, i)));
  plant (tree);
}

static void
tree_clear (Tree *tree)
{
  g_ptr_array_unref (tree->paths);
  g_free (tree->first_child);
  g_free (tree->next_sibling);
}

void
outlay_check_scenarios (OutlayCheck *check, GArray *related)
{
  Tree tree;
  g_autofree gboolean *reached = NULL;

  tree_init (&tree, check, related);
  for (guint i = 0; related == NULL && i < tree.n && outlay_check_goes_on (check); i++)
    check_origin (&tree, nth_scenario (&tree, i));
  reached = walk (&tree);
  if (related == NULL)
    check_cycles (&tree, reached);
  tree_clear (&tree);
}

void
outlay_check_scenario (OutlayCheck *check, OutlayScenario *scenario)
{
  Tree tree = { .check = check };
  g_autoptr (GPtrArray) chain = outlay_scenario_get_chain (scenario);

  for (guint i = chain->len; i-- > 0;)
    enter (&tree, chain->pdata[i], i == 0);
  outlay_check_leave (check, 0);
  check->scenario = NULL;
}
