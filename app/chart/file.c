/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>

#include "chart/layout.h"
#include "chart/png.h"
#include "chart/svg.h"

#define POINTS_A_PIXEL 0.75
#define INCHES_A_METRE (1 / 0.0254)
#define PIXELS_AN_INCH 96
/* What cairo's image surfaces can hold, and more than any slide needs. */
#define MOST_PIXELS 32767

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The chart could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

/* With a layout of its own, so that a file may be made in another thread than the one that shows the scene. */
static gboolean
draw (OutlayScene *scene, cairo_surface_t *surface, double scale, double width, double height, const OutlayStyle *style, GError **error)
{
  g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, height, style);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  outlay_layout_draw (layout, scene, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return check (status, error);
}

/* The last pixels of a size that is not whole would be half empty. */
static void
fill_background (cairo_surface_t *image, OutlayThemeId theme)
{
  const OutlayColour surface = outlay_ink_fill (OUTLAY_INK (SURFACE), theme);
  cairo_t *cr = cairo_create (image);

  cairo_set_source_rgb (cr, surface.red, surface.green, surface.blue);
  cairo_paint (cr);
  cairo_destroy (cr);
}

static GBytes *
encode_png (OutlayScene *scene, double width, double height, double scale, const OutlayStyle *style, GError **error)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) round (width * scale), (int) round (height * scale));
  GBytes *bytes = NULL;

  if (style->frame)
    fill_background (image, style->theme);
  if (draw (scene, image, scale, width, height, style, error))
    bytes = outlay_png_encode (image, style->frame, (guint) round (PIXELS_AN_INCH * scale * INCHES_A_METRE), error);
  cairo_surface_destroy (image);
  return bytes;
}

/* Always on a layout of its own, whose texts are written as texts or drawn as outlines. */
static GBytes *
encode_svg (OutlayScene *scene, double width, double height, const OutlayStyle *style, GError **error)
{
  g_autoptr (OutlayLayout) layout = outlay_layout_new (scene, width, height, style);
  g_autoptr (GByteArray) drawn = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, drawn, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  if (style->live_text)
    outlay_layout_draw_shapes (layout, scene, cr);
  else
    outlay_layout_draw (layout, scene, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status (surface) : status;
  cairo_surface_destroy (surface);
  if (!check (status, error))
    return NULL;
  return outlay_svg_complete (drawn, scene, style->live_text ? layout : NULL);
}

static GBytes *
encode_pdf (OutlayScene *scene, double width, double height, const OutlayStyle *style, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width * POINTS_A_PIXEL, height * POINTS_A_PIXEL);
  gboolean drawn;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, outlay_scene_get_title (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, outlay_scene_get_summary (scene));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  drawn = draw (scene, surface, POINTS_A_PIXEL, width, height, style, error);
  cairo_surface_finish (surface);
  drawn = drawn && check (cairo_surface_status (surface), error);
  cairo_surface_destroy (surface);
  return drawn ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

/**
 * outlay_chart_format_from_name:
 * @name: a file's name
 *
 * Returns: the #OutlayChartFormat that its ending stands for; −1 for none of these
 */
int
outlay_chart_format_from_name (const char *name)
{
  static const char *const endings[] = { [OUTLAY_CHART_PNG] = ".png", [OUTLAY_CHART_SVG] = ".svg", [OUTLAY_CHART_PDF] = ".pdf" };
  g_autofree char *small = g_ascii_strdown (name, -1);

  for (int format = 0; format < (int) G_N_ELEMENTS (endings); format++)
    if (g_str_has_suffix (small, endings[format]))
      return format;
  return -1;
}

/**
 * outlay_chart_text_scale:
 * @width: of an export in pixels of 1/96 inch, as @height
 *
 * Returns: the text scale at which a picture of this size, filling a slide, can be read from the last row: 2 for 1920 × 1080
 */
double
outlay_chart_text_scale (double width, double height)
{
  return CLAMP (MIN (width / 960, height / 540), 1, 8);
}

/**
 * outlay_scene_encode:
 * @scene: a scene
 * @format: what kind of file
 * @width: in pixels of 1/96 inch, as @height
 * @scale: pixels of a PNG for each of these; for the others without effect
 * @style: how to draw; a PNG without frame is transparent
 * @error: a GIO error
 *
 * The same scene, size, style and fonts give the same bytes at any time and place. May be called from any thread while another shows @scene.
 *
 * Returns: (transfer full): the file's bytes
 */
GBytes *
outlay_scene_encode (OutlayScene *scene, OutlayChartFormat format, double width, double height, double scale, const OutlayStyle *style,
                     GError **error)
{
  double factor = format == OUTLAY_CHART_PNG ? scale : 1;

  if (!(width >= 1 && height >= 1 && factor > 0 && width * factor <= MOST_PIXELS && height * factor <= MOST_PIXELS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("A chart must be between 1 and %d pixels wide and high."), MOST_PIXELS);
      return NULL;
    }
  switch (format)
    {
    case OUTLAY_CHART_SVG:
      return encode_svg (scene, width, height, style, error);
    case OUTLAY_CHART_PDF:
      return encode_pdf (scene, width, height, style, error);
    case OUTLAY_CHART_PNG:
    default:
      return encode_png (scene, width, height, scale, style, error);
    }
}
