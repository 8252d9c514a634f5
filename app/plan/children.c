/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "plan/node-private.h"

/* Up to so many children a walk is faster than a table. */
#define FEW 8

struct _OutlayChildren
{
  OutlayNode *parent;
  const OutlayMember *member;
  GListStore *store;
  gulong handler;
  GPtrArray *items;  /* owned: who leaves the store is still there to be told */
  GHashTable *by_id; /* id → first item of that id; NULL until somebody looks many up */
};

static void
release (gpointer item)
{
  g_clear_object (&item);
}

static void
adopt (OutlayChildren *children, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      OutlayNodePrivate *priv = outlay_node_private (children->items->pdata[i]);

      priv->parent = children->parent;
      priv->parent_member = children->member;
      priv->position = i;
    }
}

/* Takes the removed items out of the mirror, whose references pass to the caller, and lays the added ones in. */
static GPtrArray *
exchange (OutlayChildren *children, guint position, guint n_removed, guint n_added)
{
  GPtrArray *items = children->items, *removed = g_ptr_array_new_full (n_removed, g_object_unref);
  guint rest = items->len - position - n_removed;

  for (guint i = 0; i < n_removed; i++)
    {
      g_ptr_array_add (removed, items->pdata[position + i]);
      outlay_node_private (items->pdata[position + i])->parent = NULL;
      items->pdata[position + i] = NULL;
    }
  if (n_added > n_removed)
    g_ptr_array_set_size (items, (int) (position + n_added + rest));
  memmove (items->pdata + position + n_added, items->pdata + position + n_removed, rest * sizeof (gpointer));
  for (guint i = 0; i < n_added; i++)
    items->pdata[position + i] = g_list_model_get_item (G_LIST_MODEL (children->store), position + i);
  if (n_added < n_removed)
    {
      memset (items->pdata + position + n_added + rest, 0, (n_removed - n_added) * sizeof (gpointer));
      g_ptr_array_set_size (items, (int) (position + n_added + rest));
    }
  return removed;
}

static void
learn_id (OutlayChildren *children, OutlayNode *child)
{
  const char *id = outlay_node_get_id (child);

  if (id != NULL && !g_hash_table_contains (children->by_id, id))
    g_hash_table_insert (children->by_id, (gpointer) id, child);
}

static void
update_ids (OutlayChildren *children, guint position, guint n_removed, guint n_added)
{
  if (children->by_id == NULL)
    return;
  if (n_removed > 0 || position + n_added < children->items->len)
    g_clear_pointer (&children->by_id, g_hash_table_unref);
  else
    for (guint i = position; i < children->items->len; i++)
      learn_id (children, children->items->pdata[i]);
}

static void
items_changed (GListModel *store, guint position, guint n_removed, guint n_added, gpointer data)
{
  OutlayChildren *children = data;
  g_autoptr (GPtrArray) removed = exchange (children, position, n_removed, n_added);
  OutlayNodeClass *klass = OUTLAY_NODE_GET_CLASS (children->parent);

  adopt (children, position, n_removed == n_added ? position + n_added : children->items->len);
  update_ids (children, position, n_removed, n_added);
  if (klass->children_changed != NULL)
    klass->children_changed (children->parent, children->member, position, (OutlayNode *const *) removed->pdata, n_removed, n_added);
  outlay_node_notify (children->parent, children->member);
}

static OutlayChildren *
outlay_children_new (OutlayNode *parent, const OutlayMember *member)
{
  OutlayChildren *children = g_new0 (OutlayChildren, 1);

  children->parent = parent;
  children->member = member;
  children->items = g_ptr_array_new_with_free_func (release);
  children->store = g_list_store_new (member->child_type);
  children->handler = g_signal_connect (children->store, "items-changed", G_CALLBACK (items_changed), children);
  return children;
}

static OutlayChildren *
peek (OutlayNode *node, const OutlayMember *member)
{
  g_return_val_if_fail (outlay_member_is_list (member), NULL);
  return outlay_node_private (node)->parts[member->slot];
}

/*< private > Lets the children go; whoever still holds one finds it without a parent. */
void
outlay_children_free (OutlayChildren *children)
{
  for (guint i = 0; i < children->items->len; i++)
    outlay_node_private (children->items->pdata[i])->parent = NULL;
  g_signal_handler_disconnect (children->store, children->handler);
  g_clear_pointer (&children->by_id, g_hash_table_unref);
  g_ptr_array_unref (children->items);
  g_object_unref (children->store);
  g_free (children);
}

/*< private > An id under @member is about to be different. */
void
outlay_children_forget_ids (OutlayNode *parent, const OutlayMember *member)
{
  if (outlay_member_is_list (member) && peek (parent, member) != NULL)
    g_clear_pointer (&peek (parent, member)->by_id, g_hash_table_unref);
}

/**
 * outlay_node_get_children:
 * @node: an object of the plan
 * @member: a member of its class that is a list of objects
 *
 * The list may be edited: what is added gets @node as its parent. Whoever adds many does it in one g_list_store_splice().
 *
 * Returns: (transfer none): the list, of the member's child_type
 */
GListStore *
outlay_node_get_children (OutlayNode *node, const OutlayMember *member)
{
  g_return_val_if_fail (outlay_member_is_list (member), NULL);
  if (peek (node, member) == NULL)
    outlay_node_private (node)->parts[member->slot] = outlay_children_new (node, member);
  return peek (node, member)->store;
}

/**
 * outlay_node_get_n_children:
 * @node: an object of the plan
 * @member: a member of its class that is a list of objects
 *
 * Returns: how many objects the list has
 */
guint
outlay_node_get_n_children (OutlayNode *node, const OutlayMember *member)
{
  OutlayChildren *children = peek (node, member);

  return children != NULL ? children->items->len : 0;
}

/**
 * outlay_node_get_nth_child:
 * @node: an object of the plan
 * @member: a member of its class that is a list of objects
 * @position: from 0
 *
 * Returns: (nullable) (transfer none): the object at @position, %NULL past the end
 */
OutlayNode *
outlay_node_get_nth_child (OutlayNode *node, const OutlayMember *member, guint position)
{
  OutlayChildren *children = peek (node, member);

  return children != NULL && position < children->items->len ? children->items->pdata[position] : NULL;
}

/**
 * outlay_node_find_child:
 * @node: an object of the plan
 * @member: a member of its class that is a list of objects
 * @id: an id; for sources the path one belongs to
 *
 * Returns: (nullable) (transfer none): the first object of that id, %NULL where there is none
 */
OutlayNode *
outlay_node_find_child (OutlayNode *node, const OutlayMember *member, const char *id)
{
  OutlayChildren *children = peek (node, member);

  if (children == NULL)
    return NULL;
  if (children->items->len > FEW && children->by_id == NULL)
    {
      children->by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < children->items->len; i++)
        learn_id (children, children->items->pdata[i]);
    }
  if (children->by_id != NULL)
    return g_hash_table_lookup (children->by_id, id);
  for (guint i = 0; i < children->items->len; i++)
    if (g_strcmp0 (outlay_node_get_id (children->items->pdata[i]), id) == 0)
      return children->items->pdata[i];
  return NULL;
}

/**
 * outlay_node_move_child:
 * @node: an object of the plan
 * @member: a member of its class that is a list of objects
 * @from: the position of the object that moves
 * @to: the position that it shall have
 *
 * Moves an object among its siblings in one change of the list, so that what belongs to it by position (the cells of a phase) moves with it.
 */
void
outlay_node_move_child (OutlayNode *node, const OutlayMember *member, guint from, guint to)
{
  OutlayChildren *children = peek (node, member);
  guint first = MIN (from, to), n = MAX (from, to) - first + 1;
  g_autofree gpointer *order = NULL;

  g_return_if_fail (children != NULL && first + n <= children->items->len);
  if (from == to)
    return;
  order = g_memdup2 (children->items->pdata + first, n * sizeof *order);
  memmove (from < to ? order : order + 1, from < to ? order + 1 : order, (n - 1) * sizeof *order);
  order[to - first] = children->items->pdata[from];
  g_list_store_splice (children->store, first, n, order, n);
}
