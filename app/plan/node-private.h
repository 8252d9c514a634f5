/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/node.h"

/**
 * OutlayChildren:
 *
 * The children under one member. The items of the list store are mirrored so that a change of it tells who left, so that a position is found at once, and so
 * that ids can be looked up without a walk.
 */
typedef struct _OutlayChildren OutlayChildren;

/* One block of memory holds numbers, strings and parts, in this order. */
typedef struct
{
  OutlayNode *parent;
  const OutlayMember *parent_member;
  guint position;
  double *numbers;
  char **strings;  /* NULL: what the declaration says */
  gpointer *parts; /* GArray, OutlayNode or OutlayChildren by the member's kind; NULL until somebody asks */
} OutlayNodePrivate;

OutlayNodePrivate *outlay_node_private (OutlayNode *node);

static inline gboolean
outlay_member_is_number (const OutlayMember *member)
{
  return member->kind <= OUTLAY_MEMBER_BOOLEAN;
}

static inline gboolean
outlay_member_is_string (const OutlayMember *member)
{
  return member->kind >= OUTLAY_MEMBER_STRING && member->kind <= OUTLAY_MEMBER_INDICATOR;
}

static inline gboolean
outlay_member_is_array (const OutlayMember *member)
{
  return member->kind >= OUTLAY_MEMBER_CELLS && member->kind <= OUTLAY_MEMBER_NUMBERS;
}

static inline gboolean
outlay_member_is_list (const OutlayMember *member)
{
  return member->kind == OUTLAY_MEMBER_NODES || member->kind == OUTLAY_MEMBER_SOURCES;
}

GParamSpec *outlay_member_create_spec (const OutlayMember *member);
void outlay_node_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec);
void outlay_node_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec);

/* The array of a member, made when there is none. */
GArray *outlay_node_get_array (OutlayNode *node, const OutlayMember *member);

void outlay_children_free (OutlayChildren *children);
/* An id is about to be different. */
void outlay_children_forget_ids (OutlayNode *parent, const OutlayMember *member);
