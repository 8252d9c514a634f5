/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/compare.h"
#include "export/csv.h"

/* The columns are those of project. An input may be a text. */
static void
append_inputs (GString *text, const OutlayContrast *contrast, guint scenario)
{
  for (guint i = 0; i < contrast->differences->len; i++)
    {
      const OutlayDifference *difference = contrast->differences->pdata[i];
      g_autofree char *value = outlay_command_value_text (&difference->holdings[scenario].value);
      const char *const fields[] = { outlay_plan_name (contrast->plan), outlay_contrast_id (contrast, scenario), "input", difference->path, "", "", "", "" };

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        outlay_csv_append_string (text, fields[f], ',');
      outlay_csv_append_string (text, value, '\n');
    }
}

static void
append_results (GString *text, const OutlayContrast *contrast, const OutlayReport *report, guint scenario)
{
  if (report->by_plan)
    outlay_report_append_csv_indicators (report, -1, text);
  for (guint i = 0; report->by_initiative && i < outlay_report_n_initiatives (report); i++)
    outlay_report_append_csv_indicators (report, (int) i, text);
  for (guint i = 0; i < OUTLAY_N_CONTRASTED; i++)
    outlay_report_append_csv_value (report, "design-year", outlay_outcome_name (&outlay_contrasted[i]),
                                    outlay_comparison_value (contrast->comparison, scenario, &outlay_contrasted[i]), text);
  outlay_report_append_csv_targets (report, text);
}

/* A step is named by its paths. */
static void
append_bridge (GString *text, const OutlayContrast *contrast, const OutlayReport *report, OutlayBridge *bridge)
{
  const char *name = outlay_outcome_name (&contrast->outcome);

  outlay_report_append_csv_value (report, "bridge-from", name, outlay_bridge_from (bridge), text);
  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    {
      const OutlayBridgeStep *step = outlay_bridge_step (bridge, i);
      g_autofree char *paths = g_strjoinv (" ", step->paths);

      outlay_report_append_csv_value (report, "bridge-step", paths, step->contribution, text);
      outlay_report_append_csv_value (report, "bridge-error", paths, step->standard_error, text);
    }
  outlay_report_append_csv_value (report, "bridge-to", name, outlay_bridge_to (bridge), text);
}

void
outlay_contrast_append_csv (const OutlayContrast *contrast, GString *text)
{
  outlay_report_append_csv_header (text);
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      OutlayReport report = outlay_contrast_report (contrast, i);

      append_inputs (text, contrast, i);
      append_results (text, contrast, &report, i);
      if (contrast->bridges->pdata[i] != NULL)
        append_bridge (text, contrast, &report, contrast->bridges->pdata[i]);
    }
}
