/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/draw.h"
#include "export/pages.h"
#include "export/paper.h"
#include "chart/file.h"

#define PIXELS_A_POINT (96.0 / 72)
#define THEME OUTLAY_THEME_LIGHT

typedef struct
{
  OutlayPaper paper;
  OutlaySlideFrame frame;
  OutlayTexts *texts;
  OutlayStyle style;
  guint n_pages;
} Slides;

/* On the lower edge of its box, as a title placeholder sets it. */
static void
draw_low (Slides *slides, const char *tag, const char *text, double size, const cairo_rectangle_t *box)
{
  g_autoptr (PangoLayout) layout = outlay_prose_new (slides->texts, text, size, TRUE, box->width);
  const double y = box->y + box->height - outlay_prose_height (layout);

  outlay_draw_text (slides->paper.cr, slides->texts, tag, text, size, TRUE, OUTLAY_INK (TEXT), box->x, MAX (y, 0), box->width, THEME);
}

static void
draw_small (Slides *slides, const char *text, double size, const cairo_rectangle_t *box)
{
  outlay_draw_text (slides->paper.cr, slides->texts, "P", text, size, FALSE, OUTLAY_INK (MUTED), box->x, box->y, box->width, THEME);
}

static void
draw_cover (Slides *slides, const OutlayDeck *deck, const OutlaySlide *slide)
{
  const cairo_rectangle_t *strip = &slides->frame.strip;
  double x = strip->x;

  draw_low (slides, "H1", slide->title, OUTLAY_SIZE_COVER, &slides->frame.cover_title);
  draw_small (slides, slide->subtitle, OUTLAY_SIZE_COVER_SUBTITLE, &slides->frame.cover_subtitle);
  for (guint i = 0; i < deck->strip->len; i++)
    {
      const OutlayDeckPart *part = &g_array_index (deck->strip, OutlayDeckPart, i);

      outlay_draw_colour (slides->paper.cr, outlay_ink_fill (part->ink, THEME));
      cairo_rectangle (slides->paper.cr, x, strip->y, part->share * strip->width, strip->height);
      cairo_fill (slides->paper.cr);
      x += part->share * strip->width;
    }
}

static void
draw_foot (Slides *slides, const OutlaySlide *slide)
{
  const OutlaySlideFrame *frame = &slides->frame;
  g_autofree char *number = g_strdup_printf ("%u", slides->paper.page);
  g_autoptr (PangoLayout) layout = outlay_prose_new (slides->texts, number, OUTLAY_SIZE_FOOTER, FALSE, -1);
  const cairo_rectangle_t box = { frame->number.x + frame->number.width - outlay_prose_width (layout), frame->number.y, frame->number.width, 0 };

  draw_small (slides, slide->source, OUTLAY_SIZE_FOOTER, &frame->footer);
  if (slide->kind != OUTLAY_SLIDE_COVER)
    draw_small (slides, number, OUTLAY_SIZE_FOOTER, &box);
}

static void
draw_page (Slides *slides, const OutlayDeck *deck, const OutlayDeckPage *page)
{
  const OutlaySlide *slide = page->slide;

  outlay_paper_next_page (&slides->paper);
  outlay_paper_mark (&slides->paper, 0, page->title);
  if (slide->kind == OUTLAY_SLIDE_COVER)
    draw_cover (slides, deck, slide);
  else
    {
      draw_low (slides, "H1", page->title, OUTLAY_SIZE_TITLE, &slides->frame.title);
      draw_small (slides, slide->subtitle, OUTLAY_SIZE_SUBTITLE, &slides->frame.subtitle);
    }
  if (slide->scene != NULL)
    outlay_paper_draw_scene (&slides->paper, slide->scene, &page->body, &slides->style);
  if (page->table != NULL)
    outlay_table_page_draw (page->table, slides->texts, slides->paper.cr, page->body.x, page->body.y, THEME);
  if (*slide->note != '\0')
    draw_small (slides, slide->note, OUTLAY_SIZE_NOTE, &page->note);
  draw_foot (slides, slide);
}

/**
 * outlay_deck_to_pdf:
 * @deck: a deck of slides
 * @size: the shape of the pages
 * @font_family: (nullable): %NULL for the system's
 * @error: a GIO error
 *
 * A page for each slide, as the office file has them, each with a bookmark; fonts are embedded.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
outlay_deck_to_pdf (OutlayDeck *deck, OutlayDeckSize size, const char *font_family, GError **error)
{
  Slides slides = { .frame = outlay_slide_frame (size), .texts = outlay_texts_get (font_family) };
  g_autoptr (GPtrArray) pages = outlay_deck_paginate (deck, size, slides.texts);

  slides.style = (OutlayStyle) { THEME, outlay_chart_text_scale (slides.frame.width * PIXELS_A_POINT, slides.frame.height * PIXELS_A_POINT), FALSE, font_family };
  outlay_paper_begin (&slides.paper, slides.frame.width, slides.frame.height, deck->title);
  for (guint p = 0; p < pages->len; p++)
    draw_page (&slides, deck, g_ptr_array_index (pages, p));
  return outlay_paper_finish (&slides.paper, error);
}
