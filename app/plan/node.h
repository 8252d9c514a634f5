/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/parameters.h"
#include "plan/value.h"

/**
 * OutlayMemberKind:
 *
 * How a member stands in the plan file. REAL, INTEGER, MONTH and CHOICE are numbers to the engine; NODE is one object, NODES an array
 * of objects, CELLS the object phase id → money, SHARES the array of ramp-up shares. CHANGES (path → value), SOURCES (path → source),
 * PAIR (two paths) and NUMBERS (free array of numbers) belong to scenarios, the plan, correlations and uncertainties.
 */
typedef enum
{
  OUTLAY_MEMBER_REAL,
  OUTLAY_MEMBER_INTEGER,
  OUTLAY_MEMBER_MONTH,
  OUTLAY_MEMBER_CHOICE,
  OUTLAY_MEMBER_BOOLEAN,
  OUTLAY_MEMBER_STRING,
  OUTLAY_MEMBER_ID,
  OUTLAY_MEMBER_CURRENCY,
  OUTLAY_MEMBER_COLOUR,
  OUTLAY_MEMBER_REFERENCE, /* the id of an initiative, a product or a scenario; NULL where absent */
  OUTLAY_MEMBER_PATH,
  OUTLAY_MEMBER_SERIES,
  OUTLAY_MEMBER_INDICATOR,
  OUTLAY_MEMBER_CELLS,
  OUTLAY_MEMBER_SHARES,
  OUTLAY_MEMBER_NUMBERS,
  OUTLAY_MEMBER_PAIR,
  OUTLAY_MEMBER_CHANGES,
  OUTLAY_MEMBER_SOURCES,
  OUTLAY_MEMBER_NODE,
  OUTLAY_MEMBER_NODES,
} OutlayMemberKind;

/**
 * OutlayMember:
 *
 * The declaration of one member of an object of the plan: what the reader, the writer, the editors, scenarios and the command line know of it.
 * Members stand in the order of the plan file.
 */
typedef struct
{
  const char *name;
  OutlayMemberKind kind;
  gboolean required;
  gboolean nullable;       /* JSON null is allowed */
  gboolean absent;         /* may be missing, and is then not written (NaN, NULL) */
  guint slot;              /* among the numbers, strings or children of the node, by kind */
  OutlayUnit unit;
  double minimum;
  double maximum;
  double standard;
  guint least;             /* of an array's length */
  guint most;
  const char *const *words; /* (nullable): the words of a choice, in the order of its enumeration */
  GType child_type;        /* of NODE and NODES */
  const char *nick;        /* msgid */
  const char *blurb;       /* msgid */
} OutlayMember;

#define OUTLAY_TYPE_NODE (outlay_node_get_type ())
G_DECLARE_DERIVABLE_TYPE (OutlayNode, outlay_node, OUTLAY, NODE, GObject)

struct _OutlayNodeClass
{
  GObjectClass parent_class;

  const OutlayMember *members;
  guint n_members;
};

/* The members of a node's class, in the order of the plan file. */
const OutlayMember *outlay_node_members (OutlayNode *node, guint *n_members);
const OutlayMember *outlay_node_find_member (OutlayNode *node, const char *name);

/* The object it stands in; NULL for the plan and for what has been removed. Not owned. */
OutlayNode *outlay_node_get_parent (OutlayNode *node);
/* Its id, or NULL where the class has none. */
const char *outlay_node_get_id (OutlayNode *node);

/* Plain access by member; every write notifies the property and tells the plan (OutlayPlan::changed). Numbers only: */
double outlay_node_get_number (OutlayNode *node, const OutlayMember *member);
void outlay_node_set_number (OutlayNode *node, const OutlayMember *member, double number);
const char *outlay_node_get_string (OutlayNode *node, const OutlayMember *member);
void outlay_node_set_string (OutlayNode *node, const OutlayMember *member, const char *string);

/* The children under a NODE (its one object) or NODES member (a GListStore of child_type). Not owned. */
OutlayNode *outlay_node_get_child (OutlayNode *node, const OutlayMember *member);
GListStore *outlay_node_get_children (OutlayNode *node, const OutlayMember *member);
