/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "export/pages.h"

#include <glib/gi18n.h>

#define HEIGHT 540.0
#define MARGIN 48.0
#define NOTE_GAP 6.0

static const double table_sizes[] = { 16, 14, 12 };

static void
page_free (gpointer data)
{
  OutlayDeckPage *page = data;

  g_free (page->title);
  g_clear_pointer (&page->table, outlay_table_page_free);
  g_free (page);
}

OutlaySlideFrame
outlay_slide_frame (OutlayDeckSize size)
{
  const double width = size == OUTLAY_DECK_WIDE ? 960 : 720, inner = width - 2 * MARGIN;

  return (OutlaySlideFrame) {
    .width = width,
    .height = HEIGHT,
    .title = { MARGIN, 26, inner, 44 },
    .subtitle = { MARGIN, 70, inner, 24 },
    .body = { MARGIN, 106, inner, 384 },
    .footer = { MARGIN, 506, inner - 72, 18 },
    .number = { width - MARGIN - 60, 506, 60, 18 },
    .cover_title = { MARGIN, 120, inner, 126 },
    .cover_subtitle = { MARGIN, 278, inner * 0.84, 150 },
    .strip = { MARGIN, 258, inner, 6 },
  };
}

static OutlayDeckPage *
add_page (GPtrArray *pages, const OutlaySlide *slide, const OutlaySlideFrame *frame, OutlayTexts *texts)
{
  OutlayDeckPage *page = g_new0 (OutlayDeckPage, 1);

  page->slide = slide;
  page->title = g_strdup (slide->title);
  page->body = frame->body;
  if (*slide->note != '\0')
    {
      g_autoptr (PangoLayout) note = outlay_prose_new (texts, slide->note, OUTLAY_SIZE_NOTE, FALSE, frame->body.width);
      const double height = MIN (outlay_prose_height (note), frame->body.height / 3);

      page->note = (cairo_rectangle_t) { frame->body.x, frame->body.y + frame->body.height - height, frame->body.width, height };
      page->body.height -= height + NOTE_GAP;
    }
  g_ptr_array_add (pages, page);
  return page;
}

/* A table that fits on one slide with every row on one line is set as large as it can be; any other small. */
static GPtrArray *
lay_table (const OutlaySlide *slide, const OutlaySlideFrame *frame, OutlayTexts *texts)
{
  g_autoptr (GPtrArray) parts = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table_sizes); i++)
    {
      if (i + 1 < G_N_ELEMENTS (table_sizes) && !outlay_deck_table_fits (slide->table, texts, table_sizes[i], frame->body.width))
        continue;
      g_clear_pointer (&parts, g_ptr_array_unref);
      parts = outlay_deck_table_paginate (slide->table, texts, table_sizes[i], frame->body.width, frame->body.height, frame->body.height);
      if (parts->len == 1)
        break;
    }
  return g_steal_pointer (&parts);
}

static void
add_table_pages (GPtrArray *pages, const OutlaySlide *slide, const OutlaySlideFrame *frame, OutlayTexts *texts)
{
  g_autoptr (GPtrArray) parts = lay_table (slide, frame, texts);
  const guint n = parts->len;

  for (guint i = 0; i < n; i++)
    {
      OutlayDeckPage *page = add_page (pages, slide, frame, texts);

      page->table = g_ptr_array_steal_index (parts, 0);
      if (n == 1)
        continue;
      g_free (page->title);
      /* Translators: a slide's title and which of several slides of it: "Assumptions (2 of 5)" */
      page->title = g_strdup_printf (C_ ("slide", "%s (%u of %u)"), slide->title, i + 1, n);
    }
}

GPtrArray *
outlay_deck_paginate (const OutlayDeck *deck, OutlayDeckSize size, OutlayTexts *texts)
{
  const OutlaySlideFrame frame = outlay_slide_frame (size);
  GPtrArray *pages = g_ptr_array_new_with_free_func (page_free);

  for (guint s = 0; s < deck->slides->len; s++)
    {
      const OutlaySlide *slide = outlay_deck_slide (deck, s);

      if (slide->table != NULL)
        add_table_pages (pages, slide, &frame, texts);
      else
        add_page (pages, slide, &frame, texts);
    }
  return pages;
}
