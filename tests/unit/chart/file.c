/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <string.h>

#include "chart/file.h"
#include "chart/scene-data.h"
#include "chart/sizes.h"

static const OutlayStyle style = { OUTLAY_THEME_LIGHT, 1, TRUE, NULL };

static OutlayScene *
create_scene (void)
{
  OutlayScene *scene = outlay_scene_new ("Output value");
  const double values[] = { 1e9, 4.5e9, 2e9, 5.5e9 };

  outlay_scene_set_subtitle (scene, "bn yuan a year");
  outlay_scene_set_note (scene, "Scenario: As announced");
  for (guint s = 0; s < 2; s++)
    {
      outlay_scene_add_series (scene, s == 0 ? "Mining machinery" : "Energy storage", OUTLAY_INK (OTHERS), (int) s);
      outlay_scene_nth_series (scene, s)->value = g_strdup ("4.50");
    }
  outlay_scene_add_stack (scene, 0, 2, 2, values);
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, 0, 10e9, outlay_amount_unit (1e10), 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, 2, { 1, "" }, 2027 };
  outlay_scene_add_rule (scene, 9e9, "promised 9");
  return scene;
}

static GBytes *
encode (OutlayScene *scene, OutlayChartFormat format, double width, double scale, const OutlayStyle *look)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = outlay_scene_encode (scene, format, width, 540, scale, look, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The same bytes again from the same scene and from another that says the same, however often anything was drawn before. */
static void
test_same_bytes (void)
{
  for (int format = OUTLAY_CHART_PNG; format <= OUTLAY_CHART_PDF; format++)
    {
      g_autoptr (OutlayScene) one = create_scene (), other = create_scene ();
      g_autoptr (GBytes) first = encode (one, format, 960, 1, &style), again = encode (one, format, 960, 1, &style);
      g_autoptr (GBytes) same = encode (other, format, 960, 1, &style), wider = encode (one, format, 961, 1, &style);

      g_assert_true (g_bytes_equal (first, again));
      g_assert_true (g_bytes_equal (first, same));
      g_assert_false (g_bytes_equal (first, wider));
    }
}

static guint32
read_word (const guint8 *at)
{
  return (guint32) at[0] << 24 | (guint32) at[1] << 16 | (guint32) at[2] << 8 | at[3];
}

/* Size and density of a PNG, which slides and printers go by: 2 pixels a CSS pixel are 192 an inch, 7559 a metre. */
static void
test_png_density (void)
{
  g_autoptr (OutlayScene) scene = create_scene ();
  g_autoptr (GBytes) bytes = encode (scene, OUTLAY_CHART_PNG, 960, 2, &style);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  const guint8 *density = memmem (data, g_bytes_get_size (bytes), "pHYs", 4);

  g_assert_cmpuint (read_word (data + 16), ==, 1920);
  g_assert_cmpuint (read_word (data + 20), ==, 1080);
  g_assert_nonnull (density);
  g_assert_cmpuint (read_word (density + 4), ==, 7559);
  g_assert_cmpuint (read_word (density + 8), ==, 7559);
  g_assert_cmpuint (density[12], ==, 1);
}

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_READ_ERROR;
}

static guint32
pixel_at (GBytes *bytes, int x, int y)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  cairo_surface_t *image = cairo_image_surface_create_from_png_stream (read_cb, stream);
  guint32 pixel;

  g_assert_cmpint (cairo_surface_status (image), ==, CAIRO_STATUS_SUCCESS);
  memcpy (&pixel, cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image) + x * 4, sizeof pixel);
  if (cairo_image_surface_get_format (image) == CAIRO_FORMAT_RGB24)
    pixel |= 0xff000000;
  cairo_surface_destroy (image);
  return pixel;
}

static void
test_png_background (void)
{
  g_autoptr (OutlayScene) scene = create_scene ();
  const OutlayStyle bare = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
  g_autoptr (GBytes) framed = encode (scene, OUTLAY_CHART_PNG, 960, 1, &style), clear = encode (scene, OUTLAY_CHART_PNG, 960, 1, &bare);

  g_assert_cmphex (pixel_at (framed, 2, 2), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (clear, 2, 2), ==, 0);
}

static void
test_no_dates (void)
{
  g_autoptr (OutlayScene) scene = create_scene ();
  g_autoptr (GBytes) pdf = encode (scene, OUTLAY_CHART_PDF, 960, 1, &style);

  g_assert_null (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), "CreationDate", 12));
}

static gpointer
encode_cb (gpointer scene)
{
  return encode (scene, OUTLAY_CHART_PNG, 960, 1, &style);
}

/* A file is made in another thread while the window goes on drawing the scene. */
static void
test_thread (void)
{
  g_autoptr (OutlayScene) scene = create_scene ();
  g_autoptr (GBytes) expected = encode (scene, OUTLAY_CHART_PNG, 960, 1, &style), found = NULL;
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 400, 300);
  cairo_t *cr = cairo_create (image);
  GThread *thread = g_thread_new ("encode", encode_cb, scene);

  for (guint i = 0; i < 50; i++)
    outlay_scene_draw (scene, cr, 300 + i, 300, &style);
  found = g_thread_join (thread);
  g_assert_true (g_bytes_equal (found, expected));
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
test_names (void)
{
  g_assert_cmpint (outlay_chart_format_from_name ("tax.png"), ==, OUTLAY_CHART_PNG);
  g_assert_cmpint (outlay_chart_format_from_name ("税收.SVG"), ==, OUTLAY_CHART_SVG);
  g_assert_cmpint (outlay_chart_format_from_name ("/a.b/c.pdf"), ==, OUTLAY_CHART_PDF);
  g_assert_cmpint (outlay_chart_format_from_name ("tax.pptx"), ==, -1);
  g_assert_cmpint (outlay_chart_format_from_name ("png"), ==, -1);
  g_assert_cmpfloat (outlay_chart_text_scale (1920, 1080), ==, 2);
  g_assert_cmpfloat (outlay_chart_text_scale (640, 360), ==, 1);
}

static void
test_impossible_sizes (void)
{
  static const double sizes[][2] = { { 0, 1 }, { -5, 1 }, { 40000, 1 }, { 960, 100 }, { 960, 0 } };
  g_autoptr (OutlayScene) scene = create_scene ();

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (outlay_scene_encode (scene, OUTLAY_CHART_PNG, sizes[i][0], 540, sizes[i][1], &style, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
}

/* In points on the page or slide: a tick's text of 11.5 pixels at a text scale of 1. */
static void
test_sizes_can_be_read (void)
{
  for (guint n = 0; n < outlay_chart_size_count (); n++)
    {
      const OutlayChartSize *size = outlay_chart_size_nth (n);
      const double smallest = 11.5 * size->text_scale * 0.75;
      const gboolean slide = g_str_has_prefix (size->id, "slide");

      g_assert_true (outlay_chart_size_find (size->id) == size);
      g_assert_cmpfloat (smallest, >=, slide ? 15 : 8);
      g_assert_cmpfloat (size->scale, >=, slide ? 1.5 : 300. / 96);
    }
  g_assert_null (outlay_chart_size_find ("a0"));
  g_assert_null (outlay_chart_size_nth (outlay_chart_size_count ()));
  g_assert_cmpfloat_with_epsilon (outlay_chart_size_find ("slide")->width / outlay_chart_size_find ("slide")->height, 16. / 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (outlay_chart_size_find ("slide-4-3")->width / outlay_chart_size_find ("slide-4-3")->height, 4. / 3, 1e-9);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/file/same-bytes", test_same_bytes);
  g_test_add_func ("/chart/file/png-density", test_png_density);
  g_test_add_func ("/chart/file/png-background", test_png_background);
  g_test_add_func ("/chart/file/no-dates", test_no_dates);
  g_test_add_func ("/chart/file/thread", test_thread);
  g_test_add_func ("/chart/file/names", test_names);
  g_test_add_func ("/chart/file/impossible-sizes", test_impossible_sizes);
  g_test_add_func ("/chart/file/sizes-can-be-read", test_sizes_can_be_read);
  return g_test_run ();
}
