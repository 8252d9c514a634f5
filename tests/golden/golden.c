/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden/golden.h"

#include <string.h>

#include "chart/file.h"

static void
write_file (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
decode (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return cairo_image_surface_create_from_png_stream (read_cb, stream);
}

static gboolean
differs (guint32 a, guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > GOLDEN_DIFFERENCE)
      return TRUE;
  return FALSE;
}

/* The share of pixels that differ; 1 for another size. */
static double
compare (cairo_surface_t *a, cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint n = 0;

  if (cairo_image_surface_get_width (b) != width || cairo_image_surface_get_height (b) != height)
    return 1;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 left, right;

        memcpy (&left, cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a) + 4 * x, 4);
        memcpy (&right, cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b) + 4 * x, 4);
        n += differs (left, right);
      }
  return (double) n / ((double) width * height);
}

static GBytes *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static void
compare_with_file (GBytes *drawn, const char *path, const char *name)
{
  g_autoptr (GBytes) golden = load (path);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *beside = g_test_build_filename (G_TEST_BUILT, "golden", file, NULL);
  cairo_surface_t *expected = decode (golden), *found = decode (drawn);
  double share = compare (expected, found);

  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
  if (share > GOLDEN_PIXELS)
    {
      write_file (beside, drawn);
      g_test_message ("%.2f %% of %s differ; see %s", 100 * share, name, beside);
      g_test_fail ();
    }
}

void
golden_check (OutlayScene *scene, const char *name, double width, double height, const OutlayStyle *style)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) drawn = outlay_scene_encode (scene, OUTLAY_CHART_PNG, width, height, 1, style, &error);
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "images", file, NULL);

  g_assert_no_error (error);
  if (g_getenv ("OUTLAY_GOLDEN_UPDATE") != NULL)
    write_file (path, drawn);
  else
    compare_with_file (drawn, path, name);
}
