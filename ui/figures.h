/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "engine/series.h"

/**
 * OutlayFigures:
 *
 * Rows and columns of results as a table shows them: a statement over the years, or indicators of the plan and its initiatives. Reads a projection, and is good
 * until that changes. Texts are made when they are asked for, so that a table of any size costs what is in sight. Reference counted.
 */
typedef struct _OutlayFigures OutlayFigures;

/* What a figure is to be drawn like beside its text. */
typedef enum
{
  OUTLAY_FIGURE_PLAIN,
  OUTLAY_FIGURE_NEGATIVE,
  OUTLAY_FIGURE_FAINT, /* null, or nothing */
  OUTLAY_FIGURE_MET,   /* a target is */
  OUTLAY_FIGURE_MISSED,
} OutlayFigureTone;

typedef struct
{
  const char *number; /* "1.2"; "" for none */
  const char *name;
  guint depth;
  gboolean strong; /* a sum, or the head of a section */
  OutlayUnit unit;
  gboolean says_unit; /* its name does */
} OutlayFiguresRow;

/* One of the things that a figure is made of. */
typedef struct
{
  char *name;  /* "− Operating cost" */
  char *value;
  int row; /* where it stands in the same table; −1: nowhere */
} OutlayTerm;

/* How a figure was computed. */
typedef struct
{
  char *title; /* "Income tax, 2030" */
  char *value;
  char *sentence; /* (nullable) */
  GArray *terms;  /* OutlayTerm */
} OutlayReason;

typedef struct
{
  void (*get_row) (OutlayFigures *figures, guint row, OutlayFiguresRow *result); /* owned by the figures */
  char *(*write_column) (OutlayFigures *figures, guint column);
  double (*get_value) (OutlayFigures *figures, guint row, guint column); /* NaN: none */
  char *(*write_text) (OutlayFigures *figures, guint row, guint column); /* in the table's unit */
  char *(*write_whole) (OutlayFigures *figures, guint row, guint column); /* with its own unit, as it is said */
  OutlayFigureTone (*get_tone) (OutlayFigures *figures, guint row, guint column);
  void (*explain) (OutlayFigures *figures, guint row, guint column, OutlayReason *reason);
  void (*clear) (OutlayFigures *figures);
} OutlayFiguresClass;

struct _OutlayFigures
{
  const OutlayFiguresClass *class;
  grefcount references;
  char *id; /* what is folded in one is not in another */
  char *title;
  char *scope;    /* what it is about: the plan's name, an initiative's */
  char *scenario; /* that they are of; NULL: the plan itself */
  char *unit;     /* in the corner: "bn yuan" */
  char *currency; /* ISO code of its money */
  guint n_rows;
  guint n_columns;
  guint n_fixed; /* first columns that stay while the others scroll */
  guint head_lines;
};

/* size: of the whole structure, which begins with an OutlayFigures. (transfer full) */
gpointer outlay_figures_alloc (const OutlayFiguresClass *class, gsize size);
OutlayFigures *outlay_figures_ref (OutlayFigures *figures);
void outlay_figures_unref (OutlayFigures *figures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFigures, outlay_figures_unref)

OutlayFiguresRow outlay_figures_row (OutlayFigures *figures, guint row);
/* Whether rows of its own stand below it. */
gboolean outlay_figures_is_parent (OutlayFigures *figures, guint row);
/* The row that it stands below; −1: none. */
int outlay_figures_parent (OutlayFigures *figures, guint row);
char *outlay_figures_column (OutlayFigures *figures, guint column);
double outlay_figures_value (OutlayFigures *figures, guint row, guint column);
char *outlay_figures_text (OutlayFigures *figures, guint row, guint column);
/* "Income tax, 2030: 12.3 m yuan"; column −1: the row's name alone. (transfer full) */
char *outlay_figures_describe (OutlayFigures *figures, guint row, int column);

/* (transfer full) */
OutlayReason *outlay_figures_explain (OutlayFigures *figures, guint row, guint column);
void outlay_reason_add (OutlayReason *reason, char *name, char *value, int row); /* takes both texts */
void outlay_reason_free (OutlayReason *reason);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayReason, outlay_reason_free)

/**
 * OutlayFiguresPart:
 *
 * Some rows and columns of figures, to be taken away.
 */
typedef struct
{
  OutlayFigures *figures;
  const guint *rows;
  guint n_rows;
  guint first_column;
  guint end_column;
  gboolean names; /* the names of rows and columns with them */
} OutlayFiguresPart;

/* For a spreadsheet: every digit, in plain money. Text as the reader's language writes numbers, rows of cells between tabs; HTML; CSV. (transfer full) */
char *outlay_figures_to_text (const OutlayFiguresPart *part);
char *outlay_figures_to_html (const OutlayFiguresPart *part);
char *outlay_figures_to_csv (OutlayFigures *figures);
