/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "cli/project.h"

#include <glib/gi18n.h>

#include "study/measure.h"

static gboolean
read_series (const char *words, guint64 *series)
{
  g_auto (GStrv) names = words != NULL ? g_strsplit (words, ",", -1) : NULL;

  *series = names == NULL ? OUTLAY_ALL_SERIES : 0;
  for (char **name = names; name != NULL && *name != NULL; name++)
    {
      int one = outlay_series_from_name (g_strstrip (*name));

      if (one < 0)
        {
          outlay_command_misuse (_("“%s” is no series. See the manual page for their names."), *name);
          return FALSE;
        }
      *series |= 1ull << one;
    }
  return TRUE;
}

static gboolean
read_levels (const char *words, OutlayFormat format, OutlayReport *report)
{
  /* A terminal shows the plan alone unless more is asked for; a program gets everything. */
  g_auto (GStrv) names = g_strsplit (words != NULL ? words : format == OUTLAY_FORMAT_TEXT ? "plan" : "plan,initiative,phase,cell", ",", -1);

  for (char **name = names; *name != NULL; name++)
    if (g_str_equal (*name, "plan"))
      report->by_plan = TRUE;
    else if (g_str_equal (*name, "initiative"))
      report->by_initiative = TRUE;
    else if (g_str_equal (*name, "phase"))
      report->by_phase = TRUE;
    else if (g_str_equal (*name, "cell"))
      report->by_cell = TRUE;
    else
      {
        outlay_command_misuse (_("“%s” is no level: plan, initiative, phase or cell."), *name);
        return FALSE;
      }
  return TRUE;
}

static OutlayRequest
report_request (const OutlayReport *report)
{
  OutlayRequest request = {
    .plan_series = report->by_plan ? report->series : 0,
    .initiative_series = report->by_initiative ? report->series : 0,
    .phase_series = report->by_phase ? report->series : 0,
    .cell_series = report->by_cell ? report->series : 0,
    .product_series = report->series,
    .plan_indicators = OUTLAY_ALL_INDICATORS,
    .initiative_indicators = OUTLAY_ALL_INDICATORS,
  };

  outlay_request_add_measures (&request, report->plan, report->scenario);
  return request;
}

static OutlayExit
print (const OutlayReport *report, OutlayFormat format)
{
  g_autoptr (GString) text = g_string_new (NULL);

  switch (format)
    {
    case OUTLAY_FORMAT_JSON:
      outlay_report_append_json (report, text);
      break;
    case OUTLAY_FORMAT_CSV:
      outlay_report_append_csv (report, text);
      break;
    case OUTLAY_FORMAT_TEXT:
      outlay_report_append_text (report, text);
      break;
    }
  return outlay_command_print (text);
}

static OutlayExit
project (OutlayReport *report, OutlayFormat format)
{
  OutlayRequest request = report_request (report);
  g_autoptr (OutlayModel) model = outlay_model_new (report->plan, report->scenario);
  g_autoptr (OutlayProjection) projection = outlay_projection_new (model, &request);

  report->projection = projection;
  return print (report, format);
}

OutlayExit
outlay_command_project (const char *usage, const char *summary, int argc, char **argv)
{
  g_auto (OutlayCase) one_case = OUTLAY_CASE_INIT;
  g_autofree char *format_word = NULL;
  g_autofree char *series = NULL;
  g_autofree char *levels = NULL;
  const GOptionEntry entries[] = {
    OUTLAY_CASE_OPTIONS (&one_case),
    { "series", 0, 0, G_OPTION_ARG_STRING, &series, N_("Only these yearly series (all)"), N_("NAME,…") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &levels, N_("plan, initiative, phase, cell or several of them (all; in text: plan)"), N_("LEVEL,…") },
    OUTLAY_FORMAT_OPTION (&format_word),
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (OutlayPlan) plan = NULL;
  OutlayReport report = { 0 };
  OutlayFormat format;
  OutlayExit status;

  if (!outlay_command_parse (usage, summary, NULL, entries, &argc, &argv, 1, 1) || !outlay_command_format (format_word, &format) ||
      !read_series (series, &report.series) || !read_levels (levels, format, &report))
    return OUTLAY_EXIT_USAGE;
  if ((plan = outlay_command_load (argv[1], &status)) == NULL)
    return status;
  if ((status = outlay_case_apply (&one_case, plan)) != OUTLAY_EXIT_DONE)
    return status;
  report.plan = plan;
  report.scenario = one_case.scenario;
  outlay_command_warn (plan, one_case.scenario, argv[1]);
  return project (&report, format);
}
