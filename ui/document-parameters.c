/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document-parameters.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/counts.h"
#include "plan/label.h"
#include "plan/member.h"
#include "ui/document-private.h"
#include "ui/document-scenarios.h"

/* Up to so many characters of a text stand in the description of a step. */
#define LONGEST_TEXT 40
/* So many times more or less is told, a little before it for what was rounded. */
#define LEAP 999.999

static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= LONGEST_TEXT)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, LONGEST_TEXT - 1);
  return g_strconcat (start, "…", NULL);
}

/* The distance at which the digits of a value can be told, as it was typed: of a percentage up to six. */
static double
finest_step (const OutlayParameter *parameter, const OutlayValue *value)
{
  const gboolean share = outlay_unit_is_share (outlay_parameter_counts (parameter));
  double step = 1;

  if (value->type != OUTLAY_VALUE_NUMBER || value->number == 0)
    return INFINITY;
  step = share ? 0.01 : outlay_amount_unit (value->number).size;
  for (guint decimals = 0; decimals < 6 && fabs (value->number / step - round (value->number / step)) > 1e-6; decimals++)
    step /= 10;
  return step;
}

/* How many times the one is the other, where it is so many that another unit may have been meant; NAN where it is not. */
static double
measure_leap (OutlayDocument *self, const OutlayParameter *parameter, const OutlayValue *value)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;
  double times;

  outlay_document_get_value (self, parameter, &current);
  if (!outlay_parameter_is_number (parameter) || current.type != OUTLAY_VALUE_NUMBER || value->type != OUTLAY_VALUE_NUMBER || current.number == 0 ||
      value->number == 0)
    return NAN;
  times = fabs (value->number / current.number);
  return times >= LEAP || 1 / times >= LEAP ? times : NAN;
}

/* "1,000 times what it was"; NULL where it is not so far away. (transfer full) */
static char *
describe_leap (OutlayDocument *self, const OutlayParameter *parameter, const OutlayValue *value)
{
  const double times = measure_leap (self, parameter, value);
  g_autofree char *many = isnan (times) ? NULL : outlay_amount_format_in (times > 1 ? times : 1 / times, (OutlayAmountUnit) { 1, "" }, 0);

  if (many == NULL)
    return NULL;
  /* Translators: of a new value beside the old one: “1,000 times what it was” */
  return times > 1 ? g_strdup_printf (_("%s times what it was"), many)
                   /* Translators: of a new value beside the old one: “1/1,000 of what it was” */
                   : g_strdup_printf (_("1/%s of what it was"), many);
}

static char *
describe (OutlayDocument *self, const OutlayParameter *parameter, const OutlayValue *value)
{
  g_autofree char *leap = describe_leap (self, parameter, value);
  g_autofree char *label = outlay_parameter_label (self->plan, self->scenario, parameter);
  g_autofree char *text = outlay_document_format_value (self, parameter, value), *shortened = shorten (text);

  if (leap != NULL)
    /* Translators: a step of the history: a number of the plan, its new value and how far away that is: “Set Household: Price to 1.6 bn yuan a kWh, 1,000 times what it was” */
    return g_strdup_printf (_("Set %s to %s, %s"), label, shortened, leap);
  /* Translators: a step of the history: a number of the plan and its new value, “Set Energy storage, Household: Price to 1.25 k yuan a kWh” */
  return g_strdup_printf (_("Set %s to %s"), label, shortened);
}

static gboolean
set_all (OutlayDocument *self, const OutlayParameter *parameters, const OutlayValue *values, guint n, guint *failed, GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!outlay_history_set (self->history, self->scenario, &parameters[i], &values[i], error))
      {
        if (failed != NULL)
          *failed = i;
        return FALSE;
      }
  return TRUE;
}

/* Who leaves a field as it is makes no value the scenario's own. */
static gboolean
is_as_it_is (OutlayDocument *self, const OutlayParameter *parameter, const OutlayValue *value)
{
  g_auto (OutlayValue) current = OUTLAY_VALUE_INIT;

  outlay_document_get_value (self, parameter, &current);
  return outlay_value_equal (&current, value);
}

gboolean
outlay_document_set_parameters (OutlayDocument *self, const OutlayParameter *parameters, const OutlayValue *values, guint n, const char *description,
                                guint *failed, GError **error)
{
  g_autofree char *own = description == NULL && n == 1 ? describe (self, parameters, values) : NULL;
  guint before;

  if (n == 0 || (n == 1 && is_as_it_is (self, parameters, values)))
    return TRUE;
  outlay_document_take_back (self);
  before = outlay_history_get_position (self->history);
  outlay_history_begin (self->history, own != NULL ? own : description);
  if (!set_all (self, parameters, values, n, failed, error))
    {
      outlay_history_rollback (self->history);
      return FALSE;
    }
  outlay_history_commit (self->history, NULL);
  if (outlay_history_get_position (self->history) != before)
    outlay_document_tell_edit (self);
  return TRUE;
}

void
outlay_document_get_value (OutlayDocument *self, const OutlayParameter *parameter, OutlayValue *value)
{
  outlay_plan_resolve (self->plan, self->scenario, parameter, value);
}

guint
outlay_document_count_leaps (OutlayDocument *self, const OutlayParameter *parameters, const OutlayValue *values, guint n)
{
  guint leaps = 0;

  for (guint i = 0; i < n; i++)
    leaps += !isnan (measure_leap (self, &parameters[i], &values[i]));
  return leaps;
}

gboolean
outlay_document_is_changed (OutlayDocument *self, const char *path)
{
  return self->scenario != NULL && outlay_scenario_lookup (self->scenario, path) != NULL;
}

gboolean
outlay_document_return_values (OutlayDocument *self, const OutlayParameter *parameters, guint n, GError **error)
{
  const OutlayParameter whole = { parameters->node, parameters->member, n > 1 ? -1 : parameters->index };
  g_autofree char *label = outlay_parameter_label (self->plan, self->scenario, &whole), *name = NULL, *description = NULL;
  g_autofree OutlayValue *absent = g_new0 (OutlayValue, n);
  OutlayScenario *from = self->scenario != NULL ? outlay_scenario_get_from (self->scenario) : NULL;

  if (self->scenario == NULL || !outlay_document_settle (self))
    return TRUE;
  name = from != NULL ? outlay_document_get_scenario_name (self, from) : NULL;
  /* Translators: steps of the history: a number of the plan, and whose value holds there again */
  description = name != NULL ? g_strdup_printf (_("Return %s to the value of “%s”"), label, name) : g_strdup_printf (_("Return %s to the plan’s value"), label);
  return outlay_document_set_parameters (self, parameters, absent, n, description, NULL, error);
}

gboolean
outlay_document_set_years (OutlayDocument *self, OutlayInitiative *initiative, const double *shares, guint n, GError **error)
{
  OutlayNode *node = OUTLAY_NODE (initiative);
  g_autofree char *name = outlay_object_label (self->plan, self->scenario, node), *description = NULL;

  /* Translators: a step of the history: an initiative and the years of its ramp-up */
  description = g_strdup_printf (ngettext ("Give the ramp-up of %s %u year", "Give the ramp-up of %s %u years", n), name, n);
  return outlay_document_set_ramp_up (self, outlay_node_get_position (node), shares, n, description, error);
}

char *
outlay_document_describe_origin (OutlayDocument *self, const OutlayParameter *parameter)
{
  OutlayScenario *from = self->scenario != NULL ? outlay_scenario_get_from (self->scenario) : NULL;
  g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;
  g_autofree char *name = NULL, *text = NULL;

  outlay_plan_resolve (self->plan, from, parameter, &value);
  text = outlay_document_format_value (self, parameter, &value);
  if (from == NULL)
    return g_strdup_printf (_("in the plan: %s"), text);
  name = outlay_document_get_scenario_name (self, from);
  return g_strdup_printf (_("in “%s”: %s"), name, text);
}

char *
outlay_document_format_value (OutlayDocument *self, const OutlayParameter *parameter, const OutlayValue *value)
{
  if (value->type == OUTLAY_VALUE_NULL && outlay_parameter_is_number (parameter))
    return g_strdup (_("no limit"));
  return outlay_parameter_value_format (self->plan, self->scenario, parameter, value, finest_step (parameter, value));
}
