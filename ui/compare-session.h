/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/charts.h"
#include "study/bridge.h"
#include "study/comparison.h"
#include "store/view.h"
#include "ui/document.h"

/**
 * OutlayCompareSession:
 *
 * Which scenarios of a document are compared, and what they bring, computed when it is read. A document has one; until a person chooses it follows the
 * scenario that is shown and the one that differences are shown to.
 */
#define OUTLAY_TYPE_COMPARE_SESSION (outlay_compare_session_get_type ())
G_DECLARE_FINAL_TYPE (OutlayCompareSession, outlay_compare_session, OUTLAY, COMPARE_SESSION, GObject)

/* The document's own. Lives as long as the document. (transfer none) */
OutlayCompareSession *outlay_compare_session_get (OutlayDocument *document);

OutlayDocument *outlay_compare_session_get_document (OutlayCompareSession *session);
/* The chosen scenarios in the order of the plan, the plan itself (NULL) before them; at least one. The first is what the others are compared with. */
guint outlay_compare_session_get_n_chosen (OutlayCompareSession *session);
OutlayScenario *outlay_compare_session_get_chosen (OutlayCompareSession *session, guint n);
gboolean outlay_compare_session_is_chosen (OutlayCompareSession *session, OutlayScenario *scenario);
/* The last one that is chosen stays. */
void outlay_compare_session_choose (OutlayCompareSession *session, OutlayScenario *scenario, gboolean chosen);

/* What the bridge explains: two of the chosen scenarios, by their places among them, and a figure. What nobody has chosen, or is not there any more, follows the
 * choice of scenarios and what is shown. */
typedef struct
{
  guint from;
  guint to;
  OutlayOutcome outcome;
} OutlayBridgeChoice;

OutlayBridgeChoice outlay_compare_session_get_bridge_choice (OutlayCompareSession *session);
void outlay_compare_session_choose_bridge (OutlayCompareSession *session, const OutlayBridgeChoice *choice);

/* Says in a view what was chosen by hand, and chooses that again. */
void outlay_compare_session_describe (OutlayCompareSession *session, OutlayView *view);
void outlay_compare_session_restore (OutlayCompareSession *session, const OutlayView *view);

/* Sees to it that results are computed: whether they are there. FALSE: “computed” will tell of them. */
gboolean outlay_compare_session_compute (OutlayCompareSession *session);
/* Both owned by the session, until it changes. The comparison is NULL where it is not computed. */
OutlayComparison *outlay_compare_session_get_comparison (OutlayCompareSession *session);
GPtrArray *outlay_compare_session_get_differences (OutlayCompareSession *session);
/* The plan under a scenario (NULL: itself) as it is now; never changes. (transfer full) */
OutlayModel *outlay_compare_session_get_model (OutlayCompareSession *session, OutlayScenario *scenario);

/* The last bridge that was computed, for charts; forgotten when anything changes. Takes the bridge over. */
void outlay_compare_session_take_bridge (OutlayCompareSession *session, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome,
                                         OutlayBridge *bridge);

gboolean outlay_compare_session_has_bridge (OutlayCompareSession *session);

/* A chart of several scenarios, or the bridge; NULL where that has not been computed. options: (nullable). (transfer full) */
OutlayScene *outlay_compare_session_build (OutlayCompareSession *session, const OutlayChart *chart, const OutlayChartOptions *options);

/* "Storage first"; "Base" for the plan itself. (transfer full) */
char *outlay_compare_session_name (OutlayCompareSession *session, OutlayScenario *scenario);

/**
 * OutlayCompareSession::changed:
 *
 * Others are chosen, or their results are different.
 *
 * OutlayCompareSession::chosen:
 *
 * Somebody has chosen scenarios, or what the bridge explains.
 *
 * OutlayCompareSession::computed:
 *
 * The results are there that outlay_compare_session_compute() began to compute.
 */
