/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/parameter.h"

#include <glib/gi18n.h>

#include "plan/member.h"
#include "plan/node-private.h"

static gboolean
has_value (const OutlayParameter *parameter)
{
  const OutlayMember *member = parameter->member;

  return member != NULL && (outlay_member_is_number (member) || outlay_member_is_string (member) ||
                            (outlay_member_is_array (member) && parameter->index >= 0));
}

/* --- every path --- */

static void
visit_node (OutlayNode *node, guint n_phases, OutlayParameterFunc func, gpointer data);

static void
visit_entries (OutlayNode *node, const OutlayMember *member, guint n_phases, OutlayParameterFunc func, gpointer data)
{
  guint n = n_phases;

  if (member->kind != OUTLAY_MEMBER_CELLS)
    outlay_node_get_numbers (node, member, &n);
  for (guint i = 0; i < n; i++)
    {
      OutlayParameter parameter = { node, member, (int) i };

      if (outlay_parameter_is_changeable (&parameter))
        func (&parameter, data);
    }
}

static void
visit_member (OutlayNode *node, const OutlayMember *member, guint n_phases, OutlayParameterFunc func, gpointer data)
{
  OutlayParameter parameter = { node, member, -1 };

  if (member->kind == OUTLAY_MEMBER_NODE)
    visit_node (outlay_node_get_child (node, member), n_phases, func, data);
  else if (outlay_member_is_list (member))
    for (guint i = 0; i < outlay_node_get_n_children (node, member); i++)
      visit_node (outlay_node_get_nth_child (node, member, i), n_phases, func, data);
  else if (outlay_member_is_array (member))
    visit_entries (node, member, n_phases, func, data);
  else if (outlay_parameter_is_changeable (&parameter))
    func (&parameter, data);
}

static void
visit_node (OutlayNode *node, guint n_phases, OutlayParameterFunc func, gpointer data)
{
  guint n;
  const OutlayMember *members = outlay_node_members (node, &n);

  for (guint i = 0; i < n; i++)
    visit_member (node, &members[i], n_phases, func, data);
}

/* --- the order of the file --- */

static void
add_step (OutlayPlace *place, OutlayNode *node, const OutlayMember *member, int position)
{
  guint n_members;

  g_return_if_fail (place->n + 2 <= OUTLAY_LONGEST_WAY);
  place->steps[place->n++] = (int) (member - outlay_node_members (node, &n_members));
  place->steps[place->n++] = position;
}

static void
add_way (OutlayPlace *place, OutlayNode *node)
{
  OutlayNode *parent = outlay_node_get_parent (node);

  if (parent == NULL)
    return;
  add_way (place, parent);
  add_step (place, parent, outlay_node_get_parent_member (node), (int) outlay_node_get_position (node));
}

/* --- public --- */

/**
 * outlay_parameter_find:
 * @plan: a plan
 * @path: names and ids joined by dots, "initiatives.mining.investment.phase-1"
 * @parameter: (out caller-allocates): what it names
 * @error: OUTLAY_PLAN_ERROR_UNKNOWN_PATH
 *
 * Finds what has one value: a number, a text, a month, a choice, one cell or one share. Costs the same in every plan.
 *
 * Returns: whether the path names a value; otherwise @parameter is left alone
 */
gboolean
outlay_parameter_find (OutlayPlan *plan, const char *path, OutlayParameter *parameter, GError **error)
{
  OutlayParameter found;

  if (!outlay_plan_find_path (plan, path, &found, error))
    return FALSE;
  if (!has_value (&found))
    {
      g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH,
                   _("“%s” is not one value but several; add which of them"), path);
      return FALSE;
    }
  *parameter = found;
  return TRUE;
}

/**
 * outlay_parameter_is_changeable:
 * @parameter: a parameter
 *
 * Returns: whether a scenario may change it: numbers, texts, months and choices that can have more than one value, but for ids and for
 * whatever stands in sources, scenarios, uncertainties and correlations
 */
gboolean
outlay_parameter_is_changeable (const OutlayParameter *parameter)
{
  GType type = G_OBJECT_TYPE (parameter->node);

  if (type == OUTLAY_TYPE_SOURCE || type == OUTLAY_TYPE_SCENARIO || type == OUTLAY_TYPE_UNCERTAINTY || type == OUTLAY_TYPE_CORRELATION)
    return FALSE;
  return has_value (parameter) && outlay_member_is_changeable (parameter->member);
}

/**
 * outlay_parameter_is_number:
 * @parameter: a parameter
 *
 * Returns: whether it is a number that can be reckoned with: not a month, a choice, a boolean or a text
 */
gboolean
outlay_parameter_is_number (const OutlayParameter *parameter)
{
  OutlayMemberKind kind = parameter->member->kind;

  return kind == OUTLAY_MEMBER_REAL || kind == OUTLAY_MEMBER_INTEGER || (outlay_member_is_array (parameter->member) && parameter->index >= 0);
}

guint
outlay_parameter_hash (gconstpointer key)
{
  const OutlayParameter *parameter = key;

  return g_direct_hash (parameter->node) * 31u + g_direct_hash (parameter->member) * 7u + (guint) parameter->index;
}

gboolean
outlay_parameter_equal (gconstpointer a, gconstpointer b)
{
  const OutlayParameter *left = a, *right = b;

  return left->node == right->node && left->member == right->member && left->index == right->index;
}

/**
 * outlay_parameter_place:
 * @parameter: a parameter of a plan
 *
 * Returns: where it stands in the file, to be compared with others of the same plan; as things stand now
 */
OutlayPlace
outlay_parameter_place (const OutlayParameter *parameter)
{
  OutlayPlace place = { .n = 0 };

  add_way (&place, parameter->node);
  add_step (&place, parameter->node, parameter->member, parameter->index);
  return place;
}

int
outlay_place_compare (const OutlayPlace *a, const OutlayPlace *b)
{
  for (guint i = 0; i < MIN (a->n, b->n); i++)
    if (a->steps[i] != b->steps[i])
      return a->steps[i] < b->steps[i] ? -1 : 1;
  return (int) a->n - (int) b->n;
}

/**
 * outlay_parameter_get:
 * @parameter: a parameter
 * @value: an initialised value
 *
 * Gives the plan's own value, without any scenario.
 */
void
outlay_parameter_get (const OutlayParameter *parameter, OutlayValue *value)
{
  outlay_node_get_value (parameter->node, parameter->member, parameter->index, value);
}

/**
 * outlay_parameter_check:
 * @parameter: a parameter
 * @value: what it shall be
 * @error: OUTLAY_PLAN_ERROR_WRONG_TYPE or OUTLAY_PLAN_ERROR_OUT_OF_RANGE; says what was found and what was expected
 *
 * Checks the type and range of a value by itself; what spans several members is checked by outlay_plan_check_edit().
 *
 * Returns: whether the value fits
 */
gboolean
outlay_parameter_check (const OutlayParameter *parameter, const OutlayValue *value, GError **error)
{
  return outlay_member_check (parameter->member, value, error);
}

/**
 * outlay_parameter_set:
 * @parameter: a parameter
 * @value: a value that outlay_parameter_check() accepts
 *
 * Writes the value into the plan.
 */
void
outlay_parameter_set (const OutlayParameter *parameter, const OutlayValue *value)
{
  outlay_node_set_value (parameter->node, parameter->member, parameter->index, value);
}

/**
 * outlay_parameter_parse:
 * @parameter: a parameter
 * @text: "0.42", "2021-08", "mid-year", "null"
 * @value: an initialised value; left alone on error
 * @error: OUTLAY_PLAN_ERROR_WRONG_TYPE or OUTLAY_PLAN_ERROR_OUT_OF_RANGE
 *
 * Reads text as the type of what the path names and checks it.
 *
 * Returns: whether the text fits
 */
gboolean
outlay_parameter_parse (const OutlayParameter *parameter, const char *text, OutlayValue *value, GError **error)
{
  return outlay_member_parse (parameter->member, text, value, error);
}

/**
 * outlay_parameter_range:
 * @parameter: a parameter
 *
 * Returns: (transfer full): "0–1", "1900–2200", "≥ 0", "> 0", the words of a choice, or what kind of text it is; for people
 */
char *
outlay_parameter_range (const OutlayParameter *parameter)
{
  return outlay_member_range (parameter->member);
}

/**
 * outlay_plan_foreach_parameter:
 * @plan: a plan
 * @func: (scope call): called for each
 * @data: for @func
 *
 * Calls @func for every changeable path of the plan in file order; of the plan alone, without scenarios.
 */
void
outlay_plan_foreach_parameter (OutlayPlan *plan, OutlayParameterFunc func, gpointer data)
{
  visit_node (OUTLAY_NODE (plan), outlay_plan_get_n_phases (plan), func, data);
}
