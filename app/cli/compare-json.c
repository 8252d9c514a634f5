/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/compare.h"
#include "store/json-text.h"

/* --- inputs --- */

/* Where the number has a source of its own or stands in an object that has one. */
static void
append_source (OutlayJsonText *json, const OutlayDifference *difference)
{
  OutlaySource *source = outlay_difference_find_source (difference, NULL);

  outlay_json_text_member (json, "source");
  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, "status", outlay_words_STATUS[outlay_difference_status (difference)]);
  if (source != NULL)
    outlay_json_text_string_member (json, "path", outlay_node_get_id (OUTLAY_NODE (source)));
  outlay_json_text_end_object (json);
}

static void
append_input (OutlayJsonText *json, const OutlayContrast *contrast, const OutlayDifference *difference)
{
  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, "path", difference->path);
  outlay_json_text_member (json, "values");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < difference->n_scenarios; i++)
    {
      outlay_json_text_member (json, outlay_contrast_id (contrast, i));
      outlay_json_text_value (json, &difference->holdings[i].value);
    }
  outlay_json_text_end_object (json);
  outlay_json_text_member (json, "from");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < difference->n_scenarios; i++)
    outlay_json_text_string_member (json, outlay_contrast_id (contrast, i), outlay_scenario_name (difference->holdings[i].from));
  outlay_json_text_end_object (json);
  append_source (json, difference);
  outlay_json_text_end_object (json);
}

static void
append_inputs (OutlayJsonText *json, const OutlayContrast *contrast)
{
  outlay_json_text_member (json, "inputs");
  outlay_json_text_begin_array (json);
  for (guint i = 0; i < contrast->differences->len; i++)
    append_input (json, contrast, contrast->differences->pdata[i]);
  outlay_json_text_end_array (json);
}

/* --- results --- */

static void
append_indicators (OutlayJsonText *json, const OutlayReport *report)
{
  outlay_json_text_member (json, "indicators");
  outlay_json_text_begin_object (json);
  if (report->by_plan)
    {
      outlay_json_text_member (json, "plan");
      outlay_report_append_json_indicators (report, -1, json);
    }
  if (report->by_initiative)
    {
      outlay_json_text_member (json, "initiatives");
      outlay_json_text_begin_object (json);
      for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
        {
          outlay_json_text_member (json, outlay_report_initiative_id (report, i));
          outlay_report_append_json_indicators (report, (int) i, json);
        }
      outlay_json_text_end_object (json);
    }
  outlay_json_text_end_object (json);
}

static void
append_result (OutlayJsonText *json, const OutlayContrast *contrast, guint scenario)
{
  OutlayReport report = outlay_contrast_report (contrast, scenario);

  outlay_json_text_member (json, outlay_contrast_id (contrast, scenario));
  outlay_json_text_begin_object (json);
  append_indicators (json, &report);
  outlay_json_text_member (json, "design-year");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < OUTLAY_N_CONTRASTED; i++)
    outlay_json_text_number_member (json, outlay_outcome_name (&outlay_contrasted[i]),
                                    outlay_comparison_value (contrast->comparison, scenario, &outlay_contrasted[i]));
  outlay_json_text_end_object (json);
  outlay_report_append_json_targets (&report, json);
  outlay_json_text_end_object (json);
}

static void
append_results (OutlayJsonText *json, const OutlayContrast *contrast)
{
  outlay_json_text_member (json, "results");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < contrast->scenarios->len; i++)
    append_result (json, contrast, i);
  outlay_json_text_end_object (json);
}

/* --- bridges --- */

static void
append_step (OutlayJsonText *json, const OutlayBridgeStep *step)
{
  outlay_json_text_begin_object (json);
  outlay_json_text_member (json, "paths");
  outlay_json_text_begin_array (json);
  for (char **path = step->paths; *path != NULL; path++)
    outlay_json_text_string (json, *path);
  outlay_json_text_end_array (json);
  outlay_json_text_number_member (json, "contribution", step->contribution);
  outlay_json_text_number_member (json, "standard-error", step->standard_error);
  outlay_json_text_end_object (json);
}

static void
append_bridge (OutlayJsonText *json, const OutlayContrast *contrast, guint scenario)
{
  OutlayBridge *bridge = contrast->bridges->pdata[scenario];

  outlay_json_text_begin_object (json);
  outlay_json_text_string_member (json, "name", outlay_outcome_name (&contrast->outcome));
  outlay_json_text_string_member (json, "from", outlay_contrast_id (contrast, 0));
  outlay_json_text_string_member (json, "to", outlay_contrast_id (contrast, scenario));
  outlay_json_text_number_member (json, "from-value", outlay_bridge_from (bridge));
  outlay_json_text_number_member (json, "to-value", outlay_bridge_to (bridge));
  outlay_json_text_member (json, "exact");
  outlay_json_text_boolean (json, outlay_bridge_is_exact (bridge));
  outlay_json_text_member (json, "steps");
  outlay_json_text_begin_array (json);
  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    append_step (json, outlay_bridge_step (bridge, i));
  outlay_json_text_end_array (json);
  outlay_json_text_end_object (json);
}

static void
append_bridges (OutlayJsonText *json, const OutlayContrast *contrast)
{
  outlay_json_text_member (json, "bridges");
  outlay_json_text_begin_array (json);
  for (guint i = 0; i < contrast->bridges->len; i++)
    if (contrast->bridges->pdata[i] != NULL)
      append_bridge (json, contrast, i);
  outlay_json_text_end_array (json);
}

void
outlay_contrast_append_json (const OutlayContrast *contrast, GString *text)
{
  OutlayJsonText json;

  outlay_json_text_init (&json, text);
  outlay_json_text_begin_object (&json);
  outlay_json_text_string_member (&json, "plan", outlay_plan_name (contrast->plan));
  outlay_json_text_member (&json, "scenarios");
  outlay_json_text_begin_row (&json);
  for (guint i = 0; i < contrast->scenarios->len; i++)
    outlay_json_text_string (&json, outlay_contrast_id (contrast, i));
  outlay_json_text_end_row (&json);
  outlay_json_text_string_member (&json, "version", VERSION);
  append_inputs (&json, contrast);
  append_results (&json, contrast);
  append_bridges (&json, contrast);
  outlay_json_text_end_object (&json);
  g_string_append_c (text, '\n');
}
