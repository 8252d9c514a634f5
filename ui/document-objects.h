/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plan/source-edit.h"
#include "ui/document-goals.h"

/* Edits of what the plan is made of (moving and removing: document-goals.h), and of where its numbers come from. Each is one step, told with a way back; what is being typed is taken first. FALSE or NULL
 * where that cannot be read (no error), or where the edit is refused (error). */

/* A new phase (parent: the plan, list "phases"), initiative or product, at the end. (nullable) (transfer none) */
OutlayNode *outlay_document_add_object (OutlayDocument *document, OutlayNode *parent, const char *list, GError **error);
OutlayNode *outlay_document_duplicate_object (OutlayDocument *document, OutlayNode *object, GError **error);

/* source NULL: takes it away. */
gboolean outlay_document_set_source (OutlayDocument *document, const char *path, const OutlaySourceText *source, GError **error);
