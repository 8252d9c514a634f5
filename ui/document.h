/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plan/history.h"
#include "plan/split.h"
#include "store/draft.h"
#include "store/file-state.h"
#include "study/projection.h"

/**
 * OutlayDocument:
 *
 * What one window shows: a plan with its file, history, the scenario that is edited and the one it is compared with, the split with its locks, and the results,
 * computed anew at most once a frame. Widgets read it, edit through it and listen to it; it knows no widget.
 *
 * Properties: plan, file (nullable), title, scenario (nullable: the plan itself), compared (OutlayScenario, nullable), has-compared, keep-total, unsaved,
 * saved-time (nullable).
 */
#define OUTLAY_TYPE_DOCUMENT (outlay_document_get_type ())
G_DECLARE_FINAL_TYPE (OutlayDocument, outlay_document, OUTLAY, DOCUMENT, GObject)

/* text: (nullable): what the plan was read from just now; without it a draft has it written anew. file: (nullable) */
OutlayDocument *outlay_document_new (OutlayPlan *plan, GBytes *text, GFile *file);
/* The plan of an earlier process with its history, whose draft goes on. */
OutlayDocument *outlay_document_new_recovered (OutlayRecovery *recovery);

OutlayPlan *outlay_document_get_plan (OutlayDocument *document);
OutlayHistory *outlay_document_get_history (OutlayDocument *document);
GFile *outlay_document_get_file (OutlayDocument *document);
/* What the file was when it was read or last saved here, by which a change by somebody else is known; NULL: not known, and saving lays over whatever there is. */
OutlayFileState *outlay_document_get_file_state (OutlayDocument *document);
void outlay_document_set_file_state (OutlayDocument *document, OutlayFileState *state);
/* Without a file: what the plan is a copy of, in words. NULL where there is nothing to say. */
const char *outlay_document_get_origin (OutlayDocument *document);
/* The plan goes on without its file, as the copy of something. */
void outlay_document_leave_file (OutlayDocument *document, const char *origin);
/* The plan's name under the active scenario, or the file's where it has none. */
const char *outlay_document_get_title (OutlayDocument *document);
gboolean outlay_document_get_unsaved (OutlayDocument *document);
/* When it was last saved from here, in local time; NULL if it was not. (transfer full) */
GDateTime *outlay_document_get_saved_time (OutlayDocument *document);
OutlayScenario *outlay_document_get_scenario (OutlayDocument *document);
/* What is being typed goes into the scenario that was shown; where it cannot be read, that one stays. */
void outlay_document_set_scenario (OutlayDocument *document, OutlayScenario *scenario);

/* The scenario whose results differences are shown to. compare FALSE: to none. scenario NULL: to the plan itself. */
void outlay_document_set_compared (OutlayDocument *document, gboolean compare, OutlayScenario *scenario);
OutlayScenario *outlay_document_get_compared (OutlayDocument *document, gboolean *compares);

/* Adds to what the projections are asked for. Whoever reads results says once what it reads: nothing else is there. */
void outlay_document_want (OutlayDocument *document, const OutlayRequest *request);

/* Results of the active scenario and of the compared one (NULL when none), up to date with every edit. Owned by the document until the next edit. */
OutlayProjection *outlay_document_get_projection (OutlayDocument *document);
OutlayProjection *outlay_document_get_compared_projection (OutlayDocument *document);

/* The results as they were last, of which the model has the cells as they are now: for who reads these alone. */
OutlayProjection *outlay_document_get_cells (OutlayDocument *document);

/* One step back or forward; shows the scenario it touched. What is being typed is settled before, and where it cannot be read nothing is stepped.
 * While something is being dragged undo takes the drag back. */
void outlay_document_undo (OutlayDocument *document);
void outlay_document_redo (OutlayDocument *document);
/* As many steps back or forward as lead to a position of the history. */
void outlay_document_go_to (OutlayDocument *document, guint position);
/* What a step of the history did, and in which scenario. (transfer full) (nullable) */
char *outlay_document_describe_step (OutlayDocument *document, guint step);

/* For who makes a step through the history itself: settles what is being typed, so that nothing is half done when the step begins; FALSE where it cannot. */
gboolean outlay_document_prepare_step (OutlayDocument *document);
/* Tells of it, where the history stood at another position before. A step of the plan itself, such as another phase, is one of every scenario: where one is
 * shown the words say so. */
void outlay_document_tell_step (OutlayDocument *document, guint before);
void outlay_document_tell_plan_step (OutlayDocument *document, guint before);

/* Takes what is being typed somewhere into the plan. FALSE where it cannot be read: then it stays where it is, with its fault. */
gboolean outlay_document_settle (OutlayDocument *document);

/* The cells of the active scenario with locks and keep-total; edit it only between begin and commit. Owned. */
OutlaySplit *outlay_document_get_split (OutlayDocument *document);
void outlay_document_set_locked (OutlayDocument *document, int initiative, int phase, gboolean locked);
/* The parameter that a cell is. */
void outlay_document_get_cell (OutlayDocument *document, guint initiative, guint phase, OutlayParameter *parameter);

/* Edits of the split: begin once, change the split any number of times, apply after each to show what it does, commit to lay it into the plan (or the active
 * scenario) as one step of history; or rollback. Apply, commit and rollback do nothing where the edit was taken back meanwhile. */
void outlay_document_begin_split (OutlayDocument *document);
void outlay_document_apply_split (OutlayDocument *document);
void outlay_document_commit_split (OutlayDocument *document, const char *description);
void outlay_document_rollback_split (OutlayDocument *document);
/* Between begin and commit or rollback. */
gboolean outlay_document_is_splitting (OutlayDocument *document);
/* Whether a cell is another one than before the edit of the split that is going on. */
gboolean outlay_document_is_moved (OutlayDocument *document, guint initiative, guint phase);

/* Edits of any numbers that go on for a while, under a hand: begin once, set numbers of the plan (or of the active scenario) any number of times, where
 * everything follows each, and commit them as one step of history; or rollback. Begin takes back whatever else is being edited; FALSE where what is being typed
 * somewhere cannot be read. The others do nothing where the edit was taken back meanwhile. */
gboolean outlay_document_begin_edit (OutlayDocument *document);
/* FALSE with a sentence where the number cannot be that; nothing is changed then. Without one where the edit was taken back meanwhile. */
gboolean outlay_document_edit_number (OutlayDocument *document, const OutlayParameter *parameter, double number, GError **error);
/* A scenario's own number goes, and the one holds that it would have without. */
gboolean outlay_document_edit_return (OutlayDocument *document, const OutlayParameter *parameter, GError **error);
void outlay_document_commit_edit (OutlayDocument *document, const char *description);
void outlay_document_rollback_edit (OutlayDocument *document);
/* Between begin and commit or rollback, of numbers or of the split. */
gboolean outlay_document_is_editing (OutlayDocument *document);
/* What is under a hand is as it was before. */
void outlay_document_take_back (OutlayDocument *document);
/* Another ramp-up of an initiative, longer or shorter, as one step: of the plan, for a scenario cannot have more years than it. */
gboolean outlay_document_set_ramp_up (OutlayDocument *document, guint initiative, const double *shares, guint n, const char *description, GError **error);

/* The number that holds in the active scenario (months since year 0 for a month), and what it is without the scenario's own change; whether it has one. */
double outlay_document_get_number (OutlayDocument *document, const OutlayParameter *parameter);
double outlay_document_get_number_without (OutlayDocument *document, const OutlayParameter *parameter);
gboolean outlay_document_is_overridden (OutlayDocument *document, const OutlayParameter *parameter);

/* Names under the active scenario, for labels. (transfer full) */
char *outlay_document_get_initiative_name (OutlayDocument *document, guint initiative);
char *outlay_document_get_phase_name (OutlayDocument *document, guint phase);
/* ISO code under the active scenario. (transfer full) */
char *outlay_document_get_currency (OutlayDocument *document);

/* Writes the plan to file, beside the frame, and makes it the document's file. The document counts as saved only once that succeeded and nothing was
 * edited meanwhile. Its own file must be as it was last seen here, unless it is to be laid over: else OUTLAY_SAVE_ERROR_CHANGED or _DELETED. */
void outlay_document_save (OutlayDocument *document, GFile *file, gboolean lay_over, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer data);
gboolean outlay_document_save_finish (OutlayDocument *document, GAsyncResult *result, GError **error);

/* Keeps every change as a draft from now on, unless that is done already. Before the first edit. */
void outlay_document_begin_draft (OutlayDocument *document);
OutlayDraft *outlay_document_get_draft (OutlayDocument *document);
/* Tells the draft where the plan is on disk now. */
void outlay_document_tell_draft (OutlayDocument *document);
/* The draft is not needed any more. Or it is kept for the next start, without what is not saved: that can be redone then. */
void outlay_document_end_draft (OutlayDocument *document);
void outlay_document_leave_unsaved (OutlayDocument *document);

/**
 * OutlayDocument::projected:
 *
 * Numbers are different: redraw. Emitted as soon as anything changed, or behind OutlayDocument::moved; results are computed when they are read.
 *
 * OutlayDocument::moved:
 *
 * Numbers of a large plan are different, under a hand or in all initiatives at once: what shows them may follow at once, results are told of behind it. Of a
 * small plan there is only OutlayDocument::projected.
 *
 * OutlayDocument::restructured:
 *
 * Another plan, other initiatives or phases: build anew.
 *
 * OutlayDocument::stepped:
 * @description: (nullable): what was done, where it is a new step; %NULL for undo and redo
 *
 * The history has moved.
 *
 * OutlayDocument::settle:
 *
 * The plan is about to be kept or closed: who holds something typed puts it into the plan. Returns %TRUE where it cannot be read.
 */
