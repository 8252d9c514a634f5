/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "plan/counts.h"

#include <glib/gi18n.h>
#include <string.h>

#include "engine/series.h"
#include "plan/label.h"
#include "plan/node-private.h"
#include "plan/resolve.h"

static const OutlayAmountUnit one = { 1, "" };

/* Whatever they are called in the language. */
#define MILLIONS 1e6
#define BILLIONS 1e9

/* Units are free texts: one that begins with money counts in it. */
static gboolean
names_money (const char *unit, const char *currency)
{
  const char *const words[] = { "yuan", "元", "人民币", "RMB", "¥", "￥", currency, outlay_currency_word (currency) };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && words[i][0] != '\0' && g_str_has_prefix (unit, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
names_share (const char *unit)
{
  const char *const words[] = { "share", "比例", "占比", _("share") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (unit, words[i]))
      return TRUE;
  return FALSE;
}

static const char *
text_of (OutlayNode *node, const char *member)
{
  return outlay_node_get_string (node, outlay_node_find_member (node, member));
}

static OutlayPlan *
plan_of (OutlayNode *node)
{
  while (node != NULL && !OUTLAY_IS_PLAN (node))
    node = outlay_node_get_parent (node);
  return (OutlayPlan *) node;
}

static gboolean
is_of_target (const OutlayParameter *parameter)
{
  return OUTLAY_IS_TARGET (parameter->node) && g_str_has_prefix (parameter->member->name, "at-");
}

static gboolean
is_of_figure (const OutlayParameter *parameter)
{
  return OUTLAY_IS_FIGURE (parameter->node) && g_str_equal (parameter->member->name, "value");
}

static OutlayUnit
judged_unit (OutlayNode *target)
{
  const char *indicator = text_of (target, "indicator"), *series = text_of (target, "series");
  const int number = indicator != NULL ? outlay_indicator_from_name (indicator) : series != NULL ? outlay_series_from_name (series) : -1;

  if (number < 0)
    return OUTLAY_UNIT_NONE;
  return indicator != NULL ? outlay_indicator_unit ((OutlayIndicator) number) : outlay_series_unit ((OutlaySeries) number);
}

/* --- words --- */

static char *
money_word (OutlayPlan *plan, OutlayScenario *scenario, OutlayAmountUnit unit)
{
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  const char *word = outlay_currency_word (currency);

  if (*unit.word == '\0')
    return g_strdup (word != NULL ? word : "");
  /* Translators: a unit of money and the currency: "bn yuan", "亿元" */
  return g_strdup_printf (C_ ("unit and currency", "%s %s"), unit.word, word != NULL ? word : "");
}

/* The product that something is paid for each of, or that a target counts; NULL for none. */
static OutlayNode *
find_product (OutlayNode *node)
{
  const char *initiative = OUTLAY_IS_TARGET (node) ? text_of (node, "initiative") : NULL, *product = initiative != NULL ? text_of (node, "product") : NULL;
  OutlayNode *around = product != NULL ? OUTLAY_NODE (outlay_plan_find_initiative (plan_of (node), initiative)) : NULL;

  if (OUTLAY_IS_PRODUCT (node))
    return node;
  return around != NULL ? outlay_node_find_child (around, outlay_node_find_member (around, "products"), product) : NULL;
}

/* What is counted, in a word of the plan's own: the unit of a product or of a figure; "unit" where nobody says. */
static char *
thing_word (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter)
{
  OutlayNode *node = is_of_figure (parameter) ? parameter->node : find_product (parameter->node);
  char *word = node != NULL ? outlay_plan_resolve_string (plan, scenario, node, "unit") : NULL;

  if (is_of_figure (parameter) || (word != NULL && *word != '\0'))
    return word;
  g_free (word);
  return g_strdup (C_ ("what a product is counted in", "unit"));
}

/* An amount, or the unit of one, with what it is paid or counted for behind it. */
static char *
lay_behind (OutlayUnit counts, const char *amount, const char *thing)
{
  switch (counts)
    {
    case OUTLAY_UNIT_MONEY_PER_UNIT:
    case OUTLAY_UNIT_TONNES_PER_UNIT:
      /* Translators: money or tonnes, and each of what: "yuan a kWh", "元/kWh", "t a kWh" */
      return g_strdup_printf (C_ ("unit beside a field", "%s a %s"), amount, thing);
    case OUTLAY_UNIT_MONEY_A_YEAR:
      return g_strdup_printf (C_ ("unit beside a field", "%s a year"), amount);
    case OUTLAY_UNIT_UNITS_A_YEAR:
      /* Translators: what is made in a year: "kWh a year", "kWh/年" */
      return g_strdup_printf (C_ ("units beside a field", "%s a year"), amount);
    case OUTLAY_UNIT_MONEY_PER_PERSON_YEAR:
      return g_strdup_printf (C_ ("unit beside a field", "%s a person-year"), amount);
    case OUTLAY_UNIT_MONEY_PER_SQUARE_METRE_YEAR:
      return g_strdup_printf (C_ ("unit beside a field", "%s per m² a year"), amount);
    case OUTLAY_UNIT_MONEY_PER_MU:
      return g_strdup_printf (C_ ("unit beside a field", "%s per mu"), amount);
    default:
      return g_strdup (amount);
    }
}

static char *
join (const char *number, const char *unit)
{
  return unit == NULL || *unit == '\0' ? g_strdup (number) : g_strdup_printf (C_ ("number and unit", "%s %s"), number, unit);
}

/* The unit of money before what somebody wrote that a figure counts. */
static char *
figure_words (OutlayUnit counts, OutlayAmountUnit unit, const char *thing)
{
  if (counts == OUTLAY_UNIT_SHARE)
    return g_strdup (C_ ("unit beside a field", "%"));
  if (counts != OUTLAY_UNIT_MONEY || *unit.word == '\0')
    return g_strdup (thing != NULL ? thing : "");
  return g_strdup_printf (C_ ("unit and currency", "%s %s"), unit.word, thing);
}

static char *
plain_words (OutlayUnit counts, const char *thing)
{
  switch (counts)
    {
    case OUTLAY_UNIT_SHARE: return g_strdup (C_ ("unit beside a field", "%"));
    case OUTLAY_UNIT_SHARE_A_YEAR:
      /* xgettext: no-c-format */
      return g_strdup (C_ ("unit beside a field", "% a year"));
    case OUTLAY_UNIT_UNITS_A_YEAR:
    case OUTLAY_UNIT_UNITS: return lay_behind (counts, thing, NULL);
    case OUTLAY_UNIT_TONNES_PER_UNIT: return lay_behind (counts, C_ ("unit beside a field", "t"), thing);
    case OUTLAY_UNIT_SQUARE_METRES: return g_strdup (C_ ("unit beside a field", "m²"));
    case OUTLAY_UNIT_MONTHS: return g_strdup (C_ ("unit beside a field", "months"));
    case OUTLAY_UNIT_YEARS: return g_strdup (C_ ("unit beside a field", "years"));
    case OUTLAY_UNIT_DAYS: return g_strdup (C_ ("unit beside a field", "days"));
    case OUTLAY_UNIT_PERSONS: return g_strdup (C_ ("unit beside a field", "persons"));
    case OUTLAY_UNIT_TONNES: return g_strdup (C_ ("unit beside a field", "t"));
    default: return g_strdup ("");
    }
}

/* --- public --- */

OutlayUnit
outlay_figure_unit (const char *unit, const char *currency)
{
  if (unit == NULL)
    return OUTLAY_UNIT_NONE;
  return names_money (unit, currency) ? OUTLAY_UNIT_MONEY : names_share (unit) ? OUTLAY_UNIT_SHARE : OUTLAY_UNIT_NONE;
}


OutlayUnit
outlay_parameter_counts (const OutlayParameter *parameter)
{
  if (is_of_target (parameter))
    return judged_unit (parameter->node);
  if (is_of_figure (parameter))
    return outlay_figure_unit (text_of (parameter->node, "unit"), plan_of (parameter->node) != NULL ? text_of (OUTLAY_NODE (plan_of (parameter->node)), "currency") : NULL);
  return parameter->member->unit;
}

OutlayAmountUnit
outlay_parameter_unit (const OutlayParameter *parameter)
{
  const OutlayUnit counts = outlay_parameter_counts (parameter);

  if (outlay_unit_is_share (counts))
    return (OutlayAmountUnit) { 0.01, "%" };
  if (counts != OUTLAY_UNIT_MONEY && counts != OUTLAY_UNIT_MONEY_A_YEAR)
    return one;
  return outlay_amount_unit (is_of_target (parameter) || is_of_figure (parameter) ? BILLIONS : MILLIONS);
}

char *
outlay_parameter_unit_words (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, OutlayAmountUnit unit)
{
  const OutlayUnit counts = outlay_parameter_counts (parameter);
  g_autofree char *thing = thing_word (plan, scenario, parameter), *money = NULL;

  if (is_of_figure (parameter))
    return figure_words (counts, unit, thing);
  if (!outlay_unit_is_money (counts))
    return plain_words (counts, thing);
  money = money_word (plan, scenario, unit);
  return lay_behind (counts, money, thing);
}

char *
outlay_parameter_quantity_format (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, double number, double least)
{
  const OutlayUnit counts = outlay_parameter_counts (parameter);
  g_autofree char *currency = outlay_plan_resolve_string (plan, scenario, OUTLAY_NODE (plan), "currency");
  g_autofree char *thing = thing_word (plan, scenario, parameter), *amount = NULL, *things = NULL;

  switch (counts)
    {
    case OUTLAY_UNIT_MONEY_PER_UNIT:
      amount = outlay_quantity_format_apart (number, OUTLAY_UNIT_MONEY, currency, least);
      return lay_behind (counts, amount, thing);
    case OUTLAY_UNIT_TONNES_PER_UNIT:
      amount = outlay_quantity_format_apart (number, OUTLAY_UNIT_TONNES, NULL, least);
      return lay_behind (counts, amount, thing);
    case OUTLAY_UNIT_UNITS:
    case OUTLAY_UNIT_UNITS_A_YEAR:
      amount = outlay_quantity_format_apart (number, OUTLAY_UNIT_NONE, NULL, least);
      things = join (amount, thing);
      return lay_behind (counts, things, NULL);
    default:
      amount = outlay_quantity_format_apart (number, (int) counts, is_of_figure (parameter) ? NULL : currency, least);
      return join (amount, is_of_figure (parameter) && counts != OUTLAY_UNIT_SHARE ? thing : NULL);
    }
}

char *
outlay_parameter_value_format (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter, const OutlayValue *value, double least)
{
  const OutlayMember *member = parameter->member;

  if (value->type == OUTLAY_VALUE_STRING && member->kind == OUTLAY_MEMBER_CHOICE)
    return g_strdup (outlay_choice_name (value->string));
  if (value->type == OUTLAY_VALUE_STRING && member->kind != OUTLAY_MEMBER_MONTH)
    return g_strdup (value->string);
  if (value->type == OUTLAY_VALUE_NUMBER)
    return outlay_parameter_quantity_format (plan, scenario, parameter, value->number, least);
  return outlay_quantity_format_apart (outlay_member_to_number (member, value), (int) member->unit, NULL, least);
}

char **
outlay_parameter_endings (const OutlayParameter *parameter)
{
  const OutlayUnit counts = outlay_parameter_counts (parameter);
  g_autoptr (GStrvBuilder) endings = g_strv_builder_new ();
  g_autofree char *thing = NULL, *words = NULL;

  if (plan_of (parameter->node) == NULL)
    return g_strv_builder_end (endings);
  thing = thing_word (plan_of (parameter->node), NULL, parameter);
  words = outlay_unit_is_money (counts) && !is_of_figure (parameter) ? lay_behind (counts, "", thing)
                                                                     : outlay_parameter_unit_words (plan_of (parameter->node), NULL, parameter, one);
  /* A percent sign is read with its number. */
  g_strv_builder_add (endings, words + (*words == '%'));
  if (counts == OUTLAY_UNIT_MONEY_PER_UNIT)
    {
      g_strv_builder_take (endings, g_strconcat ("/", thing, NULL));
      g_strv_builder_take (endings, g_strconcat ("per ", thing, NULL));
      g_strv_builder_take (endings, g_strconcat ("每", thing, NULL));
    }
  return g_strv_builder_end (endings);
}
