/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document-goals.h"

#include <glib/gi18n.h>
#include <math.h>

#include "plan/copy.h"
#include "plan/goal-edit.h"
#include "plan/structure.h"

static guint
position (OutlayDocument *self)
{
  return outlay_history_get_position (outlay_document_get_history (self));
}

static const char *
get_text (OutlayTarget *target, const char *name)
{
  return outlay_node_get_string (OUTLAY_NODE (target), outlay_node_find_member (OUTLAY_NODE (target), name));
}

gboolean
outlay_document_save_target (OutlayDocument *self, OutlayTarget *target, OutlayTarget *draft, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = position (self);
  if (outlay_target_save (outlay_document_get_history (self), target, draft, error) == NULL)
    return FALSE;
  outlay_document_tell_plan_step (self, before);
  return TRUE;
}

gboolean
outlay_document_save_figure (OutlayDocument *self, OutlayFigure *figure, OutlayFigure *draft, const char *link, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = position (self);
  if (outlay_figure_save (outlay_document_get_history (self), figure, draft, link, error) == NULL)
    return FALSE;
  outlay_document_tell_plan_step (self, before);
  return TRUE;
}

gboolean
outlay_document_move_object (OutlayDocument *self, OutlayNode *object, int to, GError **error)
{
  const int n = (int) outlay_node_get_n_children (outlay_node_get_parent (object), outlay_node_get_parent_member (object));
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = position (self);
  to = CLAMP (to, 0, n - 1);
  if (to == (int) outlay_node_get_position (object))
    return TRUE;
  if (!outlay_structure_move (outlay_document_get_history (self), object, (guint) to, error))
    return FALSE;
  outlay_document_tell_plan_step (self, before);
  return TRUE;
}

gboolean
outlay_document_remove_object (OutlayDocument *self, OutlayNode *object, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = position (self);
  if (!outlay_structure_remove (outlay_document_get_history (self), object, error))
    return FALSE;
  outlay_document_tell_plan_step (self, before);
  return TRUE;
}

OutlayTarget *
outlay_document_find_threshold (OutlayDocument *self, OutlayIndicator indicator)
{
  GListModel *targets = outlay_plan_get_targets (outlay_document_get_plan (self));

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (OutlayTarget) target = g_list_model_get_item (targets, i);

      if (g_strcmp0 (get_text (target, "indicator"), outlay_indicator_name (indicator)) == 0 && get_text (target, "initiative") == NULL)
        return target;
    }
  return NULL;
}

gboolean
outlay_document_set_threshold (OutlayDocument *self, OutlayIndicator indicator, double bound, GError **error)
{
  OutlayTarget *target = outlay_document_find_threshold (self, indicator);
  g_autoptr (OutlayTarget) draft = target != NULL ? OUTLAY_TARGET (outlay_node_copy (OUTLAY_NODE (target))) : g_object_new (OUTLAY_TYPE_TARGET, NULL);
  OutlayNode *node = OUTLAY_NODE (draft);

  if (isnan (bound))
    return target == NULL || outlay_document_remove_object (self, OUTLAY_NODE (target), error);
  if (target == NULL || get_text (target, "name")[0] == '\0')
    outlay_node_set_string (node, outlay_node_find_member (node, "name"), _(outlay_indicator_nick (indicator)));
  outlay_target_judge_indicator (draft, outlay_indicator_name (indicator));
  outlay_target_bound (draft, !isnan (outlay_node_get_number (node, outlay_node_find_member (node, "at-most"))), bound);
  return outlay_document_save_target (self, target, draft, error);
}
