/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/check.h"

#define MOST_FAULTS 100

static const OutlayValue *
find_change (OutlayCheck *check, OutlayNode *node, const OutlayMember *member)
{
  const OutlayParameter parameter = { node, member, -1 };
  const OutlayStep *step = g_hash_table_lookup (check->overlay, &parameter);

  return step != NULL ? step->value : NULL;
}

double
outlay_check_number (OutlayCheck *check, OutlayNode *node, const char *name)
{
  const OutlayMember *member = outlay_node_find_member (node, name);
  const OutlayValue *change = find_change (check, node, member);

  return change != NULL ? outlay_member_to_number (member, change) : outlay_node_get_number (node, member);
}

const char *
outlay_check_string (OutlayCheck *check, OutlayNode *node, const char *name)
{
  const OutlayMember *member = outlay_node_find_member (node, name);
  const OutlayValue *change = find_change (check, node, member);

  return change != NULL ? change->string : outlay_node_get_string (node, member);
}

gboolean
outlay_check_goes_on (OutlayCheck *check)
{
  return check->n_faults < MOST_FAULTS;
}

void
outlay_check_report (OutlayCheck *check, GPtrArray *paths, const char *message)
{
  if (!outlay_check_goes_on (check))
    return;
  check->n_faults++;
  g_ptr_array_add (paths, NULL);
  check->func ((const char *const *) paths->pdata, message, check->data);
}

void
outlay_check_report_one (OutlayCheck *check, char *path, const char *message)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (paths, path);
  outlay_check_report (check, paths, message);
}

char *
outlay_check_scenario_path (OutlayScenario *scenario, const char *rest)
{
  return g_strconcat ("scenarios.", outlay_node_get_id (OUTLAY_NODE (scenario)), ".", rest, NULL);
}

static char *
change_path (OutlayCheck *check, const OutlayParameter *parameter)
{
  g_autofree char *path = outlay_parameter_path (parameter);
  g_autofree char *rest = g_strconcat ("changes.", path, NULL);

  return outlay_check_scenario_path (check->scenario, rest);
}

/* What the scenario itself changes of a node, and of one member where there is a name. */
static void
collect_own (OutlayCheck *check, OutlayNode *node, const char *name, GPtrArray *paths)
{
  for (guint i = 0; i < check->own->len; i++)
    {
      const OutlayParameter *own = &g_array_index (check->own, OutlayParameter, i);

      if (own->node == node && (name == NULL || g_str_equal (own->member->name, name)))
        g_ptr_array_add (paths, change_path (check, own));
    }
}

static void
collect (OutlayCheck *check, OutlayNode *node, const char *name, GPtrArray *paths)
{
  const OutlayParameter parameter = { node, outlay_node_find_member (node, name), -1 };

  if (check->scenario != NULL)
    collect_own (check, node, name, paths);
  else
    g_ptr_array_add (paths, outlay_parameter_path (&parameter));
}

void
outlay_check_fault (OutlayCheck *check, OutlayNode *node, char *message, ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *owned = message;
  va_list names;

  va_start (names, message);
  for (const char *name = va_arg (names, const char *); name != NULL; name = va_arg (names, const char *))
    collect (check, node, name, paths);
  va_end (names);
  /* The scenario changes something else that the rule is about. */
  if (paths->len == 0)
    collect_own (check, node, NULL, paths);
  if (paths->len == 0)
    collect_own (check, OUTLAY_NODE (check->plan), NULL, paths);
  outlay_check_report (check, paths, owned);
}

void
outlay_check_init (OutlayCheck *check, OutlayPlan *plan, OutlayFaultFunc func, gpointer data)
{
  *check = (OutlayCheck) { .plan = plan, .func = func, .data = data };
  check->overlay = g_hash_table_new (outlay_parameter_hash, outlay_parameter_equal);
  check->steps = g_ptr_array_new_with_free_func (g_free);
  check->own = g_array_new (FALSE, FALSE, sizeof (OutlayParameter));
}

void
outlay_check_clear (OutlayCheck *check)
{
  g_hash_table_unref (check->overlay);
  g_ptr_array_unref (check->steps);
  g_array_unref (check->own);
}

void
outlay_check_lay (OutlayCheck *check, const OutlayParameter *parameter, const OutlayValue *value)
{
  OutlayStep *step = g_new (OutlayStep, 1);

  *step = (OutlayStep) { *parameter, value, g_hash_table_lookup (check->overlay, parameter) };
  g_hash_table_replace (check->overlay, &step->parameter, step);
  g_ptr_array_add (check->steps, step);
  g_array_append_vals (check->own, parameter, 1);
}

void
outlay_check_leave (OutlayCheck *check, guint n_steps)
{
  for (guint i = check->steps->len; i-- > n_steps;)
    {
      OutlayStep *step = check->steps->pdata[i];

      if (step->before != NULL)
        g_hash_table_replace (check->overlay, &step->before->parameter, step->before);
      else
        g_hash_table_remove (check->overlay, &step->parameter);
    }
  g_ptr_array_set_size (check->steps, (int) n_steps);
}
