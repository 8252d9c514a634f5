/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/influence-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/counts.h"
#include "plan/label.h"

static char *
describe_way (OutlayDocument *document, const OutlayParameter *parameter, const OutlayInfluence *influence, const OutlayInfluenceWay *way,
              OutlayInfluenceOutcome outcome)
{
  g_autofree char *currency = outlay_document_get_currency (document);
  g_autofree char *value = NULL, *effect = NULL;

  if (!way->moved)
    return NULL;
  value = outlay_parameter_quantity_format (outlay_document_get_plan (document), outlay_document_get_scenario (document), parameter, way->value,
                                            fabs (way->value - influence->from));
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
