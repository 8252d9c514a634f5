/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "export/deck.h"

/**
 * OutlayPaper:
 *
 * A PDF being drawn, in points: pages of one size, bookmarks, a structure that can be read aloud, no dates.
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  GByteArray *bytes;
  guint page; /* from 1 */
} OutlayPaper;

void outlay_paper_begin (OutlayPaper *paper, double width, double height, const char *title);
/* Every page, the first too, begins with this. */
void outlay_paper_next_page (OutlayPaper *paper);
/* A bookmark to this page, above all others or below `parent`; returns its id. */
int outlay_paper_mark (OutlayPaper *paper, int parent, const char *name);
/* A chart without its title and notes, in a rectangle. text_scale: as in #OutlayStyle, of a picture of this size. */
void outlay_paper_draw_scene (OutlayPaper *paper, OutlayScene *scene, const cairo_rectangle_t *box, const OutlayStyle *style);
/* The file; NULL with a GIO error. Ends the paper in any case. */
GBytes *outlay_paper_finish (OutlayPaper *paper, GError **error);
