/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/parameters.h"
#include "plan/choice.h"
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
 * Members stand in the order of the plan file. Each is a GObject property of the same name; unit and member are found from its GParamSpec by
 * outlay_param_spec_get_member().
 *
 * Storage: REAL, INTEGER, MONTH, CHOICE and BOOLEAN (0 or 1) are numbers, NaN where absent or null; STRING to INDICATOR and the two paths of a
 * PAIR are strings, NULL where absent or null; CELLS, SHARES and NUMBERS are arrays of numbers; SERIES and INDICATOR hold the long name.
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
  GType child_type;        /* of NODE, NODES and SOURCES */
  const char *nick;        /* msgid */
  const char *blurb;       /* msgid */

  const char *text;                 /* what a string is where the file leaves it out; NULL where it is absent then */
  gboolean engine;                  /* the slot is the engine's too: parameters.h declares the number */
  GType (*get_child_type) (void);   /* for the declaration; read child_type */
} OutlayMember;

#define OUTLAY_TYPE_NODE (outlay_node_get_type ())
G_DECLARE_DERIVABLE_TYPE (OutlayNode, outlay_node, OUTLAY, NODE, GObject)

struct _OutlayNodeClass
{
  GObjectClass parent_class;

  const OutlayMember *members;
  guint n_members;

  /* A member of a node in the tree below this root is different. */
  void (*changed) (OutlayNode *root, OutlayNode *node, const OutlayMember *member);
  /* From position on, the removed children have given way to n_added others. */
  void (*children_changed) (OutlayNode *node, const OutlayMember *member, guint position, OutlayNode *const *removed,
                            guint n_removed, guint n_added);

  /*< private >*/
  const OutlayMember *id;
  GParamSpec **properties; /* of each member */
  GHashTable *by_name;     /* name → member */
  guint n_numbers;
  guint n_strings;
  guint n_parts;
};

/* The members of a node's class, in the order of the plan file. */
const OutlayMember *outlay_node_members (OutlayNode *node, guint *n_members);
const OutlayMember *outlay_node_find_member (OutlayNode *node, const char *name);
const OutlayMember *outlay_param_spec_get_member (GParamSpec *pspec);

/* The object it stands in; NULL for the plan and for what has been removed. Not owned. */
OutlayNode *outlay_node_get_parent (OutlayNode *node);
/* Its id, the path it belongs to for a source, or NULL where the class has none. */
const char *outlay_node_get_id (OutlayNode *node);
/* Its position among its siblings, from 0. */
guint outlay_node_get_position (OutlayNode *node);
/* The member of the parent in which it stands; NULL without a parent. */
const OutlayMember *outlay_node_get_parent_member (OutlayNode *node);

/* Plain access by member; every write notifies the property and tells the plan (OutlayPlan::changed). Numbers only: */
double outlay_node_get_number (OutlayNode *node, const OutlayMember *member);
void outlay_node_set_number (OutlayNode *node, const OutlayMember *member, double number);
const char *outlay_node_get_string (OutlayNode *node, const OutlayMember *member);
void outlay_node_set_string (OutlayNode *node, const OutlayMember *member, const char *string);

/* The paths of a PAIR, which is 0 or 1. */
const char *outlay_node_get_pair (OutlayNode *node, const OutlayMember *member, guint which);
void outlay_node_set_pair (OutlayNode *node, const OutlayMember *member, const char *first, const char *second);

/* CELLS (by the phase's position; beyond the end 0), SHARES and NUMBERS. */
const double *outlay_node_get_numbers (OutlayNode *node, const OutlayMember *member, guint *n_numbers);
void outlay_node_set_numbers (OutlayNode *node, const OutlayMember *member, const double *numbers, guint n_numbers);
double outlay_node_get_entry (OutlayNode *node, const OutlayMember *member, guint index);
void outlay_node_set_entry (OutlayNode *node, const OutlayMember *member, guint index, double number);

/* The children under a NODE (its one object) or NODES or SOURCES member (a GListStore of child_type). Not owned. */
OutlayNode *outlay_node_get_child (OutlayNode *node, const OutlayMember *member);
GListStore *outlay_node_get_children (OutlayNode *node, const OutlayMember *member);
guint outlay_node_get_n_children (OutlayNode *node, const OutlayMember *member);
/* Not owned, unlike what g_list_model_get_item() returns; NULL past the end. */
OutlayNode *outlay_node_get_nth_child (OutlayNode *node, const OutlayMember *member, guint position);
/* The first child of that id (of that path for sources), at the same cost for two children as for ten thousand. */
OutlayNode *outlay_node_find_child (OutlayNode *node, const OutlayMember *member, const char *id);
/* Takes the child from one position to another; what belongs to it by position, such as the cells of a phase, moves along. */
void outlay_node_move_child (OutlayNode *node, const OutlayMember *member, guint from, guint to);

/*< private >*/
void outlay_node_class_install (OutlayNodeClass *klass, const OutlayMember *declarations, guint n_declarations);
void outlay_node_prepare (OutlayNode *node);
void outlay_node_notify (OutlayNode *node, const OutlayMember *member);
