/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/scope-list.h"

#include <glib/gi18n.h>

#include "ui/results-figures.h"

struct _OutlayScopeItem
{
  GObject parent_instance;

  OutlayScope scope;
  char *name;
};

struct _OutlayScopeList
{
  GObject parent_instance;

  OutlayDocument *document;
  guint n_phases;
  guint n_initiatives;
  OutlayScopeItem **items; /* NULL: not made yet. A list that is searched knows them again */
};

enum
{
  PROP_NAME = 1,
  PROP_KIND,
};

static void implement_list (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE (OutlayScopeItem, outlay_scope_item, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayScopeList, outlay_scope_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, implement_list))

/* --- items --- */

static const char *
kind_of (OutlayScope scope)
{
  return scope.initiative >= 0 ? _("Initiative") : scope.phase >= 0 ? _("Phase") : _("Plan");
}

static void
outlay_scope_item_finalize (GObject *object)
{
  g_free (OUTLAY_SCOPE_ITEM (object)->name);
  G_OBJECT_CLASS (outlay_scope_item_parent_class)->finalize (object);
}

static void
outlay_scope_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayScopeItem *self = OUTLAY_SCOPE_ITEM (object);

  g_value_set_string (value, id == PROP_NAME ? self->name : kind_of (self->scope));
}

static void
outlay_scope_item_class_init (OutlayScopeItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = outlay_scope_item_finalize;
  object_class->get_property = outlay_scope_item_get_property;
  g_object_class_install_property (object_class, PROP_NAME, g_param_spec_string ("name", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_KIND, g_param_spec_string ("kind", NULL, NULL, NULL, flags));
}

static void
outlay_scope_item_init (OutlayScopeItem *self)
{
  self->scope = OUTLAY_SCOPE_PLAN;
}

OutlayScope
outlay_scope_item_get_scope (OutlayScopeItem *self)
{
  return self->scope;
}

/* --- the list --- */

static GType
outlay_scope_list_get_item_type (GListModel *model)
{
  return OUTLAY_TYPE_SCOPE_ITEM;
}

static guint
outlay_scope_list_get_n_items (GListModel *model)
{
  OutlayScopeList *self = OUTLAY_SCOPE_LIST (model);

  return 1 + self->n_phases + self->n_initiatives;
}

static gpointer
outlay_scope_list_get_item (GListModel *model, guint position)
{
  OutlayScopeList *self = OUTLAY_SCOPE_LIST (model);
  OutlayScopeItem *item;

  if (position >= outlay_scope_list_get_n_items (model))
    return NULL;
  if (self->items[position] != NULL)
    return g_object_ref (self->items[position]);
  item = g_object_new (OUTLAY_TYPE_SCOPE_ITEM, NULL);
  if (position > self->n_phases)
    item->scope = OUTLAY_SCOPE_INITIATIVE (position - 1 - self->n_phases);
  else if (position > 0)
    item->scope = OUTLAY_SCOPE_PHASE (position - 1);
  item->name = outlay_scope_name (self->document, item->scope);
  self->items[position] = item;
  return g_object_ref (item);
}

static void
implement_list (GListModelInterface *interface)
{
  interface->get_item_type = outlay_scope_list_get_item_type;
  interface->get_n_items = outlay_scope_list_get_n_items;
  interface->get_item = outlay_scope_list_get_item;
}

static void
outlay_scope_list_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_SCOPE_LIST (object)->document);
  G_OBJECT_CLASS (outlay_scope_list_parent_class)->dispose (object);
}

static void
outlay_scope_list_finalize (GObject *object)
{
  OutlayScopeList *self = OUTLAY_SCOPE_LIST (object);

  for (guint n = 0; n < outlay_scope_list_get_n_items (G_LIST_MODEL (self)); n++)
    g_clear_object (&self->items[n]);
  g_free (self->items);
  G_OBJECT_CLASS (outlay_scope_list_parent_class)->finalize (object);
}

static void
outlay_scope_list_class_init (OutlayScopeListClass *class)
{
  G_OBJECT_CLASS (class)->dispose = outlay_scope_list_dispose;
  G_OBJECT_CLASS (class)->finalize = outlay_scope_list_finalize;
}

static void
outlay_scope_list_init (OutlayScopeList *self)
{
}

OutlayScopeList *
outlay_scope_list_new (OutlayDocument *document, gboolean phases)
{
  OutlayScopeList *self = g_object_new (OUTLAY_TYPE_SCOPE_LIST, NULL);
  OutlayPlan *plan = outlay_document_get_plan (document);

  self->document = g_object_ref (document);
  self->n_phases = phases ? outlay_plan_get_n_phases (plan) : 0;
  self->n_initiatives = outlay_plan_get_n_initiatives (plan);
  self->items = g_new0 (OutlayScopeItem *, outlay_scope_list_get_n_items (G_LIST_MODEL (self)));
  return self;
}

guint
outlay_scope_list_find (OutlayScopeList *self, OutlayScope scope)
{
  if (scope.initiative >= 0)
    return (guint) scope.initiative < self->n_initiatives ? 1 + self->n_phases + (guint) scope.initiative : 0;
  return scope.phase >= 0 && (guint) scope.phase < self->n_phases ? 1 + (guint) scope.phase : 0;
}

void
outlay_scope_list_refresh (OutlayScopeList *self)
{
  for (guint n = 0; n < outlay_scope_list_get_n_items (G_LIST_MODEL (self)); n++)
    {
      OutlayScopeItem *item = self->items[n];
      g_autofree char *name = item != NULL ? outlay_scope_name (self->document, item->scope) : NULL;

      if (item != NULL && g_set_str (&item->name, name))
        g_object_notify (G_OBJECT (item), "name");
    }
}
