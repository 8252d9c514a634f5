/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli/project.h"
#include "cli/table.h"
#include "plan/amount.h"
#include "plan/resolve.h"
#include "study/measure.h"

static void
append_indicators (const OutlayReport *report, GString *text)
{
  guint n_initiatives = report->by_initiative ? outlay_report_n_initiatives (report) : 0;
  g_autoptr (OutlayTable) table = outlay_table_new (2 + n_initiatives);

  outlay_table_add (table, _("Indicators"));
  outlay_table_add (table, _("Plan"));
  for (guint i = 0; i < n_initiatives; i++)
    outlay_table_take (table, outlay_plan_resolve_name (report->plan, report->scenario, OUTLAY_NODE (outlay_plan_get_initiative (report->plan, i))));
  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    {
      outlay_table_add (table, _(outlay_indicator_nick (indicator)));
      outlay_table_take (table, outlay_report_indicator_text (report, indicator, -1));
      for (guint i = 0; i < n_initiatives; i++)
        outlay_table_take (table, outlay_report_indicator_text (report, indicator, (int) i));
    }
  outlay_table_append (table, text);
}

static void
append_targets (const OutlayReport *report, GString *text)
{
  GListModel *targets = outlay_plan_get_targets (report->plan);
  g_autoptr (OutlayTable) table = outlay_table_new (4);

  if (g_list_model_get_n_items (targets) == 0)
    return;
  outlay_table_add (table, _("Targets"));
  outlay_table_add (table, _("Value"));
  outlay_table_add (table, _("Promised"));
  outlay_table_add (table, "");
  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);
      OutlayTargetState state;

      outlay_projection_target (report->projection, report->plan, target, &state);
      g_autofree char *bound = outlay_quantity_format (state.bound, state.unit, outlay_report_currency (report));
      outlay_table_take (table, outlay_plan_resolve_name (report->plan, report->scenario, OUTLAY_NODE (target)));
      outlay_table_take (table, outlay_quantity_format (state.value, state.unit, outlay_report_currency (report)));
      outlay_table_take (table, g_strconcat (state.at_least ? "≥ " : "≤ ", bound, NULL));
      outlay_table_add (table, state.met ? C_("target", "met") : C_("target", "missed"));
    }
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

static double
largest (const double *row, guint n)
{
  double most = 0;

  for (guint t = 0; t < n; t++)
    if (isfinite (row[t]))
      most = MAX (most, fabs (row[t]));
  return most;
}

/* A row has one unit, named at its head, so that its years can be read off against each other. */
static void
add_row (OutlayTable *table, const char *name, OutlayUnit unit, const double *row, guint n_years)
{
  int digits;
  OutlayAmountUnit scale = outlay_report_scale (unit, largest (row, n_years), &digits);

  outlay_table_take (table, *scale.word != '\0' ? g_strdup_printf ("%s (%s)", name, scale.word) : g_strdup (name));
  for (guint t = 0; t < n_years; t++)
    outlay_table_take (table, outlay_amount_format_in (row[t], scale, digits));
}

static OutlayTable *
begin_years (const OutlayReport *report, const char *title)
{
  guint n_years = outlay_projection_years (report->projection);
  OutlayTable *table = outlay_table_new (1 + n_years);

  outlay_table_add (table, title);
  for (guint t = 0; t < n_years; t++)
    outlay_table_take (table, g_strdup_printf ("%d", outlay_projection_first_year (report->projection) + (int) t));
  return table;
}

static void
append_scope (const OutlayReport *report, const char *title, OutlayScope scope, GString *text)
{
  g_autoptr (OutlayTable) table = begin_years (report, title);
  gboolean empty = TRUE;

  for (guint s = 0; s < OUTLAY_N_SERIES; s++)
    {
      const double *row = outlay_report_has (report, s) ? outlay_projection_series (report->projection, s, scope) : NULL;

      if (row == NULL)
        continue;
      add_row (table, _(outlay_series_nick (s)), outlay_series_unit (s), row, outlay_projection_years (report->projection));
      empty = FALSE;
    }
  if (empty)
    return;
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

static void
append_initiative (const OutlayReport *report, guint initiative, GString *text)
{
  OutlayInitiative *object = outlay_plan_get_initiative (report->plan, initiative);
  g_autofree char *name = outlay_plan_resolve_name (report->plan, report->scenario, OUTLAY_NODE (object));
  GListModel *products = outlay_initiative_get_products (object);

  append_scope (report, name, OUTLAY_SCOPE_INITIATIVE (initiative), text);
  for (guint j = 0; j < g_list_model_get_n_items (products); j++)
    {
      g_autoptr (OutlayNode) product = g_list_model_get_item (products, j);
      g_autofree char *product_name = outlay_plan_resolve_name (report->plan, report->scenario, product);
      g_autofree char *title = g_strdup_printf ("%s, %s", name, product_name);

      append_scope (report, title, OUTLAY_SCOPE_PRODUCT (initiative, j), text);
    }
}

static void
append_phase (const OutlayReport *report, int initiative, guint phase, GString *text)
{
  g_autofree char *name =
      outlay_plan_resolve_name (report->plan, report->scenario, OUTLAY_NODE (outlay_plan_get_phase (report->plan, phase)));
  g_autofree char *of = initiative < 0 ? NULL
                                       : outlay_plan_resolve_name (report->plan, report->scenario,
                                                                   OUTLAY_NODE (outlay_plan_get_initiative (report->plan, (guint) initiative)));
  g_autofree char *title = of != NULL ? g_strdup_printf ("%s, %s", of, name) : g_strdup (name);

  append_scope (report, title, (OutlayScope) { initiative, (int) phase, -1 }, text);
}

void
outlay_report_append_text (const OutlayReport *report, GString *text)
{
  guint n_initiatives = outlay_report_n_initiatives (report);
  guint n_phases = outlay_report_n_phases (report);
  g_autofree char *scenario =
      report->scenario != NULL ? outlay_plan_resolve_name (report->plan, NULL, OUTLAY_NODE (report->scenario)) : NULL;

  g_string_append_printf (text, scenario != NULL ? "%s · %s\n\n" : "%s\n\n", outlay_plan_name (report->plan), scenario);
  append_indicators (report, text);
  append_targets (report, text);
  if (report->by_plan)
    append_scope (report, _("Plan"), OUTLAY_SCOPE_PLAN, text);
  for (guint i = 0; report->by_initiative && i < n_initiatives; i++)
    append_initiative (report, i, text);
  for (guint p = 0; report->by_phase && p < n_phases; p++)
    append_phase (report, -1, p, text);
  for (guint i = 0; report->by_cell && i < n_initiatives; i++)
    for (guint p = 0; p < n_phases; p++)
      append_phase (report, (int) i, p, text);
}
