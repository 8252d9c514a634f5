/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "chart/kinds/kinds-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/rounding.h"
#include "plan/resolve.h"

/* Steps that are read at a glance; the small ones beyond are one. */
#define MOST_STEPS 11
#define BAR_START 0.2
#define BAR_END 0.8
/* Where the steps would be less than this share of the longest bar the axis does not begin at 0, and how far before the steps it begins. */
#define LEAST_SPAN 0.15
#define BEFORE_SPAN 0.35
#define MOST_DECIMALS 6

typedef struct
{
  char *label;
  double contribution;
  double error;
  double shown; /* as it is written, in the last decimal: all of them add up */
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
  OutlayAmountUnit unit;
  int decimals;
  double base; /* where the bars of the two scenarios begin */
} Waterfall;

static void
step_clear (gpointer data)
{
  g_free (((Step *) data)->label);
}

static Step *
nth_step (const Waterfall *waterfall, guint n)
{
  return &g_array_index (waterfall->steps, Step, n);
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
join_smallest (Waterfall *waterfall)
{
  Step others = { 0 };
  guint n = waterfall->steps->len - (MOST_STEPS - 1);

  if (waterfall->steps->len <= MOST_STEPS)
    return;
  for (guint i = MOST_STEPS - 1; i < waterfall->steps->len; i++)
    {
      others.contribution += nth_step (waterfall, i)->contribution;
      others.error += nth_step (waterfall, i)->error;
    }
  g_array_set_size (waterfall->steps, MOST_STEPS - 1);
  others.label = g_strdup_printf (ngettext ("%u other", "%u others", n), n);
  g_array_append_val (waterfall->steps, others);
}

static void
read_steps (Waterfall *waterfall, OutlayBridge *bridge)
{
  for (guint i = 0; i < outlay_bridge_n_steps (bridge); i++)
    {
      const OutlayBridgeStep *step = outlay_bridge_step (bridge, i);
      Step copy = { g_strdup (step->label), step->contribution, step->standard_error, 0 };

      if (copy.contribution != 0 || copy.error != 0)
        g_array_append_val (waterfall->steps, copy);
      else
        {
          waterfall->n_without_effect++;
          g_free (copy.label);
        }
    }
  g_array_sort (waterfall->steps, compare_size);
  join_smallest (waterfall);
}

/* --- units --- */

static gboolean
is_money (OutlayUnit unit)
{
  return unit >= OUTLAY_UNIT_MONEY && unit <= OUTLAY_UNIT_MONEY_PER_MU;
}

static OutlayAmountUnit
choose_unit (OutlayUnit kind, double largest)
{
  switch (is_money (kind) ? OUTLAY_UNIT_MONEY : kind)
    {
    case OUTLAY_UNIT_MONEY: return outlay_amount_unit (largest);
    case OUTLAY_UNIT_SHARE:
    case OUTLAY_UNIT_SHARE_A_YEAR: return (OutlayAmountUnit) { 0.01, _("%") };
    case OUTLAY_UNIT_YEARS: return (OutlayAmountUnit) { 1, C_ ("unit", "years") };
    case OUTLAY_UNIT_TONNES: return (OutlayAmountUnit) { 1, "t" };
    default: return (OutlayAmountUnit) { 1, "" };
    }
}

static gboolean
is_rate (OutlayUnit unit)
{
  return unit == OUTLAY_UNIT_SHARE || unit == OUTLAY_UNIT_SHARE_A_YEAR;
}

/* Enough decimals for the whole, and two figures of the largest step. */
static int
choose_decimals (const Waterfall *waterfall, double largest)
{
  double step = 0;
  int decimals = outlay_chart_decimals (largest, waterfall->unit);

  for (guint i = 0; i < waterfall->steps->len; i++)
    step = MAX (step, fabs (nth_step (waterfall, i)->contribution) / waterfall->unit.size);
  if (step > 0)
    decimals = MAX (decimals, 1 - (int) floor (log10 (step)));
  return MIN (decimals, MOST_DECIMALS);
}

/* What is written adds up. */
static void
round_steps (Waterfall *waterfall)
{
  double unit = waterfall->unit.size * pow (10, -waterfall->decimals);
  guint n = waterfall->steps->len;
  g_autofree double *values = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    values[i] = nth_step (waterfall, i)->contribution;
  outlay_round_together (values, n, (round (waterfall->to / unit) - round (waterfall->from / unit)) * unit, unit);
  for (guint i = 0; i < n; i++)
    nth_step (waterfall, i)->shown = values[i];
}

static void
set_units (Waterfall *waterfall)
{
  const OutlayChartSource source = { .plan = waterfall->plan, .scenario = waterfall->from_scenario };
  double largest = MAX (fabs (waterfall->from), fabs (waterfall->to));
  g_autofree char *title = NULL;

  for (guint i = 0; i < waterfall->steps->len; i++)
    largest = MAX (largest, fabs (nth_step (waterfall, i)->contribution));
  waterfall->unit = choose_unit (waterfall->kind, largest);
  waterfall->decimals = choose_decimals (waterfall, largest);
  title = is_money (waterfall->kind) ? outlay_chart_unit_title (&source, waterfall->unit, FALSE) : g_strdup (waterfall->unit.word);
  outlay_scene_set_subtitle (waterfall->scene, title);
  round_steps (waterfall);
}

/* --- axes --- */

static void
set_axes (Waterfall *waterfall)
{
  double at = waterfall->from, lower = at, upper = at, span;

  for (guint i = 0; i < waterfall->steps->len; i++)
    {
      at += nth_step (waterfall, i)->contribution;
      lower = MIN (lower, at);
      upper = MAX (upper, at);
    }
  span = upper - lower;
  waterfall->base = 0;
  if (span > 0 && lower > 0 && span < LEAST_SPAN * upper)
    waterfall->base = lower -= BEFORE_SPAN * span;
  else if (span > 0 && upper < 0 && span < -LEAST_SPAN * lower)
    waterfall->base = upper += BEFORE_SPAN * span;
  lower = MIN (lower, waterfall->base);
  upper = MAX (upper, waterfall->base);
  waterfall->scene->x = (OutlayAxis) { OUTLAY_AXIS_NONE, lower, upper > lower ? upper : lower + 1, { 1, "" }, 0 };
  waterfall->scene->y = (OutlayAxis) { OUTLAY_AXIS_ROWS, waterfall->steps->len + 2, 0, { 1, "" }, 0 };
}

/* --- marks --- */

static void
place_row (OutlayMark *mark, guint point, guint row, double start, double end)
{
  mark->x0[point] = MIN (start, end);
  mark->x1[point] = MAX (start, end);
  mark->y0[point] = row + BAR_START;
  mark->y1[point] = row + BAR_END;
  mark->values[point] = end - start;
}

/* A row with its bar, what is written behind it, and what is said of it under the pointer. */
static void
add_row (Waterfall *waterfall, const char *name, OutlayInk ink, double start, double end, const char *written, const char *unit, gboolean strong)
{
  OutlayScene *scene = waterfall->scene;
  guint row = scene->rows->len, series = outlay_scene_add_series (scene, name, ink, -1);
  OutlayMark *bar = outlay_scene_add_mark (scene, OUTLAY_MARK_BAR, ink, (int) series, 1);
  OutlayMark *text = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (TEXT), -1, 1);

  outlay_scene_add_row (scene, name);
  place_row (bar, 0, row, start, end);
  bar->radius = 2;
  place_row (text, 0, row, start, end);
  text->beside = text->kept = TRUE;
  text->strong = strong;
  text->labels[0].lead = g_strdup (written);
  /* Translators: a step of a bridge, its figure and the unit, as in "Energy storage: +0.35 bn yuan" */
  outlay_scene_nth_series (scene, series)->words = g_strchomp (g_strdup_printf (_("%s: %s %s"), name, written, unit));
}

static void
add_total (Waterfall *waterfall, OutlayScenario *scenario, double value)
{
  const OutlayChartSource source = { .plan = waterfall->plan, .scenario = scenario };
  g_autofree char *name = outlay_chart_scenario_name (&source, scenario);
  g_autofree char *written = outlay_amount_format_in (value, waterfall->unit, waterfall->decimals);
  OutlayMark *bar;

  add_row (waterfall, name, OUTLAY_INK (COMPARED), waterfall->base, value, written, waterfall->scene->subtitle, TRUE);
  bar = g_ptr_array_index (waterfall->scene->marks, waterfall->scene->marks->len - 2);
  bar->values[0] = value;
}

/* The distance between two rates is told in points, beside the bar too: the unit above is that of the rates. */
static char *
write_step (const Waterfall *waterfall, const Step *step)
{
  g_autofree char *number = outlay_amount_format_in (step->shown, waterfall->unit, waterfall->decimals);
  const double least = waterfall->unit.size * pow (10, -waterfall->decimals);
  g_autofree char *error = outlay_amount_format_in (MAX (step->error, least), waterfall->unit, waterfall->decimals);
  const char *sign = step->shown > 0 ? "+" : "";
  g_autofree char *written = step->error > 0 ? g_strdup_printf (step->error < least ? "%s%s ± <%s" : "%s%s ± %s", sign, number, error)
                                             : g_strconcat (sign, number, NULL);

  return is_rate (waterfall->kind) ? g_strdup_printf (C_ ("number and unit", "%s %s"), written, C_ ("unit", "pp")) : g_steal_pointer (&written);
}

static void
add_steps (Waterfall *waterfall)
{
  double at = waterfall->from;

  for (guint i = 0; i < waterfall->steps->len; i++)
    {
      const Step *step = nth_step (waterfall, i);
      g_autofree char *written = write_step (waterfall, step);

      add_row (waterfall, step->label, step->contribution >= 0 ? OUTLAY_INK (RISE) : OUTLAY_INK (FALL), at, at + step->contribution, written,
               is_rate (waterfall->kind) ? "" : waterfall->scene->subtitle, FALSE);
      at += step->contribution;
    }
}

/* From each bar's end down to the next one's start; and where an axis begins at 0, the line there. */
static void
add_links (Waterfall *waterfall)
{
  guint n = waterfall->steps->len + 1;
  OutlayMark *line = outlay_scene_add_mark (waterfall->scene, OUTLAY_MARK_LINE, OUTLAY_INK (AXIS), -1, 3 * n + 2);
  double at = waterfall->from;

  for (guint i = 0; i < n; i++)
    {
      line->x0[3 * i] = line->x0[3 * i + 1] = at;
      line->y0[3 * i] = i + BAR_END;
      line->y0[3 * i + 1] = i + 1 + BAR_START;
      line->y0[3 * i + 2] = NAN;
      if (i < waterfall->steps->len)
        at += nth_step (waterfall, i)->contribution;
    }
  line->x0[3 * n] = line->x0[3 * n + 1] = waterfall->base;
  line->y0[3 * n] = waterfall->base == 0 ? 0 : NAN;
  line->y0[3 * n + 1] = waterfall->base == 0 ? n + 1 : NAN;
}

/* A gap near the start tells that the bars of the scenarios are longer than they are drawn. */
static void
add_breaks (Waterfall *waterfall)
{
  const double at = 0.05, width = 0.012;
  double range = waterfall->scene->x.upper - waterfall->scene->x.lower, way = waterfall->base >= 0 ? range : -range;
  OutlayMark *gap;

  if (waterfall->base == 0)
    return;
  gap = outlay_scene_add_mark (waterfall->scene, OUTLAY_MARK_BAR, OUTLAY_INK (SURFACE), -1, 2);
  for (guint i = 0; i < 2; i++)
    place_row (gap, i, i * (waterfall->steps->len + 1), waterfall->base + at * way, waterfall->base + (at + width) * way);
}

/* --- words --- */

static void
set_words (Waterfall *waterfall)
{
  OutlayScene *scene = waterfall->scene;
  const guint n = waterfall->n_without_effect;
  g_autofree char *source_line = outlay_chart_plan_line (waterfall->plan);
  g_autofree char *base = outlay_amount_format_in (waterfall->base, waterfall->unit, waterfall->decimals);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GString) summary = g_string_new (scene->title);

  if (!waterfall->exact)
    g_string_append_printf (note, "%s\n", _("Orders of the changes are sampled; ± is the standard error of a mean."));
  if (waterfall->base != 0)
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
  g_string_append_c (summary, '.');
  for (guint s = 0; s < scene->series->len; s++)
    g_string_append_printf (summary, " %s.", outlay_scene_nth_series (scene, s)->words);
  g_set_str (&scene->summary, summary->str);
}

/* Exactly, the joined small ones together; the totals first and last. */
static void
set_table (Waterfall *waterfall)
{
  OutlayScene *scene = waterfall->scene;
  const guint n = scene->rows->len;
  OutlayChartTable *table = outlay_scene_take_table (scene, outlay_chart_table_new (OUTLAY_CHART_TABLE_OTHER, C_ ("table", "Change")));
  g_autofree double *values = g_new (double, n), *errors = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      const gboolean step = i > 0 && i + 1 < n;

      outlay_chart_table_add_row (table, g_ptr_array_index (scene->rows, i));
      values[i] = i == 0 ? waterfall->from : step ? nth_step (waterfall, i - 1)->contribution : waterfall->to;
      errors[i] = step ? nth_step (waterfall, i - 1)->error : NAN;
    }
  outlay_chart_table_add_column (table, C_ ("table", "Effect"), waterfall->kind, OUTLAY_INK (RISE), values);
  if (!waterfall->exact)
    outlay_chart_table_add_column (table, C_ ("table", "Standard error"), waterfall->kind, OUTLAY_INK (MUTED), errors);
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
  Waterfall waterfall = {
    .scene = outlay_scene_new (options != NULL && options->title != NULL ? options->title : own_title), .plan = plan, .from_scenario = from, .to_scenario = to,
    .kind = outlay_outcome_unit (outcome), .from = outlay_bridge_from (bridge), .to = outlay_bridge_to (bridge),
    .steps = g_array_new (FALSE, FALSE, sizeof (Step)), .exact = outlay_bridge_is_exact (bridge),
  };

  g_array_set_clear_func (waterfall.steps, step_clear);
  read_steps (&waterfall, bridge);
  set_units (&waterfall);
  set_axes (&waterfall);
  add_total (&waterfall, from, waterfall.from);
  add_steps (&waterfall);
  add_total (&waterfall, to, waterfall.to);
  add_breaks (&waterfall);
  add_links (&waterfall);
  set_words (&waterfall);
  set_table (&waterfall);
  outlay_chart_reword (waterfall.scene, options);
  g_array_unref (waterfall.steps);
  return waterfall.scene;
}

/* Of the catalogue; it is built by outlay_bridge_chart_build(). */
const OutlayChartKind outlay_bridge_kind = { 0 };
