/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/charts.h"
#include "chart/file.h"
#include "chart/sizes.h"
#include "cli/compare.h"

typedef struct
{
  char *output;
  char *size;
  char *preset;
  char *text;
  double scale;
  char *theme;
  OutlayChartOptions options;
  char *format;
  gboolean list;
  OutlayCase one_case;
  char *scenarios;
  char *bridge;

  int encoding;
  double width;
  double height;
  OutlayStyle style;
  char **ids;
  OutlayOutcome outcome;
} Request;

#define SIDE_MOST 16384

static void
request_clear (Request *request)
{
  g_free (request->output);
  g_free (request->size);
  g_free (request->preset);
  g_free (request->text);
  g_free (request->theme);
  g_free ((char *) request->options.title);
  g_free ((char *) request->options.subtitle);
  g_free ((char *) request->options.note);
  g_free ((char *) request->options.source);
  g_free (request->format);
  g_free (request->scenarios);
  g_free (request->bridge);
  g_strfreev (request->ids);
  outlay_case_clear (&request->one_case);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
read_size (const char *text, double *width, double *height)
{
  char *end = NULL;

  *width = g_ascii_strtod (text, &end);
  if (end == text || (*end != 'x' && *end != 'X'))
    return FALSE;
  text = end + 1;
  *height = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static gboolean
is_side (double side)
{
  return side >= 16 && side <= SIDE_MOST;
}

static gboolean
understand_preset (Request *request)
{
  const OutlayChartSize *size = outlay_chart_size_find (request->preset);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint n = 0; n < outlay_chart_size_count (); n++)
    g_string_append_printf (list, "  %-16s%s\n", outlay_chart_size_nth (n)->id, _(outlay_chart_size_nth (n)->name));
  if (size == NULL)
    return outlay_command_misuse (_("There is no preset “%s”. There are:\n%s"), request->preset, list->str), FALSE;
  request->width = size->width;
  request->height = size->height;
  request->scale = isnan (request->scale) ? size->scale : request->scale;
  request->style.text_scale = size->text_scale;
  return TRUE;
}

static gboolean
understand_size (Request *request)
{
  if (request->size != NULL && request->preset != NULL)
    return outlay_command_misuse (_("A chart has either a --size or a --preset.")), FALSE;
  if (request->preset != NULL && !understand_preset (request))
    return FALSE;
  if (request->preset == NULL && !read_size (request->size != NULL ? request->size : "1920x1080", &request->width, &request->height))
    return outlay_command_misuse (_("“%s” is no size: write WIDTHxHEIGHT, 1920x1080 for instance."), request->size), FALSE;
  if (request->preset == NULL)
    request->style.text_scale = outlay_chart_text_scale (request->width, request->height);
  request->scale = isnan (request->scale) ? 1 : request->scale;
  if (!is_side (request->width) || !is_side (request->height) || !(request->scale > 0) ||
      request->width * request->scale > SIDE_MOST || request->height * request->scale > SIDE_MOST)
    return outlay_command_misuse (_("A side of a chart has 16 to %d pixels."), SIDE_MOST), FALSE;
  return TRUE;
}

/* What the words of the options mean; the message says which of them is wrong. */
static gboolean
understand (Request *request)
{
  g_autofree char *ending = request->format != NULL ? g_strconcat ("x.", request->format, NULL) : NULL;

  if (request->output == NULL)
    return outlay_command_misuse (_("Say with -o where the chart goes.")), FALSE;
  request->encoding = outlay_chart_format_from_name (ending != NULL ? ending : request->output);
  if (request->encoding < 0)
    return outlay_command_misuse (_("“%s” ends neither in .png nor in .svg nor in .pdf."), request->output), FALSE;
  if (!understand_size (request))
    return FALSE;
  if (!outlay_theme_find (request->theme != NULL ? request->theme : "light", &request->style.theme))
    return outlay_command_misuse (_("“%s” is no theme: light, dark, print, high-contrast or high-contrast-dark."), request->theme), FALSE;
  if (!outlay_scenarios_read (request->scenarios, &request->ids) || !outlay_outcome_read (request->bridge != NULL ? request->bridge : "npv-after-tax", &request->outcome))
    return FALSE;
  request->style.live_text = g_strcmp0 (request->text, "text") == 0;
  if (request->text != NULL && !request->style.live_text && !g_str_equal (request->text, "outlines"))
    return outlay_command_misuse (_("Texts are drawn as “outlines” or kept as “text”, not “%s”."), request->text), FALSE;
  return TRUE;
}

static void
list_charts (GString *text)
{
  for (guint i = 0; i < outlay_chart_count (); i++)
    g_string_append_printf (text, "  %-30s%s\n", outlay_chart_id (outlay_chart_nth (i)), outlay_chart_title (outlay_chart_nth (i)));
}

static OutlayExit
print_names (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < outlay_chart_count (); i++)
    g_string_append_printf (text, "%s\n", outlay_chart_id (outlay_chart_nth (i)));
  return outlay_command_print (text);
}

static const OutlayChart *
find_chart (const char *id)
{
  const OutlayChart *chart = outlay_chart_find (id);

  if (chart == NULL)
    {
      g_autoptr (GString) list = g_string_new (NULL);

      list_charts (list);
      outlay_command_say (_("There is no chart “%s”. There are:\n%s"), id, list->str);
    }
  return chart;
}

static gboolean
compares (const OutlayChart *chart)
{
  return outlay_chart_compares (chart) || outlay_chart_is_bridge (chart);
}

/* An option that was given to a chart which nothing becomes of it in is a mistake. */
static gboolean
is_of_use (const OutlayChart *chart, gboolean given, const char *option, gboolean (*takes) (const OutlayChart *chart))
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (!given || takes (chart))
    return TRUE;
  for (guint n = 0; n < outlay_chart_count (); n++)
    if (takes (outlay_chart_nth (n)))
      g_string_append_printf (list, "  %s\n", outlay_chart_id (outlay_chart_nth (n)));
  /* Translators: an option, a chart; the names of charts follow, one in a line */
  outlay_command_misuse (_("%s changes nothing in the chart “%s”. It is for these:\n%s"), option, outlay_chart_id (chart), list->str);
  return FALSE;
}

/* A scenario that does not exist is said before its being of no use. */
static OutlayExit
check_options (const Request *request, OutlayPlan *plan, const OutlayChart *chart)
{
  OutlayScenario *scenario;

  for (char **id = request->ids; id != NULL && *id != NULL; id++)
    if (!outlay_command_find_scenario (plan, *id, &scenario))
      return OUTLAY_EXIT_FAULT;
  return is_of_use (chart, request->options.lines, "--lines", outlay_chart_takes_lines) &&
                 is_of_use (chart, request->options.year != 0, "--year", outlay_chart_takes_year) &&
                 is_of_use (chart, request->ids != NULL, "--scenarios", compares) &&
                 is_of_use (chart, request->bridge != NULL, "--bridge", outlay_chart_is_bridge)
             ? OUTLAY_EXIT_DONE
             : OUTLAY_EXIT_USAGE;
}

/* NULL where there is none, which has then been said. */
static OutlayScene *
build (const Request *request, OutlayPlan *plan, const OutlayChart *chart)
{
  g_autoptr (GPtrArray) scenarios = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  OutlayScene *scene;

  if (compares (chart) && outlay_scenarios_find (plan, request->ids, scenarios) != OUTLAY_EXIT_DONE)
    return NULL;
  scene = outlay_chart_compute (chart, plan, request->one_case.scenario, (OutlayScenario *const *) scenarios->pdata, scenarios->len, &request->outcome,
                                &request->options, &error);
  if (scene == NULL)
    outlay_command_say ("%s", error->message);
  return scene;
}

static OutlayExit
draw (const Request *request, OutlayPlan *plan, const OutlayChart *chart)
{
  g_autoptr (OutlayScene) scene = build (request, plan, chart);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (scene == NULL)
    return OUTLAY_EXIT_FAULT;
  bytes = outlay_scene_encode (scene, (OutlayChartFormat) request->encoding, request->width, request->height, request->scale, &request->style, &error);
  if (bytes == NULL)
    {
      outlay_command_say ("%s", error->message);
      return OUTLAY_EXIT_FILE;
    }
  return outlay_command_write (request->output, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

OutlayExit
outlay_command_chart (const char *usage, const char *summary, int argc, char **argv)
{
  g_auto (Request) request = { .scale = NAN, .style = { .frame = TRUE } };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &request.output, N_("Write the chart here; the ending picks the format"), N_("FILE") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &request.size, N_("Width and height (1920x1080)"), N_("WIDTHxHEIGHT") },
    { "preset", 0, 0, G_OPTION_ARG_STRING, &request.preset, N_("Size, density and text size in one: slide, slide-large, slide-4-3, a4, a4-landscape, page, column"),
      N_("NAME") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &request.scale, N_("Pixels of a PNG for each unit of the size (1)"), N_("NUMBER") },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &request.theme, N_("light, dark, print, high-contrast or high-contrast-dark (light)"), N_("THEME") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &request.options.title, N_("Title in place of the chart’s own"), N_("TEXT") },
    { "subtitle", 0, 0, G_OPTION_ARG_STRING, &request.options.subtitle, N_("Likewise beside the title; an empty text leaves it out, also below"), N_("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &request.options.note, N_("Likewise below the chart"), N_("TEXT") },
    { "source", 0, 0, G_OPTION_ARG_STRING, &request.options.source, N_("Likewise in the last line"), N_("TEXT") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &request.text, N_("Texts of an SVG: outlines, the same everywhere, or text, to be edited and searched (outlines)"),
      N_("KIND") },
    { "lines", 0, 0, G_OPTION_ARG_NONE, &request.options.lines, N_("Lines in place of stacked bars, of a yearly chart"), NULL },
    { "year", 0, 0, G_OPTION_ARG_INT, &request.options.year, N_("Year of a chart of one year (the design year)"), N_("YEAR") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &request.format, N_("png, svg or pdf, where FILE’s ending does not say"), N_("FORMAT") },
    { "list", 0, 0, G_OPTION_ARG_NONE, &request.list, N_("Print the names of the charts and do nothing else"), NULL },
    OUTLAY_CASE_OPTIONS (&request.one_case),
    { "scenarios", 0, 0, G_OPTION_ARG_STRING, &request.scenarios, N_("Scenarios of a chart that compares (base and all); a bridge leads from the first to the last"),
      N_("ID,…") },
    { "bridge", 'b', 0, G_OPTION_ARG_STRING, &request.bridge, N_("Indicator, or series in the design year, that a bridge explains (npv-after-tax)"), N_("NAME") },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GString) charts = g_string_new (_("Charts:\n"));
  g_autoptr (OutlayPlan) plan = NULL;
  const OutlayChart *chart;
  OutlayExit status;

  list_charts (charts);
  if (!outlay_command_parse (usage, summary, charts->str, entries, &argc, &argv, 0, 2))
    return OUTLAY_EXIT_USAGE;
  if (request.list)
    return print_names ();
  if (argc < 3)
    return outlay_command_misuse (_("Say which plan and which chart: %s"), usage);
  if (!understand (&request))
    return OUTLAY_EXIT_USAGE;
  if ((plan = outlay_command_load (argv[1], &status)) == NULL)
    return status;
  if ((status = outlay_case_apply (&request.one_case, plan)) != OUTLAY_EXIT_DONE)
    return status;
  if ((chart = find_chart (argv[2])) == NULL)
    return OUTLAY_EXIT_FAULT;
  if ((status = check_options (&request, plan, chart)) != OUTLAY_EXIT_DONE)
    return status;
  outlay_command_warn (plan, request.one_case.scenario, argv[1]);
  return draw (&request, plan, chart);
}
