/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare-session.h"

#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "ui/compare-results.h"

/* What the plan itself is called where a scenario is named. */
#define BASE "base"

/* Scenarios that are chosen at first where the window shows the plan alone. */
#define FIRST_CHOICE 3
#define DATA_KEY "outlay-compare-session"

typedef struct
{
  OutlayBridge *bridge; /* NULL: none */
  OutlayScenario *from;
  OutlayScenario *to;
  OutlayOutcome outcome;
} Bridge;

struct _OutlayCompareSession
{
  GObject parent_instance;

  OutlayDocument *document; /* owns the session */
  GPtrArray *chosen;        /* OutlayScenario, NULL for the plan itself; another one where that changes */
  gboolean by_hand;
  OutlayCompareResults *results;
  Bridge bridge;
  char *bridge_from; /* an id: what somebody chose the bridge to begin and end with; NULL: nobody did */
  char *bridge_to;
  OutlayOutcome bridge_outcome;
};

enum
{
  CHANGED,
  CHOSEN,
  COMPUTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayCompareSession, outlay_compare_session, G_TYPE_OBJECT)

static void
release (gpointer scenario)
{
  if (scenario != NULL)
    g_object_unref (scenario);
}

static gpointer
hold (OutlayScenario *scenario)
{
  return scenario != NULL ? g_object_ref (scenario) : NULL;
}

static void
forget_bridge (OutlayCompareSession *self)
{
  g_clear_pointer (&self->bridge.bridge, outlay_bridge_free);
  g_clear_object (&self->bridge.from);
  g_clear_object (&self->bridge.to);
}

/* --- choice --- */

static gboolean
is_shown (OutlayCompareSession *self, OutlayScenario *scenario)
{
  gboolean compares;
  OutlayScenario *compared = outlay_document_get_compared (self->document, &compares);

  return scenario == NULL || scenario == outlay_document_get_scenario (self->document) || (compares && scenario == compared);
}

/* Those of the plan that are wanted, in its order. */
static void
choose_all (OutlayCompareSession *self, gboolean (*wanted) (OutlayCompareSession *, OutlayScenario *))
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (self->document));
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (release);

  if (wanted (self, NULL))
    g_ptr_array_add (chosen, NULL);
  for (guint n = 0; n < g_list_model_get_n_items (scenarios); n++)
    {
      g_autoptr (OutlayScenario) scenario = g_list_model_get_item (scenarios, n);

      if (wanted (self, scenario))
        g_ptr_array_add (chosen, g_steal_pointer (&scenario));
    }
  if (chosen->len == 0)
    g_ptr_array_add (chosen, NULL);
  g_ptr_array_unref (self->chosen);
  self->chosen = g_steal_pointer (&chosen);
}

static void
fill_up (OutlayCompareSession *self)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (self->document));

  for (guint n = 0; n < g_list_model_get_n_items (scenarios) && self->chosen->len < FIRST_CHOICE; n++)
    g_ptr_array_add (self->chosen, g_list_model_get_item (scenarios, n));
}

static void
follow (OutlayCompareSession *self)
{
  if (self->by_hand)
    choose_all (self, outlay_compare_session_is_chosen);
  else
    choose_all (self, is_shown);
  if (!self->by_hand && self->chosen->len == 1)
    fill_up (self);
}

static const char *
id_of (OutlayScenario *scenario)
{
  return scenario != NULL ? outlay_node_get_id (OUTLAY_NODE (scenario)) : BASE;
}

static guint
find_chosen (OutlayCompareSession *self, const char *id, guint otherwise)
{
  for (guint n = 0; n < self->chosen->len; n++)
    if (g_strcmp0 (id_of (self->chosen->pdata[n]), id) == 0)
      return n;
  return otherwise;
}

/* The scenario that is shown, else the last of the chosen: seen from the first. */
static guint
first_end (OutlayCompareSession *self)
{
  const guint shown = find_chosen (self, id_of (outlay_document_get_scenario (self->document)), 0);

  return shown > 0 ? shown : self->chosen->len - 1;
}

static void
changed_cb (OutlayCompareSession *self)
{
  follow (self);
  forget_bridge (self);
  outlay_compare_results_forget (self->results, self->chosen);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
computed_cb (gpointer data)
{
  g_signal_emit (data, signals[COMPUTED], 0);
}

static void
attach (OutlayCompareSession *self, OutlayDocument *document)
{
  GListModel *scenarios = outlay_plan_get_scenarios (outlay_document_get_plan (document));

  self->document = document;
  follow (self);
  self->results = outlay_compare_results_new (document, computed_cb, self);
  outlay_compare_results_forget (self->results, self->chosen);
  g_signal_connect_object (document, "projected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "restructured", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (scenarios, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
outlay_compare_session_finalize (GObject *object)
{
  OutlayCompareSession *self = OUTLAY_COMPARE_SESSION (object);

  forget_bridge (self);
  outlay_compare_results_free (self->results);
  g_free (self->bridge_from);
  g_free (self->bridge_to);
  g_ptr_array_unref (self->chosen);
  G_OBJECT_CLASS (outlay_compare_session_parent_class)->finalize (object);
}

static void
outlay_compare_session_class_init (OutlayCompareSessionClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_compare_session_finalize;
  signals[CHANGED] = g_signal_new ("changed", OUTLAY_TYPE_COMPARE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", OUTLAY_TYPE_COMPARE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[COMPUTED] = g_signal_new ("computed", OUTLAY_TYPE_COMPARE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_compare_session_init (OutlayCompareSession *self)
{
  self->chosen = g_ptr_array_new_with_free_func (release);
  self->bridge_outcome = OUTLAY_OUTCOME_INDICATOR (NPV_AFTER_TAX);
}

OutlayCompareSession *
outlay_compare_session_get (OutlayDocument *document)
{
  OutlayCompareSession *self = g_object_get_data (G_OBJECT (document), DATA_KEY);

  if (self != NULL)
    return self;
  self = g_object_new (OUTLAY_TYPE_COMPARE_SESSION, NULL);
  attach (self, document);
  g_object_set_data_full (G_OBJECT (document), DATA_KEY, self, g_object_unref);
  return self;
}

OutlayDocument *
outlay_compare_session_get_document (OutlayCompareSession *self)
{
  return self->document;
}

guint
outlay_compare_session_get_n_chosen (OutlayCompareSession *self)
{
  return self->chosen->len;
}

OutlayScenario *
outlay_compare_session_get_chosen (OutlayCompareSession *self, guint n)
{
  return n < self->chosen->len ? g_ptr_array_index (self->chosen, n) : NULL;
}

gboolean
outlay_compare_session_is_chosen (OutlayCompareSession *self, OutlayScenario *scenario)
{
  return g_ptr_array_find (self->chosen, scenario, NULL);
}

void
outlay_compare_session_choose (OutlayCompareSession *self, OutlayScenario *scenario, gboolean chosen)
{
  if (outlay_compare_session_is_chosen (self, scenario) == chosen || (!chosen && self->chosen->len == 1))
    return;
  self->by_hand = TRUE;
  if (chosen)
    g_ptr_array_add (self->chosen, hold (scenario));
  else
    g_ptr_array_remove (self->chosen, scenario);
  changed_cb (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

OutlayBridgeChoice
outlay_compare_session_get_bridge_choice (OutlayCompareSession *self)
{
  return (OutlayBridgeChoice) { find_chosen (self, self->bridge_from, 0), find_chosen (self, self->bridge_to, first_end (self)), self->bridge_outcome };
}

/* Who chooses one end means the other as it is. */
void
outlay_compare_session_choose_bridge (OutlayCompareSession *self, const OutlayBridgeChoice *choice)
{
  const OutlayBridgeChoice before = outlay_compare_session_get_bridge_choice (self);

  g_return_if_fail (choice->from < self->chosen->len && choice->to < self->chosen->len);
  self->bridge_outcome = choice->outcome;
  if (choice->from != before.from || choice->to != before.to)
    {
      g_set_str (&self->bridge_from, id_of (self->chosen->pdata[choice->from]));
      g_set_str (&self->bridge_to, id_of (self->chosen->pdata[choice->to]));
    }
  g_signal_emit (self, signals[CHOSEN], 0);
}

/**
 * outlay_compare_session_describe:
 * @self: a session
 * @view: a view that says nothing yet of what is compared
 *
 * Says what was chosen by hand. Everything else follows what is shown, also after a restart.
 */
void
outlay_compare_session_describe (OutlayCompareSession *self, OutlayView *view)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint n = 0; n < self->chosen->len; n++)
    g_strv_builder_add (ids, id_of (self->chosen->pdata[n]));
  view->chosen = self->by_hand ? g_strv_builder_end (ids) : NULL;
  view->bridge_from = g_strdup (self->bridge_from);
  view->bridge_to = g_strdup (self->bridge_to);
  view->bridge_outcome = g_strdup (outlay_outcome_name (&self->bridge_outcome));
}

/**
 * outlay_compare_session_restore:
 * @self: a session
 * @view: how the plan was shown
 *
 * Chooses what was chosen then, as far as it is still there.
 */
void
outlay_compare_session_restore (OutlayCompareSession *self, const OutlayView *view)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (release);

  for (char **id = view->chosen; id != NULL && *id != NULL; id++)
    {
      OutlayScenario *scenario = outlay_plan_find_scenario (outlay_document_get_plan (self->document), *id);

      if (scenario != NULL || g_str_equal (*id, BASE))
        g_ptr_array_add (chosen, hold (scenario));
    }
  if (chosen->len > 0)
    {
      self->by_hand = TRUE;
      g_ptr_array_unref (self->chosen);
      self->chosen = g_steal_pointer (&chosen);
    }
  g_set_str (&self->bridge_from, view->bridge_from);
  g_set_str (&self->bridge_to, view->bridge_to);
  if (view->bridge_outcome != NULL)
    outlay_outcome_from_name (view->bridge_outcome, &self->bridge_outcome);
  changed_cb (self);
}

gboolean
outlay_compare_session_compute (OutlayCompareSession *self)
{
  return outlay_compare_results_compute (self->results);
}

OutlayComparison *
outlay_compare_session_get_comparison (OutlayCompareSession *self)
{
  return outlay_compare_results_get_comparison (self->results);
}

GPtrArray *
outlay_compare_session_get_differences (OutlayCompareSession *self)
{
  return outlay_compare_results_get_differences (self->results);
}

OutlayModel *
outlay_compare_session_get_model (OutlayCompareSession *self, OutlayScenario *scenario)
{
  return outlay_compare_results_get_model (self->results, scenario);
}

void
outlay_compare_session_take_bridge (OutlayCompareSession *self, OutlayScenario *from, OutlayScenario *to, const OutlayOutcome *outcome,
                                    OutlayBridge *bridge)
{
  forget_bridge (self);
  self->bridge = (Bridge) { bridge, hold (from), hold (to), *outcome };
}

gboolean
outlay_compare_session_has_bridge (OutlayCompareSession *self)
{
  return self->bridge.bridge != NULL;
}

OutlayScene *
outlay_compare_session_build (OutlayCompareSession *self, const OutlayChart *chart, const OutlayChartOptions *options)
{
  OutlayPlan *plan = outlay_document_get_plan (self->document);
  OutlayComparison *comparison = outlay_compare_session_get_comparison (self);
  g_autofree OutlayProjection **projections = NULL;

  if (outlay_chart_is_bridge (chart))
    return self->bridge.bridge != NULL ? outlay_bridge_chart_build (plan, self->bridge.from, self->bridge.to, &self->bridge.outcome,
                                                                    self->bridge.bridge, options)
                                       : NULL;
  if (comparison == NULL)
    return NULL;
  projections = g_new (OutlayProjection *, self->chosen->len);
  for (guint s = 0; s < self->chosen->len; s++)
    projections[s] = outlay_comparison_projection (comparison, s);
  return outlay_chart_build_compared (chart, plan, projections, self->chosen->len, options);
}

char *
outlay_compare_session_name (OutlayCompareSession *self, OutlayScenario *scenario)
{
  if (scenario == NULL)
    return g_strdup (C_ ("scenario", "Base"));
  return outlay_plan_resolve_name (outlay_document_get_plan (self->document), NULL, OUTLAY_NODE (scenario));
}
