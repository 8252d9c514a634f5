/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/parameter.h"
#include "store/text-index.h"

/**
 * OutlayReader:
 *
 * The plan that is made of a text while its faults are gathered. First every object is read by the declarations of its class
 * (node-reader.c; what it says is in reader-fault.c), then what refers to others (link-reader.c), so that the order of members in the file is free; at last what spans several
 * members is checked and each fault placed (fault-place.c).
 */
typedef struct
{
  OutlayTextIndex index;
  OutlayFaults faults;
  OutlayPlan *plan;
  GArray *later;        /* of OutlayLater */
  GHashTable *doubtful; /* nodes that do not hold what the file meant, so that they cannot be judged as a whole */
} OutlayReader;

/* A member that refers to others: its value waits until they are read. */
typedef struct
{
  OutlayNode *node;
  const OutlayMember *member;
  guint entry;
} OutlayLater;

/* Keeps a reference to the plan; the text is not owned, and index is empty until the caller makes it. */
void outlay_reader_init (OutlayReader *reader, OutlayPlan *plan, const char *text, gsize length);
void outlay_reader_clear (OutlayReader *reader);

/* Messages are taken over. Where a value is at fault, where its name is, and where an object lacks a member. */
void outlay_reader_fault_value (OutlayReader *reader, guint entry, char *message);
void outlay_reader_fault_name (OutlayReader *reader, guint entry, char *message);
void outlay_reader_fault_missing (OutlayReader *reader, guint entry, const char *name, char *message);
/* The sentences of single members. first: an entry that was there before. */
void outlay_reader_fault_unknown (OutlayReader *reader, guint entry, OutlayNode *node, const char *name);
void outlay_reader_fault_twice (OutlayReader *reader, guint entry, guint first);
void outlay_reader_fault_id (OutlayReader *reader, guint entry, const char *id, guint first);
void outlay_reader_fault_absent (OutlayReader *reader, guint entry, const OutlayMember *member);
void outlay_reader_fault_type (OutlayReader *reader, guint entry, const char *expected);
void outlay_reader_fault_length (OutlayReader *reader, guint entry, const OutlayMember *member, guint n);
/* Whether there is any use in looking at what stands at an entry or after it. */
gboolean outlay_reader_goes_on (OutlayReader *reader, guint entry);

/* Whether the value is an object or array, or the fault that it is not. */
gboolean outlay_reader_expect (OutlayReader *reader, guint entry, OutlayTextKind kind);
/* One value of the member, or of one entry of it, checked; FALSE where a fault has been told. */
gboolean outlay_reader_get_value (OutlayReader *reader, guint entry, const OutlayMember *member, OutlayValue *value);
/* Whether the name of the entry is new in names, or the fault that it is given twice. names: name → entry, owning the names. */
gboolean outlay_reader_expect_new (OutlayReader *reader, guint entry, GHashTable *names);

/* The member has a fault: what depends on it together with others cannot be judged. */
void outlay_reader_doubt (OutlayReader *reader, OutlayNode *node, const OutlayMember *member);

void outlay_reader_read_node (OutlayReader *reader, guint entry, OutlayNode *node);
/* The members that wait. */
void outlay_reader_read_links (OutlayReader *reader);
/* What spans several members, in the plan and in all its scenarios. */
void outlay_reader_validate (OutlayReader *reader);
