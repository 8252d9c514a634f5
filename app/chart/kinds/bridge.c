/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/waterfall.h"
#include "plan/resolve.h"
#include "plan/unit.h"

/* Steps that are read at a glance; the small ones beyond are one. */
#define MOST_STEPS 11

typedef struct
{
  char *label;
  double contribution;
  double error;
} Step;

/* A waterfall: a row for where it starts, for each step, and for where it arrives. */
typedef struct
{
  OutlayScene *scene;
  OutlayPlan *plan;
  OutlayScenario *from_scenario;
  OutlayScenario *to_scenario;
  OutlayUnit kind;
  double from;
  double to;
  GArray *steps; /* Step */
  guint n_without_effect;
  gboolean exact;
  OutlayWaterfall rows; /* the totals first and last */
} Bridge;

static void
step_clear (gpointer data)
{
  g_free (((Step *) data)->label);
}

static Step *
nth_step (const Bridge *bridge, guint n)
{
  return &g_array_index (bridge->steps, Step, n);
}

/* --- steps --- */

static int
compare_size (gconstpointer a, gconstpointer b)
{
  double left = fabs (((const Step *) a)->contribution), right = fabs (((const Step *) b)->contribution);

  return left > right ? -1 : left < right;
}

/* What the smallest add together; their errors may go the same way. */
static void
join_smallest (Bridge *bridge)
{
  Step others = { 0 };
  guint n = bridge->steps->len - (MOST_STEPS - 1);

  if (bridge->steps->len <= MOST_STEPS)
    return;
  for (guint i = MOST_STEPS - 1; i < bridge->steps->len; i++)
    {
      others.contribution += nth_step (bridge, i)->contribution;
      others.error += nth_step (bridge, i)->error;
    }
  g_array_set_size (bridge->steps, MOST_STEPS - 1);
  others.label = g_strdup_printf (ngettext ("%u other", "%u others", n), n);
  g_array_append_val (bridge->steps, others);
}

static void
read_steps (Bridge *bridge, OutlayBridge *study)
{
  for (guint i = 0; i < outlay_bridge_n_steps (study); i++)
    {
      const OutlayBridgeStep *step = outlay_bridge_step (study, i);
      Step copy = { g_strdup (step->label), step->contribution, step->standard_error };

      if (copy.contribution != 0 || copy.error != 0)
        g_array_append_val (bridge->steps, copy);
      else
        {
          bridge->n_without_effect++;
          g_free (copy.label);
        }
    }
  g_array_sort (bridge->steps, compare_size);
  join_smallest (bridge);
}

/* --- units --- */

static OutlayAmountUnit
choose_unit (OutlayUnit kind, double largest)
{
  switch (outlay_unit_is_money (kind) ? OUTLAY_UNIT_MONEY : kind)
    {
    case OUTLAY_UNIT_MONEY: return outlay_amount_unit (largest);
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR: return (OutlayAmountUnit) { 0.01, _("%") };
    case OUTLAY_UNIT_YEARS: return (OutlayAmountUnit) { 1, C_ ("unit", "years") };
    case OUTLAY_UNIT_TONNES: return (OutlayAmountUnit) { 1, "t" };
    default: return (OutlayAmountUnit) { 1, "" };
    }
}

static void
add_rows (Bridge *bridge)
{
  const OutlayChartSource source = { .plan = bridge->plan };
  g_autofree char *start = outlay_chart_scenario_name (&source, bridge->from_scenario);
  g_autofree char *end = outlay_chart_scenario_name (&source, bridge->to_scenario);

  outlay_waterfall_add (&bridge->rows, start, bridge->from, TRUE);
  for (guint i = 0; i < bridge->steps->len; i++)
    outlay_waterfall_add (&bridge->rows, nth_step (bridge, i)->label, nth_step (bridge, i)->contribution, FALSE);
  outlay_waterfall_add (&bridge->rows, end, bridge->to, TRUE);
}

static void
set_units (Bridge *bridge)
{
  const OutlayChartSource source = { .plan = bridge->plan, .scenario = bridge->from_scenario };
  OutlayWaterfall *rows = &bridge->rows;
  g_autofree char *title = NULL;

  rows->unit = choose_unit (bridge->kind, outlay_waterfall_largest (rows));
  outlay_waterfall_choose_decimals (rows);
  title = outlay_unit_is_money (bridge->kind) ? outlay_chart_unit_title (&source, rows->unit, FALSE) : g_strdup (rows->unit.word);
  outlay_scene_set_subtitle (bridge->scene, title);
  outlay_waterfall_round (rows);
}

/* --- figures --- */

/* The distance between two rates is told in points, beside the bar too: the unit above is that of the rates. */
static char *
write_step (const Bridge *bridge, const OutlayWaterfallRow *row, double step_error)
{
  const OutlayWaterfall *rows = &bridge->rows;
  g_autofree char *number = outlay_amount_format_in (row->shown, rows->unit, rows->decimals);
  const double least = rows->unit.size * pow (10, -rows->decimals);
  g_autofree char *error = outlay_amount_format_in (MAX (step_error, least), rows->unit, rows->decimals);
  const char *sign = row->shown > 0 ? "+" : "";
  g_autofree char *written = step_error > 0 ? g_strdup_printf (step_error < least ? "%s%s ± <%s" : "%s%s ± %s", sign, number, error)
                                            : g_strconcat (sign, number, NULL);

  return outlay_unit_is_share (bridge->kind) ? g_strdup_printf (C_ ("number and unit", "%s %s"), written, C_ ("unit", "pp")) : g_steal_pointer (&written);
}

static void
write_rows (Bridge *bridge)
{
  for (guint i = 0; i < bridge->rows.rows->len; i++)
    {
      OutlayWaterfallRow *row = outlay_waterfall_row (&bridge->rows, i);

      row->written = row->sum ? outlay_amount_format_in (row->value, bridge->rows.unit, bridge->rows.decimals)
                              : write_step (bridge, row, nth_step (bridge, i - 1)->error);
      row->unit = g_strdup (!row->sum && outlay_unit_is_share (bridge->kind) ? "" : bridge->scene->subtitle);
    }
}

/* --- words --- */

static void
set_words (Bridge *bridge)
{
  OutlayScene *scene = bridge->scene;
  const guint n = bridge->n_without_effect;
  g_autofree char *source_line = outlay_chart_plan_line (bridge->plan);
  g_autofree char *base = outlay_amount_format_in (bridge->rows.base, bridge->rows.unit, bridge->rows.decimals);
  g_autoptr (GString) note = g_string_new (NULL);

  if (!bridge->exact)
    g_string_append_printf (note, "%s\n", _("Orders of the changes are sampled; ± is the standard error of a mean."));
  if (bridge->rows.base != 0)
    {
      g_string_append_printf (note, _("The bars of the two scenarios begin at %s, not at 0."), base);
      g_string_append_c (note, '\n');
    }
  if (n > 0)
    {
      g_string_append_printf (note, ngettext ("%u change without effect is left out.", "%u changes without effect are left out.", n), n);
      g_string_append_c (note, '\n');
    }
  outlay_scene_set_note (scene, g_strchomp (note->str));
  outlay_scene_set_source (scene, source_line);
  outlay_waterfall_summarise (scene, scene->title);
}

/* Exactly, the joined small ones together; the totals first and last. */
static void
set_table (Bridge *bridge)
{
  OutlayScene *scene = bridge->scene;
  const guint n = scene->rows->len;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Change")));
  g_autofree double *values = g_new (double, n), *errors = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const gboolean step = i > 0 && i + 1 < n;

      outlay_chart_table_add_row (table, g_ptr_array_index (scene->rows, i));
      values[i] = i == 0 ? bridge->from : step ? nth_step (bridge, i - 1)->contribution : bridge->to;
      errors[i] = step ? nth_step (bridge, i - 1)->error : NAN;
    }
  outlay_chart_table_add_column (table, C_ ("table", "Effect"), bridge->kind, OUTLAY_INK (RISE), values);
  if (!bridge->exact)
    outlay_chart_table_add_column (table, C_ ("table", "Standard error"), bridge->kind, OUTLAY_INK (MUTED), errors);
}

static char *
make_title (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome)
{
  const OutlayChartSource source = { .plan = plan };
  g_autofree char *start = outlay_chart_scenario_name (&source, from);
  g_autofree char *end = outlay_chart_scenario_name (&source, to);

  /* Translators: the title of a bridge: an indicator and two scenarios, as in "NPV after tax: from Base to Storage first" */
  return g_strdup_printf (_("%s: from %s to %s"), _(outlay_outcome_nick (outcome)), start, end);
}

/**
 * outlay_bridge_chart_build:
 * @plan: the plan
 * @from: (nullable): the scenario that the bridge starts from; %NULL for the plan itself
 * @to: (nullable): the scenario that it leads to
 * @outcome: what it is about
 * @bridge: the bridge between them, which has been run
 * @options: (nullable): what is wanted different; the chart's own title names the outcome and the scenarios
 *
 * Returns: (transfer full): a waterfall of what each change adds, the largest first, as data
 */
OutlayScene *
outlay_bridge_chart_build (OutlayPlan *plan, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome, OutlayBridge *bridge,
                           const OutlayChartOptions *options)
{
  g_autofree char *own_title = make_title (plan, from, to, outcome);
  Bridge parts = {
    .scene = outlay_scene_new (options != NULL && options->title != NULL ? options->title : own_title), .plan = plan, .from_scenario = from, .to_scenario = to,
    .kind = outlay_outcome_unit (outcome), .from = outlay_bridge_from (bridge), .to = outlay_bridge_to (bridge),
    .steps = g_array_new (FALSE, FALSE, sizeof (Step)), .exact = outlay_bridge_is_exact (bridge),
  };

  g_array_set_clear_func (parts.steps, step_clear);
  outlay_waterfall_init (&parts.rows);
  read_steps (&parts, bridge);
  add_rows (&parts);
  set_units (&parts);
  write_rows (&parts);
  outlay_waterfall_draw (&parts.rows, parts.scene, TRUE);
  set_words (&parts);
  set_table (&parts);
  outlay_chart_reword (parts.scene, options);
  outlay_waterfall_clear (&parts.rows);
  g_array_unref (parts.steps);
  return parts.scene;
}

/* Of the catalogue; it is built by outlay_bridge_chart_build(). */
const OutlayChartKind outlay_bridge_kind = { 0 };
