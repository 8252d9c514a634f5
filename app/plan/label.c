/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/label.h"

#include <glib/gi18n.h>

#include "plan/amount.h"
#include "plan/member.h"
#include "plan/resolve.h"

/* An object of a list has a name; one that stands alone, such as the taxes, goes by its declaration. */
static char *
own_name (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  if (outlay_node_get_parent (node) == NULL)
    return g_strdup (_("Plan"));
  if (outlay_node_get_parent_member (node)->kind == OUTLAY_MEMBER_NODE)
    return g_strdup (_(outlay_node_get_parent_member (node)->nick));
  return outlay_plan_resolve_name (plan, scenario, node);
}

/**
 * outlay_object_label:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, whose names are used
 * @node: an object of the plan that scenarios may change
 *
 * Returns: (transfer full): what people call it; of a product with its initiative
 */
char *
outlay_object_label (OutlayPlan *plan, OutlayScenario *scenario, OutlayNode *node)
{
  g_autofree char *name = own_name (plan, scenario, node);
  OutlayNode *parent = outlay_node_get_parent (node);
  g_autofree char *around = NULL;

  if (parent == NULL || outlay_node_get_parent (parent) == NULL)
    return g_steal_pointer (&name);
  around = outlay_object_label (plan, scenario, parent);
  /* Translators: an object and one inside it, as in "Energy storage, Household" */
  return g_strdup_printf (C_ ("label", "%s, %s"), around, name);
}

/**
 * outlay_parameter_short_label:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, whose names are used
 * @parameter: a parameter of the plan that scenarios may change
 *
 * Returns: (transfer full): what people call it among the numbers of its object
 */
char *
outlay_parameter_short_label (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter)
{
  const char *nick = _(parameter->member->nick);
  g_autofree char *phase = NULL;

  if (parameter->index < 0)
    return g_strdup (nick);
  if (parameter->member->kind != OUTLAY_MEMBER_CELLS)
    /* Translators: an entry of the ramp-up, as in "Ramp-up, year 2" */
    return g_strdup_printf (C_ ("label", "%s, year %d"), nick, parameter->index + 1);
  phase = outlay_plan_resolve_name (plan, scenario, OUTLAY_NODE (outlay_plan_get_phase (plan, (guint) parameter->index)));
  return g_strdup_printf (C_ ("label", "%s, %s"), nick, phase);
}

/**
 * outlay_parameter_label:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, whose names are used
 * @parameter: a parameter of the plan that scenarios may change
 *
 * Returns: (transfer full): what people call it, with the object that it belongs to
 */
char *
outlay_parameter_label (OutlayPlan *plan, OutlayScenario *scenario, const OutlayParameter *parameter)
{
  g_autofree char *member = outlay_parameter_short_label (plan, scenario, parameter), *object = NULL;

  if (outlay_node_get_parent (parameter->node) == NULL)
    return g_steal_pointer (&member);
  object = outlay_object_label (plan, scenario, parameter->node);
  /* Translators: an object and one of its numbers, as in "Energy storage: Price" */
  return g_strdup_printf (C_ ("label", "%s: %s"), object, member);
}

/**
 * outlay_status_name:
 * @status: of a source
 *
 * Returns: (transfer none): the word for it, translated
 */
const char *
outlay_status_name (OutlayStatus status)
{
  switch (status)
    {
    case OUTLAY_STATUS_ANNOUNCED:
      return C_ ("source", "announced");
    case OUTLAY_STATUS_MEASURED:
      return C_ ("source", "measured");
    case OUTLAY_STATUS_ESTIMATED:
      return C_ ("source", "estimated");
    case OUTLAY_STATUS_ASSUMED:
      return C_ ("source", "assumed");
    }
  g_return_val_if_reached ("");
}

/**
 * outlay_choice_name:
 * @word: a word of a choice, as in the plan file
 *
 * Returns: (transfer none): the same in the reader's language; @word itself where nothing is known of it
 */
const char *
outlay_choice_name (const char *word)
{
  static const struct
  {
    const char *word;
    const char *text;
  } words[] = {
    { "end-of-year", NC_ ("choice", "at the end of the year") },
    { "mid-year", NC_ ("choice", "in the middle of the year") },
    { "equal-principal", NC_ ("choice", "equal principal") },
    { "equal-instalment", NC_ ("choice", "equal instalments") },
    { "from-earnings", NC_ ("choice", "from earnings") },
    { "revenue", NC_ ("choice", "on sales") },
    { "operating-cost", NC_ ("choice", "on operating cost") },
    { "design-year", NC_ ("choice", "in the design year") },
    { "mean", NC_ ("choice", "mean of the years") },
    { "peak", NC_ ("choice", "highest year") },
    { "total", NC_ ("choice", "all years together") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i].word))
      return g_dpgettext2 (NULL, "choice", words[i].text);
  return word;
}
