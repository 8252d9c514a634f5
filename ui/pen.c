/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pen.h"

#include <adwaita.h>
#include <math.h>

PangoLayout *
outlay_pen_layout (GtkWidget *widget, OutlayPenSet set)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  PangoAttrList *attributes = pango_attr_list_new ();

  /* Amounts stand in columns; in names, digits of one width would set hyphens wide with them. */
  if (set != OUTLAY_PEN_PLAIN)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  if (set == OUTLAY_PEN_STRONG)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (set == OUTLAY_PEN_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.83));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

GdkRGBA
outlay_with_alpha (const GdkRGBA *colour, double alpha)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha * (float) alpha };
}

void
outlay_pen_init (OutlayPen *pen, GtkWidget *widget, GtkSnapshot *snapshot)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  const gboolean high_contrast = adw_style_manager_get_high_contrast (style);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (style);

  pen->widget = widget;
  pen->snapshot = snapshot;
  pen->dark = adw_style_manager_get_dark (style);
  pen->accent = *accent;
  gtk_widget_get_color (widget, &pen->ink);
  pen->faint = outlay_with_alpha (&pen->ink, high_contrast ? 0.9 : 0.62);
  pen->line = outlay_with_alpha (&pen->ink, high_contrast ? 0.5 : 0.13);
  for (int set = 0; set < OUTLAY_PEN_N_SETS; set++)
    pen->layouts[set] = outlay_pen_layout (widget, set);
}

void
outlay_pen_clear (OutlayPen *pen)
{
  for (int set = 0; set < OUTLAY_PEN_N_SETS; set++)
    g_clear_object (&pen->layouts[set]);
}

static graphene_rect_t
graphene (const OutlayRectangle *r)
{
  return GRAPHENE_RECT_INIT ((float) r->x, (float) r->y, (float) r->width, (float) r->height);
}

OutlayRectangle
outlay_rectangle_inset (const OutlayRectangle *r, double x, double y)
{
  return (OutlayRectangle) { r->x + x, r->y + y, MAX (0, r->width - 2 * x), MAX (0, r->height - 2 * y) };
}

void
outlay_pen_fill (OutlayPen *pen, const OutlayRectangle *r, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);

  gtk_snapshot_append_color (pen->snapshot, colour, &rectangle);
}

void
outlay_pen_fill_rounded (OutlayPen *pen, const OutlayRectangle *r, double radius, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &rectangle, (float) radius);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, colour, &rectangle);
  gtk_snapshot_pop (pen->snapshot);
}

void
outlay_pen_outline (OutlayPen *pen, const OutlayRectangle *r, double radius, float width, const GdkRGBA *colour)
{
  graphene_rect_t rectangle = graphene (r);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rectangle, (float) radius);
  gtk_snapshot_append_border (pen->snapshot, &rounded, (float[]) { width, width, width, width },
                              (GdkRGBA[]) { *colour, *colour, *colour, *colour });
}

void
outlay_pen_write (OutlayPen *pen, OutlayPenSet set, const char *text, const OutlayRectangle *r, double xalign, const GdkRGBA *colour)
{
  PangoLayout *layout = pen->layouts[set];
  PangoRectangle text_size;

  pango_layout_set_width (layout, (int) MAX (0, r->width) * PANGO_SCALE);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_extents (layout, NULL, &text_size);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) round (r->x + (r->width - text_size.width) * xalign - text_size.x),
                                                               (float) round (r->y + (r->height - text_size.height) / 2)));
  gtk_snapshot_append_layout (pen->snapshot, layout, colour);
  gtk_snapshot_restore (pen->snapshot);
}

void
outlay_pen_write_lines (OutlayPen *pen, OutlayPenSet set, const char *text, int most_lines, const OutlayRectangle *r, double xalign,
                        const GdkRGBA *colour)
{
  PangoLayout *layout = pen->layouts[set];

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, xalign < 1 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_height (layout, -most_lines);
  outlay_pen_write (pen, set, text, r, xalign, colour);
  pango_layout_set_height (layout, -1);
  pango_layout_set_alignment (layout, PANGO_ALIGN_LEFT);
}

void
outlay_pen_write_two (OutlayPen *pen, OutlayPenSet set, const char *first, const char *second, const OutlayRectangle *r, double xalign)
{
  OutlayRectangle upper = { r->x, r->y + r->height * 0.06, r->width, r->height * 0.5 };
  OutlayRectangle lower = { r->x, r->y + r->height * 0.52, r->width, r->height * 0.4 };

  outlay_pen_write (pen, set, first, &upper, xalign, &pen->ink);
  outlay_pen_write (pen, OUTLAY_PEN_SMALL, second, &lower, xalign, &pen->faint);
}

gboolean
outlay_pen_fits (OutlayPen *pen, OutlayPenSet set, const char *text, double width)
{
  int needed;

  pango_layout_set_width (pen->layouts[set], -1);
  pango_layout_set_text (pen->layouts[set], text, -1);
  pango_layout_get_pixel_size (pen->layouts[set], &needed, NULL);
  return needed <= width;
}

void
outlay_pen_push_clip (OutlayPen *pen, double x, double y, double width, double height)
{
  gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}
