/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/history-popover.h"

#include <adwaita.h>

#include "ui/step-list.h"

struct _OutlayHistoryPopover
{
  GtkPopover parent_instance;

  GtkListView *list;

  OutlayDocument *document;
  OutlayStepList *steps; /* (nullable): as they were when it was last opened */
};

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayHistoryPopover, outlay_history_popover, GTK_TYPE_POPOVER)

/* The step that is in force is in sight and has the focus, so that the arrow keys begin there. */
static void
show_current (OutlayHistoryPopover *self)
{
  OutlayHistory *history = outlay_document_get_history (self->document);

  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  gtk_list_view_scroll_to (self->list, outlay_history_get_n_steps (history) - outlay_history_get_position (history),
                           GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
}

/* A popover that is only being opened gives the focus away again, and closes with it. */
static gboolean
show_current_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayHistoryPopover *self = OUTLAY_HISTORY_POPOVER (widget);

  if (self->steps != NULL && gtk_widget_get_mapped (widget))
    show_current (self);
  return G_SOURCE_REMOVE;
}

static void
forget_steps (OutlayHistoryPopover *self)
{
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->steps);
}

static void
shown_cb (OutlayHistoryPopover *self)
{
  GtkSingleSelection *selection;

  if (self->document == NULL)
    return;
  g_clear_object (&self->steps);
  self->steps = outlay_step_list_new (self->document);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->steps)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), show_current_cb, NULL, NULL);
}

static void
chosen_cb (OutlayHistoryPopover *self, guint n)
{
  g_autoptr (OutlayStepItem) item = g_list_model_get_item (G_LIST_MODEL (self->steps), n);
  const guint position = outlay_step_item_get_position (item);

  gtk_popover_popdown (GTK_POPOVER (self));
  outlay_document_go_to (self->document, position);
}

static void
moved_cb (OutlayHistoryPopover *self)
{
  if (self->steps == NULL || !gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  outlay_step_list_look_again (self->steps);
  show_current (self);
}

static void
set_document (OutlayHistoryPopover *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  forget_steps (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (outlay_document_get_history (self->document), self);
  g_set_object (&self->document, document);
  if (document != NULL)
    g_signal_connect_object (outlay_document_get_history (document), "notify::position", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static float
row_opacity (GtkListItem *item, gboolean undone)
{
  return undone ? 0.55f : 1;
}

static float
mark_opacity (GtkListItem *item, gboolean current)
{
  return current ? 1 : 0;
}

static void
outlay_history_popover_dispose (GObject *object)
{
  OutlayHistoryPopover *self = OUTLAY_HISTORY_POPOVER (object);

  if (self->list != NULL)
    set_document (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_HISTORY_POPOVER);
  G_OBJECT_CLASS (outlay_history_popover_parent_class)->dispose (object);
}

static void
outlay_history_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_HISTORY_POPOVER (object)->document);
}

static void
outlay_history_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_HISTORY_POPOVER (object), g_value_get_object (value));
}

static void
outlay_history_popover_class_init (OutlayHistoryPopoverClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_history_popover_dispose;
  object_class->get_property = outlay_history_popover_get_property;
  object_class->set_property = outlay_history_popover_set_property;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_type_ensure (OUTLAY_TYPE_STEP_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayHistoryPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_opacity);
  gtk_widget_class_bind_template_callback (widget_class, mark_opacity);
}

static void
outlay_history_popover_init (OutlayHistoryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
