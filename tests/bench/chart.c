/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How fast charts are built from results and drawn, and files of them made, on one core: every time with other numbers, as in a drag. */

#include <json-glib/json-glib.h>
#include <time.h>

#include "chart/charts.h"
#include "chart/file.h"
#include "chart/palette.h"
#include "chart/scene-data.h"
#include "language.h"
#include "store/reader.h"

#define ROUNDS 5
#define FRAMES 60
#define LARGE_YEARS 50
#define LARGE_SERIES 12

typedef struct
{
  const char *id;
  double width;
  double height;
} Chart;

/* The page Split in a window of 1600 × 900. */
static const Chart page[] = {
  { "output-value", 690, 210 },
  { "revenue", 690, 210 },
  { "tax", 690, 210 },
  { "split", 600, 380 },
};

static const OutlayStyle on_screen = { OUTLAY_THEME_LIGHT, 1, FALSE, NULL };
static const OutlayStyle on_slide = { OUTLAY_THEME_LIGHT, 2, TRUE, NULL };

/* The Jinchuang plan with its initiatives repeated up to n. */
static OutlayPlan *
load (guint n)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "resources", "plans", "jinchuang.outlay.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *initiatives;
  guint given;
  gsize length;
  OutlayPlan *plan;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  initiatives = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "initiatives");
  given = json_array_get_length (initiatives);
  for (guint i = given; i < n; i++)
    {
      g_autofree char *from = json_to_string (json_array_get_element (initiatives, i % given), FALSE);
      g_autoptr (JsonNode) copy = json_from_string (from, NULL);
      g_autofree char *id = g_strdup_printf ("initiative-%u", i);

      json_object_set_string_member (json_node_get_object (copy), "id", id);
      json_array_add_element (initiatives, g_steal_pointer (&copy));
    }
  text = json_to_string (json_parser_get_root (parser), FALSE);
  length = strlen (text);
  plan = outlay_plan_read (text, length, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

/* Results of the plan with another amount in its first cell for every frame. */
static OutlayProjection *
project (OutlayPlan *plan, const Chart *chart, guint frame)
{
  OutlayParameter cell;
  OutlayValue money = { OUTLAY_VALUE_NUMBER, 1.5e9 + 1e7 * frame, NULL };
  OutlayRequest request = { 0 };
  g_autoptr (OutlayModel) model = NULL;
  g_autoptr (GError) error = NULL;

  outlay_parameter_find (plan, "initiatives.mining.investment.phase-1", &cell, &error);
  g_assert_no_error (error);
  outlay_parameter_set (&cell, &money);
  model = outlay_model_new (plan, NULL);
  outlay_chart_request (outlay_chart_find (chart->id), &request);
  return outlay_projection_new (model, &request);
}

typedef struct
{
  double build; /* µs each */
  double draw;
} Times;

/* Microseconds of the processor's time of this process, which others on the machine disturb less than the clock. */
static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void
time_frame (OutlayPlan *plan, const Chart *chart, cairo_surface_t *image, guint frame, Times *times)
{
  g_autoptr (OutlayProjection) projection = project (plan, chart, frame);
  gint64 start = now (), built;
  g_autoptr (OutlayScene) scene = outlay_chart_build (outlay_chart_find (chart->id), plan, NULL, projection, NULL, NULL);
  cairo_t *cr;

  built = now ();
  cr = cairo_create (image);
  outlay_scene_draw (scene, cr, chart->width, chart->height, &on_screen);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  times->build += (double) (built - start) / FRAMES;
  times->draw += (double) (now () - built) / FRAMES;
}

/* The least of several rounds, for the same reason. */
static Times
time_chart (OutlayPlan *plan, const Chart *chart)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) chart->width, (int) chart->height);
  Times best = { G_MAXDOUBLE, G_MAXDOUBLE };

  for (guint round = 0; round < ROUNDS; round++)
    {
      Times times = { 0, 0 };

      for (guint frame = 0; frame < FRAMES; frame++)
        time_frame (plan, chart, image, round * FRAMES + frame, &times);
      if (times.build + times.draw < best.build + best.draw)
        best = times;
    }
  cairo_surface_destroy (image);
  return best;
}

static void
bench_page (guint n_initiatives)
{
  g_autoptr (OutlayPlan) plan = load (n_initiatives);
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (page); i++)
    {
      Times times = time_chart (plan, &page[i]);

      g_print ("%4u initiatives, %-13s %.0f × %.0f: built in %4.0f µs, drawn in %4.0f µs\n", n_initiatives, page[i].id, page[i].width,
               page[i].height, times.build, times.draw);
      sum += times.build + times.draw;
    }
  g_print ("%4u initiatives, the page of three charts and the split picture: %.2f ms\n", n_initiatives, sum / 1000);
}

static double
wave (guint series, guint year, guint frame)
{
  return 1e8 * (1 + series) * (1 + 0.3 * ((year * 7 + series * 3 + frame) % 11) / 11.0);
}

/* Stacked bars, or lines where asked for, of more years and series than most plans have; other numbers in every frame. */
static OutlayScene *
create_large (gboolean lines, guint frame)
{
  OutlayScene *scene = outlay_scene_new ("Large");
  double values[LARGE_SERIES * LARGE_YEARS], top = lines ? 2e9 : 1.2e10;

  for (guint s = 0; s < LARGE_SERIES; s++)
    {
      const OutlayInk ink = { OUTLAY_INK_COLOUR, outlay_palette_colour (s) };
      g_autofree char *name = g_strdup_printf ("Initiative number %u", s + 1);
      OutlayMark *line = lines ? outlay_scene_add_mark (scene, OUTLAY_MARK_LINE, ink, (int) s, LARGE_YEARS) : NULL;

      outlay_scene_add_series (scene, name, ink, (int) s);
      outlay_scene_nth_series (scene, s)->value = g_strdup_printf ("%.2f", wave (s, LARGE_YEARS - 1, frame) / 1e9);
      for (guint t = 0; t < LARGE_YEARS; t++)
        {
          values[s * LARGE_YEARS + t] = wave (s, t, frame);
          if (lines)
            {
              line->x0[t] = t + 0.5;
              line->y0[t] = wave (s, t, frame);
            }
        }
      if (lines)
        {
          line->width = 2;
          outlay_scene_nth_series (scene, s)->anchor = wave (s, LARGE_YEARS - 1, frame);
        }
    }
  if (!lines)
    outlay_scene_add_stack (scene, 0, LARGE_SERIES, LARGE_YEARS, values);
  scene->y = (OutlayAxis) { OUTLAY_AXIS_VALUE, 0, top, outlay_amount_unit (top), 0 };
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, LARGE_YEARS, { 1, "" }, 2021 };
  return scene;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 left = *(const gint64 *) a, right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* The median over frames of what is between a change and its picture; pixels: of the screen for each of the window. */
static void
bench_large_page (const char *what, const OutlayStyle *style, double pixels)
{
  gint64 times[ROUNDS * FRAMES];

  for (guint frame = 0; frame < G_N_ELEMENTS (times); frame++)
    {
      gint64 sum = 0;

      for (guint i = 0; i < G_N_ELEMENTS (page); i++)
        {
          cairo_surface_t *image =
            cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (page[i].width * pixels), (int) (page[i].height * pixels));
          cairo_t *cr = cairo_create (image);
          gint64 start = now ();
          g_autoptr (OutlayScene) scene = create_large (i == 3, frame);

          cairo_scale (cr, pixels, pixels);
          outlay_scene_draw (scene, cr, page[i].width, page[i].height, style);
          cairo_surface_flush (image);
          sum += now () - start;
          cairo_destroy (cr);
          cairo_surface_destroy (image);
        }
      times[frame] = sum;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
  g_print ("a page of four charts, %u years, %u series, %s: median %.2f ms (below 8 is wanted), the slowest tenth from %.2f ms\n", LARGE_YEARS, LARGE_SERIES,
           what, (double) times[G_N_ELEMENTS (times) / 2] / 1000, (double) times[G_N_ELEMENTS (times) * 9 / 10] / 1000);
}

static void
bench_file (OutlayChartFormat format, const char *name)
{
  static const Chart slide = { "output-value", 1920, 1080 };
  g_autoptr (OutlayPlan) plan = load (3);
  g_autoptr (OutlayProjection) projection = project (plan, &slide, 0);
  g_autoptr (OutlayScene) scene = outlay_chart_build (outlay_chart_find (slide.id), plan, NULL, projection, NULL, NULL);
  gint64 best = G_MAXINT64;
  gsize size = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = now ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = outlay_scene_encode (scene, format, slide.width, slide.height, 1, &on_slide, &error);

      g_assert_no_error (error);
      best = MIN (best, now () - start);
      size = g_bytes_get_size (bytes);
    }
  g_print ("one 1920 × 1080 %s: %.1f ms, %.0f kB\n", name, (double) best / 1000, (double) size / 1000);
}

int
main (void)
{
  outlay_language_init ();
  bench_page (3);
  bench_page (1000);
  bench_large_page ("on a screen", &on_screen, 1);
  bench_large_page ("at twice its density", &on_screen, 2);
  bench_large_page ("in high contrast", &(OutlayStyle) { OUTLAY_THEME_HIGH_CONTRAST, 1, FALSE, NULL }, 1);
  bench_file (OUTLAY_CHART_PNG, "PNG");
  bench_file (OUTLAY_CHART_SVG, "SVG");
  bench_file (OUTLAY_CHART_PDF, "PDF");
  return 0;
}
