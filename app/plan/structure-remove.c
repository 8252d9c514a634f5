/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "plan/structure-private.h"

/* What refers to an object and leaves the plan with it, each by an edit of its own so that undoing lays it in again where it stood. */

typedef struct
{
  OutlayHistory *history;
  OutlayNode *object;
  char *path; /* of the object */
} Release;

static const OutlayMember *
plan_list (Release *release, const char *name)
{
  return outlay_node_find_member (OUTLAY_NODE (release->history->plan), name);
}

static const char *
get_text (OutlayNode *node, const char *member)
{
  return outlay_node_get_string (node, outlay_node_find_member (node, member));
}

static gboolean
is_inside (Release *release, const char *path)
{
  return outlay_structure_is_inside (release->object, release->path, path);
}

/* --- scenarios --- */

static gboolean
release_scenario (Release *release, OutlayScenario *scenario, GError **error)
{
  for (guint i = outlay_scenario_get_n_changes (scenario); i-- > 0;)
    {
      const OutlayValue *value;
      g_autofree char *path = g_strdup (outlay_scenario_get_change (scenario, i, &value));

      if (is_inside (release, path) && !outlay_history_unset_path (release->history, scenario, path, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
release_scenarios (Release *release, GError **error)
{
  GListModel *scenarios = outlay_plan_get_scenarios (release->history->plan);

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, i);

      if (!release_scenario (release, scenario, error))
        return FALSE;
    }
  return TRUE;
}

/* --- lists --- */

/* A source may be of another source. */
static const char *
skip_sources (const char *path)
{
  while (g_str_has_prefix (path, "sources."))
    path += strlen ("sources.");
  return path;
}

static gboolean
refers (Release *release, OutlayNode *node)
{
  OutlayNode *object = release->object;

  if (OUTLAY_IS_SOURCE (node))
    return is_inside (release, skip_sources (outlay_node_get_id (node)));
  if (OUTLAY_IS_UNCERTAINTY (node))
    return is_inside (release, get_text (node, "path"));
  if (OUTLAY_IS_CORRELATION (node))
    {
      const OutlayMember *between = outlay_node_find_member (node, "between");

      return is_inside (release, outlay_node_get_pair (node, between, 0)) || is_inside (release, outlay_node_get_pair (node, between, 1));
    }
  if (OUTLAY_IS_INITIATIVE (object))
    return g_strcmp0 (get_text (node, "initiative"), outlay_node_get_id (object)) == 0;
  return OUTLAY_IS_PRODUCT (object) && OUTLAY_IS_TARGET (node) && g_strcmp0 (get_text (node, "product"), outlay_node_get_id (object)) == 0 &&
         g_strcmp0 (get_text (node, "initiative"), outlay_node_get_id (outlay_node_get_parent (object))) == 0;
}

/* What refers to it goes as the object itself does: with everything that refers to it in turn. */
static gboolean
release_list (Release *release, OutlayNode *parent, const OutlayMember *list, GError **error)
{
  for (guint i = outlay_node_get_n_children (parent, list); i-- > 0;)
    {
      OutlayNode *node = outlay_node_get_nth_child (parent, list, i);

      if (node != NULL && node != release->object && refers (release, node) &&
          (!outlay_structure_release (release->history, node, error) || !outlay_history_remove (release->history, node, error)))
        return FALSE;
    }
  return TRUE;
}

/* --- sources of what has a number for an id --- */

static gboolean
renumber_source (Release *release, OutlayNode *source, guint number, const char *rest, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (release->history->plan);
  const OutlayMember *sources = plan_list (release, "sources");
  const guint position = outlay_node_get_position (source);
  g_autofree char *path = g_strdup_printf ("%s.%u%s", outlay_node_get_parent_member (release->object)->name, number, rest);
  g_autoptr (OutlayNode) moved = OUTLAY_NODE (outlay_source_new (path));
  guint n;
  const OutlayMember *members = outlay_node_members (source, &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (OutlayValue) value = OUTLAY_VALUE_INIT;

      outlay_node_get_value (source, &members[i], -1, &value);
      outlay_node_set_value (moved, &members[i], -1, &value);
    }
  return outlay_history_remove (release->history, source, error) && outlay_history_insert (release->history, plan, sources, position, moved, error);
}

/* "uncertainties.4.low" is "uncertainties.3.low" when the second has gone. From the first on, so that no two meet. */
static gboolean
renumber_sources (Release *release, GError **error)
{
  OutlayNode *plan = OUTLAY_NODE (release->history->plan);
  const OutlayMember *list = outlay_node_get_parent_member (release->object), *sources = plan_list (release, "sources");
  const guint n = outlay_node_get_n_children (plan, list);

  for (guint number = outlay_node_get_position (release->object) + 2; number <= n; number++)
    {
      g_autofree char *path = g_strdup_printf ("%s.%u", list->name, number);

      for (guint i = 0; i < outlay_node_get_n_children (plan, sources); i++)
        {
          OutlayNode *source = outlay_node_get_nth_child (plan, sources, i);
          g_autofree char *of = g_strdup (outlay_node_get_id (source));

          if (g_str_has_prefix (of, path) && (of[strlen (path)] == '.' || of[strlen (path)] == '\0') &&
              !renumber_source (release, source, number - 1, of + strlen (path), error))
            return FALSE;
        }
    }
  return TRUE;
}

/* --- all of it --- */

gboolean
outlay_structure_release (OutlayHistory *history, OutlayNode *object, GError **error)
{
  /* Correlations are of uncertainties, and sources may be of anything. */
  static const char *const lists[] = { "correlations", "uncertainties", "targets", "figures", "sources" };
  OutlayNode *plan = OUTLAY_NODE (history->plan);
  OutlayNode *region = outlay_node_get_child (plan, outlay_node_find_member (plan, "region"));
  g_autofree char *path = outlay_structure_path (object);
  Release release = { history, object, path };

  if (OUTLAY_IS_SOURCE (object))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      OutlayNode *parent = g_str_equal (lists[i], "figures") ? region : plan;

      if (!release_list (&release, parent, outlay_node_find_member (parent, lists[i]), error))
        return FALSE;
    }
  return release_scenarios (&release, error) && (outlay_node_get_id (object) != NULL || renumber_sources (&release, error));
}

/* A promise that goes unnoticed is missed when the plan is presented: the step names how many go. */
static char *
describe_removal (OutlayHistory *history, OutlayNode *object)
{
  OutlayNode *plan = OUTLAY_NODE (history->plan);
  const OutlayMember *targets = outlay_node_find_member (plan, "targets");
  g_autofree char *path = outlay_structure_path (object), *name = outlay_structure_name (history, object);
  g_autofree char *step = outlay_structure_describe (outlay_structure_words (outlay_node_get_parent_member (object))->remove, name);
  Release release = { history, object, path };
  guint n = 0;

  for (guint i = 0; i < outlay_node_get_n_children (plan, targets); i++)
    {
      OutlayNode *target = outlay_node_get_nth_child (plan, targets, i);

      n += target != NULL && target != object && refers (&release, target);
    }
  /* Translators: a step, as in "Remove initiative “Storage” with 2 targets" */
  return n > 0 ? g_strdup_printf (ngettext ("%s with %u target", "%s with %u targets", n), step, n) : g_steal_pointer (&step);
}

/**
 * outlay_structure_can_remove:
 * @object: a phase, an initiative, a product, a target or a figure of the plan
 *
 * Returns: whether its list can do without it
 */
gboolean
outlay_structure_can_remove (OutlayNode *object)
{
  const OutlayMember *list = outlay_node_get_parent_member (object);

  return outlay_node_get_n_children (outlay_node_get_parent (object), list) > list->least;
}

/**
 * outlay_structure_remove:
 * @history: a history without an open command
 * @object: a phase, an initiative, a product, a target or a figure of the plan
 * @error: OUTLAY_PLAN_ERROR_OUT_OF_RANGE where it is the last of what a plan needs
 *
 * Takes an object out of the plan with all that refers to it. What a scenario changes elsewhere and cannot hold without it goes too.
 *
 * Returns: whether it was done
 */
gboolean
outlay_structure_remove (OutlayHistory *history, OutlayNode *object, GError **error)
{
  const OutlayStructureWords *kind = outlay_structure_words (outlay_node_get_parent_member (object));
  g_autofree char *step = describe_removal (history, object);
  gboolean done;

  if (!outlay_structure_can_remove (object))
    {
      g_set_error_literal (error, OUTLAY_PLAN_ERROR, OUTLAY_PLAN_ERROR_OUT_OF_RANGE, _(kind->last));
      return FALSE;
    }
  outlay_history_begin_whole (history, step);
  done = outlay_structure_release (history, object, error) && outlay_history_remove (history, object, error);
  return outlay_history_end_whole (history, done, TRUE, error);
}
