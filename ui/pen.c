/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pen.h"

#include <adwaita.h>
#include <math.h>

/* A text in one setting and width (in pixels; −1: as wide as it is). */
typedef struct
{
  OutlayPenSet set;
  int width;
  int lines; /* at most; 0: one */
  gboolean right;
  char *text;
  PangoLayout *layout;
} Text;

static guint
text_hash (gconstpointer data)
{
  const Text *text = data;

  return g_str_hash (text->text) ^ ((guint) text->width * 4 + text->set);
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const Text *left = a, *right = b;

  return left->set == right->set && left->width == right->width && left->lines == right->lines && left->right == right->right &&
         g_str_equal (left->text, right->text);
}

static void
text_free (gpointer data)
{
  Text *text = data;

  g_clear_object (&text->layout);
  g_free (text->text);
  g_free (text);
}

static Text *
make_text (GtkWidget *widget, const Text *wanted)
{
  Text *text = g_memdup2 (wanted, sizeof *wanted);

  text->text = g_strdup (wanted->text);
  text->layout = outlay_pen_layout (widget, wanted->set);
  pango_layout_set_width (text->layout, wanted->width < 0 ? -1 : wanted->width * PANGO_SCALE);
  if (wanted->lines > 0)
    {
      pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (text->layout, wanted->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      pango_layout_set_height (text->layout, -wanted->lines);
    }
  pango_layout_set_text (text->layout, wanted->text, -1);
  return text;
}

static PangoLayout *
set_text (OutlayPen *pen, const Text *wanted)
{
  Text *text = g_hash_table_lookup (pen->texts->drawn, wanted);

  if (text != NULL)
    return text->layout;
  if (g_hash_table_steal_extended (pen->texts->before, wanted, (gpointer *) &text, NULL) &&
      pango_layout_get_context (text->layout) != gtk_widget_get_pango_context (pen->widget))
    g_clear_pointer (&text, text_free);
  if (text == NULL)
    text = make_text (pen->widget, wanted);
  g_hash_table_add (pen->texts->drawn, text);
  return text->layout;
}

void
outlay_pen_texts_init (OutlayPenTexts *texts)
{
  texts->drawn = g_hash_table_new_full (text_hash, text_equal, text_free, NULL);
  texts->before = g_hash_table_new_full (text_hash, text_equal, text_free, NULL);
}

void
outlay_pen_texts_clear (OutlayPenTexts *texts)
{
  g_clear_pointer (&texts->drawn, g_hash_table_unref);
  g_clear_pointer (&texts->before, g_hash_table_unref);
}

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

double
outlay_pen_measure (PangoLayout *layout, const char *text)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

GdkRGBA
outlay_with_alpha (const GdkRGBA *colour, double alpha)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha * (float) alpha };
}

void
outlay_pen_init (OutlayPen *pen, GtkWidget *widget, GtkSnapshot *snapshot, OutlayPenTexts *texts)
{
  GHashTable *drawn = texts->drawn;

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
  pen->texts = texts;
  g_hash_table_remove_all (texts->before);
  texts->drawn = texts->before;
  texts->before = drawn;
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

static void
write_text (OutlayPen *pen, const Text *text, const OutlayRectangle *r, double xalign, const GdkRGBA *colour)
{
  PangoLayout *layout = set_text (pen, text);
  PangoRectangle text_size;

  pango_layout_get_pixel_extents (layout, NULL, &text_size);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) round (r->x + (r->width - text_size.width) * xalign - text_size.x),
                                                               (float) round (r->y + (r->height - text_size.height) / 2)));
  gtk_snapshot_append_layout (pen->snapshot, layout, colour);
  gtk_snapshot_restore (pen->snapshot);
}

void
outlay_pen_write (OutlayPen *pen, OutlayPenSet set, const char *text, const OutlayRectangle *r, double xalign, const GdkRGBA *colour)
{
  const Text wanted = { .set = set, .width = (int) MAX (0, r->width), .text = (char *) text };

  write_text (pen, &wanted, r, xalign, colour);
}

void
outlay_pen_write_lines (OutlayPen *pen, OutlayPenSet set, const char *text, int most_lines, const OutlayRectangle *r, double xalign,
                        const GdkRGBA *colour)
{
  const Text wanted = { .set = set, .width = (int) MAX (0, r->width), .lines = most_lines, .right = xalign >= 1, .text = (char *) text };

  write_text (pen, &wanted, r, xalign, colour);
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

  pango_layout_get_pixel_size (set_text (pen, &(const Text) { .set = set, .width = -1, .text = (char *) text }), &needed, NULL);
  return needed <= width;
}

void
outlay_pen_push_clip (OutlayPen *pen, double x, double y, double width, double height)
{
  gtk_snapshot_push_clip (pen->snapshot, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}
