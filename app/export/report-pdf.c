/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "export/draw.h"
#include "export/paper.h"
#include "export/table-layout.h"

/* A4, in points. */
#define WIDTH 595.0
#define HEIGHT 842.0
#define MARGIN 54.0
#define TOP 54.0
#define BOTTOM 66.0
#define INNER (WIDTH - 2 * MARGIN)
#define FOOT (HEIGHT - 42)

#define SIZE_TITLE 26
#define SIZE_HEADING 16
#define SIZE_CHART 13
#define SIZE_TEXT 9.5
#define SIZE_TABLE 8
#define SIZE_SMALL 8
#define GAP 22.0
#define HEADING_GAP 6.0
/* A heading with less than this below it goes to the next page. */
#define LEAST_BELOW 90.0
#define THEME OUTLAY_THEME_PRINT

typedef struct
{
  OutlayPaper paper;
  OutlayTexts *texts;
  const OutlayDeck *deck;
  const char *family;
  double y;
} Report;

static double
put (Report *report, const char *tag, const char *text, double size, gboolean strong, OutlayInk ink)
{
  const double height = outlay_draw_text (report->paper.cr, report->texts, tag, text, size, strong, ink, MARGIN, report->y, INNER, THEME);

  report->y += height;
  return height;
}

static void
draw_foot (Report *report)
{
  g_autofree char *number = g_strdup_printf ("%u", report->paper.page);
  g_autoptr (PangoLayout) layout = outlay_prose_new (report->texts, number, SIZE_SMALL, FALSE, -1);
  cairo_t *cr = report->paper.cr;

  outlay_draw_line (cr, MARGIN, FOOT - 6, WIDTH - MARGIN, FOOT - 6, 0.5, OUTLAY_INK (GRID), THEME);
  outlay_draw_text (cr, report->texts, "P", report->deck->title, SIZE_SMALL, FALSE, OUTLAY_INK (MUTED), MARGIN, FOOT, INNER * 0.85, THEME);
  outlay_draw_text (cr, report->texts, "P", number, SIZE_SMALL, FALSE, OUTLAY_INK (MUTED), WIDTH - MARGIN - outlay_prose_width (layout), FOOT, MARGIN, THEME);
}

static void
next_page (Report *report)
{
  outlay_paper_next_page (&report->paper);
  draw_foot (report);
  report->y = TOP;
}

static double
room (const Report *report)
{
  return HEIGHT - BOTTOM - report->y;
}

static void
need (Report *report, double height)
{
  if (room (report) < height)
    next_page (report);
  else if (report->y > TOP)
    report->y += GAP;
}

static void
write_cover (Report *report, const OutlaySlide *slide)
{
  const GArray *strip = report->deck->strip;
  double x = MARGIN;

  next_page (report);
  outlay_paper_mark (&report->paper, 0, slide->title);
  put (report, "H1", slide->title, SIZE_TITLE, TRUE, OUTLAY_INK (TEXT));
  report->y += 8;
  for (guint i = 0; i < strip->len; i++)
    {
      const OutlayDeckPart *part = &g_array_index (strip, OutlayDeckPart, i);

      outlay_draw_colour (report->paper.cr, outlay_ink_fill (part->ink, THEME));
      cairo_rectangle (report->paper.cr, x, report->y, part->share * INNER, 4);
      cairo_fill (report->paper.cr);
      x += part->share * INNER;
    }
  report->y += 14;
  put (report, "P", slide->subtitle, SIZE_TEXT + 1, FALSE, OUTLAY_INK (TEXT));
  report->y += 4;
  put (report, "P", slide->source, SIZE_TEXT, FALSE, OUTLAY_INK (MUTED));
}

/* "Split of the investment", and its unit beside it. */
static void
write_heading (Report *report, const OutlaySlide *slide, double size)
{
  outlay_paper_mark (&report->paper, 0, slide->title);
  put (report, "H2", slide->title, size, TRUE, OUTLAY_INK (TEXT));
  put (report, "P", slide->subtitle, SIZE_TEXT, FALSE, OUTLAY_INK (MUTED));
  report->y += HEADING_GAP;
}

static void
write_small (Report *report, const char *text)
{
  if (*text == '\0')
    return;
  report->y += 4;
  put (report, "P", text, SIZE_SMALL, FALSE, OUTLAY_INK (MUTED));
}

/* A table whose rows fit on a page is not broken between them; a longer one begins where there is room. */
static double
least_room (Report *report, const OutlaySlide *slide)
{
  const double page = HEIGHT - TOP - BOTTOM - LEAST_BELOW;
  g_autoptr (GPtrArray) parts = outlay_deck_table_paginate (slide->table, report->texts, SIZE_TABLE, INNER, page, page);
  const OutlayTablePage *first = g_ptr_array_index (parts, 0);

  return LEAST_BELOW + (first->rows->len == slide->table->rows->len ? first->height : 0);
}

static void
write_table (Report *report, const OutlaySlide *slide)
{
  const double small = 14;
  g_autoptr (GPtrArray) parts = NULL;

  need (report, least_room (report, slide));
  write_heading (report, slide, SIZE_HEADING);
  parts = outlay_deck_table_paginate (slide->table, report->texts, SIZE_TABLE, INNER, room (report) - small, HEIGHT - TOP - BOTTOM - small);
  for (guint i = 0; i < parts->len; i++)
    {
      const OutlayTablePage *part = g_ptr_array_index (parts, i);

      if (i > 0)
        need (report, part->height + small);
      outlay_table_page_draw (part, report->texts, report->paper.cr, MARGIN, report->y, THEME);
      report->y += part->height;
    }
  write_small (report, slide->source);
}

/* Two charts stand on a page: each takes half of it. */
static void
write_chart (Report *report, const OutlaySlide *slide)
{
  const OutlayStyle style = { THEME, 1, FALSE, report->family };
  const double half = (HEIGHT - TOP - BOTTOM - GAP) / 2;
  double end;
  cairo_rectangle_t box;

  need (report, half);
  end = report->y + MIN (half, room (report));
  write_heading (report, slide, SIZE_CHART);
  box = (cairo_rectangle_t) { MARGIN, report->y, INNER, end - report->y - 3 * SIZE_SMALL };
  if (*slide->note != '\0')
    {
      g_autoptr (PangoLayout) note = outlay_prose_new (report->texts, slide->note, SIZE_SMALL, FALSE, INNER);

      box.height -= outlay_prose_height (note) + 4;
    }
  outlay_paper_draw_scene (&report->paper, slide->scene, &box, &style);
  report->y += box.height;
  write_small (report, slide->note);
  write_small (report, slide->source);
  report->y = end;
}

/**
 * outlay_deck_to_report:
 * @deck: a deck in the form of a report
 * @font_family: (nullable): %NULL for the system's
 * @error: a GIO error
 *
 * A4 pages for print: what a planner hands in. Sections have bookmarks, pages numbers, and everything says where it comes from.
 *
 * Returns: (transfer full): the bytes of a PDF
 */
GBytes *
outlay_deck_to_report (OutlayDeck *deck, const char *font_family, GError **error)
{
  Report report = { .texts = outlay_texts_get (font_family), .deck = deck, .family = font_family };

  outlay_paper_begin (&report.paper, WIDTH, HEIGHT, deck->title);
  for (guint s = 0; s < deck->slides->len; s++)
    {
      const OutlaySlide *slide = outlay_deck_slide (deck, s);

      if (slide->kind == OUTLAY_SLIDE_COVER)
        write_cover (&report, slide);
      else if (slide->scene != NULL)
        write_chart (&report, slide);
      else
        write_table (&report, slide);
    }
  return outlay_paper_finish (&report.paper, error);
}
