/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/assumptions.h"
#include "plan/typed.h"
#include "study/influence.h"
#include "ui/document.h"

typedef enum
{
  OUTLAY_ASSUMPTION_KIND_OBJECT, /* the name of what the rows below belong to */
  OUTLAY_ASSUMPTION_KIND_LIST,   /* the name of a list, whose objects stand below as rows */
  OUTLAY_ASSUMPTION_KIND_FOUND,  /* how many numbers were found */
  OUTLAY_ASSUMPTION_KIND_GROUPING,
  OUTLAY_ASSUMPTION_KIND_FIELD,
  OUTLAY_ASSUMPTION_KIND_TEXT,
  OUTLAY_ASSUMPTION_KIND_CHOICE,
  OUTLAY_ASSUMPTION_KIND_COLOUR,
  OUTLAY_ASSUMPTION_KIND_RAMP, /* a cell for each year */
} OutlayAssumptionKind;

/* One value of a row, and what is being typed into it. */
typedef struct
{
  OutlayParameter parameter;
  char *path;
  OutlayAmountUnit unit;
  char *text;       /* as it holds */
  char *typed;      /* (nullable): what stands in the field instead, until it is right or taken back */
  char *fault;      /* (nullable): why it is not right */
  gboolean changed; /* by the active scenario */
  gboolean weighed; /* influence is known, of this state of the plan or of one before */
  OutlayInfluence influence;
} OutlayAssumptionCell;

/**
 * OutlayAssumptionRow:
 *
 * A row of the assumptions: a number with all that is told beside it, or a heading. It shows the plan as it was when it was refreshed last.
 */
#define OUTLAY_TYPE_ASSUMPTION_ROW (outlay_assumption_row_get_type ())
G_DECLARE_FINAL_TYPE (OutlayAssumptionRow, outlay_assumption_row, OUTLAY, ASSUMPTION_ROW, GObject)

struct _OutlayAssumptionRow
{
  GObject parent_instance;

  OutlayAssumptionKind kind;
  OutlayNode *node;
  OutlayAssumptionGroup group;
  GPtrArray *cells; /* OutlayAssumptionCell; none of headings */
  guint n_found;    /* where that is what it tells */
  gboolean named;   /* its title names its object, for others stand beside it */
  gboolean captions; /* of a heading: it names the influences below */
  gboolean first;   /* of a card */
  gboolean last;

  char *title;
  char *place;  /* what it belongs to */
  char *where;  /* (nullable): the same, where it is not to be seen above */
  char *units;  /* beside the field; "" for none */
  char *source; /* (nullable): how well the number is founded; of what is no number NULL */
  OutlayStatus status;
  gboolean sourced; /* somebody says so */
  char *founder;    /* (nullable): who, and when */
};

/**
 * OutlayAssumptionRow::changed:
 *
 * It is to be shown anew.
 */
OutlayAssumptionRow *outlay_assumption_row_new_heading (OutlayNode *node);
/* node: the first of the list */
OutlayAssumptionRow *outlay_assumption_row_new_list (OutlayNode *node);
OutlayAssumptionRow *outlay_assumption_row_new_found (OutlayPlan *plan, guint n_found);
OutlayAssumptionRow *outlay_assumption_row_new_group (OutlayNode *node, OutlayAssumptionGroup group);
/* parameter: of the ramp-up its first year, with which come the others */
OutlayAssumptionRow *outlay_assumption_row_new (OutlayAssumptionGroup group, const OutlayParameter *parameter);

OutlayAssumptionCell *outlay_assumption_row_nth (OutlayAssumptionRow *row, guint n);
gboolean outlay_assumption_row_is_heading (OutlayAssumptionRow *row);
/* Takes over what the plan holds under the active scenario. elsewhere: it stands among rows of other objects */
void outlay_assumption_row_refresh (OutlayAssumptionRow *row, OutlayDocument *document, gboolean elsewhere);
void outlay_assumption_row_tell (OutlayAssumptionRow *row);

/* What is typed into a cell, NULL to take it back; and trying to make it the value. FALSE where it is not right: then it stays, with its fault. */
void outlay_assumption_row_type (OutlayAssumptionRow *row, guint cell, const char *text);
gboolean outlay_assumption_row_commit (OutlayAssumptionRow *row, guint cell, OutlayDocument *document);
/* The largest effects of its numbers, where they are larger than those that were found so far. */
void outlay_assumption_row_measure (OutlayAssumptionRow *row, double largest[OUTLAY_N_INFLUENCES]);
