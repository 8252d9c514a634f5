/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/phase-dates.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/amount.h"
#include "plan/resolve.h"

static const struct
{
  const char *member;
  const char *name;
  OutlayUnit unit;
} parts[OUTLAY_PHASE_N_PARTS] = {
  [OUTLAY_PHASE_START_DATE] = { "start", N_("Start"), OUTLAY_UNIT_MONTH },
  [OUTLAY_PHASE_BUILDING] = { "build-months", N_("Building time"), OUTLAY_UNIT_MONTHS },
  [OUTLAY_PHASE_DELAY] = { "delay-months", N_("Delay"), OUTLAY_UNIT_MONTHS },
};

/* The first and the last calendar year of the plan. */
static void
get_years (OutlayDocument *document, int *first, int *last)
{
  OutlayPlan *plan = outlay_document_get_plan (document);
  OutlayScenario *scenario = outlay_document_get_scenario (document);

  *first = (int) outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (plan), "first-year");
  *last = *first + (int) outlay_plan_resolve_number (plan, scenario, OUTLAY_NODE (plan), "years") - 1;
}

static char *
format_months (double months)
{
  return outlay_phase_format (OUTLAY_PHASE_BUILDING, months);
}

void
outlay_phase_get_parameter (OutlayDocument *document, guint phase, OutlayPhasePart part, OutlayParameter *parameter)
{
  OutlayNode *node = OUTLAY_NODE (outlay_plan_get_phase (outlay_document_get_plan (document), phase));

  *parameter = (OutlayParameter) { node, outlay_node_find_member (node, parts[part].member), -1 };
}

double
outlay_phase_get (OutlayDocument *document, guint phase, OutlayPhasePart part)
{
  OutlayParameter parameter;

  outlay_phase_get_parameter (document, phase, part, &parameter);
  return outlay_document_get_number (document, &parameter);
}

OutlayNumberEdit *
outlay_phase_begin (OutlayDocument *document, guint phase, OutlayPhasePart part)
{
  OutlayParameter parameter;
  int first, last;

  outlay_phase_get_parameter (document, phase, part, &parameter);
  get_years (document, &first, &last);
  if (part == OUTLAY_PHASE_START_DATE)
    return outlay_number_edit_begin (document, &parameter, 12.0 * first, 12.0 * last + 11);
  return outlay_number_edit_begin (document, &parameter, parameter.member->minimum, parameter.member->maximum);
}

char *
outlay_phase_describe_limit (OutlayDocument *document, OutlayPhasePart part)
{
  g_autofree char *range = NULL;
  OutlayParameter parameter;
  int first, last;

  get_years (document, &first, &last);
  if (part == OUTLAY_PHASE_START_DATE)
    /* Translators: why a phase cannot be moved further: the first and the last year of the plan */
    return g_strdup_printf (_("A phase begins within the plan’s years, %d – %d"), first, last);
  outlay_phase_get_parameter (document, 0, part, &parameter);
  range = outlay_parameter_range (&parameter);
  if (part == OUTLAY_PHASE_BUILDING)
    /* Translators: why a phase cannot be stretched further: a range, as in "1–600" */
    return g_strdup_printf (_("Building takes %s months"), range);
  /* Translators: why a delay goes no further: a range, as in "0–600". To begin later is no delay. */
  return g_strdup_printf (_("A delay is %s months; to begin later, move the start"), range);
}

char *
outlay_phase_describe_span (OutlayDocument *document, guint phase)
{
  const double start = outlay_phase_get (document, phase, OUTLAY_PHASE_START_DATE), build = outlay_phase_get (document, phase, OUTLAY_PHASE_BUILDING);
  const double delay = outlay_phase_get (document, phase, OUTLAY_PHASE_DELAY);
  g_autofree char *from = outlay_phase_format (OUTLAY_PHASE_START_DATE, start), *to = outlay_phase_format (OUTLAY_PHASE_START_DATE, start + build + delay);
  g_autofree char *months = format_months (build), *late = format_months (delay);

  if (delay > 0)
    /* Translators: when a phase is built: from, to, how long it takes as planned, and by how much it is delayed: “Aug 2021 → Nov 2023, 24 months + 3 months of delay” */
    return g_strdup_printf (_("%s → %s, %s + %s of delay"), from, to, months, late);
  /* Translators: when a phase is built: from, to, and how long it takes: “Aug 2021 → Aug 2023, 24 months” */
  return g_strdup_printf (_("%s → %s, %s"), from, to, months);
}

char *
outlay_phase_describe_step (OutlayDocument *document, guint phase, OutlayPhasePart part)
{
  const double number = outlay_phase_get (document, phase, part);
  g_autofree char *name = outlay_document_get_phase_name (document, phase), *text = outlay_phase_format (part, number);

  if (part == OUTLAY_PHASE_START_DATE)
    /* Translators: a step of the history: Start “Phase two” in Sep 2026 */
    return g_strdup_printf (_("Start “%s” in %s"), name, text);
  if (part == OUTLAY_PHASE_BUILDING)
    /* Translators: a step of the history: Build “Phase two” in 18 months */
    return g_strdup_printf (_("Build “%s” in %s"), name, text);
  if (number == 0)
    /* Translators: a step of the history */
    return g_strdup_printf (_("Take the delay of “%s” away"), name);
  /* Translators: a step of the history: Delay “Phase two” by 3 months */
  return g_strdup_printf (_("Delay “%s” by %s"), name, text);
}

static char *
origin_name (OutlayDocument *document)
{
  OutlayScenario *from = outlay_scenario_get_from (outlay_document_get_scenario (document));

  return from != NULL ? outlay_plan_resolve_name (outlay_document_get_plan (document), NULL, OUTLAY_NODE (from)) : NULL;
}

char *
outlay_phase_describe_return (OutlayDocument *document, guint phase, OutlayPhasePart part)
{
  g_autofree char *name = outlay_document_get_phase_name (document, phase), *origin = origin_name (document);
  const char *what = part < OUTLAY_PHASE_N_PARTS ? outlay_phase_part_name (part) : C_ ("phase", "Dates");

  if (origin != NULL)
    /* Translators: a step of the history: what it is (“Start”), of which phase, and the scenario whose value holds there again */
    return g_strdup_printf (_("Return %s of “%s” to “%s”"), what, name, origin);
  /* Translators: a step of the history: what it is (“Start”), and of which phase */
  return g_strdup_printf (_("Return %s of “%s” to the plan’s"), what, name);
}

char *
outlay_phase_describe_origin (OutlayDocument *document, guint phase, OutlayPhasePart part)
{
  g_autofree char *origin = origin_name (document), *text = NULL;
  OutlayParameter parameter;

  outlay_phase_get_parameter (document, phase, part, &parameter);
  text = outlay_phase_format (part, outlay_document_get_number_without (document, &parameter));
  if (origin != NULL)
    /* Translators: what a scenario changes (“Start”), the scenario it comes from, and what it is there */
    return g_strdup_printf (_("%s is changed here; in “%s”: %s"), outlay_phase_part_name (part), origin, text);
  /* Translators: what a scenario changes (“Start”), and what it is in the plan */
  return g_strdup_printf (_("%s is changed here; in the plan: %s"), outlay_phase_part_name (part), text);
}

const char *
outlay_phase_part_name (OutlayPhasePart part)
{
  return _(parts[part].name);
}

char *
outlay_phase_format (OutlayPhasePart part, double number)
{
  return outlay_quantity_format (number, parts[part].unit, NULL);
}
