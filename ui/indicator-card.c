/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "ui/indicator-card.h"

/* Milliseconds without a new figure after which the hand is taken to rest. */
#define REST 150
/* Of a title where cards are equal: they are never narrower. */
#define TITLE_CHARS 10
#define COMPACT_SPACING 8

struct _OutlayIndicatorCard
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkImage *mark;
  GtkLabel *value;
  GtkLabel *unit;
  GtkLabel *note;
  GtkLabel *difference;

  GtkWidget *popover; /* made when it is first asked for */
  char *details;
  guint rest; /* the source that will give them to the tooltip */
  OutlayMark shown_mark;
  gboolean compact;
};

G_DEFINE_FINAL_TYPE (OutlayIndicatorCard, outlay_indicator_card, GTK_TYPE_WIDGET)

/* Labels lay themselves out anew even where their text stays; figures that a drag does not touch should cost nothing. */
static void
set_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

/* Without a mark its place stays, so that the figures of all cards stand on one line; but where that is the only one. */
static void
update_mark (OutlayIndicatorCard *self)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->mark), self->shown_mark != OUTLAY_MARK_NONE ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), self->shown_mark != OUTLAY_MARK_NONE || !self->compact);
}

static void
show_mark (OutlayIndicatorCard *self, OutlayMark mark)
{
  if (mark == self->shown_mark)
    return;
  self->shown_mark = mark;
  update_mark (self);
  gtk_image_set_from_icon_name (self->mark, mark == OUTLAY_MARK_MET ? "outlay-met-symbolic" : "outlay-missed-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "met");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "missed");
  if (mark != OUTLAY_MARK_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), mark == OUTLAY_MARK_MET ? "met" : "missed");
}

static void
rest_cb (gpointer data)
{
  OutlayIndicatorCard *self = data;

  self->rest = 0;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->details);
}

/* Every new tooltip asks the X server where the pointer is, which a drag has no time for: it waits until the hand rests. */
static void
set_details (OutlayIndicatorCard *self, const char *details)
{
  const gboolean first = self->details == NULL;

  if (!g_set_str (&self->details, details))
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  if (first)
    rest_cb (self);
  else
    self->rest = g_timeout_add_once (REST, rest_cb, self);
}

static void
tell_assistants (OutlayIndicatorCard *self, const OutlayReading *reading)
{
  /* Translators: a figure and its value for a screen reader, as in "Output, 2028: 10.01 bn" */
  g_autofree char *label = g_strdup_printf (_("%s: %s %s"), reading->title, reading->value, reading->unit);
  g_autoptr (GString) description = g_string_new (reading->note);

  if (reading->mark != OUTLAY_MARK_NONE)
    g_string_append_printf (description, "; %s", reading->mark == OUTLAY_MARK_MET ? _("target met") : _("target missed"));
  if (reading->difference != NULL)
    g_string_append_printf (description, "; %s", reading->difference);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description->str, -1);
}

static GtkWidget *
make_popover (OutlayIndicatorCard *self)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *popover = gtk_popover_new ();

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "indicator-details");
  gtk_popover_set_child (GTK_POPOVER (popover), label);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  return popover;
}

static void
show_details (OutlayIndicatorCard *self)
{
  GtkLabel *label;

  if (self->popover == NULL)
    self->popover = make_popover (self);
  label = GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->popover)));
  gtk_label_set_text (label, self->details);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  /* With the focus comes a selection of everything. */
  gtk_label_select_region (label, 0, 0);
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_details (OUTLAY_INDICATOR_CARD (widget));
}

static void
activate_cb (OutlayIndicatorCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_details (self);
}

static void
outlay_indicator_card_dispose (GObject *object)
{
  OutlayIndicatorCard *self = OUTLAY_INDICATOR_CARD (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->details, g_free);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_INDICATOR_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (outlay_indicator_card_parent_class)->dispose (object);
}

static void
outlay_indicator_card_class_init (OutlayIndicatorCardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = outlay_indicator_card_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/outlay/Outlay/indicator-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, title);
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, mark);
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, value);
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, unit);
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, note);
  gtk_widget_class_bind_template_child (widget_class, OutlayIndicatorCard, difference);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "card.details", NULL, details_cb);
}

static void
outlay_indicator_card_init (OutlayIndicatorCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_width_chars (self->title, TITLE_CHARS);
}

GtkWidget *
outlay_indicator_card_new (void)
{
  return g_object_new (OUTLAY_TYPE_INDICATOR_CARD, NULL);
}

void
outlay_indicator_card_show (OutlayIndicatorCard *self, const OutlayReading *reading)
{
  set_text (self->title, reading->title);
  set_text (self->value, reading->value);
  set_text (self->unit, reading->unit);
  set_text (self->note, reading->note);
  set_text (self->difference, reading->difference != NULL ? reading->difference : "");
  gtk_widget_set_visible (GTK_WIDGET (self->difference), reading->difference != NULL);
  show_mark (self, reading->mark);
  set_details (self, reading->details);
  tell_assistants (self, reading);
}

void
outlay_indicator_card_set_compact (OutlayIndicatorCard *self, gboolean compact)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->compact = compact;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), compact ? COMPACT_SPACING : 0);
  gtk_label_set_width_chars (self->title, compact ? -1 : TITLE_CHARS);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !compact);
  update_mark (self);
  if (compact)
    gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "compact");
}
