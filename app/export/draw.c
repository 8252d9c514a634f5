/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/draw.h"

#include "export/table-layout.h"

void
outlay_draw_colour (cairo_t *cr, OutlayColour colour)
{
  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

void
outlay_draw_line (cairo_t *cr, double x0, double y0, double x1, double y1, double width, OutlayInk ink, OutlayThemeId theme)
{
  outlay_draw_colour (cr, outlay_ink_fill (ink, theme));
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

double
outlay_draw_text (cairo_t *cr, OutlayTexts *texts, const char *tag, const char *text, double size, gboolean strong, OutlayInk ink, double x, double y,
                  double width, OutlayThemeId theme)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (*text == '\0')
    return 0;
  layout = outlay_prose_new (texts, text, size, strong, width);
  cairo_tag_begin (cr, tag, NULL);
  outlay_draw_colour (cr, outlay_ink_text (ink, theme));
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  cairo_tag_end (cr, tag);
  return outlay_prose_height (layout);
}
