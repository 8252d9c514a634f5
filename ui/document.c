/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "plan/resolve.h"
#include "study/measure.h"
#include "ui/document-private.h"

enum
{
  PROP_PLAN = 1,
  PROP_FILE,
  PROP_HISTORY,
  PROP_TITLE,
  PROP_SCENARIO,
  PROP_COMPARED,
  PROP_HAS_COMPARED,
  PROP_KEEP_TOTAL,
  PROP_UNSAVED,
  PROP_SAVED_TIME,
  N_PROPERTIES,
};

enum
{
  PROJECTED,
  MOVED,
  RESTRUCTURED,
  STEPPED,
  SETTLE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayDocument, outlay_document, G_TYPE_OBJECT)

static char *
make_title (OutlayDocument *self)
{
  g_autofree char *name = outlay_plan_resolve_string (self->plan, self->scenario, OUTLAY_NODE (self->plan), "name");
  g_autofree char *basename = NULL;

  if (name != NULL && *name != '\0')
    return g_steal_pointer (&name);
  if (self->file == NULL)
    return g_strdup (_("Untitled plan"));
  basename = g_file_get_basename (self->file);
  return g_filename_display_name (basename);
}

static void
update_title (OutlayDocument *self)
{
  g_autofree char *title = make_title (self);

  if (g_set_str (&self->title, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
forget_projections (OutlayDocument *self)
{
  g_clear_pointer (&self->projection, outlay_projection_unref);
  g_clear_pointer (&self->compared_projection, outlay_projection_unref);
}

/* The memory of the last results serves the next ones; nobody else may keep them. */
static void
project (OutlayDocument *self, OutlayModel *model, OutlayProjection **projection)
{
  OutlayRequest measures = { 0 };

  outlay_request_add_measures (&measures, self->plan, outlay_model_scenario (model));
  outlay_document_want (self, &measures);
  if (*projection != NULL && outlay_projection_update (*projection, model))
    return;
  g_clear_pointer (projection, outlay_projection_unref);
  *projection = outlay_projection_new (model, &self->request);
}

static gboolean
request_covers (const OutlayRequest *request, const OutlayRequest *other)
{
  return (other->plan_series & ~request->plan_series) == 0 && (other->initiative_series & ~request->initiative_series) == 0 &&
         (other->phase_series & ~request->phase_series) == 0 && (other->cell_series & ~request->cell_series) == 0 &&
         (other->product_series & ~request->product_series) == 0 && (other->plan_indicators & ~request->plan_indicators) == 0 &&
         (other->initiative_indicators & ~request->initiative_indicators) == 0;
}

static void
tell_structure (OutlayDocument *self)
{
  self->restructured = FALSE;
  g_signal_emit (self, signals[RESTRUCTURED], 0);
}

static void
plan_changed_cb (OutlayDocument *self)
{
  self->generation++;
  g_clear_pointer (&self->compared_own, g_free);
  self->stale = TRUE;
  outlay_document_outdate_compared (self);
  outlay_document_forget_split (self);
  update_title (self);
  if (self->restructured)
    tell_structure (self);
  outlay_document_tell_change (self);
}

static void
clean_changed_cb (OutlayDocument *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNSAVED]);
}

/* A step changes many things, which hold together only when it is over: who builds anew looks at all of them. */
static void
structure_changed_cb (OutlayDocument *self)
{
  g_hash_table_remove_all (self->locks);
  forget_projections (self);
  outlay_document_forget_split (self);
  self->restructured = TRUE;
  if (!outlay_plan_is_frozen (self->plan))
    tell_structure (self);
}

/* Where a scenario that has left the plan came from. */
static OutlayScenario *
find_remaining (OutlayDocument *self, OutlayScenario *scenario)
{
  return scenario == NULL || outlay_node_get_parent (OUTLAY_NODE (scenario)) != NULL ? scenario : outlay_plan_find_origin (self->plan, scenario);
}

/* What is shown and compared always stands in the plan, however it comes and goes. */
static void
scenarios_changed_cb (OutlayDocument *self)
{
  outlay_document_set_compared (self, self->compares, find_remaining (self, self->compared));
  outlay_document_show_scenario (self, find_remaining (self, self->scenario));
}

static void
outlay_document_constructed (GObject *object)
{
  OutlayDocument *self = OUTLAY_DOCUMENT (object);

  G_OBJECT_CLASS (outlay_document_parent_class)->constructed (object);
  if (self->history == NULL)
    self->history = outlay_history_new (self->plan);
  self->title = make_title (self);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::clean", G_CALLBACK (clean_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_plan_get_phases (self->plan), "items-changed", G_CALLBACK (structure_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_plan_get_initiatives (self->plan), "items-changed", G_CALLBACK (structure_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outlay_plan_get_scenarios (self->plan), "items-changed", G_CALLBACK (scenarios_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
outlay_document_finalize (GObject *object)
{
  OutlayDocument *self = OUTLAY_DOCUMENT (object);

  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->laid, g_free);
  g_clear_handle_id (&self->keep_source, g_source_remove);
  outlay_document_stop_telling (self);
  outlay_document_forget_split (self);
  outlay_document_forget_model (self);
  outlay_document_forget_compared_model (self);
  forget_projections (self);
  g_clear_pointer (&self->locks, g_hash_table_unref);
  g_clear_object (&self->compared);
  g_clear_object (&self->scenario);
  g_clear_object (&self->file);
  g_clear_pointer (&self->file_state, outlay_file_state_unref);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  g_clear_object (&self->draft);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_object (&self->history);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->title, g_free);
  G_OBJECT_CLASS (outlay_document_parent_class)->finalize (object);
}

static void
outlay_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayDocument *self = OUTLAY_DOCUMENT (object);

  switch (id)
    {
    case PROP_PLAN: g_value_set_object (value, self->plan); break;
    case PROP_FILE: g_value_set_object (value, self->file); break;
    case PROP_HISTORY: g_value_set_object (value, self->history); break;
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_SCENARIO: g_value_set_object (value, self->scenario); break;
    case PROP_COMPARED: g_value_set_object (value, self->compared); break;
    case PROP_HAS_COMPARED: g_value_set_boolean (value, self->compares); break;
    case PROP_KEEP_TOTAL: g_value_set_boolean (value, self->keep_total); break;
    case PROP_UNSAVED: g_value_set_boolean (value, outlay_document_get_unsaved (self)); break;
    case PROP_SAVED_TIME: g_value_set_boxed (value, self->saved_time); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_document_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayDocument *self = OUTLAY_DOCUMENT (object);

  switch (id)
    {
    case PROP_PLAN: self->plan = g_value_dup_object (value); break;
    case PROP_FILE: self->file = g_value_dup_object (value); break;
    case PROP_HISTORY: self->history = g_value_dup_object (value); break;
    case PROP_SCENARIO: outlay_document_set_scenario (self, g_value_get_object (value)); break;
    case PROP_KEEP_TOTAL:
      self->keep_total = g_value_get_boolean (value);
      if (self->split != NULL)
        outlay_split_set_keep_total (self->split, self->keep_total);
      g_object_notify_by_pspec (object, pspec);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_document_class_init (OutlayDocumentClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;
  const GParamFlags constructed = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = outlay_document_constructed;
  object_class->finalize = outlay_document_finalize;
  object_class->get_property = outlay_document_get_property;
  object_class->set_property = outlay_document_set_property;

  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, OUTLAY_TYPE_PLAN, constructed);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, constructed);
  properties[PROP_HISTORY] = g_param_spec_object ("history", NULL, NULL, OUTLAY_TYPE_HISTORY, constructed);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, readable);
  properties[PROP_SCENARIO] = g_param_spec_object ("scenario", NULL, NULL, OUTLAY_TYPE_SCENARIO, writable);
  properties[PROP_COMPARED] = g_param_spec_object ("compared", NULL, NULL, OUTLAY_TYPE_SCENARIO, readable);
  properties[PROP_HAS_COMPARED] = g_param_spec_boolean ("has-compared", NULL, NULL, FALSE, readable);
  properties[PROP_KEEP_TOTAL] = g_param_spec_boolean ("keep-total", NULL, NULL, FALSE, writable);
  properties[PROP_UNSAVED] = g_param_spec_boolean ("unsaved", NULL, NULL, FALSE, readable);
  properties[PROP_SAVED_TIME] = g_param_spec_boxed ("saved-time", NULL, NULL, G_TYPE_DATE_TIME, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[PROJECTED] = g_signal_new ("projected", OUTLAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new ("moved", OUTLAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[RESTRUCTURED] =
    g_signal_new ("restructured", OUTLAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STEPPED] =
    g_signal_new ("stepped", OUTLAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SETTLE] = g_signal_new ("settle", OUTLAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, g_signal_accumulator_true_handled, NULL, NULL,
                                  G_TYPE_BOOLEAN, 0);
}

static void
outlay_document_init (OutlayDocument *self)
{
  self->locks = g_hash_table_new (NULL, NULL);
}

OutlayDocument *
outlay_document_new (OutlayPlan *plan, GBytes *text, GFile *file)
{
  OutlayDocument *self = g_object_new (OUTLAY_TYPE_DOCUMENT, "plan", plan, "file", file, NULL);

  self->text = text != NULL ? g_bytes_ref (text) : NULL;
  return self;
}

OutlayPlan *
outlay_document_get_plan (OutlayDocument *self)
{
  return self->plan;
}

OutlayHistory *
outlay_document_get_history (OutlayDocument *self)
{
  return self->history;
}

GFile *
outlay_document_get_file (OutlayDocument *self)
{
  return self->file;
}

OutlayFileState *
outlay_document_get_file_state (OutlayDocument *self)
{
  return self->file_state;
}

void
outlay_document_set_file_state (OutlayDocument *self, OutlayFileState *state)
{
  OutlayFileState *old = self->file_state;

  self->file_state = state != NULL ? outlay_file_state_ref (state) : NULL;
  g_clear_pointer (&old, outlay_file_state_unref);
}

const char *
outlay_document_get_origin (OutlayDocument *self)
{
  return self->origin;
}

void
outlay_document_leave_file (OutlayDocument *self, const char *origin)
{
  g_set_str (&self->origin, origin);
  outlay_document_set_file_state (self, NULL);
  g_clear_object (&self->file);
  outlay_document_tell_draft (self);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

void
outlay_document_saved (OutlayDocument *self, GFile *file, OutlayFileState *state, guint64 history_state)
{
  outlay_document_set_file_state (self, state);
  g_clear_pointer (&self->saved_time, g_date_time_unref);
  self->saved_time = g_date_time_new_now_local ();
  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  update_title (self);
  outlay_history_mark_saved (self->history, outlay_history_find_state (self->history, history_state));
  outlay_document_tell_draft (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_TIME]);
}

GDateTime *
outlay_document_get_saved_time (OutlayDocument *self)
{
  return self->saved_time != NULL ? g_date_time_ref (self->saved_time) : NULL;
}

const char *
outlay_document_get_title (OutlayDocument *self)
{
  return self->title;
}

gboolean
outlay_document_get_unsaved (OutlayDocument *self)
{
  return !outlay_history_is_clean (self->history);
}

OutlayScenario *
outlay_document_get_scenario (OutlayDocument *self)
{
  return self->scenario;
}

void
outlay_document_set_scenario (OutlayDocument *self, OutlayScenario *scenario)
{
  if (self->scenario != scenario && outlay_document_settle (self))
    outlay_document_show_scenario (self, scenario);
}

void
outlay_document_show_scenario (OutlayDocument *self, OutlayScenario *scenario)
{
  if (self->scenario == scenario)
    return;
  outlay_document_take_back (self);
  g_set_object (&self->scenario, scenario);
  outlay_document_forget_model (self);
  outlay_document_forget_split (self);
  update_title (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);
  g_signal_emit (self, signals[PROJECTED], 0);
}

void
outlay_document_set_compared (OutlayDocument *self, gboolean compare, OutlayScenario *scenario)
{
  if (!compare)
    scenario = NULL;
  if (self->compares == compare && self->compared == scenario)
    return;
  self->compares = compare;
  g_set_object (&self->compared, scenario);
  outlay_document_forget_compared_model (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_COMPARED]);
  g_signal_emit (self, signals[PROJECTED], 0);
}

OutlayScenario *
outlay_document_get_compared (OutlayDocument *self, gboolean *compares)
{
  if (compares != NULL)
    *compares = self->compares;
  return self->compared;
}

void
outlay_document_want (OutlayDocument *self, const OutlayRequest *request)
{
  if (request_covers (&self->request, request))
    return;
  self->request.plan_series |= request->plan_series;
  self->request.initiative_series |= request->initiative_series;
  self->request.phase_series |= request->phase_series;
  self->request.cell_series |= request->cell_series;
  self->request.product_series |= request->product_series;
  self->request.plan_indicators |= request->plan_indicators;
  self->request.initiative_indicators |= request->initiative_indicators;
  forget_projections (self);
}

OutlayProjection *
outlay_document_get_projection (OutlayDocument *self)
{
  if (self->projection == NULL || self->stale)
    project (self, outlay_document_get_model (self), &self->projection);
  self->stale = FALSE;
  return self->projection;
}

OutlayProjection *
outlay_document_get_cells (OutlayDocument *self)
{
  OutlayModel *model = outlay_document_get_model (self);

  if (self->projection == NULL || outlay_projection_model (self->projection) != model)
    return outlay_document_get_projection (self);
  return self->projection;
}

OutlayProjection *
outlay_document_get_compared_projection (OutlayDocument *self)
{
  if (!self->compares)
    return NULL;
  if (self->compared_projection != NULL && (!self->compared_stale || self->compare_source != 0))
    return self->compared_projection;
  project (self, outlay_document_get_compared_model (self), &self->compared_projection);
  self->compared_stale = FALSE;
  return self->compared_projection;
}

gboolean
outlay_document_settle (OutlayDocument *self)
{
  gboolean refused = FALSE;

  g_signal_emit (self, signals[SETTLE], 0, &refused);
  return !refused;
}

char *
outlay_document_get_initiative_name (OutlayDocument *self, guint initiative)
{
  return outlay_plan_resolve_name (self->plan, self->scenario, OUTLAY_NODE (outlay_plan_get_initiative (self->plan, initiative)));
}

char *
outlay_document_get_phase_name (OutlayDocument *self, guint phase)
{
  return outlay_plan_resolve_name (self->plan, self->scenario, OUTLAY_NODE (outlay_plan_get_phase (self->plan, phase)));
}

char *
outlay_document_get_currency (OutlayDocument *self)
{
  return outlay_plan_resolve_string (self->plan, self->scenario, OUTLAY_NODE (self->plan), "currency");
}
