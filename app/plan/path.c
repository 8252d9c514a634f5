/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/parameter.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plan/nearest.h"
#include "plan/node-private.h"

/* No name of a path is longer than an id. */
#define LONGEST_NAME 64

/* The way along a path: what has been understood, and what is left. */
typedef struct
{
  OutlayPlan *plan;
  const char *path;
  const char *start; /* of the name that is looked at */
  const char *rest;  /* NULL at the end */
  char name[LONGEST_NAME + sizeof "…"];
  OutlayParameter found; /* member NULL: the object itself */
} Walk;

/* --- sentences --- */

static void
consider_members (OutlayNode *node, OutlayNearest *nearest)
{
  guint n;
  const OutlayMember *members = outlay_node_members (node, &n);

  for (guint i = 0; i < n; i++)
    outlay_nearest_consider (nearest, members[i].name);
}

static void
consider_children (OutlayNode *node, const OutlayMember *member, OutlayNearest *nearest)
{
  for (guint i = 0; i < outlay_node_get_n_children (node, member); i++)
    {
      const char *id = outlay_node_get_id (outlay_node_get_nth_child (node, member, i));

      if (id != NULL)
        outlay_nearest_consider (nearest, id);
    }
}

/* @known is the start of the path that was understood, up to and without the dot before the name that was not. */
static gboolean
refuse_name (Walk *walk, const OutlayNearest *nearest, GError **error)
{
  gsize n_known = (gsize) (walk->start - walk->path);
  g_autofree char *known = g_strndup (walk->path, n_known > 0 ? n_known - 1 : 0);
  g_autofree char *fault = n_known > 0 ? g_strdup_printf (_("“%s” has nothing called “%s”"), known, walk->name)
                                       : g_strdup_printf (_("the plan has nothing called “%s”"), walk->name);

  if (nearest->best != NULL)
    g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH, _("%s; did you mean “%s”?"), fault, nearest->best);
  else
    g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_UNKNOWN_PATH, fault);
  return FALSE;
}

/* --- the walk --- */

/* What is longer than any name is nobody's: the sentence shows how it begins. */
static void
shorten_name (Walk *walk)
{
  gsize length = LONGEST_NAME;

  while (((guchar) walk->start[length] & 0xc0) == 0x80)
    length--;
  memcpy (walk->name, walk->start, length);
  strcpy (walk->name + length, "…");
}

/* Takes the next name off the rest. */
static gboolean
next_name (Walk *walk)
{
  const char *dot;
  gsize length;

  if (walk->rest == NULL)
    return FALSE;
  walk->start = walk->rest;
  dot = strchr (walk->start, '.');
  length = dot != NULL ? (gsize) (dot - walk->start) : strlen (walk->start);
  if (length <= LONGEST_NAME)
    g_strlcpy (walk->name, walk->start, length + 1);
  else
    shorten_name (walk);
  walk->rest = dot != NULL ? dot + 1 : NULL;
  return TRUE;
}

/* "2" → 1. Only the plain form, so that a path is written in one way. */
static gboolean
parse_position (const char *name, guint n, int *position)
{
  guint64 number;

  if (n == 0 || name[0] == '0' || name[0] == '+' || !g_ascii_string_to_unsigned (name, 10, 1, n, &number, NULL))
    return FALSE;
  *position = (int) number - 1;
  return TRUE;
}

static gboolean
enter_children (Walk *walk, GError **error)
{
  OutlayNode *node = walk->found.node, *child;
  const OutlayMember *member = walk->found.member;
  guint n = outlay_node_get_n_children (node, member);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (walk->name);
  int position;

  child = outlay_node_find_child (node, member, walk->name);
  if (child == NULL && parse_position (walk->name, n, &position) && outlay_node_get_id (outlay_node_get_nth_child (node, member, 0)) == NULL)
    child = outlay_node_get_nth_child (node, member, (guint) position);
  if (child == NULL)
    {
      consider_children (node, member, &nearest);
      return refuse_name (walk, &nearest, error);
    }
  walk->found = (OutlayParameter) { child, NULL, -1 };
  return TRUE;
}

/* The rest is a path itself, behind which a member of the source may stand. */
static gboolean
enter_source (Walk *walk, GError **error)
{
  OutlayNode *plan = walk->found.node, *source;
  const char *start = walk->start;
  const char *last = strrchr (start, '.');
  g_autofree char *path = NULL;
  OutlayNearest nothing = OUTLAY_NEAREST_INIT (walk->name);

  source = outlay_node_find_child (plan, walk->found.member, start);
  walk->rest = NULL;
  if (source == NULL && last != NULL)
    {
      path = g_strndup (start, (gsize) (last - start));
      source = outlay_node_find_child (plan, walk->found.member, path);
      walk->rest = last + 1;
    }
  if (source == NULL)
    return refuse_name (walk, &nothing, error);
  walk->found = (OutlayParameter) { source, NULL, -1 };
  return TRUE;
}

static gboolean
enter_cell (Walk *walk, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (walk->plan);
  const OutlayMember *phases = outlay_node_find_member (plan, "phases");
  OutlayNode *phase = outlay_node_find_child (plan, phases, walk->name);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (walk->name);

  if (phase == NULL)
    {
      consider_children (plan, phases, &nearest);
      return refuse_name (walk, &nearest, error);
    }
  walk->found.index = (int) outlay_node_get_position (phase);
  return TRUE;
}

static gboolean
enter_entry (Walk *walk, GError **error)
{
  guint n;
  OutlayNearest nothing = OUTLAY_NEAREST_INIT (walk->name);

  outlay_node_get_numbers (walk->found.node, walk->found.member, &n);
  return parse_position (walk->name, n, &walk->found.index) || refuse_name (walk, &nothing, error);
}

static gboolean
enter_member (Walk *walk, GError **error)
{
  OutlayNode *node = walk->found.node;
  const OutlayMember *member = outlay_node_find_member (node, walk->name);
  OutlayNearest nearest = OUTLAY_NEAREST_INIT (walk->name);

  if (member == NULL)
    {
      consider_members (node, &nearest);
      return refuse_name (walk, &nearest, error);
    }
  walk->found.member = member;
  if (member->kind == OUTLAY_MEMBER_NODE)
    walk->found = (OutlayParameter) { outlay_node_get_child (node, member), NULL, -1 };
  return TRUE;
}

static gboolean
step (Walk *walk, GError **error)
{
  const OutlayMember *member = walk->found.member;
  OutlayNearest nothing = OUTLAY_NEAREST_INIT (walk->name);

  if (member == NULL)
    return enter_member (walk, error);
  if (member->kind == OUTLAY_MEMBER_SOURCES)
    return enter_source (walk, error);
  if (member->kind == OUTLAY_MEMBER_NODES)
    return enter_children (walk, error);
  if (member->kind == OUTLAY_MEMBER_CELLS && walk->found.index < 0)
    return enter_cell (walk, error);
  if (outlay_member_is_array (member) && walk->found.index < 0)
    return enter_entry (walk, error);
  return refuse_name (walk, &nothing, error);
}

/* --- paths --- */

static void
append_name (GString *path, const char *name)
{
  if (path->len > 0)
    g_string_append_c (path, '.');
  g_string_append (path, name);
}

static void
append_number (GString *path, guint number)
{
  g_string_append_printf (path, ".%u", number);
}

static void
append_node (GString *path, OutlayNode *node)
{
  OutlayNode *parent = outlay_node_get_parent (node);
  const OutlayMember *member = outlay_node_get_parent_member (node);

  if (parent == NULL)
    return;
  append_node (path, parent);
  append_name (path, member->name);
  if (!outlay_member_is_list (member))
    return;
  if (outlay_node_get_id (node) != NULL)
    append_name (path, outlay_node_get_id (node));
  else
    append_number (path, outlay_node_get_position (node) + 1);
}

static OutlayNode *
get_root (OutlayNode *node)
{
  while (outlay_node_get_parent (node) != NULL)
    node = outlay_node_get_parent (node);
  return node;
}

static void
append_index (GString *path, const OutlayParameter *parameter)
{
  OutlayNode *root = get_root (parameter->node);

  if (parameter->member->kind != OUTLAY_MEMBER_CELLS)
    append_number (path, (guint) parameter->index + 1);
  else
    append_name (path, outlay_node_get_id (OUTLAY_NODE (outlay_plan_get_phase (OUTLAY_PLAN (root), (guint) parameter->index))));
}

/* --- public --- */

/**
 * outlay_plan_find_path:
 * @plan: a plan
 * @path: names and ids joined by dots; entries of arrays, and objects without an id, go by their position from 1
 * @found: (out): what it names: a member, an entry of one, or where member is %NULL the object node itself
 * @error: OUTLAY_PLAN_ERROR_UNKNOWN_PATH, which says how far the path is known and the name that is nearest to the unknown one
 *
 * Finds anything in a plan, also objects and whole arrays, which sources may belong to.
 *
 * Returns: whether the plan has such a path
 */
gboolean
outlay_plan_find_path (OutlayPlan *plan, const char *path, OutlayParameter *found, GError **error)
{
  Walk walk = { plan, path, path, path, "", { OUTLAY_NODE (plan), NULL, -1 } };

  while (next_name (&walk))
    if (!step (&walk, error))
      return FALSE;
  *found = walk.found;
  return TRUE;
}

/**
 * outlay_parameter_path:
 * @parameter: a parameter whose node stands in a plan, or an object (member %NULL)
 *
 * Returns: (transfer full): its path, which finds the same parameter again
 */
char *
outlay_parameter_path (const OutlayParameter *parameter)
{
  GString *path = g_string_new (NULL);

  append_node (path, parameter->node);
  if (parameter->member != NULL)
    append_name (path, parameter->member->name);
  if (parameter->index >= 0)
    append_index (path, parameter);
  return g_string_free_and_steal (path);
}
