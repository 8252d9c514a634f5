/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/document.h"

struct _OutlayDocument
{
  GObject parent_instance;

  OutlayPlan *plan;
  OutlayHistory *history;
  GFile *file;
  OutlayFileState *file_state;
  char *origin;
  OutlayDraft *draft; /* (nullable) */
  GBytes *text;       /* (nullable): what the plan was read from, until a draft has it */
  GDateTime *saved_time;
  char *title;
  OutlayScenario *scenario;
  OutlayScenario *compared;
  gboolean compares;
  guint64 generation; /* counts every change of the plan */
  gboolean restructured; /* in the middle of a step, which is told of when it is over */

  OutlayModel *model; /* of the active scenario, as the split has it while that is edited; NULL: to be made */
  OutlayModel *compared_model;
  guint8 *compared_own; /* for each cell whether an edit of the split leaves the compared scenario alone; NULL: to be found out */

  OutlayRequest request;
  OutlayProjection *projection;
  OutlayProjection *compared_projection;
  gboolean stale;
  gboolean compared_stale;

  OutlaySplit *split;
  GHashTable *locks; /* keys of split_lock_key() */
  gboolean keep_total;
  double *held; /* the cells that the plan held when the split began to be edited; NULL while it is not */
  double *laid; /* those that it holds meanwhile */
  gboolean editing; /* numbers, other than the split's */
  gint64 moved_at;
  guint keep_source;
  guint follow_source; /* that will tell of results, which take long */
  guint compare_source; /* that will tell of the compared scenario's; until then they are those of before the movement */
};

/* The split no longer shows the plan: it is taken anew when it is read. Not while it is edited. */
void outlay_document_forget_split (OutlayDocument *document);
/* What is shown, as it is now; also while the split is edited and the plan does not know of it yet. */
OutlayModel *outlay_document_get_model (OutlayDocument *document);
OutlayModel *outlay_document_get_compared_model (OutlayDocument *document);
/* Another scenario is shown, or an edit of the split is taken back: models are made anew when they are read. */
void outlay_document_forget_model (OutlayDocument *document);
void outlay_document_forget_compared_model (OutlayDocument *document);
/* A movement of the split, or laying one into the plan: the compared scenario's results are stale where it moves along, and of a large plan come later. */
void outlay_document_outdate_compared (OutlayDocument *document);
/* The plan is now on disk in file, as it was in a state of its history. */
void outlay_document_saved (OutlayDocument *document, GFile *file, OutlayFileState *state, guint64 history_state);
/* Shows a scenario; what is being typed has been settled. */
void outlay_document_show_scenario (OutlayDocument *document, OutlayScenario *scenario);
/* Tells that numbers moved under a hand: of a large plan first who shows them, then everybody. */
void outlay_document_tell_movement (OutlayDocument *document);
/* Tells that the plan has changed: of a large one, what every initiative has to be computed for comes behind the painting of what was typed. */
void outlay_document_tell_change (OutlayDocument *document);
/* Ends the telling that may still be to come. */
void outlay_document_stop_telling (OutlayDocument *document);
/* Closes the open command of the history as a step, and tells it. */
void outlay_document_commit (OutlayDocument *document, const char *description);
/* Tells what the last step did. */
void outlay_document_tell_edit (OutlayDocument *document);
