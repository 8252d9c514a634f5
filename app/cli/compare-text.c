/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "cli/compare.h"
#include "cli/table.h"
#include "plan/amount.h"
#include "plan/label.h"
#include "plan/resolve.h"
#include "plan/unit.h"

static char *
scenario_title (const OutlayContrast *contrast, guint scenario)
{
  OutlayNode *node = contrast->scenarios->pdata[scenario];

  return node != NULL ? outlay_plan_resolve_name (contrast->plan, NULL, node) : g_strdup (C_ ("scenario", "Base"));
}

static const char *
currency_of (const OutlayContrast *contrast)
{
  const OutlayReport report = { .plan = contrast->plan };

  return outlay_report_currency (&report);
}

/* --- inputs --- */

static const char *
origin_mark (OutlayOrigin origin)
{
  return origin == OUTLAY_ORIGIN_OWN ? " *" : origin == OUTLAY_ORIGIN_INHERITED ? " ↑" : "";
}

static void
add_values (const OutlayContrast *contrast, const OutlayDifference *difference, OutlayTable *table)
{
  for (guint i = 0; i < difference->n_scenarios; i++)
    {
      g_autofree char *value = outlay_difference_format (difference, contrast->plan, i);

      outlay_table_take (table, g_strconcat (value, origin_mark (difference->holdings[i].origin), NULL));
    }
}

/* Says too where a source belongs to an object around the number. */
static char *
source_text (const OutlayDifference *difference)
{
  const char *status = outlay_status_name (outlay_difference_status (difference));
  gboolean own;
  OutlaySource *source = outlay_difference_find_source (difference, &own);

  if (source == NULL || own)
    return g_strdup (status);
  /* Translators: how well a number is founded and the object whose source says so, as in "assumed (initiatives.mining)" */
  return g_strdup_printf (C_ ("source", "%s (%s)"), status, outlay_node_get_id (OUTLAY_NODE (source)));
}

static void
append_inputs (const OutlayContrast *contrast, GString *text)
{
  guint n = contrast->scenarios->len;
  g_autoptr (OutlayTable) table = outlay_table_new (n + 3);

  if (contrast->differences->len == 0)
    {
      g_string_append_printf (text, "%s\n", _("No input differs."));
      return;
    }
  outlay_table_add (table, _("Inputs"));
  for (guint i = 0; i < n; i++)
    outlay_table_take (table, scenario_title (contrast, i));
  outlay_table_add (table, _("Source"));
  outlay_table_add (table, _("Path"));
  for (guint d = 0; d < contrast->differences->len; d++)
    {
      const OutlayDifference *difference = contrast->differences->pdata[d];

      outlay_table_take (table, outlay_parameter_label (contrast->plan, NULL, &difference->parameter));
      add_values (contrast, difference, table);
      outlay_table_take (table, source_text (difference));
      outlay_table_add (table, difference->path);
    }
  outlay_table_append (table, text);
  g_string_append_printf (text, "%s\n", _("* changed in the scenario itself, ↑ in one that it comes from"));
}

/* --- results --- */

/* Differences below this share of a figure are left over from rounding. */
#define NOTHING 1e-12

static void
add_difference (OutlayTable *table, double value, double first, OutlayUnit unit, const char *currency)
{
  const gboolean none = fabs (value - first) <= NOTHING * fmax (fabs (value), fabs (first));

  outlay_table_take (table, outlay_quantity_format_difference (none ? 0 : value - first, (int) unit, currency));
}

static OutlayTable *
begin_results (const OutlayContrast *contrast, const char *title)
{
  OutlayTable *table = outlay_table_new (2 * contrast->scenarios->len);

  outlay_table_add (table, title);
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      outlay_table_take (table, scenario_title (contrast, i));
      if (i > 0)
        outlay_table_add (table, _("Difference"));
    }
  return table;
}

static void
add_indicator (const OutlayContrast *contrast, OutlayTable *table, OutlayIndicator indicator, int initiative)
{
  OutlayReport report = outlay_contrast_report (contrast, 0);
  double first = outlay_projection_indicator (report.projection, indicator, initiative);

  outlay_table_add (table, _(outlay_indicator_nick (indicator)));
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      report = outlay_contrast_report (contrast, i);
      outlay_table_take (table, outlay_report_indicator_text (&report, indicator, initiative));
      if (i > 0)
        add_difference (table, outlay_projection_indicator (report.projection, indicator, initiative), first, outlay_indicator_unit (indicator),
                        currency_of (contrast));
    }
}

static void
add_design_year (const OutlayContrast *contrast, OutlayTable *table, const OutlayOutcome *outcome)
{
  OutlayUnit unit = outlay_outcome_unit (outcome);
  double first = outlay_comparison_value (contrast->comparison, 0, outcome);

  /* Translators: a yearly series, as in "Sales in the design year" */
  outlay_table_take (table, g_strdup_printf (_("%s in the design year"), _(outlay_outcome_nick (outcome))));
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      double value = outlay_comparison_value (contrast->comparison, i, outcome);

      outlay_table_take (table, outlay_quantity_format (value, (int) unit, currency_of (contrast)));
      if (i > 0)
        add_difference (table, value, first, unit, currency_of (contrast));
    }
}

static void
append_indicators (const OutlayContrast *contrast, const char *title, int initiative, GString *text)
{
  g_autoptr (OutlayTable) table = begin_results (contrast, title);

  for (guint indicator = 0; indicator < OUTLAY_N_INDICATORS; indicator++)
    add_indicator (contrast, table, indicator, initiative);
  for (guint i = 0; initiative < 0 && i < OUTLAY_N_CONTRASTED; i++)
    add_design_year (contrast, table, &outlay_contrasted[i]);
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

static void
append_results (const OutlayContrast *contrast, GString *text)
{
  if (contrast->by_plan)
    append_indicators (contrast, _("Indicators"), -1, text);
  for (guint i = 0; contrast->by_initiative && i < outlay_plan_get_n_initiatives (contrast->plan); i++)
    {
      g_autofree char *name = outlay_plan_resolve_name (contrast->plan, NULL, OUTLAY_NODE (outlay_plan_get_initiative (contrast->plan, i)));

      append_indicators (contrast, name, (int) i, text);
    }
}

/* --- targets --- */

static void
add_target (const OutlayContrast *contrast, OutlayTable *table, OutlayTarget *target)
{
  outlay_table_take (table, outlay_plan_resolve_name (contrast->plan, NULL, OUTLAY_NODE (target)));
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      OutlayTargetState state;

      outlay_projection_target (outlay_comparison_projection (contrast->comparison, i), contrast->plan, target, &state);
      g_autofree char *value = outlay_quantity_format (state.value, (int) state.unit, currency_of (contrast));
      g_autofree char *bound = outlay_quantity_format (state.bound, (int) state.unit, currency_of (contrast));
      if (i == 0)
        outlay_table_take (table, g_strconcat (state.at_least ? "≥ " : "≤ ", bound, NULL));
      /* Translators: a value and whether it meets the target, as in "10.0 bn yuan, met" */
      outlay_table_take (table, g_strdup_printf (C_ ("target", "%s, %s"), value, state.met ? C_ ("target", "met") : C_ ("target", "missed")));
    }
}

static void
append_targets (const OutlayContrast *contrast, GString *text)
{
  GListModel *targets = outlay_plan_get_targets (contrast->plan);
  g_autoptr (OutlayTable) table = outlay_table_new (contrast->scenarios->len + 2);

  if (g_list_model_get_n_items (targets) == 0)
    return;
  outlay_table_add (table, _("Targets"));
  outlay_table_add (table, _("Promised"));
  for (guint i = 0; i < contrast->scenarios->len; i++)
    outlay_table_take (table, scenario_title (contrast, i));
  for (guint n = 0; n < g_list_model_get_n_items (targets); n++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, n);

      add_target (contrast, table, target);
    }
  outlay_table_add (table, _("Targets met"));
  outlay_table_add (table, "");
  for (guint i = 0; i < contrast->scenarios->len; i++)
    {
      guint n_targets, met = outlay_comparison_targets_met (contrast->comparison, i, &n_targets);

      outlay_table_take (table, g_strdup_printf (_("%u of %u"), met, n_targets));
    }
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

/* --- bridges --- */

#define MOST_DIGITS 6

static double
largest_level (OutlayBridge *bridge)
{
  double level = outlay_bridge_from (bridge), largest = fabs (level);

  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    {
      level += outlay_bridge_step (bridge, i)->contribution;
      largest = MAX (largest, fabs (level));
    }
  return largest;
}

/* Three digits of the largest contribution, but not more than a reader takes for true. */
static int
steps_digits (OutlayBridge *bridge, OutlayAmountUnit scale, int digits)
{
  double largest = 0;

  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    largest = MAX (largest, fabs (outlay_bridge_step (bridge, i)->contribution));
  return largest > 0 ? CLAMP (2 - (int) floor (log10 (largest / scale.size)), digits, MOST_DIGITS) : digits;
}

/* As many decimals as are printed. */
static double
round_to (double value, OutlayAmountUnit scale, int digits)
{
  return round (value / scale.size * pow (10, digits)) / pow (10, digits) * scale.size;
}

/* The distance between two rates is told in points. */
static char *
signed_text (double value, OutlayUnit unit, OutlayAmountUnit scale, int digits)
{
  g_autofree char *number = outlay_amount_format_in (fabs (value), scale, digits);
  g_autofree char *text = g_strconcat (value > 0 ? "+" : value < 0 ? "−" : "", number, NULL);

  return outlay_unit_is_share (unit) ? g_strdup_printf (C_ ("quantity", "%s points"), text) : g_steal_pointer (&text);
}

/* One decimal more than the steps have; an error below that is not none. */
static char *
error_text (double error, OutlayAmountUnit scale, int digits)
{
  const double least = scale.size * pow (10, -digits);
  g_autofree char *number = outlay_amount_format_in (error > 0 ? MAX (error, least) : 0, scale, digits);

  return g_strconcat (error > 0 && error < least ? "± <" : "± ", number, NULL);
}

/* Each step is printed as the way between two rounded levels, so that what is printed adds up too. */
static void
add_steps (OutlayBridge *bridge, OutlayTable *table, OutlayUnit unit, OutlayAmountUnit scale, int digits)
{
  double level = outlay_bridge_from (bridge), printed = round_to (level, scale, digits);

  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    {
      const OutlayBridgeStep *step = outlay_bridge_step (bridge, i);
      double next = round_to (level += step->contribution, scale, digits);

      outlay_table_add (table, step->label);
      outlay_table_take (table, signed_text (round_to (next - printed, scale, digits), unit, scale, digits));
      if (!outlay_bridge_is_exact (bridge))
        outlay_table_take (table, error_text (step->standard_error, scale, digits + 1));
      printed = next;
    }
}

static void
add_end (OutlayBridge *bridge, OutlayTable *table, char *title, double value, OutlayAmountUnit scale, int digits)
{
  outlay_table_take (table, title);
  outlay_table_take (table, outlay_amount_format_in (value, scale, digits));
  if (!outlay_bridge_is_exact (bridge))
    outlay_table_add (table, "");
}

static void
append_bridge (const OutlayContrast *contrast, guint scenario, GString *text)
{
  OutlayBridge *bridge = contrast->bridges->pdata[scenario];
  g_autoptr (OutlayTable) table = outlay_table_new (outlay_bridge_is_exact (bridge) ? 2 : 3);
  const char *nick = _(outlay_outcome_nick (&contrast->outcome));
  g_autofree char *name = contrast->outcome.indicator < 0 ? g_strdup_printf (_("%s in the design year"), nick) : g_strdup (nick);
  int digits;
  OutlayAmountUnit scale = outlay_report_scale (outlay_outcome_unit (&contrast->outcome), largest_level (bridge), &digits);

  digits = steps_digits (bridge, scale, digits);
  outlay_table_take (table, *scale.word != '\0' ? g_strdup_printf ("%s (%s)", name, scale.word) : g_steal_pointer (&name));
  outlay_table_add (table, "");
  if (!outlay_bridge_is_exact (bridge))
    outlay_table_add (table, _("Standard error"));
  add_end (bridge, table, scenario_title (contrast, 0), outlay_bridge_from (bridge), scale, digits);
  add_steps (bridge, table, outlay_outcome_unit (&contrast->outcome), scale, digits);
  add_end (bridge, table, scenario_title (contrast, scenario), outlay_bridge_to (bridge), scale, digits);
  g_string_append_c (text, '\n');
  outlay_table_append (table, text);
}

void
outlay_contrast_append_text (const OutlayContrast *contrast, GString *text)
{
  g_string_append_printf (text, "%s\n\n", outlay_plan_name (contrast->plan));
  append_inputs (contrast, text);
  append_results (contrast, text);
  append_targets (contrast, text);
  for (guint i = 0; i < contrast->bridges->len; i++)
    if (contrast->bridges->pdata[i] != NULL)
      append_bridge (contrast, i, text);
}
