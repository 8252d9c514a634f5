/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "export/pptx-private.h"

/* PowerPoint's own “No Style, No Grid”: what lines there are is said by the cells. */
#define PLAIN_STYLE "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
#define THEME OUTLAY_THEME_LIGHT
#define SECTION_SHADE 0.45

static const OutlayDeckRow *
nth_row (const OutlayTablePage *page, guint n)
{
  return n < page->rows->len ? outlay_deck_table_row (page->table, g_array_index (page->rows, guint, n)) : NULL;
}

static OutlayColour
text_colour (const OutlayTablePage *page, const OutlayDeckRow *row, guint column)
{
  if (row->kind == OUTLAY_ROW_HEAD)
    return outlay_ink_text (OUTLAY_INK (MUTED), THEME);
  if (row->alarming && column + 1 == outlay_deck_table_n_columns (page->table))
    return outlay_ink_text (OUTLAY_INK (TARGET), THEME);
  return outlay_ink_text (OUTLAY_INK (TEXT), THEME);
}

/* A swatch is a character of its colour before the name. */
static void
add_swatch (const OutlayPptx *pptx, GString *xml, const OutlayTablePage *page, const OutlayDeckRow *row)
{
  outlay_xml_add (xml, "<a:r><a:rPr lang=\"%s\" sz=\"%d\" dirty=\"0\">", pptx->language, (int) (page->font_size * 100));
  outlay_pptx_add_fill (xml, outlay_ink_fill (row->swatch, THEME));
  outlay_xml_add (xml, "</a:rPr><a:t>■ </a:t></a:r>");
}

static void
add_cell_text (const OutlayPptx *pptx, GString *xml, const OutlayTablePage *page, guint r, guint column)
{
  const OutlayDeckRow *row = nth_row (page, r);
  const OutlayColour colour = text_colour (page, row, column);
  const char *align = outlay_deck_table_column (page->table, column)->number ? "r" : "l";
  const gsize start = xml->len;
  char *run;

  outlay_pptx_add_text (pptx, xml, outlay_table_page_cell (page, r, column), page->font_size, outlay_deck_row_is_strong (row, column), &colour, align);
  if (!row->has_swatch || column != 0 || (run = strstr (xml->str + start, "<a:r>")) == NULL)
    return;
  g_autoptr (GString) swatch = g_string_new (NULL);
  add_swatch (pptx, swatch, page, row);
  g_string_insert (xml, run - xml->str, swatch->str);
}

static void
add_borders (GString *xml, const OutlayDeckRow *row, gboolean before_total)
{
  const OutlayColour grid = outlay_ink_fill (OUTLAY_INK (GRID), THEME), axis = outlay_ink_fill (OUTLAY_INK (AXIS), THEME);
  const gboolean strong = row->kind == OUTLAY_ROW_HEAD || before_total;

  outlay_pptx_add_line (xml, "a:lnL", 0, grid, NULL);
  outlay_pptx_add_line (xml, "a:lnR", 0, grid, NULL);
  outlay_pptx_add_line (xml, "a:lnT", row->kind == OUTLAY_ROW_TOTAL ? 1 : 0, axis, NULL);
  outlay_pptx_add_line (xml, "a:lnB", strong ? 1 : 0.5, strong ? axis : grid, NULL);
  if (row->kind == OUTLAY_ROW_SECTION)
    outlay_pptx_add_fill (xml, outlay_colour_mix (outlay_ink_fill (OUTLAY_INK (SURFACE), THEME), grid, SECTION_SHADE));
  else
    outlay_xml_add (xml, "<a:noFill/>");
}

static void
add_cell (const OutlayPptx *pptx, GString *xml, const OutlayTablePage *page, guint r, guint column)
{
  const OutlayDeckRow *row = nth_row (page, r), *next = nth_row (page, r + 1);
  const gint64 padding = outlay_emu (OUTLAY_CELL_PADDING * page->font_size), leading = outlay_emu (OUTLAY_CELL_LEADING * page->font_size);

  outlay_xml_add (xml, "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
  add_cell_text (pptx, xml, page, r, column);
  outlay_xml_add (xml,
                  "</a:txBody><a:tcPr marL=\"%" G_GINT64_FORMAT "\" marR=\"%" G_GINT64_FORMAT "\" marT=\"%" G_GINT64_FORMAT "\" marB=\"%" G_GINT64_FORMAT "\">",
                  padding, padding, leading, leading);
  add_borders (xml, row, next != NULL && next->kind == OUTLAY_ROW_TOTAL);
  outlay_xml_add (xml, "</a:tcPr></a:tc>");
}

static void
add_rows (const OutlayPptx *pptx, GString *xml, const OutlayTablePage *page)
{
  for (guint r = 0; r < page->rows->len; r++)
    {
      outlay_xml_add (xml, "<a:tr h=\"%" G_GINT64_FORMAT "\">", outlay_emu (g_array_index (page->heights, double, r)));
      for (guint c = 0; c < page->n_columns; c++)
        add_cell (pptx, xml, page, r, page->columns[c]);
      outlay_xml_add (xml, "</a:tr>");
    }
}

void
outlay_pptx_add_table (const OutlayPptx *pptx, GString *xml, guint id, const OutlayDeckPage *page)
{
  const cairo_rectangle_t box = { page->body.x, page->body.y, page->body.width, page->table->height };

  outlay_xml_add (xml,
                  "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"%u\" name=\"Table %u\" descr=\"%s\"/><p:cNvGraphicFramePr>"
                  "<a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>",
                  id, id, page->title);
  outlay_pptx_add_box (xml, "p:xfrm", &box);
  outlay_xml_add (xml,
                  "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\">"
                  "<a:tableStyleId>%s</a:tableStyleId></a:tblPr><a:tblGrid>",
                  PLAIN_STYLE);
  for (guint c = 0; c < page->table->n_columns; c++)
    outlay_xml_add (xml, "<a:gridCol w=\"%" G_GINT64_FORMAT "\"/>", outlay_emu (page->table->widths[c]));
  outlay_xml_add (xml, "</a:tblGrid>");
  add_rows (pptx, xml, page->table);
  outlay_xml_add (xml, "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>");
}
