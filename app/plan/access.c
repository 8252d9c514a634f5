/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "engine/series.h"
#include "plan/node-private.h"

/* The long name of what may go by two names; the text itself otherwise. */
static const char *
canonical (const OutlayMember *member, const char *string)
{
  int series = member->kind == OUTLAY_MEMBER_SERIES && string != NULL ? outlay_series_from_name (string) : -1;

  return series >= 0 ? outlay_series_name (series) : string;
}

/*< private > The array of a member, made when there is none. */
GArray *
outlay_node_get_array (OutlayNode *node, const OutlayMember *member)
{
  GArray **array;

  g_return_val_if_fail (outlay_member_is_array (member), NULL);
  array = (GArray **) &outlay_node_private (node)->parts[member->slot];
  if (*array == NULL)
    *array = g_array_new (FALSE, TRUE, sizeof (double));
  return *array;
}

/**
 * outlay_node_get_number:
 * @node: an object of the plan
 * @member: a member of its class that is a number
 *
 * Returns: the number: an enumerator for a choice, 12 · year + month − 1 for a month, 0 or 1 for a boolean, NaN for null and for what is absent
 */
double
outlay_node_get_number (OutlayNode *node, const OutlayMember *member)
{
  g_return_val_if_fail (outlay_member_is_number (member), NAN);
  return outlay_node_private (node)->numbers[member->slot];
}

/**
 * outlay_node_set_number:
 * @node: an object of the plan
 * @member: a member of its class that is a number
 * @number: the number, as outlay_node_get_number() gives it, inside the member's range
 *
 * Writes a number. Where it is another one the property notifies and the plan is told.
 */
void
outlay_node_set_number (OutlayNode *node, const OutlayMember *member, double number)
{
  double *place = &outlay_node_private (node)->numbers[member->slot];

  g_return_if_fail (outlay_member_is_number (member));
  if (*place == number || (isnan (*place) && isnan (number)))
    return;
  /* The file knows one zero. */
  *place = number == 0 ? 0 : number;
  outlay_node_notify (node, member);
}

/**
 * outlay_node_get_string:
 * @node: an object of the plan
 * @member: a member of its class that is a text
 *
 * Returns: (nullable) (transfer none): the text; %NULL for null and for what is absent
 */
const char *
outlay_node_get_string (OutlayNode *node, const OutlayMember *member)
{
  const char *string;

  g_return_val_if_fail (outlay_member_is_string (member), NULL);
  string = outlay_node_private (node)->strings[member->slot];
  return string != NULL ? string : member->text;
}

/**
 * outlay_node_set_string:
 * @node: an object of the plan
 * @member: a member of its class that is a text
 * @string: (nullable): the text; %NULL makes it what it is where the file leaves it out. A series goes by either of its names
 *
 * Writes a text. Where it is another one the property notifies and the plan is told.
 */
void
outlay_node_set_string (OutlayNode *node, const OutlayMember *member, const char *string)
{
  OutlayNodePrivate *priv = outlay_node_private (node);
  const char *name = canonical (member, string);

  g_return_if_fail (outlay_member_is_string (member));
  if (g_strcmp0 (outlay_node_get_string (node, member), name != NULL ? name : member->text) == 0)
    return;
  if (member == OUTLAY_NODE_GET_CLASS (node)->id && priv->parent != NULL)
    outlay_children_forget_ids (priv->parent, priv->parent_member);
  g_set_str (&priv->strings[member->slot], g_strcmp0 (name, member->text) == 0 ? NULL : name);
  outlay_node_notify (node, member);
}

/**
 * outlay_node_get_pair:
 * @node: an object of the plan
 * @member: a member of its class that is a pair of paths
 * @which: 0 or 1
 *
 * Returns: (transfer none): one of the two paths, "" where it was never set
 */
const char *
outlay_node_get_pair (OutlayNode *node, const OutlayMember *member, guint which)
{
  const char *path;

  g_return_val_if_fail (member->kind == OUTLAY_MEMBER_PAIR && which < 2, NULL);
  path = outlay_node_private (node)->strings[member->slot + which];
  return path != NULL ? path : "";
}

/**
 * outlay_node_set_pair:
 * @node: an object of the plan
 * @member: a member of its class that is a pair of paths
 * @first: a path
 * @second: another
 *
 * Writes both paths. Where one is another than before the property notifies and the plan is told.
 */
void
outlay_node_set_pair (OutlayNode *node, const OutlayMember *member, const char *first, const char *second)
{
  char **strings = outlay_node_private (node)->strings + member->slot;
  gboolean different;

  g_return_if_fail (member->kind == OUTLAY_MEMBER_PAIR);
  different = g_set_str (&strings[0], first);
  different |= g_set_str (&strings[1], second);
  if (different)
    outlay_node_notify (node, member);
}

/**
 * outlay_node_get_numbers:
 * @node: an object of the plan
 * @member: a member of its class that is an array of numbers
 * @n_numbers: (out): their number; cells that nobody set are left out at the end
 *
 * Returns: (array length=n_numbers) (transfer none): the numbers, good until the next change
 */
const double *
outlay_node_get_numbers (OutlayNode *node, const OutlayMember *member, guint *n_numbers)
{
  GArray *array;

  g_return_val_if_fail (outlay_member_is_array (member), NULL);
  array = outlay_node_private (node)->parts[member->slot];
  *n_numbers = array != NULL ? array->len : 0;
  return array != NULL ? (const double *) array->data : NULL;
}

/**
 * outlay_node_set_numbers:
 * @node: an object of the plan
 * @member: a member of its class that is an array of numbers
 * @numbers: (array length=n_numbers): the numbers
 * @n_numbers: their number
 *
 * Writes the whole array. Where it is another one the property notifies and the plan is told.
 */
void
outlay_node_set_numbers (OutlayNode *node, const OutlayMember *member, const double *numbers, guint n_numbers)
{
  GArray *array = outlay_node_get_array (node, member);

  if (array->len == n_numbers && (n_numbers == 0 || memcmp (array->data, numbers, n_numbers * sizeof *numbers) == 0))
    return;
  g_array_set_size (array, 0);
  g_array_append_vals (array, numbers, n_numbers);
  outlay_node_notify (node, member);
}

/**
 * outlay_node_get_entry:
 * @node: an object of the plan
 * @member: a member of its class that is an array of numbers
 * @index: the entry, from 0
 *
 * Returns: the number; 0 past the end
 */
double
outlay_node_get_entry (OutlayNode *node, const OutlayMember *member, guint index)
{
  guint n;
  const double *numbers = outlay_node_get_numbers (node, member, &n);

  return index < n ? numbers[index] : 0;
}

/**
 * outlay_node_set_entry:
 * @node: an object of the plan
 * @member: a member of its class that is an array of numbers
 * @index: the entry, from 0; the array grows with zeros where it is shorter
 * @number: the number
 *
 * Writes one entry. Where it is another number the property notifies and the plan is told.
 */
void
outlay_node_set_entry (OutlayNode *node, const OutlayMember *member, guint index, double number)
{
  GArray *array = outlay_node_get_array (node, member);

  if (index < array->len && g_array_index (array, double, index) == number)
    return;
  if (index >= array->len)
    g_array_set_size (array, index + 1);
  g_array_index (array, double, index) = number == 0 ? 0 : number;
  outlay_node_notify (node, member);
}

/**
 * outlay_node_get_child:
 * @node: an object of the plan
 * @member: a member of its class that is one object
 *
 * Returns: (transfer none): the object; it is made when it is first asked for and then stays
 */
OutlayNode *
outlay_node_get_child (OutlayNode *node, const OutlayMember *member)
{
  gpointer *part = &outlay_node_private (node)->parts[member->slot];

  g_return_val_if_fail (member->kind == OUTLAY_MEMBER_NODE, NULL);
  if (*part == NULL)
    {
      *part = g_object_new (member->child_type, NULL);
      outlay_node_private (*part)->parent = node;
      outlay_node_private (*part)->parent_member = member;
    }
  return *part;
}
