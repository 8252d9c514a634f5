/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/validate.h"

#include <glib/gi18n.h>

#include "plan/check.h"
#include "plan/label.h"

static void
check_list (OutlayCheck *check, OutlayNode *node, const char *list)
{
  const OutlayMember *member = outlay_node_find_member (node, list);

  for (guint i = 0; i < outlay_node_get_n_children (node, member) && outlay_check_goes_on (check); i++)
    outlay_check_node (check, outlay_node_get_nth_child (node, member, i));
}

static void
check_sources (OutlayCheck *check)
{
  OutlayNode *plan = OUTLAY_NODE (check->plan);
  const OutlayMember *sources = outlay_node_find_member (plan, "sources");

  for (guint i = 0; i < outlay_node_get_n_children (plan, sources) && outlay_check_goes_on (check); i++)
    {
      const char *path = outlay_node_get_id (outlay_node_get_nth_child (plan, sources, i));
      g_autoptr (GError) error = NULL;
      OutlayParameter found;

      if (!outlay_plan_find_path (check->plan, path, &found, &error))
        outlay_check_report_one (check, g_strconcat ("sources.", path, NULL), error->message);
    }
}

static void
check_plan (OutlayCheck *check)
{
  OutlayNode *plan = OUTLAY_NODE (check->plan);

  check_list (check, plan, "phases");
  check_list (check, plan, "initiatives");
  check_list (check, plan, "targets");
  outlay_check_risks (check);
  check_sources (check);
  check_list (check, outlay_node_get_child (plan, outlay_node_find_member (plan, "region")), "figures");
}

/* --- edits --- */

static void
keep_first (const char *const *paths, const char *message, gpointer data)
{
  GError **error = data;

  if (*error == NULL)
    g_set_error (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT, "%s: %s", paths[g_strv_length ((char **) paths) - 1], message);
}

typedef struct
{
  OutlayPlan *plan;
  GError *error;
} EditFault;

/* Uncertainties and correlations have none. */
static gboolean
has_name (OutlayNode *node)
{
  const OutlayMember *place = outlay_node_get_parent_member (node);

  return place == NULL || place->kind == OUTLAY_MEMBER_NODE || outlay_node_find_member (node, "name") != NULL;
}

/* Whoever edits sees names, not the paths of the file. */
static void
keep_first_by_name (const char *const *paths, const char *message, gpointer data)
{
  EditFault *fault = data;
  const char *path = paths[g_strv_length ((char **) paths) - 1];
  OutlayParameter parameter;
  g_autofree char *label = NULL;

  if (fault->error != NULL)
    return;
  label = outlay_parameter_find (fault->plan, path, &parameter, NULL) && has_name (parameter.node) ? outlay_parameter_label (fault->plan, NULL, &parameter) : g_strdup (path);
  fault->error = g_error_new (OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_CONFLICT, "%s: %s", label, message);
}

/* Each object that the related parameters belong to once; they stand together by object. */
static void
check_related (OutlayCheck *check, GArray *related)
{
  OutlayNode *last = NULL;

  for (guint i = 0; i < related->len; i++)
    {
      OutlayNode *node = g_array_index (related, OutlayParameter, i).node;

      if (node != last && (node != OUTLAY_NODE (check->plan) || i == 0))
        outlay_check_node (check, node);
      last = node;
    }
}

static gboolean
is_origin (const OutlayParameter *parameter)
{
  return OUTLAY_IS_SCENARIO (parameter->node) && g_str_equal (parameter->member->name, "from");
}

static gboolean
is_risk (const OutlayParameter *parameter)
{
  return OUTLAY_IS_UNCERTAINTY (parameter->node) || OUTLAY_IS_CORRELATION (parameter->node);
}

/* --- public --- */

/**
 * outlay_plan_validate:
 * @plan: a plan
 * @scenario: (nullable): one of its scenarios, or %NULL for the plan itself
 * @func: (scope call): told every fault
 * @data: for @func
 *
 * Checks everything that spans several members: in the plan itself, or in the plan that the scenario makes at what it changes.
 */
void
outlay_plan_validate (OutlayPlan *plan, OutlayScenario *scenario, OutlayFaultFunc func, gpointer data)
{
  OutlayCheck check;

  outlay_check_init (&check, plan, func, data);
  if (scenario != NULL)
    outlay_check_scenario (&check, scenario);
  else
    check_plan (&check);
  outlay_check_clear (&check);
}

/**
 * outlay_plan_validate_all:
 * @plan: a plan
 * @func: (scope call): told every fault, of all at most 100
 * @data: for @func
 *
 * Checks the plan, where its scenarios come from, and the plan that each of them makes: each under its parent's changes, so that the time is in
 * proportion to all changes together. Scenarios that come from each other in a circle make no plan and are one fault.
 */
void
outlay_plan_validate_all (OutlayPlan *plan, OutlayFaultFunc func, gpointer data)
{
  OutlayCheck check;

  outlay_check_init (&check, plan, func, data);
  check_plan (&check);
  outlay_check_scenarios (&check, NULL);
  outlay_check_clear (&check);
}

/**
 * outlay_plan_check_all:
 * @plan: a plan
 * @error: OUTLAY_PLAN_ERROR_CONFLICT, with the path and the sentence of the first fault
 *
 * outlay_plan_validate_all() for who needs no more than one fault.
 *
 * Returns: whether the plan and the plans of all its scenarios hold
 */
gboolean
outlay_plan_check_all (OutlayPlan *plan, GError **error)
{
  GError *fault = NULL;

  outlay_plan_validate_all (plan, keep_first, &fault);
  if (fault == NULL)
    return TRUE;
  g_propagate_error (error, fault);
  return FALSE;
}

/**
 * outlay_plan_check_edit:
 * @plan: a plan
 * @parameter: what was just changed, in the plan or in a scenario
 * @error: OUTLAY_PLAN_ERROR_CONFLICT
 *
 * Checks what @parameter has a part in, in the plan and in every scenario: an edit of the plan may contradict what a scenario changes.
 *
 * Returns: whether everything holds that held before
 */
gboolean
outlay_plan_check_edit (OutlayPlan *plan, const OutlayParameter *parameter, GError **error)
{
  g_autoptr (GArray) related = NULL;
  EditFault fault = { plan, NULL };
  OutlayCheck check;

  if (!outlay_check_has_rule (parameter) && !is_risk (parameter) && !is_origin (parameter))
    return TRUE;
  related = outlay_check_related (plan, parameter);
  outlay_check_init (&check, plan, keep_first_by_name, &fault);
  if (is_risk (parameter))
    outlay_check_risks (&check);
  if (related->len > 0)
    check_related (&check, related);
  if (related->len > 0 || is_origin (parameter))
    outlay_check_scenarios (&check, is_origin (parameter) ? NULL : related);
  outlay_check_clear (&check);
  if (fault.error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault.error));
  return FALSE;
}
