/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/status-bar.h"
#include "ui/targets.h"

/* The line follows when the hand rests, for it is not what the eye is on: a frame of its own would keep the next movement's waiting. Milliseconds. */
#define DELAY 120

struct _OutlayStatusBar
{
  AdwBin parent_instance;

  GtkImage *balance_icon;
  GtkLabel *balance_label;
  GtkLabel *warnings_label;
  GtkWidget *targets_button;
  GtkImage *targets_icon;
  GtkLabel *targets_label;
  GtkGrid *targets_grid;
  GtkLabel *saved_label;

  OutlayDocument *document;
  gboolean balanced;
  guint timeout;
};

enum
{
  PROP_DOCUMENT = 1,
  PROP_BALANCED,
  PROP_COMPACT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (OutlayStatusBar, outlay_status_bar, ADW_TYPE_BIN)

static void
show_icon (GtkImage *image, gboolean good)
{
  gtk_image_set_from_icon_name (image, good ? "outlay-met-symbolic" : "outlay-missed-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (image), good ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (image), good ? "success" : "warning");
}

static void
update_balance (OutlayStatusBar *self)
{
  OutlayProjection *projection = outlay_document_get_projection (self->document);
  g_autoptr (GPtrArray) warnings = outlay_projection_warnings (projection, outlay_document_get_plan (self->document));
  const gboolean balanced = outlay_projection_imbalance (projection) <= OUTLAY_IMBALANCE_MOST;
  const guint n = warnings->len;
  g_autofree char *count = g_strdup_printf (ngettext ("%u warning", "%u warnings", n), n);
  g_autofree char *text = g_strdup_printf ("%s · %s", balanced ? _("Books balance") : _("Books do not balance"), count);

  gtk_label_set_text (self->balance_label, text);
  show_icon (self->balance_icon, balanced && n == 0);
  if (balanced == self->balanced)
    return;
  self->balanced = balanced;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BALANCED]);
}

static void
update_targets (OutlayStatusBar *self)
{
  g_autoptr (GPtrArray) targets = outlay_targets_read (self->document);
  guint met = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < targets->len; i++)
    met += ((OutlayTargetReading *) g_ptr_array_index (targets, i))->met;
  text = g_strdup_printf (ngettext ("%u of %u target met", "%u of %u targets met", targets->len), met, targets->len);
  gtk_label_set_text (self->targets_label, text);
  show_icon (self->targets_icon, met == targets->len);
  gtk_widget_set_visible (self->targets_button, targets->len > 0);
}

static char *
describe_saved (OutlayDocument *document)
{
  g_autoptr (GDateTime) time = outlay_document_get_saved_time (document);
  g_autofree char *text = NULL;

  if (outlay_document_get_unsaved (document))
    return g_strdup (_("Unsaved changes"));
  if (outlay_document_get_file (document) == NULL)
    return g_strdup (outlay_document_get_origin (document) == NULL ? _("A copy, not saved yet") : _("Not saved yet"));
  if (time == NULL)
    return g_strdup (_("Saved"));
  /* Translators: a time of the day, see g_date_time_format() */
  text = g_date_time_format (time, C_("time", "%H:%M"));
  return g_strdup_printf (_("Saved %s"), text);
}

static void
update_saved (OutlayStatusBar *self)
{
  g_autofree char *text = self->document != NULL ? describe_saved (self->document) : g_strdup ("");

  gtk_label_set_text (self->saved_label, text);
}

static gboolean
update_cb (gpointer data)
{
  OutlayStatusBar *self = OUTLAY_STATUS_BAR (data);

  self->timeout = 0;
  update_balance (self);
  update_targets (self);
  return G_SOURCE_REMOVE;
}

static void
projected_cb (OutlayStatusBar *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (DELAY, update_cb, self);
}

static void
warnings_shown_cb (OutlayStatusBar *self, GParamSpec *pspec, GtkWidget *popover)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!gtk_widget_get_visible (popover) || self->document == NULL)
    return;
  warnings = outlay_projection_warnings (outlay_document_get_projection (self->document), outlay_document_get_plan (self->document));
  for (guint i = 0; i < warnings->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", (const char *) g_ptr_array_index (warnings, i));
  gtk_label_set_text (self->warnings_label,
                      warnings->len > 0 ? text->str : _("Assets equal liabilities and equity in every year, and nothing is odd about the plan."));
}

static void
attach_text (GtkGrid *grid, const char *text, int column, int row, float xalign, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
attach_target (GtkGrid *grid, const OutlayTargetReading *target, int row)
{
  GtkWidget *icon = gtk_image_new ();

  show_icon (GTK_IMAGE (icon), target->met);
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, target->met ? _("met") : _("missed"), -1);
  gtk_grid_attach (grid, icon, 0, row, 1, 1);
  attach_text (grid, target->name, 1, row, 0, "body");
  attach_text (grid, target->value, 2, row, 1, "numeric");
  attach_text (grid, target->bound, 3, row, 1, "dimmed");
}

static void
targets_shown_cb (OutlayStatusBar *self, GParamSpec *pspec, GtkWidget *popover)
{
  g_autoptr (GPtrArray) targets = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->targets_grid))) != NULL)
    gtk_grid_remove (self->targets_grid, child);
  if (!gtk_widget_get_visible (popover) || self->document == NULL)
    return;
  targets = outlay_targets_read (self->document);
  for (guint i = 0; i < targets->len; i++)
    attach_target (self->targets_grid, g_ptr_array_index (targets, i), (int) i);
}

static void
set_document (OutlayStatusBar *self, OutlayDocument *document)
{
  if (self->document == document)
    return;
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_set_object (&self->document, document);
  if (document != NULL)
    {
      g_signal_connect_object (document, "projected", G_CALLBACK (projected_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::unsaved", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (document, "notify::saved-time", G_CALLBACK (update_saved), self, G_CONNECT_SWAPPED);
      update_cb (self);
    }
  update_saved (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

static void
outlay_status_bar_dispose (GObject *object)
{
  set_document (OUTLAY_STATUS_BAR (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_STATUS_BAR);
  G_OBJECT_CLASS (outlay_status_bar_parent_class)->dispose (object);
}

static void
outlay_status_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  OutlayStatusBar *self = OUTLAY_STATUS_BAR (object);

  switch (id)
    {
    case PROP_DOCUMENT: g_value_set_object (value, self->document); break;
    case PROP_BALANCED: g_value_set_boolean (value, self->balanced); break;
    case PROP_COMPACT: g_value_set_boolean (value, !gtk_widget_get_visible (GTK_WIDGET (self->saved_label))); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_status_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OutlayStatusBar *self = OUTLAY_STATUS_BAR (object);

  switch (id)
    {
    case PROP_DOCUMENT: set_document (self, g_value_get_object (value)); break;
    case PROP_COMPACT:
      gtk_widget_set_visible (GTK_WIDGET (self->saved_label), !g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_status_bar_class_init (OutlayStatusBarClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = outlay_status_bar_dispose;
  object_class->get_property = outlay_status_bar_get_property;
  object_class->set_property = outlay_status_bar_set_property;
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, OUTLAY_TYPE_DOCUMENT,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_BALANCED] =
    g_param_spec_boolean ("balanced", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_COMPACT] =
    g_param_spec_boolean ("compact", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/status-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, balance_icon);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, balance_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, targets_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, targets_icon);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, targets_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, targets_grid);
  gtk_widget_class_bind_template_child (widget_class, OutlayStatusBar, saved_label);
  gtk_widget_class_bind_template_callback (widget_class, warnings_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, targets_shown_cb);
}

static void
outlay_status_bar_init (OutlayStatusBar *self)
{
  self->balanced = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}
