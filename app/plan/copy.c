/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/copy.h"

#include "plan/node-private.h"
#include "plan/scenario.h"

static void
copy_members (OutlayNode *to, OutlayNode *from)
{
  guint n;
  const OutlayMember *members = outlay_node_members (from, &n);

  for (guint i = 0; i < n; i++)
    outlay_node_copy_member (to, from, &members[i]);
}

static void
copy_changes (OutlayScenario *to, OutlayScenario *from)
{
  for (guint i = 0; i < outlay_scenario_get_n_changes (from); i++)
    {
      const OutlayValue *value;
      const char *path = outlay_scenario_get_change (from, i, &value);

      outlay_scenario_set_change (to, path, value);
    }
}

static void
copy_children (OutlayNode *to, OutlayNode *from, const OutlayMember *list)
{
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < outlay_node_get_n_children (from, list); i++)
    g_ptr_array_add (copies, outlay_node_copy (outlay_node_get_nth_child (from, list, i)));
  if (copies->len > 0)
    g_list_store_splice (outlay_node_get_children (to, list), 0, 0, copies->pdata, copies->len);
}

static void
copy_numbers (OutlayNode *to, OutlayNode *from, const OutlayMember *member)
{
  guint n;
  const double *numbers = outlay_node_get_numbers (from, member, &n);

  outlay_node_set_numbers (to, member, numbers, n);
}

/**
 * outlay_node_copy_member:
 * @to: an object of the plan
 * @from: another of the same class
 * @member: a member of their class
 *
 * Makes the member of @to what it is in @from; a list of @to must be empty.
 */
void
outlay_node_copy_member (OutlayNode *to, OutlayNode *from, const OutlayMember *member)
{
  if (outlay_member_is_number (member))
    outlay_node_set_number (to, member, outlay_node_get_number (from, member));
  else if (outlay_member_is_string (member))
    outlay_node_set_string (to, member, outlay_node_get_string (from, member));
  else if (outlay_member_is_array (member))
    copy_numbers (to, from, member);
  else if (outlay_member_is_list (member))
    copy_children (to, from, member);
  else if (member->kind == OUTLAY_MEMBER_NODE)
    copy_members (outlay_node_get_child (to, member), outlay_node_get_child (from, member));
  else if (member->kind == OUTLAY_MEMBER_PAIR)
    outlay_node_set_pair (to, member, outlay_node_get_pair (from, member, 0), outlay_node_get_pair (from, member, 1));
  else
    copy_changes (OUTLAY_SCENARIO (to), OUTLAY_SCENARIO (from));
}

/**
 * outlay_node_copy:
 * @node: an object of a plan, or a plan
 *
 * Returns: (transfer full): another of the same class and contents, with copies of all objects below it and without a parent
 */
OutlayNode *
outlay_node_copy (OutlayNode *node)
{
  OutlayNode *copy = g_object_new (G_OBJECT_TYPE (node), NULL);
  const OutlayMember *id = OUTLAY_NODE_GET_CLASS (node)->id;

  /* The path of a source is none of its members. */
  if (id != NULL)
    outlay_node_set_string (copy, id, outlay_node_get_id (node));
  copy_members (copy, node);
  return copy;
}
