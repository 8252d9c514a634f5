/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/node-check.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/member.h"
#include "plan/node-private.h"
#include "plan/scenario.h"

/* The sentence of a member is about its value alone: it gets the name of the member. */
static gboolean
fault (const OutlayMember *member, GError *found, GError **error)
{
  g_set_error (error, OUTLAY_PLAN_ERROR, found->code, "%s: %s", member->name, found->message);
  g_error_free (found);
  return FALSE;
}

static gboolean
check_value (const OutlayMember *member, const OutlayValue *value, GError **error)
{
  GError *found = NULL;

  return outlay_member_check (member, value, &found) || fault (member, found, error);
}

/* A choice and a month have no text for what lies beyond them, nor have they one for a fraction. */
static gboolean
check_number (OutlayNode *node, const OutlayMember *member, GError **error)
{
  const double number = outlay_node_get_number (node, member);
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (!isnan (number) && member->kind != OUTLAY_MEMBER_REAL && (number < member->minimum || number > member->maximum || number != trunc (number)))
    {
      g_autofree char *expected = outlay_member_expectation (member);

      g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("%s: found something else, expected %s"), member->name, expected);
      return FALSE;
    }
  outlay_node_get_value (node, member, -1, &value);
  return check_value (member, &value, error);
}

static gboolean
check_utf8 (const OutlayMember *member, const char *text, GError **error)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_WRONG_TYPE, _("%s: found a text that is not UTF-8. Type it anew."), member->name);
  return FALSE;
}

static gboolean
check_string (OutlayNode *node, const OutlayMember *member, GError **error)
{
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

  if (!check_utf8 (member, outlay_node_get_string (node, member), error))
    return FALSE;
  outlay_node_get_value (node, member, -1, &value);
  return check_value (member, &value, error);
}

static gboolean
check_length (const OutlayMember *member, guint n, guint most, GError **error)
{
  /* An array that may be missing is missing where it is empty. */
  if (n <= most && (n >= member->least || (member->absent && n == 0)))
    return TRUE;
  g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _("%s: found %u, expected %u to %u"), member->name, n, member->least, most);
  return FALSE;
}

static gboolean
check_numbers (OutlayNode *node, const OutlayMember *member, OutlayPlan *plan, GError **error)
{
  guint n;
  const double *numbers = outlay_node_get_numbers (node, member, &n);

  if (!check_length (member, n, member->kind == OUTLAY_MEMBER_CELLS ? outlay_plan_get_n_phases (plan) : member->most, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const OutlayValue value = { .type = OUTLAY_VALUE_NUMBER, .number = numbers[i] };

      if (!check_value (member, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* Each child under a name of its own. */
static gboolean
check_children (OutlayNode *node, const OutlayMember *member, OutlayPlan *plan, GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const guint n = outlay_node_get_n_children (node, member);

  if (!check_length (member, n, member->most, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      OutlayNode *child = outlay_node_get_nth_child (node, member, i);
      const char *id = outlay_node_get_id (child);

      if (!outlay_node_check (child, plan, error))
        return FALSE;
      if (id != NULL && !g_hash_table_add (ids, (gpointer) id))
        {
          g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT, _("%s: found “%s” twice, expected an id for each"), member->name, id);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_changes (OutlayScenario *scenario, OutlayPlan *plan, GError **error)
{
  for (guint i = 0; i < outlay_scenario_get_n_changes (scenario); i++)
    {
      const OutlayValue *value;
      const char *path = outlay_scenario_get_change (scenario, i, &value);
      OutlayParameter parameter;

      if (!outlay_parameter_find (plan, path, &parameter, error))
        return FALSE;
      if (!outlay_parameter_is_changeable (&parameter))
        {
          g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT, _("%s: a scenario cannot change this. Change it in the plan itself."), path);
          return FALSE;
        }
      if (!outlay_parameter_check (&parameter, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_member (OutlayNode *node, const OutlayMember *member, OutlayPlan *plan, GError **error)
{
  if (outlay_member_is_number (member))
    return check_number (node, member, error);
  if (outlay_member_is_string (member))
    return check_string (node, member, error);
  if (outlay_member_is_array (member))
    return check_numbers (node, member, plan, error);
  if (outlay_member_is_list (member))
    return check_children (node, member, plan, error);
  if (member->kind == OUTLAY_MEMBER_NODE)
    return outlay_node_check (outlay_node_get_child (node, member), plan, error);
  if (member->kind == OUTLAY_MEMBER_PAIR)
    return check_utf8 (member, outlay_node_get_pair (node, member, 0), error) && check_utf8 (member, outlay_node_get_pair (node, member, 1), error);
  return check_changes (OUTLAY_SCENARIO (node), plan, error);
}

gboolean
outlay_node_check (OutlayNode *node, OutlayPlan *plan, GError **error)
{
  guint n;
  const OutlayMember *members = outlay_node_members (node, &n);

  for (guint i = 0; i < n; i++)
    if (!check_member (node, &members[i], plan, error))
      return FALSE;
  return TRUE;
}
