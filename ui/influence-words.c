/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/influence-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/counts.h"
#include "plan/label.h"

/* How far a value may be from what is told of it, as a part of the way that it was moved: 4.95 % is neither 4.9 nor 5.0 %. */
#define TOLERANCE 0.05
#define MOST_DECIMALS 6

/* What one of the last digit comes to that tells a value. */
static double
last_digit (OutlayUnit counts, double value, double moved)
{
  double digit = outlay_quantity_scale ((int) counts, value).size;

  for (guint decimals = 0; decimals < MOST_DECIMALS && fabs (value - round (value / digit) * digit) > moved * TOLERANCE; decimals++)
    digit /= 10;
  return digit;
}

static gboolean
is_part_of_whole (const OutlayParameter *parameter)
{
  return g_str_equal (parameter->member->name, "building-share") || g_str_equal (parameter->member->name, "equipment-share");
}

/* Why there is no effect to tell. */
static char *
describe_end (OutlayDocument *document, const OutlayParameter *parameter, const OutlayInfluence *influence, gboolean more)
{
  g_autofree char *value = NULL;

  if (more && is_part_of_whole (parameter))
    return g_strdup (_("A tenth more is not possible: buildings and equipment together are all of the construction cost already."));
  value = outlay_parameter_quantity_format (outlay_document_get_plan (document), outlay_document_get_scenario (document), parameter, influence->from, INFINITY);
  return g_strdup_printf (more ? _("A tenth more is not possible: its range ends at %s.") : _("A tenth less is not possible: its range ends at %s."), value);
}

static char *
describe_way (OutlayDocument *document, const OutlayParameter *parameter, const OutlayInfluence *influence, const OutlayInfluenceWay *way,
              OutlayInfluenceOutcome outcome)
{
  g_autofree char *currency = outlay_document_get_currency (document);
  g_autofree char *value = NULL, *effect = NULL;

  if (!way->moved)
    return way->limited ? describe_end (document, parameter, influence, way == &influence->ways[OUTLAY_INFLUENCE_UP]) : NULL;
  value = outlay_parameter_quantity_format (outlay_document_get_plan (document), outlay_document_get_scenario (document), parameter, way->value,
                                            last_digit (outlay_parameter_counts (parameter), way->value, fabs (way->value - influence->from)));
  effect = outlay_quantity_format_difference (way->effect[outcome], OUTLAY_UNIT_MONEY, currency);
  if (way->limited)
    /* Translators: a value at the end of a number's range, an outcome and what it adds to it: “At 100 %, where its range ends: NPV after tax +20 m yuan” */
    return g_strdup_printf (_("At %s, where its range ends: %s %s"), value, outlay_influence_outcome_name (outcome), effect);
  /* Translators: another value of a number, an outcome and what it adds to it: “At 1.66 m yuan a unit: NPV after tax +210 m yuan” */
  return g_strdup_printf (_("At %s: %s %s"), value, outlay_influence_outcome_name (outcome), effect);
}

char *
outlay_influence_describe (OutlayDocument *document, const OutlayParameter *parameter, const OutlayInfluence *influence, OutlayInfluenceOutcome outcome)
{
  g_autofree char *up = describe_way (document, parameter, influence, &influence->ways[OUTLAY_INFLUENCE_UP], outcome);
  g_autofree char *down = describe_way (document, parameter, influence, &influence->ways[OUTLAY_INFLUENCE_DOWN], outcome);

  if (up == NULL || down == NULL)
    return g_strdup (up != NULL ? up : down);
  return g_strconcat (up, "\n", down, NULL);
}

const char *
outlay_influence_outcome_name (OutlayInfluenceOutcome outcome)
{
  return outcome == OUTLAY_INFLUENCE_NPV ? _("NPV after tax") : _("Tax of all years");
}
