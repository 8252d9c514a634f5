/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/table-layout.h"

#include "export/draw.h"

#define THIN 0.5
#define SWATCH 0.72 /* of an em */
#define SECTION_SHADE 0.45

static OutlayInk
cell_ink (const OutlayTablePage *page, const OutlayDeckRow *row, guint column)
{
  if (row->kind == OUTLAY_ROW_HEAD)
    return OUTLAY_INK (MUTED);
  if (row->alarming && column + 1 == outlay_deck_table_n_columns (page->table))
    return OUTLAY_INK (TARGET);
  return OUTLAY_INK (TEXT);
}

static void
draw_cell (const OutlayTablePage *page, OutlayTexts *texts, cairo_t *cr, guint r, guint column, const cairo_rectangle_t *box, OutlayThemeId theme)
{
  const OutlayDeckRow *row = outlay_deck_table_row (page->table, g_array_index (page->rows, guint, r));
  const char *text = outlay_table_page_cell (page, r, column);
  const double em = page->font_size, padding = OUTLAY_CELL_PADDING * em, indent = outlay_deck_row_indent (row, column) * em;
  const gboolean number = outlay_deck_table_column (page->table, column)->number;
  const double width = box->width - 2 * padding - indent;
  g_autoptr (PangoLayout) layout = outlay_prose_new (texts, text, em, outlay_deck_row_is_strong (row, column), width);

  if (*text == '\0')
    return;
  pango_layout_set_alignment (layout, number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  cairo_tag_begin (cr, row->kind == OUTLAY_ROW_HEAD ? "TH" : "TD", NULL);
  outlay_draw_colour (cr, outlay_ink_text (cell_ink (page, row, column), theme));
  cairo_move_to (cr, box->x + padding + indent, box->y + OUTLAY_CELL_LEADING * em);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, row->kind == OUTLAY_ROW_HEAD ? "TH" : "TD");
}

static void
draw_swatch (const OutlayTablePage *page, cairo_t *cr, const OutlayDeckRow *row, double x, double y, OutlayThemeId theme)
{
  const double em = page->font_size;

  outlay_draw_colour (cr, outlay_ink_fill (row->swatch, theme));
  cairo_rectangle (cr, x + OUTLAY_CELL_PADDING * em, y + (OUTLAY_CELL_LEADING + 0.3) * em, SWATCH * em, SWATCH * em);
  cairo_fill (cr);
}

/* Behind a section, and the lines around a row: quiet between rows, stronger under the head and over the sums. */
static void
draw_ground (cairo_t *cr, const OutlayDeckRow *row, const cairo_rectangle_t *box, OutlayThemeId theme)
{
  const gboolean strong = row->kind == OUTLAY_ROW_HEAD || row->kind == OUTLAY_ROW_TOTAL;
  const double y = row->kind == OUTLAY_ROW_TOTAL ? box->y : box->y + box->height;

  if (row->kind == OUTLAY_ROW_SECTION)
    {
      outlay_draw_colour (cr, outlay_colour_mix (outlay_ink_fill (OUTLAY_INK (SURFACE), theme), outlay_ink_fill (OUTLAY_INK (GRID), theme), SECTION_SHADE));
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      cairo_fill (cr);
    }
  outlay_draw_line (cr, box->x, y, box->x + box->width, y, strong ? 2 * THIN : THIN, strong ? OUTLAY_INK (AXIS) : OUTLAY_INK (GRID), theme);
}

void
outlay_table_page_draw (const OutlayTablePage *page, OutlayTexts *texts, cairo_t *cr, double x, double y, OutlayThemeId theme)
{
  double width = 0;

  for (guint c = 0; c < page->n_columns; c++)
    width += page->widths[c];
  cairo_tag_begin (cr, "Table", NULL);
  for (guint r = 0; r < page->rows->len; r++)
    {
      const OutlayDeckRow *row = outlay_deck_table_row (page->table, g_array_index (page->rows, guint, r));
      cairo_rectangle_t box = { x, y, width, g_array_index (page->heights, double, r) };

      draw_ground (cr, row, &box, theme);
      if (row->has_swatch)
        draw_swatch (page, cr, row, x, y, theme);
      cairo_tag_begin (cr, "TR", NULL);
      for (guint c = 0; c < page->n_columns; c++)
        {
          box.width = page->widths[c];
          draw_cell (page, texts, cr, r, page->columns[c], &box, theme);
          box.x += box.width;
        }
      cairo_tag_end (cr, "TR");
      y += box.height;
    }
  cairo_tag_end (cr, "Table");
}
