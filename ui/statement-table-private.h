/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/hand.h"
#include "ui/pen.h"
#include "ui/split-cell.h"
#include "ui/statement-table.h"

/* Between the edge of a column and its text. */
#define OUTLAY_TABLE_PADDING 8
/* Of the triangle by which a section folds. */
#define OUTLAY_TABLE_TRIANGLE 16

/* column −1: the name of the row. */
typedef struct
{
  guint row; /* of the figures */
  int column;
} OutlayTablePlace;

typedef enum
{
  OUTLAY_TABLE_NOTHING,
  OUTLAY_TABLE_HEAD,     /* of a column; column −1: the corner */
  OUTLAY_TABLE_TRIANGLE_PART,
  OUTLAY_TABLE_CELL,
} OutlayTablePart;

/* Sizes in pixels, of tables that are read from the left: in others everything is mirrored when it is drawn and picked. */
typedef struct
{
  double line; /* of text */
  double row_height;
  double name_height; /* of a row that has its name above its figures, which then have the whole width; otherwise 0 */
  double head_height;
  double number_width; /* of the rows' numbers; 0: there are none */
  double natural_name_width;
  double name_width;
  double fixed_width; /* of each of the figures' first columns, and of all others */
  double column_width;
  guint n_fixed; /* columns that stand still, where there is room */
  int width;
  int height;
} OutlayTableLayout;

struct _OutlayStatementTable
{
  OutlayScrolledTable parent_instance;

  OutlayFigures *figures;
  GArray *rows; /* guint: that are not folded away */
  GHashTable *folded; /* keys of rows */

  OutlayTablePlace cursor;
  OutlayTablePlace anchor; /* the other corner of what is selected */
  gboolean all; /* is selected */
  gboolean hovers;
  guint hovered; /* row */
  gboolean again; /* what had the cursor already is pressed */

  OutlayTableLayout layout;
  double scroll_x; /* from the first column on */
  double scroll_y;

  OutlaySplitFocus focus;
  OutlayPenTexts texts;
  GtkWidget *popover;
  GtkWidget *menu;
};

/* What is selected: a rectangle of what is not folded away. */
typedef struct
{
  guint first_row; /* of table->rows */
  guint end_row;
  int first_column;
  int end_column;
} OutlayTableRange;

static inline guint
outlay_table_nth_row (OutlayStatementTable *table, guint n)
{
  return g_array_index (table->rows, guint, n);
}

/* --- statement-table.c --- */

/* Moves the cursor and scrolls to it. extend: the anchor stays. */
void outlay_statement_table_go_to (OutlayStatementTable *table, OutlayTablePlace place, gboolean extend);
void outlay_statement_table_select_all (OutlayStatementTable *table);
OutlayTableRange outlay_statement_table_range (OutlayStatementTable *table);
/* The widget draws and tells itself anew. */
void outlay_statement_table_refresh (OutlayStatementTable *table);

/* --- statement-table-fold.c --- */

gboolean outlay_statement_table_is_folded (OutlayStatementTable *table, guint row);
void outlay_statement_table_set_folded (OutlayStatementTable *table, guint row, gboolean folded);
void outlay_statement_table_fold_all (OutlayStatementTable *table, gboolean folded);
/* Lists the rows that are not folded away. */
void outlay_statement_table_list_rows (OutlayStatementTable *table);
/* Where a row stands among those; where it is folded away, the one that it is folded into. */
guint outlay_statement_table_find_row (OutlayStatementTable *table, guint row);

/* --- statement-table-layout.c --- */

/* Sizes from the font and the figures; columns of the same table do not become narrower. */
void outlay_statement_table_measure_parts (OutlayStatementTable *table, gboolean same);
void outlay_statement_table_allocate (OutlayStatementTable *table, int width, int height);
double outlay_statement_table_column_width (OutlayStatementTable *table, guint column);
/* Where columns begin that scroll. */
double outlay_statement_table_fixed_end (OutlayStatementTable *table);
/* n: among the rows that are shown; not mirrored. */
OutlayRectangle outlay_statement_table_cell (OutlayStatementTable *table, guint n, int column);
OutlayRectangle outlay_statement_table_mirror (OutlayStatementTable *table, OutlayRectangle rectangle);
/* Of the figure or name that has the cursor, as it is drawn. */
OutlayRectangle outlay_statement_table_cursor_cell (OutlayStatementTable *table);
OutlayTablePart outlay_statement_table_pick (OutlayStatementTable *table, double x, double y, OutlayTablePlace *place);
void outlay_statement_table_visible (OutlayStatementTable *table, OutlayTableRange *range);
void outlay_statement_table_reveal (OutlayStatementTable *table, OutlayTablePlace place);
/* Adjustments follow scroll_x and scroll_y, and the other way round. */
void outlay_statement_table_tell_adjustments (OutlayStatementTable *table);
void outlay_statement_table_read_adjustments (OutlayScrolledTable *table);

/* --- statement-table-draw.c, -keys.c, -pointer.c --- */

void outlay_statement_table_draw (OutlayStatementTable *table, GtkSnapshot *snapshot);
void outlay_statement_table_add_keys (OutlayStatementTable *table);
void outlay_statement_table_add_pointer (OutlayStatementTable *table);
gboolean outlay_statement_table_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* --- statement-table-explain.c --- */

/* How the figure at the cursor was computed. */
void outlay_statement_table_explain (OutlayStatementTable *table);
/* The same in a few lines. (transfer full) */
char *outlay_reason_to_text (const OutlayReason *reason);

/* --- statement-table-actions.c --- */

void outlay_statement_table_class_add_actions (GtkWidgetClass *class);
void outlay_statement_table_show_menu (OutlayStatementTable *table, double x, double y);
