/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "export/deck.h"
#include "export/table-layout.h"

/**
 * OutlaySlideFrame:
 *
 * Where things stand on the slides of a deck, in points from the left top. The layouts of the office file and the pages of the PDF are made from it.
 */
typedef struct
{
  double width;
  double height;
  cairo_rectangle_t title;
  cairo_rectangle_t subtitle;
  cairo_rectangle_t body;
  cairo_rectangle_t footer; /* the source line */
  cairo_rectangle_t number;
  cairo_rectangle_t cover_title;
  cairo_rectangle_t cover_subtitle;
  cairo_rectangle_t strip;
} OutlaySlideFrame;

/* Sizes of type, in points. */
#define OUTLAY_SIZE_COVER 40
#define OUTLAY_SIZE_COVER_SUBTITLE 18
#define OUTLAY_SIZE_TITLE 26
#define OUTLAY_SIZE_SUBTITLE 14
#define OUTLAY_SIZE_NOTE 11
#define OUTLAY_SIZE_FOOTER 10

OutlaySlideFrame outlay_slide_frame (OutlayDeckSize size);

/* One page of a deck: a slide, or a part of a table that needs several. */
typedef struct
{
  const OutlaySlide *slide;
  char *title; /* "Assumptions (2 of 5)" */
  cairo_rectangle_t body;
  cairo_rectangle_t note;
  OutlayTablePage *table; /* (nullable) */
} OutlayDeckPage;

/* (transfer full): of OutlayDeckPage */
GPtrArray *outlay_deck_paginate (const OutlayDeck *deck, OutlayDeckSize size, OutlayTexts *texts);
