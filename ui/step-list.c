/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-list.h"

#include <glib/gi18n.h>

struct _OutlayStepItem
{
  GObject parent_instance;

  OutlayDocument *document;
  guint position;
};

struct _OutlayStepList
{
  GObject parent_instance;

  OutlayDocument *document;
  guint n;
};

enum
{
  PROP_DESCRIPTION = 1,
  PROP_CURRENT,
  PROP_UNDONE,
  PROP_SAVED,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (OutlayStepItem, outlay_step_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayStepList, outlay_step_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static OutlayHistory *
history_of (OutlayStepItem *self)
{
  return outlay_document_get_history (self->document);
}

static char *
describe (OutlayStepItem *self)
{
  g_autofree char *description = NULL;

  if (self->position == 0)
    return g_strdup (C_("history", "As it was opened"));
  if (self->position <= outlay_history_get_n_steps (history_of (self)))
    description = outlay_document_describe_step (self->document, self->position - 1);
  return description != NULL && *description != '\0' ? g_steal_pointer (&description) : g_strdup (C_("history", "A change"));
}

/* A copy that has no file is nowhere on disk. */
static gboolean
is_saved (OutlayStepItem *self)
{
  return outlay_document_get_file (self->document) != NULL && (int) self->position == outlay_history_get_saved (history_of (self));
}

/* --- items --- */

static void
outlay_step_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayStepItem *self = OUTLAY_STEP_ITEM (object);

  switch (id)
    {
    case PROP_DESCRIPTION: g_value_take_string (value, describe (self)); break;
    case PROP_CURRENT: g_value_set_boolean (value, outlay_step_item_is_current (self)); break;
    case PROP_UNDONE: g_value_set_boolean (value, self->position > outlay_history_get_position (history_of (self))); break;
    case PROP_SAVED: g_value_set_boolean (value, is_saved (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_step_item_finalize (GObject *object)
{
  g_clear_object (&OUTLAY_STEP_ITEM (object)->document);
  G_OBJECT_CLASS (outlay_step_item_parent_class)->finalize (object);
}

static void
outlay_step_item_class_init (OutlayStepItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = outlay_step_item_get_property;
  object_class->finalize = outlay_step_item_finalize;
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, readable);
  properties[PROP_CURRENT] = g_param_spec_boolean ("current", NULL, NULL, FALSE, readable);
  properties[PROP_UNDONE] = g_param_spec_boolean ("undone", NULL, NULL, FALSE, readable);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
outlay_step_item_init (OutlayStepItem *self)
{
}

guint
outlay_step_item_get_position (OutlayStepItem *self)
{
  return self->position;
}

gboolean
outlay_step_item_is_current (OutlayStepItem *self)
{
  return self->position == outlay_history_get_position (history_of (self));
}

/* --- the list --- */

static GType
get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_STEP_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return OUTLAY_STEP_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint n)
{
  OutlayStepList *self = OUTLAY_STEP_LIST (model);
  OutlayStepItem *item;

  if (n >= self->n)
    return NULL;
  item = g_object_new (OUTLAY_TYPE_STEP_ITEM, NULL);
  item->document = g_object_ref (self->document);
  item->position = self->n - 1 - n;
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
outlay_step_list_finalize (GObject *object)
{
  g_clear_object (&OUTLAY_STEP_LIST (object)->document);
  G_OBJECT_CLASS (outlay_step_list_parent_class)->finalize (object);
}

static void
outlay_step_list_class_init (OutlayStepListClass *class)
{
  G_OBJECT_CLASS (class)->finalize = outlay_step_list_finalize;
}

static void
outlay_step_list_init (OutlayStepList *self)
{
}

OutlayStepList *
outlay_step_list_new (OutlayDocument *document)
{
  OutlayStepList *self = g_object_new (OUTLAY_TYPE_STEP_LIST, NULL);

  self->document = g_object_ref (document);
  self->n = outlay_history_get_n_steps (outlay_document_get_history (document)) + 1;
  return self;
}

void
outlay_step_list_look_again (OutlayStepList *self)
{
  const guint before = self->n;

  self->n = outlay_history_get_n_steps (outlay_document_get_history (self->document)) + 1;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n);
}
