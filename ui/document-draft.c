/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/writer.h"
#include "ui/document-private.h"

static void
get_origin (OutlayDocument *self, OutlayFileMark *origin)
{
  origin->uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  origin->digest = self->file_state != NULL ? g_strdup (outlay_file_state_get_digest (self->file_state)) : NULL;
  origin->words = self->file == NULL ? g_strdup (self->origin) : NULL;
}

void
outlay_document_tell_draft (OutlayDocument *self)
{
  g_auto (OutlayFileMark) origin = { 0 };

  if (self->draft == NULL)
    return;
  get_origin (self, &origin);
  outlay_draft_saved (self->draft, outlay_history_get_saved (self->history), &origin);
}

OutlayDocument *
outlay_document_new_recovered (OutlayRecovery *recovery)
{
  const OutlayFileMark *origin = &recovery->journal->origin;
  g_autoptr (GFile) file = origin->uri != NULL ? g_file_new_for_uri (origin->uri) : NULL;
  OutlayDocument *self =
    g_object_new (OUTLAY_TYPE_DOCUMENT, "plan", recovery->plan, "file", file, "history", recovery->journal->history, NULL);

  if (origin->digest != NULL)
    self->file_state = outlay_file_state_new_for_digest (origin->digest);
  self->origin = g_strdup (origin->words);
  self->draft = outlay_draft_resume (recovery);
  return self;
}

void
outlay_document_begin_draft (OutlayDocument *self)
{
  g_autofree char *drafts = outlay_drafts_folder ();
  g_auto (OutlayFileMark) origin = { 0 };
  g_autoptr (GBytes) base = NULL;

  if (self->draft != NULL)
    return;
  /* Writing a large plan takes several frames. What it was read from says the same. */
  if (self->generation == 0)
    base = g_steal_pointer (&self->text);
  if (base == NULL)
    base = g_string_free_to_bytes (outlay_plan_write (self->plan));
  get_origin (self, &origin);
  self->draft = outlay_draft_new (drafts, base, self->plan, self->history, &origin);
}

OutlayDraft *
outlay_document_get_draft (OutlayDocument *self)
{
  return self->draft;
}

void
outlay_document_end_draft (OutlayDocument *self)
{
  if (self->draft != NULL)
    outlay_draft_discard (self->draft);
}

void
outlay_document_leave_unsaved (OutlayDocument *self)
{
  const int saved = outlay_history_get_saved (self->history);

  if (saved < 0)
    outlay_document_end_draft (self);
  else
    outlay_document_go_to (self, (guint) saved);
}
