/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/goal-reading.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/goal-edit.h"
#include "plan/resolve.h"
#include "study/figure-words.h"
#include "study/target-words.h"

typedef struct
{
  OutlayDocument *document;
  OutlayPlan *plan;
  OutlayScenario *scenario;
  OutlayNode *goal;
} Reader;

static char *
get_text (const Reader *reader, const char *member)
{
  return outlay_plan_resolve_string (reader->plan, reader->scenario, reader->goal, member);
}

/* The initiative that is meant, and of a target its product; NULL for the whole plan. */
static char *
read_part (const Reader *reader)
{
  g_autofree char *id = get_text (reader, "initiative");
  g_autofree char *product = OUTLAY_IS_TARGET (reader->goal) ? get_text (reader, "product") : NULL;
  OutlayNode *node = id != NULL ? OUTLAY_NODE (outlay_plan_find_initiative (reader->plan, id)) : NULL;
  OutlayNode *made = node != NULL && product != NULL ? outlay_node_find_child (node, outlay_node_find_member (node, "products"), product) : NULL;
  g_autofree char *around = node != NULL ? outlay_plan_resolve_name (reader->plan, reader->scenario, node) : NULL;
  g_autofree char *name = made != NULL ? outlay_plan_resolve_name (reader->plan, reader->scenario, made) : NULL;

  /* Translators: an object and one inside it, as in "Energy storage, Household" */
  return name != NULL ? g_strdup_printf (C_ ("label", "%s, %s"), around, name) : g_steal_pointer (&around);
}

/* "Energy storage: Sales, design year", "IRR after tax"; NULL where nothing is measured. */
static char *
read_what (const Reader *reader)
{
  g_autofree char *series = get_text (reader, "series"), *measure = get_text (reader, "measure");
  g_autofree char *indicator = OUTLAY_IS_TARGET (reader->goal) ? get_text (reader, "indicator") : NULL;
  g_autofree char *part = read_part (reader), *what = NULL;
  const int number = series != NULL ? outlay_series_from_name (series) : -1;

  if (indicator != NULL)
    what = g_strdup (_(outlay_indicator_nick ((OutlayIndicator) outlay_indicator_from_name (indicator))));
  else if (number >= 0)
    what = outlay_measure_label ((OutlaySeries) number, (OutlayMeasure) MAX (0, measure != NULL ? outlay_choice_from_word (outlay_words_MEASURE, measure) : 0));
  if (what == NULL || part == NULL)
    return g_steal_pointer (&what);
  /* Translators: an object and one of its numbers, as in "Energy storage: Price" */
  return g_strdup_printf (C_ ("label", "%s: %s"), part, what);
}

/* Two notes beside each other, or the one that there is. */
static char *
join (const char *first, const char *second)
{
  if (first == NULL || first[0] == '\0' || second == NULL || second[0] == '\0')
    return g_strdup (first != NULL && first[0] != '\0' ? first : second != NULL ? second : "");
  return g_strdup_printf ("%s · %s", first, second);
}

static void
read_target (const Reader *reader, OutlayGoalReading *reading)
{
  OutlayTarget *target = OUTLAY_TARGET (reader->goal);
  g_autofree char *bound = NULL, *value = NULL, *what = read_what (reader), *source = get_text (reader, "source");
  OutlayTargetState state;

  outlay_projection_target (outlay_document_get_projection (reader->document), reader->plan, target, &state);
  bound = outlay_target_format_bound (reader->plan, reader->scenario, target, &state);
  value = outlay_target_format_value (reader->plan, reader->scenario, target, &state);
  reading->value = g_strdup_printf (state.at_least ? "≥ %s" : "≤ %s", bound);
  reading->note = join (what, source);
  /* Translators: what the plan comes to, beside what a target asks for */
  reading->plan = g_strdup_printf (_("The plan: %s"), value);
  reading->judged = TRUE;
  reading->met = state.met;
}

static void
read_figure (const Reader *reader, OutlayGoalReading *reading)
{
  OutlayFigure *figure = OUTLAY_FIGURE (reader->goal);
  OutlayProjection *projection = outlay_document_get_projection (reader->document);
  g_autofree char *what = read_what (reader), *source = get_text (reader, "source"), *series = get_text (reader, "series");
  g_autofree char *currency = outlay_document_get_currency (reader->document), *value = NULL, *year = NULL;
  const double number = outlay_plan_resolve_number (reader->plan, reader->scenario, reader->goal, "year");
  double measured;

  year = isnan (number) ? NULL : g_strdup_printf ("%.0f", number);
  reading->value = outlay_figure_format_value (reader->plan, reader->scenario, figure);
  reading->note = join (year, source);
  reading->link = g_strdup (outlay_figure_get_link (reader->plan, figure));
  if (!outlay_projection_figure (projection, reader->plan, figure, &measured, &reading->part))
    return;
  value = outlay_quantity_format (measured, (int) outlay_series_unit ((OutlaySeries) outlay_series_from_name (series)), currency);
  /* Translators: a measure of the plan and what it comes to, as in “Output value, design year: 10.01 bn yuan” */
  reading->plan = g_strdup_printf (C_ ("measure", "%s: %s"), what, value);
  reading->share = outlay_share_format (reading->part);
}

OutlayGoalReading *
outlay_goal_reading_new (OutlayDocument *document, OutlayNode *goal)
{
  const Reader reader = { document, outlay_document_get_plan (document), outlay_document_get_scenario (document), goal };
  OutlayGoalReading *reading = g_new0 (OutlayGoalReading, 1);

  reading->part = NAN;
  reading->name = outlay_plan_resolve_name (reader.plan, reader.scenario, goal);
  if (OUTLAY_IS_TARGET (goal))
    read_target (&reader, reading);
  else
    read_figure (&reader, reading);
  return reading;
}

void
outlay_goal_reading_free (OutlayGoalReading *reading)
{
  g_free (reading->name);
  g_free (reading->value);
  g_free (reading->note);
  g_free (reading->plan);
  g_free (reading->share);
  g_free (reading->link);
  g_free (reading);
}
