/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

typedef enum
{
  OUTLAY_CELL_PLAIN,
  OUTLAY_CELL_MET, /* a target's mark */
  OUTLAY_CELL_MISSED,
} OutlayCellMark;

typedef enum
{
  OUTLAY_CELL_NEUTRAL,
  OUTLAY_CELL_BETTER,
  OUTLAY_CELL_WORSE,
} OutlayCellTone;

/* What stands under one scenario. */
typedef struct
{
  char *value;
  char *note;  /* (nullable): below the value */
  char *exact; /* (nullable): the value with every digit, for a spreadsheet */
  OutlayCellMark mark;
  OutlayCellTone tone;
} OutlayCompareCell;

/**
 * OutlayCompareRow:
 *
 * A row of a table of scenarios: what it is about, and a cell for each scenario; or a heading over rows, which has no cells.
 */
#define OUTLAY_TYPE_COMPARE_ROW (outlay_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareRow, outlay_compare_row, OUTLAY, COMPARE_ROW, GObject)

struct _OutlayCompareRow
{
  GObject parent_instance;

  char *key; /* the same where a later row is about the same */
  char *title;
  char *details; /* (nullable): what its popover says */
  char *badge;   /* (nullable) */
  char *link;    /* (nullable) */
  gboolean heading;
  GArray *cells; /* OutlayCompareCell */
};

/* key is copied, and so is title. */
OutlayCompareRow *outlay_compare_row_new (const char *key, const char *title);
/* A new cell at the end, to be filled. */
OutlayCompareCell *outlay_compare_row_add (OutlayCompareRow *row);
const OutlayCompareCell *outlay_compare_row_nth (OutlayCompareRow *row, guint n);
/* What its tone says, in words: "better"; NULL where it is neutral. */
const char *outlay_compare_cell_get_verdict (const OutlayCompareCell *cell);
/* Note and verdict in one line; NULL without a note. (transfer full) */
char *outlay_compare_cell_describe (const OutlayCompareCell *cell);
/* Makes row say what another of the same key says, and tells who shows it; nothing happens where they say the same. */
void outlay_compare_row_take (OutlayCompareRow *row, OutlayCompareRow *other);

/**
 * OutlayCompareRow::changed:
 */
