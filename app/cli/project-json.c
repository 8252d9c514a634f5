/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/project.h"
#include "store/json-text.h"
#include "study/measure.h"

static void
append_row (OutlayJsonText *json, const char *name, const OutlayReport *report, OutlaySeries series, OutlayScope scope)
{
  const double *row = outlay_projection_series (report->projection, series, scope);

  outlay_json_text_member (json, name);
  outlay_json_text_begin_row (json);
  for (guint t = 0; t < outlay_projection_years (report->projection); t++)
    outlay_json_text_number (json, row[t]);
  outlay_json_text_end_row (json);
}

static void
append_cells (OutlayJsonText *json, const OutlayReport *report, OutlaySeries series)
{
  outlay_json_text_member (json, "cells");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
    {
      outlay_json_text_member (json, outlay_report_initiative_id (report, i));
      outlay_json_text_begin_object (json);
      for (guint p = 0; p < outlay_report_n_phases (report); p++)
        append_row (json, outlay_report_phase_id (report, p), report, series, OUTLAY_SCOPE_CELL (i, p));
      outlay_json_text_end_object (json);
    }
  outlay_json_text_end_object (json);
}

static void
append_one_series (OutlayJsonText *json, const OutlayReport *report, OutlaySeries series)
{
  gboolean phased = outlay_levels_have_phases (outlay_series_levels (series));

  outlay_json_text_member (json, outlay_series_name (series));
  outlay_json_text_begin_object (json);
  if (report->by_plan)
    append_row (json, "plan", report, series, OUTLAY_SCOPE_PLAN);
  if (report->by_initiative)
    {
      outlay_json_text_member (json, "initiatives");
      outlay_json_text_begin_object (json);
      for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
        append_row (json, outlay_report_initiative_id (report, i), report, series, OUTLAY_SCOPE_INITIATIVE (i));
      outlay_json_text_end_object (json);
    }
  if (report->by_phase && phased)
    {
      outlay_json_text_member (json, "phases");
      outlay_json_text_begin_object (json);
      for (guint p = 0; p < outlay_report_n_phases (report); p++)
        append_row (json, outlay_report_phase_id (report, p), report, series, OUTLAY_SCOPE_PHASE (p));
      outlay_json_text_end_object (json);
    }
  if (report->by_cell && phased)
    append_cells (json, report, series);
  outlay_json_text_end_object (json);
}

static void
append_series (OutlayJsonText *json, const OutlayReport *report)
{
  outlay_json_text_member (json, "series");
  outlay_json_text_begin_object (json);
  for (guint s = 0; s < OUTLAY_N_SERIES; s++)
    if (outlay_report_has (report, s) && outlay_series_levels (s) != OUTLAY_LEVELS_PRODUCT)
      append_one_series (json, report, s);
  outlay_json_text_end_object (json);
}

static void
append_product (OutlayJsonText *json, const OutlayReport *report, guint initiative, guint product)
{
  outlay_json_text_member (json, outlay_report_product_id (report, initiative, product));
  outlay_json_text_begin_object (json);
  for (guint s = 0; s < OUTLAY_N_SERIES; s++)
    if (outlay_report_has (report, s) && outlay_series_levels (s) == OUTLAY_LEVELS_PRODUCT)
      append_row (json, outlay_series_name (s), report, s, OUTLAY_SCOPE_PRODUCT (initiative, product));
  outlay_json_text_end_object (json);
}

static void
append_products (OutlayJsonText *json, const OutlayReport *report)
{
  outlay_json_text_member (json, "products");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
    {
      outlay_json_text_member (json, outlay_report_initiative_id (report, i));
      outlay_json_text_begin_object (json);
      for (guint j = 0; j < outlay_report_n_products (report, i); j++)
        append_product (json, report, i, j);
      outlay_json_text_end_object (json);
    }
  outlay_json_text_end_object (json);
}

void
outlay_report_append_json_indicator (const OutlayReport *report, OutlayIndicator indicator, int initiative, OutlayJsonText *json)
{
  guint n_roots = 0;
  const double *roots = outlay_projection_irr_roots (report->projection, indicator, initiative, &n_roots);

  outlay_json_text_member (json, outlay_indicator_name (indicator));
  if (n_roots < 2)
    {
      outlay_json_text_number (json, outlay_projection_indicator (report->projection, indicator, initiative));
      return;
    }
  outlay_json_text_begin_row (json);
  for (guint root = 0; root < n_roots; root++)
    outlay_json_text_number (json, roots[root]);
  outlay_json_text_end_row (json);
}

void
outlay_report_append_json_indicators (const OutlayReport *report, int initiative, OutlayJsonText *json)
{
  outlay_json_text_begin_object (json);
  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    outlay_report_append_json_indicator (report, indicator, initiative, json);
  outlay_json_text_end_object (json);
}

static void
append_indicators (OutlayJsonText *json, const OutlayReport *report)
{
  outlay_json_text_member (json, "indicators");
  outlay_json_text_begin_object (json);
  outlay_json_text_member (json, "plan");
  outlay_report_append_json_indicators (report, -1, json);
  outlay_json_text_member (json, "initiatives");
  outlay_json_text_begin_object (json);
  for (guint i = 0; i < outlay_report_n_initiatives (report); i++)
    {
      outlay_json_text_member (json, outlay_report_initiative_id (report, i));
      outlay_report_append_json_indicators (report, (int) i, json);
    }
  outlay_json_text_end_object (json);
  outlay_json_text_end_object (json);
}

void
outlay_report_append_json_targets (const OutlayReport *report, OutlayJsonText *json)
{
  GListModel *targets = outlay_plan_get_targets (report->plan);

  outlay_json_text_member (json, "targets");
  outlay_json_text_begin_array (json);
  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      outlay_projection_target (report->projection, report->plan, target, &state);
      outlay_json_text_begin_object (json);
      outlay_json_text_string_member (json, "id", outlay_node_get_id (OUTLAY_NODE (target)));
      outlay_json_text_number_member (json, "value", state.value);
      outlay_json_text_number_member (json, "bound", state.bound);
      outlay_json_text_member (json, "met");
      outlay_json_text_boolean (json, state.met);
      outlay_json_text_end_object (json);
    }
  outlay_json_text_end_array (json);
}

static void
append_region (OutlayJsonText *json, const OutlayReport *report)
{
  guint n_figures = outlay_plan_get_n_figures (report->plan);

  outlay_json_text_member (json, "region");
  outlay_json_text_begin_array (json);
  for (guint n = 0; n < n_figures; n++)
    {
      OutlayFigure *figure = outlay_plan_get_figure (report->plan, n);
      double value, share;

      if (!outlay_projection_figure (report->projection, report->plan, figure, &value, &share))
        continue;
      outlay_json_text_begin_object (json);
      outlay_json_text_string_member (json, "id", outlay_node_get_id (OUTLAY_NODE (figure)));
      outlay_json_text_number_member (json, "value", value);
      outlay_json_text_number_member (json, "share", share);
      outlay_json_text_end_object (json);
    }
  outlay_json_text_end_array (json);
}

void
outlay_report_append_json_head (const OutlayReport *report, OutlayJsonText *json)
{
  outlay_json_text_string_member (json, "plan", outlay_plan_name (report->plan));
  outlay_json_text_string_member (json, "scenario", outlay_scenario_name (report->scenario));
  outlay_json_text_string_member (json, "version", VERSION);
  outlay_json_text_member (json, "years");
  outlay_json_text_begin_row (json);
  for (guint t = 0; t < outlay_projection_years (report->projection); t++)
    outlay_json_text_number (json, outlay_projection_first_year (report->projection) + (int) t);
  outlay_json_text_end_row (json);
}

void
outlay_report_append_json (const OutlayReport *report, GString *text)
{
  OutlayJsonText json;

  outlay_json_text_init (&json, text);
  outlay_json_text_begin_object (&json);
  outlay_report_append_json_head (report, &json);
  append_series (&json, report);
  append_products (&json, report);
  append_indicators (&json, report);
  outlay_report_append_json_targets (report, &json);
  append_region (&json, report);
  outlay_json_text_end_object (&json);
  g_string_append_c (text, '\n');
}
