/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/faults.h"

#define OUTLAY_DEEPEST_LEVEL 32
#define OUTLAY_LARGEST_TEXT (64 * 1024 * 1024)

/**
 * OutlayTextEntry:
 *
 * One value of the text: the root, a member's value or an array's item. Offsets are bytes of the text; entries are numbered in the order of the
 * text, so an object's or array's own follow it at once. The root is entry 0.
 */
typedef struct
{
  guint32 start;      /* the value's first byte, its kind with it */
  guint32 name;       /* a member: the opening quote of its name. An item: its position from 0 */
  guint32 parent;     /* the object or array it stands in; the root is its own */
  guint32 next : 31;  /* the entry after it and all it holds; 0 while it is still open */
  guint32 faulty : 1; /* a fault of the text has been told in it or its name; it means nothing */
} OutlayTextEntry;

/**
 * OutlayTextIndex:
 *
 * Where every value of a JSON text stands, found in one pass over its bytes. It takes the place of a parsed tree: a value is decoded from its
 * own bytes when it is wanted, so a number is the double that is written and a hostile text costs no more than sixteen bytes a value.
 */
typedef struct
{
  const char *text; /* not owned */
  gsize length;
  GArray *entries;
} OutlayTextIndex;

typedef enum
{
  OUTLAY_TEXT_NULL,
  OUTLAY_TEXT_BOOLEAN,
  OUTLAY_TEXT_NUMBER,
  OUTLAY_TEXT_STRING,
  OUTLAY_TEXT_ARRAY,
  OUTLAY_TEXT_OBJECT,
} OutlayTextKind;

/* Tells every fault of the text as such. FALSE where it is no JSON from some place on, so that nothing of it can be used; a fault that spoils one
 * value only marks that value as faulty. Clear the index in either case. */
gboolean outlay_text_index_init (OutlayTextIndex *index, const char *text, gsize length, OutlayFaults *faults);
void outlay_text_index_clear (OutlayTextIndex *index);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayTextIndex, outlay_text_index_clear)

static inline const OutlayTextEntry *
outlay_text_entry (const OutlayTextIndex *index, guint entry)
{
  return &g_array_index (index->entries, OutlayTextEntry, entry);
}

/* for (child = first; child < end; child = outlay_text_entry (index, child)->next) */
static inline guint
outlay_text_first (guint entry)
{
  return entry + 1;
}

static inline guint
outlay_text_end (const OutlayTextIndex *index, guint entry)
{
  return outlay_text_entry (index, entry)->next;
}

OutlayTextKind outlay_text_kind (const OutlayTextIndex *index, guint entry);

/* Decoded; only of what is of that kind and not faulty. */
double outlay_text_number (const OutlayTextIndex *index, guint entry);
gboolean outlay_text_boolean (const OutlayTextIndex *index, guint entry);
char *outlay_text_string (const OutlayTextIndex *index, guint entry);
/* A member's name; of any member. */
char *outlay_text_name (const OutlayTextIndex *index, guint entry);
gboolean outlay_text_name_is (const OutlayTextIndex *index, guint entry, const char *name);

/* What a path calls the value: a member's name, an item's id, or the item's position from 1 where it has none. */
char *outlay_text_piece (const OutlayTextIndex *index, guint entry);
/* The end of the piece in a path that begins with it, at a dot or the very end; NULL where the path begins otherwise. */
const char *outlay_text_skip_piece (const OutlayTextIndex *index, guint entry, const char *path);
/* The path of ids and names of a value; items without an id are counted from 1. */
char *outlay_text_path (const OutlayTextIndex *index, guint entry);
/* The value as a sentence may tell it: “abc”, 1.5, null, an object. */
char *outlay_text_describe (const OutlayTextIndex *index, guint entry);
