/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/indicator-card.h"
#include "ui/indicator-strip.h"
#include "ui/strip-layout.h"
#include "ui/targets.h"

struct _OutlayIndicatorStrip
{
  GtkWidget parent_instance;

  OutlayDocument *document;
  OutlayIndicatorCard *cards[OUTLAY_N_READINGS];
  guint tick;
};

enum
{
  PROP_DOCUMENT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayIndicatorStrip, outlay_indicator_strip, GTK_TYPE_WIDGET)

static void
update (OutlayIndicatorStrip *self)
{
  g_autoptr (GPtrArray) targets = outlay_targets_read (self->document);

  for (guint kind = 0; kind < OUTLAY_N_READINGS; kind++)
    {
      g_autoptr (OutlayReading) reading = outlay_reading_new (kind, self->document, targets);

      outlay_indicator_card_show (self->cards[kind], reading);
    }
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  OutlayIndicatorStrip *self = OUTLAY_INDICATOR_STRIP (widget);

  self->tick = 0;
  if (self->document != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* However often numbers change within a frame, they are read once, before it is laid out. */
static void
projected_cb (OutlayIndicatorStrip *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
request (OutlayIndicatorStrip *self)
{
  OutlayRequest wanted = { 0 };

  outlay_readings_request (&wanted);
  outlay_document_want (self->document, &wanted);
}

static void
set_document (OutlayIndicatorStrip *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      request (self);
      g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "restructured", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      update (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/* One stop for the Tab key; the arrow keys go from card to card. */
static gboolean
outlay_indicator_strip_focus (GtkWidget *widget, GtkDirectionType direction)
{
  const gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (outlay_indicator_strip_parent_class)->focus (widget, direction);
}

static void
outlay_indicator_strip_dispose (GObject *object)
{
  OutlayIndicatorStrip *self = OUTLAY_INDICATOR_STRIP (object);
  GtkWidget *child;

  g_clear_object (&self->document);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_indicator_strip_parent_class)->dispose (object);
}

static void
outlay_indicator_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_INDICATOR_STRIP (object)->document);
}

static void
outlay_indicator_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  set_document (OUTLAY_INDICATOR_STRIP (object), g_value_get_object (value));
}

static void
outlay_indicator_strip_class_init (OutlayIndicatorStripClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_indicator_strip_dispose;
  object_class->get_property = outlay_indicator_strip_get_property;
  object_class->set_property = outlay_indicator_strip_set_property;
  widget_class->focus = outlay_indicator_strip_focus;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_layout_manager_type (widget_class, OUTLAY_TYPE_STRIP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "indicatorstrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_indicator_strip_init (OutlayIndicatorStrip *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Indicators"), -1);
  for (guint kind = 0; kind < OUTLAY_N_READINGS; kind++)
    {
      self->cards[kind] = OUTLAY_INDICATOR_CARD (outlay_indicator_card_new ());
      gtk_widget_set_parent (GTK_WIDGET (self->cards[kind]), GTK_WIDGET (self));
    }
}

void
outlay_indicator_strip_set_compact (OutlayIndicatorStrip *self, gboolean compact)
{
  outlay_strip_layout_set_compact (OUTLAY_STRIP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), compact);
  for (guint kind = 0; kind < OUTLAY_N_READINGS; kind++)
    outlay_indicator_card_set_compact (self->cards[kind], compact);
}
