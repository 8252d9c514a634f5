/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/png.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <png.h>

/* Charts are flat: with every row written as its difference to the row above, zlib's fast levels pack them as small as its slow ones. */
#define LEVEL 3

static void
write_cb (png_structp png, png_bytep data, png_size_t length)
{
  g_byte_array_append (png_get_io_ptr (png), data, (guint) length);
}

static void
flush_cb (png_structp png)
{
}

/* cairo keeps a pixel in the machine's byte order. */
static void
convert_opaque_row (const guint32 *pixels, guint8 *row, int width)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = (guint8) (pixels[x] >> 16);
      row[1] = (guint8) (pixels[x] >> 8);
      row[2] = (guint8) pixels[x];
    }
}

/* cairo multiplies colours by alpha; PNG does not. */
static void
convert_row (const guint32 *pixels, guint8 *row, int width)
{
  for (int x = 0; x < width; x++, row += 4)
    {
      guint32 alpha = pixels[x] >> 24;

      for (int c = 0; c < 3; c++)
        {
          guint32 channel = pixels[x] >> (16 - 8 * c) & 0xff;

          row[c] = (guint8) (alpha == 0 ? 0 : MIN (255, (channel * 255 + alpha / 2) / alpha));
        }
      row[3] = (guint8) alpha;
    }
}

static void
write_head (png_structp png, png_infop info, cairo_surface_t *image, gboolean opaque, guint pixels_a_metre)
{
  png_set_IHDR (png, info, (png_uint_32) cairo_image_surface_get_width (image), (png_uint_32) cairo_image_surface_get_height (image), 8,
                opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs (png, info, pixels_a_metre, pixels_a_metre, PNG_RESOLUTION_METER);
  png_set_sRGB (png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_compression_level (png, LEVEL);
  png_set_filter (png, 0, PNG_FILTER_UP);
  png_write_info (png, info);
}

static void
write_rows (png_structp png, cairo_surface_t *image, guint8 *row, gboolean opaque)
{
  const guint8 *pixels = cairo_image_surface_get_data (image);
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (pixels + (gsize) y * (gsize) stride);

      if (opaque)
        convert_opaque_row (from, row, width);
      else
        convert_row (from, row, width);
      png_write_row (png, row);
    }
}

GBytes *
outlay_png_encode (cairo_surface_t *image, gboolean opaque, guint pixels_a_metre, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc ((gsize) MAX (cairo_image_surface_get_width (image), 1) * 4);
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png != NULL ? png_create_info_struct (png) : NULL;

  cairo_surface_flush (image);
  /* libpng reports what is wrong by jumping here. */
  if (info == NULL || setjmp (png_jmpbuf (png)))
    {
      png_destroy_write_struct (&png, &info);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be packed as PNG. Try a smaller size."));
      return NULL;
    }
  png_set_write_fn (png, bytes, write_cb, flush_cb);
  write_head (png, info, image, opaque, pixels_a_metre);
  write_rows (png, image, row, opaque);
  png_write_end (png, NULL);
  png_destroy_write_struct (&png, &info);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
