/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/step-list.h"

#include <glib/gi18n.h>

struct _OutlayStepItem
{
  GObject parent_instance;

  OutlayHistory *history;
  guint position;
  gboolean on_disk;
};

struct _OutlayStepList
{
  GObject parent_instance;

  OutlayHistory *history;
  guint n;
  gboolean on_disk;
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

static const char *
get_description (OutlayStepItem *self)
{
  const char *description = NULL;

  if (self->position == 0)
    return C_("history", "As it was opened");
  if (self->position <= outlay_history_get_n_steps (self->history))
    description = outlay_history_get_description (self->history, self->position - 1);
  return description != NULL && *description != '\0' ? description : C_("history", "A change");
}

static gboolean
is_saved (OutlayStepItem *self)
{
  return self->on_disk && (int) self->position == outlay_history_get_saved (self->history);
}

/* --- items --- */

static void
outlay_step_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayStepItem *self = OUTLAY_STEP_ITEM (object);

  switch (id)
    {
    case PROP_DESCRIPTION: g_value_set_string (value, get_description (self)); break;
    case PROP_CURRENT: g_value_set_boolean (value, outlay_step_item_is_current (self)); break;
    case PROP_UNDONE: g_value_set_boolean (value, self->position > outlay_history_get_position (self->history)); break;
    case PROP_SAVED: g_value_set_boolean (value, is_saved (self)); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_step_item_finalize (GObject *object)
{
  g_clear_object (&OUTLAY_STEP_ITEM (object)->history);
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
  return self->position == outlay_history_get_position (self->history);
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
  item->history = g_object_ref (self->history);
  item->position = self->n - 1 - n;
  item->on_disk = self->on_disk;
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
  g_clear_object (&OUTLAY_STEP_LIST (object)->history);
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
outlay_step_list_new (OutlayHistory *history, gboolean on_disk)
{
  OutlayStepList *self = g_object_new (OUTLAY_TYPE_STEP_LIST, NULL);

  self->history = g_object_ref (history);
  self->on_disk = on_disk;
  self->n = outlay_history_get_n_steps (history) + 1;
  return self;
}

void
outlay_step_list_look_again (OutlayStepList *self)
{
  const guint before = self->n;

  self->n = outlay_history_get_n_steps (self->history) + 1;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n);
}
