/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plan/node-private.h"

/* An integer property cannot be NaN: where it may be absent, 0 says so. */
static GParamSpec *
integer_spec (const OutlayMember *member, GParamFlags flags)
{
  return g_param_spec_int (member->name, member->nick, member->blurb, (int) (member->absent ? 0 : member->minimum),
                           (int) member->maximum, (int) (member->absent ? 0 : member->standard), flags);
}

/*< private > The property that a member is. */
GParamSpec *
outlay_member_create_spec (const OutlayMember *member)
{
  const char *name = member->name, *nick = member->nick, *blurb = member->blurb;
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  switch (member->kind)
    {
    case OUTLAY_MEMBER_REAL:
      return g_param_spec_double (name, nick, blurb, member->minimum, member->maximum, member->standard, writable);
    case OUTLAY_MEMBER_INTEGER:
    case OUTLAY_MEMBER_MONTH:
      return integer_spec (member, writable);
    case OUTLAY_MEMBER_CHOICE:
      return g_param_spec_enum (name, nick, blurb, outlay_choice_get_type (member->words), (int) member->standard, writable);
    case OUTLAY_MEMBER_BOOLEAN:
      return g_param_spec_boolean (name, nick, blurb, member->standard != 0, writable);
    case OUTLAY_MEMBER_CELLS:
    case OUTLAY_MEMBER_SHARES:
    case OUTLAY_MEMBER_NUMBERS:
      return g_param_spec_boxed (name, nick, blurb, G_TYPE_ARRAY, readable);
    case OUTLAY_MEMBER_PAIR:
    case OUTLAY_MEMBER_CHANGES:
      return g_param_spec_boxed (name, nick, blurb, G_TYPE_STRV, readable);
    case OUTLAY_MEMBER_NODE:
      return g_param_spec_object (name, nick, blurb, member->child_type, readable);
    case OUTLAY_MEMBER_NODES:
    case OUTLAY_MEMBER_SOURCES:
      return g_param_spec_object (name, nick, blurb, G_TYPE_LIST_MODEL, readable);
    default:
      return g_param_spec_string (name, nick, blurb, member->text, writable);
    }
}

static void
get_array_property (OutlayNode *node, const OutlayMember *member, GValue *value)
{
  g_autoptr (GArray) copy = g_array_copy (outlay_node_get_array (node, member));

  g_value_set_boxed (value, copy);
}

static void
get_number_property (OutlayNode *node, const OutlayMember *member, GValue *value)
{
  double number = outlay_node_get_number (node, member);
  double shown = isnan (number) ? (member->kind == OUTLAY_MEMBER_CHOICE ? member->standard : 0) : number;

  if (member->kind == OUTLAY_MEMBER_REAL)
    g_value_set_double (value, number);
  else if (member->kind == OUTLAY_MEMBER_CHOICE)
    g_value_set_enum (value, (int) shown);
  else if (member->kind == OUTLAY_MEMBER_BOOLEAN)
    g_value_set_boolean (value, shown != 0);
  else
    g_value_set_int (value, (int) shown);
}

/*< private > */
void
outlay_node_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayNode *self = OUTLAY_NODE (object);
  const OutlayMember *member = outlay_param_spec_get_member (pspec);

  if (outlay_member_is_number (member))
    get_number_property (self, member, value);
  else if (outlay_member_is_string (member))
    g_value_set_string (value, outlay_node_get_string (self, member));
  else if (outlay_member_is_array (member))
    get_array_property (self, member, value);
  else if (member->kind == OUTLAY_MEMBER_PAIR)
    g_value_set_boxed (value, ((const char *const[]) { outlay_node_get_pair (self, member, 0), outlay_node_get_pair (self, member, 1), NULL }));
  else if (member->kind == OUTLAY_MEMBER_NODE)
    g_value_set_object (value, outlay_node_get_child (self, member));
  else if (outlay_member_is_list (member))
    g_value_set_object (value, outlay_node_get_children (self, member));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/*< private > */
void
outlay_node_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayNode *self = OUTLAY_NODE (object);
  const OutlayMember *member = outlay_param_spec_get_member (pspec);

  if (member->kind == OUTLAY_MEMBER_REAL)
    outlay_node_set_number (self, member, g_value_get_double (value));
  else if (member->kind == OUTLAY_MEMBER_CHOICE)
    outlay_node_set_number (self, member, g_value_get_enum (value));
  else if (member->kind == OUTLAY_MEMBER_BOOLEAN)
    outlay_node_set_number (self, member, g_value_get_boolean (value));
  else if (outlay_member_is_number (member))
    outlay_node_set_number (self, member, g_value_get_int (value) < member->minimum ? NAN : g_value_get_int (value));
  else if (outlay_member_is_string (member))
    outlay_node_set_string (self, member, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}
