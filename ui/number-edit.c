/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/number-edit.h"

#include <math.h>

struct _OutlayNumberEdit
{
  OutlayDocument *document;
  OutlayParameter parameter;
  double least;
  double most;
  double start;
  double number;
  double way; /* of the hand so far */
};

static void
edit_free (OutlayNumberEdit *edit)
{
  g_object_unref (edit->document);
  g_object_unref (edit->parameter.node);
  g_free (edit);
}

OutlayNumberEdit *
outlay_number_edit_begin (OutlayDocument *document, const OutlayParameter *parameter, double least, double most)
{
  OutlayNumberEdit *edit;

  if (!outlay_document_begin_edit (document))
    return NULL;
  edit = g_new0 (OutlayNumberEdit, 1);
  edit->document = g_object_ref (document);
  edit->parameter = *parameter;
  g_object_ref (edit->parameter.node);
  edit->least = least;
  edit->most = most;
  edit->start = edit->number = outlay_document_get_number (document, parameter);
  return edit;
}

void
outlay_number_edit_commit (OutlayNumberEdit *edit, const char *description)
{
  if (outlay_number_edit_is_moved (edit))
    outlay_document_commit_edit (edit->document, description);
  else
    outlay_document_rollback_edit (edit->document);
  edit_free (edit);
}

void
outlay_number_edit_rollback (OutlayNumberEdit *edit)
{
  outlay_document_rollback_edit (edit->document);
  edit_free (edit);
}

double
outlay_number_edit_set (OutlayNumberEdit *edit, double number, OutlayLimit *limit)
{
  const double within = CLAMP (number, edit->least, edit->most);
  g_autoptr (GError) error = NULL;

  *limit = number < within ? OUTLAY_LIMIT_LEAST : number > within ? OUTLAY_LIMIT_MOST : OUTLAY_LIMIT_NONE;
  if (outlay_document_edit_number (edit->document, &edit->parameter, within, &error))
    edit->number = within;
  else if (error != NULL)
    g_debug ("A number was refused: %s", error->message);
  else
    edit->number = edit->start;
  return edit->number;
}

double
outlay_number_edit_move (OutlayNumberEdit *edit, double way, guint parts, OutlayLimit *limit)
{
  edit->way += way;
  /* A number between two parts stays there until the hand has gone half of one. */
  if (fabs (edit->way) * parts < 0.5)
    return outlay_number_edit_set (edit, edit->start, limit);
  return outlay_number_edit_set (edit, round ((edit->start + edit->way) * parts) / parts, limit);
}

gboolean
outlay_number_edit_is_moved (OutlayNumberEdit *edit)
{
  return edit->number != edit->start;
}
