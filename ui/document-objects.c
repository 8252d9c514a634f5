/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/document-objects.h"

#include "plan/structure.h"
#include "ui/document-private.h"

static OutlayNode *
add (OutlayDocument *self, OutlayNode *parent, const char *list, GError **error)
{
  if (g_str_equal (list, "phases"))
    return (OutlayNode *) outlay_structure_add_phase (self->history, NULL, error);
  if (g_str_equal (list, "initiatives"))
    return (OutlayNode *) outlay_structure_add_initiative (self->history, NULL, error);
  return (OutlayNode *) outlay_structure_add_product (self->history, OUTLAY_INITIATIVE (parent), NULL, error);
}

OutlayNode *
outlay_document_add_object (OutlayDocument *self, OutlayNode *parent, const char *list, GError **error)
{
  const guint before = outlay_document_prepare_step (self) ? outlay_history_get_position (self->history) : G_MAXUINT;
  OutlayNode *object = before != G_MAXUINT ? add (self, parent, list, error) : NULL;

  if (object != NULL)
    outlay_document_tell_plan_step (self, before);
  return object;
}

OutlayNode *
outlay_document_duplicate_object (OutlayDocument *self, OutlayNode *object, GError **error)
{
  const guint before = outlay_document_prepare_step (self) ? outlay_history_get_position (self->history) : G_MAXUINT;
  OutlayNode *copy = before != G_MAXUINT ? outlay_structure_duplicate (self->history, object, error) : NULL;

  if (copy != NULL)
    outlay_document_tell_plan_step (self, before);
  return copy;
}

gboolean
outlay_document_set_source (OutlayDocument *self, const char *path, const OutlaySourceText *source, GError **error)
{
  guint before;

  if (!outlay_document_prepare_step (self))
    return FALSE;
  before = outlay_history_get_position (self->history);
  if (source != NULL ? !outlay_source_set (self->history, path, source, error) : !outlay_source_remove (self->history, path, error))
    return FALSE;
  outlay_document_tell_plan_step (self, before);
  return TRUE;
}
