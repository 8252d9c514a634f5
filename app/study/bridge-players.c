/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "study/bridge-private.h"

#include <glib/gi18n.h>

#include "plan/check.h"
#include "plan/label.h"
#include "study/comparison.h"

/* A label names so many of what it stands for and counts the rest. */
#define NAMED_MOST 3

/* The changed inputs on their way to being players: whoever is tied together shares a leader, the first of them. */
typedef struct
{
  OutlayPlan *plan;
  OutlayScenario *scenarios[2];
  GPtrArray *differences; /* of those that the engine reckons with */
  GHashTable *positions;  /* OutlayParameter → its position among them, from 1 */
  guint *leaders;
} Gathering;

static OutlayDifference *
nth (Gathering *gathering, guint i)
{
  return gathering->differences->pdata[i];
}

/* --- ties --- */

static guint
find_leader (const guint *leaders, guint i)
{
  while (leaders[i] != i)
    i = leaders[i];
  return i;
}

static void
tie (guint *leaders, guint a, guint b)
{
  guint first = find_leader (leaders, a), second = find_leader (leaders, b);

  leaders[MAX (first, second)] = MIN (first, second);
}

static void
ignore_fault (const char *const *paths, const char *message, gpointer data)
{
}

/* What has a part in one rule, as it is in the two scenarios, and which of it is different there: its position among the inputs, from 1. */
#define RULE_MOST 8

typedef struct
{
  OutlayNode *node;
  GArray *related; /* of OutlayParameter */
  OutlayValue values[2][RULE_MOST];
  guint inputs[RULE_MOST];
} Rule;

static void
rule_init (Rule *rule, Gathering *gathering, const OutlayParameter *parameter)
{
  *rule = (Rule) { .node = parameter->node, .related = outlay_check_related (gathering->plan, parameter) };
  g_assert (rule->related->len <= RULE_MOST);
  for (guint r = 0; r < rule->related->len; r++)
    {
      const OutlayParameter *one = &g_array_index (rule->related, OutlayParameter, r);
      for (guint side = 0; side < 2; side++)
        outlay_plan_resolve (gathering->plan, gathering->scenarios[side], one, &rule->values[side][r]);
      rule->inputs[r] = GPOINTER_TO_UINT (g_hash_table_lookup (gathering->positions, one));
    }
}

static void
rule_clear (Rule *rule)
{
  for (guint r = 0; r < RULE_MOST; r++)
    for (guint side = 0; side < 2; side++)
      outlay_value_clear (&rule->values[side][r]);
  g_array_unref (rule->related);
}

/* Whether the rule holds where only these of its numbers have changed. */
static gboolean
rule_holds (Rule *rule, OutlayPlan *plan, guint changed)
{
  OutlayCheck check;
  gboolean holds;

  outlay_check_init (&check, plan, ignore_fault, NULL);
  for (guint r = 0; r < rule->related->len; r++)
    outlay_check_lay (&check, &g_array_index (rule->related, OutlayParameter, r), &rule->values[changed >> r & 1][r]);
  outlay_check_node (&check, rule->node);
  holds = check.n_faults == 0;
  outlay_check_clear (&check);
  return holds;
}

/* Changes that contradict each other halfway move together, so that every coalition is a plan. */
static void
tie_by_rule (Gathering *gathering, const OutlayParameter *parameter)
{
  guint changeable = 0, first = 0;
  gboolean holds = TRUE;
  Rule rule;

  rule_init (&rule, gathering, parameter);
  for (guint r = 0; r < rule.related->len; r++)
    if (rule.inputs[r] > 0)
      changeable |= 1u << r;
  for (guint changed = 1; changed < 1u << rule.related->len && holds; changed++)
    if ((changed & ~changeable) == 0)
      holds = rule_holds (&rule, gathering->plan, changed);
  for (guint r = 0; r < rule.related->len && !holds; r++)
    if (rule.inputs[r] > 0)
      {
        first = first > 0 ? first : rule.inputs[r];
        tie (gathering->leaders, first - 1, rule.inputs[r] - 1);
      }
  rule_clear (&rule);
}

/* The plan's years are tied to the start of each phase, one by one. */
static void
tie_phases (Gathering *gathering)
{
  for (guint p = 0; p < outlay_plan_get_n_phases (gathering->plan); p++)
    {
      OutlayNode *phase = OUTLAY_NODE (outlay_plan_get_phase (gathering->plan, p));

      tie_by_rule (gathering, &(OutlayParameter) { phase, outlay_node_find_member (phase, "start"), -1 });
    }
}

static void
tie_by_rules (Gathering *gathering)
{
  gboolean years = FALSE;

  for (guint i = 0; i < gathering->differences->len; i++)
    {
      const OutlayParameter *parameter = &nth (gathering, i)->parameter;

      if (!outlay_check_has_rule (parameter))
        continue;
      if (OUTLAY_IS_INITIATIVE (parameter->node))
        tie_by_rule (gathering, parameter);
      else
        years = TRUE;
    }
  if (years)
    tie_phases (gathering);
}

/* --- groups --- */

/* What an input is grouped under. */
static gconstpointer
find_group (const OutlayParameter *parameter, OutlayBridgeGrouping grouping)
{
  OutlayNode *node = parameter->node;

  if (grouping == OUTLAY_BRIDGE_BY_VENTURE && OUTLAY_IS_PRODUCT (node))
    node = outlay_node_get_parent (node);
  if (grouping == OUTLAY_BRIDGE_BY_KIND && outlay_node_get_parent (node) != NULL)
    return outlay_node_get_parent_member (node);
  return node;
}

static void
tie_groups (Gathering *gathering, OutlayBridgeGrouping grouping, guint *leaders)
{
  g_autoptr (GHashTable) firsts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < gathering->differences->len && grouping != OUTLAY_BRIDGE_BY_INPUT; i++)
    {
      gpointer group = (gpointer) find_group (&nth (gathering, i)->parameter, grouping), first;

      if (g_hash_table_lookup_extended (firsts, group, NULL, &first))
        tie (leaders, GPOINTER_TO_UINT (first), i);
      else
        g_hash_table_insert (firsts, group, GUINT_TO_POINTER (i));
    }
}

static guint
count_leaders (const guint *leaders, guint n)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    count += leaders[i] == i;
  return count;
}

/* The finest grouping that can be computed exactly, or read. */
static OutlayBridgeGrouping
choose_grouping (Gathering *gathering)
{
  guint n = gathering->differences->len;

  for (OutlayBridgeGrouping grouping = OUTLAY_BRIDGE_BY_INPUT;; grouping++)
    {
      g_autofree guint *leaders = g_memdup2 (gathering->leaders, n * sizeof (guint));

      tie_groups (gathering, grouping, leaders);
      if (grouping < OUTLAY_BRIDGE_BY_KIND &&
          count_leaders (leaders, n) > (grouping == OUTLAY_BRIDGE_BY_INPUT ? OUTLAY_BRIDGE_EXACT_MOST : OUTLAY_BRIDGE_STEPS_MOST))
        continue;
      g_free (gathering->leaders);
      gathering->leaders = g_steal_pointer (&leaders);
      return grouping;
    }
}

/* --- steps --- */

char *
outlay_bridge_join_labels (char *const *labels, guint n)
{
  g_autoptr (GString) text = g_string_new (n > 0 ? labels[0] : "");

  for (guint i = 1; i < MIN (n, NAMED_MOST); i++)
    {
      g_autofree char *before = g_strdup (text->str);

      /* Translators: a list of labels, as in "Mining: Price; Storage: Price" */
      g_string_printf (text, C_ ("label", "%s; %s"), before, labels[i]);
    }
  if (n <= NAMED_MOST)
    return g_string_free_and_steal (g_steal_pointer (&text));
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - NAMED_MOST), text->str, n - NAMED_MOST);
}

static char *
group_label (Gathering *gathering, const OutlayParameter *parameter, OutlayBridgeGrouping grouping)
{
  OutlayNode *node = parameter->node;

  if (grouping == OUTLAY_BRIDGE_BY_KIND && outlay_node_get_parent (node) != NULL)
    return g_strdup (_(((const OutlayMember *) find_group (parameter, grouping))->nick));
  if (grouping == OUTLAY_BRIDGE_BY_VENTURE && OUTLAY_IS_PRODUCT (node))
    node = outlay_node_get_parent (node);
  return outlay_object_label (gathering->plan, gathering->scenarios[1], node);
}

/* Each group once. */
static char *
step_label (Gathering *gathering, GArray *members, OutlayBridgeGrouping grouping)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  gboolean single = grouping == OUTLAY_BRIDGE_BY_INPUT || members->len == 1;

  for (guint m = 0; m < members->len; m++)
    {
      const OutlayParameter *parameter = &nth (gathering, g_array_index (members, guint, m))->parameter;

      if (single)
        g_ptr_array_add (labels, outlay_parameter_label (gathering->plan, gathering->scenarios[1], parameter));
      else if (g_hash_table_add (seen, (gpointer) find_group (parameter, grouping)))
        g_ptr_array_add (labels, group_label (gathering, parameter, grouping));
    }
  return outlay_bridge_join_labels ((char *const *) labels->pdata, labels->len);
}

static OutlayBridgeStep *
step_new (Gathering *gathering, GArray *members, OutlayBridgeGrouping grouping)
{
  OutlayBridgeStep *step = g_new0 (OutlayBridgeStep, 1);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();

  for (guint m = 0; m < members->len; m++)
    g_strv_builder_add (paths, nth (gathering, g_array_index (members, guint, m))->path);
  step->paths = g_strv_builder_end (paths);
  step->label = step_label (gathering, members, grouping);
  return step;
}

static void
step_free (gpointer data)
{
  OutlayBridgeStep *step = data;

  g_free (step->label);
  g_strfreev (step->paths);
  g_free (step);
}

/* Players come in the order of their first input. */
static void
make_players (Gathering *gathering, OutlayBridgePlayers *players)
{
  guint n = gathering->differences->len;
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *player_of = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      guint leader = find_leader (gathering->leaders, i);

      if (leader == i)
        g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
      player_of[i] = leader == i ? members->len - 1 : player_of[leader];
      g_array_append_val (members->pdata[player_of[i]], i);
      g_array_index (players->inputs, OutlayBridgeInput, i).player = player_of[i];
    }
  for (guint player = 0; player < members->len; player++)
    g_ptr_array_add (players->steps, step_new (gathering, members->pdata[player], players->grouping));
}

/* Keeps the differences that are numbers of the engine, and lays them beside. */
static void
gather (Gathering *gathering, GPtrArray *all, OutlayModel *const *models, GArray *inputs)
{
  gathering->differences = g_ptr_array_new ();
  gathering->positions = g_hash_table_new (outlay_parameter_hash, outlay_parameter_equal);
  for (guint i = 0; i < all->len; i++)
    {
      OutlayDifference *difference = all->pdata[i];
      OutlayBridgeInput input = { 0 };

      if (!outlay_model_index (models[0], &difference->parameter, &input.index))
        continue;
      input.from = outlay_model_numbers (models[0])[input.index];
      input.to = outlay_model_numbers (models[1])[input.index];
      if (input.from == input.to)
        continue;
      g_array_append_val (inputs, input);
      g_ptr_array_add (gathering->differences, difference);
      g_hash_table_insert (gathering->positions, &difference->parameter, GUINT_TO_POINTER (gathering->differences->len));
    }
  gathering->leaders = g_new (guint, gathering->differences->len);
  for (guint i = 0; i < gathering->differences->len; i++)
    gathering->leaders[i] = i;
}

void
outlay_bridge_players_init (OutlayBridgePlayers *players, OutlayPlan *plan, OutlayModel *from, OutlayModel *to, GPtrArray *differences)
{
  Gathering gathering = { .plan = plan, .scenarios = { outlay_model_scenario (from), outlay_model_scenario (to) } };
  g_autoptr (GPtrArray) all = differences != NULL ? g_ptr_array_ref (differences) : outlay_plan_compare (plan, gathering.scenarios, 2);

  players->inputs = g_array_new (FALSE, FALSE, sizeof (OutlayBridgeInput));
  players->steps = g_ptr_array_new_with_free_func (step_free);
  gather (&gathering, all, (OutlayModel *const[]) { from, to }, players->inputs);
  tie_by_rules (&gathering);
  players->grouping = choose_grouping (&gathering);
  make_players (&gathering, players);
  g_free (gathering.leaders);
  g_hash_table_unref (gathering.positions);
  g_ptr_array_unref (gathering.differences);
}

void
outlay_bridge_players_clear (OutlayBridgePlayers *players)
{
  g_array_unref (players->inputs);
  g_ptr_array_unref (players->steps);
}
