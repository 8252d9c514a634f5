/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

struct _OutlayDocument
{
  GObject parent_instance;

  OutlayPlan *plan;
  OutlayHistory *history;
  GFile *file;
  GDateTime *saved_time;
  char *title;
  OutlayScenario *scenario;
  OutlayScenario *compared;
  gboolean compares;
  guint64 generation; /* counts every change of the plan */

  OutlayRequest request;
  OutlayProjection *projection;
  OutlayProjection *compared_projection;
  gboolean stale;
  gboolean compared_stale;

  OutlaySplit *split;
  GHashTable *locks; /* keys of split_lock_key() */
  gboolean keep_total;
  double *applied; /* the cells that the plan holds while the split is edited; NULL otherwise */
};

/* The split no longer shows the plan: it is taken anew when it is read. Not while it is edited. */
void outlay_document_forget_split (OutlayDocument *document);
/* The plan is now on disk in file, as it was at a generation. */
void outlay_document_saved (OutlayDocument *document, GFile *file, guint64 generation);
/* Tells what was done to the plan or, with its name, to the active scenario. */
void outlay_document_tell_edit (OutlayDocument *document, const char *description);
