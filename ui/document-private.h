/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

struct _OutlayDocument
{
  GObject parent_instance;

  OutlayPlan *plan;
  OutlayHistory *history;
  GFile *file;
  char *title;
  OutlayScenario *scenario;
  OutlayScenario *compared;
  gboolean compares;
  guint64 generation; /* counts every change of the plan */

  OutlayRequest request;
  OutlayProjection *projection;
  OutlayProjection *compared_projection;

  OutlaySplit *split;
  GHashTable *locks; /* keys of split_lock_key() */
  gboolean keep_total;
  double *applied; /* the cells that the plan holds while the split is edited; NULL otherwise */
};

/* The split no longer shows the plan: it is taken anew when it is read. Not while it is edited. */
void outlay_document_forget_split (OutlayDocument *document);
/* The file that the plan is now on disk in. */
void outlay_document_set_file (OutlayDocument *document, GFile *file);
