/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan/whole-step.h"

#include <string.h>

#include "plan/node-private.h"
#include "plan/validate.h"

#define CHANGES ".changes."

/* --- what scenarios cannot hold any more --- */

/* Into an array of "slow.changes.phases.late.start". */
static void
collect_fault (const char *const *paths, const char *message, gpointer data)
{
  for (; *paths != NULL; paths++)
    if (g_str_has_prefix (*paths, "scenarios.") && strstr (*paths, CHANGES) != NULL)
      g_ptr_array_add (data, g_strdup (*paths + strlen ("scenarios.")));
}

/* Whether there was such a change, which is gone now. */
static gboolean
leave (OutlayHistory *history, char *path)
{
  char *changes = strstr (path, CHANGES);
  OutlayScenario *scenario;

  *changes = '\0';
  scenario = outlay_plan_find_scenario (history->plan, path);
  changes += strlen (CHANGES);
  return scenario != NULL && outlay_scenario_lookup (scenario, changes) != NULL && outlay_history_unset_path (history, scenario, changes, NULL);
}

/* Round by round, for what one change did may hold up another. What is left after that is nobody's to take away. */
static void
settle_scenarios (OutlayHistory *history)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (gboolean goes_on = TRUE; goes_on;)
    {
      goes_on = FALSE;
      g_ptr_array_set_size (paths, 0);
      outlay_plan_validate_all (history->plan, collect_fault, paths);
      for (guint i = 0; i < paths->len; i++)
        goes_on |= leave (history, paths->pdata[i]);
    }
}

/* --- members --- */

static gboolean
set_member (OutlayHistory *history, OutlayNode *object, OutlayNode *draft, const OutlayMember *member, GError **error)
{
  const OutlayParameter parameter = { object, member, -1 };
  g_auto (OutlayValue) before = OUTLAY_VALUE_INIT, after = OUTLAY_VALUE_INIT;

  outlay_node_get_value (object, member, -1, &before);
  outlay_node_get_value (draft, member, -1, &after);
  return outlay_value_equal (&before, &after) || outlay_history_set (history, NULL, &parameter, &after, error);
}

/*< private >
 * outlay_history_set_members:
 * @history: a history with an open step
 * @object: an object of the plan
 * @draft: another of the same class, which stands nowhere
 * @error: return location
 *
 * Returns: %FALSE where a value cannot be; the step is to be taken back then
 */
gboolean
outlay_history_set_members (OutlayHistory *history, OutlayNode *object, OutlayNode *draft, GError **error)
{
  guint n;
  const OutlayMember *members = outlay_node_members (object, &n);

  for (guint i = 0; i < n; i++)
    if (members[i].kind != OUTLAY_MEMBER_ID && (outlay_member_is_number (&members[i]) || outlay_member_is_string (&members[i])) &&
        !set_member (history, object, draft, &members[i], error))
      return FALSE;
  return TRUE;
}

gboolean
outlay_history_set_path (OutlayHistory *history, OutlayScenario *scenario, const char *path, const OutlayValue *value, GError **error)
{
  OutlayParameter parameter;

  return outlay_parameter_find (history->plan, path, &parameter, error) && outlay_history_set (history, scenario, &parameter, value, error);
}

gboolean
outlay_history_unset_path (OutlayHistory *history, OutlayScenario *scenario, const char *path, GError **error)
{
  return outlay_history_set_path (history, scenario, path, &OUTLAY_VALUE_INIT, error);
}

/* --- steps --- */

/*< private >
 * outlay_history_begin_whole:
 * @history: a history without an open step
 * @description: what a person does
 *
 * Opens a step whose edits need not hold one by one.
 */
void
outlay_history_begin_whole (OutlayHistory *history, const char *description)
{
  outlay_history_begin (history, description);
  outlay_history_set_trusting (history, TRUE);
  outlay_plan_freeze (history->plan);
}

/*< private >
 * outlay_history_end_whole:
 * @history: a history with a step of outlay_history_begin_whole()
 * @done: whether all edits were made
 * @settle: whether changes of scenarios that contradict the plan now leave with the step
 * @error: return location, which is set already where @done is %FALSE
 *
 * Returns: whether the step is done; otherwise nothing is changed
 */
gboolean
outlay_history_end_whole (OutlayHistory *history, gboolean done, gboolean settle, GError **error)
{
  if (done && settle)
    settle_scenarios (history);
  outlay_history_set_trusting (history, FALSE);
  done = done && outlay_plan_check_all (history->plan, error);
  if (done)
    outlay_history_commit (history, NULL);
  else
    outlay_history_rollback (history);
  outlay_plan_thaw (history->plan);
  return done;
}
