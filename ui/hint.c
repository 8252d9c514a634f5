/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/hint.h"

enum
{
  PROP_TITLE = 1,
  PROP_TEXT,
  PROP_MANUAL,
  PROP_DISMISSIBLE,
  N_PROPERTIES,
};

struct _OutlayHint
{
  AdwBin parent_instance;

  char *title;
  char *text;
  gboolean manual;
  gboolean dismissible;
};

static GParamSpec *properties[N_PROPERTIES];
static guint dismissed_signal;

G_DEFINE_FINAL_TYPE (OutlayHint, outlay_hint, ADW_TYPE_BIN)

static gboolean
is_given_cb (OutlayHint *self, const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
dismissed_cb (OutlayHint *self)
{
  g_signal_emit (self, dismissed_signal, 0);
}

static void
outlay_hint_finalize (GObject *object)
{
  OutlayHint *self = OUTLAY_HINT (object);

  g_free (self->title);
  g_free (self->text);
  G_OBJECT_CLASS (outlay_hint_parent_class)->finalize (object);
}

static void
outlay_hint_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayHint *self = OUTLAY_HINT (object);

  switch (id)
    {
    case PROP_TITLE: g_value_set_string (value, self->title); break;
    case PROP_TEXT: g_value_set_string (value, self->text); break;
    case PROP_MANUAL: g_value_set_boolean (value, self->manual); break;
    default: g_value_set_boolean (value, self->dismissible); break;
    }
}

static void
outlay_hint_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayHint *self = OUTLAY_HINT (object);

  switch (id)
    {
    case PROP_TITLE: g_set_str (&self->title, g_value_get_string (value)); break;
    case PROP_TEXT: g_set_str (&self->text, g_value_get_string (value)); break;
    case PROP_MANUAL: self->manual = g_value_get_boolean (value); break;
    default: self->dismissible = g_value_get_boolean (value); break;
    }
}

static void
outlay_hint_class_init (OutlayHintClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->finalize = outlay_hint_finalize;
  object_class->get_property = outlay_hint_get_property;
  object_class->set_property = outlay_hint_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_MANUAL] = g_param_spec_boolean ("manual", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISMISSIBLE] = g_param_spec_boolean ("dismissible", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  dismissed_signal = g_signal_new ("dismissed", OUTLAY_TYPE_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/hint.ui");
  gtk_widget_class_bind_template_callback (widget_class, is_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
}

static void
outlay_hint_init (OutlayHint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_hint_say (OutlayHint *self, const char *text)
{
  if (text != NULL)
    g_object_set (self, "text", text, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}
