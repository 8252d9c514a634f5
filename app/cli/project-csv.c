/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "export/csv.h"
#include "cli/project.h"
#include "study/measure.h"

/* One value a line, so that any statistics program can group, pivot and plot without knowing the years. */
static void
append_line (GString *text, const OutlayReport *report, const char *kind, const char *name, OutlayScope scope, int year, double value)
{
  gboolean of_initiative = scope.initiative >= 0;

  outlay_csv_append_string (text, outlay_plan_name (report->plan), ',');
  outlay_csv_append_string (text, outlay_scenario_name (report->scenario), ',');
  outlay_csv_append_string (text, kind, ',');
  outlay_csv_append_string (text, name, ',');
  outlay_csv_append_string (text, of_initiative ? outlay_report_initiative_id (report, (guint) scope.initiative) : NULL, ',');
  outlay_csv_append_string (text, scope.phase >= 0 ? outlay_report_phase_id (report, (guint) scope.phase) : NULL, ',');
  outlay_csv_append_string (
      text, scope.product >= 0 ? outlay_report_product_id (report, (guint) scope.initiative, (guint) scope.product) : NULL, ',');
  outlay_csv_append_number (text, year >= 0 ? year : NAN, ',');
  outlay_csv_append_number (text, value, '\n');
}

static void
append_row (GString *text, const OutlayReport *report, OutlaySeries series, OutlayScope scope)
{
  const double *row = outlay_projection_series (report->projection, series, scope);

  for (guint t = 0; t < outlay_projection_years (report->projection); t++)
    append_line (text, report, "series", outlay_series_name (series), scope, outlay_projection_first_year (report->projection) + (int) t,
                 row[t]);
}

static void
append_series (GString *text, const OutlayReport *report, OutlaySeries series)
{
  guint n_initiatives = outlay_report_n_initiatives (report);
  guint n_phases = outlay_levels_have_phases (outlay_series_levels (series)) ? outlay_report_n_phases (report) : 0;

  if (report->by_plan)
    append_row (text, report, series, OUTLAY_SCOPE_PLAN);
  for (guint i = 0; report->by_initiative && i < n_initiatives; i++)
    append_row (text, report, series, OUTLAY_SCOPE_INITIATIVE (i));
  for (guint p = 0; report->by_phase && p < n_phases; p++)
    append_row (text, report, series, OUTLAY_SCOPE_PHASE (p));
  for (guint i = 0; report->by_cell && i < n_initiatives; i++)
    for (guint p = 0; p < n_phases; p++)
      append_row (text, report, series, OUTLAY_SCOPE_CELL (i, p));
}

static void
append_products (GString *text, const OutlayReport *report, OutlaySeries series)
{
  for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
    for (guint j = 0; j < outlay_report_n_products (report, i); j++)
      append_row (text, report, series, OUTLAY_SCOPE_PRODUCT (i, j));
}

void
outlay_report_append_csv_header (GString *text)
{
  g_string_append (text, "plan,scenario,kind,name,initiative,phase,product,year,value\n");
}

/* What belongs to the plan as a whole and to no year. */
void
outlay_report_append_csv_value (const OutlayReport *report, const char *kind, const char *name, double value, GString *text)
{
  append_line (text, report, kind, name, OUTLAY_SCOPE_PLAN, -1, value);
}

/* An IRR that is not unique takes a line for each of its roots. */
void
outlay_report_append_csv_indicators (const OutlayReport *report, int initiative, GString *text)
{
  OutlayScope scope = { initiative, -1, -1 };

  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    {
      const char *name = outlay_indicator_name (indicator);
      guint n_roots = 0;
      const double *roots = outlay_projection_irr_roots (report->projection, indicator, initiative, &n_roots);

      if (n_roots < 2)
        append_line (text, report, "indicator", name, scope, -1, outlay_projection_indicator (report->projection, indicator, initiative));
      for (guint root = 0; n_roots >= 2 && root < n_roots; root++)
        append_line (text, report, "indicator", name, scope, -1, roots[root]);
    }
}

void
outlay_report_append_csv_targets (const OutlayReport *report, GString *text)
{
  GListModel *targets = outlay_plan_get_targets (report->plan);

  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      const char *id = outlay_node_get_id (OUTLAY_NODE (target));
      OutlayTargetState state;

      outlay_projection_target (report->projection, report->plan, target, &state);
      outlay_report_append_csv_value (report, "target-value", id, state.value, text);
      outlay_report_append_csv_value (report, "target-bound", id, state.bound, text);
      outlay_report_append_csv_value (report, "target-met", id, state.met, text);
    }
}

static void
append_region (GString *text, const OutlayReport *report)
{
  for (guint n = 0; n < outlay_plan_get_n_figures (report->plan); n++)
    {
      OutlayFigure *figure = outlay_plan_get_figure (report->plan, n);
      const char *id = outlay_node_get_id (OUTLAY_NODE (figure));
      double value, share;

      if (!outlay_projection_figure (report->projection, report->plan, figure, &value, &share))
        continue;
      outlay_report_append_csv_value (report, "region-value", id, value, text);
      outlay_report_append_csv_value (report, "region-share", id, share, text);
    }
}

void
outlay_report_append_csv (const OutlayReport *report, GString *text)
{
  outlay_report_append_csv_header (text);
  for (guint series = 0; series < OUTLAY_N_SERIES; series++)
    if (outlay_report_has (report, series))
      {
        if (outlay_series_levels (series) == OUTLAY_LEVELS_PRODUCT)
          append_products (text, report, series);
        else
          append_series (text, report, series);
      }
  outlay_report_append_csv_indicators (report, -1, text);
  for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
    outlay_report_append_csv_indicators (report, (int) i, text);
  outlay_report_append_csv_targets (report, text);
  append_region (text, report);
}
