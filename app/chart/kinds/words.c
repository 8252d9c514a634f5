/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "chart/kinds/kinds-private.h"
#include "chart/palette.h"
#include "plan/resolve.h"

static gboolean
is_taken (OutlayScene *scene, OutlayColour colour)
{
  const double near = 0.1;

  for (guint s = 0; s < scene->series->len; s++)
    {
      OutlayColour other = outlay_scene_nth_series (scene, s)->ink.colour;

      if (fabs (other.red - colour.red) + fabs (other.green - colour.green) + fabs (other.blue - colour.blue) < near)
        return TRUE;
    }
  return FALSE;
}

char *
outlay_chart_initiative_name (const OutlayChartSource *source, guint initiative)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (outlay_plan_get_initiative (source->plan, initiative)));
}

OutlayColour
outlay_chart_initiative_colour (const OutlayChartSource *source, OutlayScene *scene, guint initiative)
{
  OutlayColour own = outlay_palette_initiative (source->plan, source->scenario, initiative);

  if (outlay_model_shape (outlay_projection_model (source->projection))->n_initiatives <= OUTLAY_PALETTE_SIZE || !is_taken (scene, own))
    return own;
  for (guint n = 0; n < 2 * OUTLAY_PALETTE_SIZE; n++)
    if (!is_taken (scene, outlay_palette_colour (n)))
      return outlay_palette_colour (n);
  return own;
}

char *
outlay_chart_phase_name (const OutlayChartSource *source, guint phase)
{
  return outlay_plan_resolve_name (source->plan, source->scenario, OUTLAY_NODE (outlay_plan_get_phase (source->plan, phase)));
}

char *
outlay_chart_scenario_name (const OutlayChartSource *source, OutlayScenario *scenario)
{
  if (scenario == NULL)
    return g_strdup (C_ ("scenario", "Base"));
  return outlay_plan_resolve_name (source->plan, NULL, OUTLAY_NODE (scenario));
}

char *
outlay_chart_source_line (const OutlayChartSource *source)
{
  g_autofree char *plan = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (source->plan), "name");
  g_autofree char *scenario = outlay_chart_scenario_name (source, source->scenario);

  if (plan == NULL || *plan == '\0')
    return g_strdup_printf (_("Scenario: %s"), scenario);
  /* Translators: the small print of a chart: the plan's name and the scenario's */
  return g_strdup_printf (_("Source: projection of %s · Scenario: %s"), plan, scenario);
}

char *
outlay_chart_plan_line (OutlayPlan *plan)
{
  g_autofree char *name = outlay_plan_resolve_string (plan, NULL, OUTLAY_NODE (plan), "name");

  /* Translators: the small print of a chart of several scenarios: the plan's name */
  return name != NULL && *name != '\0' ? g_strdup_printf (_("Source: projection of %s"), name) : g_strdup ("");
}

char *
outlay_chart_sentence (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, MIN (g_utf8_strlen (words, -1), 1)), *large = g_utf8_strup (first, -1);

  return g_strconcat (large, words + strlen (first), NULL);
}

char *
outlay_chart_unit_title (const OutlayChartSource *source, OutlayAmountUnit unit, gboolean a_year)
{
  g_autofree char *currency = outlay_plan_resolve_string (source->plan, source->scenario, OUTLAY_NODE (source->plan), "currency");
  const char *word = outlay_currency_word (currency != NULL ? currency : "");

  if (*unit.word == '\0' && !a_year)
    return g_strdup (word);
  if (*unit.word == '\0')
    /* Translators: the unit of a chart's axis, as in "yuan a year" */
    return g_strdup_printf (C_ ("chart unit", "%s a year"), word);
  if (!a_year)
    /* Translators: the unit of a chart's axis, as in "bn yuan" */
    return g_strdup_printf (C_ ("chart unit", "%s %s"), unit.word, word);
  /* Translators: the unit of a chart's axis, as in "bn yuan a year" */
  return g_strdup_printf (C_ ("chart unit", "%s %s a year"), unit.word, word);
}

double
outlay_chart_discounting (const OutlayChartSource *source, double *offset)
{
  OutlayModel *model = outlay_projection_model (source->projection);
  const OutlayShape *shape = outlay_model_shape (model);
  const double *numbers = outlay_model_numbers (model);

  *offset = numbers[outlay_shape_plan (shape, OUTLAY_PLAN_DISCOUNTING)] == OUTLAY_DISCOUNTING_MID_YEAR ? 0.5 : 1;
  return numbers[outlay_shape_plan (shape, OUTLAY_PLAN_DISCOUNT_RATE)];
}

int
outlay_chart_decimals (double largest, OutlayAmountUnit unit)
{
  double shown = fabs (largest) / unit.size;

  return shown >= 200 ? 0 : shown >= 20 ? 1 : 2;
}

void
outlay_chart_set_years (OutlayScene *scene, const OutlayChartSource *source, int first_year, guint n_years, gboolean a_year, OutlayAmountUnit *unit,
                        int *decimals)
{
  const double largest = MAX (scene->y.upper, -scene->y.lower);
  g_autofree char *subtitle = NULL;

  *unit = outlay_amount_unit (largest);
  *decimals = outlay_chart_decimals (largest, *unit);
  if (largest == 0)
    scene->y.upper = unit->size;
  scene->y.kind = OUTLAY_AXIS_VALUE;
  scene->y.unit = *unit;
  scene->x = (OutlayAxis) { OUTLAY_AXIS_YEARS, 0, n_years, { 1, "" }, first_year };
  subtitle = outlay_chart_unit_title (source, *unit, a_year);
  outlay_scene_set_subtitle (scene, subtitle);
}

void
outlay_chart_add_emptiness (OutlayScene *scene, const char *words)
{
  OutlayMark *mark = outlay_scene_add_mark (scene, OUTLAY_MARK_TEXT, OUTLAY_INK (MUTED), -1, 1);

  mark->x0[0] = mark->x1[0] = mark->y0[0] = 0.5;
  mark->labels[0].lead = g_strdup (words);
}
