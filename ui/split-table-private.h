/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/amount.h"
#include "ui/drag-way.h"
#include "ui/hand.h"
#include "ui/pen.h"
#include "ui/split-cell.h"
#include "ui/split-session.h"
#include "ui/split-table.h"

/* Between a bar's edge and its amount. */
#define OUTLAY_SPLIT_PADDING 10
/* Between a column's edge and its bar. */
#define OUTLAY_SPLIT_INSET 5
#define OUTLAY_SPLIT_LOCK_SIZE 16

struct _OutlaySplitTable
{
  OutlayScrolledTable parent_instance;

  OutlayDocument *document;
  OutlaySplitGrid grid;

  OutlaySplitFocus focus;
  OutlaySplitPlace cursor;

  gboolean hovers;
  OutlaySplitPlace hovered;
  OutlaySplitPart hovered_part;
  gboolean hovers_dot;

  OutlaySplitSession *drag;
  OutlaySplitPlace dragged;
  OutlayDragWay drag_way;
  double drag_x;      /* where the pointer was when the amount was drag_amount */
  double drag_amount; /* before rounding */
  double drag_reached;
  gboolean drag_fine;

  GtkWidget *entry; /* while an amount is typed */
  guint leaving;    /* the source that takes the amount after the focus went elsewhere */
  GtkWidget *message;
  GtkWidget *menu;
  OutlayPenTexts texts;

  OutlayAmountUnit unit; /* of the amounts that are shown */
  double full;           /* the amount that fills a bar */
  int digits;            /* decimals of the amounts */
  double line;           /* the height of a line of text */
  double figure_widths[3]; /* of the longest amount, by its decimals */
  double name_width; /* that all names take */
  double least_name_width; /* in which most can be read */
  double least_phase_width;
  double good_phase_width; /* with its years */
  double full_sum_width; /* with a note below */
  double least_sum_width;
  double least_note_width;
  gboolean stacked; /* names stand above their amounts */
  guint stacking;   /* the source that makes room for that */
  gsize sum_length; /* of the text of the total that the widths were measured for */
};

/* --- split-table-amounts.c --- */

/* The sum or cell that stands at a place now. */
double outlay_split_table_amount (OutlaySplitTable *table, OutlaySplitPlace place);
gboolean outlay_split_table_is_locked (OutlaySplitTable *table, OutlaySplitPlace place);
/* Whether the active scenario has an amount of its own there. */
gboolean outlay_split_table_is_changed (OutlaySplitTable *table, OutlaySplitPlace place);
void outlay_split_table_set_locked (OutlaySplitTable *table, OutlaySplitPlace place, gboolean locked);
/* One step of the history that sets a place; says where less (or more) was reached than asked for. */
void outlay_split_table_commit_amount (OutlaySplitTable *table, OutlaySplitPlace place, double amount);
/* Words under a place; NULL takes them away. */
void outlay_split_table_say (OutlaySplitTable *table, const char *text, gboolean is_error);

/* "Mining machinery, Phase one, 1.80 bn yuan, locked". (transfer full) */
char *outlay_split_table_describe (OutlaySplitTable *table, OutlaySplitPlace place);
/* "bn yuan", what the amounts are counted in. (transfer full) */
char *outlay_split_table_unit (OutlaySplitTable *table);
/* "Aug 2021 – Jul 2023" or "2021 – 2023", when a phase is built. (transfer full) */
char *outlay_split_table_phase_dates (OutlaySplitTable *table, guint phase, gboolean years);

/* --- split-table-return.c --- */

/* Takes the active scenario's own amount away, so that the plan's or that of the scenario it comes from holds. */
void outlay_split_table_return (OutlaySplitTable *table, OutlaySplitPlace place);
/* Of an amount that the scenario changes: "in the plan: 1.80 bn", and the menu's "_Return to the Plan’s Amount, 1.80 bn". (transfer full) */
char *outlay_split_table_describe_origin (OutlaySplitTable *table, OutlaySplitPlace place);
char *outlay_split_table_return_label (OutlaySplitTable *table, OutlaySplitPlace place);
/* Whether a point is on the dot that marks a changed amount. */
gboolean outlay_split_table_is_over_dot (OutlaySplitTable *table, OutlaySplitPlace place, double x, double y);
gboolean outlay_split_table_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip);

/* --- split-table.c --- */

/* Moves the cursor, and scrolls to it. */
void outlay_split_table_go_to (OutlaySplitTable *table, OutlaySplitPlace place);

/* --- split-table-layout.c --- */

/* Where the bar of a cell stands. */
void outlay_split_table_bar (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle);
/* Where the lock of a cell, or of a sum's whole row or column, is drawn and clicked. */
void outlay_split_table_lock (OutlaySplitTable *table, OutlaySplitPlace place, OutlayRectangle *rectangle);
/* Sizes from the font and the names. */
void outlay_split_table_measure_parts (OutlaySplitTable *table);
void outlay_split_table_allocate (OutlaySplitTable *table, int width, int height);

/* --- split-table-draw.c --- */

void outlay_split_table_draw (OutlaySplitTable *table, GtkSnapshot *snapshot);

/* --- split-table-pointer.c, -keys.c, -edit.c, -menu.c --- */

void outlay_split_table_add_pointer (OutlaySplitTable *table);
void outlay_split_table_cancel_drag (OutlaySplitTable *table);
void outlay_split_table_add_keys (OutlaySplitTable *table);
/* Opens an entry over the cursor's cell. text NULL: with the amount itself, selected. */
void outlay_split_table_edit (OutlaySplitTable *table, const char *text);
/* Takes what was typed; FALSE where it is no amount and the entry stays. */
gboolean outlay_split_table_finish_edit (OutlaySplitTable *table);
void outlay_split_table_cancel_edit (OutlaySplitTable *table);
void outlay_split_table_class_add_actions (GtkWidgetClass *widget_class);
void outlay_split_table_show_menu (OutlaySplitTable *table, double x, double y);
