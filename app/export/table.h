/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/theme.h"

/**
 * OutlayDeckTable:
 *
 * A table as texts: the first row is its head; the slides of a deck, the PDF and the report lay it out alike.
 */
typedef enum
{
  OUTLAY_ROW_BODY,
  OUTLAY_ROW_HEAD,
  OUTLAY_ROW_SECTION, /* names what follows; stands again at the top of a page that continues it */
  OUTLAY_ROW_TOTAL,
} OutlayRowKind;

typedef struct
{
  OutlayRowKind kind;
  char **cells;      /* one for each column */
  gboolean has_swatch;
  OutlayInk swatch;  /* a small square of this colour before the first cell */
  gboolean alarming; /* its last cell is written in the colour of what is missed */
} OutlayDeckRow;

typedef struct
{
  gboolean number; /* at the right side, and never on two lines */
} OutlayDeckColumn;

typedef struct
{
  GArray *columns; /* OutlayDeckColumn */
  GPtrArray *rows; /* OutlayDeckRow */
  guint n_fixed;   /* first columns that stand on every page where the others do not fit side by side */
} OutlayDeckTable;

OutlayDeckTable *outlay_deck_table_new (void);
void outlay_deck_table_free (OutlayDeckTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayDeckTable, outlay_deck_table_free)

/* Before the rows. */
void outlay_deck_table_add_column (OutlayDeckTable *table, gboolean number);
OutlayDeckRow *outlay_deck_table_add_row (OutlayDeckTable *table, OutlayRowKind kind);
/* Takes the text; a cell that is not set is empty. */
void outlay_deck_row_take (OutlayDeckRow *row, guint column, char *text);

static inline guint
outlay_deck_table_n_columns (const OutlayDeckTable *table)
{
  return table->columns->len;
}

static inline const OutlayDeckColumn *
outlay_deck_table_column (const OutlayDeckTable *table, guint n)
{
  return &g_array_index (table->columns, OutlayDeckColumn, n);
}

static inline const OutlayDeckRow *
outlay_deck_table_row (const OutlayDeckTable *table, guint n)
{
  return g_ptr_array_index (table->rows, n);
}
