/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "chart/text.h"
#include "export/table.h"

/**
 * OutlayTablePage:
 *
 * The part of a table that stands on one page: some of its columns, some of its rows with the head above them, and how wide and high each of them is, in
 * points. Slides of an office program and drawn pages share it.
 */
typedef struct
{
  const OutlayDeckTable *table;
  double font_size;
  guint n_columns;
  guint *columns;
  double *widths;
  GArray *rows;    /* guint: rows of the table, the head first */
  gboolean continued; /* the second row is a section that began before: its name alone stands again */
  GArray *heights; /* double */
  double height;
} OutlayTablePage;

void outlay_table_page_free (OutlayTablePage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayTablePage, outlay_table_page_free)

/* Whether all its columns stand beside each other with no text on more lines than one. */
gboolean outlay_deck_table_fits (const OutlayDeckTable *table, OutlayTexts *texts, double font_size, double width);
/* Breaks a table into pages: columns that do not fit beside each other follow on pages of their own, with the first ones again. first_height: what is left of the
 * page that it begins on; height: of every other. A row higher than a page stands alone. (transfer full): of OutlayTablePage */
GPtrArray *outlay_deck_table_paginate (const OutlayDeckTable *table, OutlayTexts *texts, double font_size, double width, double first_height, double height);

/* What surrounds the text of a cell, in ems. */
#define OUTLAY_CELL_PADDING 0.55
#define OUTLAY_CELL_LEADING 0.38
#define OUTLAY_CELL_SWATCH 1.1

gboolean outlay_deck_row_is_strong (const OutlayDeckRow *row, guint column);
/* How far the text of a cell is moved to the right by a swatch, in ems. */
double outlay_deck_row_indent (const OutlayDeckRow *row, guint column);

/* What row r of the page has in column c of the table. */
const char *outlay_table_page_cell (const OutlayTablePage *page, guint r, guint column);

/* table-draw.c: with its left top at x, y. */
void outlay_table_page_draw (const OutlayTablePage *page, OutlayTexts *texts, cairo_t *cr, double x, double y, OutlayThemeId theme);

/* Text in lines of at most width points (−1 for one line). (transfer full) */
PangoLayout *outlay_prose_new (OutlayTexts *texts, const char *text, double size, gboolean strong, double width);
double outlay_prose_width (PangoLayout *layout);
double outlay_prose_height (PangoLayout *layout);
