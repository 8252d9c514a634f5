/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/node.h"

#include <math.h>

#include "plan/node-private.h"

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayNode, outlay_node, G_TYPE_OBJECT)

static GQuark
member_quark (void)
{
  return g_quark_from_static_string ("outlay-member");
}

/*< private > Where a node keeps everything. */
OutlayNodePrivate *
outlay_node_private (OutlayNode *node)
{
  return outlay_node_get_instance_private (node);
}

/* What a number is where the file leaves it out. */
static double
standard (const OutlayMember *member)
{
  return member->nullable || member->absent ? NAN : member->standard;
}

/* --- life --- */

static void
free_part (const OutlayMember *member, gpointer part)
{
  if (outlay_member_is_array (member))
    g_array_unref (part);
  else if (member->kind == OUTLAY_MEMBER_NODE)
    {
      outlay_node_private (part)->parent = NULL;
      g_object_unref (part);
    }
  else if (outlay_member_is_list (member))
    outlay_children_free (part);
}

static void
outlay_node_finalize (GObject *object)
{
  OutlayNode *self = OUTLAY_NODE (object);
  OutlayNodePrivate *priv = outlay_node_private (self);
  OutlayNodeClass *klass = OUTLAY_NODE_GET_CLASS (self);

  for (guint i = 0; i < klass->n_members; i++)
    {
      const OutlayMember *member = &klass->members[i];

      if (member->kind >= OUTLAY_MEMBER_CELLS && member->kind != OUTLAY_MEMBER_PAIR && member->kind != OUTLAY_MEMBER_CHANGES &&
          priv->parts[member->slot] != NULL)
        free_part (member, priv->parts[member->slot]);
    }
  for (guint i = 0; i < klass->n_strings; i++)
    g_free (priv->strings[i]);
  g_free (priv->numbers);
  G_OBJECT_CLASS (outlay_node_parent_class)->finalize (object);
}

static void
outlay_node_class_init (OutlayNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = outlay_node_get_property;
  object_class->finalize = outlay_node_finalize;
}

static void
outlay_node_init (OutlayNode *self)
{
}

/* --- what classes need --- */

/* Numbers that the engine knows keep its slots, so that a node's numbers are a stretch of the model's; all others follow in file order. */
static void
give_slots (OutlayNodeClass *klass, OutlayMember *members)
{
  for (guint i = 0; i < klass->n_members; i++)
    klass->n_numbers += members[i].engine;
  for (guint i = 0; i < klass->n_members; i++)
    {
      OutlayMember *member = &members[i];

      if (member->get_child_type != NULL)
        member->child_type = member->get_child_type ();
      if (outlay_member_is_number (member) && !member->engine)
        member->slot = klass->n_numbers++;
      else if (outlay_member_is_string (member) || member->kind == OUTLAY_MEMBER_PAIR)
        {
          member->slot = klass->n_strings;
          klass->n_strings += member->kind == OUTLAY_MEMBER_PAIR ? 2 : 1;
        }
      else if (!outlay_member_is_number (member) && member->kind != OUTLAY_MEMBER_CHANGES)
        member->slot = klass->n_parts++;
      if (member->kind == OUTLAY_MEMBER_ID)
        klass->id = member;
    }
}

/*< private >
 * outlay_node_class_install:
 * @klass: a class of nodes, in its class_init
 * @declarations: (array length=n_declarations): its members in file order
 * @n_declarations: their number
 *
 * Makes properties and storage of the declarations.
 */
void
outlay_node_class_install (OutlayNodeClass *klass, const OutlayMember *declarations, guint n_declarations)
{
  OutlayMember *members = g_memdup2 (declarations, sizeof *declarations * n_declarations);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* Classes do not inherit these two. */
  object_class->set_property = outlay_node_set_property;
  if (object_class->get_property == NULL)
    object_class->get_property = outlay_node_get_property;
  klass->members = members;
  klass->n_members = n_declarations;
  give_slots (klass, members);
  klass->properties = g_new (GParamSpec *, n_declarations);
  klass->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_declarations; i++)
    {
      klass->properties[i] = outlay_member_create_spec (&members[i]);
      g_param_spec_set_qdata (klass->properties[i], member_quark (), &members[i]);
      g_object_class_install_property (object_class, i + 1, klass->properties[i]);
      g_hash_table_insert (klass->by_name, (gpointer) members[i].name, &members[i]);
    }
}

/*< private >
 * outlay_node_prepare:
 * @node: a node in its class's instance init
 *
 * Gives the node its storage and everything its value where a file leaves it out.
 */
void
outlay_node_prepare (OutlayNode *node)
{
  OutlayNodeClass *klass = OUTLAY_NODE_GET_CLASS (node);
  OutlayNodePrivate *priv = outlay_node_private (node);

  priv->numbers = g_malloc0 (sizeof (double) * klass->n_numbers + sizeof (gpointer) * (klass->n_strings + klass->n_parts));
  priv->strings = (char **) (priv->numbers + klass->n_numbers);
  priv->parts = (gpointer *) (priv->strings + klass->n_strings);
  for (guint i = 0; i < klass->n_members; i++)
    {
      const OutlayMember *member = &klass->members[i];

      if (outlay_member_is_number (member))
        priv->numbers[member->slot] = standard (member);
      else if (member->kind == OUTLAY_MEMBER_SHARES)
        g_array_append_val (outlay_node_get_array (node, member), member->standard);
    }
}

/* The tree that the node stands in is different. */
static void
tell_root (OutlayNode *node, const OutlayMember *member)
{
  OutlayNode *root = node, *parent;

  while ((parent = outlay_node_private (root)->parent) != NULL)
    root = parent;
  if (OUTLAY_NODE_GET_CLASS (root)->changed != NULL)
    OUTLAY_NODE_GET_CLASS (root)->changed (root, node, member);
}

/*< private > A member of @node is different. */
void
outlay_node_notify (OutlayNode *node, const OutlayMember *member)
{
  OutlayNodeClass *klass = OUTLAY_NODE_GET_CLASS (node);

  if (member >= klass->members && member < klass->members + klass->n_members)
    g_object_notify_by_pspec (G_OBJECT (node), klass->properties[member - klass->members]);
  tell_root (node, member);
}

/* --- public --- */

/**
 * outlay_node_members:
 * @node: an object of the plan
 * @n_members: (out): their number
 *
 * Returns: (array length=n_members) (transfer none): the members of the node's class in the order of the plan file
 */
const OutlayMember *
outlay_node_members (OutlayNode *node, guint *n_members)
{
  *n_members = OUTLAY_NODE_GET_CLASS (node)->n_members;
  return OUTLAY_NODE_GET_CLASS (node)->members;
}

/**
 * outlay_node_find_member:
 * @node: an object of the plan
 * @name: a member's name in the plan file
 *
 * Returns: (nullable) (transfer none): the member, or %NULL where the class has none of that name
 */
const OutlayMember *
outlay_node_find_member (OutlayNode *node, const char *name)
{
  return g_hash_table_lookup (OUTLAY_NODE_GET_CLASS (node)->by_name, name);
}

/**
 * outlay_param_spec_get_member:
 * @pspec: the declaration of a property of a node
 *
 * Returns: (transfer none): the member that the property stands for; it knows the unit
 */
const OutlayMember *
outlay_param_spec_get_member (GParamSpec *pspec)
{
  return g_param_spec_get_qdata (pspec, member_quark ());
}

/**
 * outlay_node_get_parent:
 * @node: an object of the plan
 *
 * Returns: (nullable) (transfer none): the object in which the node stands; %NULL for the plan and for what has been removed
 */
OutlayNode *
outlay_node_get_parent (OutlayNode *node)
{
  return outlay_node_private (node)->parent;
}

/**
 * outlay_node_get_parent_member:
 * @node: an object of the plan
 *
 * Returns: (nullable) (transfer none): the member of the parent in which the node stands; %NULL without a parent
 */
const OutlayMember *
outlay_node_get_parent_member (OutlayNode *node)
{
  OutlayNodePrivate *priv = outlay_node_private (node);

  return priv->parent != NULL ? priv->parent_member : NULL;
}

/**
 * outlay_node_get_position:
 * @node: an object of the plan
 *
 * Returns: the node's position among its siblings, from 0; 0 for an object that stands alone
 */
guint
outlay_node_get_position (OutlayNode *node)
{
  return outlay_node_private (node)->position;
}

/**
 * outlay_node_get_id:
 * @node: an object of the plan
 *
 * Returns: (nullable) (transfer none): the node's id, for a source the path it belongs to; %NULL where the class has none
 */
const char *
outlay_node_get_id (OutlayNode *node)
{
  const OutlayMember *id = OUTLAY_NODE_GET_CLASS (node)->id;

  return id != NULL ? outlay_node_get_string (node, id) : NULL;
}
